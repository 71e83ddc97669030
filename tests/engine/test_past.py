"""The history with real computers: every end is in it, it outlives the run, and it can be searched and cleared."""

import logging
import os
from pathlib import Path
from typing import NoReturn

import pytest

from desktop_app.engine import past, past_rows, returning
from desktop_app.engine.past import Past
from desktop_app.errors import (
    Cancelled,
    Declined,
    Interrupted,
    NotKeptThere,
    PathMissing,
    PathUnreadable,
    PeerCancelled,
    ProfileUnusable,
    WriteFailed,
)
from desktop_app.events import (
    Contents,
    Direction,
    HistoryChanged,
    HistoryId,
    HistoryPage,
    Method,
    OfferReceived,
    State,
    Transfer,
    TransferId,
    Trouble,
)
from desktop_app.storage.history import History
from desktop_app.storage.history_errors import HistoryReset, ReceiptUnavailable
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.profile import Profile
from desktop_app.transfer.status import Status
from tests.engine.pasts import (
    common_parts,
    delivered,
    documents,
    entries,
    history,
    in_database,
    index,
    newest,
    save_receipt,
)
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.transfer.trees import film, write


def test_a_delivered_transfer_is_in_the_history_of_both(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = write(tmp_path / "album" / "run.sh", b"#!/bin/sh").parent
    (source / "link").symlink_to("/etc/passwd")
    sent, received = delivered(a, b, session, source)
    a.wait_for(HistoryChanged)
    b.wait_for(HistoryChanged)
    here, there = newest(a), newest(b)
    assert here.transfer.id == sent.id
    assert (here.transfer.direction, there.transfer.direction) == (Direction.SENDING, Direction.RECEIVING)
    assert (here.transfer.peer, there.transfer.peer) == ("Kitchen PC", "Ada's laptop")
    for past_transfer, transfer in ((here, sent), (there, received)):
        assert past_transfer.transfer.contents == transfer.contents
        assert past_transfer.transfer.state is State.DELIVERED
        assert past_transfer.transfer.changed_at == transfer.changed_at
        assert past_transfer.transfer.error is None
        assert (past_transfer.method, past_transfer.remembered) == (Method.CODE, None)
        assert 0 < past_transfer.started_at <= transfer.changed_at
        assert (past_transfer.top_level, past_transfer.failed) == (1, 0)
        assert past_transfer.has_receipt
    assert (there.transfer.into, there.transfer.saved) == (b.folder, (b.folder / "album",))
    assert (here.left_out, there.left_out) == (1, 0)
    [left_out] = here.transfer.left_out
    assert (left_out.path, type(left_out.error)) == ("album/link", PathUnreadable)
    assert str(left_out.error) == str(sent.left_out[0].error)


def test_each_other_end_is_in_it_with_its_reason(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    declined = a.engine.send([write(tmp_path / "note.txt", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.engine.decline(offer.transfer.id)
    a.finished(declined)
    assert (newest(a).transfer.state, type(newest(a).transfer.error)) == (State.DECLINED, Declined)
    assert str(newest(a).transfer.error) == "Kitchen PC declined."
    wait_until(lambda: bool(history(b).transfers))
    assert str(newest(b).transfer.error) == "You declined."
    cancelled = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    accepted = b.accept()
    b.wait_state(accepted, State.MOVING)
    b.engine.cancel(accepted)
    a.finished(cancelled)
    assert (newest(a).transfer.state, type(newest(a).transfer.error)) == (State.CANCELLED, PeerCancelled)
    b.finished(accepted)
    assert (newest(b).transfer.state, type(newest(b).transfer.error)) == (State.CANCELLED, Cancelled)
    a.finished(a.engine.send([tmp_path / "not there"], b.address))
    assert (newest(a).transfer.state, type(newest(a).transfer.error)) == (State.FAILED, PathMissing)
    assert newest(a).method is None
    assert len(history(a).transfers) == 3


def test_what_failed_is_in_it_file_by_file(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(file: PartialFile, data: memoryview) -> int:
        raise WriteFailed(path=file.path.text, reason="the disk reported an error")

    monkeypatch.setattr(PartialFile, "write", failing)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for number in range(60):
        write(tmp_path / "album" / f"{number:02}", b"x")
    sent = a.engine.send([tmp_path / "album"], a.device_of(session))
    received = b.accept()
    for node, number, kind in ((a, sent, NotKeptThere), (b, received, WriteFailed)):
        whole = node.finished(number)
        kept = newest(node)
        assert (kept.transfer.state, kept.failed, len(whole.failures)) == (State.PARTLY, 60, 60)
        assert 0 < len(kept.transfer.failures) < 60
        for mine, first in zip(kept.transfer.failures, whole.failures, strict=False):
            assert (mine.path, type(mine.error), str(mine.error)) == (first.path, kind, str(first.error))
        assert str(kept.transfer.error) == "60 of 60 files were not delivered."
        assert kept.has_receipt


def test_what_was_cut_and_then_given_up_is_in_it(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (3600.0,))
    a, b = pair_of_nodes
    session, session_b = verify(a, b)
    sent = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    b.wait_state(b.accept(), State.MOVING)
    a.wait_state(sent, State.MOVING)  # else it was never accepted, as far as it knows
    b.cut(session_b)
    a.wait_paused(sent, Interrupted)
    assert not history(a).transfers
    a.engine.cancel(sent)
    a.finished(sent)
    assert (newest(a).transfer.state, type(newest(a).transfer.error)) == (State.CANCELLED, Cancelled)
    assert newest(a).method is Method.CODE
    assert not newest(a).has_receipt


def test_what_was_delivered_before_a_cut_is_found_when_the_rest_is_given_up(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (3600.0,))
    a, b = pair_of_nodes
    session, session_b = verify(a, b)
    note = write(tmp_path / "a note.txt", b"hello")
    sent = a.engine.send([note, film(tmp_path / "film")], a.device_of(session))
    received = b.accept()
    wait_until((b.folder / note.name).exists)
    a.wait_state(sent, State.MOVING)
    b.cut(session_b)
    b.wait_paused(received, Interrupted)
    a.wait_paused(sent, Interrupted)
    b.engine.cancel(received)
    assert b.finished(received).saved == newest(b).transfer.saved == (b.folder / note.name,)
    a.engine.cancel(sent)
    assert a.finished(sent).saved == ()


# --- another run -----------------------------------------------------------------------------------------


def test_the_history_and_its_receipts_outlive_the_run(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    moving = a.engine.send([film(tmp_path / "film")], a.device_of(session))
    b.wait_state(b.accept(), State.MOVING)
    before = documents(a, sent.id, tmp_path / "before")
    a.engine.shutdown()
    assert isinstance(a.transfer(moving).paused, Interrupted)
    again = Node.again(a)
    again.engine.start()
    try:
        (kept,) = history(again).transfers
        assert kept.transfer.id == TransferId(0)
        (interrupted,) = again.engine.transfers()
        assert (interrupted.contents.names, interrupted.state) == (("film",), State.MOVING)
        assert str(interrupted.paused) == str(a.transfer(moving).paused)
        assert (kept.transfer.contents.names, kept.transfer.state) == (("note.txt",), State.DELIVERED)
        after = documents(again, kept.id, tmp_path / "after")
        assert after == before
        assert common_parts(*after) == common_parts(*before)
        assert isinstance(save_receipt(again, sent.id, tmp_path / "x"), ReceiptUnavailable), "a number of another run"
    finally:
        again.engine.shutdown()


def test_an_unusable_history_is_told_and_stops_no_transfer(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    a.engine.shutdown()
    for name in ("history.sqlite3-wal", "history.sqlite3-shm"):
        (a.engine.profile.root / name).unlink(missing_ok=True)
    a.engine.profile.history.write_bytes(b"nonsense" * 1000)
    again = Node.again(a)
    again.engine.start()
    try:
        assert history(again).transfers == ()
        again.wait_for(Trouble, lambda event: isinstance(event.error, HistoryReset))
        session, _ = verify(again, b)
        sent, _ = delivered(again, b, session, write(tmp_path / "note.txt", b"hello"))
        assert newest(again).transfer.id == sent.id
        assert list(again.engine.profile.root.glob("history.sqlite3.corrupt-*"))
    finally:
        again.engine.shutdown()


def test_a_disk_that_takes_no_history_is_told_and_stops_no_transfer(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    in_database(a, "PRAGMA max_page_count = 1")
    monkeypatch.setattr(past_rows, "text", lambda _: "x" * 100_000)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"hello"))
    a.wait_for(Trouble, lambda event: "the disk is full" in str(event.error))
    assert isinstance(save_receipt(a, sent.id, tmp_path / "x"), ReceiptUnavailable)
    assert not list(a.engine.profile.receipts.iterdir()), "nothing refers to it"
    assert history(a).transfers == ()


def test_a_history_that_cannot_be_read_is_told_and_answered(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    [number] = sent_notes(a, b, tmp_path, 1)

    def broken(*_: object) -> NoReturn:
        raise ProfileUnusable(path="history.sqlite3", reason="the disk reported an error")

    monkeypatch.setattr(History, "page", broken)
    monkeypatch.setattr(History, "find", broken)
    monkeypatch.setattr(History, "numbers", broken)
    monkeypatch.setattr(History, "rows", broken)
    indexes: list[object] = []
    a.engine.history(indexes.append)
    entries: list[object] = []
    a.engine.past(entries.append, [1])
    assert history(a) == HistoryPage((), more=False)
    a.wait_for(Trouble, lambda event: isinstance(event.error, ProfileUnusable))
    assert isinstance(save_receipt(a, number, tmp_path / "receipt"), ProfileUnusable)
    assert indexes == entries == [None], "whoever asked would wait for ever, or as if there were none"


# --- what a person does with it --------------------------------------------------------------------------


def sent_notes(a: Node, b: Node, tmp_path: Path, count: int) -> list[TransferId]:
    session, _ = verify(a, b)
    return [delivered(a, b, session, write(tmp_path / f"note {number}.txt", b"hello"))[0].id for number in range(count)]


def test_it_is_searched_and_paged(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    numbers = sent_notes(a, b, tmp_path, 4)
    first = history(a, limit=3)
    assert [each.transfer.id for each in first.transfers] == numbers[:0:-1]
    assert first.more
    rest = history(a, before=first.transfers[-1].id, limit=3)
    assert [each.transfer.id for each in rest.transfers] == numbers[:1]
    assert not rest.more
    assert not history(a, limit=4).more
    assert [each.transfer.id for each in history(a, "NOTE 2").transfers] == [numbers[2]]
    assert len(history(a, "kitchen").transfers) == 4
    assert history(a, "cellar").transfers == ()
    for senseless in ("x", "-1", "9" * 40):
        assert history(a, before=HistoryId(senseless)).transfers == ()


def test_cleared_it_is_gone_with_its_receipts(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    numbers = sent_notes(a, b, tmp_path, 3)
    newer, middle, older = history(a).transfers
    changes = len(a.heard(HistoryChanged))
    a.engine.clear_history([middle.id])
    assert history(a).transfers == (newer, older)
    assert len(a.heard(HistoryChanged)) == changes + 1
    for of in (middle.id, numbers[1]):
        assert isinstance(save_receipt(a, of, tmp_path / "receipt"), ReceiptUnavailable)
    assert len(list(a.engine.profile.receipts.iterdir())) == 2
    a.engine.clear_history([])
    assert history(a).transfers == (newer, older)
    a.engine.clear_history(None)
    assert history(a).transfers == ()
    assert list(a.engine.profile.receipts.iterdir()) == []
    assert len(history(b).transfers) == 3


def test_nothing_that_is_cleared_stays_in_a_journal(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    """What was settled is known for a week, should its sender come again."""
    a, b = pair_of_nodes
    sent_notes(a, b, tmp_path, 3)

    def told_of() -> set[str]:
        contents = [path.read_bytes() for path in b.engine.profile.root.rglob("*") if path.is_file()]
        return {name for name in ("note 0", "note 1", "note 2") if any(name.encode() in each for each in contents)}

    assert told_of() == {"note 0", "note 1", "note 2"}
    newer, middle, older = history(b).transfers
    b.engine.clear_history([middle.id])
    assert history(b).transfers == (newer, older)
    assert told_of() == {"note 0", "note 2"}
    b.engine.clear_history(None)
    assert history(b).transfers == ()
    assert told_of() == set()


def test_what_is_cleared_is_no_row_of_this_run_either(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    first, second, third, fourth = sent_notes(a, b, tmp_path, 4)
    waiting = a.engine.send([write(tmp_path / "later", b"x")], a.device_of(a.engine.sessions()[0].id))
    b.wait_for(OfferReceived)
    newest_first = history(a).transfers
    a.engine.clear_history([newest_first[-1].id, second])
    assert [each.transfer.id for each in history(a).transfers] == [fourth, third]
    assert [each.id for each in a.engine.transfers()] == [third, fourth, waiting]
    a.engine.clear_history(None)
    assert history(a).transfers == ()
    assert [each.id for each in a.engine.transfers()] == [waiting]
    assert len(b.engine.transfers()) == 5
    assert first not in {each.id for each in a.engine.transfers()}


def test_what_another_process_clears_is_gone_here_as_well(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "_LOOK", 0.02)
    a, b = pair_of_nodes
    sent_notes(a, b, tmp_path, 2)
    assert len(a.engine.transfers()) == 2
    assert len(history(a).transfers) == 2
    other = Past(a.engine.profile, lambda _: None, lambda _: None)
    other.start()
    other.clear(None)
    other.close(PATIENCE)
    wait_until(lambda: not a.engine.transfers())
    assert history(a).transfers == ()


def test_a_row_of_another_version_is_passed_over(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    a, b = pair_of_nodes
    numbers = sent_notes(a, b, tmp_path, 5)
    in_database(a, "UPDATE transfers SET state = 'teleported' WHERE number IN (2, 3)")
    assert [each.transfer.id for each in history(a).transfers] == [numbers[4], numbers[3], numbers[0]]
    page = history(a, limit=2)
    assert [each.transfer.id for each in page.transfers] == numbers[:2:-1]
    assert page.more
    assert "cannot be read" in caplog.text


def test_no_log_names_files_or_people(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    a, b = pair_of_nodes
    [number] = sent_notes(a, b, tmp_path, 1)
    assert save_receipt(a, number, tmp_path / "receipt.txt") is None
    in_database(a, "UPDATE transfers SET details = peer || 'note'")
    assert history(a).transfers == ()
    a.engine.clear_history(None)
    assert history(a).transfers == ()
    assert caplog.records
    for said in ("note", "Kitchen", "Ada", "receipt.txt"):
        assert said not in caplog.text


def test_what_a_killed_run_left_of_a_receipt_is_removed(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    left = write(a.engine.profile.receipts / ("0" * 32), b"half of a manifest")
    os.utime(left, (1, 1))
    sent_notes(a, b, tmp_path, 1)
    wait_until(lambda: not left.exists())
    assert newest(a).has_receipt
    assert len(list(a.engine.profile.receipts.iterdir())) == 1


def test_a_long_run_knows_the_numbers_of_its_last_transfers(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "_NUMBERS_KEPT", 2)
    a, b = pair_of_nodes
    numbers = sent_notes(a, b, tmp_path, 3)
    assert [each.transfer.id for each in history(a).transfers] == [numbers[2], numbers[1], TransferId(0)]


def test_a_peer_that_offers_faster_than_the_disk_takes_notes_fills_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "_WAITING_MAX", 5)
    kept = Past(Profile(tmp_path / "profile"), lambda _: None, lambda _: None)
    contents = Contents(("x" * 200,) * 10_000, 1, 0, 1)
    for number in range(20):
        row = Transfer(TransferId(number), Direction.RECEIVING, "Peer", State.ASKING, contents)
        status = Status(row, lambda _: None, kept.keep, kept.recorder())
        if number == 19:
            status.become(State.MOVING)
        status.end(Cancelled())
    assert kept._jobs.waiting == 7, "what was accepted is kept in any case"


def test_bytes_that_are_no_text_are_kept_as_far_as_they_can_be_shown(node: Node, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9")
    node.finished(node.engine.send([tmp_path / name], node.address))
    assert newest(node).transfer.contents.names == ("caf?",)


def test_which_there_are_is_told_apart_from_what_they_were(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    a, b = pair_of_nodes
    sent = sent_notes(a, b, tmp_path, 4)
    newest_first = [int(entry.id) for entry in history(a).transfers]
    assert index(a) == newest_first
    assert index(a, "NOTE 2") == [newest_first[1]]
    assert index(a, without=[sent[0], TransferId(77)]) == newest_first[:-1]
    looked_up = entries(a, [newest_first[0], newest_first[2], 77])
    assert {entry.transfer.id for entry in looked_up} == {sent[3], sent[1]}
    in_database(a, f"UPDATE transfers SET state = 'teleported' WHERE number = {newest_first[1]}")
    assert len(entries(a, newest_first)) == 3
    assert index(a) == [newest_first[0], *newest_first[2:]], "what cannot be read is not offered again"
    assert "cannot be read" in caplog.text

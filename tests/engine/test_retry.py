"""What failed is sent again and nothing else, from this run and from the history."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.engine import door
from desktop_app.engine.door import AskRetry
from desktop_app.errors import PathMissing, WriteFailed
from desktop_app.events import FileFailure, HistoryId, OfferReceived, SessionEnded, SessionId, State, Transfer
from desktop_app.storage import selection
from desktop_app.storage.history_errors import SourcesForgotten
from desktop_app.storage.partial import PartialFile
from desktop_app.transport.address import Address
from tests.engine.pasts import delivered, history, newest
from tests.support.node import Node, verify
from tests.transfer.trees import write

NOWHERE = Address("127.0.0.1", 1)
BAD = ("album/one/bad", "album/worse")


@pytest.fixture
def partly(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[SessionId, Transfer]:
    """An album of which two files could not be written; the next time they can."""
    good_write = PartialFile.write

    def failing(file: PartialFile, data: memoryview) -> int:
        if file.path.text in BAD:
            raise WriteFailed(path=file.path.text, reason="the disk reported an error")
        return good_write(file, data)

    monkeypatch.setattr(selection, "_BLOCK", 2)  # packed, as one of many thousand entries is
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for name in ("good", "one/good", "one/bad", "two/good", "worse"):
        write(tmp_path / "album" / name, name.encode())
    with monkeypatch.context() as patch:
        patch.setattr(PartialFile, "write", failing)
        number = a.engine.send([tmp_path / "album"], a.device_of(session))
        b.accept()
        sent = a.finished(number)
    assert sent.state is State.PARTLY
    assert sorted(failure.path for failure in sent.failures) == sorted(BAD)
    return session, sent


def arrived(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("of_the_history", [False, True])
def test_only_what_failed_goes_again(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer], of_the_history: bool
) -> None:
    a, b = pair_of_nodes
    session, sent = partly
    entry = newest(a)
    assert entry.can_retry
    assert not newest(b).can_retry
    if of_the_history:
        a.engine._transfers.forget({sent.id})
    again = a.engine.retry(entry.id if of_the_history else sent.id, a.device_of(session))
    b.accept()
    done = a.finished(again)
    assert (done.state, done.contents.files, done.contents.names) == (State.DELIVERED, 2, ("album",))
    before = {"album/good", "album/one/good", "album/two/good"}
    assert arrived(b.folder) == before | {"album (2)/one/bad", "album (2)/worse"}
    assert not newest(a).can_retry


def test_what_is_all_gone_by_then_is_told_by_its_name(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer], tmp_path: Path
) -> None:
    a, _ = pair_of_nodes
    session, sent = partly
    shutil.rmtree(tmp_path / "album")
    gone = a.finished(a.engine.retry(sent.id, a.device_of(session)))
    assert (gone.state, gone.contents.names) == (State.FAILED, ("album",))


def test_what_is_gone_by_then_is_told(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, sent = partly
    (tmp_path / BAD[0]).unlink()
    again = a.engine.retry(sent.id, a.device_of(session))
    b.accept()
    [left_out] = a.finished(again).left_out
    assert (left_out.path, type(left_out.error)) == (BAD[0], PathMissing)


def test_what_nobody_knows_any_more_is_told(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer]
) -> None:
    a, _ = pair_of_nodes
    session, sent = partly
    a.engine.clear_history(None)
    assert history(a).transfers == ()
    for of in (sent.id, HistoryId("7"), HistoryId("x")):
        failed = a.finished(a.engine.retry(of, a.device_of(session)))
        assert (failed.state, type(failed.error)) == (State.FAILED, SourcesForgotten)


def test_a_transfer_without_failures_keeps_no_paths(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, _ = delivered(a, b, session, write(tmp_path / "note.txt", b"x"))
    status = a.engine._transfers.find(sent.id)
    assert status is not None
    assert status.selected.sources == {}
    assert isinstance(sent.failures, tuple)
    assert not any(isinstance(each, FileFailure) for each in sent.failures)


def test_another_program_of_the_same_person_has_it_sent_again_to_the_same_device(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer]
) -> None:
    a, b = pair_of_nodes
    session, sent = partly
    (told,) = door.ask_of_transfers(a.engine.profile, AskRetry(sent.id))
    assert told.transfers is not None
    (again,) = told.transfers
    assert again.id != sent.id
    b.accept()
    done = a.finished(again.id)
    assert (done.state, done.contents.files, done.session) == (State.DELIVERED, 2, session)
    (told,) = door.ask_of_transfers(b.engine.profile, AskRetry(b.engine.transfers()[0].id))
    assert told.transfers == (), "what was received is for the sender to send again"


def test_where_that_device_is_not_near_nothing_is_sent(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer]
) -> None:
    a, _ = pair_of_nodes
    session, sent = partly
    a.engine.end_session(session)
    a.wait_for(SessionEnded)
    (told,) = door.ask_of_transfers(a.engine.profile, AskRetry(sent.id))
    assert told.transfers == ()
    assert len(a.engine.transfers()) == 1


@pytest.mark.parametrize("of_the_history", [False, True])
def test_what_failed_as_a_whole_is_sent_again_as_it_is_now(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, of_the_history: bool
) -> None:
    a, b = pair_of_nodes
    for name in ("one", "in/two"):
        write(tmp_path / "album" / name, name.encode())
    note = write(tmp_path / "note.txt", b"x")
    vain = a.finished(a.engine.send([tmp_path / "album", note], NOWHERE))
    assert (vain.state, vain.again) == (State.FAILED, True)
    assert newest(a).can_retry
    assert newest(a).transfer.again
    session, _ = verify(a, b)
    write(tmp_path / "album" / "three", b"three")
    if of_the_history:
        entry = newest(a).id
        a.engine._transfers.forget({vain.id})
    again = a.engine.retry(entry if of_the_history else vain.id, a.device_of(session))
    b.accept()
    done = a.finished(again)
    assert (done.state, done.again) == (State.DELIVERED, False)
    assert arrived(b.folder) == {"album/one", "album/in/two", "album/three", "note.txt"}


def test_of_what_failed_in_part_and_then_as_a_whole_only_that_part_goes_again(
    pair_of_nodes: tuple[Node, Node], partly: tuple[SessionId, Transfer]
) -> None:
    a, b = pair_of_nodes
    session, sent = partly
    declined = a.engine.retry(sent.id, a.device_of(session))
    b.engine.decline(b.wait_for(OfferReceived).transfer.id)
    assert (a.finished(declined).state, a.finished(declined).again) == (State.DECLINED, True)
    for of in (declined, newest(a).id):
        again = a.engine.retry(of, a.device_of(session))
        b.accept()
        done = a.finished(again)
        assert (done.state, done.contents.files) == (State.DELIVERED, 2)


def test_a_text_and_what_could_not_be_read_are_not_sent_again(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, _ = pair_of_nodes
    assert not a.finished(a.engine.send_text("hello", NOWHERE)).again
    assert not a.finished(a.engine.send([tmp_path / "nothing"], NOWHERE)).again


def test_what_is_gone_of_several_leaves_the_others_to_be_sent_again(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    notes = [write(tmp_path / f"note {number}.txt", b"x") for number in range(40)]
    vain = a.finished(a.engine.send(notes, NOWHERE))
    assert newest(a).can_retry, "of as many as a person chooses by hand"
    notes[1].unlink()
    session, _ = verify(a, b)
    again = a.engine.retry(vain.id, a.device_of(session))
    b.accept()
    done = a.finished(again)
    assert (done.state, done.contents.files) == (State.DELIVERED, 39)
    assert [each.path for each in done.left_out] == ["note 1.txt"]
    for note in notes:
        note.unlink(missing_ok=True)
    assert not a.finished(a.engine.retry(newest(a).id, a.device_of(session))).again


def test_what_a_person_cancelled_is_not_offered_again(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    """Though some of it had failed."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note.txt", b"x")], a.device_of(session))
    b.wait_for(OfferReceived)
    status = a.engine._transfers.find(number)
    assert status is not None
    status.failed_file("note.txt", PathMissing(path="note.txt"))
    a.engine.cancel(number)
    assert (a.finished(number).state, a.finished(number).again) == (State.CANCELLED, False)
    assert (newest(a).can_retry, newest(a).transfer.again) == (False, False)


@pytest.mark.skipif(os.name != "posix", reason="names that are bytes")
def test_a_path_that_cannot_be_kept_is_not_taken_for_another(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, _ = pair_of_nodes
    odd = write(tmp_path / os.fsdecode(b"caf\xe9") / "note.txt", b"x")
    write(tmp_path / "caf?" / "note.txt", b"another")
    assert a.finished(a.engine.send([odd], NOWHERE)).again
    assert not newest(a).can_retry

"""What is kept of transfers that are not over, where several processes have one profile."""

import os
import threading
import time
import tracemalloc
from pathlib import Path

import msgspec
import pytest

from desktop_app.errors import Cancelled, PeerCancelled
from desktop_app.events import Contents, Direction, Remembered, SessionId, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.top_names import TopNames
from desktop_app.storage.history import History
from desktop_app.storage.journal import Journal
from desktop_app.storage.profile import Profile
from desktop_app.transfer.journal_records import Begun, Group, Offered, Owned
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import CHAIN
from desktop_app.transfer.status import Status
from tests.support.node import Node, verify, wait_until
from tests.support.top_names import a_file
from tests.transfer.trees import write

RECORD = "1" * 32


def a_row(direction: Direction) -> Status:
    row = Transfer(TransferId(1), direction, "Kitchen PC", State.MOVING, Contents((), 1, 0, 1))
    return Status(row, lambda _: None)


def a_note() -> Offered:
    return Offered(os.urandom(limits.OFFER_ID), 1, 0, 1, 0, 4, TopNames([a_file("note", 1)]))


@pytest.mark.parametrize("direction", Direction)
def test_the_spool_of_what_waits_is_not_abandoned_to_a_process_that_does_not_go_on_with_it(
    tmp_path: Path, direction: Direction
) -> None:
    profile = Profile(tmp_path / "profile")
    keeping, other = Keeping(profile.transfers), Keeping(profile.transfers)
    status = a_row(direction)
    offered = a_note()
    keeping.begin(status, Begun(offered, "", "Kitchen PC", 0.0, "spool", None), SessionId(1))
    spool = write(profile.receipts / "spool", b"entries", mtime=1)
    history = History(profile, lambda _: None)
    history.tidy(other.spools())
    assert spool.exists()
    keeping.close()
    history.tidy(other.spools())
    history.close()
    assert spool.exists()


def test_to_know_the_spools_no_journal_is_read_to_its_end(tmp_path: Path) -> None:
    """That of a million files is 12 MB."""
    keeping = Keeping(tmp_path / "transfers")
    status = a_row(Direction.RECEIVING)
    offered = a_note()
    keeping.begin(status, Begun(offered, "", "Kitchen PC", 0.0, "spool", None), SessionId(1))
    assert status.kept is not None
    files = tuple((number, number, number) for number in range(2**31, 2**31 + 20_000))
    status.kept.say(Group(20_000, 0, 0, files, (), (), (), 0))
    tracemalloc.start()
    try:
        assert keeping.spools() == {"spool"}
        assert tracemalloc.get_traced_memory()[1] < 200 * limits.KIB
    finally:
        tracemalloc.stop()
        keeping.close()


def test_a_journal_with_a_word_in_it_that_is_no_text_is_believed_up_to_there(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    status = a_row(Direction.SENDING)
    keeping = Keeping(profile.transfers)
    offered = a_note()
    keeping.begin(status, Begun(offered, "", "Kitchen PC", time.time(), "spool", None), SessionId(1))
    keeping.close()
    [path] = (each for each in profile.transfers.iterdir() if each.suffix == ".out")
    journal = Journal.take(path)
    assert journal is not None
    journal[0].append(msgspec.msgpack.encode(Owned("1" * 32)))
    journal[0].append(msgspec.msgpack.encode(Owned("123")).replace(b"123", b"\x80\x80\x80"))
    journal[0].close()
    again = Keeping(profile.transfers)
    [restored] = again.restore(lambda *_: status, lambda: False)
    assert restored.kept is not None
    assert restored.kept.owner == "1" * 32
    again.close()


def test_a_folder_among_the_journals_keeps_nobody_from_starting(tmp_path: Path) -> None:
    strange = tmp_path / "transfers" / "strange.done"
    strange.mkdir(parents=True)
    os.utime(strange, (1, 1))
    assert not list(Keeping(strange.parent).restore(lambda *_: pytest.fail("it is no journal"), lambda: False))
    assert strange.exists()


def test_what_was_taken_back_while_it_was_accepted_is_not_kept(tmp_path: Path) -> None:
    """Whoever offers and cancels at once, again and again, would leave a journal and its lock each time."""
    keeping = Keeping(tmp_path / "transfers")
    status = a_row(Direction.RECEIVING)
    offered = a_note()
    status.end(PeerCancelled())
    keeping.over(status, status.transfer)
    keeping.begin(status, Begun(offered, "", "Kitchen PC", 0.0, "spool", None), SessionId(1))
    assert status.kept is None
    assert keeping.receiving(offered.number) is None
    assert not [path for path in (tmp_path / "transfers").iterdir() if path.suffix == ".in"]


def test_a_row_that_is_over_holds_on_to_none_of_its_entries(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    """A thousand of them may be shown."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for number in range(50):
        write(tmp_path / "album" / f"{number % 5}" / f"{number}", b"x")
    sent = a.engine.send([tmp_path / "album"], a.device_of(session))
    received = b.accept()
    assert a.finished(sent).state is State.DELIVERED
    for node, number in ((a, sent), (b, received)):
        status = node.engine._transfers.find(number)
        assert status is not None
        kept = status.kept
        assert kept is not None
        wait_until(lambda kept=kept: not kept.alive)  # type: ignore[misc]
        wait_until(lambda kept=kept: not (kept.files or kept.folders or kept.making or kept.names))  # type: ignore[misc]


def test_what_was_accepted_while_its_peer_became_remembered_waits_for_that_device(tmp_path: Path) -> None:
    """Whose it is was asked for before, and its journal is there only afterwards."""
    keeping = Keeping(tmp_path / "transfers")
    status = a_row(Direction.SENDING)
    offered = a_note()
    begun = Begun(offered, f"{CHAIN}1.0", "Kitchen PC", time.time(), "spool", None)
    keeping.remembered(f"{CHAIN}1.0", RECORD)
    keeping.begin(status, begun, SessionId(1))
    assert status.kept is not None
    assert status.kept.owner == RECORD
    keeping.goes_on_with(status.kept, Owned(f"{CHAIN}1.0", "Somebody"))
    assert (status.kept.owner, status.kept.peer) == (RECORD, "Kitchen PC")
    keeping.goes_on_with(status.kept, Owned(f"{CHAIN}2.0", "Garden PC"))
    assert (status.kept.owner, status.kept.peer) == (f"{CHAIN}2.0", "Garden PC")  # whom its person chose
    keeping.close()


@pytest.mark.parametrize("direction", Direction)
def test_a_journal_that_is_begun_slowly_says_which_remembered_device_it_belongs_to(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, direction: Direction
) -> None:
    a, b = pair_of_nodes
    slow, remembered = (a if direction is Direction.SENDING else b), threading.Event()
    keeping = slow.engine._transfers.keeping
    begin = keeping.begin

    def begin_later(status: Status, begun: Begun, session: SessionId) -> None:
        assert remembered.wait(20)
        begin(status, begun, session)

    monkeypatch.setattr(keeping, "begin", begin_later)
    session_a, session_b = verify(a, b)
    with (tmp_path / "film").open("wb") as film:
        film.truncate(2**30)
    sent = a.engine.send([tmp_path / "film"], a.device_of(session_a))
    received = b.accept()
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    device = slow.wait_for(Remembered).device
    remembered.set()
    number = sent if direction is Direction.SENDING else received
    status = slow.engine._transfers.find(number)
    assert status is not None
    wait_until(lambda: status.kept is not None and status.kept.lasting_owner == device.id)
    a.engine.cancel(sent)
    assert b.finished(received).state is not State.DELIVERED


@pytest.mark.parametrize(("owner", "stays"), [(RECORD, True), (f"{CHAIN}1.0", False)])
def test_the_next_run_tells_who_can_still_be_met_that_it_was_given_up(tmp_path: Path, owner: str, stays: bool) -> None:
    keeping, status, offered = Keeping(tmp_path / "transfers"), a_row(Direction.SENDING), a_note()
    keeping.begin(status, Begun(offered, owner, "Kitchen PC", time.time(), "spool", None), SessionId(1))
    status.end(Cancelled())
    keeping.over(status, status.transfer)
    assert keeping.any_taken_back
    keeping.close()
    later = Keeping(tmp_path / "transfers")
    assert not list(later.restore(lambda *_: pytest.fail("it has a row no more"), lambda: False))
    assert later.any_taken_back is stays
    assert bool([path for path in (tmp_path / "transfers").iterdir() if path.suffix == ".out"]) is stays
    later.close()


def test_whoever_becomes_remembered_is_told_in_the_next_run_what_was_given_up_before(tmp_path: Path) -> None:
    keeping, status, chain = Keeping(tmp_path / "transfers"), a_row(Direction.SENDING), f"{CHAIN}1.0"
    keeping.begin(status, Begun(a_note(), chain, "Kitchen PC", time.time(), "spool", None), SessionId(1))
    status.end(Cancelled())
    keeping.over(status, status.transfer)
    keeping.remembered(chain, RECORD)
    keeping.close()
    later = Keeping(tmp_path / "transfers")
    assert not list(later.restore(lambda *_: pytest.fail("it has a row no more"), lambda: False))
    assert [kept.owner for kept in later.taken_back(RECORD, SessionId(1), set())] == [RECORD]
    later.close()

"""A disk that fills up while something arrives: both sides wait, say why, and go on by themselves."""

import errno
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine import continuing, returning
from desktop_app.engine.transfer_facts import can_continue
from desktop_app.errors import (
    Cancelled,
    DiskFull,
    DiskFullThere,
    Interrupted,
    NoSpaceThere,
    NotKeptThere,
    WriteFailed,
)
from desktop_app.events import OfferReceived, SessionEnded, SessionId, State, TransferId
from desktop_app.protocol import limits
from desktop_app.storage import room, system_calls
from desktop_app.storage.destination import Destination
from desktop_app.storage.partial import PartialFile
from desktop_app.transfer import lane
from tests.support.cut import Line
from tests.support.disks import MakeDisk, make_disk
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import tree, write

__all__ = ["make_disk"]

MIB = limits.MIB
pytestmark = pytest.mark.disks


@pytest.fixture(autouse=True)
def _small_and_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    monkeypatch.setattr(room, "STEP", MIB)
    monkeypatch.setattr(lane, "_RETRY", 0.05)


@pytest.fixture
def disk(make_disk: MakeDisk) -> Path:
    return make_disk(mib=40)


def free(disk: Path) -> int:
    status = os.statvfs(disk)
    return status.f_bavail * status.f_frsize


class Filler:
    """Somebody else who fills the disk at a chosen moment, and makes room again."""

    def __init__(self, disk: Path, leave: int) -> None:
        self._disk, self._leave = disk, leave
        self.path = disk / "theirs"

    def fill(self) -> None:
        assert free(self._disk) < 100 * MIB, "not the disk of this test"
        if not self.path.exists():
            self.path.write_bytes(bytes(max(0, free(self._disk) - self._leave)))

    def make_room(self) -> None:
        self.path.unlink()


def assert_(condition: bool) -> None:
    assert condition


def before(monkeypatch: pytest.MonkeyPatch, kind: type, name: str, act: Callable[[], None], times: int = 1) -> None:
    """Act just before the method runs for the nth time."""
    method, calls = getattr(kind, name), []

    def acting(*arguments: object) -> object:
        calls.append(name)
        if len(calls) == times:
            act()
        return method(*arguments)

    monkeypatch.setattr(kind, name, acting)


def album(root: Path, files: int = 80, size: int = 256 * limits.KIB) -> Path:
    for number in range(files):
        write(root / "album" / f"{number:03}", os.urandom(size))
    (root / "album" / "empty").mkdir()
    return root / "album"


def begin(a: Node, b: Node, session: SessionId, source: Path, into: Path) -> tuple[TransferId, TransferId]:
    sent = a.engine.send([source], a.device_of(session))
    return sent, b.accept(into)


def assert_nothing_partial(folder: Path) -> None:
    wait_until(lambda: not list(folder.glob(".tally*")), lambda: str(list(folder.iterdir())))


def test_both_wait_say_why_and_go_on_by_themselves(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source, filler = album(tmp_path), Filler(disk, leave=6 * MIB)
    before(monkeypatch, Destination, "create", filler.fill, times=10)
    sent, received = begin(a, b, session, source, disk)
    here, there = b.wait_paused(received, DiskFull), a.wait_paused(sent, DiskFullThere)
    assert here.state is State.MOVING
    assert there.state in {State.MOVING, State.FINISHING}
    assert here.paused is not None
    left = 20 * MIB - b.bytes_done(received)
    assert here.paused.fields["needed"] == left
    assert str(there.paused) == "The disk of Kitchen PC is full."
    assert MIB <= free(disk) <= 3 * MIB, "the reserve is kept"
    before_waiting = b.bytes_done(received)
    assert 0 < before_waiting < 20 * MIB
    time.sleep(0.3)
    assert b.bytes_done(received) == before_waiting
    filler.make_room()
    for node, number in ((a, sent), (b, received)):
        ended = node.finished(number)
        assert (ended.state, ended.failures, ended.paused) == (State.DELIVERED, (), None)
    assert tree(disk / "album") == tree(source)
    assert_nothing_partial(disk)


def test_the_session_lives_and_other_transfers_go_on_meanwhile(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    monkeypatch.setattr(limits, "HEARTBEAT", 0.2)
    monkeypatch.setattr(limits, "SILENCE", 2.0)
    source, filler = album(tmp_path), Filler(disk, leave=3 * MIB)
    before(monkeypatch, Destination, "create", filler.fill, times=5)
    sent, received = begin(a, b, session, source, disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    note, picture = write(tmp_path / "note", b"hello"), write(tmp_path / "picture", os.urandom(3 * MIB))
    quick, _ = begin(a, b, session, note, b.folder)
    assert a.finished(quick).state is State.DELIVERED
    back = b.engine.send([picture], b.device_of(b.heard(OfferReceived)[0].transfer.session or session))
    a.accept()
    assert b.finished(back).state is State.DELIVERED
    time.sleep(2.5)  # longer than anybody waits for a sign of life
    assert not a.heard(SessionEnded) + b.heard(SessionEnded)
    filler.make_room()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert tree(disk / "album") == tree(source)


@pytest.mark.parametrize("reserves", [True, False])
def test_one_big_file(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, reserves: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where its room can be reserved it is not begun, else it stops somewhere amid."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    content, filler = os.urandom(25 * MIB), Filler(disk, leave=4 * MIB)
    if reserves:
        before(monkeypatch, Destination, "create", filler.fill)
    else:
        monkeypatch.setattr(system_calls, "preallocate", lambda _descriptor, _size: False)
        before(monkeypatch, PartialFile, "write", filler.fill, times=6)
    sent, received = begin(a, b, session, write(tmp_path / "film", content), disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    assert (b.bytes_done(received) == 0) is reserves
    filler.make_room()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert (disk / "film").read_bytes() == content


def test_a_disk_that_is_full_to_the_last_byte_amid_a_record(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else was faster than every look at what is free: a part of a record is written, the rest later."""
    monkeypatch.setattr(room, "RESERVE", 0)
    monkeypatch.setattr(room, "STEP", 100 * MIB)
    monkeypatch.setattr(system_calls, "preallocate", lambda _descriptor, _size: False)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    content, filler = os.urandom(25 * MIB), Filler(disk, leave=5 * MIB + 300_000)
    before(monkeypatch, PartialFile, "write", filler.fill, times=3)
    sent, received = begin(a, b, session, write(tmp_path / "film", content), disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    assert free(disk) < limits.KIB * 4
    assert b.bytes_done(received) % MIB > 0
    filler.make_room()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert (disk / "film").read_bytes() == content


@pytest.mark.parametrize("what", ["empty files", "folders"])
def test_what_has_no_bytes_waits_as_well(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for number in range(700):
        if what == "folders":
            (tmp_path / "album" / f"{number}").mkdir(parents=True)
        else:
            write(tmp_path / "album" / f"{number}", b"")
    filler = Filler(disk, leave=MIB)
    full = [True]
    if what == "folders":
        make_child = os.mkdir

        def fail(path: str, mode: int = 0o777, *, dir_fd: int | None = None) -> None:
            if full and str(path).isdecimal():
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            make_child(path, mode, dir_fd=dir_fd)

        monkeypatch.setattr(os, "mkdir", fail)
    else:
        before(monkeypatch, Destination, "create", filler.fill, times=300)
    sent, received = begin(a, b, session, tmp_path / "album", disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    full.clear()
    if filler.path.exists():
        filler.make_room()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert b.transfer(received).failures == ()
    assert len(list((disk / "album").iterdir())) == 700


def test_no_room_for_a_final_name(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The content is there and durable; only its folder cannot grow."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path, files=30, size=1000)
    rename, full = system_calls.rename_exclusive, [True]

    def fail(old: str, new: str, *, old_directory: int | None, new_directory: int | None) -> None:
        if full and new.startswith("01"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rename(old, new, old_directory=old_directory, new_directory=new_directory)

    monkeypatch.setattr(system_calls, "rename_exclusive", fail)
    sent, received = begin(a, b, session, source, disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    assert len(list((disk / "album").iterdir())) == 21, "the others are delivered"
    full.clear()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert tree(disk / "album") == tree(source)


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_given_up_at_once(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    monkeypatch.setattr(lane, "_RETRY", 60.0)
    filler = Filler(disk, leave=4 * MIB)
    before(monkeypatch, Destination, "create", filler.fill, times=20)
    sent, received = begin(a, b, session, album(tmp_path), disk)
    b.wait_paused(received, DiskFull)
    a.wait_paused(sent, DiskFullThere)
    start = time.monotonic()
    if who == "sender":
        a.engine.cancel(sent)
    else:
        b.engine.cancel(received)
    for node, number in ((a, sent), (b, received)):
        ended = node.finished(number)
        assert (ended.state, ended.paused) == (State.CANCELLED, None)
    assert time.monotonic() - start < 2
    assert isinstance((a.transfer(sent) if who == "sender" else b.transfer(received)).error, Cancelled)
    assert_nothing_partial(disk)
    assert filler.path.exists()
    number, _ = begin(a, b, session, write(tmp_path / "afterwards", b"fine"), b.folder)
    assert a.finished(number).state is State.DELIVERED


@pytest.mark.parametrize("how", ["cut", "ended"])
def test_the_session_ends_while_they_wait(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, session_there = verify(a, b)
    monkeypatch.setattr(lane, "_RETRY", 60.0)
    filler = Filler(disk, leave=4 * MIB)
    before(monkeypatch, Destination, "create", filler.fill, times=20)
    sent, received = begin(a, b, session, album(tmp_path), disk)
    b.wait_paused(received, DiskFull)
    if how == "cut":
        b.cut(session_there)
    else:
        a.engine.end_session(session)
    for node, number in ((a, sent), (b, received)):
        node.wait_paused(number, Interrupted)
        node.engine.cancel(number)
        assert node.finished(number).paused is None
    assert b.transfer(received).state is State.CANCELLED
    wait_until(lambda: not list(disk.glob(".tallystick-partial-*")))
    assert_nothing_partial(disk)


def test_two_transfers_wait_for_the_same_disk(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    filler = Filler(disk, leave=3 * MIB)
    sources = [album(tmp_path / name, files=40) for name in ("first", "second")]
    accepted = threading.Event()

    def fill() -> None:
        assert accepted.wait(10)
        filler.fill()

    before(monkeypatch, Destination, "create", fill, times=30)
    device = a.device_of(session)
    both = [(a.engine.send([source], device), b.wait_for(OfferReceived).transfer.id) for source in sources]
    for _, received in both:
        b.engine.accept(received, disk)
    for _, received in both:
        b.wait_state(received, State.MOVING)
    accepted.set()
    for sent, received in both:
        b.wait_paused(received, DiskFull)
        a.wait_paused(sent, DiskFullThere)
    filler.make_room()
    for sent, received in both:
        assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert sorted(path.name for path in disk.iterdir()) == ["album", "album (2)"]
    found = sorted((tree(disk / name) for name in ("album", "album (2)")), key=str)
    assert found == sorted(map(tree, sources), key=str)


def test_a_disk_that_is_full_when_both_meet_again_is_asked_again(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    monkeypatch.setattr(continuing, "_AGAIN", (0.1,))
    a, b = pair_of_nodes
    source, filler = album(tmp_path), Filler(disk, leave=MIB)
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)

        def cut_and_fill() -> None:
            line.cut()
            filler.fill()

        before(monkeypatch, Destination, "create", cut_and_fill, times=10)
        sent, received = begin(a, b, session, source, disk)
        b.wait_paused(received, Interrupted)
        line.mend()
        a.wait_paused(sent, NoSpaceThere)
        b.wait_paused(received, DiskFull)
        assert not can_continue(b.transfer(received)), "it goes on by itself, and says so"
        filler.make_room()
        assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert tree(disk / "album") == tree(source)


def test_a_second_offer_is_held_against_what_the_first_will_still_take(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of the first has been written yet."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    refused = threading.Event()
    before(monkeypatch, Destination, "create", lambda: assert_(refused.wait(10)))
    first = a.engine.send([write(tmp_path / "first", bytes(25 * MIB))], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    second = a.engine.send([write(tmp_path / "second", bytes(25 * MIB))], a.device_of(session))
    other = b.wait_for(OfferReceived)
    b.engine.accept(offer.transfer.id, disk)
    b.engine.accept(other.transfer.id, disk)
    again = b.wait_for(OfferReceived)
    assert again.transfer.id == other.transfer.id
    assert again.problem is not None
    assert again.problem.code == "not-enough-space"
    assert again.free < 14 * MIB
    assert free(disk) > 39 * MIB
    refused.set()
    b.engine.decline(other.transfer.id)
    assert a.finished(first).state is State.DELIVERED
    assert a.finished(second).state is State.DECLINED


@pytest.mark.parametrize(
    ("code", "there"), [(errno.EIO, NotKeptThere), (errno.ENOSPC, NoSpaceThere)], ids=["EIO", "ENOSPC"]
)
@pytest.mark.parametrize("files", [1, 30])
def test_case_071_what_could_not_be_made_durable_is_not_delivered(
    pair_of_nodes: tuple[Node, Node],
    tmp_path: Path,
    disk: Path,
    code: int,
    there: type[NotKeptThere | NoSpaceThere],
    files: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The content may be lost then, so there is nothing to wait for."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)

    def fail(_descriptor: int) -> bool:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(system_calls, "sync_data", fail)
    monkeypatch.setattr(system_calls, "sync_filesystem", fail)
    source = album(tmp_path, files, size=1000)
    (source / "empty").rmdir()
    sent, received = begin(a, b, session, source, disk)
    ended, here = a.finished(sent), b.finished(received)
    assert ended.state is here.state is State.PARTLY
    assert [type(failure.error) for failure in ended.failures] == [there] * files
    assert len(here.failures) == files
    assert code != errno.EIO or isinstance(here.failures[0].error, WriteFailed)
    assert not [path for path in disk.rglob("*") if path.is_file()]
    assert_nothing_partial(disk)

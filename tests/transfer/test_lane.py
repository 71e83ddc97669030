"""Records in their order, whether the reader takes them or a thread that waits for a disk."""

import threading
from collections.abc import Iterator

import pytest

from desktop_app.errors import (
    AppError,
    FolderUnusable,
    LimitExceeded,
    LocalProtocolError,
    NotEnoughSpace,
    StorageError,
    UnexpectedMessage,
)
from desktop_app.protocol import limits
from desktop_app.protocol.messages import End
from desktop_app.transfer import lane as lane_module
from desktop_app.transfer.lane import Backlog, Job, Lane, OutOfRoom, Record
from tests.support.node import wait_until

FULL = NotEnoughSpace(needed=1, free=0)


class Disk:
    """A driver that writes down what it is told, and on which threads."""

    def __init__(self) -> None:
        self.taken: list[object] = []
        self.threads: list[threading.Thread] = []
        self.told: list[object] = []
        self.is_full = False
        self.raises: Exception | None = None
        self.slow: threading.Event | None = None
        self.backlog = Backlog()
        self.lane = Lane("lane", self, self.backlog)

    def take(self, record: Record) -> Job | None:
        if self.raises is not None:
            raise self.raises
        value = bytes(record) if isinstance(record, memoryview) else record
        if self.is_full:
            raise OutOfRoom(FULL, lambda: self.take(memoryview(value) if isinstance(value, bytes) else value))
        self.taken.append(value)
        self.threads.append(threading.current_thread())
        if self.slow is not None:
            slow, self.slow = self.slow, None
            return lambda: self.finish_slowly(slow)
        return None

    def finish_slowly(self, slow: threading.Event) -> Job | None:
        assert slow.wait(5)
        self.taken.append("slow")
        return None

    def full(self, error: NotEnoughSpace) -> None:
        self.told.append("full")

    def room(self) -> None:
        self.told.append("room")

    def gave_up(self, error: StorageError) -> None:
        self.told.append(error)
        self.lane.stop()

    def failed(self, error: AppError) -> None:
        self.told.append(error)

    def waits(self) -> bool:
        return "full" in self.told


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    monkeypatch.setattr(lane_module, "_RETRY", 0.02)
    disk = Disk()
    yield disk
    disk.lane.stop()
    assert disk.backlog._size == 0


def test_on_the_reader_as_long_as_it_is_quick(disk: Disk) -> None:
    for number in range(5):
        disk.lane.put(memoryview(bytes((number,))))
    assert disk.taken == [bytes((number,)) for number in range(5)]
    assert set(disk.threads) == {threading.current_thread()}


def test_a_full_disk_keeps_the_order_and_lets_the_reader_go(disk: Disk) -> None:
    room = bytearray(b"reader's own room")
    disk.lane.put(memoryview(room))
    disk.is_full = True
    room[:] = b"record number 1.."
    disk.lane.put(memoryview(room))
    wait_until(disk.waits)
    for number in range(2, 5):
        room[:] = f"record number {number}..".encode()
        disk.lane.put(memoryview(room))
    disk.lane.put(End(7, bytes(32)))
    room[:] = b"something else   "
    assert disk.taken == [b"reader's own room"]
    wait_until(lambda: disk.told.count("full") > 1)  # each try is told
    disk.is_full = False
    wait_until(lambda: "room" in disk.told)
    records = [f"record number {number}..".encode() for number in range(1, 5)]
    assert disk.taken == [b"reader's own room", *records, End(7, bytes(32))]
    assert disk.threads[-1] is not threading.current_thread()
    wait_until(lambda: disk.lane._thread is None)
    disk.lane.put(memoryview(b"afterwards"))
    assert disk.threads[-1] is threading.current_thread()
    assert disk.told.count("room") == 1


def test_room_is_told_only_when_nothing_waits(disk: Disk) -> None:
    """Else the peer would send on while what it sent before still waits."""
    taken_at_room: list[int] = []
    disk.room = lambda: taken_at_room.append(len(disk.taken))  # type: ignore[method-assign]
    disk.is_full = True
    disk.lane.put(memoryview(b"0"))
    wait_until(disk.waits)
    for _ in range(500):
        disk.lane.put(memoryview(b"x"))
    disk.is_full = False
    wait_until(lambda: bool(taken_at_room))
    assert taken_at_room == [501]


def test_what_takes_long_is_done_aside_and_what_follows_waits(disk: Disk) -> None:
    disk.slow = slow = threading.Event()
    disk.lane.put(memoryview(b"1"))
    disk.lane.put(memoryview(b"2"))
    assert disk.taken == [b"1"]
    slow.set()
    wait_until(lambda: len(disk.taken) == 3)
    assert disk.taken == [b"1", "slow", b"2"]
    assert disk.told == [], "nobody has to stop sending for that"


def test_nothing_is_done_after_a_stop(disk: Disk) -> None:
    disk.is_full = True
    disk.lane.put(memoryview(b"1"))
    wait_until(disk.waits)
    disk.lane.put(memoryview(b"2"))
    disk.lane.stop()
    disk.is_full = False
    disk.lane.put(memoryview(b"3"))
    assert disk.taken == []
    assert "room" not in disk.told
    disk.lane.stop()


def test_a_stop_waits_for_what_is_being_done(disk: Disk) -> None:
    disk.slow = slow = threading.Event()
    disk.lane.put(memoryview(b"1"))
    timer = threading.Timer(0.1, slow.set)
    timer.start()
    disk.lane.stop()
    assert disk.taken == [b"1", "slow"]
    timer.join()


def test_what_waits_is_bounded_for_all_lanes_of_a_session(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HELD_BYTES", 1999)
    disk.is_full = True
    disk.lane.put(memoryview(b"1"))
    other = Lane("other", disk, disk.backlog)
    other.put(memoryview(b"1"))
    wait_until(disk.waits)
    disk.lane.put(memoryview(bytes(998)))
    other.put(memoryview(bytes(998)))
    disk.lane.put(memoryview(b""))
    with pytest.raises(LimitExceeded):
        other.put(memoryview(b""))
    other.stop()


def test_errors_on_the_reader_are_the_readers(disk: Disk) -> None:
    disk.raises = UnexpectedMessage(detail="lie")
    with pytest.raises(UnexpectedMessage):
        disk.lane.put(memoryview(b"1"))
    disk.raises = FolderUnusable(path="save", reason="gone")
    disk.lane.put(memoryview(b"2"))
    assert disk.told == [disk.raises]


@pytest.mark.parametrize("error", [UnexpectedMessage(detail="lie"), FolderUnusable(path="save", reason="gone")])
def test_errors_on_a_thread_are_told(disk: Disk, error: AppError) -> None:
    disk.is_full = True
    disk.lane.put(memoryview(b"1"))
    wait_until(disk.waits)
    disk.lane.put(memoryview(b"2"))
    disk.raises = error
    wait_until(lambda: error in disk.told)
    assert disk.taken == []


def test_a_defect_on_a_thread_is_told_as_ours(disk: Disk, caplog: pytest.LogCaptureFixture) -> None:
    disk.is_full = True
    disk.lane.put(memoryview(b"1"))
    wait_until(disk.waits)
    disk.raises = ZeroDivisionError()
    wait_until(lambda: isinstance(disk.told[-1], LocalProtocolError))
    assert "a transfer failed" in caplog.text


def test_one_for_which_there_is_no_thread_can_be_stopped(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its session ends for that, and would not have come to its end."""

    def refuse(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(threading.Thread, "start", refuse)
    with pytest.raises(RuntimeError, match="start"):
        disk.lane.begin(lambda: None)
    disk.lane.stop()

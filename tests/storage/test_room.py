"""Room on a disk: promised once, kept free by a reserve, and asked for again while a transfer writes."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.errors import NotEnoughSpace, WriteFailed
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage import room as room_module
from desktop_app.storage.destination import Destination
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import ReceivedPath
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.room import Promises, Room
from tests.storage.receiving import below, receive
from tests.support.disks import MakeDisk

MIB = limits.MIB


def fill(disk: Path, *, leave: int) -> Path:
    """Somebody else uses the disk."""
    status = os.statvfs(disk)
    assert status.f_blocks * status.f_frsize < 100 * MIB, "not the disk of this test"
    filler = disk / "theirs"
    filler.write_bytes(bytes(status.f_bavail * status.f_frsize - leave))
    return filler


def create(to: Destination, text: str, size: int) -> PartialFile:
    return to.create(ReceivedPath.parse(text), Entry(text, EntryKind.FILE, size, 0, False))


def until_full(act: Callable[[], object]) -> tuple[int, NotEnoughSpace]:
    """How often that goes well, and how it ends."""
    for times in range(1000):
        try:
            act()
        except NotEnoughSpace as error:
            return times, error
    raise AssertionError("it never ends")


def test_two_accepted_offers_add_up(save: Path) -> None:
    promises = Promises()
    with Destination(save, promises=promises) as first, Destination(save, promises=promises) as second:
        most = first.free() * 6 // 10
        first.begin(["a"], most)
        with pytest.raises(NotEnoughSpace) as caught:
            second.begin(["b"], most)
        assert caught.value.fields["needed"] == most
        first.discard()
        first.close()
        second.begin(["b"], most)  # nothing of the first is left, nor of the second's own try
        second.discard()


@pytest.mark.disks
def test_another_disk_has_room_of_its_own(save: Path, make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "RESERVE", 0)
    promises = Promises()
    with Destination(save, promises=promises) as first, Destination(make_disk(), promises=promises) as second:
        first.begin(["a"], first.free() * 9 // 10)  # others use that disk, too
        second.begin(["b"], second.free())
        first.discard()
        second.discard()


@pytest.mark.disks
@pytest.mark.parametrize("reserves", [True, False])
def test_a_promise_shrinks_as_it_is_kept(make_disk: MakeDisk, reserves: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """At every moment what is left of the promise and what is written are together what was accepted."""
    monkeypatch.setattr(room_module, "RESERVE", 0)
    if not reserves:
        monkeypatch.setattr(system_calls, "preallocate", lambda _descriptor, _size: False)
    promises, disk = Promises(), make_disk(mib=16)
    with Destination(disk, promises=promises) as to, Directory(str(disk)) as looking:
        before, slack = promises.free(looking), 32 * limits.KIB  # directories and the marker

        def is_promised(size: int) -> bool:
            return before - size - slack <= promises.free(looking) <= before - size

        to.begin(["big", "small", "dropped", "cut", "skipped"], 10 * MIB)
        assert is_promised(10 * MIB)
        big = create(to, "big", 4 * MIB)
        assert is_promised(10 * MIB)
        for _ in range(4):
            assert big.write(memoryview(bytes(MIB))) == MIB
            assert is_promised(10 * MIB)
        small = receive(to, "small", bytes(MIB // 2))
        assert is_promised(10 * MIB)
        assert to.commit([big, small]) == ()
        assert is_promised(10 * MIB)
        cut = create(to, "cut", 2 * MIB)
        cut.write(memoryview(bytes(MIB)))
        cut.discard()
        cut.discard()
        assert is_promised(8 * MIB)
        receive(to, "dropped", bytes(MIB)).discard()
        assert is_promised(7 * MIB)
        to.spare(2 * MIB + MIB // 2)
        assert is_promised(4 * MIB + MIB // 2)
        to.discard()
    with Directory(str(disk)) as looking:
        assert 4 * MIB + MIB // 2 <= before - promises.free(looking) <= 4 * MIB + MIB // 2 + slack


@pytest.mark.disks
def test_the_reserve_stays_free_while_files_are_written(make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "RESERVE", 8 * MIB)
    monkeypatch.setattr(room_module, "STEP", MIB)
    disk = make_disk(mib=16)
    with Destination(disk) as to:
        to.begin(["t"], 0)
        kept: list[PartialFile] = []
        _, error = until_full(lambda: kept.append(receive(to, f"t/{len(kept)}", bytes(100_000))))
        assert error.fields["needed"] == 100_000
        assert len(kept) > 60
        status = os.statvfs(disk)
        assert 7 * MIB <= status.f_bavail * status.f_frsize <= 9 * MIB
        assert to.commit(kept) == ()
        to.discard()
    assert len(below(disk)) == len(kept)


@pytest.mark.disks
def test_a_file_that_will_not_fit_is_not_begun(make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "RESERVE", MIB)
    disk = make_disk(mib=8)
    with Destination(disk) as to:
        to.begin(["a"], 6 * MIB)
        filler = fill(disk, leave=4 * MIB)
        with pytest.raises(NotEnoughSpace) as caught:
            create(to, "a", 6 * MIB)
        assert caught.value.fields["needed"] == 6 * MIB
        assert caught.value.fields["free"] == 3 * MIB
        assert [path.name for path in disk.glob(".*/*")] == ["tallystick"]
        filler.unlink()
        create(to, "a", 6 * MIB)
        to.discard()


@pytest.mark.disks
def test_a_file_without_reserved_room_stops_at_the_reserve_and_goes_on(
    make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A network folder, for example: nothing can be reserved there."""
    monkeypatch.setattr(room_module, "RESERVE", 8 * MIB)
    monkeypatch.setattr(system_calls, "preallocate", lambda _descriptor, _size: False)
    disk = make_disk(mib=64)
    content = os.urandom(MIB)
    with Destination(disk) as to:
        to.begin(["a"], 30 * MIB)
        file = create(to, "a", 30 * MIB)
        filler = fill(disk, leave=20 * MIB)
        written, error = until_full(lambda: file.write(memoryview(content)))
        assert file.size_written == written * MIB
        assert written in {15, 23}  # it is looked at every 8 MiB
        assert error.fields["needed"] == (30 - written) * MIB
        with filler.open("r+b") as theirs:
            theirs.truncate(filler.stat().st_size - 6 * MIB)  # some room, but not enough for the rest
        with pytest.raises(NotEnoughSpace):
            file.write(memoryview(content))
        filler.unlink()
        for _ in range(written, 30):
            assert file.write(memoryview(content)) == MIB
        assert to.commit([file]) == ()
        to.finish()
    assert below(disk) == {"a": content * 30}


@pytest.mark.disks
def test_a_disk_that_takes_a_part_says_how_much(make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody else was faster than any look at what is free."""
    monkeypatch.setattr(room_module, "RESERVE", 0)
    monkeypatch.setattr(system_calls, "preallocate", lambda _descriptor, _size: False)
    disk = make_disk(mib=4)
    content = os.urandom(MIB)
    with Destination(disk) as to:
        to.begin(["a"], 2 * MIB)
        file = create(to, "a", 2 * MIB)
        assert file.write(memoryview(content)) == MIB
        filler = fill(disk, leave=300_000)
        part = file.write(memoryview(content))
        assert 0 < part < MIB
        with pytest.raises(NotEnoughSpace):
            file.write(memoryview(content)[part:])
        filler.unlink()
        assert file.write(memoryview(content)[part:]) == MIB - part
        assert to.commit([file]) == ()
        to.finish()
    assert below(disk) == {"a": content * 2}


def test_the_disk_is_not_asked_for_every_small_file(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[Directory] = []
    free = Directory.free

    def note(directory: Directory) -> int:
        looks.append(directory)
        return free(directory)

    monkeypatch.setattr(Directory, "free", note)
    with Directory(str(save)) as directory:
        room = Room(directory, Promises(), 0)
        for _ in range(4 * room_module.STEP // (64 * limits.KIB)):
            room.ask(64 * limits.KIB)
        assert len(looks) == 4
        for _ in range(room_module.STEP // disk_errors.BLOCK):
            room.ask(0)  # an empty file takes room as well
        assert len(looks) == 5


@pytest.mark.disks
def test_no_room_for_names_is_no_lack_of_room(make_disk: MakeDisk) -> None:
    """Waiting for bytes to be freed would wait for ever."""
    disk = make_disk(mib=1024)
    subprocess.run(["mount", "-o", "remount,nr_inodes=12", disk], check=True)
    with Destination(disk) as to:
        to.begin(["t"], 0)
        with pytest.raises(WriteFailed) as caught:
            [receive(to, f"t/{number}", b"x") for number in range(20)]
        assert "the disk is full" in str(caught.value)
        to.discard()

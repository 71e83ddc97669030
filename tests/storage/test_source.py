"""Files that are read: exactly the ones that were found, or a plain word about why not."""

import os
import threading
from pathlib import Path

import pytest

from desktop_app.errors import PathMissing, PathUnreadable, SourceChanged
from desktop_app.storage import system_calls
from desktop_app.storage.source import SourceEntry, open_source, scan
from tests.support.disks import MakeDisk, forget_inodes


def found(path: Path) -> SourceEntry:
    return scan([path], lambda: False).entries[0]


def read_all(item: SourceEntry, step: int) -> bytes:
    buffer, result = memoryview(bytearray(step)), bytearray()
    with open_source(item) as source:
        while count := source.readinto(buffer):
            result += buffer[:count]
        source.check_unchanged()
    return bytes(result)


@pytest.mark.parametrize("size", [0, 1, 4096, 100_000, 9 << 20])
def test_content(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a").write_bytes(content)
    assert read_all(found(tmp_path / "a"), 65_536) == content


@pytest.mark.disks
def test_a_disk_that_renumbers_its_files(make_disk: MakeDisk) -> None:
    """FAT gives a file another number once nobody remembers it."""
    disk = make_disk("vfat", mib=64)
    (disk / "a").write_bytes(b"x")
    item = found(disk / "a")
    forget_inodes()
    assert read_all(item, 10) == b"x"


def test_where_numbers_do_not_last_size_and_time_have_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"x")
    item = found(tmp_path / "a")
    (tmp_path / "a").rename(tmp_path / "b")
    (tmp_path / "a").write_bytes(b"x")
    os.utime(tmp_path / "a", ns=(item.entry.mtime, item.entry.mtime))
    with pytest.raises(SourceChanged):
        open_source(item)
    monkeypatch.setattr(system_calls, "has_lasting_numbers", lambda _descriptor: False)
    assert read_all(item, 10) == b"x"
    os.utime(tmp_path / "a", ns=(10**18, 10**18))
    with pytest.raises(SourceChanged):
        open_source(item)


def test_gone(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    item = found(tmp_path / "a")
    (tmp_path / "a").unlink()
    with pytest.raises(PathMissing):
        open_source(item)


def test_another_file_of_the_same_size_and_time(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, ns=(10**18, 10**18))
    item = found(tmp_path / "a")
    (tmp_path / "b").replace(tmp_path / "a")
    with pytest.raises(SourceChanged):
        open_source(item)


@pytest.mark.parametrize("change", ["size", "time"])
def test_changed_before(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    item = found(path)
    if change == "size":
        with path.open("ab") as file:
            file.write(b"y")
        os.utime(path, ns=(item.entry.mtime, item.entry.mtime))
    else:
        os.utime(path, ns=(item.entry.mtime, item.entry.mtime + 1))
    with pytest.raises(SourceChanged):
        open_source(item)


def test_changed_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    item, buffer = found(path), memoryview(bytearray(64))
    with open_source(item) as source:
        assert source.readinto(buffer) == 64
        os.utime(path, ns=(0, 0))
        with pytest.raises(SourceChanged):
            source.check_unchanged()


def test_never_more_than_was_found_and_never_silently_less(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 100)
    item, buffer = found(path), memoryview(bytearray(1000))
    with open_source(item) as source:
        with path.open("ab") as file:
            file.write(b"y" * 100)
        assert source.readinto(buffer) == 100
        assert source.readinto(buffer) == 0
    with path.open("wb") as file:
        file.write(b"x" * 100)
    item = found(path)
    with open_source(item) as source:
        os.truncate(path, 0)
        with pytest.raises(SourceChanged):
            source.readinto(buffer)


@pytest.mark.skipif(os.name != "posix", reason="makes special files")
def test_case_079_a_link_or_fifo_in_its_place_is_neither_followed_nor_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x")
    (tmp_path / "secret").write_bytes(b"x")
    item = found(path)
    path.unlink()
    path.symlink_to("secret")
    with pytest.raises(PathUnreadable):
        open_source(item)
    path.unlink()
    os.mkfifo(path)
    outcome: list[type[BaseException]] = []

    def attempt() -> None:
        try:
            open_source(item)
        except SourceChanged as error:
            outcome.append(type(error))

    thread = threading.Thread(target=attempt)
    thread.start()
    thread.join(5)
    waits = thread.is_alive()
    if waits:  # let it go, so that the failure is one of this test only
        os.close(os.open(path, os.O_RDWR))
        thread.join()
    assert not waits
    assert outcome == [SourceChanged]


def test_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    item = found(tmp_path / "a")
    (tmp_path / "a").unlink()
    (tmp_path / "a").mkdir()
    with pytest.raises((SourceChanged, PathUnreadable)):
        open_source(item)


def test_closing_twice_and_leaving_nothing_open(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    source = open_source(found(tmp_path / "a"))
    source.close()
    source.close()

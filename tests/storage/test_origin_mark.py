"""The mark of files that came from elsewhere, on systems that ask because of it. Both are faked here."""

import os
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop_app.storage import origin_mark, system_calls
from desktop_app.storage.destination import Destination
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.storage.receiving import MTIME, receive


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "setup.exe"
    path.write_bytes(b"MZ")
    return path


def mark(path: Path) -> None:
    with path.open("r+b") as opened:
        origin_mark.mark(opened.fileno(), lambda: str(path))


def test_windows_is_told_that_it_is_from_the_internet(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin_mark, "sys", SimpleNamespace(platform="win32"))
    mark(file)
    stream = file.with_name("setup.exe:Zone.Identifier")  # a stream of the file, there
    assert stream.read_bytes() == b"[ZoneTransfer]\r\nZoneId=3\r\n"
    assert file.read_bytes() == b"MZ"


def test_a_disk_without_streams_still_holds_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(origin_mark, "sys", SimpleNamespace(platform="win32"))
    file.with_name("setup.exe:Zone.Identifier").mkdir()  # as good a failure as any
    mark(file)
    assert file.read_bytes() == b"MZ"


def test_macos_puts_it_into_quarantine(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[tuple[object, ...]] = []

    def fsetxattr(*arguments: object) -> int:
        calls.append(arguments)
        return 0

    monkeypatch.setattr(origin_mark, "sys", SimpleNamespace(platform="darwin"))
    monkeypatch.setattr(system_calls, "_fsetxattr", fsetxattr)
    mark(file)
    [(_descriptor, name, value, size, position, options)] = calls
    assert name == b"com.apple.quarantine"
    assert isinstance(value, bytes)
    assert re.fullmatch(rb"0081;[0-9a-f]{8};Tallystick;", value)
    assert (size, position, options) == (len(value), 0, 0)


def test_linux_has_no_such_mark(file: Path) -> None:
    mark(file)
    assert os.listdir(file.parent) == ["setup.exe"]  # noqa: PTH208
    system_calls.set_attribute(-1, "com.apple.quarantine", b"")  # and nothing is called


def test_every_complete_file_is_marked_while_nobody_can_open_it(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And before its time is set, which the mark may change."""
    marked: list[int] = []

    def touch(descriptor: int, _path: object) -> None:
        assert [path.name for path in save.iterdir() if not path.name.startswith(PARTIAL_PREFIX)] == []
        os.utime(descriptor)
        marked.append(descriptor)

    monkeypatch.setattr(origin_mark, "mark", touch)
    with Destination(save) as to:
        to.begin(["empty", "a"], 1)
        to.commit([receive(to, "empty", b""), receive(to, "a", b"x")])
        to.finish()
    assert len(marked) == 2
    assert (save / "a").stat().st_mtime_ns == (save / "empty").stat().st_mtime_ns == MTIME

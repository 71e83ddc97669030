"""The foreign functions, on real files."""

import errno
import os
import sys
from pathlib import Path

import pytest

from desktop_app.storage import system_calls


@pytest.mark.skipif(sys.platform != "linux", reason="these are Linux calls")
def test_linux_has_all_that_was_declared() -> None:
    for name in ("_renameat2", "_syncfs", "_sync_file_range", "_fallocate"):
        assert getattr(system_calls, name) is not None, name


def test_preallocated_room_is_there_before_the_bytes(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        reserved = system_calls.preallocate(file.fileno(), 1 << 20)
        status = os.fstat(file.fileno())
    assert reserved is (sys.platform == "linux")
    assert not reserved or status.st_blocks * 512 >= 1 << 20
    assert status.st_size == 0


def test_too_much_is_refused_before_the_bytes(tmp_path: Path) -> None:
    if system_calls._fallocate is None:
        pytest.skip("no fallocate here")
    with (tmp_path / "a").open("wb") as file, pytest.raises(OSError) as caught:
        system_calls.preallocate(file.fileno(), 1 << 60)
    assert caught.value.errno in {errno.ENOSPC, errno.EFBIG}


def test_a_disk_that_cannot_preallocate_is_no_failure(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    try:
        with pytest.raises(OSError):
            system_calls.preallocate(writing, 4096)  # ESPIPE is none of "not supported"
    finally:
        os.close(reading)
        os.close(writing)


def test_calls_report_what_went_wrong() -> None:
    with pytest.raises(OSError) as caught:
        system_calls.sync_filesystem(-1)
    assert caught.value.errno == errno.EBADF
    system_calls.start_writing_back(-1, 0, 1)  # a hint: its failure says nothing
    with pytest.raises(FileNotFoundError):
        system_calls.rename_exclusive("/nowhere/a", "/nowhere/b", old_directory=None, new_directory=None)


class Scanner:
    """Refuses to let a file be renamed while it holds it, as Windows does."""

    def __init__(self, patch: pytest.MonkeyPatch, *, refusals: int) -> None:
        self.left, self.asked, self._rename = refusals, 0, os.rename
        patch.setattr(os, "rename", self._refuse_or_rename)

    def _refuse_or_rename(self, old: str, new: str) -> None:
        self.asked += 1
        if self.asked <= self.left:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), old)
        if Path(new).exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
        self._rename(old, new)


def test_case_077_what_is_held_for_a_moment_gets_its_name_after_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanner = Scanner(monkeypatch, refusals=2)
    (tmp_path / "part").write_bytes(b"all of it")
    system_calls._rename_when_released(str(tmp_path / "part"), str(tmp_path / "film"))
    assert scanner.asked == 3
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("film", b"all of it")]


def test_case_077_what_is_held_for_good_stays_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_calls, "_SHARING_SECONDS", 0.3)
    scanner = Scanner(monkeypatch, refusals=1000)
    (tmp_path / "part").write_bytes(b"all of it")
    with pytest.raises(PermissionError):
        system_calls._rename_when_released(str(tmp_path / "part"), str(tmp_path / "film"))
    assert 1 < scanner.asked < 10, "tried again, and not for ever"
    assert [each.name for each in tmp_path.iterdir()] == ["part"]


def test_case_077_a_name_that_is_taken_is_no_reason_to_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanner = Scanner(monkeypatch, refusals=0)
    for name in ("part", "film"):
        (tmp_path / name).write_text(name)
    with pytest.raises(FileExistsError):
        system_calls._rename_when_released(str(tmp_path / "part"), str(tmp_path / "film"))
    assert scanner.asked == 1
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"part": "part", "film": "film"}

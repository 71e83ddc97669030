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

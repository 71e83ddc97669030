"""Small files that only this person may read."""

import tracemalloc
from pathlib import Path

import pytest

from desktop_app.protocol import limits
from desktop_app.storage import private_file


def test_a_file_is_read_up_to_the_most_and_not_a_byte_beyond(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for size in (0, 1, 99, 100):
        path.write_bytes(b"s" * size)
        content, status = private_file.read(path, 100)
        assert (content, status.st_size) == (b"s" * size, size)
    path.write_bytes(b"s" * 101)
    with pytest.raises(ValueError, match="too big"):
        private_file.read(path, 100)


def test_a_short_file_takes_no_more_memory_than_it_is_long(tmp_path: Path) -> None:
    """The store of remembered devices is read at every look, and may be a megabyte."""
    path = tmp_path / "file"
    path.write_bytes(b"s" * 1000)
    tracemalloc.start()
    try:
        private_file.read(path, limits.MIB)
        assert tracemalloc.get_traced_memory()[1] < 64 * limits.KIB
    finally:
        tracemalloc.stop()

"""Files that are read to be sent, each opened as exactly the one that the scan found.

A file that is another one by now, or has changed, is reported instead of sent.
"""

import io
import os
import stat
from collections.abc import Iterator
from types import TracebackType
from typing import Final, Self

from blake3 import blake3

from desktop_app.errors import SourceChanged
from desktop_app.protocol import limits
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage.scan import scan
from desktop_app.storage.selection import LeftOut, Selection, SourceEntry, identity_of, mtime_of

__all__ = ["LeftOut", "Selection", "SourceEntry", "SourceFile", "hash_source", "open_source", "scan"]

_READ_AHEAD_FROM: Final = 8 * limits.MIB
_OPEN: Final = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a fifo that took the file's place would block for ever
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def open_source(item: SourceEntry) -> "SourceFile":
    """Open a file exactly as it was found. Raises PathMissing, PathUnreadable or SourceChanged."""
    try:
        descriptor = os.open(item.path, _OPEN)
    except OSError as error:
        raise disk_errors.read_error(item.entry.path, error) from error
    return SourceFile(descriptor, item)


def hash_source(item: SourceEntry, size: int, hasher: blake3, room: memoryview) -> Iterator[int]:
    """Hash the first `size` bytes of a file, through `room`; yields after each step how many it was, for others to
    have their turn. Raises like `open_source`."""
    with open_source(item) as source:
        left = size
        while left:
            count = source.readinto(room[:left])
            hasher.update(room[:count])
            left -= count
            yield count
        source.check_unchanged()


class SourceFile:
    """One file that is being read."""

    __slots__ = ("_file", "_left", "item")

    def __init__(self, descriptor: int, item: SourceEntry) -> None:
        self.item = item
        self._left = item.entry.size
        try:
            _check_unchanged(descriptor, item)
            if item.entry.size >= _READ_AHEAD_FROM and hasattr(os, "posix_fadvise"):
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_SEQUENTIAL)
            self._file = io.FileIO(descriptor)
        except BaseException:
            os.close(descriptor)
            raise

    def readinto(self, view: memoryview) -> int:
        """The next bytes; 0 only after all that was found. Raises SourceChanged where there are fewer,
        PathUnreadable where the disk fails."""
        wanted = view[: self._left]
        try:
            count = self._file.readinto(wanted)
        except OSError as error:
            raise disk_errors.read_error(self.item.entry.path, error) from error
        if not count and self._left and len(view):
            raise SourceChanged(path=self.item.entry.path)
        self._left -= count
        return count

    def skip(self, size: int) -> None:
        """Go on behind so many bytes. Raises PathUnreadable."""
        try:
            self._file.seek(size)
        except OSError as error:
            raise disk_errors.read_error(self.item.entry.path, error) from error
        self._left -= size

    def check_unchanged(self) -> None:
        """Raises SourceChanged unless this is still the file that was found, with its size and time."""
        _check_unchanged(self._file.fileno(), self.item)

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _check_unchanged(descriptor: int, item: SourceEntry) -> None:
    status, entry = os.fstat(descriptor), item.entry
    if (
        not stat.S_ISREG(status.st_mode)
        or status.st_size != entry.size
        or mtime_of(status) != entry.mtime
        or not _is_same(descriptor, status, item)
    ):
        raise SourceChanged(path=entry.path)


def _is_same(descriptor: int, status: os.stat_result, item: SourceEntry) -> bool:
    device, inode = identity_of(status)
    return device == item.device and (inode == item.inode or not system_calls.has_lasting_numbers(descriptor))

"""Files that are still arriving: in a private directory beside their final places, under numbers for names.

No received name is used in here, and nothing in here is ever seen under a final name before it is complete.
"""

import contextlib
import os
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from desktop_app.errors import AppError, ContentMismatch, FolderUnusable, NotEnoughSpace, WriteFailed, phrase
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry
from desktop_app.storage import disk_errors, origin_mark, system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import PARTIAL_PREFIX, ReceivedPath
from desktop_app.storage.private_directory import PrivateDirectory
from desktop_app.storage.room import STEP, Room
from desktop_app.storage.write_back import WRITE_BACK, WriteBack

PREALLOCATE_FROM: Final = limits.MIB
KEPT_OPEN: Final = 16  # complete small files beyond these are closed at once: descriptors are scarce (256 on macOS)

_TIMES_BY_DESCRIPTOR: Final = os.utime in os.supports_fd
_BLOCK: Final = 512  # what `st_blocks` counts, whatever the disk
_LATEST: Final = 4_102_444_800 * 10**9  # 2100-01-01; every file system that matters can hold it


class PartialDirectory(PrivateDirectory):
    """The private directory of one transfer."""

    def __init__(self, root: Directory, room: Room, *, keep_executable: bool, name: str = "") -> None:
        """`name`: of one that an interrupted transfer has left.

        Raises OSError or FolderUnusable, so that a person hears of that before any byte arrives.
        """
        self.room = room
        self.open_files: set[PartialFile] = set()
        self.write_back = WriteBack()
        self._keep_executable = keep_executable
        super().__init__(root, name)
        self._count = max((number for number, _ in self.shelves.files()), default=0)

    def create(self, path: ReceivedPath, entry: Entry) -> "PartialFile":
        """Raises NotEnoughSpace or WriteFailed."""
        self._count += 1
        return PartialFile(self, self._count, path, entry)

    def take_up(self, number: int, path: ReceivedPath, entry: Entry, size: int) -> "PartialFile":
        """One whose first `size` bytes are here. Raises NotEnoughSpace or WriteFailed."""
        return PartialFile(self, number, path, entry, size)

    def keep_only(self, number: int | None) -> None:
        """Throw away what else an interrupted transfer has left. Raises OSError."""
        for other, holder in self.shelves.files():
            if other != number:
                holder.remove_file(str(other))

    def occupied(self) -> int:
        """Bytes of the disk that its files have, reserved ones included. Raises OSError."""
        found = [holder.status_of(str(number)) for number, holder in self.shelves.files()]
        return sum(map(_occupied, found))

    def mode_for(self, entry: Entry) -> int:
        """As every file of this person's is made; the umask takes its part. Until then nobody else gets in here."""
        return 0o755 if entry.executable and self._keep_executable else 0o644

    def close_files(self) -> None:
        for file in tuple(self.open_files):
            file.close()

    def close(self) -> None:
        super().close()
        self.write_back.close()
        self.room.close()


class PartialFile:
    """One file that is arriving, and little: thousands wait for their names. Not to be shared between threads."""

    __slots__ = (
        "_descriptor",
        "_flushed",
        "_home",
        "_lost",
        "_mtime",
        "_reserved",
        "_taken",
        "number",
        "path",
        "size",
        "size_written",
    )

    def __init__(self, home: PartialDirectory, number: int, path: ReceivedPath, entry: Entry, size: int = 0) -> None:
        """`size`: bytes that are there from an earlier session; what is behind them is nobody's."""
        self.path = path
        self.size: Final = entry.size
        self.size_written = size
        self._mtime = entry.mtime
        self._home = home
        self.number: Final = number  # its name in the private directory
        self._flushed = size
        self._taken = 0  # of the promised room
        self._descriptor: int | None = None
        self._lost: OSError | None = None  # what the disk said of bytes that it should have kept
        try:
            holder, name = home.shelves.holder(number, make=True), str(number)
            here = max(size, _occupied(holder.status_of(name))) if size else 0  # what was reserved for it is its own
            home.room.ask(max(0, entry.size - here))
            self._taken = min(here, entry.size)
            self._descriptor = holder.open_file(name) if size else holder.create_file(name, home.mode_for(entry))
            home.open_files.add(self)
            if size:
                os.ftruncate(self._descriptor, size)
                os.lseek(self._descriptor, size, os.SEEK_SET)
            self._reserved = entry.size < PREALLOCATE_FROM or system_calls.preallocate(self._descriptor, entry.size)
        except OSError as error:
            self.close()
            if not size:
                with contextlib.suppress(OSError):
                    self._holder().remove_file(str(number))
            raise self.failure(error) from error
        if self._reserved:
            self._take(entry.size - self._taken)
        if size == entry.size:
            self._complete()

    @property
    def is_complete(self) -> bool:
        return self.size_written == self.size

    @property
    def is_open(self) -> bool:
        return self._descriptor is not None

    def write(self, data: memoryview) -> int:
        """Append; how much of it, for a disk that is full may take a part. Raises NotEnoughSpace where it takes
        nothing, WriteFailed, or ContentMismatch for more than the entry announced."""
        size = len(data)
        if self.size_written + size > self.size:
            raise ContentMismatch(path=self.path.text)
        descriptor, written = self._require_open(), 0
        try:
            if not self._reserved and self.size_written // STEP != (self.size_written + size) // STEP:
                self._home.room.ask_to_go_on(self.size - self.size_written)
            while written < size:
                written += os.write(descriptor, data[written:] if written else data)
        except OSError as error:
            failure = self.failure(error)
            if not written or not isinstance(failure, NotEnoughSpace):
                raise failure from error
        self.size_written += written
        if not self._reserved:
            self._take(written)
        if self.size_written - self._flushed >= WRITE_BACK:
            self._home.write_back.begin(descriptor, self._flushed, self.size_written)
            self._flushed = self.size_written
        if written and self.is_complete:
            self._complete()
        return written

    def mark(self, then: Callable[[int], None]) -> None:
        """Soon, on another thread: so many bytes of it are durable."""
        size = self.size_written
        self._flushed = self._flushed or 1  # something is under way that `close` has to wait for

        def done(error: OSError | None) -> None:
            if error is None:
                then(size)
            else:
                self._lost = error

        self._home.write_back.mark(self._require_open(), done)

    def inode(self) -> int:
        """0 where somebody took it away: it will get no name, and none has to be found for it after a crash."""
        try:
            return self._holder().status_of(str(self.number)).st_ino
        except OSError:
            return 0

    def sync(self) -> None:
        """Make the content durable. Raises OSError, after which the content must not be trusted: a second
        attempt may report success for pages that the first one lost."""
        self.check_kept()
        if self._descriptor is None:
            self._descriptor = self._holder().open_file(str(self.number))
            self._home.open_files.add(self)
        system_calls.sync_data(self._descriptor)

    def check_kept(self) -> None:
        """Raises OSError where the disk has lost bytes of it already, which it says once."""
        if self._flushed and self._descriptor is not None:
            self._home.write_back.settle()
        if self._lost is not None:
            raise self._lost

    def move_into(self, folder: Directory, name: str) -> None:
        """Give it its final place. Raises FileExistsError where the name is taken, and OSError."""
        self.close()
        self._holder().rename_into(str(self.number), folder, name)

    def discard(self) -> None:
        """Throw it away; nothing happens where it was delivered or thrown away already."""
        self.close()
        self._take(self.size - self._taken)
        with contextlib.suppress(OSError):
            self._holder().remove_file(str(self.number))

    def close(self) -> None:
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            if self._flushed:
                self._home.write_back.settle()
            self._home.open_files.discard(self)
            os.close(descriptor)

    def failure(self, error: OSError) -> AppError:
        """What an OSError means for this file."""
        return disk_errors.write_error(self.path.text, error, self._home.directory, self.size)

    def _complete(self) -> None:
        """Mark and time before any sync, so that it covers them. A disk that keeps none still holds the file."""
        descriptor, mtime = self._require_open(), clamped_mtime(self._mtime)
        origin_mark.mark(descriptor, lambda: self._holder().at(str(self.number)))
        try:
            if _TIMES_BY_DESCRIPTOR:
                os.utime(descriptor, ns=(mtime, mtime))
            else:
                self._holder().set_mtime_of(str(self.number), mtime)
        except OSError:
            pass
        if self.size < PREALLOCATE_FROM and len(self._home.open_files) > KEPT_OPEN:
            self.close()

    def _holder(self) -> Directory:
        return self._home.shelves.holder(self.number)

    def _take(self, size: int) -> None:
        self._taken += size
        self._home.room.take(size)

    def _require_open(self) -> int:
        if self._descriptor is None:
            raise WriteFailed(path=self.path.text, reason=phrase("it was closed already"))
        return self._descriptor


def _occupied(status: os.stat_result) -> int:
    return status.st_blocks * _BLOCK if hasattr(status, "st_blocks") else status.st_size


def remove_left(folder: Path, name: str) -> None:
    """The private directory that a transfer has left in there, if it is still ours."""
    _remove_left(folder, name, only_unsaid=False)


def remove_abandoned(folder: Path, used: Collection[str], seconds: float) -> None:
    """What killed transfers have left in there that nothing goes on with: ours, not among `used`, and untouched so
    long or never written down."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name not in used:
                old = time.time() - path.lstat().st_mtime > seconds
                _remove_left(folder, path.name, only_unsaid=not old)


def _remove_left(folder: Path, name: str, *, only_unsaid: bool) -> None:
    with contextlib.suppress(OSError, FolderUnusable, ValueError), Directory(str(folder)) as root:
        if name.startswith(PARTIAL_PREFIX) and root.exists(name):
            private = PrivateDirectory(root, name)
            if only_unsaid and not private.was_never_written_down():
                private.close()
            else:
                private.remove()


def clamped_mtime(nanoseconds: int) -> int:
    """A time that every file system can hold: 1970 to 2100."""
    return min(max(nanoseconds, 0), _LATEST)

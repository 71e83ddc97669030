"""Files that are still arriving: in a private directory beside their final places, under numbers for names.

No received name is used in here, and nothing in here is ever seen under a final name before it is complete.
"""

import contextlib
import os
import secrets
from typing import Final

from desktop_app.errors import AppError, ContentMismatch, WriteFailed
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import PARTIAL_PREFIX, ReceivedPath
from desktop_app.storage.write_back import WRITE_BACK, WriteBack

MARKER: Final = "tallystick"  # a directory without it is not ours to remove
_MARKER_TEXT: Final = b"Tallystick keeps files here while they arrive. It removes this folder at the end.\n"

PREALLOCATE_FROM: Final = limits.MIB
KEPT_OPEN: Final = 16  # complete small files beyond these are closed at once: descriptors are scarce (256 on macOS)

_LATEST: Final = 4_102_444_800 * 10**9  # 2100-01-01; every file system that matters can hold it


class PartialDirectory:
    """The private directory of one transfer."""

    def __init__(self, root: Directory, *, keep_executable: bool) -> None:
        """Raises OSError where `root` cannot hold it, so that a person hears of that before any byte arrives."""
        self._root = root
        self._name = PARTIAL_PREFIX + secrets.token_hex(8)
        self._keep_executable = keep_executable
        self._count = 0
        self.open_files: set[PartialFile] = set()
        self.write_back = WriteBack()
        self.directory = root.make_child(self._name, 0o700)
        try:
            self._mode = self._mark()
        except OSError:
            self.remove()
            raise

    def create(self, path: ReceivedPath, entry: Entry) -> "PartialFile":
        """Raises NotEnoughSpace or WriteFailed."""
        self._count += 1
        return PartialFile(self, str(self._count), path, entry)

    def mode_for(self, entry: Entry) -> int:
        """The final mode: what this person's umask leaves of it."""
        return self._mode & (0o755 if entry.executable and self._keep_executable else 0o644)

    def remove(self) -> None:
        """Remove what this object put there; anything else, and the directory with it, stays."""
        for file in tuple(self.open_files):
            file.close()
        with contextlib.suppress(OSError):
            for name in self.directory.names():
                if name.isdecimal():
                    self.directory.remove_file(name)
            with contextlib.suppress(FileNotFoundError):
                self.directory.remove_file(MARKER)  # last: what a crash leaves behind is still known as ours
            if self._root.identity_of(self._name) == self.directory.identity:
                self._root.remove_child(self._name)
        self.close()

    def close(self) -> None:
        for file in tuple(self.open_files):
            file.close()
        self.write_back.close()
        self.directory.close()

    def _mark(self) -> int:
        """Leave the marker, and learn two things from it: the umask, which cannot be asked for without changing it
        under other threads, and whether this file system can rename without replacing."""
        descriptor = self.directory.create_file("0", 0o777)
        try:
            mode = os.fstat(descriptor).st_mode & 0o777
            _set_mode(descriptor, 0o600)
            os.write(descriptor, _MARKER_TEXT)
        finally:
            os.close(descriptor)
        self.directory.rename_into("0", self.directory, MARKER)
        return mode


class PartialFile:
    """One file that is arriving. Not to be shared between threads."""

    __slots__ = ("_descriptor", "_flushed", "_home", "_name", "entry", "path", "size_written")

    def __init__(self, home: PartialDirectory, name: str, path: ReceivedPath, entry: Entry) -> None:
        self.path = path
        self.entry = entry
        self.size_written = 0
        self._home = home
        self._name = name
        self._flushed = 0
        self._descriptor: int | None = None
        try:
            self._descriptor = home.directory.create_file(name)
            home.open_files.add(self)
            if entry.size >= PREALLOCATE_FROM:
                system_calls.preallocate(self._descriptor, entry.size)
        except OSError as error:
            self.discard()
            raise self.failure(error) from error
        if not entry.size:
            self._complete()

    @property
    def is_complete(self) -> bool:
        return self.size_written == self.entry.size

    @property
    def is_open(self) -> bool:
        return self._descriptor is not None

    def write(self, data: memoryview) -> None:
        """Append. Raises NotEnoughSpace, WriteFailed, or ContentMismatch for more than the entry announced."""
        size = len(data)
        if self.size_written + size > self.entry.size:
            raise ContentMismatch(path=self.path.text)
        descriptor = self._require_open()
        try:
            written = os.write(descriptor, data)
            while written < size:
                written += os.write(descriptor, data[written:])
        except OSError as error:
            raise self.failure(error) from error
        self.size_written += size
        if self.size_written - self._flushed >= WRITE_BACK:
            self._home.write_back.begin(descriptor, self._flushed, self.size_written)
            self._flushed = self.size_written
        if size and self.is_complete:
            self._complete()

    def sync(self) -> None:
        """Make the content durable. Raises OSError, after which the content must not be trusted: a second
        attempt may report success for pages that the first one lost."""
        if self._descriptor is None:
            self._descriptor = self._home.directory.open_file(self._name)
            self._home.open_files.add(self)
        system_calls.sync_data(self._descriptor)

    def move_into(self, folder: Directory, name: str) -> None:
        """Give it its final place. Raises FileExistsError where the name is taken, and OSError."""
        self.close()
        self._home.directory.rename_into(self._name, folder, name)

    def discard(self) -> None:
        """Throw it away; nothing happens where it was delivered or thrown away already."""
        self.close()
        with contextlib.suppress(OSError):
            self._home.directory.remove_file(self._name)

    def close(self) -> None:
        if self._descriptor is not None:
            descriptor, self._descriptor = self._descriptor, None
            if self._flushed:
                self._home.write_back.settle()
            self._home.open_files.discard(self)
            os.close(descriptor)

    def failure(self, error: OSError) -> AppError:
        """What an OSError means for this file."""
        return disk_errors.write_error(self.path.text, error, self._home.directory, self.entry.size)

    def _complete(self) -> None:
        """Mode and time before any sync, so that it covers them. A disk that keeps neither still holds the file."""
        descriptor = self._require_open()
        _set_mode(descriptor, self._home.mode_for(self.entry))
        with contextlib.suppress(OSError):
            mtime = clamped_mtime(self.entry.mtime)
            if os.utime in os.supports_fd:
                os.utime(descriptor, ns=(mtime, mtime))
            else:
                self._home.directory.set_mtime_of(self._name, mtime)
        if self.entry.size < PREALLOCATE_FROM and len(self._home.open_files) > KEPT_OPEN:
            self.close()

    def _require_open(self) -> int:
        if self._descriptor is None:
            raise WriteFailed(path=self.path.text, reason="it was closed already")
        return self._descriptor


def _set_mode(descriptor: int, mode: int) -> None:
    if hasattr(os, "fchmod"):
        with contextlib.suppress(OSError):  # FAT has no modes
            os.fchmod(descriptor, mode)


def clamped_mtime(nanoseconds: int) -> int:
    """A time that every file system can hold: 1970 to 2100."""
    return min(max(nanoseconds, 0), _LATEST)

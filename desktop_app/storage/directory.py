"""One open directory, and everything that may be done inside it.

Where the system has descriptors for directories, each call is relative to one: whoever renames or replaces
a path on the way changes nothing for us. Elsewhere (Windows) the path is looked at again before each call.
Names are single components; links are never followed. Raises OSError: what a failure means is the caller's business.
"""

import contextlib
import errno
import os
import shutil
import stat
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop_app.protocol import limits
from desktop_app.storage import system_calls

HAS_DESCRIPTORS: Final = os.open in os.supports_dir_fd and os.listdir in os.supports_fd

_OPEN: Final = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_OPEN_FILE: Final = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OPEN_TO_READ: Final = (_OPEN_FILE & ~os.O_RDWR) | os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)
_CREATE: Final = _OPEN_FILE | os.O_CREAT | os.O_EXCL
# Reparse points of Windows that lead elsewhere: symbolic links and junctions (winnt.h).
_LEADING_ELSEWHERE: Final = frozenset({0xA000000C, 0xA0000003})
_NO_DIRECTORY_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP})

Identity = tuple[int, int]  # device and inode


class Directory:
    """A directory held open. `path` is where it was when it was opened."""

    __slots__ = ("_closed", "_descriptor", "identity", "path")

    def __init__(self, path: str, *, parent: Self | None = None) -> None:
        """Raises OSError where `path` is not a directory, or is a link to one."""
        self.path = path
        self._closed = False
        self._descriptor: int | None = None
        if HAS_DESCRIPTORS:
            name, below = (path, None) if parent is None else (Path(path).name, parent.descriptor)
            self._descriptor = os.open(name, _OPEN, dir_fd=below)
            status = os.fstat(self._descriptor)
        else:
            status = _directory_status(path)
        self.identity: Identity = (status.st_dev, status.st_ino)

    @property
    def descriptor(self) -> int | None:
        """None where the system has none. Raises OSError once closed: to many calls -1 is the current directory."""
        if self._closed:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF), self.path)
        return self._descriptor

    def open_child(self, name: str) -> Self:
        self.at(name)
        return type(self)(str(Path(self.path, name)), parent=self)

    def make_child(self, name: str, mode: int = 0o777) -> Self:
        """A new directory. Raises FileExistsError where anything has that name."""
        os.mkdir(self.at(name), mode, dir_fd=self.descriptor)
        try:
            return self.open_child(name)
        except OSError:  # out of descriptors, for example: leave nothing behind
            with contextlib.suppress(OSError):
                os.rmdir(self.at(name), dir_fd=self.descriptor)
            raise

    def create_file(self, name: str, mode: int = 0o600) -> int:
        """A new file, open for writing. Raises FileExistsError where anything has that name."""
        return os.open(self.at(name), _CREATE, mode, dir_fd=self.descriptor)

    def open_to_read(self, name: str) -> int:
        """Whatever has that name, never waiting for it: only `fstat` says what it is."""
        return os.open(self.at(name), _OPEN_TO_READ, dir_fd=self.descriptor)

    def open_file(self, name: str) -> int:
        """A file that is there, open for writing."""
        return os.open(self.at(name), _OPEN_FILE, dir_fd=self.descriptor)

    def rename_into(self, name: str, other: "Directory", new_name: str) -> None:
        """Move a file to another directory, never onto anything. Raises FileExistsError where the name is taken."""
        system_calls.rename_exclusive(
            self.at(name), other.at(new_name), old_directory=self.descriptor, new_directory=other.descriptor
        )

    def exists(self, name: str) -> bool:
        """Whether anything has that name, a dangling link included."""
        return self.identity_of(name) is not None

    def identity_of(self, name: str) -> Identity | None:
        """What has that name now, the link itself where it is one; None for nothing."""
        try:
            status = self.status_of(name)
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    def status_of(self, name: str) -> os.stat_result:
        """The status of what has that name, the link itself where it is one."""
        return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False)

    def is_readable(self, name: str) -> bool:
        return os.access(self.at(name), os.R_OK, dir_fd=self.descriptor)

    def status(self) -> os.stat_result:
        return _directory_status(self.path_now()) if self.descriptor is None else os.fstat(self.descriptor)

    def names(self) -> list[str]:
        return os.listdir(self.path_now() if self.descriptor is None else self.descriptor)  # noqa: PTH208

    def remove_file(self, name: str) -> None:
        os.unlink(self.at(name), dir_fd=self.descriptor)

    def remove_child(self, name: str) -> None:
        """Remove an empty directory."""
        os.rmdir(self.at(name), dir_fd=self.descriptor)

    def set_mtime(self, nanoseconds: int) -> None:
        os.utime(self.path_now() if self.descriptor is None else self.descriptor, ns=(nanoseconds, nanoseconds))

    def set_mtime_of(self, name: str, nanoseconds: int) -> None:
        # Windows cannot say "not through a link" here; the path was looked at just before.
        os.utime(
            self.at(name),
            ns=(nanoseconds, nanoseconds),
            dir_fd=self.descriptor,
            follow_symlinks=self.descriptor is None,
        )

    def free(self) -> int:
        """Bytes that this person may still write to this disk."""
        if self.descriptor is None:
            return shutil.disk_usage(self.path_now()).free
        status = os.statvfs(self.descriptor)
        return status.f_bavail * status.f_frsize

    def has_lasting_numbers(self) -> bool:
        """Whether what is in here can be known again by its identity after it was closed."""
        with contextlib.suppress(OSError):  # whatever is wrong here, the calls that matter will say
            return self.descriptor is None or system_calls.has_lasting_numbers(self.descriptor)
        return True

    def longest_name(self) -> int:
        """Bytes, or characters, that one name in here may have at most."""
        try:
            return os.pathconf(self.path_now() if self.descriptor is None else self.descriptor, "PC_NAME_MAX")
        except (OSError, ValueError, AttributeError):  # Windows has no such call
            return limits.COMPONENT_MAX

    def sync(self) -> None:
        """Make the names in here durable, where this system can."""
        if self.descriptor is not None:
            try:
                os.fsync(self.descriptor)
            except OSError as error:
                if error.errno not in _NO_DIRECTORY_SYNC:
                    raise

    def sync_filesystem(self) -> bool:
        """Make all that was written to this disk durable; False where that cannot be asked for."""
        return self.descriptor is not None and system_calls.sync_filesystem(self.descriptor)

    def is_in_place(self) -> bool:
        """Whether `path` still leads here."""
        try:
            status = Path(self.path).lstat()
        except OSError:
            return False
        return (status.st_dev, status.st_ino) == self.identity

    def path_now(self) -> str:
        """`path`, after making sure that it still leads here. Raises OSError where it does not."""
        status = _directory_status(self.path)
        if (status.st_dev, status.st_ino) != self.identity:
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), self.path)
        return self.path

    def at(self, name: str) -> str:
        """`name` as a call wants it: for the descriptor, or as a path that was looked at just now."""
        require_single(name)
        return name if self.descriptor is not None else str(Path(self.path_now(), name))

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            if self._descriptor is not None:
                with contextlib.suppress(OSError):  # nothing is written through it
                    os.close(self._descriptor)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def require_single(*names: str) -> None:
    """Raises ValueError for what cannot be the name of anything in a directory, or leads out of it."""
    for name in names:
        if name in {"", ".", ".."} or "/" in name or "\0" in name or os.sep in name:
            raise ValueError(f"{name!r} is not a single name")


def is_whole(path: bytes) -> bool:
    """Whether what was kept of a path can be one, and leads there from wherever it is read."""
    return b"\0" not in path and Path(os.fsdecode(path)).is_absolute()


def _directory_status(path: str) -> os.stat_result:
    """Without descriptors: the status of a real directory. Raises OSError for anything else."""
    status = Path(path).lstat()
    if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LEADING_ELSEWHERE:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), path)
    if not stat.S_ISDIR(status.st_mode):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
    return status

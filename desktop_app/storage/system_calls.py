"""System calls that Python does not offer: the C library's functions and what stands in where one is missing.

Every declaration of a foreign function is here, but those of `landlock`. Each call raises OSError like its neighbours
in `os`.
"""

import contextlib
import ctypes
import errno
import os
import sys
import time
from collections.abc import Callable
from typing import Final

_int, _uint, _off64, _name = ctypes.c_int, ctypes.c_uint, ctypes.c_int64, ctypes.c_char_p

_RENAME_NOREPLACE: Final = 0x1  # linux/fs.h
_RENAME_EXCL: Final = 0x4  # macOS sys/stdio.h
_SYNC_FILE_RANGE_WRITE: Final = 0x2
_FALLOC_FL_KEEP_SIZE: Final = 0x1  # linux/falloc.h
_AT_FDCWD: Final = -2 if sys.platform == "darwin" else -100
# File systems of Linux that may give a file another number once its inode has left the cache (statfs(2)).
_MSDOS_SUPER_MAGIC: Final = 0x4D44
_EXFAT_SUPER_MAGIC: Final = 0x2011BAB0
_FUSE_SUPER_MAGIC: Final = 0x65735546
_PASSING_NUMBERS: Final = frozenset({_MSDOS_SUPER_MAGIC, _EXFAT_SUPER_MAGIC, _FUSE_SUPER_MAGIC})
_STATFS: Final = 256  # bytes, more than any struct statfs has

_UNSUPPORTED: Final = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})

# A virus scanner may hold a new file open for a moment, and Windows then refuses to rename it.
_SHARING_SECONDS: Final = 10.0


def _declare(name: str, *arguments: type) -> Callable[..., int] | None:
    """A function of the C library that returns 0 or sets errno; None where this system has none of that name."""
    if sys.platform == "win32":
        return None
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is not None:
        function.argtypes = arguments
        function.restype = _int
    return function


_renameat2 = _declare("renameat2", _int, _name, _int, _name, _uint)
_renameatx_np = _declare("renameatx_np", _int, _name, _int, _name, _uint)
_syncfs = _declare("syncfs", _int)
_sync_file_range = _declare("sync_file_range", _int, _off64, _off64, _uint)
_fallocate = _declare("fallocate", _int, _int, _off64, _off64)
_fstatfs = _declare("fstatfs", _int, ctypes.c_void_p) if sys.platform == "linux" else None
_fsetxattr = (  # Linux has one of that name with other arguments
    _declare("fsetxattr", _int, _name, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint32, _int)
    if sys.platform == "darwin"
    else None
)


def rename_exclusive(old: str, new: str, *, old_directory: int | None, new_directory: int | None) -> None:
    """Rename a file, never onto an existing one. Raises FileExistsError where `new` is taken.

    Where the system or the file system cannot do it in one step, a second link is made and the first removed:
    a crash between the two leaves the file under both names, never a name without its file.
    """
    if sys.platform == "win32":
        _rename_when_released(old, new)
        return
    exclusive, flag = (_renameat2, _RENAME_NOREPLACE) if _renameat2 else (_renameatx_np, _RENAME_EXCL)
    if exclusive is not None:
        try:
            _call(exclusive, _at(old_directory), os.fsencode(old), _at(new_directory), os.fsencode(new), flag)
        except OSError as error:
            if error.errno not in _UNSUPPORTED:
                raise
        else:
            return
    os.link(old, new, src_dir_fd=old_directory, dst_dir_fd=new_directory, follow_symlinks=False)
    os.unlink(old, dir_fd=old_directory)


def sync_filesystem(descriptor: int) -> bool:
    """Make everything on the file system durable; False where that cannot be asked for. Since Linux 5.8 it reports
    every write that failed since the descriptor was opened."""
    if _syncfs is None:
        return False
    _call(_syncfs, descriptor)
    return True


def write_all(descriptor: int, content: bytes | bytearray) -> None:
    """`os.write` may take less than it is given."""
    with memoryview(content) as rest:
        written = 0
        while written < len(rest):
            written += os.write(descriptor, rest[written:])


def sync_data(descriptor: int) -> None:
    """Make one file's content durable."""
    if sys.platform == "darwin":
        import fcntl  # not on Windows

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # fsync stops at the drive's cache there
    elif hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)


def start_writing_back(descriptor: int, offset: int, length: int) -> None:
    """Hint that these bytes should go to disk now, so that the sync at the end finds little left to do."""
    if _sync_file_range is not None:
        with contextlib.suppress(OSError):  # the sync at the end reports what matters
            _call(_sync_file_range, descriptor, offset, length, _SYNC_FILE_RANGE_WRITE)


def lock(descriptor: int) -> bool:
    """Until it is closed, or its process ends; False where another process has it, or there are no such locks."""
    if sys.platform == "win32":
        return False
    import fcntl  # not on Windows

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def preallocate(descriptor: int, size: int) -> bool:
    """Reserve room for a file that grows into it; False where the file system cannot.

    Not `os.posix_fallocate`: where the file system cannot, glibc writes to every block instead. So does FAT where the
    file is to have its size at once.
    """
    if _fallocate is None:
        return False
    try:
        _call(_fallocate, descriptor, _FALLOC_FL_KEEP_SIZE, 0, size)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
        return False
    return True


def has_lasting_numbers(descriptor: int) -> bool:
    """Whether a file on this disk keeps its inode number while nobody has it open."""
    if _fstatfs is None:
        return True
    status = ctypes.create_string_buffer(_STATFS)
    _call(_fstatfs, descriptor, status)
    return ctypes.c_long.from_buffer(status).value & 0xFFFFFFFF not in _PASSING_NUMBERS  # f_type is the first field


def set_attribute(descriptor: int, name: str, value: bytes) -> None:
    """An extended attribute, on macOS; Python has them on Linux only."""
    if _fsetxattr is not None:
        _call(_fsetxattr, descriptor, name.encode(), value, len(value), 0, 0)


def _call(function: Callable[..., int], *arguments: object) -> None:
    while function(*arguments) != 0:
        code = ctypes.get_errno()
        if code != errno.EINTR:
            raise OSError(code, os.strerror(code))


def _at(directory: int | None) -> int:
    return _AT_FDCWD if directory is None else directory


def _rename_when_released(old: str, new: str) -> None:
    """Windows: `os.rename` never replaces there."""
    deadline = time.monotonic() + _SHARING_SECONDS
    while True:
        try:
            os.rename(old, new)  # noqa: PTH104
        except FileExistsError:
            raise
        except PermissionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return

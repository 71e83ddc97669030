"""Where OSError ends: every failure of the disk as one of our errors, with a reason for people."""

import contextlib
import errno
import os
from typing import Final

from desktop_app.errors import (
    FolderUnusable,
    NotEnoughSpace,
    PathMissing,
    PathUnreadable,
    Size,
    StorageError,
    WriteFailed,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.storage.directory import Directory

BLOCK: Final = 4096  # what the smallest thing takes on most disks

_AMPLE: Final = 256 * limits.MIB  # where so much more than needed is free, it is not bytes that are lacking

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})

_REASONS: Final = {
    errno.EACCES: phrase("permission denied"),
    errno.EPERM: phrase("permission denied"),
    errno.EROFS: phrase("this disk is read-only"),
    errno.ENOSPC: phrase("the disk is full"),
    errno.EDQUOT: phrase("your share of the disk is used up"),
    errno.EIO: phrase("the disk reported an error"),
    errno.ENXIO: phrase("the disk is gone"),
    errno.ENODEV: phrase("the disk is gone"),
    errno.ENOENT: phrase("it is not there"),
    errno.ENOTDIR: phrase("it is not a folder"),
    errno.EISDIR: phrase("it is a folder"),
    errno.ELOOP: phrase("there is a link in its place"),
    errno.EEXIST: phrase("the name is taken"),
    errno.EFBIG: phrase("it is too big for this disk"),
    errno.ENAMETOOLONG: phrase("the name is too long for this disk"),
    errno.EILSEQ: phrase("this disk cannot hold the name"),
    errno.EINVAL: phrase("this disk cannot do that"),
    errno.ENOTSUP: phrase("this disk cannot do that"),
    errno.EMFILE: phrase("too many files are open"),
    errno.ENFILE: phrase("too many files are open"),
    errno.ESTALE: phrase("the network folder went away"),
    errno.EXDEV: phrase("it was moved elsewhere"),
    errno.EBUSY: phrase("another program is using it"),
}


def reason(error: OSError) -> str:
    """What went wrong, in words that fit into brackets after a path."""
    code = error.errno or 0
    return _REASONS.get(code) or os.strerror(code)


def read_error(path: str, error: OSError) -> StorageError:
    """What an OSError means for something that is being read."""
    if error.errno in _GONE:
        return PathMissing(path=path)
    if error.errno == errno.ELOOP:
        return PathUnreadable(path=path, reason=phrase("it is a link"))
    return PathUnreadable(path=path, reason=reason(error))


def write_error(path: str, error: OSError, into: Directory, needed: int = BLOCK) -> StorageError:
    """What an OSError means for something that is being received.

    A full folder, or a disk without room for names, is not cured by room for bytes.
    """
    free = 0
    with contextlib.suppress(OSError):
        free = into.free()
    if error.errno not in _FULL or (error.errno == errno.ENOSPC and free > needed + _AMPLE):
        return WriteFailed(path=path, reason=reason(error))
    return NotEnoughSpace(needed=Size(needed), free=Size(free))


def folder_error(path: str, error: OSError) -> FolderUnusable:
    """What an OSError means for the folder that files go to."""
    return FolderUnusable(path=path, reason=reason(error))

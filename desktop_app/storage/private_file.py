"""Small files that only this person may read: read whole, replaced in one step, set aside when unusable."""

import contextlib
import os
import re
import secrets
import stat
import time
from pathlib import Path
from typing import Final

from desktop_app.errors import ProfileUnusable, phrase
from desktop_app.protocol.wiping import wipe
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.profile import Profile

_RANDOM: Final = 8  # bytes, in the name of a file that is being written
_ASIDE: Final = ".corrupt-"  # behind the name of a file that could not be used
_OTHERS_READ: Final = stat.S_IRWXG | stat.S_IRWXO
_OTHERS_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


def read(path: Path, most: int) -> tuple[bytes, os.stat_result]:
    """Its content and what it was read from. Raises OSError, and ValueError for something else in its place."""
    with open(path, "rb", buffering=0, opener=_open_at_once) as file:  # a buffer would be one more copy
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise ValueError(phrase("it is not a file"))
        if status.st_size > most:
            raise ValueError(phrase("it is too big"))
        room, end = bytearray(status.st_size), 0
        with memoryview(room) as free:
            while count := file.readinto(free[end:]):
                end += count
            content = bytes(free[:end])
    wipe(room)
    return content, status


def is_of_a_person(status: os.stat_result) -> bool:
    """Whether it belongs to somebody for whom the administrator has started this, as with `sudo`."""
    return os.name == "posix" and os.geteuid() == 0 and status.st_uid != 0


def others_may_write(status: os.stat_result) -> bool:
    """Whether somebody else could have put the content there."""
    return os.name == "posix" and (status.st_uid not in {os.geteuid(), 0} or bool(status.st_mode & _OTHERS_WRITE))


def others_may_read(status: os.stat_result) -> bool:
    return os.name == "posix" and bool(status.st_mode & _OTHERS_READ)


def replace(profile: Profile, path: Path, content: bytes | bytearray) -> None:
    """After a crash the file is the old or the new one. Mode 0600. Raises ProfileUnusable."""
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(_RANDOM)}")
    try:
        with Directory(str(profile.root.resolve())) as directory:
            try:
                with os.fdopen(directory.create_file(fresh.name), "wb", buffering=0) as file:
                    system_calls.write_all(file.fileno(), content)
                    os.fsync(file.fileno())
                fresh.replace(path)
            except OSError:
                with contextlib.suppress(OSError):
                    fresh.unlink()
                raise
            directory.sync()
    except OSError as error:
        raise ProfileUnusable(path=str(profile.root), reason=disk_errors.reason(error)) from error


def remove_unfinished(path: Path) -> None:
    """What `replace` left behind where the program was killed amid it. Only while nobody else can be replacing it."""
    unfinished = re.compile(re.escape(path.name) + rf"\.[0-9a-f]{{{2 * _RANDOM}}}")
    with contextlib.suppress(OSError):
        for each in path.parent.iterdir():
            if unfinished.fullmatch(each.name):
                each.unlink()


def was_set_aside(path: Path) -> bool:
    """Whether a file of that name is kept that could not be used."""
    return any(path.parent.glob(f"{path.name}{_ASIDE}*"))


def set_aside(path: Path) -> Path:
    """Move an unusable file out of the way, closed to others; where it is now, the same place if the disk says no."""
    kept = path.with_name(f"{path.name}{_ASIDE}{time.strftime('%Y%m%d-%H%M%S')}-{secrets.token_hex(2)}")
    try:
        path.rename(kept)
    except OSError:
        return path
    with contextlib.suppress(OSError):
        if stat.S_ISREG(kept.lstat().st_mode):
            kept.chmod(0o600)  # there may be secrets in it that the other computers trust still
    return kept


def _open_at_once(path: str, flags: int) -> int:
    """A pipe in the file's place must not make the program wait for somebody who writes to it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

"""The file of remembered devices: mode 0600, one for the window and the command line, whole after any crash.

Whoever changes it holds the lock between processes from reading to replacing. What cannot be used is set aside and
trusted in nothing; what a later version of the program keeps there, in at most a MiB, is left alone.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Final, Literal

import filelock
import msgspec
from msgspec import Meta

from desktop_app.errors import (
    AppError,
    DevicesExposed,
    DevicesInSight,
    DevicesOfLaterVersion,
    DevicesReset,
    ProfileUnusable,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.protocol.wiping import wipe, wipe_bytes
from desktop_app.storage import disk_errors, private_file
from desktop_app.storage.device_record import Record, folded
from desktop_app.storage.profile import Profile

VERSION: Final = 1
_SIZE_MAX: Final = limits.MIB
_LOCK_SECONDS: Final = 5.0

_Seen = tuple[int, int, int] | None  # what tells one state of the file from the next


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    version: Literal[1]
    devices: Annotated[list[Record], Meta(max_length=limits.RECORDS_MAX)]

    def __post_init__(self) -> None:
        for what in ({each.id for each in self.devices}, {folded(each.name) for each in self.devices}):
            if len(what) != len(self.devices):
                raise ValueError(phrase("two devices in it are the same"))


class _Later(msgspec.Struct, frozen=True):
    version: Annotated[int, Meta(gt=VERSION)]


_DECODER: Final = msgspec.json.Decoder(_Content)
_LATER: Final = msgspec.json.Decoder(_Later)  # what it does not know it skips, and falls over its depth
_UNUSABLE: Final = (msgspec.DecodeError, ValueError, RecursionError)


class DevicesFile:
    """One thread at a time. `tell` hears of what is wrong with it and does not keep it from being used."""

    def __init__(self, profile: Profile, tell: Callable[[AppError], None]) -> None:
        self._profile, self._tell = profile, tell
        self._path: Final = profile.devices
        self._between_processes = filelock.FileLock(profile.root / "devices.lock", timeout=_LOCK_SECONDS, mode=0o600)
        self._seen: _Seen = None
        self._in_sight = False  # of others, for good

    @property
    def changed(self) -> bool:
        """Whether it is another one than this has read or written last, where the file system tells such apart."""
        return self._now() != self._seen

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """No other process changes it meanwhile. Raises ProfileUnusable. May be held twice."""
        try:
            self._between_processes.acquire()
        except filelock.Timeout as error:
            raise ProfileUnusable(
                path=str(self._profile.root), reason=phrase("another Tallystick keeps it busy")
            ) from error
        except OSError as error:
            raise ProfileUnusable(path=str(self._profile.root), reason=disk_errors.reason(error)) from error
        try:
            yield
        finally:
            self._between_processes.release()

    def read(self) -> list[Record]:
        """What is on the disk, however it got there. Raises ProfileUnusable where it cannot be read for now, or by a
        later version alone."""
        try:
            try:
                return self._load()
            except _UNUSABLE:
                return self._load_or_set_aside()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise ProfileUnusable(path=str(self._path), reason=disk_errors.reason(error)) from error

    def replace(self, records: Sequence[Record]) -> None:
        """In one step, durable, while it is locked. Raises ProfileUnusable."""
        content = _encoded(records)
        try:
            private_file.replace(self._profile, self._path, content)
        finally:
            wipe(content)
        self._seen = self._now()

    def remove_unfinished(self) -> None:
        """What a program has left that was killed amid `replace`; while it is locked."""
        private_file.remove_unfinished(self._path)

    # --- inside ------------------------------------------------------------------------------------------

    def _load(self) -> list[Record]:
        """Raises OSError, DevicesOfLaterVersion, and one of `_UNUSABLE`."""
        self._seen = self._now()
        content, status = private_file.read(self._path, _SIZE_MAX)
        try:
            if private_file.is_of_a_person(status):
                raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(self._path))
            if private_file.others_may_write(status):
                raise ValueError(phrase("others could have changed them"))
            if private_file.others_may_read(status):  # whatever is in it
                self._hide()
            if _is_later(content):
                raise DevicesOfLaterVersion(path=str(self._path))
            devices = _DECODER.decode(content).devices
        finally:
            wipe_bytes(content)
        return devices

    def _load_or_set_aside(self) -> list[Record]:
        """Under the lock, for another process may have put a good one in its place. Raises OSError, ProfileUnusable."""
        with self.locked():
            try:
                return self._load()
            except _UNUSABLE as error:
                self._tell(DevicesReset(reason=_words(error), kept=private_file.set_aside(self._path)))
                self._seen = self._now()
                return []

    def _hide(self) -> None:
        """Others could read it, or still can: FAT knows no modes, and that is told once. Raises OSError."""
        self._path.chmod(0o600)
        self._seen = self._now()
        before, self._in_sight = self._in_sight, private_file.others_may_read(self._path.stat())
        if not self._in_sight:
            self._tell(DevicesExposed(path=str(self._path)))
        elif not before:
            self._tell(DevicesInSight(path=str(self._path)))

    def _now(self) -> _Seen:
        try:
            status = self._path.stat()
        except OSError:
            return None
        return status.st_ino, status.st_size, status.st_mtime_ns


def _is_later(content: bytes) -> bool:
    try:
        _LATER.decode(content)
    except _UNUSABLE:
        return False
    return True


def _encoded(records: Sequence[Record]) -> bytearray:
    """To be wiped. There is room from the beginning: a buffer that grows leaves copies of secrets behind."""
    content = bytearray(_SIZE_MAX)
    msgspec.json.Encoder().encode_into(_Content(VERSION, list(records)), content)
    return content


def _words(error: Exception) -> str:
    """Why, without anything of the content: a decoder's message may quote it."""
    return str(error) if type(error) is ValueError else phrase("its content makes no sense")

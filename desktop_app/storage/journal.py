"""A file that is only ever written at its end: what was said in it survives a kill, and what was made durable a power
cut. One process has it at a time.

A record is its length (4 bytes), the first 8 bytes of its BLAKE3, and its content. What a kill or a power cut left
half written at the end is not believed, and cut off.
"""

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from struct import Struct
from typing import Final, Self

import filelock
from blake3 import blake3

from desktop_app.errors import Cancelled, ProfileUnusable, phrase
from desktop_app.protocol import limits
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage.directory import Directory

_HEAD: Final = Struct(">I8s")
_SIZE_MAX: Final = 256 * limits.MIB
_LOCK: Final = ".lock"


class Journal:
    """Safe from any thread."""

    def __init__(self, path: Path, descriptor: int, lock: filelock.BaseFileLock) -> None:
        self.path: Final = path
        self._descriptor: int | None = descriptor
        self._lock_file = lock
        self._lock = threading.Lock()
        self._has_lasting_name = False

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new one. Raises ProfileUnusable."""
        try:
            path.parent.mkdir(mode=0o700, exist_ok=True)
            lock = _locked(path)
            if lock is None:
                raise ProfileUnusable(path=str(path.parent), reason=phrase("another Tallystick has it already"))
            try:
                with Directory(str(path.parent.resolve())) as folder:
                    return cls(path, folder.create_file(path.name), lock)
            except OSError:
                _unlock(lock)
                raise
        except OSError as error:
            raise _failure(path, error) from error

    @classmethod
    def take(cls, path: Path, stop: Callable[[], bool] = lambda: False) -> tuple[Self, list[bytes]] | None:
        """One that is there, to go on with, and what it says; None where another process has it, or it is gone.

        Takes long for a large one. Raises ProfileUnusable, and Cancelled once `stop` says so, which leaves it as it is.
        """
        try:
            if not path.exists() or (lock := _locked(path)) is None:
                return None
            try:
                with Directory(str(path.parent.resolve())) as folder:
                    descriptor = folder.open_file(path.name)
            except FileNotFoundError:
                _unlock(lock)
                return None
            except OSError:
                _unlock(lock)
                raise
            journal = cls(path, descriptor, lock)
            try:
                found = list(_read(descriptor, stop))
                end = found[-1][1] if found else 0
                os.ftruncate(descriptor, end)
                os.lseek(descriptor, end, os.SEEK_SET)
            except (OSError, Cancelled):
                journal.close()
                raise
        except OSError as error:
            raise _failure(path, error) from error
        else:
            return journal, [content for content, _ in found]

    def append(self, content: bytes, *, durable: bool = False) -> None:
        """Raises ProfileUnusable; nothing may be appended after that."""
        record = _HEAD.pack(len(content), _checksum(content)) + content
        with self._lock:
            if self._descriptor is None:
                return
            try:
                system_calls.write_all(self._descriptor, record)
                if durable:
                    system_calls.sync_data(self._descriptor)
                    if not self._has_lasting_name:
                        with Directory(str(self.path.parent.resolve())) as folder:
                            folder.sync()
                        self._has_lasting_name = True
            except OSError as error:
                raise _failure(self.path, error) from error

    def move(self, path: Path) -> None:
        """To another name, and closed. Raises ProfileUnusable."""
        try:
            self.path.rename(path)
        except OSError as error:
            raise _failure(path, error) from error
        finally:
            self.close()

    def remove(self) -> None:
        """May be called twice."""
        with contextlib.suppress(OSError):
            self.path.unlink()
        self.close()

    def close(self) -> None:
        """Another process may have it then; may be called twice."""
        with self._lock:
            descriptor, self._descriptor = self._descriptor, None
            if descriptor is not None:
                os.close(descriptor)
                _unlock(self._lock_file)


def read(path: Path) -> Iterator[bytes]:
    """What one says so far, whoever writes it. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        for content, _ in _read(file.fileno(), lambda: False):
            yield content


def _read(descriptor: int, stop: Callable[[], bool]) -> Iterator[tuple[bytes, int]]:
    """The good records, and where each ends. Raises OSError, Cancelled."""
    size = os.fstat(descriptor).st_size
    if size > _SIZE_MAX:
        return
    at = 0
    with open(descriptor, "rb", closefd=False) as file:
        file.seek(0)
        while at + _HEAD.size <= size:
            if stop():
                raise Cancelled
            head = file.read(_HEAD.size)
            if len(head) < _HEAD.size:
                return
            length, checksum = _HEAD.unpack(head)
            content = file.read(min(length, size - at))
            if len(content) < length or _checksum(content) != checksum:
                return
            at += _HEAD.size + length
            yield content, at


def _checksum(content: bytes) -> bytes:
    return blake3(content).digest(8)


def _locked(path: Path) -> filelock.BaseFileLock | None:
    """Raises OSError."""
    lock = filelock.FileLock(path.with_name(path.name + _LOCK), timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except filelock.Timeout:
        return None
    return lock


def _unlock(lock: filelock.BaseFileLock) -> None:
    with contextlib.suppress(OSError):
        Path(lock.lock_file).unlink(missing_ok=True)
    lock.release()


def _failure(path: Path, error: OSError) -> ProfileUnusable:
    return ProfileUnusable(path=str(path.parent), reason=disk_errors.reason(error))

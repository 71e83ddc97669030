"""The entries of one transfer in Tallystick's own directory, kept for its receipt as long as it is in the history.

A spool begins with the canonical form of every entry, so its BLAKE3 digest is the one that both computers vouched
for with END and DONE. Behind that stand the entries that the receiver could not keep. A short one touches the disk
only when it is finished.
"""

import contextlib
import os
import secrets
import time
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from struct import Struct
from typing import Final

from blake3 import blake3

from desktop_app.errors import ProfileUnusable, phrase
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Ended, FileResult, read_canonical
from desktop_app.storage import disk_errors, system_calls
from desktop_app.storage.directory import Directory

BUFFER: Final = 256 * limits.KIB
_PART: Final = limits.MIB
_LOST: Final = Struct(">IB")  # number of the entry, the receiver's result
_ABANDONED: Final = 24 * 3600.0  # seconds; a younger one may be of another process, which goes on writing it


class Spool:
    """One that is being written, by one thread at a time."""

    def __init__(self, folder: Path, name: str = "") -> None:
        """`name`: of one that was begun before."""
        self.name: Final = name or secrets.token_hex(16)
        self._folder = folder
        self._waiting = bytearray()
        self._size = 0  # on the disk
        self._descriptor: int | None = None

    @property
    def path(self) -> Path:
        return self._folder / self.name

    def append(self, canonical: bytes) -> None:
        """The next entry. Raises ProfileUnusable."""
        self._waiting += canonical
        if len(self._waiting) >= BUFFER:
            self._write()

    def flush(self, *, durable: bool = False) -> int:
        """All of it is in the file now; how long that is. Raises ProfileUnusable."""
        self._write()
        if durable:
            assert self._descriptor is not None
            try:
                system_calls.sync_data(self._descriptor)
            except OSError as error:
                raise self._failure(error) from error
        return self._size

    def go_on_at(self, size: int) -> None:
        """Forget all but the first `size` bytes. Raises ProfileUnusable where there are not so many."""
        self._waiting.clear()
        try:
            descriptor = self._open()
            if os.fstat(descriptor).st_size < size:
                raise ProfileUnusable(path=str(self._folder), reason=phrase("what was kept there is cut short"))
            os.ftruncate(descriptor, size)
            os.lseek(descriptor, size, os.SEEK_SET)
        except OSError as error:
            raise self._failure(error) from error
        self._size = size

    def close(self) -> None:
        """It stays as it is on the disk, to be gone on with; may be called twice."""
        self._close()

    def finish(self, lost: Iterable[tuple[int, FileResult]]) -> None:
        """All of it is on the disk now. `lost`: in the order of the entries. Raises ProfileUnusable."""
        for index, result in lost:
            self._waiting += _LOST.pack(index, result)
        self._write()
        assert self._descriptor is not None
        try:
            os.fsync(self._descriptor)
            with Directory(str(self._folder.resolve())) as folder:
                folder.sync()
        except OSError as error:
            raise self._failure(error) from error
        self._close()

    def discard(self) -> None:
        """Nothing of it stays; may be called twice."""
        self._waiting.clear()
        if self._close() or self._size:
            with contextlib.suppress(OSError):
                (self._folder / self.name).unlink()

    def _write(self) -> None:
        try:
            descriptor = self._open()
            system_calls.write_all(descriptor, self._waiting)
        except OSError as error:
            raise self._failure(error) from error
        self._size += len(self._waiting)
        self._waiting.clear()

    def _open(self) -> int:
        """At its end. Raises OSError."""
        if self._descriptor is None:
            self._folder.mkdir(mode=0o700, exist_ok=True)
            with Directory(str(self._folder.resolve())) as folder:
                if folder.exists(self.name):  # names are random: it is the same
                    self._descriptor = folder.open_file(self.name)
                    self._size = os.lseek(self._descriptor, 0, os.SEEK_END)
                else:
                    self._descriptor = folder.create_file(self.name)
        return self._descriptor

    def _close(self) -> bool:
        """Whether it was open."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)
        return descriptor is not None

    def _failure(self, error: OSError) -> ProfileUnusable:
        return ProfileUnusable(path=str(self._folder), reason=disk_errors.reason(error))


def entries(path: Path, size: int) -> Iterator[tuple[Ended, int]]:
    """Every entry in the first `size` bytes, with the sender's word, and where it ends; what is cut short there is
    passed over. Raises OSError, and ValueError where this is not what was written."""
    with path.open("rb") as file:
        left, data, at, begins = size, b"", 0, 0
        while True:
            found = read_canonical(data, at)
            if found is not None:
                ended, at = found
                yield ended, begins + at
                continue
            part = file.read(min(_PART, left))
            if not part:
                return
            left -= len(part)
            begins += at
            data, at = data[at:] + part, 0


def outcomes(path: Path, lost: int) -> Iterator[tuple[Ended, FileResult]]:
    """Every entry of a finished spool, and how it came out in the end: the sender's word first, then the receiver's.

    `lost`: how many the receiver could not keep. Raises OSError, and ValueError where this is not what was written.
    """
    size = _manifest_size(path, lost)
    with path.open("rb") as file:
        file.seek(size)
        not_kept = _LOST.iter_unpack(file.read())
    next_lost, why = next(not_kept, (-1, 0))
    end = 0
    for index, found in enumerate(entries(path, size)):
        ended, end = found
        result = ended.result
        if index == next_lost:
            result = result or FileResult(why)
            next_lost, why = next(not_kept, (-1, 0))
        yield ended, result
    if end != size or next_lost >= 0:
        raise ValueError("it is cut short")


def manifest_digest(path: Path, lost: int) -> bytes:
    """BLAKE3 over the canonical form of all entries. Raises OSError or ValueError."""
    digest, left = blake3(), _manifest_size(path, lost)
    with path.open("rb") as file:
        while left and (part := file.read(min(_PART, left))):
            digest.update(part)
            left -= len(part)
    return digest.digest()


def remove(folder: Path, names: Iterable[str]) -> None:
    """Finished ones that nobody refers to any more."""
    for name in names:
        if name and name == Path(name).name:
            with contextlib.suppress(OSError):
                (folder / name).unlink()


def remove_abandoned(folder: Path, used: Collection[str]) -> None:
    """What a killed process left behind: old and not among `used`."""
    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name not in used and time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def _manifest_size(path: Path, lost: int) -> int:
    size = path.stat().st_size - lost * _LOST.size
    if size < 0:
        raise ValueError("it is cut short")
    return size

"""What is in the chosen folder already, under the names of a transfer: looked at, never touched.

Only plain files below plain folders count; no link is followed.
"""

import io
import os
import stat
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from blake3 import blake3

from desktop_app.protocol import limits
from desktop_app.storage import system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import ReceivedPath
from desktop_app.storage.received_folders import SYNC_EACH

_STEP: Final = limits.MIB


class Existing(Enum):
    """What is to become of a name that is there already. Nothing is ever replaced."""

    ASK = "ask"  # as a setting only: the person decides at each offer
    KEEP_BOTH = "keep both"  # the new one gets a number
    SKIP_IDENTICAL = "skip identical"  # the same content is not sent again; what differs gets a number


@dataclass(slots=True)
class ExistingFile:
    """A file that is there under the path of a received one, and has its size."""

    path: ReceivedPath
    stamp: tuple[int, ...]
    digest: bytes = b""


class ExistingFiles:
    """One thread at a time."""

    def __init__(self, root: Directory, names: Sequence[str]) -> None:
        """Raises OSError."""
        self._root = root
        self._lasting_numbers = root.has_lasting_numbers()
        self._names = frozenset(name for name in names if root.exists(name))
        self._way: list[tuple[str, Directory]] = []  # down to the folder that was looked at last
        self._room = memoryview(bytearray(_STEP))

    @property
    def names(self) -> frozenset[str]:
        """Those of the transfer's that are here."""
        return self._names

    @property
    def any(self) -> bool:
        return bool(self._names)

    def holds_folder(self, path: str) -> bool:
        return self._is_below(path) and self._folder(path) is not None

    def find(self, path: ReceivedPath, size: int) -> ExistingFile | None:
        """The file that is there under this path, if it has this size."""
        status = self._status(path) if self._is_below(path.text) else None
        if status is None or status.st_size != size:
            return None
        return ExistingFile(path, self._stamp(status))

    def read(self, file: ExistingFile, stop: Callable[[], bool]) -> None:
        """Learn its digest; it stays empty where the file cannot be read, changes, or `stop` says so."""
        folder = self._folder(file.path.parent)
        if folder is None:
            return
        try:
            descriptor = folder.open_to_read(file.path.name)
        except OSError:
            return
        try:
            digest = self._digest(descriptor, file.stamp, stop)
        except OSError:
            return
        finally:
            os.close(descriptor)
        if self.is_still(file):
            file.digest = digest

    def is_still(self, file: ExistingFile) -> bool:
        """Whether the same file is still there, as it was found."""
        status = self._status(file.path)
        return status is not None and self._stamp(status) == file.stamp

    def make_durable(self, files: Collection[ExistingFile]) -> bool:
        """Whoever put them there may have left them to the cache. False where the disk fails."""
        try:
            if len(files) <= SYNC_EACH or not self._root.sync_filesystem():
                for file in files:
                    self._sync(file)
        except OSError:
            return False
        return True

    def close(self) -> None:
        for _, directory in self._way:
            directory.close()
        self._way.clear()

    def _is_below(self, path: str) -> bool:
        return path.partition("/")[0] in self._names

    def _digest(self, descriptor: int, stamp: tuple[int, ...], stop: Callable[[], bool]) -> bytes:
        """Empty for another file, one that changed, or where `stop` says so. Raises OSError."""
        if self._stamp(os.fstat(descriptor)) != stamp:
            return b""
        hasher = blake3()
        with io.FileIO(descriptor, closefd=False) as reading:
            while count := reading.readinto(self._room):
                hasher.update(self._room[:count])
                if stop():
                    return b""
        return hasher.digest() if self._stamp(os.fstat(descriptor)) == stamp else b""

    def _sync(self, file: ExistingFile) -> None:
        folder = self._folder(file.path.parent)
        if folder is None:
            raise FileNotFoundError(file.path.text)
        # Windows makes nothing durable through a handle that cannot write.
        descriptor = (folder.open_file if os.name == "nt" else folder.open_to_read)(file.path.name)
        try:
            system_calls.sync_data(descriptor)
        finally:
            os.close(descriptor)
        folder.sync()

    def _status(self, path: ReceivedPath) -> os.stat_result | None:
        """Of a plain file."""
        folder = self._folder(path.parent)
        try:
            status = None if folder is None else folder.status_of(path.name)
        except OSError:
            return None
        return status if status is not None and stat.S_ISREG(status.st_mode) else None

    def _stamp(self, status: os.stat_result) -> tuple[int, ...]:
        number = status.st_ino if self._lasting_numbers else 0
        return status.st_dev, number, status.st_size, status.st_mtime_ns, status.st_ctime_ns

    def _folder(self, path: str) -> Directory | None:
        """Open, until the next call; None where there is no such folder."""
        parts = path.split("/") if path else []
        known = 0
        above = self._root
        while known < min(len(parts), len(self._way)) and self._leads_to(above, parts[known], *self._way[known]):
            above = self._way[known][1]
            known += 1
        for _, directory in self._way[known:]:
            directory.close()
        del self._way[known:]
        for name in parts[known:]:
            try:
                above = above.open_child(name)
            except OSError:
                return None
            self._way.append((name, above))
        return above

    def _leads_to(self, above: Directory, name: str, held_name: str, held: Directory) -> bool:
        """Whether the folder that is held open is still the one of that name: somebody may have moved it."""
        if name != held_name:
            return False
        try:
            found = above.identity_of(name)
        except OSError:
            return False
        return found == held.identity if self._lasting_numbers else found is not None

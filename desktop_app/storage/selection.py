"""What was found to send: entries in order, their sums, and what is left out.

Entries are kept in columns instead of objects: a million of them take some 50 MB, and an object for one
is made only while it is used. This module touches no disk.
"""

import os
import stat
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, overload

from desktop_app.errors import AppError
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.protocol.packed_names import PackedNames
from desktop_app.protocol.top_names import TopNames

TOP: Final = -1
_FOLDER: Final = 1
_EXECUTABLE: Final = 2
_UINT64: Final = 2**64 - 1


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One file or folder to send, and which one on the disk it was when it was found."""

    entry: Entry
    path: str  # on this computer
    device: int
    inode: int


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was selected and cannot be sent. `path` is as the receiver would have seen it, for display."""

    path: str
    kind: type[AppError]
    reason: str = ""

    @property
    def error(self) -> AppError:
        """Made on demand: a million of them have to fit into memory, too."""
        return self.kind(path=self.path, name=self.path.rpartition("/")[2], reason=self.reason)


class SourceEntries(Sequence[SourceEntry]):
    """The entries of a selection, folders before what they hold."""

    def __init__(self) -> None:
        self._names = PackedNames()
        self._parents: array[int] = array("i")  # the entry of the folder that holds it; TOP for none
        self._flags = bytearray()
        self._sizes: array[int] = array("q")
        self._mtimes: array[int] = array("q")
        self._devices: list[int] = []
        self._device_from: array[int] = array("I")  # the first entry that is on each of them: they seldom change
        self._inodes: array[int] = array("Q")
        self._top_paths: dict[int, str] = {}
        self._last_folder = (TOP, "", "")

    def add_top(self, path: str, name: str, status: os.stat_result, *, executable: bool) -> int:
        """Add what a person selected, to be sent as `name`. Returns its number."""
        self._top_paths[len(self)] = path.rstrip(os.sep)
        return self.add(TOP, name, status, executable=executable)

    def add(self, folder: int, name: str, status: os.stat_result, *, executable: bool) -> int:
        """Add what was found under this name in entry number `folder`. Returns its number."""
        is_folder = stat.S_ISDIR(status.st_mode)
        number = len(self)
        self._names.add(name)
        self._parents.append(folder)
        self._flags.append(_FOLDER if is_folder else _EXECUTABLE * executable)
        self._sizes.append(0 if is_folder else status.st_size)
        self._mtimes.append(mtime_of(status))
        device, inode = identity_of(status)
        if not self._devices or self._devices[-1] != device:
            self._devices.append(device)
            self._device_from.append(number)
        self._inodes.append(inode)
        return number

    @property
    def sources(self) -> dict[str, str]:
        """The paths of what a person selected, by the name that it is sent as."""
        return {self._names[number]: path or os.sep for number, path in self._top_paths.items()}

    def __len__(self) -> int:
        return len(self._flags)

    @overload
    def __getitem__(self, index: int) -> SourceEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[SourceEntry]: ...
    def __getitem__(self, index: int | slice) -> SourceEntry | list[SourceEntry]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number = range(len(self))[index]
        sent_as, path = self._paths(number)
        kind = EntryKind.FOLDER if self._flags[number] & _FOLDER else EntryKind.FILE
        entry = Entry(sent_as, kind, self._sizes[number], self._mtimes[number], bool(self._flags[number] & _EXECUTABLE))
        device = self._devices[bisect_right(self._device_from, number) - 1]
        return SourceEntry(entry, path, device, self._inodes[number])

    def __iter__(self) -> Iterator[SourceEntry]:
        return map(self.__getitem__, range(len(self)))

    def _paths(self, number: int) -> tuple[str, str]:
        """What an entry is sent as, and where it is on this computer."""
        name, folder = self._names[number], self._parents[number]
        if folder == TOP:
            return name, self._top_paths[number] or os.sep
        last, sent_as, path = self._last_folder
        if last != folder:
            sent_as, path = self._paths(folder)
            path = path.rstrip(os.sep)
            self._last_folder = (folder, sent_as, path)
        return f"{sent_as}/{name}", f"{path}{os.sep}{name}"


@dataclass(frozen=True, slots=True)
class Selection:
    """All that is to be sent, as one offer."""

    entries: SourceEntries
    total: int  # bytes
    files: int
    folders: int
    tops: TopNames  # all different
    programs: int  # files that could run on some computer
    longest_path: int  # bytes
    left_out: tuple[LeftOut, ...]
    only: tuple[str, ...] = ()  # paths that a scan was limited to, as they are sent

    @property
    def names(self) -> Sequence[str]:
        """At the top."""
        return self.tops.names

    @property
    def sources(self) -> dict[str, str]:
        """Where what is sent under a top-level name is on this computer."""
        return self.entries.sources


def identity_of(status: os.stat_result) -> tuple[int, int]:
    """Device and inode, as far as 64 bits hold them (ReFS has more)."""
    return status.st_dev & _UINT64, status.st_ino & _UINT64


def mtime_of(status: os.stat_result) -> int:
    """Nanoseconds since 1970, within what the wire can carry."""
    return min(max(status.st_mtime_ns, -(2**63)), 2**63 - 1)

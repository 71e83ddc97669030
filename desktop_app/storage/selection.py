"""What was found to send: entries in order, their sums, and what is left out.

Entries are kept packed, and all but the latest compressed: a million of them take 10 to 20 MB, where an object for
each would take hundreds. This module touches no disk.
"""

import os
import stat
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from struct import Struct
from typing import Final, Self, overload

from desktop_app.errors import AppError
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.protocol.packed_names import PackedNames
from desktop_app.protocol.top_names import TopNames

_BLOCK: Final = 16_384  # entries that are compressed together; a smaller selection never is
_OPEN: Final = 2  # blocks that stay unpacked: of what is sent, and of what the receiver says of it a little later
_ROW: Final = Struct("=HBqqQQ")  # place of the folder among those of its block, flags, size, mtime, device, inode
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
        self._count = 0
        self._top_paths: dict[str, str] = {}
        self._packed: list[_Packed] = []
        self._latest = _Block()
        self._open: tuple[tuple[int, _Block], ...] = ()  # replaced as a whole: two threads may look at once
        self._last_folder = ("", "")

    def add_top(self, path: str, name: str, status: os.stat_result, *, executable: bool) -> None:
        """Add what a person selected, to be sent as `name`."""
        self._top_paths[name] = path.rstrip(os.sep)
        self.add("", name, status, executable=executable)

    def add(self, folder: str, name: str, status: os.stat_result, *, executable: bool) -> None:
        """Add what was found under this name in what is sent as `folder`."""
        if self._count and self._count % _BLOCK == 0:
            self._packed.append(self._latest.pack())
            self._latest = _Block()
        self._count += 1
        self._latest.add(folder, name, status, executable=executable)

    @property
    def sources(self) -> dict[str, str]:
        """The paths of what a person selected, by the name that it is sent as."""
        return {name: path or os.sep for name, path in self._top_paths.items()}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> SourceEntry: ...
    @overload
    def __getitem__(self, index: slice) -> list[SourceEntry]: ...
    def __getitem__(self, index: int | slice) -> SourceEntry | list[SourceEntry]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        number, place = divmod(range(self._count)[index], _BLOCK)
        folder, name, flags, size, mtime, device, inode = self._block(number)[place]
        sent_as, path = f"{folder}/{name}" if folder else name, self._path(folder, name)
        kind = EntryKind.FOLDER if flags & _FOLDER else EntryKind.FILE
        return SourceEntry(Entry(sent_as, kind, size, mtime, bool(flags & _EXECUTABLE)), path, device, inode)

    def __iter__(self) -> Iterator[SourceEntry]:
        return map(self.__getitem__, range(len(self)))

    def _block(self, number: int) -> "_Block":
        if number == len(self._packed):
            return self._latest
        for opened, block in self._open:
            if opened == number:
                return block
        block = _Block.unpack(self._packed[number])
        self._open = ((number, block), *self._open[: _OPEN - 1])
        return block

    def _path(self, folder: str, name: str) -> str:
        """Where an entry is on this computer."""
        if not folder:
            return self._top_paths[name] or os.sep
        last, path = self._last_folder
        if last != folder:
            top, slash, beneath = folder.partition("/")
            path = self._top_paths[top] + (slash + beneath).replace("/", os.sep)
            self._last_folder = (folder, path)
        return f"{path}{os.sep}{name}"


_Packed = tuple[tuple[bytes, bytes], tuple[bytes, bytes], bytes]
_Row = tuple[str, str, int, int, int, int, int]  # folder and name; then as in _ROW


class _Block:
    """Some thousand entries that follow each other."""

    __slots__ = ("_added", "_folders", "_names", "_read", "_rows")

    def __init__(self) -> None:
        self._names = PackedNames()
        self._folders = PackedNames()  # each once for all that follow each other in it
        self._added: str | None = None  # the last of them
        self._read = (-1, "")  # the one that was asked for last, and its place
        self._rows = bytearray()

    def add(self, folder: str, name: str, status: os.stat_result, *, executable: bool) -> None:
        if folder != self._added:
            self._folders.add(folder)
            self._added = folder
        self._names.add(name)
        is_folder = stat.S_ISDIR(status.st_mode)
        flags, size = (_FOLDER, 0) if is_folder else (_EXECUTABLE * executable, status.st_size)
        self._rows += _ROW.pack(len(self._folders) - 1, flags, size, mtime_of(status), *identity_of(status))

    def pack(self) -> _Packed:
        return self._names.pack(), self._folders.pack(), zlib.compress(self._rows, zlib.Z_BEST_SPEED)

    @classmethod
    def unpack(cls, packed: _Packed) -> Self:
        block = cls()
        block._names, block._folders = map(PackedNames.unpack, packed[:2])
        block._rows += zlib.decompress(packed[2])
        return block

    def __getitem__(self, place: int) -> _Row:
        within, flags, size, mtime, device, inode = _ROW.unpack_from(self._rows, place * _ROW.size)
        read, folder = self._read
        if read != within:
            folder = self._folders[within]
            self._read = (within, folder)
        return folder, self._names[place], flags, size, mtime, device, inode


@dataclass(frozen=True, slots=True)
class Selected:
    """Something that was selected once."""

    sources: Mapping[str, str]  # where what is sent under a top-level name is on this computer
    only: Sequence[str] = ()  # paths in those, as they are sent: of what failed; none where it is all of it


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
    def selected(self) -> Selected:
        """What to look for, to find it again."""
        return Selected(self.entries.sources, self.only)


def identity_of(status: os.stat_result) -> tuple[int, int]:
    """Device and inode, as far as 64 bits hold them (ReFS has more)."""
    return status.st_dev & _UINT64, status.st_ino & _UINT64


def mtime_of(status: os.stat_result) -> int:
    """Nanoseconds since 1970, within what the wire can carry."""
    return min(max(status.st_mtime_ns, -(2**63)), 2**63 - 1)

"""The names at the top of an offer, with what is promised of each: its kind, its files and their size.

Ten thousand of them are kept packed, for several offers may wait for a person, and are shown for as long as their row.
"""

from array import array
from collections.abc import Iterable, Sequence
from typing import Annotated, Final, overload

import msgspec

from desktop_app.errors import LimitExceeded, UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.protocol.packed_names import PackedNames


class TopName(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One file or folder. `files` are those that come under its name, of a file itself; `size` is that of all."""

    name: str
    kind: EntryKind
    files: Annotated[int, msgspec.Meta(ge=0, le=limits.ENTRIES_MAX)]
    size: Annotated[int, msgspec.Meta(ge=0, le=limits.FILE_SIZE_MAX)]

    def __post_init__(self) -> None:
        if self.kind is EntryKind.FILE and self.files != 1:
            raise ValueError("a file that is not one file")
        if self.size and not self.files:
            raise ValueError("bytes of no file")

    @property
    def is_folder(self) -> bool:
        return self.kind is EntryKind.FOLDER


class TopNames(Sequence[TopName]):
    """In the order of the offer; `files`, `folders` (of the names themselves) and `total` are their sums."""

    __slots__ = ("_files", "_kinds", "_names", "_sizes", "files", "folders", "total")

    def __init__(self, names: Iterable[TopName] = ()) -> None:
        self._names = PackedNames()
        self._kinds = bytearray()
        self._files: array[int] = array("I")
        self._sizes: array[int] = array("Q")
        self.files = self.folders = self.total = 0
        for each in names:
            self.add(each)

    def add(self, top: TopName) -> None:
        self._names.add(top.name)
        self._kinds.append(top.kind)
        self._files.append(top.files)
        self._sizes.append(top.size)
        self.files += top.files
        self.folders += top.is_folder
        self.total += top.size

    @property
    def text_size(self) -> int:
        """Bytes of all names."""
        return self._names.text_size

    @property
    def names(self) -> Sequence[str]:
        """Only how they are called."""
        return self._names

    def kind(self, place: int) -> EntryKind:
        return EntryKind(self._kinds[place])

    def left(self) -> tuple["array[int]", "array[int]"]:
        """Files and bytes of each, to count down from."""
        return self._files[:], self._sizes[:]

    def __len__(self) -> int:
        return len(self._kinds)

    @overload
    def __getitem__(self, index: int) -> TopName: ...
    @overload
    def __getitem__(self, index: slice) -> list[TopName]: ...
    def __getitem__(self, index: int | slice) -> TopName | list[TopName]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        place = range(len(self))[index]
        return TopName(self._names[place], self.kind(place), self._files[place], self._sizes[place])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, TopNames):
            return NotImplemented
        return self._columns() == other._columns()

    __hash__ = None  # type: ignore[assignment]  # it grows

    def __repr__(self) -> str:
        return f"TopNames({list(self)})"

    def _columns(self) -> tuple[object, ...]:
        return self._names, self._kinds, self._files, self._sizes


class EntrySums:
    """Holds a stream of entries to what was offered: never above, in the end equal, for each of the names."""

    def __init__(self, *, folders: int, names: TopNames) -> None:
        self._folders = folders
        self._names: Final = names
        # By hash: the names themselves are in there, packed. Nobody else can choose two that have the same one.
        self._places = {hash(name): place for place, name in enumerate(names.names)}
        self._came = bytearray(len(names))
        self._files, self._bytes = names.left()
        self._place = -1  # of the name whose entries come, which follow each other
        self._within: str | tuple[()] = ()  # how paths in its folder begin
        self._files_left = self._bytes_left = 0

    def add(self, entry: Entry) -> None:
        """Raises UnexpectedMessage or LimitExceeded where the entry was not part of the offer."""
        if not entry.path.startswith(self._within):
            self._turn_to(entry)
        if entry.kind is EntryKind.FOLDER:
            if entry.size != 0:
                raise UnexpectedMessage(detail="a folder with a size")
            self._folders -= 1
        else:
            self._files_left -= 1
            self._bytes_left -= entry.size
        if self._folders < 0 or self._files_left < 0 or self._bytes_left < 0:
            raise LimitExceeded(detail="more than was offered")

    def finish(self) -> None:
        """Raises UnexpectedMessage where something is missing."""
        self._put_back()
        if self._folders or not all(self._came) or any(self._files) or any(self._bytes):
            raise UnexpectedMessage(detail="less than was offered")

    def _turn_to(self, entry: Entry) -> None:
        top, beneath, _ = entry.path.partition("/")
        place = self._places.get(hash(top), -1)
        if place < 0 or self._names.names[place] != top:
            raise UnexpectedMessage(detail="an entry outside the offer")
        kind = self._names.kind(place)
        if kind is not (EntryKind.FOLDER if beneath else entry.kind):
            raise UnexpectedMessage(detail="a name of another kind than was offered")
        self._put_back()
        self._place, self._within = place, f"{top}/" if kind is EntryKind.FOLDER else ()
        self._files_left, self._bytes_left = self._files[place], self._bytes[place]
        if not beneath:
            self._came[place] = True

    def _put_back(self) -> None:
        if self._place >= 0:
            self._files[self._place], self._bytes[self._place] = self._files_left, self._bytes_left

"""Many names in little room: their text in one piece, where an object for each would take several times as much."""

import zlib
from array import array
from collections.abc import Sequence
from typing import Self, overload


class PackedNames(Sequence[str]):
    """In the order in which they were added; each is made when somebody looks at it."""

    __slots__ = ("_begins", "_text")

    def __init__(self) -> None:
        self._text = bytearray()  # one behind the other, in UTF-8
        self._begins: array[int] = array("I", (0,))  # of each in there, and of what is added next

    def add(self, name: str) -> None:
        self._text += name.encode(errors="surrogatepass")
        self._begins.append(len(self._text))

    def pack(self) -> tuple[bytes, bytes]:
        """In still less room, for as long as nobody looks at them."""
        return zlib.compress(self._text, zlib.Z_BEST_SPEED), zlib.compress(self._begins, zlib.Z_BEST_SPEED)

    @classmethod
    def unpack(cls, packed: tuple[bytes, bytes]) -> Self:
        names = cls()
        names._text[:] = zlib.decompress(packed[0])
        names._begins = array("I", zlib.decompress(packed[1]))
        return names

    @property
    def text_size(self) -> int:
        """Bytes of all of them."""
        return len(self._text)

    def __len__(self) -> int:
        return len(self._begins) - 1

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[str, ...]: ...
    def __getitem__(self, index: int | slice) -> str | tuple[str, ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = range(len(self._begins) - 1)[index]
        return self._text[self._begins[place] : self._begins[place + 1]].decode(errors="surrogatepass")

    def __eq__(self, other: object) -> bool:
        """The same names in another sequence are equal."""
        if isinstance(other, PackedNames):
            return (self._text, self._begins) == (other._text, other._begins)
        if not isinstance(other, Sequence) or isinstance(other, str | bytes):
            return NotImplemented
        return len(self) == len(other) and all(map(str.__eq__, self, other))

    __hash__ = None  # type: ignore[assignment]  # it grows

    def __repr__(self) -> str:
        return repr(tuple(self))

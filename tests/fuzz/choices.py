"""Bytes read as decisions: so a fuzzer, which knows only bytes, drives something that takes more than bytes.

Where they end every further decision is the first one, and `left` says so.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Choices:
    def __init__(self, data: bytes) -> None:
        self._data, self._size, self._at = data, len(data), 0

    @property
    def left(self) -> bool:
        return self._at < self._size

    def byte(self) -> int:
        at, self._at = self._at, self._at + 1
        return self._data[at] if at < self._size else 0

    def number(self, size: int) -> int:
        """Unsigned, of so many bytes."""
        return int.from_bytes(self.take(size), "big")

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.byte() % len(options)]

    def often(self) -> bool:
        """Mostly."""
        return self.byte() & 7 != 7

    def take(self, size: int) -> bytes:
        """At most so many."""
        found = self._data[self._at : self._at + size]
        self._at += size
        return found

    def exactly(self, size: int) -> bytes:
        return self.take(size).ljust(size, b"\0")

    def piece(self) -> bytes:
        """With its length before it."""
        return self.take(self.byte())

    def text(self) -> str:
        """Any text that can be encoded, and some that cannot."""
        return self.piece().decode(errors="surrogateescape" if self.byte() == 255 else "replace")

    def rest(self) -> bytes:
        return self.take(max(0, self._size - self._at))

"""Files with numbers for names, few to a directory: among thousands ext4 takes half as long again to make one.

The first stand in the directory itself, the rest on shelves in it, which are used again and again: by the time it is
a shelf's turn once more, what stood there has its final name. One thread at a time.
"""

import contextlib
from collections.abc import Iterator
from typing import Final

from desktop_app.storage.directory import Directory

_FILES: Final = 64  # to a shelf: 19 µs to make one, 24 among 256, 29 among 10,000
_SHELVES: Final = 256  # with room for as many as a transfer lets wait for their names
_PREFIX: Final = "shelf-"


class Shelves:
    """Those in one directory of our own. Raises OSError, as a directory does."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._used: tuple[int, Directory] = (0, directory)  # the latest

    def holder(self, number: int, *, make: bool = False) -> Directory:
        """Where file `number` stands, until the next call. Raises FileNotFoundError where no such shelf is."""
        shelf = number // _FILES % _SHELVES
        if shelf != self._used[0]:
            self.close()
            if shelf:
                self._used = shelf, self._open(f"{_PREFIX}{shelf}", make=make)
        return self._used[1]

    def find(self, number: int) -> Directory | None:
        """The same, None where no such file is."""
        with contextlib.suppress(FileNotFoundError):
            holder = self.holder(number)
            return holder if holder.exists(str(number)) else None
        return None

    def files(self) -> Iterator[tuple[int, Directory]]:
        """Every file with its number, and where it stands until the next one."""
        for name in self._directory.names():
            if name.isdecimal():
                yield int(name), self._directory
            elif name.startswith(_PREFIX):
                with (
                    contextlib.suppress(NotADirectoryError, FileNotFoundError),
                    self._directory.open_child(name) as shelf,
                ):
                    yield from ((int(each), shelf) for each in shelf.names() if each.isdecimal())

    def remove(self) -> None:
        """Every file, then every shelf on which nothing else is left."""
        for number, holder in self.files():
            with contextlib.suppress(FileNotFoundError):  # the thread of the history may be removing it, too
                holder.remove_file(str(number))
        for name in self._directory.names():
            if name.startswith(_PREFIX):
                with contextlib.suppress(OSError):
                    self._directory.remove_child(name)

    def close(self) -> None:
        """No shelf is held open; may be called twice."""
        shelf, holder = self._used
        self._used = 0, self._directory
        if shelf:
            holder.close()

    def _open(self, name: str, *, make: bool) -> Directory:
        if make:
            with contextlib.suppress(FileExistsError):
                return self._directory.make_child(name, 0o700)
        return self._directory.open_child(name)

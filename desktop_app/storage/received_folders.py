"""The folders of one transfer under their final places: made exclusively, found again, made durable.

A folder of the transfer is always one that this object made: never merged into one that was there before,
and one that somebody moved or replaced meanwhile is noticed instead of written into.
"""

import contextlib
import itertools
import os
import stat
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial, wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from desktop_app.errors import FolderUnusable, WriteFailed, phrase
from desktop_app.storage import disk_errors
from desktop_app.storage.confined import Confined
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import numbered

HANDLES: Final = 64  # deeper than any path, so that the way down to a folder fits
NUMBERS: Final = 10_000  # "name (9999)" is the last that is tried
SYNC_EACH: Final = 4  # up to so many are synced one by one; more with one call for the file system

_REPLACED: Final = phrase("it was moved or replaced meanwhile")

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(slots=True)
class _Made:
    name: str  # as it was free
    inode: int
    mtime: int | None


def _kept_inside(
    method: Callable[Concatenate["ReceivedFolders", P], T],
) -> Callable[Concatenate["ReceivedFolders", P], T]:
    """Whoever calls it, it is done by who is kept in the folder of the transfer."""

    @wraps(method)
    def run(self: "ReceivedFolders", /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._confined.run(partial(method, self, *args, **kwargs))

    return run


class ReceivedFolders:
    """Received folders by their received path ("" is the folder that everything goes to)."""

    def __init__(self, root: Directory, confined: Confined) -> None:
        """`confined`: who makes and opens them."""
        self._root, self._confined = root, confined
        self._longest_name = root.longest_name()
        self._lasting_numbers = root.has_lasting_numbers()
        # Hears the received path and the name of what is made next.
        self.note: Callable[[str, str], None] = lambda *_: None
        self._made: dict[str, _Made] = {}
        self._expected: dict[str, int] = {}  # times of folders that are made only if something goes into them
        self._open: OrderedDict[str, Directory] = OrderedDict()
        self._unsynced: set[str] = set()

    @_kept_inside
    def make(self, path: str, mtime: int | None = None) -> None:
        """Make a folder and those that hold it. Raises FolderUnusable or WriteFailed."""
        self.open(path)
        if mtime is not None:
            self._made[path].mtime = mtime

    def expect(self, path: str, mtime: int) -> None:
        """Nothing may go into that folder; if something does, this is its time."""
        self._expected[path] = mtime

    def is_expected(self, path: str) -> bool:
        """Whether that folder is still to be made, if something goes into it."""
        return path in self._expected

    def is_made(self, path: str) -> bool:
        return path in self._made

    def made_since(self, count: int) -> list[tuple[str, str, int]]:
        """All but the first `count` that were made, in order: received path, name, inode."""
        return [(path, made.name, made.inode) for path, made in itertools.islice(self._made.items(), count, None)]

    def made_before(self, path: str, name: str, inode: int) -> None:
        """An interrupted transfer made that one."""
        self._made[path] = _Made(name, inode, None)

    def may_be_made(self, path: str, name: str, inside: Collection[str]) -> None:
        """An interrupted transfer was about to make that one, and these in it. Raises FolderUnusable."""
        parent_path = path.rpartition("/")[0]
        if not parent_path or parent_path in self._made:
            with contextlib.suppress(OSError), self.open(parent_path).open_child(name) as directory:
                if all(each in inside for each in directory.names()):  # else it is somebody else's
                    self._made[path] = _Made(name, directory.identity[1], None)

    def settled_before(self, path: str, mtime: int) -> None:
        """An interrupted transfer told of that folder, and made it or had no need to."""
        if (made := self._made.get(path)) is not None:
            made.mtime = mtime
        else:
            self._expected[path] = mtime

    @_kept_inside
    def open(self, path: str) -> Directory:
        """The open folder, made now where it was not yet; valid until the next call. Raises like `make`."""
        if not path:
            return self._root
        if (directory := self._open.get(path)) is not None:
            self._open.move_to_end(path)
            return directory
        parent_path, _, name = path.rpartition("/")
        parent = self.open(parent_path)
        made = self._made.get(path)
        if made is None:
            directory = self._make(parent, path, name)
            self._unsynced.update((parent_path, path))
        else:
            directory = self._reopen(parent, made)
        self._open[path] = directory
        if len(self._open) > HANDLES:
            self._open.popitem(last=False)[1].close()
        return directory

    def check_root(self) -> None:
        """Raises FolderUnusable where the path of the root no longer leads to it."""
        if not self._root.is_in_place():
            raise FolderUnusable(path=self._root.path, reason=_REPLACED)

    def changed(self, path: str) -> None:
        """A name appeared in this folder: its next `sync` counts."""
        self._unsynced.add(path)

    def top_names(self) -> tuple[str, ...]:
        return tuple(made.name for path, made in self._made.copy().items() if "/" not in path)

    def are_durable(self) -> None:
        """All of the disk is: there is nothing to `sync` but what changes from now on."""
        self._unsynced.clear()

    @_kept_inside
    def sync(self) -> dict[str, WriteFailed]:
        """Make every changed folder durable; which ones could not be, and why.

        Raises FolderUnusable where one of them is no longer where it was made.
        """
        changed, self._unsynced = self._unsynced, set()
        self._check(changed)
        try:
            if len(changed) > SYNC_EACH and self._root.sync_filesystem():
                return {}
        except OSError as error:
            return {path: _not_durable(path, error) for path in changed}
        failed: dict[str, WriteFailed] = {}
        for path in changed:
            try:
                self.open(path).sync()
            except OSError as error:
                failed[path] = _not_durable(path, error)
        return failed

    @_kept_inside
    def apply_mtimes(self) -> None:
        """To be called when nothing is written into them any more."""
        for path, made in self._made.items():
            if made.mtime is not None:
                directory = self.open(path)
                try:
                    directory.set_mtime(made.mtime)
                except OSError:
                    continue  # a disk without times still holds the files
                self._unsynced.add(path)

    def close(self) -> None:
        for directory in self._open.values():
            directory.close()
        self._open.clear()

    def can_hold(self, name: str) -> bool:
        """Whether the disk says that a name may be so long."""
        return len(name) <= self._longest_name and len(name.encode()) <= self._longest_name

    def numbered_names(self, name: str) -> Iterator[str]:
        """The name itself, then "name (2)" and so on, as far as it makes sense to try."""
        yield name
        for number in range(2, NUMBERS):
            yield numbered(name, number, self._longest_name)

    def _make(self, parent: Directory, path: str, name: str) -> Directory:
        for free_name in self.numbered_names(name):
            try:
                if parent.exists(free_name):
                    continue
                self._confined.outside(partial(self.note, path, free_name))
                directory = parent.make_child(free_name, 0o755)
            except FileExistsError:
                continue
            except OSError as error:
                raise disk_errors.write_error(path, error, parent) from error
            try:
                replaced = bool(directory.names())  # by another one, before it could be opened
            except OSError as error:
                directory.close()
                raise disk_errors.write_error(path, error, parent) from error
            if replaced:
                directory.close()
                raise FolderUnusable(path=directory.path, reason=_REPLACED)
            self._made[path] = _Made(free_name, directory.identity[1], self._expected.pop(path, None))
            return directory
        raise WriteFailed(path=path, reason=phrase("every numbered name is taken"))

    def _reopen(self, parent: Directory, made: _Made) -> Directory:
        try:
            directory = parent.open_child(made.name)
        except OSError as error:
            raise FolderUnusable(path=f"{parent.path}/{made.name}", reason=_REPLACED) from error
        if not self._is(made, directory.status()):
            directory.close()
            raise FolderUnusable(path=directory.path, reason=_REPLACED)
        return directory

    def _check(self, paths: set[str]) -> None:
        """Raises FolderUnusable unless each of these folders is still reached by its name from the root."""
        self.check_root()
        good = {""}
        for changed in paths:
            path = changed
            while path not in good:
                good.add(path)
                made, parent_path = self._made[path], path.rpartition("/")[0]
                parent = self.open(parent_path)
                try:
                    in_place = self._is(made, parent.status_of(made.name))
                except OSError:
                    in_place = False
                if not in_place:
                    raise FolderUnusable(path=f"{parent.path}/{made.name}", reason=_REPLACED)
                path = parent_path

    def _is(self, made: _Made, status: os.stat_result) -> bool:
        """Whether this is the folder that was made; where the disk renumbers, one in its place has to do."""
        known = status.st_ino == made.inode or not self._lasting_numbers
        return known and status.st_dev == self._root.identity[0] and stat.S_ISDIR(status.st_mode)


def _not_durable(path: str, error: OSError) -> WriteFailed:
    return WriteFailed(path=path, reason=disk_errors.reason(error))

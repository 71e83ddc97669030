"""What a person selected, looked through: what can be sent, and what is left out and why.

Links, devices and other special files are never opened or followed, only listed; so is everything that a
receiver would refuse by its name. No file is opened here, and every folder relative to the one that holds it.
"""

import heapq
import os
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.errors import (
    AppError,
    Cancelled,
    NameCollision,
    NothingToSend,
    PathMissing,
    PathUnreadable,
    TooManyFiles,
    UnsafeName,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind
from desktop_app.protocol.top_names import TopName, TopNames
from desktop_app.storage import disk_errors
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import collision_key, numbered, why_unsafe
from desktop_app.storage.programs import is_program
from desktop_app.storage.selection import LeftOut, Selected, Selection, SourceEntries

_LINK, _SPECIAL = "it is a link, and links are not followed", "it is not a file or folder"
BY_DESIGN: Final = frozenset({_LINK, _SPECIAL})  # reasons for which anything is left out that could be read
_STOP_EVERY: Final = 256  # entries
_SORTED: Final = 5000  # names at a time, some milliseconds
_ROOT_NAME: Final = "root"  # what the root of a disk is sent as: it has no name of its own


def scan(paths: Sequence[Path], stop: Callable[[], bool]) -> Selection:
    """Everything under `paths`, depth first, the files of a folder before its folders.

    Raises PathMissing or PathUnreadable for one of `paths` itself, NothingToSend, TooManyFiles,
    and Cancelled soon after `stop` says so.
    """
    found = _Scan(stop)
    for path in dict.fromkeys(paths):
        found.add_selected(path)
    return found.selection()


def scan_again(selected: Selected, stop: Callable[[], bool], *, whole: bool = False) -> Selection:
    """It under the same top-level names, as it is now; of `only` that and nothing else, in the folders that hold it.

    What of it is gone or unreadable now is listed as left out; raises NothingToSend where that is all of it, else like
    `scan`. `whole`: PathMissing or PathUnreadable for a top-level name, where it has to be what it was.
    """
    if selected.only:
        return _scan_only(selected, stop)
    found = _Scan(stop)
    for name, path in selected.sources.items():
        if whole:
            found.add_selected(Path(path), name)
        else:
            found.add_if_there(Path(path), name)
    return found.selection()


def _scan_only(selected: Selected, stop: Callable[[], bool]) -> Selection:
    only = selected.only
    above = {path[:end] for path in only for end, char in enumerate(path) if char == "/"}
    found = _Scan(stop, above.union(only))
    for name in dict.fromkeys(path.partition("/")[0] for path in only):
        if name in selected.sources:
            found.add_if_there(Path(selected.sources[name]), name)
    there = {source.entry.path for source in found.entries}
    known = there.union(each.path for each in found.left_out)
    for path in only:
        if path not in known:
            found.leave_out("", path, PathMissing)
    return replace(found.selection(), only=tuple(only))


class _Scan:
    """The state of one scan; `wanted`: the only paths, as they are sent, that are looked at."""

    def __init__(self, stop: Callable[[], bool], wanted: Collection[str] | None = None) -> None:
        self.entries = SourceEntries()
        self.left_out: list[LeftOut] = []
        self._keys: set[str] = set()  # of the names at the top: two of them may not collide
        self._tops = TopNames()
        self.total = 0
        self.files = 0
        self.programs = 0
        self.longest_path = 0
        self._stop, self._wanted = stop, wanted
        self._looked_at = 0

    def selection(self) -> Selection:
        """Raises NothingToSend."""
        if not self.entries:
            raise NothingToSend
        return Selection(
            entries=self.entries,
            total=self.total,
            files=self.files,
            folders=len(self.entries) - self.files,
            tops=self._tops,
            programs=self.programs,
            longest_path=self.longest_path,
            left_out=tuple(self.left_out),
        )

    def add_selected(self, selected: Path, name: str = "") -> None:
        """One path of the person's, to be sent as `name` if one is given. Raises PathMissing or PathUnreadable."""
        path = selected.absolute() if selected.name not in {"", ".."} else selected.resolve()
        name = name or path.name or _ROOT_NAME
        try:
            status = path.lstat()
            if not self._is_welcome("", name, status):
                return
            name = self._distinct(name)
            self._look()
            if stat.S_ISDIR(status.st_mode):
                with Directory(str(path)) as directory:
                    self._count_path(name)
                    self.entries.add_top(str(path), name, directory.status(), executable=False)
                    files, total = self.files, self.total
                    try:
                        self._walk(directory, name, 1)
                    finally:  # what was found belongs to it, also where it cannot be read to its end
                        self._tops.add(TopName(name, EntryKind.FOLDER, self.files - files, self.total - total))
            elif not os.access(path, os.R_OK):
                raise PathUnreadable(path=str(selected), reason=phrase("permission denied"))
            else:
                self.entries.add_top(str(path), name, status, executable=self._count_file(name, status))
                self._tops.add(TopName(name, EntryKind.FILE, 1, status.st_size))
        except OSError as error:
            raise disk_errors.read_error(str(selected), error) from error

    def add_if_there(self, selected: Path, name: str) -> None:
        """As `add_selected`, or left out."""
        try:
            self.add_selected(selected, name)
        except (PathMissing, PathUnreadable) as error:
            self.leave_out("", name, type(error), str(error.fields.get("reason", "")))

    def _walk(self, directory: Directory, sent_as: str, depth: int) -> None:
        """Everything in one folder. Raises OSError."""
        names = directory.names()
        if self._wanted is not None:
            names = [name for name in names if _join(sent_as, name) in self._wanted]
        last_key = ""
        inner: list[str] = []
        for name in in_order(names):
            self._look()
            try:
                status = directory.status_of(name)
                if not self._is_welcome(sent_as, name, status, depth):
                    continue
                if not status.st_mode & stat.S_IROTH and not directory.is_readable(name):
                    self.leave_out(sent_as, name, PathUnreadable, "permission denied")
                    continue
            except OSError as error:
                self._could_not_read(sent_as, name, error)
                continue
            key = collision_key(name)
            if key == last_key:
                self.leave_out(sent_as, name, NameCollision)
                continue
            last_key = key
            if stat.S_ISDIR(status.st_mode):
                inner.append(name)
            else:
                self.entries.add(sent_as, name, status, executable=self._count_file(_join(sent_as, name), status))
        del names  # not to be held all the way down
        for name in inner:
            try:
                with directory.open_child(name) as child:
                    self._count_path(_join(sent_as, name))
                    self.entries.add(sent_as, name, child.status(), executable=False)
                    self._walk(child, _join(sent_as, name), depth + 1)
            except OSError as error:
                self._could_not_read(sent_as, name, error)

    def _is_welcome(self, folder: str, name: str, status: os.stat_result, depth: int = 0) -> bool:
        """Whether this may be sent at all; it is listed as left out where not."""
        mode = status.st_mode
        if reason := why_unsafe(name):
            self.leave_out(folder, name, UnsafeName, reason)
        elif depth >= limits.DEPTH_MAX or len(_join(folder, name).encode()) > limits.PATH_MAX:
            self.leave_out(folder, name, UnsafeName, "the path to it is too long")
        elif stat.S_ISLNK(mode):
            self.leave_out(folder, name, PathUnreadable, _LINK)
        elif not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            self.leave_out(folder, name, PathUnreadable, _SPECIAL)
        elif stat.S_ISREG(mode) and self.total + status.st_size > limits.FILE_SIZE_MAX:
            self.leave_out(folder, name, PathUnreadable, "it is too big")
        else:
            return True
        return False

    def _count_file(self, sent_as: str, status: os.stat_result) -> bool:
        """Count a file that will be sent; whether it is executable."""
        self._count_path(sent_as)
        executable = bool(status.st_mode & stat.S_IXUSR)
        self.files += 1
        self.total += status.st_size
        self.programs += is_program(sent_as, executable=executable)
        return executable

    def _count_path(self, sent_as: str) -> None:
        self.longest_path = max(self.longest_path, len(sent_as.encode()))

    def _distinct(self, name: str) -> str:
        """A top-level name that nothing selected before has."""
        wanted, number = name, 2
        while collision_key(name) in self._keys:
            name, number = numbered(wanted, number), number + 1
        if len(self._keys) == limits.TOP_NAMES_MAX:
            raise TooManyFiles(most=limits.TOP_NAMES_MAX)
        self._keys.add(collision_key(name))
        return name

    def _look(self) -> None:
        self._looked_at += 1
        if self._looked_at % _STOP_EVERY == 0 and self._stop():
            raise Cancelled
        if len(self.entries) + len(self.left_out) >= limits.ENTRIES_MAX:
            raise TooManyFiles(most=limits.ENTRIES_MAX)

    def _could_not_read(self, folder: str, name: str, error: OSError) -> None:
        meant = disk_errors.read_error(name, error)
        self.leave_out(folder, name, type(meant), str(meant.fields.get("reason", "")))

    def leave_out(self, folder: str, name: str, kind: type[AppError], reason: str = "") -> None:
        shown = os.fsencode(name).decode(errors="replace")
        self.left_out.append(LeftOut(_join(folder, shown), kind, reason))


def _join(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def in_order(names: list[str]) -> Iterator[str]:
    """Those that are the same to some system are neighbours. In pieces: no other thread runs while a list is sorted."""
    pieces = (names[at : at + _SORTED] for at in range(0, len(names), _SORTED))
    return heapq.merge(*(sorted(piece, key=_order) for piece in pieces), key=_order)


def _order(name: str) -> tuple[str, str]:
    return collision_key(name), name

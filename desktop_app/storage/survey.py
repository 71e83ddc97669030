"""What a person should know of a folder before accepting something into it: room, names that are there, and what its
disk cannot hold.

What a disk can hold is tried out, in a private directory that is gone again when the answer is there. Nothing else is
changed: a folder that would have to be made is not made yet. Names that differ in case only are never in one transfer
(`names.NameTree`), so a disk that does not tell them apart holds whatever any other does.
"""

import errno
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.errors import (
    AppError,
    FilesTooBigHere,
    FolderUnusable,
    Names,
    NamesNotHeldHere,
    NamesTooLongHere,
    NotEnoughSpace,
    PathsTooLongHere,
    Size,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.storage import disk_errors
from desktop_app.storage.directory import Directory, Identity
from desktop_app.storage.names import collision_key
from desktop_app.storage.private_directory import PrivateDirectory
from desktop_app.storage.room import Promises

_PLAIN: Final = 64  # every disk holds an ASCII name of so many characters
_TRIED: Final = 256  # names that are tried out; an offer may have ten thousand
_NOT_A_NAME: Final = frozenset({errno.ENAMETOOLONG, errno.EILSEQ, errno.EINVAL, errno.ENOENT})
_NUMBER_ROOM: Final = len(" (9999)")
_PATH_MAX: Final = 260 if os.name == "nt" else 4096  # where the system does not say


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be saved, as far as its offer says."""

    names: Sequence[str]  # top level
    files: int
    total: int  # bytes
    longest_path: int  # bytes


@dataclass(frozen=True, slots=True)
class Survey:
    """How a folder suits what is wanted."""

    free: int = 0
    existing: tuple[str, ...] = ()  # of the names: here already, in this or another spelling
    identity: Identity | None = None  # None where the folder would have to be made
    problem: AppError | None = None  # why it cannot be accepted
    warnings: tuple[AppError, ...] = ()  # what of it would fail


def survey(folder: Path, wanted: Wanted, promises: Promises) -> Survey:
    """Raises FolderUnusable."""
    path = Path(os.path.realpath(folder))
    missing = not os.path.lexists(path)
    if missing and not path.parent.is_dir():
        raise FolderUnusable(path=str(path), reason=phrase("it does not exist"))
    try:
        with Directory(str(path.parent if missing else path)) as there:
            free = promises.free(there)
            existing = () if missing else existing_names(there, wanted.names)
            identity = None if missing else there.identity
            if wanted.total > free:
                problem: AppError | None = NotEnoughSpace(needed=Size(wanted.total), free=Size(free))
                return Survey(free, existing, identity, problem)
            warnings = tuple(_warnings(there, str(path), wanted))
    except OSError as error:
        raise disk_errors.folder_error(str(path), error) from error
    problem = next((each for each in warnings if _leaves_nothing(each, wanted)), None)
    return Survey(free, existing, identity, problem, tuple(each for each in warnings if each is not problem))


def existing_names(directory: Directory, names: Sequence[str]) -> tuple[str, ...]:
    """Those of `names` that are in there, in this or another spelling. Raises OSError."""
    here = set(map(collision_key, directory.names()))
    return tuple(name for name in names if collision_key(name) in here)


def _leaves_nothing(warning: AppError, wanted: Wanted) -> bool:
    """Whether nothing at all could be saved."""
    match warning:
        case FilesTooBigHere():
            return wanted.files == 1
        case NamesNotHeldHere():
            return warning.fields["names"] == tuple(wanted.names)
        case _:
            return False


def _warnings(there: Directory, path: str, wanted: Wanted) -> Iterator[AppError]:
    """Raises OSError, and FolderUnusable where no file could be saved at all."""
    private = PrivateDirectory(there)
    try:
        if refused := Names(_refused_names(private.directory, wanted.names)):
            yield NamesNotHeldHere(path=path, names=refused)
        if (name_max := there.longest_name()) < min(limits.COMPONENT_MAX, wanted.longest_path):
            yield NamesTooLongHere(path=path, most=name_max)
        file_max = _biggest_file(private.directory, wanted.total)
        if file_max < wanted.total:
            yield FilesTooBigHere(path=path, most=Size(file_max))
    finally:
        private.remove()
    if len(os.fsencode(path)) + 1 + wanted.longest_path + _NUMBER_ROOM >= (path_max := _longest_path(path)):
        yield PathsTooLongHere(path=path, most=path_max)


def _refused_names(private: Directory, names: Sequence[str]) -> Iterator[str]:
    """Those that this disk cannot hold, or not as they are."""
    doubtful = [name for name in names if len(name) > _PLAIN or not name.isascii()]
    for name in doubtful[:_TRIED]:
        try:
            os.close(private.create_file(name))
        except OSError as error:
            if error.errno not in _NOT_A_NAME:
                raise
            yield name
            continue
        if not existing_names(private, [name]):
            yield name  # it was stored as something else, with question marks in it for example
        private.remove_file(name)


def _longest_path(path: str) -> int:
    try:
        said = os.pathconf(path if os.path.lexists(path) else str(Path(path).parent), "PC_PATH_MAX")
    except (OSError, ValueError, AttributeError):
        return _PATH_MAX
    return said if said > 0 else _PATH_MAX


def _biggest_file(private: Directory, total: int) -> int:
    """How big a single file may be, as far as it matters for `total` bytes: where this system knows, it refuses to go
    to a position in a file that no file can reach, without writing anything."""
    descriptor = private.create_file("0")
    try:
        if _can_reach(descriptor, total):
            return total
        good, bad = 0, total
        while bad - good > 1:
            middle = (good + bad) // 2
            good, bad = (middle, bad) if _can_reach(descriptor, middle) else (good, middle)
        return good
    finally:
        os.close(descriptor)
        private.remove_file("0")


def _can_reach(descriptor: int, position: int) -> bool:
    try:
        os.lseek(descriptor, position, os.SEEK_SET)
    except OSError:
        return False
    return True

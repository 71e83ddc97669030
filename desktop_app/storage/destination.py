"""Where a transfer is received: a folder of the person's choice, and the way of a file into it.

Partial directory -> content durable -> rename without replacing -> directory durable. Only then is a file
delivered. Nothing of the person's is ever replaced or removed: a taken name gets a number.
Whether two received names collide is the manifest's business (`names.NameTree`); here they would get numbers.
One thread at a time.
"""

import contextlib
import errno
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Final, Protocol, Self

from desktop_app.errors import (
    AppError,
    ContentMismatch,
    FolderUnusable,
    NotEnoughSpace,
    UnsafeName,
    WriteFailed,
    phrase,
)
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage import disk_errors
from desktop_app.storage.confined import Confined
from desktop_app.storage.directory import Directory, Identity
from desktop_app.storage.existing import ExistingFiles
from desktop_app.storage.names import NameTree, ReceivedPath
from desktop_app.storage.partial import PartialDirectory, PartialFile, clamped_mtime
from desktop_app.storage.received_folders import SYNC_EACH, ReceivedFolders
from desktop_app.storage.room import Promises, Room

_GONE: Final = phrase("what had arrived in there is gone")


@dataclass(frozen=True, slots=True)
class CommitFailure:
    """A file that was not delivered. Its partial data is gone, unless it only lacks room for its name."""

    file: PartialFile
    error: AppError
    may_try_again: bool = False  # to be committed once more when there is room


class Witness(Protocol):
    """Takes notes of a commit, so that a killed one can be finished: never twice, and never half."""

    def durable(self, files: Sequence[PartialFile]) -> None:
        """Their content is on the disk; they get their names next."""

    def lost(self, failures: Sequence[CommitFailure]) -> None:
        """Their partial data is thrown away next, where it is still there."""


class Destination:
    """One transfer's way to the disk: begin, then folder/create/commit in any order, then finish or discard."""

    def __init__(
        self,
        folder: Path,
        *,
        keep_executable: bool = False,
        seen: Identity | None = None,
        promises: Promises | None = None,
        there: bool = False,
    ) -> None:
        """Raises FolderUnusable. A folder whose parent is there is made, unless it was `there` before.

        `seen`: the one that the person was shown; another folder in its place, or a disk that was taken out, is not it.
        `promises`: what other transfers were promised of this computer's disks.
        """
        self._keep_executable, self._promises = keep_executable, promises or Promises()
        # Links on the way to the chosen folder are the person's own; from here on none is followed.
        path = os.path.realpath(folder)
        if (there or seen is not None) and not os.path.lexists(path):
            raise FolderUnusable(path=path, reason=phrase("it is gone"))
        self._root = _open_or_make(path)
        if seen is not None and not _is_same(self._root, seen):
            self._root.close()
            raise FolderUnusable(path=path, reason=phrase("another folder has taken its place"))
        self._confined = Confined(self._root)
        self._folders = ReceivedFolders(self._root, self._confined)
        self._file_names: list[str] = []
        self._partial: PartialDirectory | None = None
        self._private_was_gone = False
        self._not_durable: list[WriteFailed] = []  # folders

    def begin_again(self, private: str, left: int, *, may_be_gone: bool = False) -> None:
        """Instead of `begin`: take up what an interrupted transfer has left in its private directory.

        `left`: bytes still to come. `may_be_gone`: nothing was in there any more. Raises NotEnoughSpace,
        FolderUnusable.
        """
        room = Room(self._root, self._promises, left)
        if may_be_gone and not self._root.exists(private):
            private, self._private_was_gone = "", True
        try:
            found = PartialDirectory(self._root, room, keep_executable=self._keep_executable, name=private)
            try:
                room.check(found.occupied())
                self._confined.start()
            except BaseException:
                found.close()
                raise
            self._partial = found
        except FileNotFoundError as error:
            raise FolderUnusable(path=self._root.path, reason=_GONE) from error
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error
        finally:
            if self._partial is None:
                room.close()

    @property
    def private(self) -> str:
        """The name of the private directory."""
        return self._begun().name

    def written_down(self) -> None:
        """A later run knows of the private directory, as far as anything is kept for one."""
        self._begun().written_down()

    @property
    def folders(self) -> ReceivedFolders:
        return self._folders

    @property
    def file_names(self) -> list[str]:
        """Final names at the top, in the order in which they were given."""
        return self._file_names

    @property
    def path(self) -> Path:
        """The chosen folder, links resolved."""
        return Path(self._root.path)

    def free(self) -> int:
        """Bytes that a transfer may take here: less a reserve, and what others were promised. Raises FolderUnusable."""
        try:
            return self._promises.free(self._root)
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error

    def begin(self, names: Sequence[str], total: int, spare: int = 0) -> None:
        """Check an accepted offer and get ready for it; until this succeeds nothing is written.

        `spare`: bytes that have to stay free besides. Raises UnsafeName, NameCollision, NotEnoughSpace, FolderUnusable.
        """
        check_top_names(names)
        self._folders.check_root()
        room = Room(self._root, self._promises, total)
        try:
            room.check(spare=spare)
            self._confined.start()
            self._partial = PartialDirectory(self._root, room, keep_executable=self._keep_executable)
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error
        finally:
            if self._partial is None:
                room.close()

    def folder(self, path: ReceivedPath, mtime: int | None = None) -> None:
        """Make a received folder, and those that hold it, under its final place.

        Raises FolderUnusable, WriteFailed, NotEnoughSpace.
        """
        self._folders.make(path.text, None if mtime is None else clamped_mtime(mtime))

    def folder_at_need(self, path: ReceivedPath, mtime: int) -> None:
        """A received folder that is wanted only if something goes into it."""
        self._folders.expect(path.text, clamped_mtime(mtime))

    def existing_files(self, names: Sequence[str]) -> ExistingFiles:
        """What is here already under these names. Raises FolderUnusable."""
        try:
            return ExistingFiles(self._root, names)
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error

    def create(self, path: ReceivedPath, entry: Entry) -> PartialFile:
        """A new file to write to. Raises NotEnoughSpace, WriteFailed."""
        if not self._folders.can_hold(path.name):  # sooner than at the end, when all of it has come
            raise disk_errors.write_error(path.text, OSError(errno.ENAMETOOLONG, ""), self._root)
        return self._begun().create(path, entry)

    def spare(self, size: int) -> None:
        """So much of what was accepted will not be written after all."""
        self._begun().room.take(size)

    def commit(
        self, files: Sequence[PartialFile], witness: Witness | None = None, *, last: bool = False
    ) -> tuple[CommitFailure, ...]:
        """Deliver complete files: all but the returned ones are now durable under their final names.

        The more files at once, the cheaper each. `last`: nothing comes after them, and folders get their times.
        Raises FolderUnusable where a folder was moved or replaced.
        """
        self._begun()
        self._folders.check_root()
        errors: dict[PartialFile, AppError] = {}
        complete = [file for file in files if file.is_complete]
        for file in files:
            if not file.is_complete:
                errors[file] = ContentMismatch(path=file.path.text)
            elif self._folders.is_expected(file.path.parent):
                with contextlib.suppress(WriteFailed, NotEnoughSpace):  # it is told when its turn comes
                    self._folders.open(file.path.parent)
        durable = self._make_durable(complete, errors)
        failures = self._lose(errors, witness)
        not_durable: dict[str, WriteFailed] = {}
        if witness is not None:
            not_durable = self._folders.sync()  # the note speaks of them, too
            witness.durable(durable)
        waiting, errors = self._confined.run(lambda: self._give_names(durable, not_durable, last=last))
        return (*waiting, *failures, *self._lose(errors, witness))

    def deliver_again(self, number: int, path: ReceivedPath, inode: int) -> None:
        """A file of a commit that may have been killed before its end: give it its name, unless it has one.

        `inode`: of one at the top, to find the name that it got. Raises NotEnoughSpace, WriteFailed where it is
        neither here nor there, FolderUnusable.
        """
        if (holder := self._begun().shelves.find(number)) is not None:
            move = partial(holder.rename_into, str(number))
            self._confined.run(lambda: self._give_name(path, self._folders.open(path.parent), move))
        elif (name := self._name_of(path, inode)) is None:
            if self._private_was_gone:  # with the disk that it was on, perhaps
                self._begun().remove()
                raise FolderUnusable(path=self._root.path, reason=_GONE)
            raise WriteFailed(path=path.text, reason=_GONE)
        elif not path.parent:
            self._file_names.append(name)

    def saved(self) -> tuple[Path, ...]:
        """The final top-level paths: what to open or show when all is done."""
        return tuple(self.path / name for name in (*self._folders.top_names(), *self._file_names))

    def finish(self) -> None:
        """After the last commit: no more partial directory. Should a power cut bring it back, nothing is in it.

        Raises WriteFailed where a folder could not be made durable that no file was lost with.
        """
        self._begun().remove()
        for error in self._not_durable:
            raise error

    def settle_again(self, keep: int | None) -> None:
        """After the last `deliver_again`: durable, and nothing in the private directory but file number `keep`.

        Raises FolderUnusable, WriteFailed.
        """
        for error in self._folders.sync().values():
            raise error
        try:
            self._begun().keep_only(keep)
            self._begun().room.take(self._begun().occupied())  # it need not be promised once more
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error

    def forget_partial(self) -> None:
        """What is here of the file that was arriving is of no use. Raises FolderUnusable."""
        try:
            self._begun().room.take(-self._begun().occupied())
            self._begun().keep_only(None)
        except OSError as error:
            raise disk_errors.folder_error(self._root.path, error) from error

    def take_up(self, number: int, path: ReceivedPath, entry: Entry, size: int) -> PartialFile:
        """A file of which `size` bytes are here. Raises NotEnoughSpace, WriteFailed."""
        return self._begun().take_up(number, path, entry, size)

    def open_partial(self, number: int) -> int:
        """To read what is here of a file. Raises OSError."""
        return self._begun().shelves.holder(number).open_to_read(str(number))

    def discard(self) -> None:
        """Throw partial data away; delivered files stay."""
        if self._partial is not None:
            self._partial.remove()

    def close(self) -> None:
        """Close every handle; may be called twice."""
        if self._partial is not None:
            self._partial.close()
        self._confined.close()
        self._folders.close()
        self._root.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _begun(self) -> PartialDirectory:
        if self._partial is None:
            raise FolderUnusable(path=self._root.path, reason=phrase("nothing was accepted into it yet"))
        return self._partial

    def _make_durable(self, files: list[PartialFile], errors: dict[PartialFile, AppError]) -> list[PartialFile]:
        """Those whose content is on the disk now; the others are added to `errors`."""
        if len(files) > SYNC_EACH or not all(file.is_open for file in files):
            try:
                if self._root.sync_filesystem():
                    self._folders.are_durable()
                    return _successful(PartialFile.check_kept, files, errors)
            except OSError as error:  # it does not say whose bytes were lost
                errors.update((file, file.failure(error)) for file in files)
                return []
        return _successful(PartialFile.sync, files, errors)

    def _lose(self, errors: dict[PartialFile, AppError], witness: Witness | None) -> tuple[CommitFailure, ...]:
        failures = tuple(CommitFailure(file, error) for file, error in errors.items())
        if witness is not None and failures:
            witness.lost(failures)
        for file in errors:
            file.discard()
        return failures

    def _give_names(
        self, files: Sequence[PartialFile], not_durable: dict[str, WriteFailed], *, last: bool
    ) -> tuple[list[CommitFailure], dict[PartialFile, AppError]]:
        """Those that may be tried again, and those that are lost. `not_durable`: folders."""
        delivered: list[PartialFile] = []
        waiting: list[CommitFailure] = []
        errors: dict[PartialFile, AppError] = {}
        folder, opened = self._root, ""
        for file in files:
            try:
                if file.path.parent != opened:  # most follow one of the same folder
                    folder, opened = self._folders.open(file.path.parent), file.path.parent
                self._give_name(file.path, folder, file.move_into)
            except NotEnoughSpace as error:
                waiting.append(CommitFailure(file, error, may_try_again=True))
            except WriteFailed as error:
                errors[file] = error
            else:
                delivered.append(file)
        if last:
            self._folders.apply_mtimes()
        not_durable = not_durable | self._folders.sync()
        for file in delivered:
            if file.path.parent in not_durable:
                errors[file] = not_durable[file.path.parent]
        told = {file.path.parent for file in errors}
        self._not_durable += [error for path, error in not_durable.items() if path not in told]
        return waiting, errors

    def _give_name(self, path: ReceivedPath, folder: Directory, move: Callable[[Directory, str], None]) -> None:
        """`move` it to that directory, under a name; it raises OSError. Raises NotEnoughSpace, WriteFailed."""
        for name in self._folders.numbered_names(path.name):
            try:
                move(folder, name)
            except FileExistsError:
                continue
            except OSError as error:
                raise disk_errors.write_error(path.text, error, folder) from error
            self._folders.changed(path.parent)
            if not path.parent:
                self._file_names.append(name)
            return
        raise WriteFailed(path=path.text, reason=phrase("every numbered name is taken"))

    def _name_of(self, path: ReceivedPath, inode: int) -> str | None:
        """Under which name that file is; None where it is not there. A folder of this transfer holds nothing else."""
        if path.parent and not self._folders.is_made(path.parent):
            return None
        folder, any_will_do = self._folders.open(path.parent), bool(path.parent) or not self._root.has_lasting_numbers()
        for name in self._folders.numbered_names(path.name):
            identity = folder.identity_of(name)
            if identity is None:
                return None
            if any_will_do or identity[1] == inode:
                return name
        return None


def _successful(
    act: Callable[[PartialFile], None], files: Sequence[PartialFile], errors: dict[PartialFile, AppError]
) -> list[PartialFile]:
    """Those with which that did not fail; the others are added to `errors`."""
    good: list[PartialFile] = []
    for file in files:
        try:
            act(file)
        except OSError as error:
            errors[file] = file.failure(error)
        else:
            good.append(file)
    return good


def _is_same(directory: Directory, seen: Identity) -> bool:
    return directory.identity == seen or (directory.identity[0] == seen[0] and not directory.has_lasting_numbers())


def check_top_names(names: Sequence[str]) -> None:
    """Whether the names of an offer could be saved side by side. Raises UnsafeName or NameCollision."""
    tree = NameTree(len(names))
    for name in names:
        path = ReceivedPath.parse(name)
        if len(path.parts) > 1:
            raise UnsafeName(name=name, reason=phrase("it contains /"))
        tree.add(path, EntryKind.FILE)


def _open_or_make(path: str) -> Directory:
    try:
        if not os.path.lexists(path):
            Path(path).mkdir()
        return Directory(path)
    except OSError as error:
        raise disk_errors.folder_error(path, error) from error

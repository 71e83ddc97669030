"""Complete files on their way to their final names, in groups; and the notes without which a killed process would not
know what it has done.

A group: content durable -> a note that these are complete and right, durable -> their names -> folders durable. Who
finds such a note finishes the group: what is still in the private directory was not delivered, the rest was. Amid a
big file a note says now and then how much of it is durable; a size alone proves nothing.
"""

import contextlib
import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from desktop_app.errors import AppError, NotEnoughSpace, StorageError
from desktop_app.protocol import limits
from desktop_app.storage.destination import CommitFailure, Destination
from desktop_app.storage.partial import PartialFile
from desktop_app.transfer.journal_records import Group, Making, Reached
from desktop_app.transfer.lane import OutOfRoom
from desktop_app.transfer.pending import Pending
from desktop_app.transfer.status import Status

_COMMIT_FILES: Final = 16_384  # written and checked, but not yet durable: what a crash costs, like the next two
_COMMIT_BYTES: Final = 64 * limits.MIB
_COMMIT_SECONDS: Final = 5.0
_MARK_BYTES: Final = 32 * limits.MIB  # of one file, between two marks of what is durable; it takes a while to be
_MARK_SECONDS: Final = 2.0


class Commits:
    """Of one incoming transfer. One thread at a time."""

    def __init__(
        self,
        destination: Destination,
        status: Status,
        lose: Callable[[int, str, AppError], None],
        same_tops: Iterable[str],
    ) -> None:
        """`lose`: that entry is not kept here, at that path. `same_tops`: names at the top under which something was
        there already."""
        self._destination, self._status, self._lose, self._same_tops = destination, status, lose, same_tops
        destination.folders.note = lambda path, name: _note(status, path, name)
        self._checked: dict[PartialFile, int] = {}  # complete and right, not yet durable: which entry
        self._bytes = 0
        self._ended = 0
        self._committed_at = time.monotonic()
        self._marked_at = 0.0

    def add(self, file: PartialFile, pending: Pending) -> None:
        self._checked[file] = pending.index
        self._bytes += file.size

    @property
    def due(self) -> bool:
        full = len(self._checked) >= _COMMIT_FILES or self._bytes >= _COMMIT_BYTES
        return full or time.monotonic() - self._committed_at >= _COMMIT_SECONDS

    def commit(self, ended: int, *, last: bool = False) -> None:
        """Deliver what was added. `ended`: so many entries are settled then. `last`: they are all. Raises OutOfRoom
        where some have to wait, FolderUnusable."""
        self._ended = ended
        full: AppError | None = None
        waiting: dict[PartialFile, int] = {}
        try:
            for failure in self._destination.commit(list(self._checked), self, last=last):
                if failure.may_try_again:
                    waiting[failure.file], full = self._checked[failure.file], failure.error
        finally:
            self._checked, self._bytes = waiting, sum(file.size for file in waiting)
            self._committed_at = time.monotonic()
        if isinstance(full, NotEnoughSpace):
            raise OutOfRoom(full, lambda: self.commit(ended, last=last))

    def mark(self, current: Pending, ended: int) -> None:
        """Now and then, amid a file: how much of it is durable. Raises OutOfRoom."""
        kept, file = self._status.kept, current.file
        if kept is None or file is None or current.error is not None or current.index != ended:
            return
        size, now = file.size_written, time.monotonic()
        if size - current.marked < (_MARK_BYTES if now - self._marked_at < _MARK_SECONDS else limits.MIB):
            return
        if kept.entries < ended:
            self.commit(ended)
        current.marked, self._marked_at = size, now
        index, partial = current.index, file.number
        file.mark(lambda size: kept.say(Reached(index, partial, size), durable=True))

    def interrupted(self, ended: int, current: Pending | None) -> None:
        """What is complete is delivered now, and nothing that is here of the next file has to come again."""
        with contextlib.suppress(StorageError, OutOfRoom, OSError):
            self.commit(ended)
            kept = self._status.kept
            file = None if current is None or current.error is not None else current.file
            if kept is not None and current is not None and file is not None and file.size_written:
                file.sync()
                kept.say(Reached(current.index, file.number, file.size_written), durable=True)

    # --- what is noted amid a commit (Witness) -----------------------------------------------------------

    def durable(self, files: Sequence[PartialFile]) -> None:
        """Before the first of these gets its name."""
        kept, destination = self._status.kept, self._destination
        if kept is None:
            return
        if (size := self._status.recorder.flush(durable=True)) is None:
            kept.remove()
            return
        checked = self._checked
        at_top = {file: file.inode() for file in files if not file.path.parent}
        kept.say(
            Group(
                entries=self._ended,
                size=size,
                bytes=self._status.meter.bytes_done,
                files=tuple((checked[file], file.number, at_top.get(file, 0)) for file in files),
                folders=tuple(destination.folders.made_since(len(kept.folders))),
                names=tuple(destination.file_names[len(kept.names) :]),
                same=tuple(itertools.islice(self._same_tops, len(kept.same), None)),
                were_there=self._status.were_there,
            ),
            durable=True,
        )

    def lost(self, failures: Sequence[CommitFailure]) -> None:
        """Before their partial data goes."""
        for failure in failures:
            self._lose(self._checked[failure.file], failure.file.path.text, failure.error)


def _note(status: Status, path: str, name: str) -> None:
    if status.kept is not None:
        status.kept.say(Making(path, name))

"""What becomes of the entries of one accepted transfer on this disk: bytes into their files, files to their commits.

A broken disk costs the file alone, of which the sender is told. NotEnoughSpace comes before anything was changed.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from desktop_app.errors import (
    AppError,
    ContentMismatch,
    NotEnoughSpace,
    StorageError,
    UnexpectedMessage,
    WriteFailed,
    phrase,
)
from desktop_app.protocol.manifest import EntryKind, FileEnd, FileResult
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import ExistingFile
from desktop_app.transfer import results
from desktop_app.transfer.commits import Commits
from desktop_app.transfer.comparing import ReceivingHalf
from desktop_app.transfer.journal_records import Lost
from desktop_app.transfer.pending import Pending
from desktop_app.transfer.status import Status
from desktop_app.transport.waiting import Waiting


class Settling:
    """From its acceptance to its end. One thread at a time, but for `saved`."""

    def __init__(
        self,
        destination: Destination,
        status: Status,
        comparison: ReceivingHalf | None,
        same: Iterable[str],
        disk: Waiting,
        tell: Callable[[int, FileResult], None],
    ) -> None:
        """`same`: names at the top under which something was found already. `disk`: counts what it waits for that.
        `tell`: the sender, that an entry is not kept here."""
        self.destination: Final = destination
        self.comparison: Final = comparison
        self._status, self._disk, self._tell = status, disk, tell
        self._same_tops = dict.fromkeys(same)
        self._commits: Commits | None = Commits(destination, status, self._lose, self._same_tops)

    @property
    def commits(self) -> Commits:
        """Raises UnexpectedMessage once it is closed."""
        if self._commits is None:
            raise UnexpectedMessage(detail="content of a transfer that is over")
        return self._commits

    @property
    def closed(self) -> bool:
        return self._commits is None

    def write(self, current: Pending, part: memoryview) -> int:
        """How much of it is done with. Raises NotEnoughSpace."""
        if current.error is not None:
            return len(part)  # its bytes pass, the transfer goes on
        try:
            count = current.file_in(self.destination).write(part)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self.fail(current, error)
            return len(part)
        current.hash(part[:count])
        return count

    def end(self, pending: Pending, end: FileEnd) -> None:
        """As the sender says, all of it came, or will not. Raises UnexpectedMessage, NotEnoughSpace."""
        if pending.entry.kind is EntryKind.FILE:
            self._end_file(pending, end)
            self._status.meter.files_done += 1
        elif end.result is FileResult.OK and not any(end.digest):
            self._make_folder(pending)
        else:
            raise UnexpectedMessage(detail="a folder that is left out, or has a digest")

    def fail(self, pending: Pending, error: AppError) -> None:
        """This entry is lost here; the sender is told and the rest goes on."""
        pending.error = error
        self._lose(pending.index, pending.entry.path, error)
        pending.drop(self.destination)

    def saved(self) -> tuple[Path, ...]:
        """Where what was sent is now: what was there already, and what was made."""
        destination = self.destination
        return (*(destination.path / name for name in self._same_tops.copy()), *destination.saved())

    def close(self) -> None:
        self._commits, self._tell = None, _tell_nobody  # they know it, or its receiver: in a circle all would stay
        if self.comparison is not None:
            self.comparison.existing.close()
        self.destination.close()

    def discard(self) -> None:
        """Given up: partial data goes, finished files stay."""
        self.destination.discard()
        self.close()

    # --- inside ------------------------------------------------------------------------------------------

    def _end_file(self, pending: Pending, end: FileEnd) -> None:
        if pending.same is not None:
            self._end_same(pending, end, pending.same)
        elif pending.error is None:
            if end.result is not FileResult.OK:
                pending.drop(self.destination)
                self._status.failed_file(pending.entry.path, results.from_sender(end.result, pending.entry.path))
            elif not pending.has(end.digest):
                self.fail(pending, ContentMismatch(path=pending.entry.path))
            else:
                self._check_off(pending)

    def _end_same(self, pending: Pending, end: FileEnd, same: ExistingFile) -> None:
        """Nothing was sent of it, and nothing is written."""
        path = pending.entry.path
        self._status.meter.bytes_done += pending.left
        pending.drop(self.destination)
        if end.result is not FileResult.OK:
            self._status.failed_file(path, results.from_sender(end.result, path))
        elif end.digest != same.digest:
            raise UnexpectedMessage(detail="another digest than before")
        elif self.comparison is None or not self.comparison.existing.is_still(same):
            self.fail(pending, WriteFailed(path=path, reason=phrase("what was here already has changed meanwhile")))
        else:
            self._same_tops[pending.entry.top_name] = None
            self._status.was_there()

    def _check_off(self, pending: Pending) -> None:
        """It is complete and right."""
        try:
            if (file := pending.file) is None:  # no byte of it came
                with self._disk:
                    file = pending.file_in(self.destination)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self.fail(pending, error)
            return
        self.commits.add(file, pending)

    def _make_folder(self, pending: Pending) -> None:
        try:
            if self.comparison is not None and self.comparison.existing.holds_folder(pending.path.text):
                self.destination.folder_at_need(pending.path, pending.entry.mtime)
                self._same_tops[pending.entry.top_name] = None
            else:
                self.destination.folder(pending.path, pending.entry.mtime)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self.fail(pending, error)

    def _lose(self, index: int, path: str, error: AppError) -> None:
        """Before its data goes: else it would be taken for delivered."""
        result = results.of_receiver(error)
        if (kept := self._status.kept) is not None:
            kept.say(Lost(index, result), durable=index < kept.entries)
        self._status.recorder.lost(index, result)
        self._tell(index, result)
        self._status.failed_file(path, error)


def _tell_nobody(_index: int, _result: FileResult) -> None:
    """It is over."""

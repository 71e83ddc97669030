"""Receiving one transfer: entries, their bytes back to back, digests; kept only when everything agrees.

Called by one thread at a time, as `lane` says. Every word of the sender is checked against the offer; a broken
promise ends the transfer or the session, a broken disk only the file, and on a full one the transfer waits.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from blake3 import blake3

from desktop_app.errors import (
    AppError,
    Cancelled,
    ContentMismatch,
    LimitExceeded,
    NotEnoughSpace,
    RemoteProtocolError,
    StorageError,
    UnexpectedMessage,
    WriteFailed,
)
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind, EntrySums, FileEnd, FileResult, ManifestDigest
from desktop_app.protocol.messages import (
    Compare,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Message,
    Names,
    Offer,
    Same,
)
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import Existing, ExistingFile
from desktop_app.storage.names import NameTree, ReceivedPath
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.survey import Survey
from desktop_app.transfer import results
from desktop_app.transfer.comparing import ReceivingHalf
from desktop_app.transfer.lane import Job, OutOfRoom
from desktop_app.transfer.status import Status
from desktop_app.transport.waiting import Waiting

_COMMIT_FILES: Final = 1024  # written and checked, but not yet durable: bounds open files and what a crash costs
_COMMIT_BYTES: Final = 64 * limits.MIB
_UNENDED: Final = 2 * limits.ENTRIES_PER_MESSAGE  # entries announced ahead of their results


class _Pending:
    """An entry whose end has not come yet."""

    __slots__ = ("begun", "entry", "error", "file", "hasher", "index", "left", "path", "same")

    def __init__(self, index: int, entry: Entry, path: ReceivedPath) -> None:
        self.index, self.entry, self.path = index, entry, path
        self.left = entry.size
        self.hasher = blake3()
        self.file: PartialFile | None = None
        self.begun = False  # room was taken for it, or given back
        self.error: AppError | None = None
        self.same: ExistingFile | None = None  # what is here already, and makes its bytes needless


class Receiver:
    """One incoming transfer of a verified session, from its offer on."""

    def __init__(self, offer: Offer, send: Callable[["Receiver", Message], None]) -> None:
        self.stream: Final = offer.stream
        self.offer: Final = offer
        self.names: list[str] = []
        self._names_size = 0
        self.offered_at: float | None = None  # monotonic, when the person could be asked
        self.cancelled_at: float | None = None
        self.surveys: dict[Path, Survey] = {}  # what the person was shown of which folder
        self.discarded = 0  # bytes that came after our CANCEL
        self.paused_here = self.paused_there = False  # as the other side was told, and as it told
        self.disk: Final = Waiting()
        self._send = send
        self._status: Status | None = None
        self._destination: Destination | None = None
        self._sums: EntrySums | None = None
        self._comparison: ReceivingHalf | None = None
        self._same_tops: dict[str, None] = {}  # top-level names under which something was there already
        self._over = threading.Event()
        self._tree = NameTree()
        self._manifest = ManifestDigest()
        self._pending: deque[_Pending] = deque()  # announced, not ended, in order
        self._filling: deque[_Pending] = deque()  # of those, the files whose bytes are still to come
        self._checked: list[tuple[_Pending, PartialFile]] = []  # complete and right, not yet durable
        self._checked_bytes = 0
        self._entries = 0
        self._ended = 0
        self._take_names(offer.names)

    # --- before the answer ----------------------------------------------------------------------

    @property
    def status(self) -> Status:
        if self._status is None:
            raise UnexpectedMessage(detail="an offer that is not complete")
        return self._status

    def told(self, status: Status) -> None:
        """The offer is complete and has a row of its own from now on."""
        self._status = status
        status.recorder.offered(self.offer.offer)

    @property
    def complete(self) -> bool:
        """Whether all top-level names are known."""
        return len(self.names) == self.offer.top_level

    @property
    def accepted(self) -> bool:
        return self._destination is not None

    @property
    def was_accepted(self) -> bool:
        """Whether it ever was, also where it is over."""
        return self._sums is not None

    def on_names(self, names: Names) -> None:
        if self.complete or len(self.names) + len(names.names) > self.offer.top_level:
            raise LimitExceeded(detail="top-level names")
        self._take_names(names.names)

    def _take_names(self, names: Sequence[str]) -> None:
        self._names_size += sum(map(len, names))
        if self._names_size > limits.TOP_NAMES_MAX * limits.COMPONENT_MAX:
            raise LimitExceeded(detail="length of the names")
        self.names.extend(names)

    @property
    def compares(self) -> bool:
        """Whether the peer has to ask what is here already."""
        return self._comparison is not None

    def begin(self, destination: Destination, existing: Existing) -> None:
        """Accepted: make room. Raises StorageError, and then nothing was accepted."""
        destination.begin(self.names, self.offer.total)
        if existing is Existing.SKIP_IDENTICAL:
            here = destination.existing_files(self.names)
            if here.any:
                self._comparison = ReceivingHalf(here, self._over.is_set)
        offer = self.offer
        self._sums = EntrySums(files=offer.files, folders=offer.folders, total=offer.total, names=frozenset(self.names))
        self._destination = destination

    # --- what the sender sends, in order ---------------------------------------------------------

    def on_entries(self, message: Entries) -> Job | None:
        """Raises RemoteProtocolError, UnsafeName or NameCollision: the offer's promise is broken then."""
        _, sums = self._begun()
        first, found = self._entries, dict[int, ExistingFile]()
        for entry in message.entries:
            if len(self._pending) >= _UNENDED:
                raise LimitExceeded(detail="entries without their ends")
            sums.add(entry)
            path = ReceivedPath.parse(entry.path)
            self._tree.add(path, entry.kind)
            if not self._tree.holds_folder(path.parent):
                raise UnexpectedMessage(detail="an entry before its folder")
            pending = _Pending(self._entries, entry, path)
            self._entries += 1
            self._pending.append(pending)
            if pending.left:
                self._filling.append(pending)
            if self._comparison is not None and entry.kind is EntryKind.FILE:
                here = self._comparison.existing.find(path, entry.size)
                if here is not None:
                    found[pending.index] = here
        if self._comparison is None:
            return None
        self._send(self, Compare(self.stream, first, list(found)))
        return self._comparison.ask(found)

    def on_digests(self, message: Digests) -> Job:
        """Of the files that may be here already."""
        if self._comparison is None:
            raise UnexpectedMessage(detail="DIGESTS of no files")
        self._comparison.check(message)
        return partial(self._answer, self._comparison, message.digests)

    def _answer(self, comparison: ReceivingHalf, digests: Sequence[bytes]) -> None:
        """Which of them are here, and so need not come. It takes long."""
        same = comparison.same(digests)
        for pending in self._pending:  # those of earlier entries may be among them
            pending.same = same.get(pending.index, pending.same)
        self._filling = deque(pending for pending in self._filling if pending.same is None)
        self._send(self, Same(self.stream, list(same)))

    def on_data(self, data: memoryview) -> None:
        """File bytes: as much as the current file lacks, the rest to those that follow it."""
        self._begun()
        while data:
            if not self._filling:
                raise UnexpectedMessage(detail="bytes of no file")
            current = self._filling[0]
            try:
                count = self._write(current, data[: current.left])
            except NotEnoughSpace as error:
                raise OutOfRoom(error, partial(self.on_data, memoryview(bytes(data)))) from error
            current.left -= count
            self.status.meter.bytes_done += count
            if not current.left:
                self._filling.popleft()
            data = data[count:]

    def on_ends(self, message: FileEnds) -> None:
        """The sender's results for the next entries; files that are right become durable in groups."""
        destination, _ = self._begun()
        if message.first != self._ended or len(message.ends) > len(self._pending):
            raise UnexpectedMessage(detail="ends out of order")
        for number, end in enumerate(message.ends):
            pending = self._pending[0]
            if self._filling and self._filling[0] is pending:
                if end.result is FileResult.OK:
                    raise UnexpectedMessage(detail="the end of a file before its bytes")
                self._filling.popleft()
            try:
                if pending.entry.kind is EntryKind.FILE:
                    self._end_file(pending, end)
                elif end.result is FileResult.OK and not any(end.digest):
                    self._make_folder(destination, pending)
                else:
                    raise UnexpectedMessage(detail="a folder that is left out, or has a digest")
            except NotEnoughSpace as error:
                rest = FileEnds(self.stream, self._ended, message.ends[number:])
                raise OutOfRoom(error, partial(self.on_ends, rest)) from error
            self._pending.popleft()
            self._ended += 1
            self.status.recorder.entry(self._manifest.add(pending.entry, end.result, end.digest))
        if len(self._checked) >= _COMMIT_FILES or self._checked_bytes >= _COMMIT_BYTES:
            self._commit(destination)

    def on_end(self, message: End) -> Done:
        """Everything came: make the rest durable and vouch for it. Raises RemoteProtocolError where it did not."""
        destination, sums = self._begun()
        sums.finish()
        if self._pending:
            raise UnexpectedMessage(detail="END before the last file's end")
        digest = self._manifest.finish()
        if digest != message.digest:
            raise RemoteProtocolError(detail="entries differ from what was sent")
        self._commit(destination)
        destination.finish()
        self._close(destination)
        self.status.recorder.done(digest)
        return Done(self.stream, digest)

    def delivered(self) -> None:
        """DONE is on its way: say so here, too. Not before, for whoever hears it may end the session."""
        self.status.delivered(self._saved())

    def cancelled(self) -> None:
        """The person gave it up; what still comes is discarded until the sender has heard of it."""
        self._over.set()
        self.status.end(Cancelled(), self._saved())

    def hurry(self) -> None:
        """It will be given up: nothing that takes long need be finished."""
        self._over.set()

    def end(self, error: AppError) -> None:
        """Given up, from either side or by the network: partial data goes, finished files stay and are listed."""
        saved = self._saved()
        destination, self._destination = self._destination, None
        if self._status is not None:
            self._status.end(error, saved)
        if destination is not None:
            destination.discard()
            self._close(destination)

    # --- one entry; NotEnoughSpace comes before anything was changed ------------------------------------

    def _write(self, current: _Pending, part: memoryview) -> int:
        """How much of it is done with."""
        if current.error is not None:
            return len(part)  # its bytes pass, the transfer goes on
        try:
            with self.disk:
                count = self._file_of(current).write(part)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self._fail(current, error)
            return len(part)
        current.hasher.update(part[:count])
        return count

    def _end_file(self, pending: _Pending, end: FileEnd) -> None:
        if pending.same is not None:
            self._end_same(pending, end, pending.same)
        elif pending.error is None:
            if end.result is not FileResult.OK:
                self._drop(pending)
                self.status.failed_file(pending.entry.path, results.from_sender(end.result, pending.entry.path))
            elif pending.hasher.digest() != end.digest:
                self._fail(pending, ContentMismatch(path=pending.entry.path))
            else:
                self._check_off(pending)
        self.status.meter.files_done += 1

    def _end_same(self, pending: _Pending, end: FileEnd, same: ExistingFile) -> None:
        """Nothing was sent of it, and nothing is written."""
        path = pending.entry.path
        self.status.meter.bytes_done += pending.entry.size
        self._drop(pending)
        if end.result is not FileResult.OK:
            self.status.failed_file(path, results.from_sender(end.result, path))
        elif end.digest != same.digest:
            raise UnexpectedMessage(detail="another digest than before")
        elif self._comparison is None or not self._comparison.existing.is_still(same):
            self._fail(pending, WriteFailed(path=path, reason="what was here already has changed meanwhile"))
        else:
            self._same_tops[pending.entry.top_name] = None
            self.status.was_there()

    def _check_off(self, pending: _Pending) -> None:
        """It is complete and right."""
        try:
            with self.disk:
                file = self._file_of(pending)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self._fail(pending, error)
            return
        self._checked.append((pending, file))
        self._checked_bytes += pending.entry.size

    def _file_of(self, pending: _Pending) -> PartialFile:
        if pending.file is None:
            pending.file = self._begun()[0].create(pending.path, pending.entry)
            pending.begun = True
        return pending.file

    def _make_folder(self, destination: Destination, pending: _Pending) -> None:
        try:
            if self._comparison is not None and self._comparison.existing.holds_folder(pending.path.text):
                destination.folder_at_need(pending.path, pending.entry.mtime)
                self._same_tops[pending.entry.top_name] = None
            else:
                destination.folder(pending.path, pending.entry.mtime)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self._fail(pending, error)

    def _commit(self, destination: Destination) -> None:
        """Raises OutOfRoom where some of them have to wait."""
        checked = {file: pending for pending, file in self._checked}
        self._checked, self._checked_bytes = [], 0
        full: AppError | None = None
        with self.disk:
            failures = destination.commit(list(checked))
        for failure in failures:
            pending = checked[failure.file]
            if failure.may_try_again:
                self._checked.append((pending, failure.file))
                self._checked_bytes += pending.entry.size
                full = failure.error
            else:
                self._fail(pending, failure.error)
        if isinstance(full, NotEnoughSpace):
            raise OutOfRoom(full, partial(self._commit, destination))

    def _fail(self, pending: _Pending, error: AppError) -> None:
        """This file is lost here; the sender is told and the rest goes on."""
        pending.error = error
        self._drop(pending)
        result = results.of_receiver(error)
        self.status.recorder.lost(pending.index, result)
        self._send(self, Failed(self.stream, pending.index, result))
        self.status.failed_file(pending.entry.path, error)

    def _drop(self, pending: _Pending) -> None:
        """It does not come, or not as it should: its room is free again."""
        if pending.file is not None:
            pending.file.discard()
            pending.file = None
        elif not pending.begun:
            self._begun()[0].spare(pending.entry.size)
            pending.begun = True

    def _close(self, destination: Destination) -> None:
        if self._comparison is not None:
            self._comparison.existing.close()
        destination.close()

    def _saved(self) -> tuple[Path, ...]:
        """Where what was sent is now: what was there already, and what was made."""
        destination = self._destination  # a person who cancels asks while it is being given up
        if destination is None:
            return ()
        return (*(destination.path / name for name in self._same_tops.copy()), *destination.saved())

    def _begun(self) -> tuple[Destination, EntrySums]:
        if self._destination is None or self._sums is None:
            raise UnexpectedMessage(detail="content of a transfer that was not accepted")
        if self._comparison is not None and self._comparison.waiting:
            raise UnexpectedMessage(detail="content before DIGESTS")
        return self._destination, self._sums

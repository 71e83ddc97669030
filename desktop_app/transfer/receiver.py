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

from desktop_app.errors import (
    AppError,
    Cancelled,
    ContentMismatch,
    Interrupted,
    LimitExceeded,
    NotEnoughSpace,
    PausedThere,
    RemoteProtocolError,
    StorageError,
    UnannouncedProgram,
    UnexpectedMessage,
    WriteFailed,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind, FileEnd, FileResult, ManifestDigest
from desktop_app.protocol.messages import (
    Compare,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    GoOn,
    Message,
    Offer,
    Pause,
    Resume,
    Same,
)
from desktop_app.protocol.top_names import EntrySums
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import Existing, ExistingFile
from desktop_app.storage.names import NameTree, ReceivedPath
from desktop_app.storage.programs import is_program
from desktop_app.transfer import results, resuming
from desktop_app.transfer.commits import Commits
from desktop_app.transfer.comparing import ReceivingHalf
from desktop_app.transfer.journal_records import Finished, Lost
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.lane import Job, OutOfRoom
from desktop_app.transfer.offer import IncomingOffer
from desktop_app.transfer.pending import Pending
from desktop_app.transfer.resuming import Before, BegunBefore
from desktop_app.transport.waiting import Waiting


class Receiver(IncomingOffer):
    """One incoming transfer of a verified session, from its offer on."""

    def __init__(self, offer: Offer, send: Callable[["Receiver", Message], None]) -> None:
        super().__init__(offer)
        self.cancelled_at: float | None = None
        self.discarded = 0  # bytes that came after our CANCEL
        self.paused_here = self.paused_there = False  # as the other side was told, and as it told
        self.disk: Final = Waiting()
        self.send: Final = send
        self._destination: Destination | None = None
        self._sums: EntrySums | None = None
        self._comparison: ReceivingHalf | None = None
        self._same_tops: dict[str, None] = {}  # top-level names under which something was there already
        self._over = threading.Event()
        self._tree = NameTree(0)  # until it is accepted
        self._manifest = ManifestDigest()
        self._pending: deque[Pending] = deque()  # announced, not ended, in order
        self._filling: deque[Pending] = deque()  # of those, the files whose bytes are still to come
        self._commits: Commits | None = None
        self._begun_before: BegunBefore | None = None  # the file that comes next
        self._awaits_resume = False
        self.continues = False  # what an earlier session has begun
        self._ended = 0  # entries

    # --- the answer -----------------------------------------------------------------------------

    @property
    def accepted(self) -> bool:
        return self._destination is not None or self.continues

    @property
    def was_accepted(self) -> bool:
        """Whether it ever was, also where it is over."""
        return self._sums is not None

    @property
    def compares(self) -> bool:
        """Whether the peer has to ask what is here already."""
        return self._comparison is not None

    @property
    def existing(self) -> tuple[str, ...] | None:
        """Names that are there already, where entries are compared."""
        return None if self._comparison is None else tuple(sorted(self._comparison.existing.names))

    def begin(self, destination: Destination, existing: Existing, spare: int) -> None:
        """Accepted: make room, and leave `spare`. Raises StorageError, and then nothing was accepted."""
        destination.begin(self.names, self.offer.total, spare)
        if existing is Existing.SKIP_IDENTICAL:
            self._compare(destination, self.names)
        self._sums, self._tree = self._all_of_the_offer(), NameTree(self.offer.files)
        self._destination = destination
        self._commits = Commits(destination, self.status, self._lose, self._same_tops)

    def begin_again(self, kept: Kept, destination: Destination) -> Before:
        """It was accepted in an earlier session: look through what that has left. It takes long.

        Raises StorageError, and Stopped soon after `hurry`.
        """
        try:
            if kept.begun.existing is not None:
                self._compare(destination, kept.begun.existing)
            sums, tree = self._all_of_the_offer(), NameTree(self.offer.files)
            before = resuming.look_through(
                kept, destination, sums, tree, self._manifest, self.status, self._over.is_set
            )
        except BaseException:
            self._close(destination)
            raise
        self._sums, self._tree = sums, tree
        self._same_tops.update(dict.fromkeys(kept.same))
        self._ended = kept.entries
        self._begun_before, self._awaits_resume = before.file, before.continues
        self._destination = destination
        self._commits = Commits(destination, self.status, self._lose, self._same_tops)
        return before

    def tell_pause(self) -> None:
        """Whether the person here lets it wait, where the peer does not know that yet."""
        paused = self.status.paused_here
        if self.accepted and self.paused_here is not paused:
            self.paused_here = paused
            if paused:
                self.status.go_on(Interrupted)  # RESUME comes only once nobody pauses it
            self.send(self, (Pause if paused else GoOn)(self.stream, offered=False))

    def on_pause(self, peer: str, *, paused: bool) -> None:
        """The person there lets it wait, or does no longer. Raises UnexpectedMessage."""
        if not self.was_accepted or self.paused_there is paused:
            raise UnexpectedMessage(detail="PAUSE out of place" if paused else "GO_ON without PAUSE")
        self.paused_there = paused
        if paused:
            self.status.pause(PausedThere(peer=peer))
            self.status.go_on(Interrupted)
        else:
            self.status.go_on(PausedThere)

    def on_resume(self, message: Resume) -> None:
        """Raises UnexpectedMessage."""
        begun = self._begun_before
        if not self._awaits_resume or message.offset not in {0, begun.size if begun is not None else 0}:
            raise UnexpectedMessage(detail="RESUME of nothing")
        self._awaits_resume = False
        if not message.offset and begun is not None:
            self._begun_before = None
            self._begun()[0].forget_partial()
        self.status.meter.bytes_done += message.offset
        self.status.go_on(Interrupted)

    def _compare(self, destination: Destination, names: Sequence[str]) -> None:
        here = destination.existing_files(names)
        if here.any:
            self._comparison = ReceivingHalf(here, self._over.is_set)

    def _all_of_the_offer(self) -> EntrySums:
        return EntrySums(folders=self.offer.folders, names=self.tops)

    # --- what the sender sends, in order ---------------------------------------------------------

    @property
    def _announced(self) -> int:
        """Entries so far."""
        return self._ended + len(self._pending)

    def on_entries(self, message: Entries) -> Job | None:
        """Raises RemoteProtocolError, UnsafeName or NameCollision: the offer's promise is broken then."""
        _, sums = self._begun()
        first, found = self._announced, dict[int, ExistingFile]()
        for entry in message.entries:
            if len(self._pending) >= limits.ENTRIES_AHEAD:
                raise LimitExceeded(detail="entries without their ends")
            sums.add(entry)
            path = ReceivedPath.parse(entry.path)
            self._tree.add(path, entry.kind)
            if not self._tree.holds_folder(path.parent):
                raise UnexpectedMessage(detail="an entry before its folder")
            pending = Pending(self._announced, entry, path)
            self._pending.append(pending)
            if self._begun_before is not None and self._begun_before.entry == pending.index:
                pending.take_up(self._begun_before)
            if pending.left:
                self._filling.append(pending)
            if entry.kind is not EntryKind.FILE:
                continue
            if self.status.without_programs and is_program(entry.path, executable=entry.executable):
                self._fail(pending, UnannouncedProgram(path=entry.path))
            if self._comparison is not None:
                here = self._comparison.existing.find(path, entry.size)
                if here is not None:
                    found[pending.index] = here
        if self._comparison is None:
            return None
        self.send(self, Compare(self.stream, first, list(found)))
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
        self.send(self, Same(self.stream, list(same)))

    def on_data(self, data: memoryview) -> None:
        """File bytes: as much as the current file lacks, the rest to those that follow it."""
        self._begun()
        with self.disk:  # around all of it: asking the clock for every small file costs more than writing some
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
        if self._filling:
            self._committing().mark(self._filling[0], self._ended)

    def on_ends(self, message: FileEnds) -> None:
        """The sender's results for the next entries; files that are right become durable in groups."""
        destination, commits = self._begun()[0], self._committing()
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
        if commits.due:
            with self.disk:
                commits.commit(self._ended)

    def on_end(self, message: End) -> Done:
        """Everything came: make the rest durable and vouch for it. Raises RemoteProtocolError where it did not."""
        destination, sums = self._begun()
        sums.finish()
        if self._pending:
            raise UnexpectedMessage(detail="END before the last file's end")
        if (digest := self._manifest.finish()) != message.digest:
            raise RemoteProtocolError(detail="entries differ from what was sent")
        with self.disk:
            self._committing().commit(self._ended, last=True)
        destination.finish()
        if (kept := self.status.kept) is not None:
            kept.say(Finished(digest, tuple(destination.file_names[len(kept.names) :])), durable=True)
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

    def in_a_hurry(self) -> bool:
        return self._over.is_set()

    def hurry(self) -> None:
        """It will be given up: nothing that takes long need be finished."""
        self._over.set()

    def interrupted(self, error: AppError) -> None:
        """The session is over. What is complete is delivered now, and the rest waits, if it is kept."""
        commits, destination = self._commits, self._destination
        if commits is None or destination is None or self.cancelled_at is not None or not self.status.survives(error):
            self.end(error)
            return
        self._over.set()
        try:
            if not self._awaits_resume:
                commits.interrupted(self._ended, self._pending[0] if self._pending else None)
        finally:
            self._close(destination)
            self.status.end(error)

    def end(self, error: AppError) -> None:
        """Given up, from either side or by the network: partial data goes, finished files stay and are listed."""
        if self.borrows:
            self.status.given_back()
        elif self._status is not None:
            self._status.end(error, self._saved())
        destination, self._destination = self._destination, None
        if destination is not None:
            destination.discard()
            self._close(destination)

    # --- one entry; NotEnoughSpace comes before anything was changed ------------------------------------

    def _write(self, current: Pending, part: memoryview) -> int:
        """How much of it is done with."""
        if current.error is not None:
            return len(part)  # its bytes pass, the transfer goes on
        try:
            count = current.file_in(self._begun()[0]).write(part)
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self._fail(current, error)
            return len(part)
        current.hash(part[:count])
        return count

    def _end_file(self, pending: Pending, end: FileEnd) -> None:
        if pending.same is not None:
            self._end_same(pending, end, pending.same)
        elif pending.error is None:
            if end.result is not FileResult.OK:
                pending.drop(self._begun()[0])
                self.status.failed_file(pending.entry.path, results.from_sender(end.result, pending.entry.path))
            elif not pending.has(end.digest):
                self._fail(pending, ContentMismatch(path=pending.entry.path))
            else:
                self._check_off(pending)
        self.status.meter.files_done += 1

    def _end_same(self, pending: Pending, end: FileEnd, same: ExistingFile) -> None:
        """Nothing was sent of it, and nothing is written."""
        path = pending.entry.path
        self.status.meter.bytes_done += pending.left
        pending.drop(self._begun()[0])
        if end.result is not FileResult.OK:
            self.status.failed_file(path, results.from_sender(end.result, path))
        elif end.digest != same.digest:
            raise UnexpectedMessage(detail="another digest than before")
        elif self._comparison is None or not self._comparison.existing.is_still(same):
            self._fail(pending, WriteFailed(path=path, reason=phrase("what was here already has changed meanwhile")))
        else:
            self._same_tops[pending.entry.top_name] = None
            self.status.was_there()

    def _check_off(self, pending: Pending) -> None:
        """It is complete and right."""
        try:
            if (file := pending.file) is None:  # no byte of it came
                with self.disk:
                    file = pending.file_in(self._begun()[0])
        except NotEnoughSpace:
            raise
        except StorageError as error:
            self._fail(pending, error)
            return
        self._committing().add(file, pending)

    def _make_folder(self, destination: Destination, pending: Pending) -> None:
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

    def _fail(self, pending: Pending, error: AppError) -> None:
        """This file is lost here; the sender is told and the rest goes on."""
        pending.error = error
        self._lose(pending.index, pending.entry.path, error)
        pending.drop(self._begun()[0])

    def _lose(self, index: int, path: str, error: AppError) -> None:
        """Before its data goes: else it would be taken for delivered."""
        result = results.of_receiver(error)
        if (kept := self.status.kept) is not None:
            kept.say(Lost(index, result), durable=index < kept.entries)
        self.status.recorder.lost(index, result)
        self.send(self, Failed(self.stream, index, result))
        self.status.failed_file(path, error)

    def _close(self, destination: Destination) -> None:
        self._commits = None  # they know this receiver: in a circle it would stay for a while
        if self._comparison is not None:
            self._comparison.existing.close()
        destination.close()

    def _saved(self) -> tuple[Path, ...]:
        """Where what was sent is now: what was there already, and what was made."""
        destination = self._destination  # a person who cancels asks while it is being given up
        if destination is None:
            return ()
        return (*(destination.path / name for name in self._same_tops.copy()), *destination.saved())

    def _committing(self) -> Commits:
        if self._commits is None:
            raise UnexpectedMessage(detail="content of a transfer that was not accepted")
        return self._commits

    def _begun(self) -> tuple[Destination, EntrySums]:
        if self._destination is None or self._sums is None:
            raise UnexpectedMessage(detail="content of a transfer that was not accepted")
        if self._awaits_resume:
            raise UnexpectedMessage(detail="content before RESUME")
        if self._comparison is not None and self._comparison.waiting:
            raise UnexpectedMessage(detail="content before DIGESTS")
        return self._destination, self._sums

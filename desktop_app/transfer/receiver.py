"""Receiving one transfer: entries, their bytes back to back, digests; kept only when everything agrees.

Called by one thread at a time, as `lane` says. Every word of the sender is checked against the offer; a broken
promise ends the transfer or the session, and on a full disk the transfer waits. What that does to the disk is in
`settling`.
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
    Interrupted,
    LimitExceeded,
    NotEnoughSpace,
    PausedThere,
    RemoteProtocolError,
    UnannouncedProgram,
    UnexpectedMessage,
)
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind, FileResult, ManifestDigest
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
from desktop_app.transfer import resuming
from desktop_app.transfer.comparing import ReceivingHalf
from desktop_app.transfer.journal_records import Finished
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.lane import Job, OutOfRoom
from desktop_app.transfer.offer import IncomingOffer
from desktop_app.transfer.pending import Pending
from desktop_app.transfer.resuming import Before, BegunBefore
from desktop_app.transfer.settling import Settling
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
        self._settling: Settling | None = None  # from its acceptance until it is given up
        self._sums: EntrySums | None = None
        self._over = threading.Event()
        self._tree = NameTree(0)  # until it is accepted
        self._manifest = ManifestDigest()
        self._pending: deque[Pending] = deque()  # announced, not ended, in order
        self._filling: deque[Pending] = deque()  # of those, the files whose bytes are still to come
        self._begun_before: BegunBefore | None = None  # the file that comes next
        self._awaits_resume = False
        self.continues = False  # what an earlier session has begun
        self._ended = 0  # entries

    # --- the answer -----------------------------------------------------------------------------

    @property
    def accepted(self) -> bool:
        return self._settling is not None or self.continues

    @property
    def was_accepted(self) -> bool:
        """Whether it ever was, also where it is over."""
        return self._sums is not None

    @property
    def compares(self) -> bool:
        """Whether the peer has to ask what is here already."""
        return self._comparison is not None

    @property
    def _comparison(self) -> ReceivingHalf | None:
        settling = self._settling  # the peer may give it up in this moment
        return None if settling is None else settling.comparison

    @property
    def existing(self) -> tuple[str, ...] | None:
        """Names that are there already, where entries are compared."""
        comparison = self._comparison
        return None if comparison is None else tuple(sorted(comparison.existing.names))

    def begin(self, destination: Destination, existing: Existing, spare: int) -> None:
        """Accepted: make room, and leave `spare`. Raises StorageError, and then nothing was accepted."""
        destination.begin(self.names, self.offer.total, spare)
        names = self.names if existing is Existing.SKIP_IDENTICAL else None
        comparison = self._comparing(destination, names)
        self._sums, self._tree = self._all_of_the_offer(), NameTree(self.offer.files)
        self._settling = Settling(destination, self.status, comparison, (), self.disk, self._tell_lost)

    def begin_again(self, kept: Kept, destination: Destination) -> Before:
        """It was accepted in an earlier session: look through what that has left. It takes long.

        Raises StorageError, and Stopped soon after `hurry`.
        """
        comparison: ReceivingHalf | None = None
        try:
            comparison = self._comparing(destination, kept.begun.existing)
            sums, tree = self._all_of_the_offer(), NameTree(self.offer.files)
            before = resuming.look_through(
                kept, destination, sums, tree, self._manifest, self.status, self._over.is_set
            )
        except BaseException:
            if comparison is not None:
                comparison.existing.close()
            destination.close()
            raise
        self._sums, self._tree = sums, tree
        self._ended = kept.entries
        self._begun_before, self._awaits_resume = before.file, before.continues
        self._settling = Settling(destination, self.status, comparison, kept.same, self.disk, self._tell_lost)
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
            self._begun()[0].destination.forget_partial()
        self.status.meter.bytes_done += message.offset
        self.status.go_on(Interrupted)

    def _comparing(self, destination: Destination, names: Sequence[str] | None) -> ReceivingHalf | None:
        """With what is here under these names at the top; None where that is nothing, or is not wanted."""
        here = None if names is None else destination.existing_files(names)
        return ReceivingHalf(here, self._over.is_set) if here is not None and here.any else None

    def _tell_lost(self, index: int, result: FileResult) -> None:
        self.send(self, Failed(self.stream, index, result))

    def _all_of_the_offer(self) -> EntrySums:
        return EntrySums(folders=self.offer.folders, names=self.tops)

    # --- what the sender sends, in order ---------------------------------------------------------

    @property
    def _announced(self) -> int:
        """Entries so far."""
        return self._ended + len(self._pending)

    def on_entries(self, message: Entries) -> Job | None:
        """Raises RemoteProtocolError, UnsafeName or NameCollision: the offer's promise is broken then."""
        settling, sums = self._begun()
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
                settling.fail(pending, UnannouncedProgram(path=entry.path))
            if settling.comparison is not None:
                here = settling.comparison.existing.find(path, entry.size)
                if here is not None:
                    found[pending.index] = here
        if settling.comparison is None:
            return None
        self.send(self, Compare(self.stream, first, list(found)))
        return settling.comparison.ask(found)

    def on_digests(self, message: Digests) -> Job:
        """Of the files that may be here already."""
        if (comparison := self._comparison) is None:
            raise UnexpectedMessage(detail="DIGESTS of no files")
        comparison.check(message)
        return partial(self._answer, comparison, message.digests)

    def _answer(self, comparison: ReceivingHalf, digests: Sequence[bytes]) -> None:
        """Which of them are here, and so need not come. It takes long."""
        same = comparison.same(digests)
        for pending in self._pending:  # those of earlier entries may be among them
            pending.same = same.get(pending.index, pending.same)
        self._filling = deque(pending for pending in self._filling if pending.same is None)
        self.send(self, Same(self.stream, list(same)))

    def on_data(self, data: memoryview) -> None:
        """File bytes: as much as the current file lacks, the rest to those that follow it."""
        settling, _ = self._begun()
        with self.disk:  # around all of it: asking the clock for every small file costs more than writing some
            while data:
                if not self._filling:
                    raise UnexpectedMessage(detail="bytes of no file")
                current = self._filling[0]
                try:
                    count = settling.write(current, data[: current.left])
                except NotEnoughSpace as error:
                    raise OutOfRoom(error, partial(self.on_data, memoryview(bytes(data)))) from error
                current.left -= count
                self.status.meter.bytes_done += count
                if not current.left:
                    self._filling.popleft()
                data = data[count:]
        if self._filling:
            settling.commits.mark(self._filling[0], self._ended)

    def on_ends(self, message: FileEnds) -> None:
        """The sender's results for the next entries; files that are right become durable in groups."""
        settling, _ = self._begun()
        if message.first != self._ended or len(message.ends) > len(self._pending):
            raise UnexpectedMessage(detail="ends out of order")
        for number, end in enumerate(message.ends):
            pending = self._pending[0]
            if self._filling and self._filling[0] is pending:
                if end.result is FileResult.OK:
                    raise UnexpectedMessage(detail="the end of a file before its bytes")
                self._filling.popleft()
            try:
                settling.end(pending, end)
            except NotEnoughSpace as error:
                rest = FileEnds(self.stream, self._ended, message.ends[number:])
                raise OutOfRoom(error, partial(self.on_ends, rest)) from error
            self._pending.popleft()
            self._ended += 1
            self.status.recorder.entry(self._manifest.add(pending.entry, end.result, end.digest))
        if settling.commits.due:
            with self.disk:
                settling.commits.commit(self._ended)

    def on_end(self, message: End) -> Done:
        """Everything came: make the rest durable and vouch for it. Raises RemoteProtocolError where it did not."""
        settling, sums = self._begun()
        sums.finish()
        if self._pending:
            raise UnexpectedMessage(detail="END before the last file's end")
        if (digest := self._manifest.finish()) != message.digest:
            raise RemoteProtocolError(detail="entries differ from what was sent")
        with self.disk:
            settling.commits.commit(self._ended, last=True)
        settling.destination.finish()
        if (kept := self.status.kept) is not None:
            kept.say(Finished(digest, tuple(settling.destination.file_names[len(kept.names) :])), durable=True)
        settling.close()
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
        settling = self._settling
        if settling is None or settling.closed or self.cancelled_at is not None or not self.status.survives(error):
            self.end(error)
            return
        self._over.set()
        try:
            if not self._awaits_resume:
                settling.commits.interrupted(self._ended, self._pending[0] if self._pending else None)
        finally:
            settling.close()
            self.status.end(error)

    def end(self, error: AppError) -> None:
        """Given up, from either side or by the network: partial data goes, finished files stay and are listed."""
        if self.borrows:
            self.status.given_back()
        elif self._status is not None:
            self._status.end(error, self._saved())
        settling, self._settling = self._settling, None
        if settling is not None:
            settling.discard()

    # --- inside ---------------------------------------------------------------------------------

    def _saved(self) -> tuple[Path, ...]:
        settling = self._settling  # a person who cancels asks while it is being given up
        return () if settling is None else settling.saved()

    def _begun(self) -> tuple[Settling, EntrySums]:
        """Raises UnexpectedMessage where no content may come."""
        if self._settling is None or self._sums is None:
            raise UnexpectedMessage(detail="content of a transfer that was not accepted")
        if self._awaits_resume:
            raise UnexpectedMessage(detail="content before RESUME")
        if self._comparison is not None and self._comparison.waiting:
            raise UnexpectedMessage(detail="content before DIGESTS")
        return self._settling, self._sums

"""Sending one transfer: an offer, an answer, then everything in one go without a round trip per file."""

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from blake3 import blake3

from desktop_app.errors import (
    AppError,
    CannotContinue,
    Declined,
    FolderUnusableThere,
    NameRefusedThere,
    NoAnswer,
    NoSpaceThere,
    PeerCancelled,
    RemoteProtocolError,
    SourceChanged,
    StorageError,
    TooManyOffersThere,
    UnexpectedMessage,
)
from desktop_app.events import State
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind, FileEnd, FileResult, ManifestDigest
from desktop_app.protocol.messages import (
    Accept,
    Compare,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Message,
    Refusal,
    Refuse,
    Resume,
    Same,
)
from desktop_app.storage.selection import Selection, SourceEntry
from desktop_app.storage.source import open_source
from desktop_app.transfer import results, resuming
from desktop_app.transfer.comparing import SendingHalf
from desktop_app.transfer.journal_records import Offered
from desktop_app.transfer.portion import Portion
from desktop_app.transfer.status import Status
from desktop_app.transport.waiting import Waiting

_ENDS_AFTER: Final = 16 * limits.MIB  # the receiver can make files durable only when it has their digests
_ENTRY_OVERHEAD: Final = 32  # most bytes an entry takes in ENTRIES beside its path
_NO_DIGEST: Final = bytes(limits.DIGEST)


class Sender:
    """One outgoing transfer of a verified session."""

    def __init__(self, stream: int, selection: Selection, status: Status) -> None:
        self.stream: Final = stream
        self.status: Final = status
        self.full = False  # the disk there
        self.disk: Final = Waiting()
        self.paused_here = self.paused_there = False  # as the other side was told, and as it told
        self.selection: Final = selection
        self._announced = 0  # entries that the receiver knows of
        self._failed: set[int] = set()  # entries that did not make it, whoever said so first
        self._digest: bytes | None = None  # over everything, once all of it was sent
        self._comparison: SendingHalf | None = None
        kept = status.kept
        self.offered: Final = Offered.of_selection(
            selection, secrets.token_bytes(limits.OFFER_ID) if kept is None else kept.number
        )
        self.continues: Final = status.kept is not None  # it was accepted in an earlier session
        self._accept: Accept | None = None
        self._cannot: Callable[[Sender, CannotContinue], None] = lambda *_: None

    # --- what is sent, in the order in which it is sent ------------------------------------------

    def offer(self) -> Iterator[Message]:
        """OFFER and as many NAMES as it takes."""
        self.status.recorder.offered(self.offered.number)
        yield from self.offered.messages(self.stream)

    def on_accept(self, accept: Accept, cannot: Callable[["Sender", CannotContinue], None]) -> None:
        """`cannot`: what is here is not what the receiver has a part of, as `records` finds out.

        Raises UnexpectedMessage for something to go on from that was never sent.
        """
        if accept.continues and not self.continues:
            raise UnexpectedMessage(detail="ACCEPT of more than was sent")
        self._accept, self._cannot = accept, cannot
        if self.continues:  # before the first FAILED can come: what was lost is told again
            self.status.begins_again()
            self.status.recorder.begins_again()
        self._announced = accept.entries

    def records(
        self, room: memoryview, comparison: SendingHalf | None = None, portion: Portion | None = None
    ) -> Iterator[Message | int]:
        """After ACCEPT: entries just ahead of their bytes, digests just behind, at last END.

        Yields control messages, and the number of bytes it put into `room` for one data record. `comparison`: the
        receiver has some of the names already, and says for each batch of entries what need not be sent. `portion`:
        that of all streams of the session.
        """
        self._comparison = comparison
        manifest = ManifestDigest()
        settled = resuming.Settled()
        if self._accept is not None and self.continues:
            try:
                for looked in resuming.check(self._accept, self.selection, self.status, manifest, room, self._fail):
                    if looked is None:
                        yield 0  # others have their turn
                    else:
                        settled = looked
            except CannotContinue as error:
                self._cannot(self, error)
                return
            self.status.meter.begin_again(settled.bytes + settled.offset, settled.files)
            if self._accept.continues:
                yield Resume(self.stream, settled.offset)
        ends: list[FileEnd] = []
        filled = unended = 0
        ended = settled.entries
        portion = portion or Portion(len(room))  # it changes only where nothing is filled in
        for batch in _batches(self.selection.entries, ended):
            if filled:
                yield filled  # the room is shared: between two records another stream may use it
                filled = 0
            same: dict[int, bytes] = {}
            if comparison is not None:
                comparison.ask(self._announced, batch)
            self._announced += len(batch)
            yield Entries(self.stream, [item.entry for item in batch])
            if comparison is not None:
                same = yield from comparison.settle(room)
            for item in batch:
                number, digest, result = ended + len(ends), _NO_DIGEST, FileResult.OK
                if number in same:
                    digest = same[number]
                    self._count_same(item, settled.offset if number == settled.entries else 0)
                elif item.entry.kind is EntryKind.FILE:
                    if ends and item.entry.size >= _ENDS_AFTER:  # what stands before it need not wait for it
                        if filled:
                            yield filled
                        yield self._ends(ended, ends)
                        ended, ends, filled, unended = ended + len(ends), [], 0, 0
                    try:
                        with open_source(item) as source:
                            hasher, left = blake3(), item.entry.size
                            if settled.hasher is not None and number == settled.entries:
                                hasher, left = settled.hasher, left - settled.offset
                                source.skip(settled.offset)
                            while left:
                                with self.disk:
                                    count = source.readinto(room[filled : filled + min(left, portion.bytes - filled)])
                                if count == 0:
                                    raise SourceChanged(path=item.entry.path)
                                hasher.update(room[filled : filled + count])
                                filled, left, unended = filled + count, left - count, unended + count
                                self.status.meter.bytes_done += count
                                if filled == portion.bytes:
                                    begun = portion.begin(filled)
                                    yield filled
                                    portion.end(begun)
                                    filled = 0
                            source.check_unchanged()
                            digest = hasher.digest()
                    except StorageError as error:
                        self._fail(number, item.entry.path, error)
                        result = results.of_sender(error)
                    self.status.meter.files_done += 1
                self.status.recorder.entry(manifest.add(item.entry, result, digest))
                good = result is FileResult.OK
                ends.append(FileEnd(result, digest if good else b""))
                if not good or unended >= _ENDS_AFTER or len(ends) == limits.ENDS_PER_MESSAGE:
                    if filled:
                        yield filled
                    yield self._ends(ended, ends)
                    ended, ends, filled, unended = ended + len(ends), [], 0, 0
        if filled:
            yield filled
        if ends:
            yield self._ends(ended, ends)
        self._digest = manifest.finish()
        self.status.become(State.FINISHING)  # first: after END nobody may come back to this
        if not self.status.over:  # given up in the moment before: the peer would deliver it
            yield End(self.stream, self._digest)

    def _ends(self, first: int, ends: list[FileEnd]) -> FileEnds:
        """What is said of them is in a file before it is sent, should this process be killed then."""
        if self.status.kept is not None:
            self.status.recorder.flush()
        return FileEnds(self.stream, first, ends)

    def _count_same(self, item: SourceEntry, before: int) -> None:
        """`before`: bytes of it that were counted already."""
        self.status.meter.bytes_done += item.entry.size - before
        self.status.meter.files_done += 1
        self.status.was_there()

    @property
    def ended(self) -> bool:
        """Whether END was begun."""
        return self._digest is not None

    # --- what comes back ---------------------------------------------------------------------

    def on_refuse(self, refuse: Refuse) -> None:
        given_up = self.continues and refuse.reason is Refusal.DECLINED  # it was accepted once
        self.status.end(PeerCancelled() if given_up else _REFUSALS[refuse.reason]())

    def on_comparison(self, message: Compare | Same) -> None:
        """Raises UnexpectedMessage where nobody asked."""
        if self._comparison is None:
            raise UnexpectedMessage(detail="an answer to no entries")
        if isinstance(message, Compare):
            self._comparison.on_compare(message)
        else:
            self._comparison.on_same(message)

    def on_failed(self, failed: Failed) -> None:
        """One file could not be kept there. Raises UnexpectedMessage for an entry that does not exist."""
        if not 0 <= failed.index < self._announced:
            raise UnexpectedMessage(detail="FAILED for no entry")
        path = self.selection.entries[failed.index].entry.path
        if failed.index not in self._failed:
            self.status.recorder.lost(failed.index, failed.result)
        self._fail(failed.index, path, results.from_receiver(failed.result, path))

    def _fail(self, index: int, path: str, error: AppError) -> None:
        if index not in self._failed:
            self._failed.add(index)
            self.status.failed_file(path, error)

    def check_done(self, done: Done) -> None:
        """Raises RemoteProtocolError where the receiver vouches for something else than was sent."""
        if self._digest is None:
            raise UnexpectedMessage(detail="DONE before END")
        if done.digest != self._digest:
            raise RemoteProtocolError(detail="DONE for other content")
        self.status.recorder.done(done.digest)


def _batches(entries: Sequence[SourceEntry], first: int) -> Iterator[list[SourceEntry]]:
    """From the `first` one on, as many entries as one ENTRIES message can hold."""
    batch: list[SourceEntry] = []
    size = 0
    for item in map(entries.__getitem__, range(first, len(entries))):
        needed = len(item.entry.path.encode()) + _ENTRY_OVERHEAD
        if batch and (len(batch) == limits.ENTRIES_PER_MESSAGE or size + needed > limits.CONTROL_MAX - limits.KIB):
            yield batch
            batch, size = [], 0
        batch.append(item)
        size += needed
    if batch:
        yield batch


_REFUSALS: Final[Mapping[Refusal, type[AppError]]] = {
    Refusal.DECLINED: Declined,
    Refusal.NO_ANSWER: NoAnswer,
    Refusal.NO_SPACE: NoSpaceThere,
    Refusal.UNSAFE_NAME: NameRefusedThere,
    Refusal.TOO_MANY: TooManyOffersThere,
    Refusal.FOLDER_UNUSABLE: FolderUnusableThere,
}

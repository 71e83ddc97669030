"""Sending one transfer: an offer, an answer, then everything in one go without a round trip per file."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from blake3 import blake3

from desktop_app.errors import (
    AppError,
    Declined,
    FolderUnusableThere,
    NameRefusedThere,
    NoAnswer,
    NoSpaceThere,
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
    Compare,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Message,
    Names,
    Offer,
    Refusal,
    Refuse,
    Same,
)
from desktop_app.storage.selection import Selection, SourceEntry
from desktop_app.storage.source import open_source
from desktop_app.transfer import results
from desktop_app.transfer.comparing import SendingHalf
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
        self._selection = selection
        self._announced = 0  # entries that the receiver knows of
        self._failed: set[int] = set()  # entries that did not make it, whoever said so first
        self._digest: bytes | None = None  # over everything, once all of it was sent
        self._comparison: SendingHalf | None = None

    # --- what is sent, in the order in which it is sent ------------------------------------------

    def offer(self) -> Iterator[Message]:
        """OFFER and as many NAMES as it takes."""
        selection, names = self._selection, self._selection.names
        number = secrets.token_bytes(limits.OFFER_ID)
        self.status.recorder.offered(number)
        yield Offer(
            offer=number,
            stream=self.stream,
            files=selection.files,
            folders=selection.folders,
            total=selection.total,
            top_level=len(names),
            programs=selection.programs,
            longest_path=selection.longest_path,
            names=list(names[: limits.NAMES_PER_MESSAGE]),
        )
        for first in range(limits.NAMES_PER_MESSAGE, len(names), limits.NAMES_PER_MESSAGE):
            yield Names(self.stream, list(names[first : first + limits.NAMES_PER_MESSAGE]))

    def records(self, room: memoryview, comparison: SendingHalf | None = None) -> Iterator[Message | int]:
        """After ACCEPT: entries just ahead of their bytes, digests just behind, at last END.

        Yields control messages, and the number of bytes it put into `room` for one data record. `comparison`: the
        receiver has some of the names already, and says for each batch of entries what need not be sent.
        """
        self._comparison = comparison
        manifest = ManifestDigest()
        ends: list[FileEnd] = []
        ended = filled = unended = 0
        for batch in _batches(self._selection.entries):
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
                    self._count_same(item)
                elif item.entry.kind is EntryKind.FILE:
                    try:
                        with open_source(item) as source:
                            hasher, left = blake3(), item.entry.size
                            while left:
                                with self.disk:
                                    count = source.readinto(room[filled : filled + min(left, len(room) - filled)])
                                if count == 0:
                                    raise SourceChanged(path=item.entry.path)
                                hasher.update(room[filled : filled + count])
                                filled, left, unended = filled + count, left - count, unended + count
                                self.status.meter.bytes_done += count
                                if filled == len(room):
                                    yield filled
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
                    yield FileEnds(self.stream, ended, ends)
                    ended, ends, filled, unended = ended + len(ends), [], 0, 0
        if filled:
            yield filled
        if ends:
            yield FileEnds(self.stream, ended, ends)
        self._digest = manifest.finish()
        self.status.become(State.FINISHING)  # first: after END nobody may come back to this
        yield End(self.stream, self._digest)

    def _count_same(self, item: SourceEntry) -> None:
        self.status.meter.bytes_done += item.entry.size
        self.status.meter.files_done += 1
        self.status.was_there()

    @property
    def ended(self) -> bool:
        """Whether END was begun."""
        return self._digest is not None

    # --- what comes back ---------------------------------------------------------------------

    def on_refuse(self, refuse: Refuse) -> None:
        self.status.end(_REFUSALS[refuse.reason]())

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
        path = self._selection.entries[failed.index].entry.path
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


def _batches(entries: Sequence[SourceEntry]) -> Iterator[list[SourceEntry]]:
    """As many entries as one ENTRIES message can hold."""
    batch: list[SourceEntry] = []
    size = 0
    for item in entries:
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

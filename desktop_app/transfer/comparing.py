"""What the receiver has already need not come again: both halves of finding that out.

    sender      ENTRIES                     DIGESTS                   the bytes of the others
    receiver            COMPARE: perhaps            SAME: these

One batch of entries at a time, and nothing else of the stream in between. The receiver never tells a digest of its
own: whoever wants to know whether a content is there has to know its digest, and path and size besides.
"""

from collections.abc import Callable, Generator, Sequence
from enum import Enum, auto
from typing import Final

from blake3 import blake3

from desktop_app.errors import StorageError, UnexpectedMessage
from desktop_app.protocol.manifest import EntryKind
from desktop_app.protocol.messages import Compare, Digests, Message, Same
from desktop_app.storage.existing import ExistingFile, ExistingFiles
from desktop_app.storage.selection import SourceEntry
from desktop_app.storage.source import hash_source
from desktop_app.transfer.lane import Job


class _Stage(Enum):
    IDLE = auto()
    COMPARE = auto()  # is waited for
    SAME = auto()


class SendingHalf:
    """The writer calls `ask` and runs `settle`; the reader brings the answers, and releases the stream by each."""

    def __init__(self, stream: int, hold: Callable[[], None], release: Callable[[], None]) -> None:
        """`hold`: the stream is not to be asked for its next piece until `release`."""
        self._stream: Final = stream
        self._hold, self._release = hold, release
        self._stage = _Stage.IDLE
        self._first = 0
        self._batch: Sequence[SourceEntry] = ()
        self._files: list[int] = []
        self._digests: dict[int, bytes] = {}
        self._same: list[int] = []

    def ask(self, first: int, batch: Sequence[SourceEntry]) -> None:
        """Just before ENTRIES: nothing follows it before the answer."""
        self._first, self._batch, self._files = first, batch, []
        self._stage = _Stage.COMPARE
        self._hold()

    def settle(self, room: memoryview) -> Generator[Message | int, None, dict[int, bytes]]:
        """Digests of the entries whose bytes need not be sent. Yields as `Sender.records` does."""
        if not self._files:
            return {}
        self._digests = digests = dict.fromkeys(self._files, b"")
        read = 0
        for number in self._files:
            try:
                item = self._batch[number - self._first]
                hasher = blake3()
                for count in hash_source(item, item.entry.size, hasher, room):
                    read += count
                    if read >= len(room):
                        yield 0  # others have their turn
                        read = 0
                digests[number] = hasher.digest()
            except StorageError:
                continue  # when its turn comes it is told, or sent after all
        self._stage = _Stage.SAME
        self._hold()
        yield Digests(self._stream, list(digests.values()))
        return {number: digests[number] for number in self._same}

    def on_compare(self, compare: Compare) -> None:
        """Raises UnexpectedMessage."""
        if self._stage is not _Stage.COMPARE or compare.first != self._first:
            raise UnexpectedMessage(detail="COMPARE of no entries")
        for number in compare.files:
            index = number - self._first
            if index >= len(self._batch) or self._batch[index].entry.kind is not EntryKind.FILE:
                raise UnexpectedMessage(detail="COMPARE of no file")
        self._files, self._stage = compare.files, _Stage.IDLE
        self._release()

    def on_same(self, same: Same) -> None:
        """Raises UnexpectedMessage."""
        if self._stage is not _Stage.SAME or not all(self._digests.get(number) for number in same.files):
            raise UnexpectedMessage(detail="SAME of no digests")
        self._same, self._stage = same.files, _Stage.IDLE
        self._release()


class ReceivingHalf:
    """One thread at a time, as `lane` says."""

    def __init__(self, existing: ExistingFiles, stop: Callable[[], bool]) -> None:
        self.existing = existing
        self._stop = stop
        self._asked: dict[int, ExistingFile] = {}

    @property
    def waiting(self) -> bool:
        """Whether nothing but DIGESTS may come."""
        return bool(self._asked)

    def ask(self, found: dict[int, ExistingFile]) -> Job | None:
        """COMPARE is said of these files, which are here with the right size; what is to be done then takes long."""
        self._asked = found
        return self._read if found else None

    def check(self, message: Digests) -> None:
        """Raises UnexpectedMessage for digests that nobody asked for."""
        if len(message.digests) != len(self._asked):
            raise UnexpectedMessage(detail="DIGESTS of no files")

    def same(self, digests: Sequence[bytes]) -> dict[int, ExistingFile]:
        """The files that are here with this content, durable."""
        asked, self._asked = self._asked, {}
        same = {
            number: file
            for (number, file), digest in zip(asked.items(), digests, strict=True)
            if digest and digest == file.digest
        }
        return same if self.existing.make_durable(same.values()) else {}

    def _read(self) -> None:
        for file in self._asked.values():
            if self._stop():
                return
            self.existing.read(file, self._stop)

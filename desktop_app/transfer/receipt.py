"""The receipt of a delivered transfer: what both computers know alike, and beside it what only this one knows.

The common part is made of what crossed the wire, in the order in which it did, so it comes out the same on both
sides. Its entries have to give the digest that both vouched for with END and DONE, else there is no receipt. The
digest over the whole common part is what two people hold against each other: BLAKE3 over its RFC 8785 form (JSON,
keys sorted, no white space). Nothing is signed. A million entries are no more than a stream here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Self

import msgspec
from blake3 import blake3
from msgspec import Meta

from desktop_app.errors import phrase
from desktop_app.protocol.manifest import Ended, Entry, EntryKind, FileResult
from desktop_app.storage import disk_errors, spool
from desktop_app.storage.history_errors import ReceiptUnavailable

VERSION: Final = 1
DELIVERED: Final = "delivered"
_DAMAGED: Final = phrase("what was kept for it is damaged")
_GONE: Final = phrase("what was kept for it is gone")

Moment = Annotated[float, Meta(ge=-62_135_596_800, lt=253_402_300_800)]  # seconds since 1970, of the years 1 to 9999


class Common(msgspec.Struct, frozen=True):
    """What both sides know alike. Digests and the number of the offer are in hex."""

    offer: str
    sender: str  # each as it calls itself
    receiver: str
    verification: str
    agreement: str
    cipher: str
    files: int  # offered, like the next two
    folders: int
    total: int
    manifest: str  # digest of END and DONE

    @property
    def offered(self) -> "Sum":
        return Sum(self.total, self.files, self.folders)


class LeftOut(msgspec.Struct, frozen=True):
    path: str
    reason: str


class Local(msgspec.Struct, frozen=True):
    """What this side alone knows. Times are seconds since 1970 by its own clock."""

    saved_by: str  # "sender" or "receiver"
    peer: str  # how the other side is known here
    address: str
    compared_at: Moment
    connected_at: Moment
    verified_at: Moment
    offered_at: Moment
    started_at: Moment
    ended_at: Moment
    renewals: int  # of the session's keys, until the transfer ended
    left_out: int = 0  # links and special files that were selected and never offered
    first_left_out: tuple[LeftOut, ...] = ()
    unasked: bool | None = None  # by the receiver: accepted because its person said so beforehand; no sender knows


class Facts(msgspec.Struct, frozen=True):
    """Everything but the entries, as it is kept in the history."""

    common: Common
    local: Local
    lost: int  # entries that the receiver could not keep


class Line(msgspec.Struct, frozen=True):
    """One entry; the fields are in the order of RFC 8785."""

    blake3: str | None  # the sender's word; None for a folder and where it has none
    executable: bool
    kind: str
    modified_ns: str  # since 1970; text, for not every program holds 64 bits
    path: str
    result: str
    size: int


class Sum(msgspec.Struct):
    """The fields are in the order of RFC 8785."""

    bytes: int = 0
    files: int = 0
    folders: int = 0

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(self.bytes + other.bytes, self.files + other.files, self.folders + other.folders)

    def add(self, entry: Entry) -> None:
        self.bytes += entry.size
        self.files += entry.kind is EntryKind.FILE
        self.folders += entry.kind is EntryKind.FOLDER


@dataclass(frozen=True, slots=True)
class Receipt:
    """Its entries were checked; they stay on the disk and are read again when they are needed."""

    facts: Facts
    delivered: Sum
    not_delivered: Sum
    largest: int  # size of an entry
    entries: Path

    @classmethod
    def read(cls, facts: Facts, entries: Path) -> Self:
        """Raises ReceiptUnavailable where the entries are not those that both sides vouched for."""
        delivered, not_delivered, largest = Sum(), Sum(), 0
        try:
            if spool.manifest_digest(entries, facts.lost).hex() != facts.common.manifest:
                raise ReceiptUnavailable(reason=_DAMAGED)
            for ended, result in spool.outcomes(entries, facts.lost):
                (delivered if result is FileResult.OK else not_delivered).add(ended.entry)
                largest = max(largest, ended.entry.size)
        except (OSError, ValueError) as error:
            raise _unavailable(error) from error
        if delivered + not_delivered != facts.common.offered:
            raise ReceiptUnavailable(reason=_DAMAGED)
        return cls(facts, delivered, not_delivered, largest, entries)

    def lines(self) -> Iterator[Line]:
        """Every entry in the order sent. Raises ReceiptUnavailable where they went away meanwhile."""
        try:
            for ended, result in spool.outcomes(self.entries, self.facts.lost):
                yield _line(ended, result)
        except (OSError, ValueError) as error:
            raise _unavailable(error) from error

    def around_entries(self) -> tuple[dict[str, object], dict[str, object]]:
        """The members of the common part that stand before "entries" in the order of RFC 8785, and those behind."""
        common = self.facts.common
        before: dict[str, object] = {"agreement": common.agreement, "cipher": common.cipher}
        behind: dict[str, object] = {
            "manifest_blake3": common.manifest,
            "offer": common.offer,
            "receiver": common.receiver,
            "sender": common.sender,
            "totals": {"delivered": self.delivered, "not_delivered": self.not_delivered, "offered": common.offered},
            "verification": common.verification,
        }
        return before, behind


class CommonDigest:
    """BLAKE3 over the RFC 8785 form of the common part, told entry by entry."""

    def __init__(self, receipt: Receipt) -> None:
        before, behind = map(msgspec.json.encode, receipt.around_entries())
        self._hash = blake3(before[:-1] + b',"entries":')
        self._separator = b"["
        self._end = b"]," + behind[1:]

    def add(self, line: bytes) -> None:
        self._hash.update(self._separator + line)
        self._separator = b","

    def finish(self) -> str:
        """In hex."""
        return self._hash.update(self._end).hexdigest()


def _line(ended: Ended, result: FileResult) -> Line:
    entry = ended.entry
    return Line(
        blake3=ended.digest.hex() or None,
        executable=entry.executable,
        kind=entry.kind.name.lower(),
        modified_ns=str(entry.mtime),
        path=entry.path,
        result=DELIVERED if result is FileResult.OK else result.name.lower(),
        size=entry.size,
    )


def _unavailable(error: OSError | ValueError) -> ReceiptUnavailable:
    if isinstance(error, FileNotFoundError):
        return ReceiptUnavailable(reason=_GONE)
    return ReceiptUnavailable(reason=disk_errors.reason(error) if isinstance(error, OSError) else _DAMAGED)

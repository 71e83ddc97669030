"""What a journal of a transfer says, record by record, and nothing of what comes of it (`kept`)."""

from collections.abc import Iterator
from typing import Annotated, Final, Self

import msgspec

from desktop_app.events import SessionFacts
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import FileResult
from desktop_app.protocol.messages import Message, Names, Offer
from desktop_app.protocol.top_names import TopName, TopNames
from desktop_app.storage.directory import is_whole, require_single
from desktop_app.storage.names import PARTIAL_PREFIX
from desktop_app.storage.selection import Selection

_Number = Annotated[int, msgspec.Meta(ge=0)]


class Offered(msgspec.Struct, frozen=True):
    """Everything of an OFFER and its NAMES but the number of the stream."""

    number: bytes
    files: int
    folders: int
    total: int
    programs: int
    longest_path: int
    tops: TopNames  # the names

    @classmethod
    def of(cls, offer: Offer, tops: TopNames) -> Self:
        """`tops`: those of NAMES, too."""
        counts = (offer.files, offer.folders, offer.total, offer.programs, offer.longest_path)
        return cls(offer.offer, *counts, tops)

    @classmethod
    def of_selection(cls, selection: Selection, number: bytes) -> Self:
        counts = (selection.files, selection.folders, selection.total, selection.programs, selection.longest_path)
        return cls(number, *counts, selection.tops)

    def messages(self, stream: int) -> Iterator[Message]:
        """OFFER and as many NAMES as it takes."""
        tops, step = self.tops, limits.NAMES_PER_MESSAGE
        yield Offer(
            offer=self.number,
            stream=stream,
            files=self.files,
            folders=self.folders,
            total=self.total,
            top_level=len(tops),
            programs=self.programs,
            longest_path=self.longest_path,
            names=tops[:step],
        )
        for first in range(step, len(tops), step):
            yield Names(stream, tops[first : first + step])


class Begun(msgspec.Struct, frozen=True, tag="begun"):
    """First in the journal of either side. Times are seconds since 1970.

    A journal is this person's own file, and yet nothing in one leads anywhere that it does not name as a folder: what
    was not written like that is not read, here and below.
    """

    offered: Offered
    owner: str  # the remembered device, or the chain of sessions of this run; empty for neither
    peer: str
    at: float  # when it was accepted
    spool: str
    facts: SessionFacts | None  # of the session in which it was accepted
    sources: tuple[tuple[str, bytes], ...] = ()  # sending: top-level names, and where that is here
    only: tuple[str, ...] = ()  # sending: of that, where not empty
    address: str = ""  # sending: where the peer was dialled
    folder: bytes = b""  # receiving, as all that follows
    private: str = ""
    existing: tuple[str, ...] | None = None  # names that were there, where entries are compared
    executable: bool = False
    unasked: bool = False
    with_programs: bool = False  # unasked, and whoever said so beforehand made no exception
    offered_at: float = 0.0  # 0: an earlier version did not note it

    def __post_init__(self) -> None:
        require_single(self.spool)
        if self.folder:
            require_single(self.private)
            if not self.private.startswith(PARTIAL_PREFIX) or not is_whole(self.folder):
                raise ValueError("nothing that arrives is there")


class Group(msgspec.Struct, frozen=True, tag="group"):
    """The first `entries` are complete and right; these of them get their names now."""

    entries: int
    size: int  # of the spool up to there
    bytes: int  # so far, roughly, for the person
    # Number of the entry, of the partial file, and its inode at the top.
    files: tuple[tuple[_Number, _Number, _Number], ...]
    folders: tuple[tuple[str, str, int], ...]  # made since the last group: received path, name, inode
    names: tuple[str, ...]  # at the top, given to files since the last group
    same: tuple[str, ...]  # names at the top under which something was there already, since the last group
    were_there: int
    again: bool = False  # all was looked through: what was lost and is not settled comes once more

    def __post_init__(self) -> None:
        require_single(*self.names, *(name for _, name, _ in self.folders))


class Making(msgspec.Struct, frozen=True, tag="making"):
    """This folder is made next."""

    path: str  # received
    name: str

    def __post_init__(self) -> None:
        require_single(self.name)


class Reached(msgspec.Struct, frozen=True, tag="reached"):
    """So many bytes of this entry's file are durable."""

    entry: int
    partial: int
    size: int


class Lost(msgspec.Struct, frozen=True, tag="lost"):
    """This entry could not be kept here."""

    entry: int
    result: FileResult


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """Everything is settled, and vouched for with this digest."""

    digest: bytes
    names: tuple[str, ...] = ()  # at the top, given to files since the last group

    def __post_init__(self) -> None:
        require_single(*self.names)


class GivenUp(msgspec.Struct, frozen=True, tag="given up"):
    """It is over: a person on either side does not want it any more, or it cannot be what it was."""


class Owned(msgspec.Struct, frozen=True, tag="owned"):
    """It goes on with this peer; the rest as `Begun` has it, where a person chose another one than before."""

    owner: str
    peer: str = ""
    facts: SessionFacts | None = None
    address: str = ""


class Held(msgspec.Struct, frozen=True, tag="held"):
    """Whether its person here lets it wait."""

    held: bool


class Noted(msgspec.Struct, frozen=True, tag="noted"):
    """It is in the history."""


Record = Begun | Group | Making | Reached | Lost | Finished | GivenUp | Owned | Held | Noted


def _packed(_: type, names: object) -> TopNames:
    """Of the names in a journal."""
    return TopNames(msgspec.convert(names, list[TopName]))


DECODER: Final[msgspec.msgpack.Decoder[Record]] = msgspec.msgpack.Decoder(Record, dec_hook=_packed)
_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=list)  # the names are all that it does not know


def encode(record: Record) -> bytes:
    return _ENCODER.encode(record)

"""The control messages of transfers, from the offer on (README §9)."""

from enum import IntEnum
from itertools import pairwise
from typing import Self

from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, FileEnd, FileResult
from desktop_app.protocol.message import Message, at_most, exactly
from desktop_app.protocol.top_names import TopName


class Refusal(IntEnum):
    """Why an offer was not taken."""

    DECLINED = 0
    NO_ANSWER = 1
    NO_SPACE = 2
    UNSAFE_NAME = 3
    TOO_MANY = 4
    FOLDER_UNUSABLE = 5


class Offer(Message, frozen=True):
    """What the sender would like to send. Further top-level names follow in NAMES until `top_level` are there, and then
    make up `files` and `total`."""

    TYPE = 0x20
    offer: bytes
    stream: int
    files: int
    folders: int
    total: int
    top_level: int
    programs: int
    longest_path: int
    names: list[TopName]

    def __post_init__(self) -> None:
        exactly(self.offer, limits.OFFER_ID, "offer")
        _stream(self.stream)
        at_most(self.files, limits.ENTRIES_MAX, "files")
        at_most(self.folders, limits.ENTRIES_MAX - self.files, "folders")
        at_most(self.total, limits.FILE_SIZE_MAX, "total")
        at_most(self.top_level, min(limits.TOP_NAMES_MAX, self.files + self.folders), "top level")
        at_most(self.programs, self.files, "programs")
        at_most(self.longest_path, limits.PATH_MAX, "longest path")
        at_most(len(self.names), min(limits.NAMES_PER_MESSAGE, self.top_level), "names")
        if not self.names:
            raise ValueError("an offer of nothing")


class Names(Message, frozen=True):
    TYPE = 0x21
    stream: int
    names: list[TopName]

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(len(self.names), limits.NAMES_PER_MESSAGE, "names")
        if not self.names:
            raise ValueError("no names")


class Accept(Message, frozen=True):
    """`compare`: some of these names are here already, and what is the same need not come again.

    What is here of this offer since an earlier session: so many `entries` are settled, with the BLAKE3 of their
    canonical form as `digest`; of the next one's file so many bytes (`offset`), with their BLAKE3 as `prefix`.
    """

    TYPE = 0x22
    stream: int
    compare: bool
    entries: int
    digest: bytes
    offset: int
    prefix: bytes

    @classmethod
    def from_the_start(cls, stream: int, *, compare: bool) -> Self:
        """Nothing of it is here yet."""
        return cls(stream, compare, 0, b"", 0, b"")

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.entries, limits.ENTRIES_MAX, "entries")
        exactly(self.digest, limits.DIGEST if self.entries else 0, "digest")
        at_most(self.offset, limits.FILE_SIZE_MAX, "offset")
        exactly(self.prefix, limits.DIGEST if self.offset else 0, "prefix")

    @property
    def continues(self) -> bool:
        """Whether there is anything to go on from; RESUME follows then."""
        return bool(self.entries or self.offset)


class Resume(Message, frozen=True):
    """The offerer found the same here: it goes on after the settled entries, `offset` bytes into the next file."""

    TYPE = 0x32
    stream: int
    offset: int

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.offset, limits.FILE_SIZE_MAX, "offset")


class Refuse(Message, frozen=True):
    TYPE = 0x23
    stream: int
    reason: Refusal

    def __post_init__(self) -> None:
        _stream(self.stream)


class Entries(Message, frozen=True):
    """The next entries of a stream; the bytes of their files follow back to back."""

    TYPE = 0x24
    stream: int
    entries: list[Entry]

    def __post_init__(self) -> None:
        _stream(self.stream)
        if not 0 < len(self.entries) <= limits.ENTRIES_PER_MESSAGE:
            raise ValueError("number of entries")


class FileEnds(Message, frozen=True):
    """The sender's results for the entries from number `first` on, in order."""

    TYPE = 0x25
    stream: int
    first: int
    ends: list[FileEnd]

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.first, limits.ENTRIES_MAX - 1, "first")
        if not 0 < len(self.ends) <= limits.ENDS_PER_MESSAGE:
            raise ValueError("number of ends")
        for end in self.ends:
            exactly(end.digest, limits.DIGEST if end.result is FileResult.OK else 0, "digest")
            if end.result > FileResult.UNREADABLE:
                raise ValueError("a result that only a receiver can have")


class End(Message, frozen=True):
    """All entries and bytes were sent; `digest` is over all of them (`manifest.ManifestDigest`)."""

    TYPE = 0x26
    stream: int
    digest: bytes

    def __post_init__(self) -> None:
        _stream(self.stream)
        exactly(self.digest, limits.DIGEST, "digest")


class Failed(Message, frozen=True):
    """The receiver could not keep entry number `index`."""

    TYPE = 0x27
    stream: int
    index: int
    result: FileResult

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.index, limits.ENTRIES_MAX - 1, "index")
        if self.result is FileResult.OK:
            raise ValueError("a failure that is none")


class Done(Message, frozen=True):
    """Everything not reported as failed is under its final name and durable. Only this means delivered."""

    TYPE = 0x28
    stream: int
    digest: bytes

    def __post_init__(self) -> None:
        _stream(self.stream)
        exactly(self.digest, limits.DIGEST, "digest")


class Cancel(Message, frozen=True):
    """Either side gives the transfer up. `offered`: whether the sender of this message offered it."""

    TYPE = 0x29
    stream: int
    offered: bool

    def __post_init__(self) -> None:
        _stream(self.stream)


class Cancelled(Message, frozen=True):
    """The answer to CANCEL: nothing more of that stream follows."""

    TYPE = 0x2A
    stream: int
    offered: bool

    def __post_init__(self) -> None:
        _stream(self.stream)


class Full(Message, frozen=True):
    """The receiver's disk is full: nothing more of this stream until ROOM."""

    TYPE = 0x2B
    stream: int

    def __post_init__(self) -> None:
        _stream(self.stream)


class Room(Message, frozen=True):
    """There is room again, and what was on its way is written."""

    TYPE = 0x2C
    stream: int

    def __post_init__(self) -> None:
        _stream(self.stream)


class Compare(Message, frozen=True):
    """The receiver's answer to ENTRIES from number `first` on: `files` may be here already; their digests, please."""

    TYPE = 0x2D
    stream: int
    first: int
    files: list[int]

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.first, limits.ENTRIES_MAX - 1, "first")
        _ascending(self.files)
        if self.files and not self.first <= self.files[0] <= self.files[-1] < self.first + limits.ENTRIES_PER_MESSAGE:
            raise ValueError("files of other entries")


class Digests(Message, frozen=True):
    """The digests of the files in COMPARE, in order; empty for one that could not be read as it was found."""

    TYPE = 0x2E
    stream: int
    digests: list[bytes]

    def __post_init__(self) -> None:
        _stream(self.stream)
        if not 0 < len(self.digests) <= limits.ENTRIES_PER_MESSAGE:
            raise ValueError("number of digests")
        for digest in self.digests:
            if digest:
                exactly(digest, limits.DIGEST, "digest")


class Same(Message, frozen=True):
    """Those of them that are here with the same content: their bytes do not come."""

    TYPE = 0x2F
    stream: int
    files: list[int]

    def __post_init__(self) -> None:
        _stream(self.stream)
        _ascending(self.files)


class Pause(Message, frozen=True):
    """A person lets the transfer wait. `offered`: whether the sender of this message offered it, as in the next."""

    TYPE = 0x30
    stream: int
    offered: bool

    def __post_init__(self) -> None:
        _stream(self.stream)


class GoOn(Message, frozen=True):
    """That person waits no longer."""

    TYPE = 0x31
    stream: int
    offered: bool

    def __post_init__(self) -> None:
        _stream(self.stream)


class Text(Message, frozen=True):
    """A text to be shown. Its `stream` is only the number by which it is answered."""

    TYPE = 0x33
    stream: int
    text: str

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(len(self.text.encode()), limits.TEXT_MAX, "text")
        if not self.text:
            raise ValueError("no text")


class Pace(Message, frozen=True):
    """How the sender of this message spent the last `span` microseconds of this stream: so many of them waiting for
    its disk, so many for the line. `offered`: whether it offered the stream."""

    TYPE = 0x34
    stream: int
    offered: bool
    span: int
    disk: int
    line: int

    def __post_init__(self) -> None:
        _stream(self.stream)
        at_most(self.span, limits.PACE_SPAN_MAX, "span")
        if not self.span:
            raise ValueError("no time at all")
        at_most(self.disk, self.span, "disk")
        at_most(self.line, self.span - self.disk, "line")


def _ascending(numbers: list[int]) -> None:
    """Numbers of entries, as many as one ENTRIES can hold."""
    at_most(len(numbers), limits.ENTRIES_PER_MESSAGE, "files")
    for number, following in pairwise(numbers):
        if number >= following:
            raise ValueError("files out of order")
    if numbers:
        at_most(numbers[0], limits.ENTRIES_MAX - 1, "file")
        at_most(numbers[-1], limits.ENTRIES_MAX - 1, "file")


def _stream(number: int) -> None:
    at_most(number, 2**32 - 1, "stream number")

"""Every control message, typed. A record's first byte names the type, msgpack arrays carry the fields.

Arrays leave no room for unknown or duplicate fields; bounds that types cannot express are
checked in each message's `__post_init__`, so an illegal message does not exist.
"""

from enum import IntEnum
from typing import ClassVar, Final

import msgspec

from desktop_app.errors import LimitExceeded, LocalProtocolError, RemoteProtocolError
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, FileEnd, FileResult
from desktop_app.protocol.wiping import wipe

DATA: Final = 0x40  # the one record type that is not a control message


class CloseReason(IntEnum):
    """All that a peer is told about an ending."""

    DONE = 0
    NOT_NOW = 1
    CODE_DIFFERED = 2
    TIMED_OUT = 3
    NOT_VISIBLE = 4
    NOT_PROVEN = 5
    PROTOCOL = 6
    SHUTTING_DOWN = 7


class Refusal(IntEnum):
    """Why an offer was not taken."""

    DECLINED = 0
    NO_ANSWER = 1
    NO_SPACE = 2
    UNSAFE_NAME = 3
    TOO_MANY = 4
    FOLDER_UNUSABLE = 5


class Message(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Base of all control messages."""

    TYPE: ClassVar[int]

    def wipe(self) -> None:
        """Overwrite the secrets in it, where there are any: it was sent, or nobody wants it any more."""


def _exactly(value: bytes | bytearray, size: int, what: str) -> None:
    if len(value) != size:
        raise ValueError(f"{what} is not {size} bytes")


def _at_most(count: int, most: int, what: str) -> None:
    if not 0 <= count <= most:
        raise ValueError(f"{what} out of bounds")


class Hello(Message, frozen=True):
    """First record of each side. `ciphers`: what this side can do, fastest first."""

    TYPE = 0x01
    versions: list[int]
    ciphers: list[str]

    def __post_init__(self) -> None:
        _at_most(len(self.versions), 16, "versions")
        _at_most(len(self.ciphers), 8, "ciphers")


class Proofs(Message, frozen=True):
    """Proofs of shared secrets, filled up with random values, shuffled.

    `expecting`: the initiator called somebody whom it knows, and will not compare a code if nothing proves that.
    """

    TYPE = 0x02
    values: list[bytes]
    expecting: bool

    def __post_init__(self) -> None:
        count = len(self.values)
        if count % limits.PROOFS_MIN or not limits.PROOFS_MIN <= count <= limits.PROOFS_MAX:
            raise ValueError("number of proofs")
        for value in self.values:
            _exactly(value, limits.PROOF, "proof")


class Commit(Message, frozen=True):
    TYPE = 0x03
    commitment: bytes
    name: str

    def __post_init__(self) -> None:
        _exactly(self.commitment, limits.COMMITMENT, "commitment")
        _at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")


class Nonce(Message, frozen=True):
    TYPE = 0x04
    nonce: bytearray
    name: str

    def __post_init__(self) -> None:
        _exactly(self.nonce, limits.SAS_NONCE, "nonce")
        _at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")

    def wipe(self) -> None:
        wipe(self.nonce)


class Open(Message, frozen=True):
    TYPE = 0x05
    nonce: bytearray

    def __post_init__(self) -> None:
        _exactly(self.nonce, limits.SAS_NONCE, "nonce")

    def wipe(self) -> None:
        wipe(self.nonce)


class Confirm(Message, frozen=True):
    """The person here pressed "They match". The last record of epoch 0 in its direction."""

    TYPE = 0x06


class Busy(Message, frozen=True):
    """In place of COMMIT: this computer cannot show a code now."""

    TYPE = 0x07


class Close(Message, frozen=True):
    """The last record of a direction."""

    TYPE = 0x08
    reason: CloseReason


class Heartbeat(Message, frozen=True):
    TYPE = 0x10


class Renew(Message, frozen=True):
    TYPE = 0x11
    epoch: int
    e: bytes
    ek: bytes

    def __post_init__(self) -> None:
        _epoch(self.epoch)
        _exactly(self.e, 32, "e")
        _exactly(self.ek, 1184, "ek")


class Renewed(Message, frozen=True):
    TYPE = 0x12
    epoch: int
    e: bytes
    ct: bytes

    def __post_init__(self) -> None:
        _epoch(self.epoch)
        _exactly(self.e, 32, "e")
        _exactly(self.ct, 1088, "ct")


class Switch(Message, frozen=True):
    """The last record of an epoch in its direction; `epoch` is the one that follows."""

    TYPE = 0x13
    epoch: int

    def __post_init__(self) -> None:
        _epoch(self.epoch)


class About(Message, frozen=True):
    """First record of epoch 1: which discovered instance this is, to show one device once, and what it calls itself.

    No trust hangs on either.
    """

    TYPE = 0x14
    instance: str
    name: str

    def __post_init__(self) -> None:
        _at_most(len(self.instance), 32, "instance")
        _at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")


class Remember(Message, frozen=True):
    """The person here wants this device remembered. A record is stored by whoever both sent and received it."""

    TYPE = 0x15


class Rotate(Message, frozen=True):
    """Said by the founding initiator of the record that verified this session: replace its secret by the new one.

    `number`: how many rotations of this record it has asked for, in whichever session.
    """

    TYPE = 0x16
    number: int

    def __post_init__(self) -> None:
        _at_most(self.number, limits.ROTATIONS_MAX, "number of rotations")


class Stored(Message, frozen=True):
    """The new secret is on the disk here, beside the old one."""

    TYPE = 0x17


class Rotated(Message, frozen=True):
    """The new secret has taken the place of the old one on the disk here."""

    TYPE = 0x18


class Offer(Message, frozen=True):
    """What the sender would like to send. Further top-level names follow in NAMES until `top_level` are there."""

    TYPE = 0x20
    offer: bytes
    stream: int
    files: int
    folders: int
    total: int
    top_level: int
    programs: int
    longest_path: int
    names: list[str]

    def __post_init__(self) -> None:
        _exactly(self.offer, limits.OFFER_ID, "offer")
        _stream(self.stream)
        _at_most(self.files, limits.ENTRIES_MAX, "files")
        _at_most(self.folders, limits.ENTRIES_MAX - self.files, "folders")
        _at_most(self.total, limits.FILE_SIZE_MAX, "total")
        _at_most(self.top_level, min(limits.TOP_NAMES_MAX, self.files + self.folders), "top level")
        _at_most(self.programs, self.files, "programs")
        _at_most(self.longest_path, limits.PATH_MAX, "longest path")
        _at_most(len(self.names), min(limits.NAMES_PER_MESSAGE, self.top_level), "names")
        if not self.names:
            raise ValueError("an offer of nothing")


class Names(Message, frozen=True):
    TYPE = 0x21
    stream: int
    names: list[str]

    def __post_init__(self) -> None:
        _stream(self.stream)
        _at_most(len(self.names), limits.NAMES_PER_MESSAGE, "names")
        if not self.names:
            raise ValueError("no names")


class Accept(Message, frozen=True):
    TYPE = 0x22
    stream: int

    def __post_init__(self) -> None:
        _stream(self.stream)


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
        _at_most(self.first, limits.ENTRIES_MAX - 1, "first")
        if not 0 < len(self.ends) <= limits.ENDS_PER_MESSAGE:
            raise ValueError("number of ends")
        for end in self.ends:
            _exactly(end.digest, limits.DIGEST if end.result is FileResult.OK else 0, "digest")
            if end.result > FileResult.UNREADABLE:
                raise ValueError("a result that only a receiver can have")


class End(Message, frozen=True):
    """All entries and bytes were sent; `digest` is over all of them (`manifest.ManifestDigest`)."""

    TYPE = 0x26
    stream: int
    digest: bytes

    def __post_init__(self) -> None:
        _stream(self.stream)
        _exactly(self.digest, limits.DIGEST, "digest")


class Failed(Message, frozen=True):
    """The receiver could not keep entry number `index`."""

    TYPE = 0x27
    stream: int
    index: int
    result: FileResult

    def __post_init__(self) -> None:
        _stream(self.stream)
        _at_most(self.index, limits.ENTRIES_MAX - 1, "index")
        if self.result is FileResult.OK:
            raise ValueError("a failure that is none")


class Done(Message, frozen=True):
    """Everything not reported as failed is under its final name and durable. Only this means delivered."""

    TYPE = 0x28
    stream: int
    digest: bytes

    def __post_init__(self) -> None:
        _stream(self.stream)
        _exactly(self.digest, limits.DIGEST, "digest")


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


def _stream(number: int) -> None:
    _at_most(number, 2**32 - 1, "stream number")


def _epoch(number: int) -> None:
    _at_most(number, 2**64 - 1, "epoch")


MESSAGES: Final[tuple[type[Message], ...]] = (
    Hello, Proofs, Commit, Nonce, Open, Confirm, Busy, Close,
    Heartbeat, Renew, Renewed, Switch, About, Remember, Rotate, Stored, Rotated,
    Offer, Names, Accept, Refuse, Entries, FileEnds, End, Failed, Done, Cancel, Cancelled, Full, Room,
)  # fmt: skip

_ROOM: Final = 1024  # for every message with a secret in it: a buffer that grows leaves copies behind

_encoder = msgspec.msgpack.Encoder()
_decoders: Final = {kind.TYPE: msgspec.msgpack.Decoder(kind) for kind in MESSAGES}


def encode(message: Message) -> bytearray:
    """The plaintext of a control record, the caller's to wipe. Raises LocalProtocolError where it would be too long."""
    plaintext = bytearray(_ROOM)
    plaintext[0] = message.TYPE
    _encoder.encode_into(message, plaintext, 1)
    if len(plaintext) > limits.CONTROL_MAX:
        raise LocalProtocolError(detail=f"{type(message).__name__} of {len(plaintext)} bytes")
    return plaintext


def decode(plaintext: bytes | bytearray | memoryview) -> Message:
    """The message in a control record. Raises RemoteProtocolError for anything that is not exactly one."""
    if len(plaintext) > limits.CONTROL_MAX:
        raise LimitExceeded(detail="control message")
    decoder = _decoders.get(plaintext[0]) if plaintext else None
    if decoder is None:
        raise RemoteProtocolError(detail="unknown type of record")
    try:
        message: Message = decoder.decode(plaintext[1:])
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise RemoteProtocolError(detail="malformed message") from error
    return message

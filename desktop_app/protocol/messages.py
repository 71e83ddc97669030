"""Every control message, typed. A record's first byte names the type, msgpack arrays carry the fields.

Arrays leave no room for unknown or duplicate fields; bounds that types cannot express are
checked in each message's `__post_init__`, so an illegal message does not exist.
"""

from enum import IntEnum
from typing import Final

import msgspec

from desktop_app.errors import LimitExceeded, LocalProtocolError, RemoteProtocolError
from desktop_app.protocol import limits
from desktop_app.protocol.message import Message, at_most, exactly
from desktop_app.protocol.sight import Look, Sight
from desktop_app.protocol.transfer_messages import (
    Accept,
    Cancel,
    Cancelled,
    Compare,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Full,
    GoOn,
    Names,
    Offer,
    Pace,
    Pause,
    Refusal,
    Refuse,
    Resume,
    Room,
    Same,
    Text,
)
from desktop_app.protocol.wiping import wipe

__all__ = [  # besides all that is below
    "Accept",
    "Cancel",
    "Cancelled",
    "Compare",
    "Digests",
    "Done",
    "End",
    "Entries",
    "Failed",
    "FileEnds",
    "Full",
    "GoOn",
    "Look",
    "Message",
    "Names",
    "Offer",
    "Pace",
    "Pause",
    "Refusal",
    "Refuse",
    "Resume",
    "Room",
    "Same",
    "Sight",
    "Text",
]

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


class Hello(Message, frozen=True):
    """First record of each side. `versions`: those of the protocol, and what this side understands besides.
    `ciphers`: what it can do, fastest first."""

    TYPE = 0x01
    versions: list[int]
    ciphers: list[str]

    def __post_init__(self) -> None:
        at_most(len(self.versions), limits.HELLO_VERSIONS, "versions")
        at_most(len(self.ciphers), limits.HELLO_CIPHERS, "ciphers")


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
            exactly(value, limits.PROOF, "proof")


class Commit(Message, frozen=True):
    TYPE = 0x03
    commitment: bytes
    name: str

    def __post_init__(self) -> None:
        exactly(self.commitment, limits.COMMITMENT, "commitment")
        at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")


class Nonce(Message, frozen=True):
    TYPE = 0x04
    nonce: bytearray
    name: str

    def __post_init__(self) -> None:
        exactly(self.nonce, limits.SAS_NONCE, "nonce")
        at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")

    def wipe(self) -> None:
        wipe(self.nonce)


class Open(Message, frozen=True):
    TYPE = 0x05
    nonce: bytearray

    def __post_init__(self) -> None:
        exactly(self.nonce, limits.SAS_NONCE, "nonce")

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
        exactly(self.e, limits.X25519_KEY, "e")
        exactly(self.ek, limits.KEM_KEY, "ek")


class Renewed(Message, frozen=True):
    TYPE = 0x12
    epoch: int
    e: bytes
    ct: bytes

    def __post_init__(self) -> None:
        _epoch(self.epoch)
        exactly(self.e, limits.X25519_KEY, "e")
        exactly(self.ct, limits.KEM_CIPHERTEXT, "ct")


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
        at_most(len(self.instance), limits.INSTANCE_MAX, "instance")
        at_most(len(self.name.encode()), limits.DEVICE_NAME, "name")


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
        at_most(self.number - 1, limits.ROTATIONS_MAX - 1, "number of rotations")


class Stored(Message, frozen=True):
    """The new secret is on the disk here, beside the old one."""

    TYPE = 0x17


class Rotated(Message, frozen=True):
    """The new secret has taken the place of the old one on the disk here."""

    TYPE = 0x18


def _epoch(number: int) -> None:
    at_most(number, 2**64 - 1, "epoch")


MESSAGES: Final[tuple[type[Message], ...]] = (
    Hello, Proofs, Commit, Nonce, Open, Confirm, Busy, Close,
    Heartbeat, Renew, Renewed, Switch, About, Remember, Rotate, Stored, Rotated, Look, Sight,
    Offer, Names, Accept, Refuse, Entries, FileEnds, End, Failed, Done, Cancel, Cancelled,
    Full, Room, Compare, Digests, Same, Pause, GoOn, Resume, Text, Pace,
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

"""One legal message of every type, and the bytes of messages that our own encoder would refuse to make."""

from typing import Final

import msgspec

from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind, FileEnd, FileResult
from desktop_app.protocol.messages import (
    About,
    Accept,
    Busy,
    Cancel,
    Cancelled,
    Close,
    CloseReason,
    Commit,
    Compare,
    Confirm,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Full,
    GoOn,
    Heartbeat,
    Hello,
    Look,
    Message,
    Names,
    Nonce,
    Offer,
    Open,
    Pace,
    Pause,
    Proofs,
    Refusal,
    Refuse,
    Remember,
    Renew,
    Renewed,
    Resume,
    Room,
    Rotate,
    Rotated,
    Same,
    Sight,
    Stored,
    Switch,
    Text,
)
from desktop_app.protocol.sight import Obstacle, Seen
from tests.support.top_names import a_file, a_folder

DIGEST: Final = b"d" * limits.DIGEST
ENTRY: Final = Entry("photos/summer.jpg", EntryKind.FILE, 1_000_000, 1_700_000_000_123_456_789, executable=False)

EXAMPLES: Final[tuple[Message, ...]] = (
    Hello([1], ["AES-256-GCM", "ChaCha20-Poly1305"]),
    Proofs([bytes((number,)) * limits.PROOF for number in range(16)], expecting=True),
    Commit(b"c" * limits.COMMITMENT, "Ben"),
    Nonce(bytearray(b"n" * limits.SAS_NONCE), "Anna"),
    Open(bytearray(b"n" * limits.SAS_NONCE)),
    Confirm(),
    Busy(),
    Close(CloseReason.NOT_NOW),
    Heartbeat(),
    Renew(2, b"e" * 32, b"k" * 1184),
    Renewed(2, b"e" * 32, b"t" * 1088),
    Switch(2),
    About("0123456789abcdef", "Anna"),
    Remember(),
    Rotate(7),
    Stored(),
    Rotated(),
    Look("0123456789abcdef"),
    Sight(hears=True, port=47471, seen=[Seen(Obstacle.FIREWALL_HEARING, 4), Seen(999, 0)]),
    Offer(b"o" * limits.OFFER_ID, 1, 2, 1, 1_000_000, 1, 0, 17, [a_folder("photos", 2, 1_000_000)]),
    Names(1, [a_file("note.txt", 17)]),
    Accept.from_the_start(1, compare=False),
    Refuse(1, Refusal.DECLINED),
    Entries(1, [ENTRY]),
    FileEnds(1, 0, [FileEnd(FileResult.OK, DIGEST)]),
    End(1, DIGEST),
    Failed(1, 0, FileResult.NO_SPACE),
    Done(1, DIGEST),
    Cancel(1, offered=True),
    Cancelled(1, offered=False),
    Full(1),
    Room(1),
    Compare(1, 0, [0]),
    Digests(1, [DIGEST, b""]),
    Same(1, [0]),
    Pause(1, offered=True),
    GoOn(1, offered=False),
    Resume(1, 0),
    Text(1, "Grüße,\n\tAnna"),
    Pace(1, offered=True, span=1_000_000, disk=300_000, line=600_000),
)


def raw(kind: type[Message], *fields: object) -> bytes:
    """A control message with any fields whatever."""
    return bytes((kind.TYPE,)) + msgspec.msgpack.encode(fields)


def with_field(message: Message, field: str, value: object) -> bytes:
    """`message` with one field replaced, legal or not."""
    kind = type(message)
    return raw(kind, *(value if name == field else getattr(message, name) for name in kind.__struct_fields__))

"""What the faces are shown, each of it frozen: devices, sessions, transfers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import NewType, Protocol

from desktop_app.errors import AppError

DeviceId = NewType("DeviceId", str)
SessionId = NewType("SessionId", int)
TransferId = NewType("TransferId", int)
RecordId = NewType("RecordId", str)
HistoryId = NewType("HistoryId", str)


@dataclass(frozen=True, slots=True)
class AlwaysAccept:
    """What comes from a remembered device is accepted without asking, as long as it is not too much for one day."""

    folder: Path
    most: int  # bytes in 24 hours


@dataclass(frozen=True, slots=True)
class RememberedDevice:
    """A device that people verified once and wanted remembered. Times are seconds since 1970, for display only."""

    id: RecordId
    name: str  # the local person's name for it, unique among them
    compared_at: float  # when two people compared its code
    used_at: float
    expires_at: float
    met_at: tuple[str, ...] = ()  # addresses at which it was met, with their ports, the newest first
    always: AlwaysAccept | None = None  # None: the person is asked


@dataclass(frozen=True, slots=True)
class Device:
    """One computer that can be sent to. Verified only while `session` is not None."""

    id: DeviceId
    name: str  # what it calls itself on the network, or in a session that is verified how it is known here
    platform: str  # "linux", "windows", "macos" or ""
    addresses: tuple[str, ...]  # as a person would type them, scope kept: "192.0.2.7", "fe80::1%eth0"
    port: int
    session: SessionId | None = None
    stale: bool = False  # missed one probe: shown grey, dropped at the next miss
    remembered: RememberedDevice | None = None  # which one it *probably* is; proven only while `session` is not None
    away: bool = False  # remembered and not seen: it can only be tried where it was met, when the person says so

    @property
    def record(self) -> RecordId | None:
        """Which remembered device it probably is."""
        return None if self.remembered is None else self.remembered.id

    @property
    def known_as(self) -> str:
        """A recognised one has its remembered name alone: it is asked to prove that one, and may call itself
        anything."""
        return self.name if self.remembered is None else self.remembered.name


class Method(Enum):
    """How a session was authenticated."""

    CODE = "code compared"
    RECORD = "remembered"
    INVITATION = "by invitation"
    CONTINUATION = "continued"


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What a curious person may see of a session; no key, nothing derived from one."""

    id: SessionId
    peer: str  # how it is known here: the remembered name, or what it called itself
    address: str
    initiator: bool
    method: Method
    connected_at: float  # seconds since 1970, for display only, as all times here
    verified_at: float
    compared_at: float  # when people compared the code that all trust in this session goes back to
    agreement: str  # "X25519 + ML-KEM-768"
    cipher: str  # "AES-256-GCM" or "ChaCha20-Poly1305"
    epoch: int  # 1 from verification on, one more with each renewal
    renewals: int
    renewed_at: float | None
    bytes_sealed: int
    bytes_opened: int
    remembered: RecordId | None = None
    device: DeviceId | None = None  # which of those nearby it says that it is
    calls_itself: str = ""  # what the other computer says its name is now
    own_name: str = ""  # what this one told it
    keys_destroyed_at: float | None = None  # the session is over
    confined_by: str = ""  # what in this system keeps received names in their folder, beside our own rules: "Landlock"

    @property
    def over(self) -> bool:
        return self.keys_destroyed_at is not None

    @property
    def proved(self) -> RecordId | None:
        """Which remembered device the other side proved to be, now or before the connection was cut: what it may do
        without a question hangs on that."""
        return self.remembered if self.method in {Method.RECORD, Method.CONTINUATION} else None


@dataclass(frozen=True, slots=True)
class Invited:
    """What one person gives to another, by a way that both trust."""

    text: str
    seconds: float  # for which it can be used, once


class Direction(Enum):
    SENDING = "sending"
    RECEIVING = "receiving"


class State(Enum):
    """Where a transfer stands. The ones from DELIVERED on are final."""

    PREPARING = "preparing"  # reading what was selected
    CONNECTING = "connecting"
    COMPARING = "comparing"
    ASKING = "asking"  # the receiving person has not answered yet
    MOVING = "moving"
    FINISHING = "finishing"  # all bytes sent, the other side is making them durable
    DELIVERED = "delivered"
    PARTLY = "partly delivered"
    DECLINED = "declined"
    CANCELLED = "cancelled"
    FAILED = "failed"

    @property
    def final(self) -> bool:
        return self in _FINAL

    @property
    def may_be_tried_again(self) -> bool:
        """As a whole."""
        return self in {State.FAILED, State.DECLINED}


_FINAL = frozenset({State.DELIVERED, State.PARTLY, State.DECLINED, State.CANCELLED, State.FAILED})


@dataclass(frozen=True, slots=True)
class FileFailure:
    """One file that did not arrive, or was left out, and why."""

    path: str
    error: AppError


class Kind(Enum):
    """What a transfer is made of."""

    FILES = "files"
    TEXT = "text"


class Item(Protocol):
    """What is at the top under one name: a folder with all its files, or one file."""

    @property
    def name(self) -> str: ...
    @property
    def is_folder(self) -> bool: ...
    @property
    def files(self) -> int: ...
    @property
    def size(self) -> int: ...  # bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What a transfer is made of, as far as a person wants to know before and while it runs."""

    names: Sequence[str]  # top level
    files: int
    folders: int
    total: int  # bytes
    programs: int = 0  # files that could run
    kind: Kind = Kind.FILES
    characters: int = 0  # of a text, which is kept nowhere itself
    items: Sequence[Item] = ()  # of all the names, once that is known


@dataclass(frozen=True, slots=True)
class Transfer:
    """A row under Transfers, whole: each change comes as a new one."""

    id: TransferId
    direction: Direction
    peer: str
    state: State
    contents: Contents
    session: SessionId | None = None
    into: Path | None = None  # receiving: the folder it goes to
    unasked: bool = False  # receiving: accepted because the person said so beforehand
    saved: tuple[Path, ...] = ()  # receiving: final top-level paths
    left_out: tuple[FileFailure, ...] = ()  # links, special files, refused names: never sent
    failures: tuple[FileFailure, ...] = ()
    again: bool = False  # sending: it failed or was declined, and it is known what to send once more
    were_there: int = 0  # files that the receiver had already, with the same content: not sent, not written again
    error: AppError | None = None
    paused: AppError | None = None  # why nothing moves now; it goes on by itself. None once it is over
    changed_at: float = 0.0  # seconds since 1970, for display only

    @property
    def waits(self) -> bool:
        """It was interrupted, and no session has it now."""
        return self.paused is not None and self.session is None and not self.state.final

    @property
    def received(self) -> tuple[Path, ...]:
        """What it has brought to this computer, where that was saved."""
        return self.saved if self.direction is Direction.RECEIVING else ()

    @property
    def can_open(self) -> bool:
        """Whether one click may open it: a single thing, and no program."""
        return len(self.received) == 1 and not self.contents.programs


@dataclass(frozen=True, slots=True)
class PastTransfer:
    """A transfer in the history. Of long lists only the first are kept; the numbers beside them are right."""

    id: HistoryId
    transfer: Transfer  # as it ended; its number is 0 where it is of another run of the program
    method: Method | None  # how the session was authenticated; None where there was none
    remembered: RecordId | None
    started_at: float  # seconds since 1970, for display only; `transfer.changed_at` is the end
    top_level: int  # names in all
    failed: int
    left_out: int
    has_receipt: bool
    can_retry: bool = False  # sent, and it is known where all that did not arrive is on this computer


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Part of the history, the newest first. `more`: there are older ones, to be asked for before the last of these."""

    transfers: tuple[PastTransfer, ...]
    more: bool


class Limit(Enum):
    """What a transfer would have to have more of to be faster."""

    THIS_DISK = "this disk"
    THEIR_DISK = "their disk"
    NETWORK = "the network"
    THIS_COMPUTER = "this computer"
    THEIR_COMPUTER = "their computer"


@dataclass(frozen=True, slots=True)
class Progress:
    """A snapshot; `rate` in bytes per second, smoothed."""

    bytes_done: int
    bytes_total: int
    files_done: int
    files_total: int
    rate: float
    seconds_left: float | None
    limited_by: Limit | None = None  # as both computers find; None while that is not known


@dataclass(frozen=True, slots=True)
class Said:
    """An error as it was worded where it happened, for whoever cannot be given the error itself."""

    code: str
    sentence: str
    advice: str


@dataclass(frozen=True, slots=True)
class TransferFacts:
    """A transfer of a run of the program, as its person's other programs may see it."""

    id: TransferId
    direction: Direction
    peer: str
    state: State
    contents: Contents  # with its first names alone
    top_level: int  # names in all
    progress: Progress | None  # while it moves
    failed: int
    paused: Said | None  # why nothing moves now
    error: Said | None
    can_pause: bool
    can_resume: bool  # the person here paused it, or it was interrupted
    can_retry: bool  # all or some of what was sent failed

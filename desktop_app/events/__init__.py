"""What the engine tells its faces: frozen facts, safe to hand from any thread to any other.

State changes are events; progress is not, it is pulled with `Engine.progress`.
Names in here came from a peer unless said otherwise: bounded and free of control
characters, but still to be shown as plain text only.
"""

from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.errors import AppError
from desktop_app.events.facts import (
    AlwaysAccept,
    Contents,
    Device,
    DeviceId,
    Direction,
    FileFailure,
    HistoryId,
    HistoryPage,
    Invited,
    Item,
    Kind,
    Limit,
    Method,
    PastTransfer,
    Progress,
    RecordId,
    RememberedDevice,
    Said,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferFacts,
    TransferId,
)

__all__ = [
    "AlwaysAccept",
    "CodeReady",
    "ComparisonOver",
    "Contents",
    "Device",
    "DeviceChanged",
    "DeviceGone",
    "DeviceId",
    "Direction",
    "Event",
    "FileFailure",
    "HistoryChanged",
    "HistoryId",
    "HistoryPage",
    "Invited",
    "Item",
    "Kind",
    "Limit",
    "Listening",
    "Method",
    "OfferReceived",
    "PastTransfer",
    "Progress",
    "Recognised",
    "RecordId",
    "Remembered",
    "RememberedChanged",
    "RememberedDevice",
    "Restored",
    "Said",
    "SessionEnded",
    "SessionFacts",
    "SessionId",
    "SettingsChanged",
    "State",
    "TextReceived",
    "Transfer",
    "TransferChanged",
    "TransferFacts",
    "TransferId",
    "Trouble",
    "TroubleOver",
    "Unproven",
    "Verified",
]


@dataclass(frozen=True, slots=True)
class Event:
    """Base of all events."""


@dataclass(frozen=True, slots=True)
class Listening(Event):
    """Ready to be found; `wanted` differs from `port` where that one was taken."""

    port: int
    wanted: int


@dataclass(frozen=True, slots=True)
class SettingsChanged(Event):
    """`Engine.settings` are others now."""


@dataclass(frozen=True, slots=True)
class Trouble(Event):
    """Something about this computer, not about one transfer: no network, port in use."""

    error: AppError


@dataclass(frozen=True, slots=True)
class TroubleOver(Event):
    """What was told like that of the network is so no more."""

    error: AppError


@dataclass(frozen=True, slots=True)
class DeviceChanged(Event):
    """New, or anything about it changed; `device.id` stays."""

    device: Device


@dataclass(frozen=True, slots=True)
class DeviceGone(Event):
    id: DeviceId


@dataclass(frozen=True, slots=True)
class CodeReady(Event):
    """Show this code and ask the person. Answer with `Engine.answer_code`."""

    session: SessionId
    peer: str  # what the other computer calls itself: not verified
    address: str
    digits: str  # eight ASCII digits in two groups: "4821 0973"
    words: tuple[str, str, str]
    incoming: bool
    doubted: str = (
        ""  # the remembered device that this one goes by the name of, or was called as, and did not prove to be
    )


@dataclass(frozen=True, slots=True)
class Verified(Event):
    """Both people confirmed, or both sides proved what people confirmed before.

    With method CODE the person may have the device remembered: `Engine.remember`.
    """

    session: SessionId
    peer: str
    method: Method
    compared_at: float  # seconds since 1970: when people compared


@dataclass(frozen=True, slots=True)
class Recognised(Event):
    """Somebody else than was asked for proved to be this remembered device, or a session that had been cut.

    What was to be sent to `called` waits. Answer with `Engine.go_on` or `Engine.end_session`.
    """

    session: SessionId
    peer: str
    called: str  # the name or address that was asked for
    compared_at: float


@dataclass(frozen=True, slots=True)
class Unproven(Event):
    """A remembered device was called, and whoever answered did not prove to be it. The session is over.

    What was to be sent waits. Answer with `Engine.compare_anew` or `Engine.give_up`.
    """

    session: SessionId
    peer: str  # the remembered name
    address: str
    error: AppError


@dataclass(frozen=True, slots=True)
class Remembered(Event):
    """The device of this session is remembered from now on, under this name."""

    session: SessionId
    device: RememberedDevice


@dataclass(frozen=True, slots=True)
class RememberedChanged(Event):
    """All remembered devices as they are now, the most recently used first."""

    devices: tuple[RememberedDevice, ...]


@dataclass(frozen=True, slots=True)
class ComparisonOver(Event):
    """The comparison ended without verification. `counted`: a red notice is due and blocks
    further incoming comparisons until `Engine.dismiss_failure`."""

    session: SessionId
    peer: str
    error: AppError
    counted: bool


@dataclass(frozen=True, slots=True)
class SessionEnded(Event):
    """A verified session is over and its keys are gone. `error` is None where it was closed in order."""

    session: SessionId
    peer: str
    error: AppError | None


@dataclass(frozen=True, slots=True)
class OfferReceived(Event):
    """Ask the person. Answer with `Engine.accept` or `Engine.decline`."""

    transfer: Transfer
    free: int  # bytes free where it would be saved, reserve taken off
    into: Path
    existing: tuple[str, ...]  # top-level names that are there already: kept, the new ones get "name (2)"
    problem: AppError | None  # why it cannot be accepted into that folder
    warnings: tuple[AppError, ...] = ()  # what of it that folder's disk cannot hold: accepted, it would be left out
    continues: int | None = (
        None  # it was interrupted, and so many bytes are in that folder already: only the rest comes
    )
    asked_because: AppError | None = None  # why, where the device is always accepted


@dataclass(frozen=True, slots=True)
class TextReceived(Event):
    """A text for the person. Once it is before them, or kept for them: `Engine.take_text`, which tells the sender
    that it was delivered; or `Engine.decline`. It is to be shown as plain text, and nothing in it obeyed."""

    transfer: Transfer
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TransferChanged(Event):
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class Restored(Event):
    """What an earlier run has left unfinished is among the transfers now."""


@dataclass(frozen=True, slots=True)
class HistoryChanged(Event):
    """A transfer was added to the history, or some were removed from it."""

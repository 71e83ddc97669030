"""What a person's other programs may see of a transfer, and do with it: as the window has it on its row."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.engine.past_rows import text
from desktop_app.errors import (
    AppError,
    Interrupted,
    NoAnswer,
    PausedHere,
    PeerUnreachable,
    RefusedThere,
    StorageError,
    WaitsForSender,
)
from desktop_app.events import (
    Device,
    DeviceId,
    Direction,
    Progress,
    RecordId,
    Said,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferFacts,
)

_NAMES: Final = 5
_UNTIL_THEN: Final = (Interrupted, PeerUnreachable, RefusedThere, NoAnswer)  # why what was interrupted waited


def facts_of(transfer: Transfer, progress: Progress | None) -> TransferFacts:
    names = transfer.contents.names
    return TransferFacts(
        id=transfer.id,
        direction=transfer.direction,
        peer=transfer.peer,
        state=transfer.state,
        contents=replace(transfer.contents, names=tuple(map(text, names[:_NAMES])), items=()),
        top_level=len(names),
        progress=progress if transfer.state is State.MOVING else None,
        failed=len(transfer.failures),
        paused=_said(transfer.paused),
        error=_said(transfer.error),
        can_pause=moves(transfer) and not paused_here(transfer),
        can_resume=can_continue(transfer) or (moves(transfer) and paused_here(transfer)),
        can_retry=can_retry(transfer),
    )


def moves(transfer: Transfer) -> bool:
    """Whether a session moves it, or would if nobody had paused it."""
    return transfer.state is State.MOVING and not transfer.waits


def goes_on(transfer: Transfer) -> bool:
    """Whether it was interrupted, and a session is about to go on with it: that one is dialled or verified, its person
    is asked, or both look through what they have."""
    return transfer.session is not None and isinstance(transfer.paused, _UNTIL_THEN)


def paused_here(transfer: Transfer) -> bool:
    return isinstance(transfer.paused, PausedHere)


def can_continue(transfer: Transfer) -> bool:
    """Whether it was interrupted, and waits for the person here, or for a peer that can be called."""
    by_itself = WaitsForSender if transfer.direction is Direction.SENDING else WaitsForSender | StorageError
    return transfer.waits and not isinstance(transfer.paused, by_itself)


def can_retry(transfer: Transfer) -> bool:
    """Whether there is something that was sent and failed."""
    some = transfer.state is State.PARTLY and transfer.direction is Direction.SENDING and bool(transfer.failures)
    return some or transfer.again


def whom(
    transfer: Transfer,
    facts: Callable[[SessionId], SessionFacts | None],
    devices: Sequence[Device],
    remembered: RecordId | None = None,
) -> DeviceId | None:
    """The device that it went to, where it is clear which of these that is. `facts`: of the session that had it;
    `remembered`: as which the history knows it."""
    session = None if transfer.session is None else facts(transfer.session)
    if remembered is None and session is not None:
        remembered = session.remembered
    for device in devices:
        same_session = transfer.session is not None and device.session == transfer.session
        if same_session or (remembered is not None and device.record == remembered):
            return device.id
    return None


def _said(error: AppError | None) -> Said | None:
    return None if error is None else Said(error.code, text(str(error)), text(error.next_step))

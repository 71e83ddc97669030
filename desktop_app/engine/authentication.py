"""Until a session is verified: how long this side waits for what, what it decides when nothing was proven, and who
the peer is then."""

import time
from typing import Protocol

from desktop_app.engine import sleepless
from desktop_app.engine.comparisons import Comparisons
from desktop_app.engine.house import House
from desktop_app.engine.identity import Identity
from desktop_app.engine.keeper import Keeper
from desktop_app.errors import AppError, ComparisonBusy, NotProven, PeerBusy, SeveralRecords
from desktop_app.events import Method, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Busy, Close, CloseReason, Message
from desktop_app.protocol.session import Session, State
from desktop_app.transport.origin import Origin

Leaving = tuple[AppError, Message]  # why this side ends the session, and its last message


class Screen(Protocol):
    """Where a code could be shown."""

    house: House
    comparisons: Comparisons


def deadline(session: Session, started_at: float, code_at: float) -> float:
    """When the next record has to be here, monotonic like its arguments."""
    match session.state:
        case State.HELLO | State.PROOFS:
            return started_at + limits.UNTIL_PROOFS
        case State.COMMIT | State.DECISION | State.UNPROVEN:
            return time.monotonic() + limits.UNTIL_COMMIT
        case State.NONCE:
            return time.monotonic() + limits.UNTIL_NONCE
        case State.OPEN:
            return time.monotonic() + limits.UNTIL_OPEN
        case _:
            return code_at + limits.COMPARISON


def decide(session: Session, number: SessionId, caller: Origin | None, screen: Screen) -> Leaving | None:
    """After PROOFS: None where the session goes on, and a responder has to commit to its nonce if it waits for that.

    A code comes up only where a person can see it and no other one is up.
    """
    if session.state is State.UNPROVEN:
        return SeveralRecords() if session.ambiguous else NotProven(), Close(CloseReason.NOT_PROVEN)
    if session.state is not State.DECISION:
        return None
    if not screen.house.may_compare():
        return PeerBusy(), Close(CloseReason.NOT_VISIBLE)
    if not screen.comparisons.begin_incoming(number, caller.computer if caller else "", time.monotonic()):
        return ComparisonBusy(), Busy()
    return None


def identify(session: Session, keeper: Keeper, verified_at: float) -> Identity:
    """Who the peer is, once that is proven or confirmed; `verified_at` in seconds since 1970.

    Raises NotProven where what it proved was forgotten or used up a moment ago.
    """
    if session.stands_for is None:
        return Identity(session.peer_name, Method.CODE, verified_at, sleepless.now(), compared=True)
    identity = keeper.identify(session.proven, session.stands_for)
    if identity is None:
        raise NotProven
    return identity

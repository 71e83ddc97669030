"""Texts: one message each, shown there and taken or not. In memory alone, on either side; no disk, no receipt.

They have numbers among the offers of their side, and wait in no queue of file bytes.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from blake3 import blake3

from desktop_app.errors import (
    AppError,
    Cancelled,
    Declined,
    NoText,
    NotText,
    PeerCancelled,
    RemoteProtocolError,
    TextDeclined,
    TextNotTaken,
    TextTooLong,
    TooManyTextsThere,
    UnexpectedMessage,
)
from desktop_app.events import Contents, Direction, Kind, SessionId, State, TextReceived, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Done, Message, Refusal, Refuse, Text
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.status import Status

_REFUSALS: Final[Mapping[Refusal, type[AppError]]] = {
    Refusal.DECLINED: TextDeclined,
    Refusal.NO_ANSWER: TextNotTaken,
    Refusal.TOO_MANY: TooManyTextsThere,
}


def contents_of(text: str) -> Contents:
    """Raises TextUnusable for what cannot be sent."""
    try:
        size = len(text.encode())
    except UnicodeEncodeError as error:
        raise NotText from error
    if not text:
        raise NoText
    if size > limits.TEXT_MAX:
        raise TextTooLong
    return Contents((), files=0, folders=0, total=size, kind=Kind.TEXT, characters=len(text))


class OutgoingText:
    """One text of a verified session that the peer has not taken yet."""

    def __init__(self, stream: int, text: str, status: Status) -> None:
        self.stream: Final = stream
        self.status: Final = status
        self.message: Final = Text(stream, text)

    def on_refuse(self, refuse: Refuse) -> None:
        """Raises UnexpectedMessage for a reason that no text has."""
        if (kind := _REFUSALS.get(refuse.reason)) is None:
            raise UnexpectedMessage(detail="a text refused as if it were files")
        self.status.end(kind())

    def check_done(self, done: Done) -> None:
        """Raises RemoteProtocolError where something else was taken."""
        if done.digest != _digest(self.message.text):
            raise RemoteProtocolError(detail="DONE for another text")


class Owner(Protocol):
    """What texts need of the engine."""

    def next_transfer_id(self) -> TransferId: ...

    def new_status(self, transfer: Transfer) -> Status: ...

    def text_received(self, event: TextReceived) -> None: ...


@dataclass(frozen=True, slots=True)
class _Waiting:
    message: Text
    status: Status
    came_at: float  # monotonic


class IncomingTexts:
    """The texts of one session that nobody here has taken yet. The reader brings them, any thread may answer."""

    def __init__(self, session: SessionId, outbox: Outbox, owner: Owner, *, peer: str) -> None:
        self._session, self._outbox, self._owner, self._peer = session, outbox, owner, peer
        self._lock = threading.Lock()  # an answer of ours and a CANCEL of the peer's may meet: one goes first
        self._waiting: dict[int, _Waiting] = {}

    def known_as(self, peer: str) -> None:
        """How the other side is called from now on."""
        self._peer = peer

    @property
    def idle(self) -> bool:
        return not self._waiting

    def on_text(self, message: Text) -> None:
        """Before the person, unless too many are already."""
        if len(self._waiting) >= limits.TEXTS_WAITING:
            self._outbox.put(Refuse(message.stream, Refusal.TOO_MANY))
            return
        transfer = Transfer(
            id=self._owner.next_transfer_id(),
            direction=Direction.RECEIVING,
            peer=self._peer,
            state=State.ASKING,
            contents=contents_of(message.text),
            session=self._session,
        )
        status = self._owner.new_status(transfer)
        with self._lock:
            self._waiting[message.stream] = _Waiting(message, status, time.monotonic())
        self._owner.text_received(TextReceived(status.transfer, message.text))

    def take(self, transfer: TransferId) -> None:
        """It is before the person here."""
        waiting = self._answer(transfer, lambda message: Done(message.stream, _digest(message.text)))
        if waiting is not None:
            waiting.status.delivered()

    def decline(self, transfer: TransferId, error: AppError | None = None) -> bool:
        """Nobody here wants it. False where it is none of these."""
        return self._refuse(transfer, Refusal.DECLINED, error or Declined(peer="You"))

    def cancel(self, status: Status) -> bool:
        """Likewise."""
        return self.decline(status.transfer.id, Cancelled())

    def taken_back(self, stream: int) -> None:
        """The peer cancels it, and nothing more may be said of it."""
        with self._lock:
            waiting = self._waiting.pop(stream, None)
        if waiting is not None:
            waiting.status.end(PeerCancelled())

    def tick(self, now: float) -> None:
        with self._lock:
            overdue = [each for each in self._waiting.values() if now - each.came_at > limits.ANSWER]
        for each in overdue:
            self._refuse(each.status.transfer.id, Refusal.NO_ANSWER, TextNotTaken(peer="this computer"))

    def interrupted(self, error: AppError) -> None:
        with self._lock:
            left, self._waiting = list(self._waiting.values()), {}
        for each in left:
            each.status.end(error)

    def _refuse(self, transfer: TransferId, reason: Refusal, error: AppError) -> bool:
        waiting = self._answer(transfer, lambda message: Refuse(message.stream, reason))
        if waiting is not None:
            waiting.status.end(error)
        return waiting is not None

    def _answer(self, transfer: TransferId, answer: Callable[[Text], Message]) -> _Waiting | None:
        """Say so, unless it was answered or taken back already."""
        with self._lock:
            found = next((each for each in self._waiting.values() if each.status.transfer.id == transfer), None)
            if found is not None:
                del self._waiting[found.message.stream]
                self._outbox.put(answer(found.message))
        return found


def _digest(text: str) -> bytes:
    return blake3(text.encode()).digest()

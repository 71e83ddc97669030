"""All transfers of one verified session: what the person wants of them, and what the peer says of them.

It exists only for a `VerifiedSession`. Two threads call it, the session's reader and writer; the
reader owns what arrives, the writer runs the person's commands. Stream numbers are chosen by
the offering side, so the two directions are two spaces.
"""

import threading
from pathlib import Path
from typing import Final, Protocol

from desktop_app.errors import AppError, Cancelled, LimitExceeded, UnexpectedMessage
from desktop_app.events import SessionId, State, TransferId
from desktop_app.protocol.messages import (
    Accept,
    Cancel,
    Compare,
    Digests,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Full,
    GoOn,
    Message,
    Names,
    Offer,
    Pace,
    Pause,
    Refuse,
    Resume,
    Room,
    Same,
    Text,
)
from desktop_app.protocol.messages import Cancelled as CancelledMessage
from desktop_app.protocol.session import VerifiedSession
from desktop_app.storage.existing import Existing
from desktop_app.storage.selection import Selection
from desktop_app.transfer import texts
from desktop_app.transfer.incoming import Incoming
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.outgoing import Outgoing
from desktop_app.transfer.owner import Owner as FilesOwner
from desktop_app.transfer.status import Status
from desktop_app.transfer.texts import IncomingTexts

_LAST_WORD: Final = 0.7  # seconds for the peer to say that it was faster than a CANCEL
_ANSWERS_WAITING: Final = 65_536  # messages to a peer that asks and asks but does not read


class Owner(FilesOwner, texts.Owner, Protocol):
    """What all transfers of a session need of the engine."""


class Line(Protocol):
    """What the records go over. Seconds that its threads have waited for it so far."""

    def waited_to_send(self) -> float: ...

    def waited_to_receive(self) -> float: ...


class Exchange:
    """The transfers of one verified session, both directions."""

    def __init__(
        self,
        verified: VerifiedSession,
        session: SessionId,
        outbox: Outbox,
        room: memoryview,
        owner: Owner,
        line: Line,
        *,
        peer: str,
    ) -> None:
        """`room`: where the writer wants the bytes of the next data record. `peer`: how the other side is called."""
        self._verified, self._outbox = verified, outbox
        self._outgoing = Outgoing(session, outbox, room, owner, line.waited_to_send, peer=peer)
        self._incoming = Incoming(session, outbox, owner, line.waited_to_receive, peer=peer)
        self._texts = IncomingTexts(session, outbox, owner, peer=peer)

    @property
    def idle(self) -> bool:
        return self._outgoing.idle and self._incoming.idle and self._texts.idle

    def known_as(self, peer: str) -> None:
        """How the other side is called from now on."""
        for each in (self._outgoing, self._incoming, self._texts):
            each.known_as(peer)

    # --- commands of the person ---------------------------------------------------------------------

    def cancel(self, status: Status) -> None:
        """Give a transfer up, whichever direction and state it is in; one that was not offered yet never will be.

        From any thread, and the row ends at once: the writer may be waiting for a disk or for the peer.
        """
        if not self._incoming.cancel(status) and not self._texts.cancel(status):
            self._outgoing.note_told(status)
            status.given_up = True
            status.end(Cancelled(), unless=State.FINISHING)
            if not status.over:  # delivered, perhaps: then that is what both sides say
                threading.Timer(_LAST_WORD, status.end, [Cancelled()]).start()
            self._outbox.put(lambda: self._outgoing.cancelled(status))

    # --- the same, run by the writer ---------------------------------------------------

    def send(self, what: Selection | str, status: Status) -> None:
        """Files, or a text."""
        if isinstance(what, str):
            self._outgoing.send_text(what, status)
        else:
            self._outgoing.send(what, status)

    def take_back(self, kept: Kept) -> None:
        """An offer of an earlier session that was given up."""
        self._outgoing.take_back(kept)

    def accept(self, transfer: TransferId, into: Path | None, existing: Existing, *, unasked: bool = False) -> None:
        self._incoming.accept(transfer, into, existing, unasked=unasked)

    def consider(self, transfer: TransferId, into: Path) -> None:
        self._incoming.consider(transfer, into)

    def decline(self, transfer: TransferId, because: AppError | None = None) -> None:
        """`because`: why it cannot be accepted, where it is nobody who says no."""
        if not self._texts.decline(transfer):
            self._incoming.decline(transfer, because)

    def take_text(self, transfer: TransferId) -> None:
        self._texts.take(transfer)

    def tell_pause(self, status: Status) -> None:
        """The person lets it wait, or does no longer."""
        status.note_pause()
        self._outgoing.tell_pause(status)
        self._incoming.tell_pause(status)

    def tick(self, now: float) -> None:
        """Clocks that no message moves. Raises LimitExceeded where the peer ignores a CANCEL."""
        self._incoming.tick(now)
        self._texts.tick(now)
        self._outgoing.tick(now)

    # --- what the peer says, called by the reader -----------------------------------------------------

    def receive(self, message: Message) -> None:
        """Raises RemoteProtocolError where the message has no place here."""
        if self._outbox.waiting > _ANSWERS_WAITING:
            raise LimitExceeded(detail="answers that are not taken")
        if self._outgoing.passes_over(message):
            return
        match message:
            case Offer():
                self._incoming.on_offer(message)
            case Names():
                self._incoming.on_names(message)
            case Resume() | Entries() | Digests() | FileEnds() | End():
                self._incoming.on_content(message)
            case Accept():
                self._outgoing.on_accept(message)
            case Refuse():
                self._outgoing.on_refuse(message)
            case Failed():
                self._outgoing.on_failed(message)
            case Compare() | Same():
                self._outgoing.on_comparison(message)
            case Full():
                self._outgoing.on_full(message)
            case Room():
                self._outgoing.on_room(message)
            case Pause() | GoOn():
                (self._incoming if message.offered else self._outgoing).on_pause(message)
            case Pace():
                (self._incoming if message.offered else self._outgoing).on_pace(message)
            case Done():
                self._outgoing.on_done(message)
            case Text():
                self._incoming.count(message.stream)
                self._texts.on_text(message)
            case Cancel():
                if message.offered:
                    self._texts.taken_back(message.stream)
                (self._incoming if message.offered else self._outgoing).on_cancel(message)
            case CancelledMessage():
                (self._incoming if message.offered else self._outgoing).on_cancelled(message.stream)
            case _:
                raise UnexpectedMessage(detail=type(message).__name__)

    def receive_data(self, stream: int, data: memoryview) -> None:
        """File bytes. Raises RemoteProtocolError."""
        self._incoming.on_data(stream, data)

    def interrupted(self, error: AppError) -> None:
        """The session is over: whatever is not finished has failed. Called once, when both threads are done."""
        self._outgoing.interrupted(error)
        self._incoming.interrupted(error)
        self._texts.interrupted(error)

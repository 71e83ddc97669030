"""All transfers of one verified session: who offers what, who answers, what is given up.

It exists only for a `VerifiedSession`. Two threads call it, the session's reader and writer; the
reader owns what arrives, the writer runs the person's commands. Stream numbers are chosen by
the offering side, so the two directions are two spaces.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from desktop_app.errors import (
    AppError,
    Cancelled,
    Declined,
    LimitExceeded,
    NameCollision,
    NoAnswer,
    NotEnoughSpace,
    PeerCancelled,
    Size,
    StorageError,
    TooManyOffersThere,
    TooManyTransfers,
    UnexpectedMessage,
    UnsafeName,
)
from desktop_app.events import Contents, Direction, OfferReceived, SessionId, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import (
    Accept,
    Cancel,
    Done,
    End,
    Entries,
    Failed,
    FileEnds,
    Message,
    Names,
    Offer,
    Refusal,
    Refuse,
)
from desktop_app.protocol.messages import Cancelled as CancelledMessage
from desktop_app.protocol.session import VerifiedSession
from desktop_app.storage.destination import Destination, Survey, check_top_names, survey
from desktop_app.storage.selection import Selection
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.receiver import Receiver
from desktop_app.transfer.sender import Sender
from desktop_app.transfer.status import Status

_ANSWER_GRACE: Final = 15.0  # the receiver's own clock decides; this is for one that never does
_ANSWERS_WAITING: Final = 65_536  # messages to a peer that asks and asks but does not read


class Owner(Protocol):
    """What an exchange needs of the engine."""

    def new_status(self, transfer: Transfer) -> Status: ...

    def next_transfer_id(self) -> TransferId: ...

    def offer_received(self, event: OfferReceived, status: Status) -> None: ...

    def save_folder(self) -> Path: ...


class Exchange:
    """The transfers of one verified session."""

    def __init__(
        self,
        verified: VerifiedSession,
        session: SessionId,
        outbox: Outbox,
        room: memoryview,
        owner: Owner,
        *,
        peer: str,
    ) -> None:
        """`room`: where the writer wants the bytes of the next data record. `peer`: how the other side is called."""
        self._verified, self._session, self._outbox, self._room, self._owner = verified, session, outbox, room, owner
        self._peer = peer
        self._lock = threading.Lock()  # an answer of ours and a CANCEL of the peer's may meet: one goes first
        self._next_stream = 0
        self._last_offered = -1  # by the peer
        self._sending: dict[int, Sender] = {}
        self._offered_at: dict[int, float] = {}
        self._unsafe_offers = 0
        self._unanswered_cancels: set[tuple[int, bool]] = set()  # stream, whether we offered it
        self._receiving: dict[int, Receiver] = {}

    @property
    def idle(self) -> bool:
        return not self._sending and not self._receiving

    # --- commands of the person, run by the writer ---------------------------------------------------

    def send(self, selection: Selection, status: Status) -> None:
        """Offer a selection to the peer, unless as many offers wait there as it would take, or it was given up."""
        if status.over:
            return
        if len(self._offered_at) >= limits.OPEN_OFFERS:
            status.end(TooManyOffersThere())
            return
        sender = Sender(self._next_stream, selection, status)
        self._next_stream += 1
        self._sending[sender.stream] = sender
        self._offered_at[sender.stream] = time.monotonic()
        status.become(State.ASKING, peer=self._peer, session=self._session)
        self._outbox.put(*sender.offer())

    def accept(self, transfer: TransferId, into: Path) -> None:
        """The person said yes. Where the disk says no, the offer is shown again with the reason."""
        receiver = self._offered(transfer)
        if receiver is None:
            return
        if sum(each.accepted for each in list(self._receiving.values())) >= limits.OPEN_TRANSFERS:
            self._refuse(receiver, Refusal.TOO_MANY, TooManyTransfers())
            return
        try:
            destination = Destination(into, seen=receiver.surveys.get(into))
            try:
                receiver.begin(destination)
            except StorageError:
                destination.close()
                raise
        except StorageError as error:
            self._ask(receiver, into, error)
            return
        receiver.status.goes_into(into)
        receiver.status.become(State.MOVING)
        with self._lock:
            if receiver.stream in self._receiving:
                self._outbox.put(Accept(receiver.stream))
                return
        receiver.end(PeerCancelled())

    def consider(self, transfer: TransferId, into: Path) -> None:
        """The person thinks of another folder: show the offer again with what the disk says of that one."""
        receiver = self._offered(transfer)
        if receiver is not None:
            self._ask(receiver, into, None)

    def decline(self, transfer: TransferId) -> None:
        receiver = self._offered(transfer)
        if receiver is not None:
            self._refuse(receiver, Refusal.DECLINED, Declined(peer="You"))

    def cancel(self, status: Status) -> None:
        """Give a transfer up, whichever direction and state it is in; one that was not offered yet never will be."""
        for sender in list(self._sending.values()):
            if sender.status is status:
                self._outbox.drop_stream(sender.stream)
                self._offered_at.pop(sender.stream, None)
                sender.status.end(Cancelled())
                self._say_cancel(Cancel(sender.stream, offered=True))
                return
        for receiver in list(self._receiving.values()):
            if receiver.offered_at is not None and receiver.status is status:
                if self._give_up(receiver):
                    receiver.cancelled()
                return
        status.end(Cancelled())

    def tick(self, now: float) -> None:
        """Clocks that no message moves. Raises LimitExceeded where the peer ignores a CANCEL."""
        for receiver in list(self._receiving.values()):
            if receiver.cancelled_at is not None and now - receiver.cancelled_at > limits.CANCEL_SECONDS:
                raise LimitExceeded(detail="no answer to CANCEL")
            asked = receiver.offered_at is not None and not receiver.accepted and receiver.cancelled_at is None
            if asked and receiver.offered_at is not None and now - receiver.offered_at > limits.ANSWER:
                self._refuse(receiver, Refusal.NO_ANSWER, NoAnswer(peer="Nobody here"))
        for stream, offered_at in list(self._offered_at.items()):
            overdue = now - offered_at > limits.ANSWER + _ANSWER_GRACE
            if overdue and self._offered_at.pop(stream, None) is not None:
                self._sending[stream].status.end(NoAnswer())
                self._say_cancel(Cancel(stream, offered=True))

    # --- what the peer says, called by the reader -----------------------------------------------------

    def receive(self, message: Message) -> None:
        """Raises RemoteProtocolError where the message has no place here."""
        if self._outbox.waiting > _ANSWERS_WAITING:
            raise LimitExceeded(detail="answers that are not taken")
        match message:
            case Offer():
                self._on_offer(message)
            case Names():
                self._on_names(message)
            case Accept():
                self._on_accept(message)
            case Refuse():
                sender = self._sender_to_answer(message.stream)
                del self._sending[message.stream]
                sender.on_refuse(message)
            case Failed():
                self._sender(message.stream).on_failed(message)
            case Done():
                sender = self._sender(message.stream)
                sender.check_done(message)
                del self._sending[message.stream]
                sender.status.delivered()
            case Cancel():
                self._on_cancel(message)
            case CancelledMessage():
                self._on_cancelled(message)
            case Entries():
                self._for_receiver(message.stream, lambda receiver: receiver.on_entries(message))
            case FileEnds():
                self._for_receiver(message.stream, lambda receiver: receiver.on_ends(message))
            case End():
                self._for_receiver(message.stream, lambda receiver: self._on_end(receiver, message))
            case _:
                raise UnexpectedMessage(detail=type(message).__name__)

    def receive_data(self, stream: int, data: memoryview) -> None:
        """File bytes. Raises RemoteProtocolError."""
        receiver = self._receiving.get(stream)
        if receiver is None:
            raise UnexpectedMessage(detail="bytes of no transfer")
        if receiver.cancelled_at is None:
            receiver.on_data(data)
            return
        receiver.discarded += len(data)
        if receiver.discarded > limits.CANCEL_BYTES:
            raise LimitExceeded(detail="bytes after CANCEL")

    def interrupted(self, error: AppError) -> None:
        """The session is over: whatever is not finished has failed. Called once, when both threads are done."""
        for sender in self._sending.values():
            sender.status.end(error)
        for receiver in self._receiving.values():
            receiver.end(error)
        self._sending.clear()
        self._receiving.clear()

    # --- offers -----------------------------------------------------------------------------------

    def _on_offer(self, offer: Offer) -> None:
        if offer.stream <= self._last_offered:
            raise UnexpectedMessage(detail="a stream number used before")
        self._last_offered = offer.stream
        waiting = sum(not receiver.accepted for receiver in list(self._receiving.values()))
        if waiting >= limits.OPEN_OFFERS:
            raise LimitExceeded(detail="open offers")
        receiver = Receiver(offer, self._say)
        self._receiving[offer.stream] = receiver
        if receiver.complete:
            self._offer_complete(receiver)

    def _on_names(self, names: Names) -> None:
        receiver = self._receiving.get(names.stream)
        if receiver is None:
            raise UnexpectedMessage(detail="NAMES of no offer")
        receiver.on_names(names)
        if receiver.complete:
            self._offer_complete(receiver)

    def _offer_complete(self, receiver: Receiver) -> None:
        offer = receiver.offer
        transfer = Transfer(
            id=self._owner.next_transfer_id(),
            direction=Direction.RECEIVING,
            peer=self._peer,
            state=State.ASKING,
            contents=Contents(tuple(receiver.names), offer.files, offer.folders, offer.total, offer.programs),
            session=self._session,
        )
        receiver.told(self._owner.new_status(transfer))
        try:
            check_top_names(receiver.names)
        except (UnsafeName, NameCollision) as error:
            self._refuse(receiver, Refusal.UNSAFE_NAME, error)
            self._unsafe_offers += 1
            if self._unsafe_offers > limits.UNSAFE_OFFERS:
                raise LimitExceeded(detail="offers with unsafe names") from error
            return
        receiver.offered_at = time.monotonic()
        self._ask(receiver, self._owner.save_folder(), None)

    def _ask(self, receiver: Receiver, into: Path, problem: AppError | None) -> None:
        """Put the offer before the person, with what the disk says about it."""
        found = Survey(free=0, existing=())
        try:
            found = receiver.surveys[into] = survey(into, receiver.names)
            if problem is None and receiver.offer.total > found.free:
                problem = NotEnoughSpace(needed=Size(receiver.offer.total), free=Size(found.free))
        except StorageError as error:
            problem = problem or error
        transfer = replace(receiver.status.transfer, into=into)
        self._owner.offer_received(OfferReceived(transfer, found.free, into, found.existing, problem), receiver.status)

    def _offered(self, transfer: TransferId) -> Receiver | None:
        """The offer that waits for this answer; None where it is gone or answered already."""
        for receiver in list(self._receiving.values()):
            if receiver.offered_at is not None and receiver.status.transfer.id == transfer:
                return None if receiver.accepted or receiver.cancelled_at is not None else receiver
        return None

    def _refuse(self, receiver: Receiver, reason: Refusal, error: AppError) -> None:
        with self._lock:
            if self._receiving.pop(receiver.stream, None) is not None:
                self._outbox.put(Refuse(receiver.stream, reason))
        receiver.end(error)

    # --- the rest of the conversation -------------------------------------------------------------------

    def _on_accept(self, accept: Accept) -> None:
        sender = self._sender_to_answer(accept.stream)
        if not sender.status.over:
            sender.status.become(State.MOVING)
            self._outbox.open_stream(sender.stream, sender.records(self._room))

    def _on_end(self, receiver: Receiver, end: End) -> None:
        done = receiver.on_end(end)
        with self._lock:
            if receiver.cancelled_at is not None:
                return  # the person was faster
            del self._receiving[receiver.stream]
            self._outbox.put(done)
        receiver.delivered()

    def _say(self, receiver: Receiver, message: Message) -> None:
        """A word on a transfer that comes in, unless it was given up meanwhile: nothing may follow CANCEL."""
        with self._lock:
            if receiver.cancelled_at is None:
                self._outbox.put(message)

    def _give_up(self, receiver: Receiver) -> bool:
        """CANCEL a transfer that comes in. False where that was said, or is too late."""
        with self._lock:
            if receiver.cancelled_at is not None or receiver.stream not in self._receiving:
                return False
            receiver.cancelled_at = time.monotonic()
            self._say_cancel(Cancel(receiver.stream, offered=False))
            return True

    def _say_cancel(self, cancel: Cancel) -> None:
        self._unanswered_cancels.add((cancel.stream, cancel.offered))
        self._outbox.put(cancel)

    def _on_cancel(self, cancel: Cancel) -> None:
        known = self._last_offered if cancel.offered else self._next_stream - 1
        if cancel.stream > known:
            raise UnexpectedMessage(detail="CANCEL of no offer")
        receiver: Receiver | None = None
        with self._lock:
            if cancel.offered:
                receiver = self._receiving.pop(cancel.stream, None)
            else:
                self._outbox.drop_stream(cancel.stream)
            self._outbox.put(CancelledMessage(cancel.stream, offered=not cancel.offered))
        if receiver is not None:
            receiver.end(PeerCancelled())
        elif not cancel.offered:
            self._forget_sender(cancel.stream, PeerCancelled())

    def _on_cancelled(self, cancelled: CancelledMessage) -> None:
        """Nothing more comes of that stream. It may be gone already where two CANCELs crossed."""
        ours = (cancelled.stream, not cancelled.offered)
        if ours not in self._unanswered_cancels:
            raise UnexpectedMessage(detail="CANCELLED without CANCEL")
        self._unanswered_cancels.discard(ours)
        if not cancelled.offered:
            self._forget_sender(cancelled.stream, Cancelled())
        elif (receiver := self._receiving.pop(cancelled.stream, None)) is not None:
            receiver.end(Cancelled())

    def _forget_sender(self, stream: int, error: AppError) -> None:
        self._offered_at.pop(stream, None)
        sender = self._sending.pop(stream, None)
        if sender is not None:
            sender.status.end(error)

    def _for_receiver(self, stream: int, do: Callable[[Receiver], None]) -> None:
        receiver = self._receiving.get(stream)
        if receiver is None:
            raise UnexpectedMessage(detail="content of no transfer")
        if receiver.cancelled_at is not None:
            return
        try:
            do(receiver)
        except StorageError as error:  # an unsafe name, a folder that went away: this transfer is over, not the session
            receiver.end(error)
            self._give_up(receiver)

    def _sender(self, stream: int) -> Sender:
        sender = self._sending.get(stream)
        if sender is None:
            raise UnexpectedMessage(detail="an answer to no offer")
        return sender

    def _sender_to_answer(self, stream: int) -> Sender:
        """The sender whose offer is answered now, once."""
        sender = self._sender(stream)
        if self._offered_at.pop(stream, None) is None and not sender.status.over:
            raise UnexpectedMessage(detail="a second answer")
        return sender

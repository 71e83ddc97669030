"""What this computer sends over one verified session: who has answered, and what is given up.

Two threads call it, the session's reader with what the peer says and the writer with what the person wants.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Final

from desktop_app.errors import (
    AppError,
    Cancelled,
    DiskFullThere,
    Interrupted,
    NoAnswer,
    PausedThere,
    PeerCancelled,
    TextNotTaken,
    TooManyOffersThere,
    UnexpectedMessage,
)
from desktop_app.events import SessionId, State
from desktop_app.protocol import limits
from desktop_app.protocol.messages import (
    Accept,
    Cancel,
    Compare,
    Done,
    Failed,
    Full,
    GoOn,
    Message,
    Pace,
    Pause,
    Refusal,
    Refuse,
    Room,
    Same,
)
from desktop_app.protocol.messages import Cancelled as CancelledMessage
from desktop_app.storage.selection import Selection
from desktop_app.transfer.comparing import SendingHalf
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.outbox import Hold, Outbox
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.pace import Pacer
from desktop_app.transfer.portion import Portion
from desktop_app.transfer.sender import Sender
from desktop_app.transfer.status import Status
from desktop_app.transfer.texts import OutgoingText

_ANSWERS: Final = Accept | Refuse | Failed | Compare | Same | Full | Room | Pause | GoOn | Pace | Done


class Outgoing:
    """The senders of one session, by the stream numbers that this side chose."""

    def __init__(
        self,
        session: SessionId,
        outbox: Outbox,
        room: memoryview,
        owner: Owner,
        waited: Callable[[], float],
        *,
        peer: str,
    ) -> None:
        """`room`: where the writer wants the bytes of the next data record. `waited`: seconds for the line so far."""
        self._session, self._outbox, self._room, self._owner, self._peer = session, outbox, room, owner, peer
        self._waited = waited
        self._portion = Portion(len(room))
        self._next_stream = 0
        self._senders: dict[int, Sender | OutgoingText] = {}
        self._offered_at: dict[int, float] = {}
        self._unanswered_cancels: set[int] = set()
        self._taken_back: dict[int, Kept | None] = {}  # offers of earlier sessions; None: it does not count
        self._pacers: dict[int, Pacer] = {}  # of those that were accepted

    def known_as(self, peer: str) -> None:
        """How the other side is called from now on."""
        self._peer = peer

    @property
    def idle(self) -> bool:
        return not self._senders

    # --- the writer's part ---------------------------------------------------------------------------

    def send(self, selection: Selection, status: Status) -> None:
        """Offer a selection to the peer, unless as many offers wait there as it would take, or it was given up."""
        if status.over:
            return
        if any(sender.status is status for sender in self._senders.values()):
            return
        offers = sum(isinstance(self._senders.get(stream), Sender) for stream in list(self._offered_at))
        if offers >= limits.OPEN_OFFERS:
            status.end(TooManyOffersThere())
            return
        sender = Sender(self._next_stream, selection, status)
        self._begin(sender)
        self._outbox.put(*sender.offer())

    def send_text(self, text: str, status: Status) -> None:
        """Unless it was given up."""
        if not status.over:
            sender = OutgoingText(self._next_stream, text, status)
            self._begin(sender)
            self._outbox.put(sender.message)

    def _begin(self, sender: Sender | OutgoingText) -> None:
        self._next_stream += 1
        self._senders[sender.stream] = sender
        self._offered_at[sender.stream] = time.monotonic()
        sender.status.become(State.ASKING, peer=self._peer, session=self._session)

    def cancelled(self, status: Status) -> None:
        """The person gave it up, whichever state it was in."""
        sender = self._sender_of(status)
        if sender is not None and sender.stream not in self._unanswered_cancels:
            self._outbox.drop_stream(sender.stream)
            self._offered_at.pop(sender.stream, None)
            self._say_cancel(sender.stream)

    def note_told(self, status: Status) -> None:
        """It is about to be given up; if it was offered here, the peer is told here."""
        if self._sender_of(status) is not None and status.kept is not None:
            status.kept.said_in = self._session

    def tell_pause(self, status: Status) -> None:
        """Whether the person here lets it wait, where the peer does not know that yet. It may be over meanwhile."""
        sender, paused = self._sender_of(status), status.paused_here
        if not isinstance(sender, Sender) or status.over or sender.ended or sender.paused_here is paused:
            return
        sender.paused_here = paused
        if paused:
            self._outbox.hold(sender.stream, Hold.HERE)
            self._outbox.put(Pause(sender.stream, offered=True))
        else:
            self._outbox.put(GoOn(sender.stream, offered=True))
            self._outbox.release(sender.stream, Hold.HERE)

    def take_back(self, kept: Kept) -> None:
        """It was given up, and the peer may not know: it hears of that now."""
        if len(self._offered_at) >= limits.OPEN_OFFERS:
            kept.said_in = None
            return
        stream, self._next_stream = self._next_stream, self._next_stream + 1
        self._taken_back[stream] = kept
        self._outbox.put(*kept.begun.offered.messages(stream))
        self._say_cancel(stream)

    def tick(self, now: float) -> None:
        for stream, offered_at in list(self._offered_at.items()):
            sender = self._senders[stream]
            continues = isinstance(sender, Sender) and sender.continues
            overdue = now - offered_at > (limits.LOOKING if continues else limits.ANSWER + limits.ANSWER_GRACE)
            if overdue and self._offered_at.pop(stream, None) is not None:
                sender.status.end(NoAnswer() if isinstance(sender, Sender) else TextNotTaken())
                self._say_cancel(stream)
        for stream, pacer in list(self._pacers.items()):
            paced = self._senders.get(stream)
            if not isinstance(paced, Sender) or paced.ended:
                del self._pacers[stream]
            elif (pace := pacer.tick(paced.status, now)) is not None:
                self._outbox.put(pace)

    # --- the reader's part ---------------------------------------------------------------------------

    def passes_over(self, message: Message) -> bool:
        """Whether it answers an offer that was taken back in the same breath: then only CANCELLED matters."""
        if not self._taken_back or not isinstance(message, _ANSWERS) or _is_of_offerer(message):
            return False
        if message.stream not in self._taken_back:
            return False
        if isinstance(message, Refuse) and message.reason is not Refusal.DECLINED:
            self._taken_back[message.stream] = None  # it may wait there all the same: it is told again
        return True

    def on_accept(self, accept: Accept) -> None:
        sender = self._to_answer(accept.stream)
        if not isinstance(sender, Sender):
            raise UnexpectedMessage(detail="ACCEPT of a text")
        if not sender.status.over:
            sender.on_accept(accept, self._cannot)
            if (kept := sender.status.kept) is not None:
                kept.session = self._session
                self._owner.goes_on(sender.status, kept, self._session)
            else:
                self._owner.keep_sending(sender.status, sender.offered, sender.selection, self._session)
            sender.status.become(State.MOVING)
            self._pacers[sender.stream] = Pacer(sender.stream, sender.disk, self._waited, offered=True)
            sender.status.go_on(Interrupted)
            pieces = sender.records(self._room, self._comparison(sender, accept), self._portion)
            if sender.status.paused_here:  # since an earlier session: the writer says so before anything of it
                self._outbox.put(partial(self.tell_pause, sender.status))
            self._outbox.open_stream(sender.stream, pieces)
        elif isinstance(sender.status.transfer.error, Cancelled) and sender.status.kept is None:
            self._owner.keep_given_up(sender.status, sender.offered, self._session)

    def on_refuse(self, refuse: Refuse) -> None:
        sender = self._to_answer(refuse.stream)
        sender.on_refuse(refuse)
        del self._senders[refuse.stream]

    def on_failed(self, failed: Failed) -> None:
        self._accepted(failed.stream).on_failed(failed)

    def on_comparison(self, message: Compare | Same) -> None:
        self._accepted(message.stream).on_comparison(message)

    def on_full(self, full: Full) -> None:
        sender = self._accepted(full.stream)
        if sender.full:
            raise UnexpectedMessage(detail="FULL again")
        sender.full = True
        self._outbox.hold(full.stream, Hold.FULL)
        sender.status.pause(DiskFullThere(peer=self._peer))

    def on_room(self, room: Room) -> None:
        sender = self._accepted(room.stream)
        if not sender.full:
            raise UnexpectedMessage(detail="ROOM without FULL")
        sender.full = False
        sender.status.go_on(DiskFullThere)
        self._outbox.release(room.stream, Hold.FULL)

    def on_pause(self, message: Pause | GoOn) -> None:
        sender, paused = self._accepted(message.stream), isinstance(message, Pause)
        if sender.paused_there is paused:
            raise UnexpectedMessage(detail="PAUSE again" if paused else "GO_ON without PAUSE")
        sender.paused_there = paused
        if paused:
            self._outbox.hold(message.stream, Hold.THERE)
            sender.status.pause(PausedThere(peer=self._peer))
        else:
            sender.status.go_on(PausedThere)
            self._outbox.release(message.stream, Hold.THERE)

    def on_pace(self, pace: Pace) -> None:
        self._accepted(pace.stream)
        if (pacer := self._pacers.get(pace.stream)) is not None:
            pacer.heard(pace)

    def on_done(self, done: Done) -> None:
        sender = self._find(done.stream)
        sender.check_done(done)
        del self._senders[done.stream]
        self._heard(sender)
        self._offered_at.pop(done.stream, None)
        self._outbox.drop_stream(done.stream)  # it may be held still
        sender.status.delivered()

    def on_cancel(self, cancel: Cancel) -> None:
        if cancel.stream >= self._next_stream:
            raise UnexpectedMessage(detail="CANCEL of no offer")
        self._outbox.drop_stream(cancel.stream)
        self._outbox.put(CancelledMessage(cancel.stream, offered=True))
        self._forget(cancel.stream, PeerCancelled())

    def on_cancelled(self, stream: int) -> None:
        """Nothing more is said of that stream. It may be gone already where two CANCELs crossed."""
        if stream not in self._unanswered_cancels:
            raise UnexpectedMessage(detail="CANCELLED without CANCEL")
        self._unanswered_cancels.discard(stream)
        self._forget(stream, Cancelled())

    def interrupted(self, error: AppError) -> None:
        for sender in self._senders.values():
            sender.status.end(error)
        self._senders.clear()

    # --- inside --------------------------------------------------------------------------------------

    def _cannot(self, sender: Sender, error: AppError) -> None:
        """Nothing of it can be sent any more. On the writer's thread."""
        self.note_told(sender.status)
        sender.status.end(error)
        self._say_cancel(sender.stream)

    def _comparison(self, sender: Sender, accept: Accept) -> SendingHalf | None:
        if not accept.compare:
            return None
        hold, stream = self._outbox, sender.stream
        return SendingHalf(stream, lambda: hold.hold(stream, Hold.ANSWER), lambda: hold.release(stream, Hold.ANSWER))

    def _say_cancel(self, stream: int) -> None:
        self._unanswered_cancels.add(stream)
        self._outbox.put(Cancel(stream, offered=True))

    def _forget(self, stream: int, error: AppError) -> None:
        """Both sides know that it is over, or the peer could not look."""
        self._offered_at.pop(stream, None)
        sender, taken_back = self._senders.pop(stream, None), self._taken_back.pop(stream, None)
        if sender is not None:
            sender.status.end(error)
            self._heard(sender)
        if taken_back is not None:
            self._owner.keeping.heard(taken_back.number)

    def _heard(self, sender: Sender | OutgoingText) -> None:
        """The peer knows that this is over."""
        if isinstance(sender, Sender):
            self._owner.keeping.heard(sender.offered.number)

    def _sender_of(self, status: Status) -> Sender | OutgoingText | None:
        return next((sender for sender in list(self._senders.values()) if sender.status is status), None)

    def _find(self, stream: int) -> Sender | OutgoingText:
        sender = self._senders.get(stream)
        if sender is None:
            raise UnexpectedMessage(detail="an answer to no offer")
        return sender

    def _accepted(self, stream: int) -> Sender:
        sender = self._find(stream)
        if stream in self._offered_at or not isinstance(sender, Sender):
            raise UnexpectedMessage(detail="something before ACCEPT")
        return sender

    def _to_answer(self, stream: int) -> Sender | OutgoingText:
        """The sender whose offer is answered now, once."""
        sender = self._find(stream)
        if self._offered_at.pop(stream, None) is None and not sender.status.over:
            raise UnexpectedMessage(detail="a second answer")
        return sender


def _is_of_offerer(message: Message) -> bool:
    return isinstance(message, Pause | GoOn | Pace) and message.offered

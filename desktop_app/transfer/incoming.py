"""What the peer of one verified session sends: its offers, the person's answers, and what is given up.

Two threads call it, the session's reader with what the peer says and the writer with what the person wants. A transfer
whose disk needs time goes on with a thread of its own (`lane`).
"""

import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from desktop_app.errors import (
    AppError,
    Cancelled,
    Declined,
    LimitExceeded,
    NameCollision,
    NoAnswerHere,
    PeerCancelled,
    UnexpectedMessage,
    UnsafeName,
)
from desktop_app.events import Contents, Direction, SessionId, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import (
    Accept,
    Cancel,
    Digests,
    End,
    Entries,
    FileEnds,
    GoOn,
    Message,
    Names,
    Offer,
    Pace,
    Pause,
    Refusal,
    Refuse,
    Resume,
)
from desktop_app.protocol.messages import Cancelled as CancelledMessage
from desktop_app.storage.destination import check_top_names
from desktop_app.storage.existing import Existing
from desktop_app.transfer import accepting, comeback, unasked
from desktop_app.transfer.content import Content
from desktop_app.transfer.lane import Backlog, Job, Lane
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.pace import Pacer
from desktop_app.transfer.receiver import Receiver
from desktop_app.transfer.status import Status
from desktop_app.transfer.unjudged import Unjudged


class Incoming:
    """The receivers of one session, by the stream numbers that the peer chose."""

    def __init__(
        self, session: SessionId, outbox: Outbox, owner: Owner, waited: Callable[[], float], *, peer: str
    ) -> None:
        """`waited`: seconds for the line so far."""
        self._session, self._outbox, self._owner, self._peer = session, outbox, owner, peer
        self._waited = waited
        self._lock = threading.Lock()  # an answer of ours and a CANCEL of the peer's may meet: one goes first
        self._last_offered = -1
        self._unsafe_offers = 0
        self._receivers: dict[int, Receiver] = {}
        self._lanes: dict[int, Lane] = {}  # what brings them their records; none is known to its receiver: no circle
        self._pacers: dict[int, Pacer] = {}
        self._backlog = Backlog()
        self._unanswered_cancels: set[int] = set()
        self._refused_for_now: dict[int, bytes] = {}  # by stream, the number of what waits here all the same
        self._unjudged = Unjudged(session, owner, outbox)

    def known_as(self, peer: str) -> None:
        """How the other side is called from now on."""
        self._peer = peer

    @property
    def idle(self) -> bool:
        return not self._receivers

    # --- the writer's part ---------------------------------------------------------------------------

    def accept(self, transfer: TransferId, into: Path | None, existing: Existing, *, unasked: bool = False) -> None:
        """The person said yes, or did so beforehand. Where the disk says no, the offer is shown again with the
        reason."""
        receiver = self._waiting(transfer)
        if receiver is not None and (folder := into or receiver.into) is not None:
            accepting.accept(self, receiver, folder, existing, self._session, self._owner, unasked=unasked)

    @property
    def accepted(self) -> int:
        """How many were."""
        return sum(each.accepted for each in list(self._receivers.values()))

    def accept_anew(self, receiver: Receiver) -> bool:
        """ACCEPT from the start. False where it was given up meanwhile."""
        with self._lock:
            if receiver.stream not in self._receivers or receiver.cancelled_at is not None:
                return False
            self._outbox.put(Accept.from_the_start(receiver.stream, compare=receiver.compares))
            return True

    def consider(self, transfer: TransferId, into: Path) -> None:
        """The person thinks of another folder: show the offer again with what the disk says of that one."""
        receiver = self._waiting(transfer)
        if receiver is not None:
            receiver.ask(self._owner, into)

    def decline(self, transfer: TransferId, because: AppError | None) -> None:
        """`because`: why it cannot be accepted, where it is nobody who says no."""
        receiver = self._waiting(transfer)
        if receiver is None:
            return
        if because is None:
            self.refuse(receiver, Refusal.DECLINED, Declined(peer="You"))
        else:
            self.refuse(receiver, comeback.refusal_for(because), because)

    def cancel(self, status: Status) -> bool:
        """From any thread: give it up, whichever state it is in. False where it is none of these."""
        for receiver in list(self._receivers.values()):
            if receiver.is_of(status):
                if self.give_up(receiver):
                    receiver.cancelled()
                return True
        return False

    def tell_pause(self, status: Status) -> None:
        """Whether the person here lets it wait, where the peer does not know that yet. It may be over meanwhile."""
        for receiver in list(self._receivers.values()):
            if receiver.is_of(status):
                receiver.tell_pause()
                return

    def tick(self, now: float) -> None:
        """Raises LimitExceeded where the peer ignores a CANCEL."""
        for receiver in list(self._receivers.values()):
            if receiver.cancelled_at is not None and now - receiver.cancelled_at > limits.CANCEL_SECONDS:
                raise LimitExceeded(detail="no answer to CANCEL")
            asked_at = None if receiver.accepted or receiver.cancelled_at is not None else receiver.offered_at
            if asked_at is not None and now - asked_at > limits.ANSWER:
                self.refuse(receiver, Refusal.NO_ANSWER, NoAnswerHere())
        for stream, pacer in list(self._pacers.items()):
            moving = self._receivers.get(stream)
            if moving is None:
                del self._pacers[stream]
            elif moving.was_accepted and (pace := pacer.tick(moving.status, now)) is not None:
                self.say(moving, pace)

    # --- the reader's part: offers -------------------------------------------------------------------

    def on_offer(self, offer: Offer) -> None:
        self.count(offer.stream)
        waiting = sum(not receiver.accepted for receiver in list(self._receivers.values()))
        if waiting >= limits.OPEN_OFFERS:
            raise LimitExceeded(detail="open offers")
        receiver = Receiver(offer, self.say)
        self.begin(receiver)
        if receiver.complete:
            self._offer_complete(receiver)

    def count(self, stream: int) -> None:
        """The number of an offer, or of a text. Raises UnexpectedMessage."""
        if stream <= self._last_offered:
            raise UnexpectedMessage(detail="a stream number used before")
        self._last_offered = stream

    def begin(self, receiver: Receiver) -> None:
        stream = receiver.stream
        self._pacers[stream] = Pacer(stream, receiver.disk, self._waited, offered=False)
        self._lanes[stream] = Lane(f"transfer-{self._session}-{stream}", Content(self, receiver), self._backlog)
        self._receivers[stream] = receiver

    def on_names(self, names: Names) -> None:
        receiver = self._receivers.get(names.stream)
        if receiver is None:
            raise UnexpectedMessage(detail="NAMES of no offer")
        receiver.on_names(names)
        if receiver.complete:
            self._offer_complete(receiver)

    def _offer_complete(self, receiver: Receiver) -> None:
        if self._owner.keeping.restoring:
            receiver.unjudged = True
            self.go_aside(receiver, lambda: self._judge_later(receiver))
        else:
            self._judge(receiver)

    def _judge_later(self, receiver: Receiver) -> None:
        """It may be of an earlier run, and what that has left is still being read."""
        if self._unjudged.await_judgement(receiver):
            self._judge(receiver)
        else:
            self._lanes.pop(receiver.stream, None)

    def _judge(self, receiver: Receiver) -> None:
        if comeback.comes_again(self, receiver, self._session, self._owner):
            return
        receiver.told(self._owner.new_status(self.row(receiver)))
        try:
            check_top_names(receiver.names)
        except (UnsafeName, NameCollision) as error:
            self.refuse(receiver, Refusal.UNSAFE_NAME, error)
            self._unsafe_offers += 1
            if self._unsafe_offers > limits.UNSAFE_OFFERS:
                raise LimitExceeded(detail="offers with unsafe names") from error
            return
        receiver.offered_at = time.monotonic()
        if not unasked.judge(self, receiver, self._session, self._owner):
            receiver.ask(self._owner, self._owner.save_folder())

    def take_unasked(self, receiver: Receiver, into: Path, because: AppError | None, *, taken: bool) -> None:
        """From any thread: accept it for the person, who said so beforehand; or ask, `because` of that."""

        def take() -> None:
            if receiver.offered_at is None or self._waiting(receiver.status.transfer.id) is not receiver:
                return  # taken back meanwhile
            if taken:
                policy, spare = self._owner.existing(), unasked.SPARE
                accepting.accept(self, receiver, into, policy, self._session, self._owner, unasked=True, spare=spare)
            else:
                receiver.ask(self._owner, into, because=because)

        self._outbox.put(take)

    def go_aside(self, receiver: Receiver, job: Job) -> None:
        """Do something for it that takes long, before any content."""
        if (lane := self._lanes.get(receiver.stream)) is not None:
            lane.begin(job)

    def accept_again(self, receiver: Receiver, *messages: Message) -> None:
        """ACCEPT of what goes on, and what belongs to it."""
        with self._lock:
            if receiver.stream in self._receivers and receiver.cancelled_at is None:
                self._outbox.put(*messages)
                if receiver.status.paused_here:  # since an earlier session
                    self._outbox.put(partial(self.tell_pause, receiver.status))

    def refuse_for_now(self, receiver: Receiver, reason: Refusal) -> None:
        """It stays as it is here, and may be offered again."""
        with self._lock:
            if self._receivers.pop(receiver.stream, None) is not None:
                self._lanes.pop(receiver.stream, None)
                number = receiver.offer.offer
                self._refused_for_now = {each: of for each, of in self._refused_for_now.items() if of != number}
                self._refused_for_now[receiver.stream] = number
                self._outbox.put(Refuse(receiver.stream, reason))

    def row(self, receiver: Receiver) -> Transfer:
        offer, tops = receiver.offer, receiver.tops
        return Transfer(
            id=self._owner.next_transfer_id(),
            direction=Direction.RECEIVING,
            peer=self._peer,
            state=State.ASKING,
            contents=Contents(tops.names, offer.files, offer.folders, offer.total, offer.programs, items=tops),
            session=self._session,
        )

    # --- the reader's part: content ------------------------------------------------------------------

    def on_content(self, message: Resume | Entries | Digests | FileEnds | End) -> None:
        """Raises RemoteProtocolError where it has no place here."""
        lane = self._lanes.get(message.stream)
        if lane is None:
            raise UnexpectedMessage(detail="content of no transfer")
        lane.put(message)

    def on_data(self, stream: int, data: memoryview) -> None:
        """File bytes. Raises RemoteProtocolError."""
        receiver, lane = self._receivers.get(stream), self._lanes.get(stream)
        if receiver is None or lane is None:
            raise UnexpectedMessage(detail="bytes of no transfer")
        if receiver.cancelled_at is None:
            lane.put(data)
            return
        receiver.discarded += len(data)
        if receiver.discarded > limits.CANCEL_BYTES:
            raise LimitExceeded(detail="bytes after CANCEL")

    def on_pause(self, message: Pause | GoOn) -> None:
        """The person there lets it wait, or does no longer; where it is over here, the two may have crossed."""
        if message.stream > self._last_offered:
            raise UnexpectedMessage(detail="a pause of no offer")
        receiver, paused = self._receivers.get(message.stream), isinstance(message, Pause)
        if receiver is None or receiver.cancelled_at is not None:
            return
        receiver.on_pause(self._peer, paused=paused)

    def on_pace(self, pace: Pace) -> None:
        """Where it is over here, the two may have crossed."""
        if pace.stream > self._last_offered:
            raise UnexpectedMessage(detail="PACE of no offer")
        receiver, pacer = self._receivers.get(pace.stream), self._pacers.get(pace.stream)
        if receiver is None or pacer is None or receiver.cancelled_at is not None:
            return
        if not receiver.was_accepted:
            raise UnexpectedMessage(detail="PACE before ACCEPT")
        pacer.heard(pace)

    def on_cancel(self, cancel: Cancel) -> None:
        if cancel.stream > self._last_offered:
            raise UnexpectedMessage(detail="CANCEL of no offer")
        with self._lock:
            receiver = self._receivers.pop(cancel.stream, None)
            refused = self._refused_for_now.pop(cancel.stream, None)
        # Before CANCELLED it is in the journal: whoever hears that will not say it again.
        later = receiver is not None and receiver.unjudged and self._unjudged.take_back(receiver)
        if receiver is not None and not receiver.unjudged:
            receiver.note_given_up()
        if refused is not None:
            comeback.taken_back(refused, self._session, self._owner)
        if not later:
            self._outbox.put(CancelledMessage(cancel.stream, offered=False))
        if receiver is not None and receiver is not self._unjudged.waiting:
            self._end(receiver, PeerCancelled())

    def on_cancelled(self, stream: int) -> None:
        """Nothing more comes of that stream. It may be gone already where two CANCELs crossed."""
        if stream not in self._unanswered_cancels:
            raise UnexpectedMessage(detail="CANCELLED without CANCEL")
        self._unanswered_cancels.discard(stream)
        receiver = self._receivers.pop(stream, None)
        if receiver is not None:
            self._end(receiver, Cancelled())

    def interrupted(self, error: AppError) -> None:
        if (waiting := self._unjudged.waiting) is not None:
            self._end(waiting, error)
        for receiver in list(self._receivers.values()):
            receiver.hurry()
            if (lane := self._lanes.get(receiver.stream)) is not None:
                lane.stop()
            if self._receivers.pop(receiver.stream, None) is not None:  # its lane may have come to its end meanwhile
                receiver.interrupted(error)
        self._lanes.clear()

    # --- inside --------------------------------------------------------------------------------------

    def _waiting(self, transfer: TransferId) -> Receiver | None:
        """The offer that waits for this answer; None where it is gone or answered already."""
        for receiver in list(self._receivers.values()):
            if receiver.offered_at is not None and receiver.status.transfer.id == transfer:
                return None if receiver.accepted or receiver.cancelled_at is not None else receiver
        return None

    def refuse(self, receiver: Receiver, reason: Refusal, error: AppError) -> None:
        with self._lock:
            if receiver.cancelled_at is not None:
                return
            if self._receivers.pop(receiver.stream, None) is not None:
                self._outbox.put(Refuse(receiver.stream, reason))
        self._end(receiver, error)

    def _end(self, receiver: Receiver, error: AppError) -> None:
        """Given up: first its lane, which may be at work on it."""
        receiver.hurry()
        lane = self._lanes.pop(receiver.stream, None)
        if lane is not None:
            lane.stop()
        receiver.end(error)

    # --- what the content of a transfer leads to -----------------------------------------------------

    def finish(self, receiver: Receiver, end: End) -> None:
        """All of it came: vouch for it. Raises RemoteProtocolError where it did not."""
        done = receiver.on_end(end)
        with self._lock:
            if receiver.cancelled_at is not None or self._receivers.pop(receiver.stream, None) is None:
                return  # a person was faster
            del self._lanes[receiver.stream]
            self._outbox.put(done)
        receiver.delivered()

    def say(self, receiver: Receiver, message: Message) -> None:
        """A word on a transfer, unless it was given up meanwhile, or is over: nothing may follow CANCEL or DONE."""
        with self._lock:
            if receiver.cancelled_at is None and receiver.stream in self._receivers:
                self._outbox.put(message)

    def give_up(self, receiver: Receiver) -> bool:
        """CANCEL it. False where that was said, or is too late."""
        with self._lock:
            if receiver.cancelled_at is not None or receiver.stream not in self._receivers:
                return False
            receiver.cancelled_at = time.monotonic()
            self._unanswered_cancels.add(receiver.stream)
            self._outbox.put(Cancel(receiver.stream, offered=False))
            return True

    def fail_session(self, error: AppError) -> None:
        """From a thread whose errors nobody awaits: the writer raises it."""

        def fail() -> None:
            raise error

        self._outbox.put(fail)

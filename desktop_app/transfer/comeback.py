"""An offer that was accepted in an earlier session: it goes on without a question where the same peer makes it.

Nothing of this is kept by who calls it: the transfers of a session go away with it.
"""

import time
from typing import Final, Protocol

from desktop_app.errors import (
    AppError,
    Declined,
    DiskFull,
    FolderAway,
    FolderUnusable,
    Interrupted,
    NoAnswer,
    NotEnoughSpace,
    PeerCancelled,
    ProfileUnusable,
    StorageError,
    UnexpectedMessage,
)
from desktop_app.events import SessionId, State, Transfer
from desktop_app.protocol.messages import Failed, Message, Refusal
from desktop_app.storage.destination import Destination
from desktop_app.transfer import resuming
from desktop_app.transfer.journal_records import GivenUp, Offered
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.lane import Job
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.receiver import Receiver
from desktop_app.transfer.status import Status
from desktop_app.transfer.vouching import Vouching

_EARLIER_SESSION: Final = 30.0  # seconds for it to be over


class Offers(Protocol):
    """The incoming transfers of the session."""

    def begin(self, receiver: Receiver) -> None: ...

    def refuse(self, receiver: Receiver, reason: Refusal, error: AppError) -> None: ...

    def refuse_for_now(self, receiver: Receiver, reason: Refusal) -> None: ...

    def go_aside(self, receiver: Receiver, job: Job) -> None: ...

    def accept_again(self, receiver: Receiver, *messages: Message) -> None: ...

    def say(self, receiver: Receiver, message: Message) -> None: ...

    def row(self, receiver: Receiver) -> Transfer: ...


def refusal_for(problem: AppError) -> Refusal:
    """What the peer is told of what the disk here says, or of there being nobody to ask."""
    match problem:
        case NotEnoughSpace():
            return Refusal.NO_SPACE
        case NoAnswer():
            return Refusal.NO_ANSWER
        case _:
            return Refusal.FOLDER_UNUSABLE


def comes_again(offers: Offers, receiver: Receiver, session: SessionId, owner: Owner) -> bool:
    """Whether this offer is one of these, and so seen to. Raises UnexpectedMessage."""
    keeping, offered = owner.keeping, Offered.of(receiver.offer, receiver.tops)
    status = keeping.receiving(offered.number)
    if status is not None and (kept := status.kept) is not None and kept.begun.offered == offered:
        same = kept.owner == owner.owner_of(session) != ""
        if not same and (not status.waits or status.transfer.session is not None):
            return False  # somebody else is sending that just now, or asks to
        receiver.borrows = not same
        receiver.told(status)
        if not same or kept.too_old:
            receiver.offered_at = time.monotonic()
            status.become(State.ASKING, peer=offers.row(receiver).peer, session=session)
            receiver.ask(owner, kept.folder)
            return True
        if kept.session == session:
            raise UnexpectedMessage(detail="an offer that is under way")
        if kept.session is not None:
            owner.interrupt(kept.session)
        go_on(offers, receiver, kept, session, owner)
        return True
    settled = keeping.settled(offered.number)
    if settled is None or settled.begun.offered != offered:
        return False
    if settled.lasting_owner not in {"", owner.owner_of(session)}:
        return False  # nobody else hears what came from a remembered device
    if settled.given_up:
        receiver.told(Status(offers.row(receiver), lambda _: None))
        offers.refuse(receiver, Refusal.DECLINED, Declined(peer="You"))
    else:
        _vouch_again(offers, receiver, settled)
    return True


def taken_back(number: bytes, session: SessionId, owner: Owner) -> None:
    """The offerer gave that offer up, which could not be looked through: what waits here of it is over."""
    status = owner.keeping.receiving(number)
    if status is None or (kept := status.kept) is None or not status.waits:
        return
    if kept.owner == owner.owner_of(session) != "":
        kept.say(GivenUp())
        status.end(PeerCancelled(), kept.saved)


def go_on(offers: Offers, receiver: Receiver, kept: Kept, session: SessionId, owner: Owner) -> None:
    """Where an earlier session has stopped; what is here has to be looked through first."""
    receiver.continues = True
    offers.go_aside(receiver, lambda: _look_through(offers, receiver, kept, session, owner))


def _look_through(offers: Offers, receiver: Receiver, kept: Kept, session: SessionId, owner: Owner) -> None:
    """Takes long. Raises ProfileUnusable where it can never go on."""
    status = receiver.status
    if not owner.keeping.claim(status, session, receiver.in_a_hurry, _EARLIER_SESSION):
        offers.refuse_for_now(receiver, Refusal.TOO_MANY)
        return
    receiver.borrows = False
    status.become(State.MOVING, peer=offers.row(receiver).peer, session=session)
    owner.goes_on(status, kept, session)
    try:
        destination = Destination(
            kept.folder, keep_executable=kept.begun.executable, promises=owner.promises, there=True
        )
        before = receiver.begin_again(kept, destination)
    except ProfileUnusable:
        raise
    except StorageError as error:
        status.interrupted(_until_then(error))  # first: a CANCEL of it ends what waits
        offers.refuse_for_now(receiver, refusal_for(error))
    except resuming.Stopped:
        return
    else:
        accept = before.accept(receiver.stream, compare=receiver.compares)
        lost = (Failed(receiver.stream, entry, result) for entry, result in kept.losses())
        offers.accept_again(receiver, accept, *lost)
        if not before.continues:
            status.go_on(Interrupted)


def _until_then(problem: StorageError) -> StorageError:
    """Why it waits, for the person: another folder can be chosen no more, and the peer offers it again by itself."""
    match problem:
        case NotEnoughSpace():
            return DiskFull(**problem.fields)
        case FolderUnusable():
            return FolderAway(**problem.fields)
        case _:
            return problem


def _vouch_again(offers: Offers, receiver: Receiver, settled: Kept) -> None:
    """All of it is here, and the peer has not heard of that."""
    vouching, offered = Vouching(receiver.offer, receiver.send, settled), settled.begun.offered
    vouching.told(Status(offers.row(receiver), lambda _: None))  # the row that it had says so already
    offers.begin(vouching)
    before = resuming.Before(offered.files + offered.folders, settled.digest)
    lost = (Failed(receiver.stream, entry, result) for entry, result in settled.losses())
    offers.accept_again(vouching, before.accept(receiver.stream, compare=False), *lost)

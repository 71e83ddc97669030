"""The yes to an offer: said by the person, or beforehand. Where something speaks against it, the person hears of it."""

from pathlib import Path
from typing import Protocol

from desktop_app.errors import (
    AskedForRoom,
    Interrupted,
    NotEnoughSpace,
    PeerCancelled,
    Size,
    StorageError,
    TooManyTransfers,
)
from desktop_app.events import SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Refusal
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import Existing
from desktop_app.storage.survey import Survey
from desktop_app.transfer import comeback
from desktop_app.transfer.journal_records import Offered
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.receiver import Receiver


class Offers(comeback.Offers, Protocol):
    """The incoming transfers of the session."""

    @property
    def accepted(self) -> int:
        """How many of them were."""
        ...

    def accept_anew(self, receiver: Receiver) -> bool:
        """ACCEPT from the start. False where it was given up meanwhile."""
        ...


def accept(
    offers: Offers,
    receiver: Receiver,
    into: Path,
    existing: Existing,
    session: SessionId,
    owner: Owner,
    *,
    unasked: bool,
    spare: int | None = None,
) -> None:
    """Where the disk says no, the offer is shown again with the reason. `spare`: as always from this device, which is
    no word for programs, and so much has to stay free."""
    if _too_many(offers, receiver):
        offers.refuse(receiver, Refusal.TOO_MANY, TooManyTransfers())
        return
    status = receiver.status
    if (kept := status.kept) is not None and kept.alive and into == kept.folder:
        comeback.go_on(offers, receiver, kept, session, owner)
        return
    if owner.keeping.unfinished_from(owner.owner_of(session)) >= limits.UNFINISHED_TRANSFERS:
        offers.refuse(receiver, Refusal.TOO_MANY, TooManyTransfers())
        return
    try:
        destination = _begin(receiver, into, existing, session, owner, spare or 0)
    except StorageError as error:
        if spare is not None and isinstance(error, NotEnoughSpace):
            receiver.ask(owner, into, because=AskedForRoom(free=Size(spare)))
        else:
            receiver.ask(owner, into, error)
        return
    receiver.borrows = False
    if kept is not None:
        status.begins_anew()
    status.accepted(into, session, unasked=unasked, without_programs=spare is not None)
    status.go_on(Interrupted)
    offered = Offered.of(receiver.offer, receiver.tops)
    owner.keep_receiving(status, offered, destination, receiver.existing, session)
    destination.written_down()
    if not offers.accept_anew(receiver):
        receiver.end(PeerCancelled())  # or the person here was faster, and said so


def _too_many(offers: Offers, receiver: Receiver) -> bool:
    """Also where it was to go on in the row of another peer, and that one came back meanwhile."""
    return offers.accepted >= limits.OPEN_TRANSFERS or (receiver.borrows and not receiver.status.waits)


def _begin(
    receiver: Receiver, into: Path, existing: Existing, session: SessionId, owner: Owner, spare: int
) -> Destination:
    """Raises StorageError, and then nothing was accepted."""
    destination = Destination(
        into,
        keep_executable=owner.is_remembered(session),  # and a person said yes, now or beforehand
        seen=receiver.surveys.get(into, Survey()).identity,
        promises=owner.promises,
    )
    try:
        receiver.begin(destination, existing, spare)
    except StorageError:
        destination.close()
        raise
    return destination

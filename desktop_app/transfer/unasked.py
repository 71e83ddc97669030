"""An offer of a device that is always accepted: taken without asking, or the person is asked after all, and told why.

Here it is judged by what it says and what the disk says. Whether it is wanted still, and not too much for one day, the
store of remembered devices says: in one step, for all sessions and processes. What the offer did not say is not taken.
"""

from pathlib import Path
from typing import Final, Protocol

from desktop_app.errors import (
    AppError,
    AskedForFolder,
    AskedForNames,
    AskedForPrograms,
    AskedForRoom,
    AskedForSize,
    AskedForWhatIsThere,
    Size,
    StorageError,
)
from desktop_app.events import AlwaysAccept, SessionId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Offer
from desktop_app.storage.devices import Taken
from desktop_app.storage.disk_errors import BLOCK
from desktop_app.storage.existing import Existing
from desktop_app.storage.survey import Survey
from desktop_app.transfer.owner import Owner
from desktop_app.transfer.receiver import Receiver

# Stays free beside what `storage.room` keeps: nobody looks, and the next one may be larger.
SPARE: Final = limits.GIB


class Offers(Protocol):
    """The incoming transfers of the session."""

    def take_unasked(self, receiver: Receiver, into: Path, because: AppError | None, *, taken: bool) -> None: ...


def judge(offers: Offers, receiver: Receiver, session: SessionId, owner: Owner) -> bool:
    """False where the person is to be asked as ever."""
    always = owner.always(session)
    if always is None:
        return False
    try:
        found = receiver.survey(always.folder, owner.promises)
    except StorageError:
        found = Survey()
    if found.identity is None:
        receiver.ask(owner, owner.save_folder(), because=AskedForFolder(path=str(always.folder)))
    elif (because := _why_ask(receiver.offer, found, owner.existing())) is not None:
        receiver.ask(owner, always.folder, because=because, found=found)
    else:
        owner.take_unasked(session, size_of(receiver.offer), lambda taken: _on_taken(offers, receiver, always, taken))
    return True


def size_of(offer: Offer) -> int:
    """What it may take of a disk: even what is empty takes something."""
    return offer.total + (offer.files + offer.folders) * BLOCK


def _why_ask(offer: Offer, found: Survey, existing: Existing) -> AppError | None:
    if offer.programs:
        return AskedForPrograms()
    if found.free < offer.total + SPARE:
        return AskedForRoom(free=Size(SPARE))
    if found.problem is not None or found.warnings:
        return AskedForNames()
    if found.existing and existing is Existing.ASK:
        return AskedForWhatIsThere()
    return None


def _on_taken(offers: Offers, receiver: Receiver, always: AlwaysAccept, taken: Taken) -> None:
    """On a thread of the owner's."""
    because = AskedForSize(most=Size(always.most)) if taken is Taken.TOO_MUCH else None
    offers.take_unasked(receiver, always.folder, because, taken=taken is Taken.COUNTED)

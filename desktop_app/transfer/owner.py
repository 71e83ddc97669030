"""What the transfers of a session need of the computer they run on."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from desktop_app.events import AlwaysAccept, OfferReceived, SessionId, Transfer, TransferId
from desktop_app.storage.destination import Destination
from desktop_app.storage.devices import Taken
from desktop_app.storage.existing import Existing
from desktop_app.storage.room import Promises
from desktop_app.storage.selection import Selection
from desktop_app.transfer.journal_records import Offered
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status


class Owner(Protocol):
    """The engine, as far as transfers know it. Safe from any thread."""

    @property
    def promises(self) -> Promises: ...

    @property
    def keeping(self) -> Keeping: ...

    def new_status(self, transfer: Transfer) -> Status: ...

    def next_transfer_id(self) -> TransferId: ...

    def offer_received(self, event: OfferReceived, status: Status) -> None: ...

    def save_folder(self) -> Path: ...

    def existing(self) -> Existing: ...

    def is_remembered(self, session: SessionId) -> bool:
        """Whether the peer of that session is a remembered device."""

    def always(self, session: SessionId) -> AlwaysAccept | None:
        """What is accepted beforehand of the peer of that session, which proved to be a remembered device."""

    def take_unasked(self, session: SessionId, size: int, then: Callable[[Taken], None]) -> None:
        """An offer of that size, unless it is too much. `then` is called once, by a worker."""

    def owner_of(self, session: SessionId) -> str:
        """Whose transfers go on in that session without a question."""

    def keep_sending(self, status: Status, offered: Offered, selection: Selection, session: SessionId) -> None:
        """It was accepted: from now on it survives an interruption."""

    def keep_given_up(self, status: Status, offered: Offered, session: SessionId) -> None:
        """It was accepted when its person had given it up already: the peer has to hear of that."""

    def keep_receiving(
        self,
        status: Status,
        offered: Offered,
        destination: Destination,
        existing: tuple[str, ...] | None,
        session: SessionId,
    ) -> None:
        """Likewise. `existing`: names that are there already, where entries are compared."""

    def goes_on(self, status: Status, kept: Kept, session: SessionId) -> None:
        """What is kept was accepted again in this session, by its peer or another one that a person chose."""

    def interrupt(self, session: SessionId) -> None:
        """The peer has come back: what is left of its earlier session is over."""

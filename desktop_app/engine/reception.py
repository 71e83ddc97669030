"""What the transfers of every session need of this computer: rows, the person to ask, and where things go."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from desktop_app.engine.transfers import Transfers
from desktop_app.events import OfferReceived, RecordId, SessionId, TextReceived, Transfer, TransferId
from desktop_app.storage.room import Promises
from desktop_app.transfer.status import Status


class Reception:
    """An `Owner` of transfers. Safe from any thread."""

    def __init__(
        self,
        transfers: Transfers,
        emit: Callable[[OfferReceived | TextReceived], None],
        save_folder: Callable[[], Path],
        record_of: Callable[[SessionId], RecordId | None],
    ) -> None:
        """`record_of`: which remembered device the peer of a session is."""
        self.promises: Final = Promises()
        self._transfers, self._emit, self._save_folder, self._record_of = transfers, emit, save_folder, record_of

    def new_status(self, transfer: Transfer) -> Status:
        return self._transfers.add(transfer)

    def next_transfer_id(self) -> TransferId:
        return self._transfers.next_id()

    def offer_received(self, event: OfferReceived, status: Status) -> None:
        if not status.over:
            self._emit(event)

    def text_received(self, event: TextReceived) -> None:
        self._emit(event)

    def save_folder(self) -> Path:
        return self._save_folder()

    def is_remembered(self, session: SessionId) -> bool:
        return self._record_of(session) is not None

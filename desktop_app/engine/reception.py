"""What the transfers of every session need of this computer: rows, the person to ask, and where things go."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Protocol

from msgspec.structs import replace

from desktop_app.engine.house import House
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import AppError, ConnectionLost
from desktop_app.events import AlwaysAccept, OfferReceived, RecordId, SessionId, TextReceived, Transfer, TransferId
from desktop_app.storage.destination import Destination
from desktop_app.storage.devices import Taken
from desktop_app.storage.existing import Existing
from desktop_app.storage.room import Promises
from desktop_app.storage.selection import Selection
from desktop_app.transfer.journal_records import Begun, Offered, Owned
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status


class Session(Protocol):
    """What has to be known of a link here."""

    def stop(self, error: AppError) -> None: ...

    @property
    def chain(self) -> str: ...

    @property
    def called_at(self) -> str: ...


class Reception:
    """An `Owner` of transfers. Safe from any thread."""

    def __init__(
        self,
        transfers: Transfers,
        emit: Callable[[OfferReceived | TextReceived], None],
        house: House,
        keeper: Keeper,
        find: Callable[[SessionId], "Session | None"],
        record_of: Callable[[SessionId], RecordId | None],
    ) -> None:
        """`record_of`: which remembered device the peer of a session is."""
        self.promises: Final = Promises()
        self.keeping: Final = transfers.keeping
        self._transfers, self._emit, self._house, self._keeper = transfers, emit, house, keeper
        self._find, self._record_of = find, record_of

    def new_status(self, transfer: Transfer) -> Status:
        return self._transfers.new(transfer)

    def next_transfer_id(self) -> TransferId:
        return self._transfers.next_id()

    def offer_received(self, event: OfferReceived, status: Status) -> None:
        if not status.over:
            self._emit(event)

    def text_received(self, event: TextReceived) -> None:
        self._emit(event)

    def save_folder(self) -> Path:
        return self._house.save_folder()

    def existing(self) -> Existing:
        return self._house.existing()

    def is_remembered(self, session: SessionId) -> bool:
        return self._record_of(session) is not None

    def always(self, session: SessionId) -> AlwaysAccept | None:
        record = self._proved(session)
        device = None if record is None else self._keeper.find(record)
        if device is None or device.always is None:
            return None
        return AlwaysAccept(self._house.folder_for(device.always.folder), device.always.most)

    def take_unasked(self, session: SessionId, size: int, then: Callable[[Taken], None]) -> None:
        record = self._proved(session)
        if record is None:
            then(Taken.NOT_WANTED)
        else:
            self._keeper.take_unasked(record, size, then)

    def _proved(self, session: SessionId) -> RecordId | None:
        facts = self._transfers.facts(session)
        return None if facts is None else facts.proved

    def owner_of(self, session: SessionId) -> str:
        if (record := self._record_of(session)) is not None:
            return record
        link = self._find(session)
        return "" if link is None else link.chain

    def keep_sending(self, status: Status, offered: Offered, selection: Selection, session: SessionId) -> None:
        link, spool = self._find(session), status.recorder.spool
        if link is not None and spool is not None:
            begun = replace(
                self._begun(status, offered, spool, session),
                sources=tuple((name, os.fsencode(path)) for name, path in selection.selected.sources.items()),
                only=selection.only,
                address=link.called_at,
            )
            self.keeping.begin(status, begun, session)

    def keep_given_up(self, status: Status, offered: Offered, session: SessionId) -> None:
        no_spool = Path(offered.number.hex())  # a name that none has
        self.keeping.give_up(self._begun(status, offered, no_spool, session), session)

    def keep_receiving(
        self,
        status: Status,
        offered: Offered,
        destination: Destination,
        existing: tuple[str, ...] | None,
        session: SessionId,
    ) -> None:
        if (spool := status.recorder.spool) is not None:
            begun = replace(
                self._begun(status, offered, spool, session),
                folder=os.fsencode(destination.path),
                private=destination.private,
                existing=existing,
                executable=self.is_remembered(session),
                unasked=status.transfer.unasked,
                with_programs=not status.without_programs,
            )
            self.keeping.begin(status, begun, session)

    def goes_on(self, status: Status, kept: Kept, session: SessionId) -> None:
        link, peer = self._find(session), status.transfer.peer
        address = "" if link is None else link.called_at
        self.keeping.goes_on_with(kept, Owned(self.owner_of(session), peer, self._transfers.facts(session), address))

    def interrupt(self, session: SessionId) -> None:
        if (link := self._find(session)) is not None:
            link.stop(ConnectionLost())

    def _begun(self, status: Status, offered: Offered, spool: Path, session: SessionId) -> Begun:
        return Begun(
            offered=offered,
            owner=self.owner_of(session),
            peer=status.transfer.peer,
            at=time.time(),
            spool=spool.name,
            facts=self._transfers.facts(session),
            offered_at=status.offered_at or 0.0,
        )

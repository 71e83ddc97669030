"""One computer of a verified session without sockets and engine: its two threads are played one after the other, so
that a test decides what comes when. Its disk is real.
"""

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from msgspec.structs import replace

from desktop_app.errors import ConnectionLost
from desktop_app.events import (
    AlwaysAccept,
    Contents,
    Direction,
    OfferReceived,
    SessionId,
    State,
    TextReceived,
    Transfer,
    TransferId,
)
from desktop_app.protocol import messages
from desktop_app.protocol.messages import Message
from desktop_app.protocol.session import VerifiedSession
from desktop_app.storage.destination import Destination
from desktop_app.storage.devices import Taken
from desktop_app.storage.existing import Existing
from desktop_app.storage.room import Promises
from desktop_app.storage.selection import Selection
from desktop_app.transfer import exchange as exchange_module
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.journal_records import Begun, Offered, Owned
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.recorder import Recorder
from desktop_app.transfer.status import Status

PEER: Final = "0" * 32  # a remembered device
_ROOM: Final = 4096
_HANGS: Final = 20.0
_NOW: Final = 4e9  # nothing that is kept is too old

Record = Message | tuple[int, bytes]

# That a CANCEL waits for a DONE that may be on its way needs a clock, and there is none here.
setattr(exchange_module, "_LAST_WORD", 0.0)  # noqa: B010


class PlayedComputer:
    """An `Owner` of transfers, which go to `root/into`. `keeps`: what is interrupted goes on later."""

    def __init__(self, root: Path, *, keeps: bool, remembered: bool) -> None:
        self.into: Final = root / "into"
        self.promises: Final = Promises()
        self._spools = root / "spools"
        for place in (self.into, self._spools):
            place.mkdir(exist_ok=True)
        self.keeping: Final = Keeping(root / "profile")
        self.keeps, self.remembered = keeps, remembered
        self.accepts: AlwaysAccept | None = None
        self.taken = 0  # bytes, of what was accepted without asking
        self.statuses: list[Status] = []
        self.offers: list[OfferReceived] = []
        self.texts: list[TextReceived] = []
        self._session = 0
        self.meet()

    # --- the session -----------------------------------------------------------------------------------------

    def meet(self) -> None:
        """A new one."""
        self._session += 1
        self.outbox = Outbox()
        self._room = memoryview(bytearray(_ROOM))
        self.exchange = Exchange(
            cast(VerifiedSession, None), SessionId(self._session), self.outbox, self._room, self, self, peer="Ben"
        )

    def cut(self) -> None:
        """The line is."""
        for thread in threading.enumerate():
            if isinstance(thread, threading.Timer):
                thread.join(_HANGS)
        self.outbox.close()
        self.exchange.interrupted(ConnectionLost())

    def close(self) -> None:
        """And the program ends."""
        self.cut()
        self.keeping.close()
        for status in self.statuses:
            status.recorder.discard()

    def take_back_what_was_given_up(self) -> None:
        """As the engine does for whom it meets."""
        session = SessionId(self._session)
        owner = self.owner_of(session)
        for kept in self.keeping.taken_back(owner, session, {session}):
            self.exchange.take_back(kept)

    def write(self, turns: int = 1) -> list[Record]:
        """The writer's turn, so many times: what goes over the line then. Raises what ends the session."""
        said: list[Record] = []
        for _ in range(turns):
            match self.outbox.next(0):
                case None:
                    break
                case (number, pieces):
                    piece = next(pieces, None)
                    if piece is None:
                        self.outbox.drop_stream(number)
                    elif isinstance(piece, Message):
                        said.append(_fresh(piece))
                    elif piece:
                        said.append((number, bytes(self._room[:piece])))
                case Message() as message:
                    said.append(_fresh(message))
                case command:
                    command()
        return said

    def hear(self, record: Record) -> None:
        """The reader's turn. Raises what ends the session."""
        if isinstance(record, Message):
            self.exchange.receive(record)
        else:
            self.exchange.receive_data(record[0], memoryview(record[1]))
        self.settle()

    def settle(self) -> None:
        """Wait for what was begun on other threads."""
        for lane in list(self.exchange._incoming._lanes.values()):
            if (thread := lane._thread) is not None:
                thread.join(_HANGS)
                assert not thread.is_alive(), "a transfer hangs"

    def send(self, what: Selection | str) -> Status:
        """As the writer does when a person wants it."""
        if isinstance(what, str):
            contents = Contents((), files=0, folders=0, total=len(what.encode()))
        else:
            contents = Contents(what.names, what.files, what.folders, what.total, what.programs, items=what.tops)
        row = Transfer(self.next_transfer_id(), Direction.SENDING, "Ben", State.PREPARING, contents)
        status = self.new_status(row)
        self.exchange.send(what, status)
        return status

    # --- the engine, as transfers know it ----------------------------------------------------------------------

    def waited_to_send(self) -> float:
        return 0.0

    def waited_to_receive(self) -> float:
        return 0.0

    def new_status(self, transfer: Transfer) -> Status:
        recorder = Recorder(self._spools) if self.keeps else Recorder()
        self.statuses.append(Status(transfer, lambda _: None, self.keeping.over, recorder))
        return self.statuses[-1]

    def next_transfer_id(self) -> TransferId:
        return TransferId(len(self.statuses) + 1)

    def offer_received(self, event: OfferReceived, status: Status) -> None:
        self.offers.append(event)

    def text_received(self, event: TextReceived) -> None:
        self.texts.append(event)

    def save_folder(self) -> Path:
        return self.into

    def existing(self) -> Existing:
        return Existing.KEEP_BOTH

    def always(self, session: SessionId) -> AlwaysAccept | None:
        return self.accepts

    def take_unasked(self, session: SessionId, size: int, then: Callable[[Taken], None]) -> None:
        if self.accepts is None:
            then(Taken.NOT_WANTED)
        elif self.taken + size > self.accepts.most:
            then(Taken.TOO_MUCH)
        else:
            self.taken += size
            then(Taken.COUNTED)

    def is_remembered(self, session: SessionId) -> bool:
        return self.remembered

    def owner_of(self, session: SessionId) -> str:
        return PEER if self.remembered else ""

    def keep_sending(self, status: Status, offered: Offered, selection: Selection, session: SessionId) -> None:
        if (begun := self._begun(offered, status, session)) is not None:
            self.keeping.begin(status, begun, session)

    def keep_given_up(self, status: Status, offered: Offered, session: SessionId) -> None:
        if self.keeps:
            self.keeping.give_up(
                Begun(offered, self.owner_of(session), "Ben", _NOW, offered.number.hex(), None), session
            )

    def keep_receiving(
        self,
        status: Status,
        offered: Offered,
        destination: Destination,
        existing: tuple[str, ...] | None,
        session: SessionId,
    ) -> None:
        if (begun := self._begun(offered, status, session)) is not None:
            folder, private = os.fsencode(destination.path), destination.private
            begun = replace(begun, folder=folder, private=private, existing=existing, executable=self.remembered)
            self.keeping.begin(status, begun, session)

    def goes_on(self, status: Status, kept: Kept, session: SessionId) -> None:
        self.keeping.goes_on_with(kept, Owned(self.owner_of(session), status.transfer.peer))

    def interrupt(self, session: SessionId) -> None:
        raise AssertionError("no earlier session is left")

    def _begun(self, offered: Offered, status: Status, session: SessionId) -> Begun | None:
        spool = status.recorder.spool
        return None if spool is None else Begun(offered, self.owner_of(session), "Ben", _NOW, spool.name, None)


def _fresh(message: Message) -> Message:
    """As it arrives: through its encoding."""
    arrived = messages.decode(messages.encode(message))
    assert arrived == message
    return arrived

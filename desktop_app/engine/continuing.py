"""Interrupted transfers go on: by themselves where the same device is met again, or when a person says so.

What was accepted once is not asked for again. Who is met has proved to be the same, as a remembered device or by
continuing the session that was cut; anybody else is a person's choice, and asked anew over there.
"""

import contextlib
import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from desktop_app.engine.backoff import Backoff
from desktop_app.engine.calling import Calling
from desktop_app.engine.calls import Meant, To
from desktop_app.engine.devices import Devices
from desktop_app.engine.jobs import Errands
from desktop_app.engine.link import Link
from desktop_app.engine.preparing import left_out_of
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import (
    AppError,
    BadAddress,
    CannotContinue,
    FolderUnusableThere,
    LocalProtocolError,
    NoSpaceThere,
    PausedHere,
    PeerUnreachable,
    StorageError,
    TooManyOffersThere,
    WaitsForPeer,
    WaitsForPerson,
)
from desktop_app.errors.crashes import log_crash
from desktop_app.events import (
    Contents,
    DeviceId,
    Direction,
    RecordId,
    Restored,
    SessionId,
    State,
    Transfer,
    TransferId,
)
from desktop_app.storage.scan import scan_again
from desktop_app.storage.selection import Selection
from desktop_app.transfer.journal_records import Offered
from desktop_app.transfer.keeping import NOBODY_YET
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address

_log: Final = logging.getLogger(__name__)
_PAUSES: Final = (2.0, 5.0, 15.0, 60.0, 300.0)  # seconds before each dial of a device for which something waits
_FOR_NOW: Final = (NoSpaceThere, FolderUnusableThere, TooManyOffersThere)  # so says a computer, and no person
_MET_IN_VAIN: Final = (WaitsForPeer, WaitsForPerson, PeerUnreachable)  # while something else had it
_AGAIN: Final = (5.0, 15.0, 60.0)  # seconds before each further offer of what a device that is there did not take


class Paths(Protocol):
    """How to reach others."""

    calling: Calling

    def owner_of(self, session: SessionId) -> str: ...

    def introduced_links(self) -> list[Link]: ...


class Continuing:
    """Safe from any thread."""

    def __init__(
        self,
        emit: Callable[[Restored], None],
        transfers: Transfers,
        devices: Devices,
        paths: Callable[[], Paths],
        *,
        restores: bool,
    ) -> None:
        """`restores`: to go on with what earlier runs have left."""
        self._emit = emit
        self._restores = restores
        self._transfers, self._devices, self._paths = transfers, devices, paths
        self._keeping = transfers.keeping
        self._errands = Errands()
        self._stopping = False
        self._dialled: dict[RecordId, Backoff] = {}
        self._offered: dict[TransferId, Backoff] = {}

    @property
    def restoring(self) -> bool:
        """Whether there may be more of an earlier run than is among the transfers."""
        return self._keeping.restoring

    def start(self, save_folder: Path) -> None:
        """Rows of what an earlier run of the program has left, one after the other; Restored when all are there."""
        if self._restores:
            self._keeping.restoring = True
            self._errands.run("restore", lambda: self._restore(save_folder))

    def stop(self) -> None:
        """Nothing more is begun."""
        self._stopping = True

    def close(self, seconds: float) -> None:
        """After every session is over: the next run may go on. May be called twice."""
        self._errands.close(seconds)
        self._keeping.close()

    # --- whom one meets ----------------------------------------------------------------------------------

    def met(self, link: Link) -> None:
        """The peer is there, and has proved who it is."""
        if self._stopping:
            return
        owner = self._paths().owner_of(link.id)
        self._take_back(link, owner)
        for status in self._keeping.sending(owner):
            self._go_on_over(link, status)

    def tick(self, now: float) -> None:
        """About every second: dial remembered devices that are seen and for which something waits."""
        if self._stopping:
            return
        for number in [each for each in self._offered if self._transfers.is_over(each)]:
            del self._offered[number]
        for link in self._paths().introduced_links():
            if self._keeping.any_taken_back:
                self._take_back(link, self._paths().owner_of(link.id))
            self._offer_again(link, now)
        wanted = {status.kept.lasting_owner for status in self._keeping.waiting() if status.kept is not None} - {""}
        for record in [each for each in self._dialled if each not in wanted]:
            del self._dialled[record]
        for device in self._devices.snapshot() if wanted else ():
            if device.away or device.remembered is None or device.stale or device.remembered.id not in wanted:
                continue
            record = device.remembered.id
            if device.session is not None:
                self._dialled.pop(record, None)
                continue
            again = self._dialled.setdefault(record, Backoff(_PAUSES, now))
            if again.is_due(now) and self._paths().calling.dial_remembered(device, record):
                again.tried(now)

    # --- what a person wants -----------------------------------------------------------------------------

    def resume(self, status: Status, to: To | None) -> None:
        """Go on now: over a session that there is, or where the peer was, and also where the person paused it before.
        `to`: the person knows better."""
        kept = status.kept
        if kept is None or not status.waits:
            return
        if status.paused_here:
            status.go_on(PausedHere)
            self.note_pause(status)
        if to is None:
            for link in self._paths().introduced_links():
                if kept.owner and self._paths().owner_of(link.id) == kept.owner:
                    if status.transfer.direction is Direction.SENDING:
                        self._go_on_over(link, status)
                    return
        record = RecordId(kept.lasting_owner) if kept.lasting_owner else None
        if record is not None and not self._paths().calling.knows(record):
            record = None  # forgotten: whoever it is has to be compared with, and asked
        found = to or self._where(kept, record)
        if found is None:
            status.interrupted(PeerUnreachable(peer=status.transfer.peer))
        elif status.transfer.direction is Direction.RECEIVING:
            self._paths().calling.pair(found, Meant(record))
        elif self._keeping.claim(status, NOBODY_YET, self._is_stopping):
            calling = self._paths().calling
            self._look(status, kept, lambda selection: calling.send(selection, status, found, Meant(record)))

    def note_pause(self, status: Status) -> None:
        """The person lets it wait, or does no longer, while no session has it."""
        self._errands.run(f"pause-{status.transfer.id}", status.note_pause)

    # --- inside ------------------------------------------------------------------------------------------

    def _take_back(self, link: Link, owner: str) -> None:
        living = {each.id for each in self._paths().introduced_links()} | {link.id}
        for kept in self._keeping.taken_back(owner, link.id, living):
            link.command(lambda exchange, kept=kept: exchange.take_back(kept))  # type: ignore[misc]

    def _offer_again(self, link: Link, now: float) -> None:
        """What could not go on when the peer was met, for want of room perhaps: nobody tells when there is some."""
        for status in self._keeping.sending(self._paths().owner_of(link.id)):
            if isinstance(status.transfer.paused, _MET_IN_VAIN):
                self._go_on_over(link, status)
            elif isinstance(status.transfer.paused, _FOR_NOW):
                again = self._offered.setdefault(status.transfer.id, Backoff(_AGAIN, now))
                if again.is_due(now):
                    again.tried(now)
                    self._go_on_over(link, status)

    def _restore(self, save_folder: Path) -> None:
        try:
            for status in self._keeping.restore(self._row, self._is_stopping):
                self._transfers.add(status)
                kept = status.kept
                if kept is not None and kept.finished:
                    kept.only_noting = True
                    self._errands.run(f"finish-{status.transfer.id}", partial(self._transfers.finish, status, kept))
                else:
                    if kept is not None and kept.held:
                        status.pause(PausedHere())
                    status.interrupted()
        except Exception as crash:
            log_crash(_log, "what an earlier run has left could not be read", crash)
        if self._stopping:
            return
        self._keeping.restoring = False
        for link in self._paths().introduced_links():  # they were met too early
            self.met(link)
        self._emit(Restored())
        self._keeping.remove_abandoned(save_folder)

    def _where(self, kept: Kept, record: RecordId | None) -> DeviceId | Address | None:
        devices = self._devices.snapshot()
        if record is not None:
            seen = [each.id for each in devices if each.record == record]
        else:
            seen = [each.id for each in devices if each.name == kept.peer and each.remembered is None]
        if len(seen) == 1:
            return seen[0]
        with contextlib.suppress(BadAddress):  # none, or by an interface whose name nobody could type
            return Address.parse(kept.address)
        return None

    def _go_on_over(self, link: Link, status: Status) -> None:
        kept = status.kept
        if kept is None or not self._keeping.claim(status, link.id, self._is_stopping):
            return

        def send(selection: Selection) -> None:
            self._paths().calling.send_over(link, selection, status)

        self._look(status, kept, send)

    def _look(self, status: Status, kept: Kept, then: Callable[[Selection], None]) -> None:
        """Whether what was selected is still what was offered, on a thread of its own. Where it is not, the peer hears
        of that like of what a person gives up."""

        def look() -> None:
            try:
                selection = scan_again(kept.selected, lambda: status.over or self._stopping, whole=True)
                status.selected = selection.selected
                if Offered.of_selection(selection, kept.number) != kept.begun.offered:
                    status.end(CannotContinue())
                elif not status.over:
                    status.left_out(left_out_of(selection))
                    then(selection)
            except StorageError as error:  # what it is on may be taken out, and come back
                status.interrupted(error)
            except AppError:
                status.interrupted()
            except Exception as crash:
                log_crash(_log, "going on with a transfer failed", crash)
                status.end(LocalProtocolError(detail="continuation"))

        if not self._errands.run(f"continue-{status.transfer.id}", look):
            status.interrupted()

    def _is_stopping(self) -> bool:
        return self._stopping

    def _row(self, kept: Kept, direction: Direction) -> Status:
        offered, tops = kept.begun.offered, kept.begun.offered.tops
        contents = Contents(tops.names, offered.files, offered.folders, offered.total, offered.programs, items=tops)
        row = Transfer(self._transfers.next_id(), direction, kept.peer, State.MOVING, contents)
        if direction is Direction.RECEIVING:
            row = replace(row, into=kept.folder, unasked=kept.begun.unasked)
        status = self._transfers.make(row, kept.begun.spool)
        status.began_before(kept)
        status.meter.begin_again(kept.here, 0)
        return status

"""One running Tallystick: what the window and the command line talk to.

Nothing here blocks its caller but `start` and `shutdown`. Whatever happens comes out of one door,
`emit`, in one order; the listener is called by whichever worker caused it.
"""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Final

from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.engine.calls import Meant
from desktop_app.engine.devices import Devices
from desktop_app.engine.door import Door
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.link import Link
from desktop_app.engine.links import Links
from desktop_app.engine.past import Past, Saved
from desktop_app.engine.process import forbid_core_dumps, log_crash
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import AppError, LocalProtocolError, PortInUse, TooManyDevices
from desktop_app.events import (
    Contents,
    Device,
    DeviceId,
    Direction,
    Event,
    FileFailure,
    HistoryId,
    HistoryPage,
    Listening,
    Progress,
    RecordId,
    RememberedDevice,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferId,
    Trouble,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import require_kem
from desktop_app.storage import settings as settings_file
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.existing import Existing
from desktop_app.storage.profile import Profile
from desktop_app.storage.scan import scan
from desktop_app.storage.settings import Settings, Visibility
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.listener import Listener
from desktop_app.transport.slots import Slots

_log: Final = logging.getLogger(__name__)
_SHUTDOWN: Final = 2.0  # seconds for peers to hear of it


class Answer(Enum):
    """What a person says of a code."""

    MATCH = "match"
    DIFFERENT = "different"
    NOT_NOW = "not now"


class Engine:
    """Discovery, sessions and transfers of one profile."""

    def __init__(
        self,
        profile: Profile,
        emit: Callable[[Event], None],
        *,
        port: int | None = None,
        can_show_codes: bool = True,
        offers: bool = True,
        save_folder: Path | None = None,
    ) -> None:
        """`port` None: the setting's, or any other where that is taken; 0: any. `offers`: to listen and be found.

        `save_folder` stands instead of the setting's.
        """
        self.profile: Final = profile
        self.port = 0
        self._listener_of_events = emit
        self._events: deque[Event] = deque()
        self._emitting = threading.Lock()
        self._asked_port, self._can_show_codes, self._offers = port, can_show_codes, offers
        self._save_folder = save_folder
        self._settings, self._settings_trouble = settings_file.load(profile)
        self._settings_lock = threading.Lock()
        self._slots = Slots()
        self._devices = Devices(self.emit)
        self._past = Past(profile, self.emit, lambda session: self._links.facts(session))
        self._transfers = Transfers(self.emit, self._past)
        self._store = DeviceStore(
            profile, lambda error: self.emit(Trouble(error)), keep_days=lambda: self._settings.remember_days
        )
        self._keeper = Keeper(
            self._store,
            self.emit,
            on_changed=self._on_remembered_changed,
            on_forgotten=lambda records: self._links.end_forgotten(records),
            on_look=self._on_look,
        )
        self._devices.remember_with(self._keeper)
        self._links = Links(self, self.emit, self._devices, self._transfers, self._slots, self._keeper)
        self._neighbourhood = Neighbourhood(
            self._devices.peer_changed, self._devices.peer_gone, self._on_network, self._store.hints
        )
        self._door = Door(profile, self)
        self._on_the_air: frozenset[RecordId] = frozenset()  # whom the hints of the present instance are for
        self._listener: Listener | None = None
        self._workers: list[threading.Thread] = []
        self._stopping = False

    def emit(self, event: Event) -> None:
        """The one door out: events reach the listener one at a time, in the order in which they were emitted."""
        self._events.append(event)
        while self._events and self._emitting.acquire(blocking=False):
            try:
                while self._events:
                    self._listener_of_events(self._events.popleft())
            finally:
                self._emitting.release()

    # --- life ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Listen and look around. Raises PortInUse for a port that was asked for, KeysUnavailable."""
        forbid_core_dumps()
        require_kem()
        if self._settings_trouble is not None:
            self.emit(Trouble(self._settings_trouble))
        self._keeper.start()
        self._past.start()
        self._on_the_air = self._remembered_ids()
        if self._is_open:
            self._listen()
        self._neighbourhood.start(
            port=self.port, name=self._settings.name, visibility_everyone=self._for_everyone, announce=self._is_open
        )
        self._door.open()

    def shutdown(self) -> None:
        """Tell the peers, end every thread; about three seconds at most. May be called twice."""
        self._stopping = True
        self._door.close()
        with self._settings_lock:
            listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()
        self._transfers.cancel_preparing()
        self._links.close(time.monotonic() + _SHUTDOWN)
        self._keeper.close(_SHUTDOWN)
        self._neighbourhood.close()
        for worker in self._workers:
            worker.join(_SHUTDOWN)
        self._past.close(_SHUTDOWN)

    # --- what there is -----------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        return self._settings

    def devices(self) -> tuple[Device, ...]:
        return self._devices.snapshot()

    def transfers(self) -> tuple[Transfer, ...]:
        """Of this run, oldest first."""
        return self._transfers.snapshot()

    def progress(self, transfer: TransferId) -> Progress | None:
        status = self._transfers.find(transfer)
        return status.meter.snapshot() if status is not None else None

    def session(self, session: SessionId) -> SessionFacts | None:
        """What a person may see of a verified session, living or over."""
        return self._links.facts(session)

    def sessions(self) -> tuple[SessionFacts, ...]:
        """The verified sessions that live, then those of this run that are over; each the newest first."""
        return self._links.all_facts()

    def remembered(self) -> tuple[RememberedDevice, ...]:
        """The most recently used first."""
        return self._keeper.remembered()

    def history(
        self, then: Callable[[HistoryPage], None], query: str = "", before: HistoryId | None = None, limit: int = 50
    ) -> None:
        """Transfers that are over, of whichever run, the newest first: those older than `before` in which every word
        of `query` is part of a name. `then` is called once, by a worker."""
        self._past.page(then, query, before, limit)

    # --- what a person wants -------------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], to: DeviceId | Address, *, expected: RecordId | None = None) -> TransferId:
        """Send files and folders; how it goes comes as TransferChanged.

        `expected`: the remembered device that has to prove itself there. A card that is recognised as one, now that
        it is clicked, stands for it by itself.
        """
        device, meant = self._meant(to, expected)
        peer = str(to) if device is None else device.name or (device.remembered.name if device.remembered else "")
        contents = Contents(tuple(path.name for path in paths), files=0, folders=0, total=0)
        number = self._transfers.next_id()
        status = self._transfers.add(Transfer(number, Direction.SENDING, peer, State.PREPARING, contents))
        self._work(f"prepare-{number}", lambda: self._prepare(paths, to, meant, status))
        return number

    def pair(self, to: DeviceId | Address, *, expected: RecordId | None = None) -> None:
        """Connect, and prove or compare, only; ends in Verified, ComparisonOver, Unproven or Trouble."""
        self._links.pair(to, self._meant(to, expected)[1])

    def answer_code(self, session: SessionId, answer: Answer) -> None:
        """What the person says of the code on the screen."""
        link = self._links.find(session)
        if link is None:
            return
        match answer:
            case Answer.MATCH:
                link.confirm()
            case Answer.DIFFERENT:
                link.differ()
            case Answer.NOT_NOW:
                link.not_now()

    def remember(self, session: SessionId) -> None:
        """The person wants the device of this session remembered; Remembered follows once both sides want it."""
        link = self._links.find(session)
        if link is not None and self._keeper.full:
            self.emit(Trouble(TooManyDevices(peer=link.peer, most=limits.RECORDS_MAX)))
        elif link is not None:
            link.remember()

    def go_on(self, session: SessionId) -> None:
        """After Recognised: the one who proved itself is meant, so send what waits."""
        self._links.go_on(session)

    def compare_anew(self, session: SessionId) -> None:
        """After Unproven: compare a code with whoever is there; the doubt stays in sight."""
        self._links.compare_anew(session)

    def give_up(self, session: SessionId) -> None:
        """After Unproven: send nothing."""
        self._links.give_up(session)

    def forget(self, device: RecordId) -> None:
        """Delete what is remembered of a device, end its sessions; RememberedChanged follows."""
        self._keep(lambda: self._store.forget(device))

    def rename_remembered(self, device: RecordId, name: str) -> None:
        """The person's own name for it; RememberedChanged follows."""
        self._keep(lambda: self._store.rename(device, name))

    def dismiss_failure(self) -> None:
        """The person has seen the red notice; others may start a comparison again."""
        self._links.comparisons.dismiss()

    def consider(self, transfer: TransferId, into: Path) -> None:
        """Would that folder do? The offer comes again, as OfferReceived with what the disk says of it."""
        link = self._link_of(self._transfers.find(transfer))
        if link is not None:
            link.command(lambda exchange: exchange.consider(transfer, into))

    def accept(self, transfer: TransferId, into: Path | None = None, existing: Existing | None = None) -> None:
        """Save it there, or in the usual folder; where the disk says no, the offer comes again with the reason.

        `existing`: else as the settings say, which keep both where they leave it to the person.
        """
        folder, policy = into or self.save_folder(), existing or self._settings.existing
        status = self._transfers.find(transfer)
        link = self._link_of(status)
        if link is not None:
            link.command(lambda exchange: exchange.accept(transfer, folder, policy))

    def decline(self, transfer: TransferId) -> None:
        link = self._link_of(self._transfers.find(transfer))
        if link is not None:
            link.command(lambda exchange: exchange.decline(transfer))

    def cancel(self, transfer: TransferId) -> None:
        status = self._transfers.find(transfer)
        if status is not None:
            self._links.cancel(status)

    def clear_history(self, entries: Collection[HistoryId] | None) -> None:
        """Forget these transfers and their receipts, or all where it is None; HistoryChanged follows."""
        self._past.clear(entries)

    def save_receipt(
        self, of: TransferId | HistoryId, path: Path, then: Saved, *, as_json: bool, replace: bool = False
    ) -> None:
        """Write the receipt of a delivered transfer, as JSON or text. `then` is called once, by a worker: it is there,
        or why not. `replace`: the person wants it in the place of what has that name."""
        self._past.save_receipt(of, path, then, as_json=as_json, replace=replace)

    def end_session(self, session: SessionId) -> None:
        """Close it and destroy its keys; after Recognised also: that one is not meant."""
        self._links.end(session)

    def change_settings(
        self,
        *,
        name: str | None = None,
        save_folder: Path | None = None,
        visibility: Visibility | None = None,
        existing: Existing | None = None,
    ) -> None:
        """Change, keep and apply; what the disk says against it comes as Trouble."""
        self._work("settings", lambda: self._change_settings(name, save_folder, visibility, existing))

    # --- what links need to know of this computer (House) ----------------------------------------------------

    def own_name(self) -> str:
        return self._settings.name

    def own_instance(self) -> str:
        return self._neighbourhood.instance if self._is_open else ""

    def may_compare(self) -> bool:
        return self._can_show_codes and self._settings.visibility is Visibility.EVERYONE and not self._stopping

    def save_folder(self) -> Path:
        return self._save_folder or Path(self._settings.save_folder)

    # --- inside ----------------------------------------------------------------------------------------------

    @property
    def _is_open(self) -> bool:
        """Whether this computer may be found and called."""
        return self._offers and self._settings.visibility is not Visibility.NOBODY

    @property
    def _for_everyone(self) -> bool:
        """Whether strangers may see its name."""
        return self._offers and self._settings.visibility is Visibility.EVERYONE

    def _keep(self, change: Callable[[], None]) -> None:
        """Change what is remembered, and tell it at once."""

        def job() -> None:
            change()
            self._keeper.look_now()

        self._keeper.do(job)

    def _remembered_ids(self) -> frozenset[RecordId]:
        return frozenset(device.id for device in self._keeper.remembered())

    def _on_remembered_changed(self) -> None:
        self._devices.remembered_changed()
        self._links.remembered_changed()

    def _on_look(self, now: float) -> None:
        """About every second, on the keeper's thread."""
        self._links.tick(now)
        if self._remembered_ids() != self._on_the_air and not self._links.any_verified:
            self._on_the_air = self._remembered_ids()
            self._neighbourhood.renew()

    def _work(self, name: str, do: Callable[[], None]) -> None:
        """Run something that takes a moment on a thread of its own; `shutdown` waits for it."""
        worker = threading.Thread(target=do, name=name)
        self._workers = [each for each in self._workers if each.is_alive()] + [worker]
        worker.start()

    def _listen(self) -> None:
        wanted = self.port or (self._settings.port if self._asked_port is None else self._asked_port)
        try:
            self._listener = Listener(wanted, self._slots, self._links.accepted)
        except PortInUse:
            if self._asked_port is not None:
                raise
            self._listener = Listener(0, self._slots, self._links.accepted)
        self.port = self._listener.port
        self.emit(Listening(self.port, wanted or self.port))

    def _meant(self, to: DeviceId | Address, expected: RecordId | None) -> tuple[Device | None, Meant]:
        """The card, and whom the person means by it."""
        device = None if isinstance(to, Address) else self._devices.find(to)
        if expected is None and device is not None and device.remembered is not None:
            expected = device.remembered.id
        return device, Meant(expected, None if device is None else device.session)

    def _prepare(self, paths: Sequence[Path], to: DeviceId | Address, meant: Meant, status: Status) -> None:
        """The thread of one selection: read what there is, then hand it to a session."""
        try:
            selection = scan(paths, lambda: status.over or self._stopping)
            if status.over:
                return
            left_out = tuple(FileFailure(each.path, each.error.without_trace()) for each in selection.left_out)
            contents = Contents(
                tuple(selection.names), selection.files, selection.folders, selection.total, selection.programs
            )
            found = replace(status.transfer, state=State.CONNECTING, contents=contents, left_out=left_out)
            status.prepared(found)
            self._links.send(selection, status, to, meant)
        except AppError as error:
            status.end(error)
        except Exception as crash:
            log_crash(_log, "preparing a transfer failed", crash)
            status.end(LocalProtocolError(detail="preparation"))

    def _change_settings(
        self, name: str | None, save_folder: Path | None, visibility: Visibility | None, existing: Existing | None
    ) -> None:
        try:
            with self._settings_lock:
                if self._stopping:
                    return
                before = self._settings
                self._settings = replaced = before.changed(name, save_folder, visibility, existing)
                settings_file.save(self.profile, replaced)
                if replaced.name != before.name:
                    self._neighbourhood.rename(replaced.name)
                if replaced.visibility is not before.visibility:
                    self._apply_visibility()
        except AppError as error:
            self.emit(Trouble(error))

    def _apply_visibility(self) -> None:
        if self._is_open and self._listener is None:
            self._listen()
        elif not self._is_open and self._listener is not None:
            self._listener.close()
            self._listener = None
        self._neighbourhood.set_visibility(everyone=self._for_everyone, announce=self._is_open, port=self.port)

    def _link_of(self, status: Status | None) -> Link | None:
        session = status.transfer.session if status is not None else None
        return self._links.find(session) if session is not None else None

    def _on_network(self, error: AppError | None) -> None:
        if error is not None:
            self.emit(Trouble(error))

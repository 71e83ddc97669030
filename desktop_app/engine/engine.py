"""One running Tallystick: what the window and the command line talk to.

Nothing here blocks its caller but `start` and `shutdown`. Whatever happens comes out of one door,
`emit`, in one order; the listener is called by whichever worker caused it.
"""

import time
from array import array
from collections.abc import Callable, Collection, Sequence
from enum import Enum
from pathlib import Path
from typing import Final, Unpack

from desktop_app.engine import process, sleepless, transfer_facts
from desktop_app.engine.calls import To
from desktop_app.engine.checking import Checking, Told
from desktop_app.engine.continuing import Continuing
from desktop_app.engine.devices import Devices
from desktop_app.engine.door import Door, instances
from desktop_app.engine.house import House
from desktop_app.engine.keeper import Keeper
from desktop_app.engine.link import Link
from desktop_app.engine.links import Links
from desktop_app.engine.looks import AskedPeer
from desktop_app.engine.past import Past, Saved
from desktop_app.engine.preparing import Preparing
from desktop_app.engine.telling import Telling
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import AppError, PausedHere, TooManyDevices
from desktop_app.events import (
    AlwaysAccept,
    Device,
    Event,
    HistoryId,
    Invited,
    PastTransfer,
    Progress,
    RecordId,
    RememberedDevice,
    SessionFacts,
    SessionId,
    Transfer,
    TransferFacts,
    TransferId,
    Trouble,
)
from desktop_app.protocol import limits
from desktop_app.protocol.handshake import require_kem
from desktop_app.storage.devices import DeviceStore
from desktop_app.storage.existing import Existing
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Changes, Settings
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.slots import Slots

_SHUTDOWN: Final = 2.0  # seconds for peers to hear of it


class Answer(Enum):
    """What a person says of a code."""

    MATCH = "match"
    DIFFERENT = "different"
    NOT_NOW = "not now"
    NOBODY = "nobody there"  # who could answer


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
        continues: bool = True,
        save_folder: Path | None = None,
        existing: Existing | None = None,
    ) -> None:
        """`port` None: the setting's, or any other where that is taken; 0: any. `offers`: to listen and be found.

        `continues`: to go on with what an earlier run has left. `save_folder` and `existing` stand instead of the
        settings', the first also instead of where single devices are always accepted.
        """
        self.profile: Final = profile
        self._telling = Telling(emit)
        keeping = Keeping(profile.transfers)
        self._past = Past(
            profile,
            self.emit,
            lambda session: self._links.facts(session),
            lambda gone: self._transfers.forget(gone),
            keeping,
        )
        self._transfers = Transfers(self.emit, self._past, keeping, lambda session: self._links.facts(session))
        self._store = DeviceStore(
            profile, lambda error: self.emit(Trouble(error)), keep_days=lambda: self.settings.remember_days
        )
        self._keeper = Keeper(
            self._store,
            self.emit,
            on_changed=self._on_remembered_changed,
            on_forgotten=lambda records: self._links.end_forgotten(records),
            on_look=self._on_look,
        )
        self._devices = Devices(self.emit, self._keeper)
        slots = Slots()
        self._house = House(
            profile,
            self.emit,
            self._devices,
            slots,
            accepted=lambda channel, origin: self._links.accepted(channel, origin),
            make_room=lambda: self._links.make_room(),
            hints=self._store.hints,
            port=port,
            can_show_codes=can_show_codes,
            offers=offers,
            save_folder=save_folder,
            existing=existing,
        )
        self._continuing = Continuing(
            self.emit, self._transfers, self._devices, lambda: self._links, restores=continues
        )
        self._checking = Checking(
            self._house,
            self.ask_what_they_see,
            lambda: self.instance or min(instances(profile), default=""),
        )
        self._links = Links(
            self._house,
            self.emit,
            self._devices,
            self._transfers,
            slots,
            self._keeper,
            self._continuing,
            self._checking.answer,
        )
        self._preparing = Preparing(self._transfers, self._past, self._devices, self._links.calling)
        self._door = Door(profile, self)

    def emit(self, event: Event) -> None:
        """The one door out: events reach the listener one at a time, in the order in which they were emitted."""
        self._telling.add(event)
        self._telling.tell()

    # --- life ------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Listen and look around. Raises PortInUse for a port that was asked for, KeysUnavailable."""
        process.prepare()
        require_kem()
        self._house.tell_trouble()
        self._keeper.start()
        self._past.start()
        self._continuing.start(self._house.save_folder())
        self._house.open(self._remembered_ids())
        self._door.open()

    def shutdown(self) -> None:
        """Tell the peers, end every thread; about three seconds at most. May be called twice."""
        self._preparing.stop()
        self._continuing.stop()
        self._door.close()
        self._house.shut()
        self._transfers.cancel_preparing()
        self._links.close(time.monotonic() + _SHUTDOWN)
        self._keeper.close(_SHUTDOWN)
        self._checking.close(_SHUTDOWN)
        self._house.close(_SHUTDOWN)
        self._preparing.close(_SHUTDOWN)
        self._past.close(_SHUTDOWN)
        self._continuing.close(_SHUTDOWN)

    # --- what there is -----------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        return self._house.settings

    @property
    def port(self) -> int:
        """Where it listens, or did; 0 before."""
        return self._house.port

    @property
    def port_asked(self) -> bool:
        """Whether another one than the settings say was asked for, and so for this run."""
        return self._house.port_asked

    @property
    def instance(self) -> str:
        """The id under which it can be seen nearby, "" where it cannot."""
        return self._house.own_instance()

    @property
    def open_until(self) -> float | None:
        """Until when everyone nearby may see this computer though the settings say otherwise, in seconds since 1970."""
        return self._house.open_until

    def devices(self) -> tuple[Device, ...]:
        """Those that are seen, and some that are remembered and away."""
        return self._devices.snapshot()

    def transfers(self) -> tuple[Transfer, ...]:
        """Of this run, oldest first."""
        return self._transfers.snapshot()

    @property
    def restoring(self) -> bool:
        """Whether what an earlier run has left unfinished is still being read; Restored follows."""
        return self._continuing.restoring

    def transfer_facts(self) -> tuple[TransferFacts, ...]:
        """The same as this person's other programs may see them."""
        return tuple(transfer_facts.facts_of(each, self.progress(each.id)) for each in self.transfers())

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
        self, then: Callable[["array[int] | None"], None], query: str = "", without: Collection[TransferId] = ()
    ) -> None:
        """Which transfers are over, of whichever run, the newest first: the numbers of those in which every word of
        `query` is part of a name, and which are not among `without`. `then` is called once, by a worker: with None
        where the disk says no, which is Trouble, too."""
        self._past.index(then, query, without)

    def past(self, then: Callable[[tuple[PastTransfer, ...] | None], None], numbers: Collection[int]) -> None:
        """What is known of these, as far as they are in the history. `then` is called once, by a worker: with None
        where the disk says no, which is Trouble, too."""
        self._past.entries(then, numbers)

    def check(self, then: Told, address: Address | None = None) -> None:
        """Look for what keeps devices from seeing each other, and whether one can be reached at `address`; and ask
        those that there is a session with what they see. `then` is called once, by a worker, some seconds later."""
        self._checking.check(then, address)

    def ask_what_they_see(self, instance: str) -> list[AskedPeer]:
        """Ask everybody that there is a session with, also whether they hear `instance`."""
        return self._links.ask_what_they_see(instance)

    # --- what a person wants -------------------------------------------------------------------------------

    def send(self, paths: Sequence[Path], to: To, *, expected: RecordId | None = None) -> TransferId:
        """Send files and folders; how it goes comes as TransferChanged.

        `expected`: the remembered device that has to prove itself there. A card that is recognised as one, now that
        it is clicked, stands for it by itself.
        """
        return self._preparing.send(paths, to, expected)

    def retry(self, of: TransferId | HistoryId, to: To, *, expected: RecordId | None = None) -> TransferId:
        """Send what failed of a transfer, or all of one that came to nothing, and nothing else; as `send`."""
        return self._preparing.retry(of, to, expected)

    def retry_there(self, of: TransferId) -> TransferId | None:
        """The same, to the device that it went to; None where nothing failed, or it is not clear which one that is."""
        status = self._transfers.find(of)
        if status is None or not transfer_facts.can_retry(status.transfer):
            return None
        to = transfer_facts.whom(status.transfer, self.session, self.devices())
        return None if to is None else self.retry(of, to)

    def send_text(self, text: str, to: To, *, expected: RecordId | None = None) -> TransferId:
        """Send a text, to be shown there; as `send`. It is kept on no disk, here or there."""
        return self._preparing.send_text(text, to, expected)

    def pair(self, to: To, *, expected: RecordId | None = None) -> None:
        """Connect, and prove or compare, only; ends in Verified, ComparisonOver, Unproven or Trouble."""
        self._links.calling.pair(to, self._devices.meant(to, expected)[1])

    def invite(self) -> Invited:
        """A text for the other person, by which their computer reaches this one and is verified: once, within ten
        minutes. Raises NoNetwork, NotOpen."""
        addresses, port = self._house.own_addresses()
        return Invited(self._keeper.invitations.give(addresses, port, sleepless.now()), limits.INVITATION_SECONDS)

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
            case Answer.NOT_NOW | Answer.NOBODY:
                link.not_now(nobody=answer is Answer.NOBODY)

    def remember(self, session: SessionId) -> None:
        """The person wants the device of this session remembered; Remembered follows once both sides want it."""
        link = self._links.find(session)
        if link is not None and self._keeper.full:
            self.emit(Trouble(TooManyDevices(peer=link.peer, most=limits.RECORDS_MAX)))
        elif link is not None:
            link.remember()

    def go_on(self, session: SessionId) -> None:
        """After Recognised: the one who proved itself is meant, so send what waits."""
        self._links.calling.go_on(session)

    def compare_anew(self, session: SessionId) -> None:
        """After Unproven: compare a code with whoever is there; the doubt stays in sight."""
        self._links.calling.compare_anew(session)

    def give_up(self, session: SessionId) -> None:
        """After Unproven: send nothing."""
        self._links.calling.give_up(session)

    def forget(self, device: RecordId) -> None:
        """Delete what is remembered of a device, end its sessions; RememberedChanged follows."""
        self._keeper.change(lambda: self._store.forget(device))

    def rename_remembered(self, device: RecordId, name: str) -> None:
        """The person's own name for it; RememberedChanged follows."""
        self._keeper.change(lambda: self._store.rename(device, name))

    def always_accept(self, device: RecordId, always: AlwaysAccept | None) -> None:
        """Accept beforehand what that device sends once it has proved itself, or ask again; RememberedChanged follows.
        What was accepted goes on."""
        if always is None:
            self._keeper.change(lambda: self._store.always_accept(device, None))
        else:
            self._keeper.change(lambda: self._store.always_accept(device, always.folder, always.most))

    def dismiss_failure(self) -> None:
        """The person has seen the red notice; others may start a comparison again."""
        self._links.comparisons.dismiss()

    def consider(self, transfer: TransferId, into: Path) -> None:
        """Would that folder do? The offer comes again, as OfferReceived with what the disk says of it."""
        self._command(transfer, lambda exchange: exchange.consider(transfer, into))

    def accept(
        self, transfer: TransferId, into: Path | None = None, existing: Existing | None = None, *, unasked: bool = False
    ) -> None:
        """Save it there, or where the offer first said; where the disk says no, the offer comes again with the reason.

        `existing`: else as the settings say, or both are kept. `unasked`: said beforehand, and nobody saw the offer."""
        policy = existing or self._house.existing()
        self._command(transfer, lambda exchange: exchange.accept(transfer, into, policy, unasked=unasked))

    def decline(self, transfer: TransferId, because: AppError | None = None) -> None:
        """`because`: nobody says no, but it cannot be accepted for that reason, which both sides are told."""
        self._command(transfer, lambda exchange: exchange.decline(transfer, because))

    def take_text(self, transfer: TransferId) -> None:
        """After TextReceived: it is before the person, or kept for them; the sender hears that it was delivered."""
        self._command(transfer, lambda exchange: exchange.take_text(transfer))

    def cancel(self, transfer: TransferId) -> None:
        """Give it up; the row says so at once, the other side hears of it as soon as it listens."""
        status = self._transfers.find(transfer)
        if status is not None:
            self._links.cancel(status)

    def resume(self, transfer: TransferId, to: To | None = None) -> None:
        """Go on with one that was interrupted: with the same device, which has to prove itself if it is remembered;
        with any other a code is compared, and its person asked. `to`: where to look for it, else where it was."""
        status = self._transfers.find(transfer)
        if status is not None:
            self._continuing.resume(status, to)

    def pause(self, transfer: TransferId) -> None:
        """Let it wait until `unpause`; the row says so at once. Only what moves can wait."""
        self._change_pause(transfer, lambda status: status.pause(PausedHere()))

    def unpause(self, transfer: TransferId) -> None:
        self._change_pause(transfer, lambda status: status.go_on(PausedHere))

    def clear_history(self, entries: Collection[HistoryId | TransferId] | None) -> None:
        """Forget these transfers and their receipts, or all that are over where it is None; HistoryChanged follows."""
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

    def open_for_a_while(self) -> None:
        """Everyone nearby may see this computer for ten minutes, then whoever the settings say; SettingsChanged."""
        self._house.open_for_a_while()

    def change_settings(self, **changes: Unpack[Changes]) -> None:
        """Change, keep and apply: SettingsChanged; as Trouble what the disk says against it, or who has the port."""
        self._house.change_settings(changes)

    # --- inside ----------------------------------------------------------------------------------------------

    def _remembered_ids(self) -> frozenset[RecordId]:
        return frozenset(device.id for device in self._keeper.remembered())

    def _on_remembered_changed(self) -> None:
        self._devices.remembered_changed()
        self._links.remembered_changed()

    def _on_look(self, now: float) -> None:
        """About every second, on the keeper's thread."""
        self._devices.tick(now)
        self._links.tick(now)
        self._continuing.tick(now)
        self._house.tick(sleepless.now())
        if not self._links.any_verified:
            self._house.be_known_to(self._remembered_ids())

    def _command(self, transfer: TransferId, do: Callable[[Exchange], None]) -> None:
        """To be done by the session that has it; nothing where none has."""
        link = self._link_of(self._transfers.find(transfer))
        if link is not None:
            link.command(do)

    def _link_of(self, status: Status | None) -> Link | None:
        session = status.transfer.session if status is not None else None
        return self._links.find(session) if session is not None else None

    def _change_pause(self, transfer: TransferId, change: Callable[[Status], None]) -> None:
        if (status := self._transfers.find(transfer)) is not None:
            change(status)  # first: a session that takes it over in this moment looks at that
            if (link := self._link_of(status)) is not None:
                link.command(lambda exchange: exchange.tell_pause(status))
            else:
                self._continuing.note_pause(status)

"""An engine without network, disk or threads: it records commands and says what a test tells it to."""

from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Unpack

from desktop_app.discovery.checks.finding import Finding
from desktop_app.engine import Answer
from desktop_app.errors import AppError, NotOpen, NotProven, WaitsForSender
from desktop_app.events import (
    AlwaysAccept,
    CodeReady,
    ComparisonOver,
    Contents,
    Device,
    DeviceChanged,
    DeviceGone,
    DeviceId,
    Direction,
    Event,
    HistoryChanged,
    HistoryId,
    Invited,
    Kind,
    Method,
    OfferReceived,
    PastTransfer,
    Progress,
    Recognised,
    RecordId,
    Remembered,
    RememberedChanged,
    RememberedDevice,
    SessionEnded,
    SessionFacts,
    SessionId,
    SettingsChanged,
    State,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
    Unproven,
    Verified,
)
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Changes, Settings
from desktop_app.transport.address import Address
from tests.support.fake_past import past_transfer, searched

AFTERNOON = datetime.now().astimezone().replace(hour=14, minute=2, second=0, microsecond=0).timestamp()
DAY = 24 * 3600.0
WEEKS_AGO = AFTERNOON - 44 * DAY  # in the middle of an afternoon too, so that no summer time makes it another day


@dataclass
class FakeEngine:
    """`emit` may be a bridge's or a window's own `handle`. Commands are in `calls`, oldest first."""

    emit: Callable[[Event], None] = field(default=lambda _: None)
    settings: Settings = field(default_factory=lambda: Settings(name="Ada's laptop"))
    port: int = 47471
    port_asked: bool = False
    calls: list[tuple[object, ...]] = field(default_factory=list)
    started: bool = False
    open_until: float | None = None
    invitation: str | None = None  # None: it can invite nobody
    asked: list[str] = field(default_factory=list)  # of the history
    looked_up: list[tuple[int, ...]] = field(default_factory=list)  # numbers of the history
    checks: list[Callable[[tuple[Finding, ...]], None]] = field(default_factory=list)  # who waits for findings

    def __post_init__(self) -> None:
        self._devices: dict[DeviceId, Device] = {}
        self._transfers: dict[TransferId, Transfer] = {}
        self._progress: dict[TransferId, Progress] = {}
        self._sessions: dict[SessionId, SessionFacts] = {}
        self._remembered: tuple[RememberedDevice, ...] = ()
        self.all_past: list[PastTransfer] = []  # the newest first
        self.receipt_error: AppError | None = None
        self.past_refused = self.index_refused = False  # by the disk
        self._ids = count(1)

    # --- the engine's face ---

    def start(self) -> None:
        self.started = True

    def shutdown(self) -> None:
        self.started = False

    def check(self, then: Callable[[tuple[Finding, ...]], None], address: Address | None = None) -> None:
        self.calls.append(("check",) if address is None else ("check", address))
        self.checks.append(then)

    def devices(self) -> tuple[Device, ...]:
        return tuple(self._devices.values())

    def transfers(self) -> tuple[Transfer, ...]:
        return tuple(self._transfers.values())

    def progress(self, transfer: TransferId) -> Progress | None:
        return self._progress.get(transfer)

    def session(self, session: SessionId) -> SessionFacts | None:
        return self._sessions.get(session)

    def remembered(self) -> tuple[RememberedDevice, ...]:
        return self._remembered

    def history(
        self, then: Callable[["array[int] | None"], None], query: str = "", without: Collection[TransferId] = ()
    ) -> None:
        self.asked.append(query)
        if self.index_refused:
            then(None)
            return
        words = query.casefold().split()
        found = (each for each in self.all_past if all(word in searched(each) for word in words))
        then(array("q", (int(each.id) for each in found if each.transfer.id not in without)))

    def past(self, then: Callable[[tuple[PastTransfer, ...] | None], None], numbers: Collection[int]) -> None:
        self.looked_up.append(tuple(numbers))
        found = tuple(entry for entry in self.all_past if int(entry.id) in set(numbers))
        then(None if self.past_refused else found)

    def clear_history(self, entries: Collection[HistoryId | TransferId] | None) -> None:
        self.calls.append(("clear_history", None if entries is None else tuple(entries)))
        gone = {entry.transfer.id for entry in self.all_past if entries is None or entry.id in entries}
        self.all_past = [entry for entry in self.all_past if entries is not None and entry.id not in entries]
        over = [each for each in self._transfers.values() if each.state.final]
        for each in over:
            if entries is None or each.id in entries or each.id in gone:
                del self._transfers[each.id]
        self.emit(HistoryChanged())

    def save_receipt(
        self,
        of: TransferId | HistoryId,
        path: Path,
        then: Callable[[AppError | None], None],
        *,
        as_json: bool,
        replace: bool = False,
    ) -> None:
        self.calls.append(("save_receipt", of, path, as_json, replace))
        then(self.receipt_error)

    def send(self, paths: Sequence[Path], to: DeviceId | Address) -> TransferId:
        self.calls.append(("send", tuple(paths), to))
        return self._prepare(tuple(path.name for path in paths), to)

    def _prepare(self, names: tuple[str, ...], to: DeviceId | Address) -> TransferId:
        peer = str(to) if isinstance(to, Address) else self._devices[to].name
        transfer = Transfer(
            id=next(number for number in map(TransferId, self._ids) if number not in self._transfers),
            direction=Direction.SENDING,
            peer=peer,
            state=State.PREPARING,
            contents=Contents(names, files=0, folders=0, total=0),  # until it is read
        )
        self.change(transfer)
        return transfer.id

    def take_text(self, transfer: TransferId) -> None:
        self.calls.append(("take_text", transfer))
        if transfer in self._transfers:
            self.change(self._transfers[transfer], state=State.DELIVERED)

    def retry(self, of: TransferId | HistoryId, to: DeviceId | Address) -> TransferId:
        self.calls.append(("retry", of, to))
        return self._prepare((), to)  # what it is will be known once it is read

    def resume(self, transfer: TransferId, to: DeviceId | Address | None = None) -> None:
        self.calls.append(("resume", transfer, to))

    def pause(self, transfer: TransferId) -> None:
        self.calls.append(("pause", transfer))

    def unpause(self, transfer: TransferId) -> None:
        self.calls.append(("unpause", transfer))

    def send_text(self, text: str, to: DeviceId | Address) -> TransferId:
        self.calls.append(("send_text", text, to))
        return TransferId(next(self._ids))

    def pair(self, to: DeviceId | Address | Invitation) -> None:
        self.calls.append(("pair", to))

    def open_for_a_while(self) -> None:
        self.calls.append(("open_for_a_while",))
        self.open_until = AFTERNOON + 600
        self.emit(SettingsChanged())

    def invite(self) -> Invited:
        if self.invitation is None:
            raise NotOpen
        return Invited(self.invitation, 600.0)

    def answer_code(self, session: SessionId, answer: Answer) -> None:
        self.calls.append(("answer_code", session, answer))

    def remember(self, session: SessionId) -> None:
        self.calls.append(("remember", session))

    def go_on(self, session: SessionId) -> None:
        self.calls.append(("go_on", session))

    def compare_anew(self, session: SessionId) -> None:
        self.calls.append(("compare_anew", session))

    def give_up(self, session: SessionId) -> None:
        self.calls.append(("give_up", session))

    def forget(self, device: RecordId) -> None:
        self.calls.append(("forget", device))

    def rename_remembered(self, device: RecordId, name: str) -> None:
        self.calls.append(("rename_remembered", device, name))

    def always_accept(self, device: RecordId, always: AlwaysAccept | None) -> None:
        self.calls.append(("always_accept", device, always))
        self.remember_only(replace(each, always=always) if each.id == device else each for each in self._remembered)

    def dismiss_failure(self) -> None:
        self.calls.append(("dismiss_failure",))

    def consider(self, transfer: TransferId, into: Path) -> None:
        self.calls.append(("consider", transfer, into))

    def accept(self, transfer: TransferId, into: Path | None = None, existing: Existing | None = None) -> None:
        chosen = () if existing is None else (existing,)
        self.calls.append(("accept", transfer, into, *chosen))

    def decline(self, transfer: TransferId) -> None:
        self.calls.append(("decline", transfer))

    def cancel(self, transfer: TransferId) -> None:
        self.calls.append(("cancel", transfer))

    def end_session(self, session: SessionId) -> None:
        self.calls.append(("end_session", session))

    def change_settings(self, **changes: Unpack[Changes]) -> None:
        self.calls.append(("change_settings", changes))
        self.settings = self.settings.changed(changes)
        self.emit(SettingsChanged())

    # --- what a test makes happen ---

    def find(
        self,
        id_: str,
        name: str,
        platform: str = "linux",
        address: str = "192.168.1.23",
        *,
        stale: bool = False,
        remembered: RememberedDevice | None = None,
        away: bool = False,
    ) -> Device:
        """A device is near, or away."""
        device = Device(DeviceId(id_), name, platform, (address,), 47471, None, stale, remembered, away)
        self._devices[device.id] = device
        self.emit(DeviceChanged(device))
        return device

    def lose(self, id_: str) -> None:
        self._devices.pop(DeviceId(id_))
        self.emit(DeviceGone(DeviceId(id_)))

    def show_code(
        self,
        peer: str = "Kitchen PC",
        *,
        session: int = 1,
        digits: str = "4821 0973",
        words: tuple[str, str, str] = ("velvet", "anchor", "plate"),
        address: str = "192.168.1.23",
        incoming: bool = False,
        doubted: str = "",
    ) -> SessionId:
        self.emit(CodeReady(SessionId(session), peer, address, digits, words, incoming, doubted))
        return SessionId(session)

    def know(self, *names: str, compared_at: float = WEEKS_AGO) -> tuple[RememberedDevice, ...]:
        """These devices and no others are remembered, the most recently used first."""
        return self.remember_only(
            RememberedDevice(
                RecordId(f"{number:032x}"), name, compared_at, AFTERNOON - number * DAY, AFTERNOON + (89 - number) * DAY
            )
            for number, name in enumerate(names)
        )

    def remember_only(self, devices: Iterable[RememberedDevice]) -> tuple[RememberedDevice, ...]:
        self._remembered = tuple(devices)
        self.emit(RememberedChanged(self._remembered))
        return self._remembered

    def verify(
        self,
        session: SessionId,
        id_: str,
        *,
        method: Method = Method.CODE,
        compared_at: float = AFTERNOON,
        remembered: RememberedDevice | None = None,
        **facts: object,
    ) -> None:
        """Both people confirmed, or both sides proved it; the device's card gets its mark."""
        known = self._devices[DeviceId(id_)]
        name = known.name if remembered is None else remembered.name
        device = replace(known, session=session, name=name, remembered=remembered)
        self._devices[device.id] = device
        found = SessionFacts(
            id=session,
            peer=device.name,
            address=str(Address(device.addresses[0], device.port)),
            initiator=True,
            method=method,
            connected_at=AFTERNOON - 20,
            verified_at=AFTERNOON,
            compared_at=compared_at,
            agreement="X25519 + ML-KEM-768",
            cipher="AES-256-GCM",
            epoch=4,
            renewals=3,
            renewed_at=AFTERNOON + 400,
            bytes_sealed=3_200_000_000,
            bytes_opened=41_200,
            remembered=None if remembered is None else remembered.id,
            calls_itself=device.name,
            confined_by="Landlock",
        )
        self._sessions[session] = replace(found, **facts)  # type: ignore[arg-type]  # a test names the fields
        self.emit(Verified(session, device.name, method, compared_at))
        self.emit(DeviceChanged(device))

    def hold_back(self, session: SessionId, *names: str) -> list[Transfer]:
        """Files for a device that was called, and waits for a word."""
        return [
            self.change(
                Transfer(
                    TransferId(next(self._ids)),
                    Direction.SENDING,
                    "192.168.1.7",
                    State.CONNECTING,
                    Contents((name,), 1, 0, 4_200_000),
                    session=session,
                )
            )
            for name in names
        ]

    def recognise(self, session: SessionId, peer: str = "Kitchen PC", called: str = "192.168.1.7") -> None:
        self.emit(Recognised(session, peer, called, WEEKS_AGO))

    def doubt(self, session: SessionId, peer: str = "Kitchen PC", address: str = "192.168.1.23:47471") -> None:
        """Whoever answered did not prove to be that remembered device."""
        self.emit(Unproven(session, peer, address, NotProven(peer=peer)))

    def become_remembered(self, session: SessionId, device: RememberedDevice) -> None:
        """Both sides wanted it."""
        self._sessions[session] = replace(self._sessions[session], remembered=device.id)
        self.emit(Remembered(session, device))

    def end_comparison(self, session: SessionId, error: AppError, *, counted: bool, peer: str = "Kitchen PC") -> None:
        self.emit(ComparisonOver(session, peer, error, counted))

    def lose_session(self, session: SessionId, peer: str, error: AppError | None = None) -> None:
        facts = self._sessions.get(session)
        if facts is not None:
            self._sessions[session] = replace(facts, keys_destroyed_at=AFTERNOON + 900)
        self.emit(SessionEnded(session, peer, error))

    def offer(
        self,
        contents: Contents,
        *,
        peer: str = "Ada's laptop",
        into: Path = Path("/home/grace/Downloads"),
        free: int = 120_000_000_000,
        existing: tuple[str, ...] = (),
        problem: AppError | None = None,
        warnings: tuple[AppError, ...] = (),
        continues: int | None = None,
        because: AppError | None = None,
        session: int = 1,
    ) -> Transfer:
        transfer = Transfer(
            id=TransferId(next(self._ids)),
            direction=Direction.RECEIVING,
            peer=peer,
            state=State.ASKING if continues is None else State.MOVING,  # no row goes back
            contents=contents,
            session=SessionId(session),
            into=into,
            paused=None if continues is None else WaitsForSender(peer=peer),  # until it is accepted
        )
        self._transfers[transfer.id] = transfer
        self.emit(OfferReceived(transfer, free, into, existing, problem, warnings, continues, because))
        return transfer

    def receive_text(self, text: str, *, peer: str = "Ada's laptop", session: int = 1) -> Transfer:
        transfer = Transfer(
            id=TransferId(next(self._ids)),
            direction=Direction.RECEIVING,
            peer=peer,
            state=State.ASKING,
            contents=Contents((), 0, 0, len(text.encode()), kind=Kind.TEXT, characters=len(text)),
            session=SessionId(session),
            changed_at=AFTERNOON,
        )
        self._transfers[transfer.id] = transfer
        self.emit(TextReceived(transfer, text))
        return transfer

    def offer_again(self, transfer: Transfer, into: Path, **facts: object) -> None:
        """What the disk says of another folder."""
        offered = OfferReceived(replace(transfer, into=into), 120_000_000_000, into, existing=(), problem=None)
        self.emit(replace(offered, **facts))  # type: ignore[arg-type]  # a test names the fields

    def change(self, transfer: Transfer, **changes: object) -> Transfer:
        """A transfer stands differently."""
        changed: Transfer = replace(transfer, **changes)  # type: ignore[arg-type]  # a test names the fields
        self._transfers[changed.id] = changed
        self.emit(TransferChanged(changed))
        return changed

    def remember_past(self, *transfers: Transfer, method: Method | None = Method.CODE, **facts: object) -> None:
        """They are in the history now, the last of them the newest."""
        first = int(self.all_past[0].id) + 1 if self.all_past else 1
        new = [past_transfer(number, transfer, method) for number, transfer in enumerate(transfers, first)]
        self.all_past = [replace(entry, **facts) for entry in reversed(new)] + self.all_past  # type: ignore[arg-type]  # a test names the fields
        self.emit(HistoryChanged())

    def move(self, transfer: TransferId, progress: Progress) -> None:
        self._progress[transfer] = progress

"""An engine without network, disk or threads: it records commands and says what a test tells it to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from desktop_app.engine import Answer
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Contents,
    Device,
    DeviceChanged,
    DeviceGone,
    DeviceId,
    Direction,
    Event,
    Method,
    OfferReceived,
    Progress,
    SessionEnded,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
    Verified,
)
from desktop_app.storage.settings import Settings, Visibility
from desktop_app.transport.address import Address

AFTERNOON = datetime.now().astimezone().replace(hour=14, minute=2, second=0, microsecond=0).timestamp()


@dataclass
class FakeEngine:
    """`emit` may be a bridge's or a window's own `handle`. Commands are in `calls`, oldest first."""

    emit: Callable[[Event], None] = field(default=lambda _: None)
    settings: Settings = field(default_factory=lambda: Settings(name="Ada's laptop"))
    port: int = 47471
    calls: list[tuple[object, ...]] = field(default_factory=list)
    started: bool = False

    def __post_init__(self) -> None:
        self._devices: dict[DeviceId, Device] = {}
        self._transfers: dict[TransferId, Transfer] = {}
        self._progress: dict[TransferId, Progress] = {}
        self._sessions: dict[SessionId, SessionFacts] = {}
        self._ids = count(1)

    # --- the engine's face ---

    def start(self) -> None:
        self.started = True

    def shutdown(self) -> None:
        self.started = False

    def devices(self) -> tuple[Device, ...]:
        return tuple(self._devices.values())

    def transfers(self) -> tuple[Transfer, ...]:
        return tuple(self._transfers.values())

    def progress(self, transfer: TransferId) -> Progress | None:
        return self._progress.get(transfer)

    def session(self, session: SessionId) -> SessionFacts | None:
        return self._sessions.get(session)

    def send(self, paths: Sequence[Path], to: DeviceId | Address) -> TransferId:
        self.calls.append(("send", tuple(paths), to))
        peer = str(to) if isinstance(to, Address) else self._devices[to].name
        transfer = Transfer(
            id=TransferId(next(self._ids)),
            direction=Direction.SENDING,
            peer=peer,
            state=State.PREPARING,
            contents=Contents(names=tuple(path.name for path in paths), files=len(paths), folders=0, total=0),
        )
        self.change(transfer)
        return transfer.id

    def pair(self, to: DeviceId | Address) -> None:
        self.calls.append(("pair", to))

    def answer_code(self, session: SessionId, answer: Answer) -> None:
        self.calls.append(("answer_code", session, answer))

    def dismiss_failure(self) -> None:
        self.calls.append(("dismiss_failure",))

    def consider(self, transfer: TransferId, into: Path) -> None:
        self.calls.append(("consider", transfer, into))

    def accept(self, transfer: TransferId, into: Path | None = None) -> None:
        self.calls.append(("accept", transfer, into))

    def decline(self, transfer: TransferId) -> None:
        self.calls.append(("decline", transfer))

    def cancel(self, transfer: TransferId) -> None:
        self.calls.append(("cancel", transfer))

    def end_session(self, session: SessionId) -> None:
        self.calls.append(("end_session", session))

    def change_settings(
        self, *, name: str | None = None, save_folder: Path | None = None, visibility: Visibility | None = None
    ) -> None:
        self.calls.append(("change_settings", name, save_folder, visibility))

    # --- what a test makes happen ---

    def find(
        self, id_: str, name: str, platform: str = "linux", address: str = "192.168.1.23", *, stale: bool = False
    ) -> Device:
        """A device is near."""
        device = Device(DeviceId(id_), name, platform, (address,), 47471, stale=stale)
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
    ) -> SessionId:
        self.emit(CodeReady(SessionId(session), peer, address, digits, words, incoming))
        return SessionId(session)

    def verify(self, session: SessionId, id_: str, *, method: Method = Method.CODE) -> None:
        """Both people confirmed; the device's card gets its mark."""
        device = replace(self._devices[DeviceId(id_)], session=session)
        self._devices[device.id] = device
        self._sessions[session] = SessionFacts(
            id=session,
            peer=device.name,
            address=device.addresses[0],
            initiator=True,
            method=method,
            connected_at=AFTERNOON - 20,
            verified_at=AFTERNOON,
            compared_at=AFTERNOON,
            agreement="X25519 + ML-KEM-768",
            cipher="AES-256-GCM",
            epoch=4,
            renewals=3,
            renewed_at=AFTERNOON + 400,
            bytes_sealed=3_200_000_000,
            bytes_opened=41_200,
        )
        self.emit(Verified(session, device.name, method, AFTERNOON))
        self.emit(DeviceChanged(device))

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
        session: int = 1,
    ) -> Transfer:
        transfer = Transfer(
            id=TransferId(next(self._ids)),
            direction=Direction.RECEIVING,
            peer=peer,
            state=State.ASKING,
            contents=contents,
            session=SessionId(session),
            into=into,
        )
        self._transfers[transfer.id] = transfer
        self.emit(OfferReceived(transfer, free, into, existing, problem))
        return transfer

    def offer_again(
        self, transfer: Transfer, into: Path, *, free: int = 120_000_000_000, problem: AppError | None = None
    ) -> None:
        """What the disk says of another folder."""
        self.emit(OfferReceived(replace(transfer, into=into), free, into, (), problem))

    def change(self, transfer: Transfer, **changes: object) -> Transfer:
        """A transfer stands differently."""
        changed: Transfer = replace(transfer, **changes)  # type: ignore[arg-type]  # a test names the fields
        self._transfers[changed.id] = changed
        self.emit(TransferChanged(changed))
        return changed

    def move(self, transfer: TransferId, progress: Progress) -> None:
        self._progress[transfer] = progress

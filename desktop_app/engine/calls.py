"""What this computer wants of the sessions that it starts, until it has it: transfers that wait for an answer.

An answer may be a person's: whether the one who proved itself is meant, or what to do about one who did not.
"""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from desktop_app.errors import AppError, BadAddress, Cancelled, SessionOver
from desktop_app.events import Device, DeviceId, Event, RecordId, RememberedDevice, SessionId, Trouble
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address

Item = tuple[Selection | str, Status]  # files, or a text
To = DeviceId | Address | Invitation  # what the person clicked, typed or was given


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom the person means: as it was when they said so, not when everything is read."""

    record: RecordId | None = None  # who has to prove itself
    session: SessionId | None = None  # else that of the card, as it was shown


@dataclass(frozen=True, slots=True)
class Target:
    """Where to dial, how the person knows it, and who has to prove itself there."""

    addresses: tuple[Address, ...] = ()
    label: str = ""
    device: DeviceId | None = None  # what the person clicked
    typed: Address | None = None  # or typed instead
    expected: frozenset[str] = frozenset()  # of whom one has to prove itself; empty for nobody
    doubted: str = ""  # who did not, the last time
    invited: bool = False  # by an invitation, which is what is expected
    continues: bool = False  # a session that was cut, which is all by which a device is expected that is not remembered
    scattered: bool = False  # each address is from another time, so that several computers may be there

    @classmethod
    def of(cls, to: Address | Device, remembered: RememberedDevice | None, doubted: str) -> "Target":
        """`remembered`: who is meant there and has to prove it."""
        expected = frozenset({remembered.id} if remembered is not None else ())
        if isinstance(to, Address):
            label = str(to) if remembered is None else remembered.name
            return cls((to,), label, typed=to, expected=expected, doubted=doubted)
        addresses = last_met(to.remembered) if to.away else tuple(Address(host, to.port) for host in to.addresses)
        label = to.name or to.addresses[0] if remembered is None else remembered.name
        return cls(addresses, label, to.id, expected=expected, doubted=doubted, scattered=to.away)

    def without(self, where: Address) -> "Target":
        """The same at its other addresses."""
        return replace(self, addresses=tuple(each for each in self.addresses if each != where))

    @classmethod
    def by(cls, invitation: Invitation, number: str) -> "Target":
        addresses = tuple(Address(host, invitation.port) for host in invitation.addresses)
        return cls(addresses, str(addresses[0]), typed=addresses[0], expected=frozenset({number}), invited=True)


def last_met(device: RememberedDevice | None) -> tuple[Address, ...]:
    """Where it may be though it is not seen, the likeliest first."""
    found = []
    for text in () if device is None else device.met_at:
        with contextlib.suppress(BadAddress):
            found.append(Address.parse(text))
    return tuple(found)


class Stand(Enum):
    CALLING = auto()
    ASKED_WHO = auto()  # verified, but as somebody else than was called: the person has to say yes
    DOUBTED = auto()  # over: whoever answered did not prove to be the remembered device that was called


@dataclass(slots=True)
class Call:
    to: DeviceId | Address
    label: str  # as the person knows whom they call
    by_person: bool  # else a cut session comes back by itself
    items: list[Item] = field(default_factory=list)
    stand: Stand = Stand.CALLING
    unproven: tuple[str, AppError] | None = None  # who answered, the last time that it was not the one expected


class Calls:
    """By the number of their session. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._table: dict[SessionId, Call] = {}

    def begin(self, session: SessionId, call: Call) -> None:
        with self._lock:
            self._table[session] = call

    def find(self, session: SessionId) -> Call | None:
        with self._lock:
            return self._table.get(session)

    def join(self, session: SessionId, item: Item | None) -> bool:
        """One more thing that waits for this session. False where it waits no longer."""
        with self._lock:
            call = self._table.get(session)
            if call is None:
                return False
            call.by_person = True
            if item is not None:
                call.items.append(item)
            return True

    def doubted(self, to: DeviceId | Address) -> SessionId | None:
        """The call to the same device whose outcome waits for the person."""
        with self._lock:
            found = (number for number, call in self._table.items() if call.stand is Stand.DOUBTED and call.to == to)
            return next(found, None)

    def set_stand(self, session: SessionId, stand: Stand) -> None:
        with self._lock:
            self._table[session].stand = stand

    def answered(self, session: SessionId, *, ask: bool) -> Call | None:
        """Whoever was called is there, and nothing waits for it any more; but what was wanted until now does for the
        person's word, where that has to be asked for."""
        with self._lock:
            call = self._table.get(session)
            if call is None or call.stand is not Stand.CALLING:
                return None
            if ask and call.items:
                call.stand = Stand.ASKED_WHO
            else:
                del self._table[session]
            return call

    def take(self, session: SessionId, *stands: Stand) -> Call | None:
        """The call is answered, if it stands like that; nothing waits for it any more."""
        with self._lock:
            call = self._table.get(session)
            if call is None or call.stand not in stands:
                return None
            return self._table.pop(session)

    def drop(self, status: Status) -> tuple[bool, SessionId | None]:
        """Whether that transfer waited here, as it no longer does, and the session that is pointless without it."""
        with self._lock:
            for number, call in self._table.items():
                kept = [item for item in call.items if item[1] is not status]
                if len(kept) == len(call.items):
                    continue
                call.items = kept
                if not kept and call.stand is Stand.DOUBTED:
                    del self._table[number]
                return True, None if kept else number
            return False, None

    def cancel_all(self) -> None:
        """Nobody will answer any more."""
        with self._lock:
            left = [status for call in self._table.values() for _, status in call.items]
            self._table.clear()
        for status in left:
            status.end(unwanted(status))


def unwanted(status: Status) -> AppError:
    """Why what waited here will not be sent now: what was accepted before can still go on later."""
    return Cancelled() if status.kept is None else SessionOver()


def refuse(error: AppError, items: list[Item], emit: Callable[[Event], None]) -> None:
    """No session can be started for these."""
    for _, status in items:
        status.end(error)
    if not items:
        emit(Trouble(error))

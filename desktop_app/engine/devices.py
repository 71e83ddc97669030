"""The computers that can be sent to: what the network hints at, joined with the sessions that live.

Only a session makes a device verified. A session belongs to the card that was clicked to start it, else to
the discovered instance that its verified peer says it is and one of whose addresses it came from, else to one that is
recognised as the same remembered device, else to a card of its own. So who proved to be a remembered device is one
card, whichever of its addresses it was met at; the word of a stranger alone takes nobody's card.
Hints, or what a device said of itself in a session, tell which remembered one it probably is. One that is not seen
has a card, too, when it was met somewhere before: it is tried there when the person says so, and never by itself.
"""

import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from desktop_app.discovery.peers import Peer
from desktop_app.engine.calls import Meant, To, last_met
from desktop_app.engine.telling import Telling
from desktop_app.events import (
    Device,
    DeviceChanged,
    DeviceGone,
    DeviceId,
    Event,
    RecordId,
    RememberedDevice,
    SessionId,
)
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from desktop_app.transport.address import Address

_AWAY_AFTER: Final = 3.0  # seconds without being seen; most are seen within two
_AWAY_MAX: Final = 6  # cards, of the most recently used
_AWAY: Final = "remembered-"  # begins the id of such a card


@dataclass(frozen=True, slots=True)
class LiveSession:
    """What a verified session adds to the list."""

    session: SessionId
    peer: str
    host: str
    port: int
    clicked: DeviceId | None
    instance: str  # the peer's own word, "" until it said so
    record: RecordId | None


class Memory(Protocol):
    """Who is remembered."""

    def find(self, record: RecordId) -> RememberedDevice | None: ...

    def remembered(self) -> tuple[RememberedDevice, ...]: ...

    def recognise(self, instance: str, hints: Sequence[bytes]) -> RememberedDevice | None: ...


class Devices:
    """Safe from any thread. `emit` is called without the lock, and so is what takes long of `memory`: `recognise`."""

    def __init__(self, emit: Callable[[Event], None], memory: Memory) -> None:
        self._memory = memory
        self._changes = Telling(emit)
        self._lock = threading.Lock()
        self._recognising = threading.Lock()  # what was recognised later is kept later
        self._peers: dict[DeviceId, Peer] = {}
        self._sessions: dict[SessionId, LiveSession] = {}
        self._recognised: dict[DeviceId, RememberedDevice | None] = {}
        self._said: dict[DeviceId, tuple[RecordId, str]] = {}  # what a proven device called its instance, from where
        self._unseen: dict[RecordId, float] = {}  # since when, monotonic
        self._away: list[RememberedDevice] = []
        self._shown: dict[DeviceId, Device] = {}

    def snapshot(self) -> tuple[Device, ...]:
        """Those that are seen, and those that are away."""
        with self._lock:
            return tuple(self._shown.values())

    def find(self, device: DeviceId, record: RecordId | None = None) -> Device | None:
        """`record`: whom the person means by it. That one has another id after each start and on each network, and is
        another card when it is seen, or away, by now."""
        with self._lock:
            found = self._shown.get(device)
            wanted = RecordId(device.removeprefix(_AWAY)) if device.startswith(_AWAY) else record
            if found is None and wanted is not None:
                cards = (each for each in self._shown.values() if each.record == wanted)
                found = next(cards, None)
            return found

    def where(self, device: DeviceId | None, records: Collection[str]) -> list[Device]:
        """Where it is seen now: it has another id on another network, by which only remembered ones are known."""
        with self._lock:
            return [
                each for each in self._shown.values() if not each.away if each.id == device or each.record in records
            ]

    def meant(self, to: To, expected: RecordId | None) -> tuple[Device | None, Meant]:
        """The card, and whom the person means by it."""
        device = None if isinstance(to, Address | Invitation) else self.find(to)
        if expected is None and device is not None:
            expected = device.record
        return device, Meant(expected, None if device is None else device.session)

    def peer_changed(self, peer: Peer) -> None:
        with self._lock:
            self._peers[DeviceId(peer.instance)] = peer
        self._look_anew(peer.instance)

    def peer_gone(self, instance: str) -> None:
        with self._lock:
            for table in (self._peers, self._recognised, self._said):
                table.pop(DeviceId(instance), None)
            self._refresh()
        self._changes.tell()

    def remembered_changed(self) -> None:
        """Who is remembered, or how: everybody is looked at anew."""
        self._look_anew()

    def session_lives(self, live: LiveSession) -> None:
        with self._lock:
            self._sessions[live.session] = live
            if live.record is not None and live.instance:
                self._said[DeviceId(live.instance)] = live.record, live.host
                while len(self._said) > limits.DEVICES_MAX:
                    del self._said[next(iter(self._said))]
        self._look_anew(live.instance)

    def session_over(self, session: SessionId) -> None:
        with self._lock:
            self._sessions.pop(session, None)
            self._refresh()
        self._changes.tell()

    def tick(self, now: float) -> None:
        """About every second, monotonic: who is remembered and has not been seen for a while is away."""
        remembered = self._memory.remembered()
        with self._lock:
            seen = {each.record for each in self._shown.values() if each.record is not None and not each.away}
            self._unseen = {each.id: self._unseen.get(each.id, now) for each in remembered if each.id not in seen}
            since = self._unseen
            away = [each for each in remembered if each.met_at and now - since.get(each.id, now) >= _AWAY_AFTER]
            if away == self._away:
                return
            self._away = away
            self._refresh()
        self._changes.tell()

    def _look_anew(self, instance: str | None = None) -> None:
        """Who that peer is, or everybody where it is None; then tell what has changed."""
        with self._recognising:
            with self._lock:
                peers = [peer for peer in self._peers.values() if instance in {None, peer.instance}]
            recognised = {DeviceId(peer.instance): self._recognise(peer) for peer in peers}
            with self._lock:
                self._recognised |= {device: who for device, who in recognised.items() if device in self._peers}
                self._refresh()
        self._changes.tell()

    def _refresh(self) -> None:
        """With the lock held: the list as it should be, and the events that lead there, to be told."""
        wanted: dict[DeviceId, Device] = {}
        for device, peer in self._peers.items():
            remembered = self._recognised.get(device)
            if peer.name or remembered is not None:  # without a name it wants to be seen by those who know it
                wanted[device] = Device(
                    device,
                    peer.name,
                    peer.platform,
                    peer.addresses,
                    peer.port,
                    stale=peer.stale,
                    remembered=remembered,
                )
        for former in self._former({self._card_of(live) for live in self._sessions.values()}):
            wanted.pop(former, None)
        for live in self._sessions.values():
            device = self._card_of(live)
            known = wanted.get(device)
            if known is None:
                known = Device(device, live.peer, "", (live.host,), live.port)
            wanted[device] = replace(
                known,
                name=live.peer or known.name,
                session=live.session,
                stale=False,
                remembered=self._find(live.record),
            )
        seen = {each.record for each in wanted.values() if each.record is not None}
        away = [found for each in self._away if each.id not in seen and (found := self._find(each.id)) is not None]
        for missing in away[:_AWAY_MAX]:
            if places := last_met(missing):
                device = DeviceId(f"{_AWAY}{missing.id}")
                hosts = tuple(dict.fromkeys(place.host for place in places))
                wanted[device] = Device(device, missing.name, "", hosts, places[0].port, remembered=missing, away=True)
        self._changes.add(*(DeviceGone(device) for device in self._shown if device not in wanted))
        self._changes.add(*(DeviceChanged(each) for each in wanted.values() if self._shown.get(each.id) != each))
        self._shown = wanted

    def _recognise(self, peer: Peer) -> RememberedDevice | None:
        """What it said of itself in a session counts more than its hints, which others may repeat; where that was at
        another address, it counts if they are nobody's."""
        record, host = self._said.get(DeviceId(peer.instance), (None, ""))
        said = self._find(record)
        if said is not None and peer.is_at(host):
            return said
        return self._memory.recognise(peer.instance, peer.hints) or said

    def _former(self, with_session: Collection[DeviceId]) -> list[DeviceId]:
        """With the lock held: ids that remembered devices have given up for others, which is seen seconds later than
        the others are. Two that are recognised as the same one and listen at the same address are one."""
        former, latest = list[DeviceId](), dict[tuple[RecordId, str, int], DeviceId]()
        for device, peer in self._peers.items():  # in the order in which they came
            remembered = self._recognised.get(device)
            if remembered is None:
                continue
            places = [(remembered.id, address, peer.port) for address in peer.addresses]
            for before in {latest[place] for place in places if place in latest}:
                former.append(device if before in with_session else before)
            if device not in former:
                latest |= dict.fromkeys(places, device)
        return former

    def _find(self, record: RecordId | None) -> RememberedDevice | None:
        return None if record is None else self._memory.find(record)

    def _card_of(self, live: LiveSession) -> DeviceId:
        if live.clicked is not None and live.clicked in self._peers:
            return live.clicked
        named = DeviceId(live.instance)
        if named in self._peers and self._peers[named].is_at(live.host):
            return named
        same = [
            device
            for device in reversed(self._peers)  # it may have become another one meanwhile
            if (remembered := self._recognised.get(device)) is not None and remembered.id == live.record
        ]
        if named in same:
            return named
        there = [device for device in same if self._peers[device].is_at(live.host)]
        record = live.record
        of_it = [each.session for each in self._sessions.values() if record is not None and each.record == record]
        return (*there, *same, DeviceId(f"session-{min(of_it, default=live.session)}"))[0]

"""The computers that can be sent to: what the network hints at, joined with the sessions that live.

Only a session makes a device verified. A session belongs to the card that was clicked to start it, else to
the discovered instance that its verified peer says it is and whose address it came from, else to a card of its own.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.discovery.peers import Peer
from desktop_app.events import Device, DeviceChanged, DeviceGone, DeviceId, Event, SessionId


@dataclass(frozen=True, slots=True)
class LiveSession:
    """What a verified session adds to the list."""

    session: SessionId
    peer: str
    host: str
    port: int
    clicked: DeviceId | None
    instance: str  # the peer's own word, "" until it said so


class Devices:
    """Safe from any thread; `emit` is called without the lock."""

    def __init__(self, emit: Callable[[Event], None]) -> None:
        self._emit = emit
        self._lock = threading.Lock()
        self._peers: dict[DeviceId, Peer] = {}
        self._sessions: dict[SessionId, LiveSession] = {}
        self._shown: dict[DeviceId, Device] = {}

    def snapshot(self) -> tuple[Device, ...]:
        with self._lock:
            return tuple(self._shown.values())

    def find(self, device: DeviceId) -> Device | None:
        with self._lock:
            return self._shown.get(device)

    def peer_changed(self, peer: Peer) -> None:
        with self._lock:
            self._peers[DeviceId(peer.instance)] = peer
            changes = self._refresh()
        self._tell(changes)

    def peer_gone(self, instance: str) -> None:
        with self._lock:
            self._peers.pop(DeviceId(instance), None)
            changes = self._refresh()
        self._tell(changes)

    def session_lives(self, live: LiveSession) -> None:
        with self._lock:
            self._sessions[live.session] = live
            changes = self._refresh()
        self._tell(changes)

    def session_over(self, session: SessionId) -> None:
        with self._lock:
            self._sessions.pop(session, None)
            changes = self._refresh()
        self._tell(changes)

    def _tell(self, changes: list[Event]) -> None:
        for event in changes:
            self._emit(event)

    def _refresh(self) -> list[Event]:
        """With the lock held: the list as it should be, and the events that lead there."""
        wanted = {
            device: Device(device, peer.name, peer.platform, peer.addresses, peer.port, stale=peer.stale)
            for device, peer in self._peers.items()
        }
        for live in self._sessions.values():
            device = self._card_of(live)
            known = wanted.get(device)
            if known is None:
                known = Device(device, live.peer, "", (live.host,), live.port)
            wanted[device] = replace(known, name=live.peer or known.name, session=live.session, stale=False)
        changes: list[Event] = [DeviceGone(device) for device in self._shown if device not in wanted]
        changes += [DeviceChanged(device) for device in wanted.values() if self._shown.get(device.id) != device]
        self._shown = wanted
        return changes

    def _card_of(self, live: LiveSession) -> DeviceId:
        if live.clicked is not None and live.clicked in self._peers:
            return live.clicked
        named = self._peers.get(DeviceId(live.instance))
        if named is not None and live.host in named.addresses:
            return DeviceId(live.instance)
        return DeviceId(f"session-{live.session}")

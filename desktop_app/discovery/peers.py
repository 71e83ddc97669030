"""The devices that are near, as a table behind one lock.

It knows no socket and no clock: announcements and probe results are told to it, and it
tells its listeners what changed, in order and never while it holds the lock.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.discovery.advertisement import Sighting
from desktop_app.protocol import limits

_GONE_AFTER: Final = 2  # missed probes
_FORGOTTEN_AFTER: Final = 12


@dataclass(frozen=True, slots=True)
class Peer:
    """One device in the list. Everything in it is a hint from the network."""

    instance: str
    name: str
    platform: str
    addresses: tuple[str, ...]
    port: int
    stale: bool = False  # missed one probe
    hints: tuple[bytes, ...] = ()
    elsewhere: tuple[str, ...] = ()  # addresses that it says it has, too; nothing is dialled for that

    def is_at(self, host: str) -> bool:
        """Whether it says that this is an address of its own."""
        return host in self.addresses or host in self.elsewhere


@dataclass(slots=True)
class _Entry:
    peer: Peer
    missed: int = 0

    @property
    def listed(self) -> bool:
        return self.missed < _GONE_AFTER


class PeerTable:
    """Safe from any thread. A peer is grey after one missed probe and gone after two.

    Gone ones are remembered for a while: they come back when they answer again, without
    being shown on the strength of an announcement alone. They are the first to make room.
    """

    def __init__(
        self,
        on_change: Callable[[Peer], None],
        on_gone: Callable[[str], None],
        on_rival: Callable[[str], None] = lambda _instance: None,
    ) -> None:
        """`on_rival` hears of a peer whose address and port another one claims from now on."""
        self._on_change, self._on_gone, self._on_rival = on_change, on_gone, on_rival
        self._lock = threading.Lock()
        self._entries: dict[str, _Entry] = {}
        self._outbox: deque[Callable[[], None]] = deque()
        self._delivering = False

    def update(self, sighting: Sighting) -> bool:
        """What an announcement says. False where there is no room for it; those already in the table stay."""
        with self._lock:
            known = self._entries.get(sighting.instance)
            if not self._make_room(sighting):
                return False
            entry = known or _Entry(Peer(sighting.instance, "", "", (), 0))
            old = entry.peer
            entry.peer = Peer(
                sighting.instance,
                sighting.name,
                sighting.platform,
                sighting.addresses,
                sighting.port,
                old.stale,
                sighting.hints,
                sighting.elsewhere,
            )
            self._entries[sighting.instance] = entry
            if entry.peer != old and entry.listed:
                self._tell_changed(entry.peer)
            if (entry.peer.addresses, entry.peer.port) != (old.addresses, old.port):
                for rival in self._at_same_endpoint(entry.peer):
                    self._outbox.append(lambda instance=rival: self._on_rival(instance))  # type: ignore[misc]
        self._deliver()
        return True

    def remove(self, instance: str) -> None:
        """It is known to be gone; nothing of it is kept."""
        with self._lock:
            self._drop(instance)
        self._deliver()

    def missed(self, instance: str) -> None:
        """It did not answer a probe."""
        with self._lock:
            entry = self._entries.get(instance)
            if entry is not None:
                entry.missed += 1
                if entry.missed == 1:
                    entry.peer = replace(entry.peer, stale=True)
                    self._tell_changed(entry.peer)
                elif entry.missed == _GONE_AFTER:
                    self._tell_gone(instance)
                elif entry.missed == _FORGOTTEN_AFTER:
                    del self._entries[instance]
        self._deliver()

    def answered(self, instance: str) -> None:
        """It answered a probe: listed again whatever was missed before."""
        with self._lock:
            entry = self._entries.get(instance)
            if entry is not None and entry.missed:
                entry.missed = 0
                entry.peer = replace(entry.peer, stale=False)
                self._tell_changed(entry.peer)
        self._deliver()

    def knows(self, instance: str) -> bool:
        """Listed or not."""
        with self._lock:
            return instance in self._entries

    def snapshot(self) -> tuple[Peer, ...]:
        """The listed peers, in the order in which they came."""
        with self._lock:
            return tuple(entry.peer for entry in self._entries.values() if entry.listed)

    def watched(self) -> tuple[tuple[Peer, int], ...]:
        """Everybody worth a probe, listed or not, with the number of probes missed."""
        with self._lock:
            return tuple((entry.peer, entry.missed) for entry in self._entries.values())

    def _make_room(self, sighting: Sighting) -> bool:
        """Whether the caps allow it, after putting out those that are gone anyway. The lock is held."""
        others = [entry for instance, entry in self._entries.items() if instance != sighting.instance]
        crowded = set()
        for address in sighting.addresses:
            here = [entry for entry in others if address in entry.peer.addresses]
            if sum(entry.listed for entry in here) >= limits.SERVICES_PER_ADDRESS:
                return False
            if len(here) >= limits.SERVICES_PER_ADDRESS:
                crowded |= {entry.peer.instance for entry in here if not entry.listed}
        if sum(entry.listed for entry in others) >= limits.DEVICES_MAX:
            return False
        if len(others) >= limits.DEVICES_MAX and not crowded:
            crowded = {next(entry.peer.instance for entry in others if not entry.listed)}
        for instance in crowded:
            self._drop(instance)
        return True

    def _at_same_endpoint(self, peer: Peer) -> list[str]:
        addresses = set(peer.addresses)
        return [
            instance
            for instance, entry in self._entries.items()
            if instance != peer.instance and entry.peer.port == peer.port and addresses & set(entry.peer.addresses)
        ]

    def _drop(self, instance: str) -> None:
        entry = self._entries.pop(instance, None)
        if entry is not None and entry.listed:
            self._tell_gone(instance)

    def _tell_changed(self, peer: Peer) -> None:
        self._outbox.append(lambda: self._on_change(peer))

    def _tell_gone(self, instance: str) -> None:
        self._outbox.append(lambda: self._on_gone(instance))

    def _deliver(self) -> None:
        """Empty the outbox. One thread at a time does so, the others leave theirs to it: the order stays."""
        while True:
            with self._lock:
                if self._delivering or not self._outbox:
                    return
                self._delivering = True
                message = self._outbox.popleft()
            try:
                message()
            finally:
                with self._lock:
                    self._delivering = False

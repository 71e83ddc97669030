"""Who is near: the face of this room.

What it tells are hints of strangers. They sort a list and offer addresses to dial; no
name and no trust from here goes into a session.
"""

from collections.abc import Callable, Mapping, Sequence
from ipaddress import ip_address
from typing import Final

from desktop_app.discovery.advertisement import parse
from desktop_app.discovery.interfaces import on_link
from desktop_app.discovery.liveness import Liveness
from desktop_app.discovery.peers import Peer, PeerTable
from desktop_app.discovery.presence import Presence, Wish
from desktop_app.errors import AppError

_CLOSE_SECONDS: Final = 1.0


class Neighbourhood:
    """Finds devices and lets this one be found. Nothing but `close` waits; callbacks come from its threads."""

    def __init__(
        self,
        on_change: Callable[[Peer], None],
        on_gone: Callable[[str], None],
        on_trouble: Callable[[AppError | None], None],
        hints: Callable[[str], Sequence[bytes]] = lambda _instance: (),
    ) -> None:
        """`on_change`: new, or anything about it changed. `on_trouble`: no network, and None when that is over.

        `hints`: what remembered devices will recognise this computer by under an instance id.
        """
        self._on_gone, self._on_trouble, self._hints = on_gone, on_trouble, hints
        self._table = PeerTable(on_change, self._on_peer_gone, self._doubt)
        self._presence: Presence | None = None
        self._liveness: Liveness | None = None

    def start(self, *, port: int, name: str, visibility_everyone: bool, announce: bool) -> None:
        """Begin to look, and to announce `port` where `announce` says so. Once."""
        self._liveness = Liveness(self._table, self._ask)
        wish = Wish(port, name, visibility_everyone, announce)
        self._presence = Presence(wish, self, self._hints, self._on_network, self._on_trouble)
        self._liveness.start()
        self._presence.start()

    @property
    def instance(self) -> str:
        """The random id under which this computer can be seen now; "" before `start`. It changes with the network."""
        return self._presence.instance if self._presence is not None else ""

    def peers(self) -> tuple[Peer, ...]:
        """The devices in the list, in the order in which they came."""
        return self._table.snapshot()

    def is_here(self, peer: Peer) -> bool:
        """Whether it says that it is on this computer."""
        interfaces = self._presence.interfaces if self._presence is not None else ()
        return any(peer.is_at(str(own.ip)) for interface in interfaces for own in interface.addresses)

    def rename(self, name: str) -> None:
        if self._presence is not None:
            self._presence.rename(name)

    def set_visibility(self, everyone: bool, announce: bool, port: int | None = None) -> None:
        """`everyone`: with the name. `announce` False says nothing at all; others are still listed here.

        `port`: where this computer listens from now on, if that has changed.
        """
        if self._presence is not None:
            self._presence.set_visibility(everyone=everyone, announce=announce, port=port)

    def renew(self) -> None:
        """Become somebody new on the network: who is to recognise this computer has changed."""
        if self._presence is not None:
            self._presence.renew()

    def look_again(self) -> None:
        """The person is looking: ask the network and probe everybody now."""
        if self._presence is not None and self._liveness is not None:
            self._presence.look_again()
            self._liveness.look_again()

    def close(self) -> None:
        """Say goodbye and stop, within about a second; may be called twice.

        Close the listening port before: whoever hears the goodbye probes it, and drops
        this computer at once only where nothing answers.
        """
        if self._presence is not None:
            self._presence.close(_CLOSE_SECONDS)
        if self._liveness is not None:
            self._liveness.close()

    # --- what `mdns` hears --------------------------------------------------------------

    def on_service(
        self, service_name: str, properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None
    ) -> bool:
        presence = self._presence
        if presence is None:
            return True
        sighting = parse(
            service_name,
            properties,
            addresses,
            port,
            own_instance=presence.instance,
            own_port=presence.port,
            interfaces=presence.interfaces,
        )
        return sighting is None or self._table.update(sighting)

    def on_heard(self, instance: str) -> None:
        if self._liveness is not None:
            self._liveness.heard(instance)

    def on_goodbye(self, instance: str) -> None:
        self._doubt(instance)

    def knows(self, instance: str) -> bool:
        return instance == self.instance or self._table.knows(instance)

    # --- what the parts of this room tell each other ------------------------------------------

    def _doubt(self, instance: str) -> None:
        if self._liveness is not None:
            self._liveness.doubt(instance)

    def _ask(self, instance: str) -> None:
        if self._presence is not None:
            self._presence.ask(instance)

    def _on_peer_gone(self, instance: str) -> None:
        self._on_gone(instance)
        if self._presence is not None:
            self._presence.retry_refused()
            if not self.peers():  # perhaps they are all out of reach, and nobody tells when that is over
                self._presence.look_again()

    def _on_network(self) -> None:
        """Drop whom no interface leads to any more, and ask the others whether they are still there."""
        interfaces = self._presence.interfaces if self._presence is not None else ()
        for peer, _ in self._table.watched():
            if not any(on_link(ip_address(address), interfaces) for address in peer.addresses):
                self._table.remove(peer.instance)
        if self._liveness is not None:
            self._liveness.look_again()

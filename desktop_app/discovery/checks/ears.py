"""Listens for Tallysticks on the network and believes nothing: also those that this computer could never reach."""

import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.discovery.advertisement import instance_of
from desktop_app.discovery.interfaces import Interface
from desktop_app.discovery.mdns import Mdns
from desktop_app.errors import DiscoveryBlocked
from desktop_app.protocol import device_name

_SERVICES_MAX: Final = 64
_ANSWER: Final = 2.5  # a record is multicast at most once a second (RFC 6762 §6)


@dataclass(frozen=True, slots=True)
class Service:
    """What an announcement says, cleaned but not judged."""

    instance: str
    name: str
    addresses: tuple[str, ...]
    port: int


class Ears:
    """Open while the look lasts. Without a network, or with port 5353 taken, nothing is heard."""

    def __init__(self, interfaces: Sequence[Interface]) -> None:
        self._services: dict[str, Service] = {}
        self._heard_at: dict[str, float] = {}
        self._changed = threading.Condition()
        try:
            self._mdns = Mdns(interfaces, self) if interfaces else None
        except DiscoveryBlocked:
            self._mdns = None  # the multicast check names the cause

    def services(self) -> tuple[Service, ...]:
        with self._changed:
            return tuple(self._services.values())

    def answers(self, instance: str) -> bool:
        """Ask for it, and wait until something is said under its name. Takes up to `_ANSWER` seconds."""
        if self._mdns is None:
            return False
        asked = time.monotonic()
        for until in (asked + _ANSWER / 2, asked + _ANSWER):
            self._mdns.ask(instance)
            with self._changed:
                left = until - time.monotonic()
                if self._changed.wait_for(lambda: self._heard_at.get(instance, 0.0) > asked, left):
                    return True
        return False

    def close(self) -> None:
        if self._mdns is not None:
            self._mdns.close()

    # --- Hearing ---

    def on_service(
        self, service_name: str, properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None
    ) -> bool:
        name = device_name.clean((properties.get(b"n") or b"").decode(errors="replace"))
        service = Service(instance_of(service_name), name, tuple(addresses), port or 0)
        with self._changed:
            if len(self._services) < _SERVICES_MAX or service.instance in self._services:
                self._services[service.instance] = service
        return True

    def on_heard(self, instance: str) -> None:
        with self._changed:
            if len(self._heard_at) < _SERVICES_MAX or instance in self._heard_at:
                self._heard_at[instance] = time.monotonic()
                self._changed.notify_all()

    def on_goodbye(self, instance: str) -> None:
        with self._changed:
            self._services.pop(instance, None)

    def knows(self, instance: str) -> bool:
        with self._changed:
            return instance in self._services

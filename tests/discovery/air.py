"""Stands in for the network: which interfaces there are, whether they work, and what was said on them."""

from collections.abc import Sequence
from ipaddress import IPv4Interface

import pytest

from desktop_app.discovery import presence
from desktop_app.discovery.advertisement import Advertisement
from desktop_app.discovery.interfaces import Interface
from desktop_app.errors import DiscoveryBlocked

ETHERNET = Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"),))
WIRELESS = Interface("wlan0", 3, (IPv4Interface("198.51.100.9/24"),))


class Air:
    """Set its fields, and the thread `network` finds the world so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(presence, "usable", lambda: self.interfaces)
        monkeypatch.setattr(presence, "Mdns", self.mdns)
        monkeypatch.setattr(presence, "_POLL", 0.01)
        monkeypatch.setattr(presence, "_SETTLE", 0.01)
        self.interfaces: tuple[Interface, ...] = (ETHERNET,)
        self.blocked = False
        self.open = self.opened = self.queries = self.retries = 0
        self.asked: list[str] = []
        self.said: list[tuple[Advertisement, bool]] = []

    def mdns(self, interfaces: Sequence[Interface], hearing: object) -> "FakeMdns":
        if self.blocked:
            raise DiscoveryBlocked(reason="somebody has port 5353")
        assert interfaces
        self.open += 1
        self.opened += 1
        return FakeMdns(self)


class FakeMdns:
    def __init__(self, air: Air) -> None:
        self._air = air

    def announce(self, own: Advertisement, *, visible: bool) -> None:
        self._air.said.append((own, visible))

    def query(self) -> None:
        self._air.queries += 1

    def ask(self, instance: str) -> None:
        self._air.asked.append(instance)

    def retry_refused(self) -> None:
        self._air.retries += 1

    def close(self) -> None:
        self._air.open -= 1

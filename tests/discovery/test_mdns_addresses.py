"""Addresses of a host at which cached services claim to be: each of them is looked at again, within a bound."""

import threading
from types import SimpleNamespace
from typing import Any

import pytest
from zeroconf import (  # type: ignore[attr-defined]
    DNSAddress,
    DNSService,
    RecordUpdate,
    current_time_millis,
)
from zeroconf._cache import DNSCache

from desktop_app.discovery import mdns
from desktop_app.discovery.advertisement import service_name
from tests.support.node import wait_until

_HOST = "somewhere.local."
_MOST = mdns._AT_ONE_HOST


class _Cache(DNSCache):
    """Counts how often a host was looked up."""

    looked_up = 0

    def async_entries_with_server(self, server: str) -> Any:
        self.looked_up += 1
        return super().async_entries_with_server(server)


def _with_services(count: int) -> Any:
    """A resolver without its thread."""
    resolver = mdns._Resolver.__new__(mdns._Resolver)
    cache = _Cache()
    cache.async_add_records(
        [DNSService(service_name(f"{number:016x}"), 33, 1, 120, 0, 0, 47471, _HOST) for number in range(count)]
    )
    made: Any = resolver
    made._zeroconf, made._changed, made._noted, made._pending = (
        SimpleNamespace(cache=cache), threading.Condition(), {}, {},
    )  # fmt: skip
    return resolver


def _hear_addresses(resolver: Any, count: int) -> None:
    """One packet."""
    names = (_HOST, _HOST.upper(), _HOST.title())
    addresses = [DNSAddress(names[each % 3], 1, 1, 120, (each + 2**31).to_bytes(4, "big")) for each in range(count)]
    updates = [RecordUpdate(each, None) for each in addresses]
    resolver.async_update_records(resolver._zeroconf, current_time_millis(), updates)
    resolver.async_update_records_complete()


@pytest.mark.parametrize(("services", "looked_at"), [(1, 1), (_MOST, _MOST), (_MOST + 1, _MOST), (2000, _MOST)])
def test_an_address_has_the_services_of_its_host_looked_at_again_but_not_thousands(
    services: int, looked_at: int
) -> None:
    resolver = _with_services(services)
    _hear_addresses(resolver, 1)
    assert [*resolver._pending] == [service_name(f"{number:016x}") for number in range(looked_at)]


def test_a_host_of_many_addresses_is_looked_up_once_in_a_packet() -> None:
    resolver = _with_services(2000)
    _hear_addresses(resolver, 500)
    assert resolver._zeroconf.cache.looked_up == 1


def test_a_mistake_about_one_service_is_none_about_the_next(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    heard: list[str] = []

    def on_heard(instance: str) -> None:
        heard.append(instance)
        if len(heard) == 1:
            raise ZeroDivisionError

    def send(*_: object) -> None: ...

    zeroconf: Any = SimpleNamespace(cache=_Cache(), send=send)
    hearing: Any = SimpleNamespace(on_heard=on_heard)
    resolver = mdns._Resolver(zeroconf, hearing)
    try:
        services = [DNSService(service_name(f"{each:016x}"), 33, 1, 120, 0, 0, 47471, _HOST) for each in range(3)]
        resolver.async_update_records(zeroconf, current_time_millis(), [RecordUpdate(each, None) for each in services])
        resolver.async_update_records_complete()
        wait_until(lambda: len(heard) == len(services))
    finally:
        resolver.close()
    assert "ZeroDivisionError" in caplog.text

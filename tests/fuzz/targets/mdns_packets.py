"""Packets of multicast DNS from anybody, up to the list of devices: read by zeroconf, noted and resolved by ours. A
device that was listed before stays, and nothing that comes out is longer, more or stranger than the limits say.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from ipaddress import IPv4Interface, IPv6Interface
from types import SimpleNamespace
from typing import Any, Final

from zeroconf import (  # type: ignore[attr-defined]
    DNSIncoming,
    DNSOutgoing,
    RecordUpdate,
    ServiceInfo,
    current_time_millis,
)
from zeroconf._cache import DNSCache

from desktop_app.discovery import mdns
from desktop_app.discovery.advertisement import Advertisement, Sighting, is_service_name, parse, service_name
from desktop_app.discovery.interfaces import Interface
from desktop_app.discovery.peers import PeerTable
from desktop_app.protocol import device_name, limits
from tests.fuzz.choices import Choices

SIZE_MAX: Final = 1500
_OWN: Final = (Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("fe80::1%eth0/64"))),)
_GENUINE: Final = Sighting("a" * 16, "Kitchen PC", "linux", ("192.0.2.9",), 47471)
_RESPONSE: Final = 0x8400


def _packet(instance: str, name: str, addresses: Sequence[str], ttl: int = 4500) -> bytes:
    own = Advertisement(instance, f"{instance}.local.", name, "linux", 47471, (b"hint..",) * limits.HINTS)
    info = ServiceInfo(
        limits.SERVICE_TYPE, service_name(instance), port=own.port, properties=own.to_txt(True), server=own.host,
        parsed_addresses=[*addresses],
    )  # fmt: skip
    out = DNSOutgoing(_RESPONSE)
    for record in (info.dns_pointer(override_ttl=ttl), info.dns_service(), info.dns_text(), *info.dns_addresses()):
        out.add_answer_at_time(record, 0)
    return bytes(out.packets()[0])


def seeds() -> Iterator[bytes]:
    packets = (
        _packet("b" * 16, "Attic", ["192.0.2.7"]),
        _packet("c" * 16, "\u202eKüche", ["192.0.2.8", "fe80::7"]),
        _packet("a" * 16, "Kitchen PC", ["192.0.2.66"]),
        _packet("a" * 16, "Kitchen PC", ["192.0.2.9"], ttl=0),
        b"\0\0\x84\0\0\0\0\1\0\0\0\0\xc0\x0c\0\x0c\0\1\0\0\0\1\0\2\xc0\x0c",  # a pointer to itself
    )
    for packet in packets:
        yield len(packet).to_bytes(2, "big") + packet
    yield b"".join(len(packet).to_bytes(2, "big") + packet for packet in packets)


class _Hearing:
    def __init__(self) -> None:
        self.told: list[str] = []
        self.table = PeerTable(lambda peer: self.told.append(peer.instance), self.told.append, self.told.append)
        self.table.update(_GENUINE)

    def on_service(
        self, name: str, properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int | None
    ) -> bool:
        assert is_service_name(name)
        found = parse(name, properties, addresses, port, own_instance="f" * 16, interfaces=_OWN, own_port=47471)
        return found is None or self.table.update(found)

    def on_heard(self, instance: str) -> None:
        assert len(instance) == 16

    def on_goodbye(self, instance: str) -> None:
        assert len(instance) == 16  # it is doubted, and gone only if it does not answer

    def knows(self, instance: str) -> bool:
        return self.table.knows(instance)


def run(data: bytes) -> None:
    choices = Choices(data)
    hearing, zeroconf = _Hearing(), SimpleNamespace(cache=DNSCache())
    resolver = _resolver(zeroconf, hearing)
    while choices.left:
        incoming = DNSIncoming(choices.take(choices.number(2)))
        if incoming.is_query():
            continue
        now = current_time_millis()
        records = incoming.answers()
        resolver.async_update_records(zeroconf, now, [RecordUpdate(each, None) for each in records])
        zeroconf.cache.async_add_records(records)
        resolver.async_update_records_complete()
        pending, resolver._pending = resolver._pending, {}
        assert len(pending) <= len(records) * mdns._AT_ONE_HOST
        for name, heard in pending.items():
            questions = resolver._resolve(name, heard.info)
            assert all(len(asked) < 1024 for asked, _ in questions)
    _check(hearing.table)


def _resolver(zeroconf: Any, hearing: _Hearing) -> Any:
    """Without its thread."""
    resolver = mdns._Resolver.__new__(mdns._Resolver)
    resolver._zeroconf, resolver._hearing = zeroconf, hearing
    resolver._changed = threading.Condition()
    resolver._noted, resolver._pending, resolver._refused = {}, {}, {}
    return resolver


def _check(table: PeerTable) -> None:
    peers = table.snapshot()
    assert _GENUINE.instance in {peer.instance for peer in peers}
    assert len(peers) <= limits.DEVICES_MAX
    for peer in peers:
        assert peer.name == _GENUINE.name or device_name.clean(peer.name) == peer.name
        assert limits.PORT_MIN <= peer.port <= limits.PORT_MAX
        assert peer.addresses
        assert len(peer.hints) in {0, limits.HINTS}

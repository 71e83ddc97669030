"""What a stranger announces by mDNS: a bounded, plain sighting on a link of ours, or nothing, never an exception."""

from collections.abc import Iterator
from ipaddress import IPv4Interface, IPv6Interface, ip_address
from typing import Final

from desktop_app.discovery.advertisement import ADDRESSES_MAX, PLATFORMS, Advertisement, parse, service_name
from desktop_app.discovery.interfaces import Interface, on_link
from desktop_app.protocol import device_name, limits
from tests.fuzz.choices import Choices

SIZE_MAX: Final = 1024
_OWN: Final = (
    Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("fe80::1%eth0/64"))),
    Interface("wlan0", 3, (IPv6Interface("2001:db8::9/64"), IPv6Interface("fe80::2%wlan0/64"))),
)
_INSTANCE: Final = "0123456789abcdef"
_KEYS: Final = (b"v", b"id", b"n", b"p", b"h")
_ADDRESSES: Final = (
    "192.0.2.7",
    "2001:db8::7",
    "fe80::7%2",
    "fe80::7",
    "192.0.2.255",
    "127.0.0.1",
    "224.0.0.1",
    "::",
    "10.0.0.1",
)


def seeds() -> Iterator[bytes]:
    own = Advertisement(_INSTANCE, "host.local.", "Kitchen PC", "linux", 47471, (b"hint..",) * limits.HINTS)
    said = b"".join(
        bytes((_KEYS.index(key), 0, len(value))) + value for key, value in own.to_txt(True).items()
    )  # as `run` reads it: the key, that there is a value, its length
    port = (47471).to_bytes(4, "big")
    for name in (0, 1):
        for addresses in ((0,), (0, 1, 2), (8,), (4, 5, 6, 7)):
            yield bytes((name, 1, 0, 5)) + said + bytes((len(addresses), *addresses)) + port + bytes((name,))
    yield bytes((1, 0, 0, 1, 9, 0, 1)) + b"x" + bytes((1,)) + b"y"


def run(data: bytes) -> None:
    choices = Choices(data)
    name = service_name(_INSTANCE) if choices.byte() % 4 else choices.text()
    said: dict[bytes, bytes | None] = {b"v": b"1", b"id": _INSTANCE.encode()} if choices.byte() % 4 else {}
    choices.byte()
    for _ in range(choices.byte() % 8):
        at = choices.byte()
        said[_KEYS[at] if at < len(_KEYS) else choices.piece()] = choices.piece() if choices.often() else None
    found = (choices.byte() for _ in range(choices.byte() % 32))
    addresses = [_ADDRESSES[at] if at < len(_ADDRESSES) else choices.text() for at in found]
    port = None if choices.byte() == 255 else choices.number(3)
    sighting = parse(
        name, said, addresses, port, own_instance="f" * 16, interfaces=_OWN, own_port=choices.one_of((None, 47471))
    )
    if sighting is None:
        return
    assert service_name(sighting.instance) == name
    assert device_name.clean(sighting.name) == sighting.name
    assert sighting.platform in {*PLATFORMS, ""}
    assert sighting.port == port
    assert limits.PORT_MIN <= sighting.port <= limits.PORT_MAX
    assert len(sighting.hints) in {0, limits.HINTS}
    assert 0 < len(sighting.addresses) <= ADDRESSES_MAX
    assert len(sighting.elsewhere) <= ADDRESSES_MAX
    assert not set(sighting.elsewhere) & set(sighting.addresses)
    for text in sighting.addresses:
        address = ip_address(text)
        assert on_link(address, _OWN)
        assert not any((address.is_loopback, address.is_multicast, address.is_unspecified))
        assert not address.is_link_local or "%" in text or address.version == 4

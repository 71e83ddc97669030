"""Whatever a stranger announces is a bounded sighting or nothing, never an exception."""

from ipaddress import IPv4Interface, IPv6Interface, ip_address

from hypothesis import given
from hypothesis import strategies as some

from desktop_app.discovery.advertisement import (
    ADDRESSES_MAX,
    PLATFORMS,
    Advertisement,
    is_service_name,
    parse,
    service_name,
)
from desktop_app.discovery.interfaces import Interface, on_link
from desktop_app.protocol import limits

OWN = (
    Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("fe80::1%eth0/64"))),
    Interface("wlan0", 3, (IPv6Interface("2001:db8::9/64"), IPv6Interface("fe80::2%wlan0/64"))),
)

instances = some.text("0123456789abcdef", min_size=16, max_size=16)
near = some.one_of(
    some.integers(0, 255).map(lambda last: f"192.0.2.{last}"),
    some.integers(0, 2**64 - 1).map(lambda last: f"2001:db8::{last & 0xFFFF:x}"),
    some.integers(0, 0xFFFF).map(lambda last: f"fe80::{last:x}%2"),
)
addresses = some.lists(some.one_of(near, some.ip_addresses().map(str), some.text(max_size=20)), max_size=30)
keys = some.one_of(some.sampled_from([b"v", b"id", b"n", b"p", b"h"]), some.binary(max_size=4))
properties = some.dictionaries(keys, some.one_of(some.none(), some.binary(max_size=300)))
ports = some.one_of(some.none(), some.integers(-10, 2**17))


@given(some.text(max_size=100), properties, addresses, ports)
def test_any_announcement_is_a_sighting_or_nothing(
    name: str, said: dict[bytes, bytes | None], where: list[str], port: int | None
) -> None:
    parse(name, said, where, port, own_instance="f" * 16, interfaces=OWN)


@given(instances, properties, addresses, ports)
def test_a_sighting_is_bounded_plain_and_on_link(
    instance: str, said: dict[bytes, bytes | None], where: list[str], port: int | None
) -> None:
    said |= {b"v": b"1", b"id": instance.encode()}
    sighting = parse(service_name(instance), said, where, port, own_instance="f" * 16, own_port=47471, interfaces=OWN)
    if sighting is None:
        return
    assert is_service_name(service_name(sighting.instance))
    assert sighting.instance == instance
    assert len(sighting.name.encode()) <= limits.DEVICE_NAME
    assert sighting.name.isprintable()
    assert sighting.platform in PLATFORMS | {""}
    assert limits.PORT_MIN <= sighting.port < 2**16
    assert 0 < len(sighting.addresses) <= ADDRESSES_MAX
    for text in sighting.addresses:
        address = ip_address(text)
        assert on_link(address, OWN)
        assert not any((address.is_loopback, address.is_multicast, address.is_unspecified))
        assert not address.is_link_local or "%" in text


@given(some.text(max_size=200), some.booleans())
def test_what_we_say_fits_and_is_understood(name: str, visible: bool) -> None:
    own = Advertisement.fresh(name=name, port=47471)
    txt = own.to_txt(visible)
    assert sum(1 + len(key) + 1 + len(value) for key, value in txt.items()) <= limits.TXT_MAX
    sighting = parse(service_name(own.instance), txt, ["192.0.2.7"], own.port, own_instance="", interfaces=OWN)
    assert sighting is not None
    assert sighting.name == (own.name if visible else "")

"""What is said about this computer and what is believed of others, by example."""

import re
from dataclasses import replace
from ipaddress import IPv4Interface, IPv6Interface

import pytest

from desktop_app.discovery.advertisement import (
    ADDRESSES_MAX,
    Advertisement,
    Sighting,
    announceable,
    parse,
    service_name,
)
from desktop_app.discovery.interfaces import Interface
from desktop_app.protocol import limits

INSTANCE = "0123456789abcdef"
ETHERNET = Interface("eth0", 2, (IPv4Interface("192.0.2.2/24"), IPv6Interface("fe80::1%eth0/64")))
WIRELESS = Interface("wlan0", 3, (IPv4Interface("198.51.100.9/24"), IPv6Interface("fe80::2%wlan0/64")))
LOOPBACK = Interface("lo", 1, (IPv4Interface("127.0.0.1/8"), IPv6Interface("::1/128")))


def seen(
    *addresses: str,
    txt: dict[bytes, bytes | None] | None = None,
    port: int | None = 47471,
    instance: str = INSTANCE,
    interfaces: tuple[Interface, ...] = (ETHERNET,),
    own_instance: str = "f" * 16,
    own_port: int | None = None,
) -> Sighting | None:
    properties: dict[bytes, bytes | None] = {b"v": b"1", b"id": INSTANCE.encode(), b"n": b"Ada", b"p": b"linux"}
    return parse(
        service_name(instance),
        properties | (txt or {}),
        addresses or ("192.0.2.7",),
        port,
        own_instance=own_instance,
        own_port=own_port,
        interfaces=interfaces,
    )


def test_what_one_says_another_understands() -> None:
    own = Advertisement.fresh(name="Ada's laptop", port=47471)
    sighting = parse(
        service_name(own.instance), own.to_txt(True), ["192.0.2.7"], 47471, own_instance="", interfaces=(ETHERNET,)
    )
    assert sighting == Sighting(own.instance, "Ada's laptop", own.platform, ("192.0.2.7",), 47471, own.hints)
    hidden = parse(
        service_name(own.instance), own.to_txt(False), ["192.0.2.7"], 47471, own_instance="", interfaces=(ETHERNET,)
    )
    assert hidden == Sighting(own.instance, "", "", ("192.0.2.7",), 47471, own.hints)


def test_two_identities_of_one_computer_have_nothing_in_common_but_the_name() -> None:
    first, second = (Advertisement.fresh(name="Ada", port=47471) for _ in range(2))
    assert re.fullmatch(r"[0-9a-f]{16}", first.instance)
    assert re.fullmatch(r"[0-9a-f]{16}\.local\.", first.host)
    assert len({first.instance, second.instance, first.host, second.host}) == 4
    assert first.instance not in first.host
    assert not set(first.hints) & set(second.hints)


def test_hints_are_always_sixteen_hidden_among_random_ones_and_fixed_for_an_identity() -> None:
    asked = []

    def known(instance: str) -> list[bytes]:
        asked.append(instance)
        return [b"hint-1", b"hint-2"]

    own = Advertisement.fresh(name="Ada", port=47471, known=known)
    assert asked == [own.instance]
    assert len(own.hints) == limits.HINTS
    assert {len(hint) for hint in own.hints} == {limits.HINT}
    assert {b"hint-1", b"hint-2"} < set(own.hints)
    assert own.renamed("Eve").to_txt(True)[b"h"] == own.to_txt(True)[b"h"] == own.to_txt(False)[b"h"]
    places = {Advertisement.fresh(name="", port=1, known=known).hints.index(b"hint-1") for _ in range(40)}
    assert len(places) > 4, "not shuffled"
    many = Advertisement.fresh(name="", port=1, known=lambda _: [bytes([number]) * 6 for number in range(50)])
    assert len(many.hints) == limits.HINTS


def test_case_002_a_long_name_is_cut_and_a_hostile_one_cleaned_on_both_sides() -> None:
    own = Advertisement.fresh(name="\u202eevil\x1b[2J\n" + "é" * 100, port=47471)
    sent = own.to_txt(True)[b"n"]
    assert len(sent) <= limits.DEVICE_NAME
    assert not set(sent.decode()) & {"\u202e", "\x1b", "\n"}
    sighting = seen(txt={b"n": "a\u2066b\x00\u200b\x1b[2J\nc".encode() + b"\xff" + b"x" * 100})
    assert sighting is not None
    assert sighting.name.isprintable()
    assert len(sighting.name.encode()) <= limits.DEVICE_NAME


@pytest.mark.parametrize(
    "txt",
    [
        {b"v": b"2"},
        {b"v": None},
        {b"v": b""},
        {b"id": b"fedcba9876543210"},
        {b"id": None},
        {b"id": b""},
    ],
)
def test_another_version_or_another_id_is_nobody(txt: dict[bytes, bytes | None]) -> None:
    assert seen(txt=txt) is None


@pytest.mark.parametrize(
    "instance", ["", "0123456789abcde", "0123456789ABCDEF", "0123456789abcdeg", "a.0123456789abcdef"]
)
def test_case_001_a_service_name_that_is_not_sixteen_hexadecimal_digits_is_nobody(instance: str) -> None:
    assert seen(instance=instance, txt={b"id": instance.encode()}) is None


def test_our_own_instance_is_nobody() -> None:
    assert seen(own_instance=INSTANCE) is None


@pytest.mark.parametrize(
    ("port", "good"),
    [(None, False), (0, False), (22, False), (1023, False), (1024, True), (65535, True), (65536, False), (-1, False)],
)
def test_case_006_ports_begin_at_1024(port: int | None, good: bool) -> None:
    assert (seen(port=port) is not None) is good


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "::1", "0.0.0.0", "::", "224.0.0.251", "ff02::fb", "8.8.8.8", "192.0.3.1", "192.0.2.255",
        "192.0.2.0", "255.255.255.255", "2001:db8::1", "::ffff:192.0.2.7", "fe80::7%wlan0", "fe80::7%99", "", "what",
    ],
)  # fmt: skip
def test_case_006_addresses_that_are_not_on_our_link_are_never_believed(address: str) -> None:
    assert seen(address) is None
    sighting = seen(address, "192.0.2.7")
    assert sighting is not None
    assert sighting.addresses == ("192.0.2.7",)


def test_loopback_is_believed_where_there_is_nothing_else() -> None:
    sighting = seen("127.0.0.1", "192.0.2.7", interfaces=(LOOPBACK,))
    assert sighting is not None
    assert sighting.addresses == ("127.0.0.1",)


def test_case_008_link_local_addresses_have_the_scope_they_were_seen_on() -> None:
    for said in ("fe80::7", "fe80::7%2", "fe80::7%eth0"):
        sighting = seen(said)
        assert sighting is not None
        assert sighting.addresses == ("fe80::7%eth0",)
    both = (ETHERNET, WIRELESS)
    sighting = seen("fe80::7%3", interfaces=both)
    assert sighting is not None
    assert sighting.addresses == ("fe80::7%wlan0",)
    assert seen("fe80::7", interfaces=both) is None, "a guess between two interfaces"


def test_a_handful_of_addresses_in_an_order_that_does_not_change() -> None:
    many = [f"192.0.2.{number}" for number in range(3, 40)]
    sighting = seen("fe80::7%2", *many)
    assert sighting is not None
    assert len(sighting.addresses) == ADDRESSES_MAX
    assert sighting == seen(*reversed(many), "fe80::7%2")
    few = seen("fe80::7%2", "192.0.2.7")
    assert few is not None
    assert few.addresses == ("192.0.2.7", "fe80::7%eth0")


def test_addresses_on_no_link_of_ours_are_known_and_not_offered() -> None:
    """By which somebody who was met there is the same one."""
    sighting = seen("10.8.0.9", "192.0.2.7", "2001:db8::9", "127.0.0.1", "fe80::9%7", "224.0.0.251", "::", "what")
    assert sighting is not None
    assert (sighting.addresses, set(sighting.elsewhere)) == (("192.0.2.7",), {"10.8.0.9", "2001:db8::9"})
    assert sighting == seen("2001:db8::9", "192.0.2.7", "10.8.0.9")
    many = seen("192.0.2.7", *(f"10.8.0.{number}" for number in range(100)))
    assert many is not None
    assert len(many.elsewhere) == ADDRESSES_MAX


def test_our_own_address_is_another_program_unless_the_port_is_ours() -> None:
    assert seen("192.0.2.2", port=47471, own_port=47471) is None
    assert seen("192.0.2.2", port=47472, own_port=47471) is not None
    assert seen("192.0.2.7", port=47471, own_port=47471) is not None


def test_our_own_port_at_all_our_addresses_is_nobody_the_link_local_one_included() -> None:
    assert seen("192.0.2.2", "fe80::1", port=47471, own_port=47471) is None
    assert seen("192.0.2.2", "fe80::1%2", port=47471, own_port=47471) is None
    assert seen("fe80::1", port=47472, own_port=47471) is not None


@pytest.mark.parametrize("own_port", [None, 47471])
def test_an_address_that_this_computer_has_too_does_not_lead_to_another_one(own_port: int | None) -> None:
    """As that of a network for containers, which is the same everywhere."""
    containers = Interface("docker0", 4, (IPv4Interface("172.17.0.1/16"),))
    sighting = seen("172.17.0.1", "192.0.2.7", interfaces=(ETHERNET, containers), own_port=own_port)
    assert sighting is not None
    assert sighting.addresses == ("192.0.2.7",)


def test_unknown_platforms_are_no_platform() -> None:
    sighting = seen(txt={b"p": b"<img src=x>"})
    assert sighting is not None
    assert sighting.platform == ""


def test_an_address_with_the_hardware_address_in_it_is_announced_only_for_want_of_another() -> None:
    telling = IPv6Interface("fe80::fc:ff:fe00:1%eth0/64")
    with_ipv4 = replace(ETHERNET, addresses=(IPv4Interface("192.0.2.2/24"), telling))
    assert announceable((with_ipv4,)) == ("192.0.2.2",)
    alone = replace(ETHERNET, addresses=(telling,))
    assert announceable((alone,)) == ("fe80::fc:ff:fe00:1",)
    assert announceable((ETHERNET, WIRELESS)) == ("192.0.2.2", "198.51.100.9", "fe80::1", "fe80::2")


def test_addresses_of_containers_and_tunnels_are_announced_after_those_of_networks() -> None:
    bridges = [Interface(f"br-{number}", number, (IPv4Interface(f"172.{number}.0.1/16"),)) for number in range(17, 27)]
    tunnel = Interface("tun0", 9, (IPv4Interface("10.8.0.2/24"),))
    said = announceable((*bridges, tunnel, WIRELESS))
    assert said[:3] == ("198.51.100.9", "fe80::2", "10.8.0.2")
    assert len(said) == ADDRESSES_MAX

"""What a person may type as an address."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import BadAddress
from desktop_app.protocol.limits import DEFAULT_PORT
from desktop_app.transport.address import Address


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("192.0.2.7", "192.0.2.7", DEFAULT_PORT),
        ("192.0.2.7:5000", "192.0.2.7", 5000),
        (" kitchen-pc.local ", "kitchen-pc.local", DEFAULT_PORT),
        ("kitchen-pc.local.:1", "kitchen-pc.local.", 1),
        ("pc:65535", "pc", 65535),
        ("my_pc", "my_pc", DEFAULT_PORT),
        ("::1", "::1", DEFAULT_PORT),
        ("fe80::1%eth0", "fe80::1%eth0", DEFAULT_PORT),
        ("[fe80::1%eth0]:5000", "fe80::1%eth0", 5000),
        ("[2001:db8::7]", "2001:db8::7", DEFAULT_PORT),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.7", DEFAULT_PORT),
    ],
)
def test_these_are_addresses(text: str, host: str, port: int) -> None:
    assert Address.parse(text) == Address(host, port)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ":", ":5000", "pc:", "pc:0", "pc:65536", "pc:-1", "pc:+5", "pc: 5", "pc:5000 x", "pc:\uff15",
        "two words", "-pc", "pc-", "http://pc", "pc/x", "user@pc", "a\nb", "pc\x00", "x" * 255, "%41",
        "[", "[]", "[]:5", "[::1", "::1]", "[::1]5", "[::1]:", "[::1]:0", "[::1]:\uff15", "[pc]:5000", "[::1%]",
        "fe80::1%", "192.0.2.7:5000:1x", "[1..]", "[192.0.2.7]", "1:2:3", "::::",
    ],
)  # fmt: skip
def test_these_are_not(text: str) -> None:
    with pytest.raises(BadAddress):
        Address.parse(text)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_is_refused(text: str) -> None:
    try:
        address = Address.parse(text)
    except BadAddress:
        return
    assert 0 < address.port < 2**16
    assert address.host.isascii()
    assert not set(address.host) & set("/@[] \n\x00")


@given(st.ip_addresses(), st.integers(1, 65535))
def test_what_it_prints_it_reads(ip: ipaddress.IPv4Address | ipaddress.IPv6Address, port: int) -> None:
    address = Address(str(ip), port)
    assert Address.parse(str(address)) == address


def test_the_default_port_can_be_another() -> None:
    assert Address.parse("pc", 7) == Address("pc", 7)

"""An address as somebody types it, or as a command line, a setting or an invitation brings it."""

import ipaddress
from collections.abc import Iterator
from typing import Final

from desktop_app.errors import BadAddress
from desktop_app.transport.address import Address

SIZE_MAX: Final = 300


def seeds() -> Iterator[bytes]:
    yield from (
        b"192.0.2.7",
        b"192.0.2.7:47471",
        b"[fe80::1%eth0]:47471",
        b"fe80::1%2",
        b"kitchen-pc.local:1",
        b"[::1]",
        b"[1..]",
    )


def run(data: bytes) -> None:
    text = data.decode(errors="surrogateescape")
    try:
        found = Address.parse(text)
    except BadAddress as error:
        assert str(error)
        return
    assert 0 < found.port < 2**16
    assert found.host.isascii()
    assert found.host.isprintable()
    assert not set(found.host) & set(" /\\@?#[]")
    assert Address.parse(str(found)) == found
    if ":" in found.host:
        ipaddress.IPv6Address(found.host)

"""Where a caller comes from: what its address is part of, and what of that counts as one computer.

On a network that this computer is on as well every address is somebody's own, and with IPv6 all of them share a /64.
Of any other network whoever has one address of a /64 has them all. Which of the two it is shows in the address that was
called: a neighbour that calls one of another prefix counts with its /64.
"""

import functools
import ipaddress
from dataclasses import dataclass
from typing import Final, Self

_IPV4: Final = (16, 24, 32)
_IPV6_HERE: Final = (48, 64, 128)
_IPV6: Final = (32, 48, 64)
_SHARED: Final = 64  # bits that all addresses of an IPv6 network begin with


@dataclass(frozen=True, slots=True)
class Origin:
    """`networks`: the widest first, the last is what counts as one computer. Written as `ipaddress` does."""

    networks: tuple[str, str, str]

    @classmethod
    def of(cls, host: str, called: str) -> Self:
        """Of `host`, that reached the address `called` of this computer. Scopes may stand behind a %."""
        return cls(_networks(host, called))

    @property
    def computer(self) -> str:
        return self.networks[-1]


@functools.lru_cache(maxsize=1024)
def _networks(host: str, called: str) -> tuple[str, str, str]:
    address = _parsed(host)
    if address.version == 4:
        lengths = _IPV4
    else:
        lengths = _IPV6_HERE if _parsed(called) in ipaddress.ip_network((address, _SHARED), strict=False) else _IPV6
    wide, middle, own = (str(ipaddress.ip_network((address, length), strict=False)) for length in lengths)
    return wide, middle, own


def _parsed(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    address = ipaddress.ip_address(host.partition("%")[0])
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address

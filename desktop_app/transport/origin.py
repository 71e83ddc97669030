"""Where a caller comes from: what its address is part of, and what of that counts as one computer.

On a network that this computer is on as well every address is somebody's own, and with IPv6 all of them share a /64.
Of any other network whoever has one address of a /64 has them all. Which of the two it is shows in the address that was
called: a neighbour that calls one of another prefix counts with its /64.
"""

import functools
import socket
from dataclasses import dataclass
from typing import Final, Self

_IPV4: Final = (16, 24, 32)
_IPV6_HERE: Final = (48, 64, 128)
_IPV6: Final = (32, 48, 64)
_SHARED: Final = 64  # bits that all addresses of an IPv6 network begin with
_IPV4_SIZE: Final = 4
_MAPPED: Final = bytes(10) + b"\xff\xff"


@dataclass(frozen=True, slots=True)
class Origin:
    """`networks`: the widest first, the last is what counts as one computer. As `ipaddress` reads them."""

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
    address = _packed(host)
    if len(address) == _IPV4_SIZE:
        lengths = _IPV4
    else:
        shared = _SHARED // 8
        lengths = _IPV6_HERE if address[:shared] == _packed(called)[:shared] else _IPV6
    wide, middle, own = (_network(address, length) for length in lengths)
    return wide, middle, own


def _packed(host: str) -> bytes:
    """Without the scope; an IPv4 address in an IPv6 one is an IPv4 address."""
    host = host.partition("%")[0]
    if ":" not in host:
        return socket.inet_pton(socket.AF_INET, host)
    address = socket.inet_pton(socket.AF_INET6, host)
    return address.removeprefix(_MAPPED)


def _network(address: bytes, length: int) -> str:
    beyond = 8 * len(address) - length
    first = (int.from_bytes(address, "big") >> beyond << beyond).to_bytes(len(address), "big")
    family = socket.AF_INET if len(address) == _IPV4_SIZE else socket.AF_INET6
    return f"{socket.inet_ntop(family, first)}/{length}"

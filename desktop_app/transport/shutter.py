"""Keeps who floods from our listening sockets, in the kernel and for a moment: a filter (classic BPF) that everybody
may put on a socket of their own. It sees the first packet of a connection, which then costs next to nothing.

Linux alone; elsewhere every connection is accepted and closed, as it is here until somebody floods.
"""

import ctypes
import ipaddress
import socket
import struct
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Final

_WINDOW: Final = 0.5  # seconds over which is counted
_OF_AN_ADDRESS: Final = 200  # turned away within that
_OF_A_NETWORK: Final = 100  # crowded out within that
_SHUT: Final = 2.0  # seconds; then a flood has to show itself anew
_MOST: Final = 64  # addresses and networks at once; Linux long had room for 88 of the longest rules, and no more
_LEAK: Final = 8  # of a network, which is more than the flood, one in so many gets through

_ATTACH_FILTER, _DETACH_FILTER = 26, 27  # asm-generic/socket.h
# linux/filter.h, linux/bpf_common.h
_LOAD, _AND, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x06
_NETWORK_HEADER, _RANDOM = 0xFFF00000, 0xFFFFF000 + 56
_SOURCE: Final = {4: 12, 6: 8}  # in the header
_PASS, _DROP = (_RETURN, 0, 0, 0xFFFFFFFF), (_RETURN, 0, 0, 0)

Instruction = tuple[int, int, int, int]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Shutter:
    """Of one listener, for its thread alone. Networks as `Origin` writes them; `now`: monotonic."""

    def __init__(self, sockets: Sequence[socket.socket]) -> None:
        self._sockets = sockets
        self._seen: Counter[str] = Counter()
        self._since = 0.0
        self._shut: dict[str, float] = {}  # until when
        self._filtered = False  # whether there ever was a filter

    def turned_away(self, address: str, now: float) -> None:
        """One more of what counts as one computer, and has too many already."""
        self._count(address, _OF_AN_ADDRESS, now)

    def crowded_out(self, network: str, now: float) -> None:
        """One of many addresses of this network had to leave for another."""
        self._count(network, _OF_A_NETWORK, now)

    def open_again(self, now: float) -> None:
        """To be called now and then."""
        over = [network for network, until in self._shut.items() if now >= until]
        for network in over:
            del self._shut[network]
        if over:
            self._apply()

    @property
    def any_shut(self) -> bool:
        return bool(self._shut)

    def free(self, accepted: socket.socket) -> None:
        """It has inherited what was on the listening socket when it connected, which may be a while ago."""
        if self._filtered:
            _detach(accepted)

    def _count(self, network: str, most: int, now: float) -> None:
        if now - self._since >= _WINDOW:
            self._seen.clear()
            self._since = now
        self._seen[network] += 1
        if self._seen[network] == most and len(self._shut) < _MOST:
            self._shut[network] = now + _SHUT
            self._apply()

    def _apply(self) -> None:
        if sys.platform != "linux":
            return
        self._filtered = True
        for listening in self._sockets:
            version = 4 if listening.family is socket.AF_INET else 6
            networks = [each for each in map(ipaddress.ip_network, self._shut) if each.version == version]
            _detach(listening)  # first: the kernel has little room, and an old one must not stay where a new one fails
            with suppress(OSError):  # then it goes on without
                if networks:
                    _attach(listening, [*_program(networks)])


def _program(networks: Iterable[Network]) -> Iterator[Instruction]:
    for network in networks:
        yield from _rule(network)
    yield _PASS


def _rule(network: Network) -> Iterator[Instruction]:
    """Drop what comes from there; of a network with many addresses let some pass."""
    words = struct.unpack(f">{network.max_prefixlen // 32}I", network.network_address.packed)
    masks = struct.unpack(f">{network.max_prefixlen // 32}I", network.netmask.packed)
    tests = [(number, word, mask) for number, (word, mask) in enumerate(zip(words, masks, strict=True)) if mask]
    end: list[Instruction] = [_DROP]
    if network.prefixlen < network.max_prefixlen:
        end = [(_LOAD, 0, 0, _RANDOM), (_AND, 0, 0, _LEAK - 1), (_JUMP_IF_EQUAL, 1, 0, 0), _DROP]
    for position, (number, word, mask) in enumerate(tests):
        yield _LOAD, 0, 0, _NETWORK_HEADER + _SOURCE[network.version] + 4 * number
        yield _AND, 0, 0, mask
        yield _JUMP_IF_EQUAL, 0, 3 * (len(tests) - position - 1) + len(end), word
    yield from end


def _detach(filtered: socket.socket) -> None:
    with suppress(OSError):  # it has none
        filtered.setsockopt(socket.SOL_SOCKET, _DETACH_FILTER, 0)


def _attach(listening: socket.socket, program: list[Instruction]) -> None:
    """Raises OSError."""
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *each) for each in program))
    listening.setsockopt(socket.SOL_SOCKET, _ATTACH_FILTER, struct.pack("HP", len(program), ctypes.addressof(code)))

"""Keeps who floods from our listening sockets, in the kernel and for a moment: a filter (classic BPF) that everybody
may put on a socket of their own. It sees the first packet of a connection, which then costs next to nothing. Who
insists is kept out by address, so that a neighbour who does not gets in; a network only where its addresses are many.

Linux alone; elsewhere every connection is accepted and closed, as it is here until somebody floods.
"""

import ctypes
import ipaddress
import socket
import struct
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

_WINDOW: Final = 0.5  # seconds over which is counted
_OF_A_NETWORK: Final = 256  # crowded out within that for the first time lately; no network of 256 addresses has as many
_SHUT: Final = 2.0  # seconds; then a flood has to show itself anew
_ADDRESSES: Final = 512  # of IPv4 at once, each a comparison
_RULES: Final = 64  # of others and of networks at once; Linux long had room for 88 of the longest, and no more
_LEAK: Final = 8  # of a network, which is more than the flood, one in so many gets through

_ATTACH_FILTER, _DETACH_FILTER = 26, 27  # asm-generic/socket.h
# linux/filter.h, linux/bpf_common.h
_LOAD, _AND, _JUMP, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x54, 0x05, 0x15, 0x06
_REACH: Final = 200  # comparisons at once; a jump goes 255 instructions far
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
        self._addresses: dict[str, float] = {}  # of IPv4, shut until then
        self._others: dict[str, float] = {}  # likewise
        self._changed = False
        self._filtered = False  # whether there ever was a filter

    def shut(self, network: str, now: float) -> None:
        """Who insists, or a network of many."""
        is_address = network.endswith("/32") and ":" not in network
        shut, most = (self._addresses, _ADDRESSES) if is_address else (self._others, _RULES)
        if network not in shut and len(shut) < most:
            shut[network] = now + _SHUT
            self._changed = True

    def crowded_out(self, network: str, now: float) -> None:
        """One of many addresses of this network had to leave for another."""
        if now - self._since >= _WINDOW:
            self._seen.clear()
            self._since = now
        self._seen[network] += 1
        if self._seen[network] == _OF_A_NETWORK:
            self.shut(network, now)

    def settle(self) -> None:
        """Tell the kernel what has changed; to be called now and then."""
        if self._changed:
            self._changed = False
            self._apply()

    def open_again(self, now: float) -> None:
        """To be called now and then."""
        for shut in (self._addresses, self._others):
            for network in [network for network, until in shut.items() if now >= until]:
                del shut[network]
                self._changed = True

    @property
    def any_shut(self) -> bool:
        return bool(self._addresses or self._others)

    def free(self, accepted: socket.socket) -> None:
        """It has inherited what was on the listening socket when it connected, which may be a while ago."""
        if self._filtered:
            _detach(accepted)

    def _apply(self) -> None:
        if sys.platform != "linux":
            return
        self._filtered = True
        addresses = [socket.inet_aton(each.removesuffix("/32")) for each in self._addresses]
        networks = [ipaddress.ip_network(each) for each in self._others]
        for listening in self._sockets:
            version = 4 if listening.family is socket.AF_INET else 6
            program = [*_comparisons(addresses)] if version == 4 else []
            for network in networks:
                if network.version == version:
                    program += _rule(network)
            _detach(listening)  # first: the kernel has little room, and an old one must not stay where a new one fails
            with suppress(OSError):  # then it goes on without
                if program:
                    _attach(listening, [*program, _PASS])


def _comparisons(addresses: Sequence[bytes]) -> Iterator[Instruction]:
    """Drop what comes from any of these of IPv4; the caller's is loaded once."""
    if addresses:
        yield _LOAD, 0, 0, _NETWORK_HEADER + _SOURCE[4]
    for first in range(0, len(addresses), _REACH):
        some = addresses[first : first + _REACH]
        for number, address in enumerate(some):
            yield _JUMP_IF_EQUAL, len(some) - number, 0, int.from_bytes(address, "big")
        yield _JUMP, 0, 0, 1
        yield _DROP


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

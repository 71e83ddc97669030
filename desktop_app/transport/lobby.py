"""Where callers wait until their first frame is here whole, and there is a slot for them: a seat each, no thread, a
few bytes. Whoever floods it crowds out their own neighbours, not others.
"""

import functools
import ipaddress
import random
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.protocol import limits


@dataclass(eq=False, slots=True)
class Caller:
    """An accepted connection, not blocking. `since`: monotonic."""

    connection: socket.socket
    host: str
    since: float
    said: bytearray = field(default_factory=bytearray)
    whole: bool = False  # the first frame is here, or enough of it to see that it is none

    def read(self) -> bool:
        """What has come; False where it is gone."""
        while (missing := _wanted(self.said) - len(self.said)) > 0:
            try:
                part = self.connection.recv(missing)
            except BlockingIOError:
                return True
            except OSError:
                return False
            if not part:
                return False
            self.said += part
        self.whole = True
        return True


def _wanted(said: bytearray) -> int:
    """How long header and first frame are, as far as is known; what is wrong with them is not judged here."""
    if len(said) < limits.FRAME_HEADER:
        return limits.FRAME_HEADER
    size = int.from_bytes(said[: limits.FRAME_HEADER], "big")
    return limits.FRAME_HEADER + (size if size <= limits.FIRST_FRAME_MAX else 0)


class Lobby:
    """Of one listener, for its thread alone."""

    def __init__(self) -> None:
        self._callers: dict[Caller, None] = {}  # in the order in which they came
        self._crowds: Counter[str] = Counter()

    def __iter__(self) -> Iterator[Caller]:
        return iter(tuple(self._callers))

    def __len__(self) -> int:
        return len(self._callers)

    def count(self, host: str) -> int:
        """Of that address."""
        return self._crowds[neighbourhood(host)]

    def enter(self, caller: Caller) -> Caller | None:
        """Who has to leave for it, if anybody has."""
        leaving = None
        if len(self._callers) >= limits.WAITING_TOTAL:
            leaving = max(self._callers, key=self._crowded)  # the oldest among equals
            self.leave(leaving)
        self._callers[caller] = None
        self._crowds.update(around(caller.host))
        return leaving

    def leave(self, caller: Caller) -> None:
        """It got a slot, or goes; nothing happens where it has left before."""
        if caller in self._callers:
            del self._callers[caller]
            for each in around(caller.host):
                self._crowds[each] -= 1
                if not self._crowds[each]:
                    del self._crowds[each]

    def first(self) -> Caller | None:
        """Whose turn it is, of those who said something whole: with the fewest around it, by chance among equals."""
        waiting = [caller for caller in self._callers if caller.whole]
        random.shuffle(waiting)
        return min(waiting, key=self._crowded, default=None)

    def crowd(self, host: str) -> str:
        """The network that most of those around that address are of: the narrower one, if it has half of them."""
        wide, middle, _ = around(host)
        return middle if 2 * self._crowds[middle] > self._crowds[wide] else wide

    def overdue(self, now: float) -> list[Caller]:
        """They come in the order of their time."""
        found = []
        for caller in self._callers:
            if now - caller.since < limits.UNTIL_PROOFS:
                break
            found.append(caller)
        return found

    def _crowded(self, caller: Caller) -> list[int]:
        """How many are in each network that it is of, the widest first."""
        return [self._crowds[each] for each in around(caller.host)]


@functools.lru_cache(maxsize=1024)
def around(host: str) -> tuple[str, str, str]:
    """What an address is part of, the widest first: an IPv4 /16, /24 and itself, an IPv6 /32, /48 and /64."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    lengths = (16, 24, 32) if address.version == 4 else (32, 48, 64)
    wide, middle, own = (str(ipaddress.ip_network((address, length), strict=False)) for length in lengths)
    return wide, middle, own


def neighbourhood(host: str) -> str:
    """What counts as one address, an IPv4 one or an IPv6 /64: whoever has one of its addresses has them all."""
    return around(host)[-1]

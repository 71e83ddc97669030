"""Where callers wait until their first frame is here whole, and there is a slot for them: a seat each, no thread, a
few bytes. Whoever floods it crowds out their own kind: who had to go often goes last, then who has most around.
"""

import random
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from desktop_app.protocol import limits
from desktop_app.transport.origin import Origin
from desktop_app.transport.rebuffs import Rebuffs

_OFTEN: Final = 16  # rebuffs lately, with which one comes after all who had fewer


@dataclass(eq=False, slots=True)
class Caller:
    """An accepted connection, not blocking. `since`: monotonic."""

    connection: socket.socket
    origin: Origin
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

    def has_hung_up(self) -> bool:
        """Since it said what it said; nothing is taken of what else it may have said."""
        try:
            return not self.connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            return False
        except OSError:
            return True


def _wanted(said: bytearray) -> int:
    """How long header and first frame are, as far as is known; what is wrong with them is not judged here."""
    if len(said) < limits.FRAME_HEADER:
        return limits.FRAME_HEADER
    size = int.from_bytes(said[: limits.FRAME_HEADER], "big")
    return limits.FRAME_HEADER + (size if size <= limits.FIRST_FRAME_MAX else 0)


class Lobby:
    """Of one listener, for its thread alone."""

    def __init__(self, rebuffs: Rebuffs) -> None:
        self._rebuffs = rebuffs
        self._callers: dict[Caller, None] = {}  # in the order in which they came
        self._crowds: Counter[str] = Counter()
        self._computers: Counter[str] = Counter()  # apart: one may be written like a network of others

    def __iter__(self) -> Iterator[Caller]:
        return iter(tuple(self._callers))

    def __len__(self) -> int:
        return len(self._callers)

    def count(self, origin: Origin) -> int:
        """Of that computer."""
        return self._computers[origin.computer]

    def enter(self, caller: Caller) -> Caller | None:
        """Who has to leave for it, if anybody has."""
        leaving = None
        if len(self._callers) >= limits.WAITING_TOTAL:
            leaving = max(self._callers, key=self._rank)  # the oldest among equals
            self.leave(leaving)
        self._callers[caller] = None
        self._crowds.update(caller.origin.networks)
        self._computers[caller.origin.computer] += 1
        return leaving

    def leave(self, caller: Caller) -> None:
        """It got a slot, or goes; nothing happens where it has left before."""
        if caller in self._callers:
            del self._callers[caller]
            for counter, keys in ((self._crowds, caller.origin.networks), (self._computers, [caller.origin.computer])):
                for each in keys:
                    counter[each] -= 1
                    if not counter[each]:
                        del counter[each]

    def first(self) -> Caller | None:
        """Whose turn it is, of those who said something whole: the lowest rank, by chance among equals."""
        waiting = [caller for caller in self._callers if caller.whole]
        random.shuffle(waiting)
        return min(waiting, key=self._rank, default=None)

    def crowd(self, origin: Origin) -> str:
        """The network that most of those around it are of: the narrower one, if it has half of them."""
        wide, middle, _ = origin.networks
        return middle if 2 * self._crowds[middle] > self._crowds[wide] else wide

    def overdue(self, now: float) -> list[Caller]:
        """They come in the order of their time."""
        found = []
        for caller in self._callers:
            if now - caller.since < limits.UNTIL_PROOFS:
                break
            found.append(caller)
        return found

    def _rank(self, caller: Caller) -> tuple[int, int, int, int]:
        """Whether it had to go often, how many are in each network that it is of, and how often it had to go.

        Often comes first: two at a time who come again at once have few around, and would always be before three.
        """
        wide, middle, own = caller.origin.networks
        rebuffs = self._rebuffs.of(own)
        return rebuffs // _OFTEN, self._crowds[wide], self._crowds[middle], self._crowds[own] + rebuffs

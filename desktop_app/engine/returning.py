"""Sessions that were cut come back by themselves: whoever dialled dials again while the continuation lives.

Where there is another session with the same remembered device, that one does: they would become more with every cut.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from desktop_app.engine.backoff import Backoff
from desktop_app.events import DeviceId, RecordId, SessionId
from desktop_app.protocol import limits
from desktop_app.transport.address import Address

_UNNOTICED: Final = limits.SILENCE + limits.HEARTBEAT  # seconds that a cut may be to the other side
_PAUSES: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0)  # seconds before each attempt; the last one again and again


@dataclass(slots=True)
class Lost:
    """A session to be dialled again. `expected`: its continuation, and its record if it has one."""

    continuation: str
    expected: frozenset[str]
    device: DeviceId | None
    address: Address
    label: str
    again: Backoff = field(init=False)  # from when it is added
    since: float = field(init=False)  # monotonic, likewise
    session: SessionId | None = None  # the attempt that is under way


class Returning:
    """Safe from any thread. `dial` begins an attempt and gives its number, or None; `there` knows whether there is a
    session with one of these, or will be. Neither may wait for anything."""

    def __init__(
        self,
        dial: Callable[[Lost], SessionId | None],
        lives: Callable[[str], bool],
        there: Callable[[frozenset[str]], bool],
    ) -> None:
        self._dial, self._lives, self._there = dial, lives, there
        self._lock = threading.Lock()
        self._lost: list[Lost] = []

    def add(self, lost: Lost, now: float) -> None:
        lost.again, lost.since = Backoff(_PAUSES, now), now
        with self._lock:
            self._lost.append(lost)

    def tick(self, now: float) -> None:
        """Dial whoever is due; forget those whose continuation was spent or expired."""
        with self._lock:  # held while dialling, so that no attempt is over before its number is known
            self._lost = [each for each in self._lost if self._lives(each.continuation)]
            for each in self._lost:
                if each.session is None and each.again.is_due(now) and not self._there(each.expected):
                    each.again.tried(now)
                    each.session = self._dial(each)

    def ended(self, session: SessionId, *, hopeless: bool) -> None:
        """An attempt is over. `hopeless`: somebody answered and was not the one, so nobody is asked again; but one that
        has not noticed the cut yet proves nothing either."""
        with self._lock:
            for each in [each for each in self._lost if each.session == session]:
                each.session = None
                if hopeless and time.monotonic() - each.since > _UNNOTICED:
                    self._lost.remove(each)

    def unwanted(self, record: RecordId) -> None:
        """A session with that device was ended in order: so none comes back."""
        with self._lock:
            self._lost = [each for each in self._lost if record not in each.expected]

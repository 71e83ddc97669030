"""How many strangers may be half-way in: a few in all, fewer from one address."""

import threading
from collections import Counter

from desktop_app.protocol import limits
from desktop_app.transport.origin import Origin


class Slots:
    """Counts connections from accept or dial until they are verified or gone; safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._incoming: Counter[str] = Counter()
        self._outgoing = 0

    def take_incoming(self, origin: Origin) -> bool:
        """False where the connection has to be closed at once. Some slots are kept for our own dials."""
        with self._lock:
            if self._free() <= 0 or self._incoming[origin.computer] >= limits.UNVERIFIED_PER_ADDRESS:
                return False
            self._incoming[origin.computer] += 1
            return True

    @property
    def any_free(self) -> bool:
        """For somebody who calls."""
        with self._lock:
            return self._free() > 0

    def count(self, origin: Origin) -> int:
        """Of that computer."""
        with self._lock:
            return self._incoming[origin.computer]

    def _free(self) -> int:
        taken = self._incoming.total() + max(0, self._outgoing - 1)
        return limits.UNVERIFIED_TOTAL - limits.UNVERIFIED_RESERVED - taken

    def release_incoming(self, origin: Origin) -> None:
        with self._lock:
            self._incoming[origin.computer] -= 1
            if self._incoming[origin.computer] <= 0:
                del self._incoming[origin.computer]

    def take_outgoing(self) -> bool:
        with self._lock:
            if self._outgoing >= limits.UNVERIFIED_TOTAL:
                return False
            self._outgoing += 1
            return True

    def release_outgoing(self) -> None:
        with self._lock:
            self._outgoing -= 1

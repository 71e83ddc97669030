"""When something that failed is tried once more."""

from collections.abc import Sequence


class Backoff:
    """After longer and longer pauses, in seconds, of which the last comes again and again. Times are monotonic."""

    __slots__ = ("_due", "_pauses", "_tries")

    def __init__(self, pauses: Sequence[float], now: float) -> None:
        self._pauses, self._tries, self._due = pauses, 0, now + pauses[0]

    def is_due(self, now: float) -> bool:
        return now >= self._due

    def tried(self, now: float) -> None:
        self._tries += 1
        self._due = now + self._pauses[min(self._tries, len(self._pauses) - 1)]

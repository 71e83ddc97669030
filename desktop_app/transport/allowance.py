"""How often something may happen that others cause: some times at once, then so many a second."""

from typing import Final


class Allowance:
    """For one thread. `now`: monotonic."""

    def __init__(self, at_once: int, per_second: float, now: float) -> None:
        self._at_once: Final = float(at_once)
        self._per_second: Final = per_second
        self._left, self._at = self._at_once, now

    def spend(self, now: float) -> float:
        """For one more, which may be one too many; for how many seconds nothing is left."""
        self._earn(now)
        self._left -= 1
        return max(0.0, -self._left / self._per_second)

    def has_one(self, now: float) -> bool:
        self._earn(now)
        return self._left >= 1

    def _earn(self, now: float) -> None:
        self._left = min(self._left + (now - self._at) * self._per_second, self._at_once)
        self._at = now

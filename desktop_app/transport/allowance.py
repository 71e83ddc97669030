"""How many small records a peer may send: a good many at once, then a few thousand a second. What is beyond that waits,
and soon the peer's kernel with it: nothing is queued here, and nothing is refused.
"""

from desktop_app.protocol import limits


class Allowance:
    """Of one session; for its reader alone. `now`: monotonic."""

    def __init__(self, now: float) -> None:
        self._left, self._at = float(limits.SMALL_RECORDS_AT_ONCE), now

    def spend(self, now: float) -> float:
        """For one more of them; for how many seconds to read no further."""
        earned = (now - self._at) * limits.SMALL_RECORDS_PER_SECOND
        self._left = min(self._left + earned, limits.SMALL_RECORDS_AT_ONCE) - 1
        self._at = now
        return max(0.0, -self._left / limits.SMALL_RECORDS_PER_SECOND)

"""How often callers had to go lately, of each computer: turned away at the door, or crowded out of the lobby.

Where all addresses are of one network, that tells whoever floods it from somebody who just came.
"""

from collections import Counter
from typing import Final

_SPAN: Final = 5.0  # seconds; what was within the last one to two of them is known
_MOST: Final = 4096  # computers in each; a flood from more is one of networks


class Rebuffs:
    """Of one listener, for its thread alone. `now`: monotonic."""

    def __init__(self) -> None:
        self._latest: Counter[str] = Counter()
        self._before: Counter[str] = Counter()
        self._since = 0.0

    def add(self, computer: str, now: float) -> int:
        """One more; how many by now."""
        self.forget(now)
        if computer in self._latest or len(self._latest) < _MOST:
            self._latest[computer] += 1
        return self.of(computer)

    def of(self, computer: str) -> int:
        return self._latest[computer] + self._before[computer]

    def forget(self, now: float) -> None:
        """What is long ago; to be called now and then."""
        if now - self._since >= 2 * _SPAN:
            self._latest = Counter()
        if now - self._since >= _SPAN:
            self._before, self._latest, self._since = self._latest, Counter(), now

"""How much file data one record takes on the line as it is.

What comes up meanwhile, a text or a CANCEL, stands behind the record that was begun; on a slow line a whole mebibyte
of it would be too long. All streams of a session have the same portion, so that equal turns are equal parts.
"""

import time
from typing import Final

from desktop_app.protocol import limits

_SECONDS: Final = 0.04  # that a record may take
_MIN: Final = 64 * limits.KIB

Begun = tuple[float, int]


class Portion:
    """For the writer's thread alone."""

    def __init__(self, most: int) -> None:
        self.bytes = most
        self._most: Final = most
        self._sent = 0  # by all streams

    def begin(self, count: int, now: float | None = None) -> Begun:
        """A record of so many bytes is about to be sent. `now`: monotonic."""
        begun = time.monotonic() if now is None else now, self._sent
        self._sent += count
        return begun

    def end(self, begun: Begun, now: float | None = None) -> None:
        """It was, and records of others with it."""
        seconds, sent = (time.monotonic() if now is None else now) - begun[0], self._sent - begun[1]
        grown = min(self._most, 2 * self.bytes)  # what the kernel took at once says little
        fits = grown if seconds <= 0 else int(sent * _SECONDS / seconds)
        self.bytes = max(min(_MIN, self._most), min(grown, fits))

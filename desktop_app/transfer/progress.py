"""How far a transfer is: counted by a worker, read by whoever draws it, without a lock.

One thread writes each counter and readers take them as they are; a snapshot may be one record old.
"""

import time
from typing import Final

from desktop_app.events import Limit, Progress

_WINDOW: Final = 3.0  # seconds over which the rate is smoothed
_SAMPLE: Final = 0.1


class Meter:
    """Counts bytes and files of one transfer."""

    def __init__(self, *, bytes_total: int, files_total: int) -> None:
        self.bytes_done = 0
        self.files_done = 0
        self.limited_by: Limit | None = None
        self._bytes_total = bytes_total
        self._files_total = files_total
        self._samples: list[tuple[float, int]] = []

    def begin_again(self, bytes_done: int, files_done: int) -> None:
        """So much was done in an earlier session."""
        self.bytes_done, self.files_done = bytes_done, files_done
        self._samples.clear()

    def snapshot(self) -> Progress:
        """For one reader at a time: the window that redraws, or the command line."""
        now, done = time.monotonic(), self.bytes_done
        samples = self._samples
        if not samples or now - samples[-1][0] >= _SAMPLE:
            samples.append((now, done))
        while len(samples) > 2 and now - samples[0][0] > _WINDOW:
            samples.pop(0)
        elapsed = now - samples[0][0]
        rate = (done - samples[0][1]) / elapsed if elapsed > 0 else 0.0
        left = (self._bytes_total - done) / rate if rate > 0 else None
        return Progress(done, self._bytes_total, self.files_done, self._files_total, rate, left, self.limited_by)

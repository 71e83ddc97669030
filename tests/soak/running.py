"""Time in which this process really ran: what it spent stopped, with the machine or by somebody, does not count."""

import threading
import time
from typing import Final

_TICK: Final = 0.5
_MOST: Final = 2.0  # seconds of one tick that count: a busy machine is late, a stopped process much later


class RunningTime:
    def __init__(self) -> None:
        self.seconds = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._tick, name="running-time")
        self._thread.start()

    def __call__(self) -> float:
        return self.seconds

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def _tick(self) -> None:
        before = time.monotonic()
        while not self._over.wait(_TICK):
            now = time.monotonic()
            self.seconds += min(now - before, _MOST)
            before = now

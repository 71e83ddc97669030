"""Events leave in the order in which they were given, one at a time, whichever threads give them."""

import threading
from collections import deque
from collections.abc import Callable

from desktop_app.events import Event


class Telling:
    """Safe from any thread. What `listener` causes while it listens comes after what it hears."""

    def __init__(self, listener: Callable[[Event], None]) -> None:
        self.listener = listener
        self._untold: deque[Event] = deque()
        self._busy = threading.Lock()

    def add(self, *events: Event) -> None:
        """To be told by the next `tell`; calls nobody, so that a lock may be held that fixes the order."""
        self._untold.extend(events)

    def tell(self) -> None:
        """Tell what there is, unless another thread is at it, which then tells this too."""
        while self._untold and self._busy.acquire(blocking=False):
            try:
                while self._untold:
                    self.listener(self._untold.popleft())
            finally:
                self._busy.release()

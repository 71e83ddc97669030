"""Work that takes a moment, on threads that an orderly end waits for."""

import threading
from collections.abc import Callable


class Errands:
    """Each on a thread of its own. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._closed = False

    def run(self, name: str, do: Callable[[], None]) -> bool:
        """False where nothing is begun any more."""
        with self._lock:
            if self._closed:
                return False
            thread = threading.Thread(target=do, name=name)
            thread.start()
            self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        return True

    def close(self, seconds: float) -> None:
        """Wait for every one of them, each so long at most; may be called twice."""
        with self._lock:
            self._closed = True
            threads = list(self._threads)
        for thread in threads:
            thread.join(seconds)

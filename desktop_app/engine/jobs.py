"""Work that takes a moment, on threads that an orderly end waits for."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.errors import AppError
from desktop_app.errors.crashes import log_crash

_log: Final = logging.getLogger(__name__)


class Jobs:
    """One after the other, in the order in which they were given, on one thread. `do` is for any thread."""

    def __init__(
        self,
        name: str,
        tell: Callable[[AppError], None],
        *,
        look: Callable[[], None] | None = None,
        every: float = 0.0,
        last: Callable[[], None] = lambda: None,
    ) -> None:
        """`tell` hears why a job could not be done. `look` is done `every` so many seconds, `last` at the end."""
        self._tell, self._look, self._every, self._last = tell, look, every, last
        self._queue: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name)

    def start(self) -> None:
        self._thread.start()

    def close(self, seconds: float) -> None:
        """Do what was given before, then end; may be called twice, and without `start`."""
        if self._thread.ident is not None:
            self._queue.put(None)
            self._thread.join(seconds)

    def do(self, job: Callable[[], None]) -> None:
        self._queue.put(job)

    @property
    def waiting(self) -> int:
        return self._queue.qsize()

    def _run(self) -> None:
        next_look = time.monotonic()
        while True:
            job, wait = self._look, next_look - time.monotonic()
            if job is not None and wait <= 0:  # however many jobs there are
                next_look = time.monotonic() + self._every
            else:
                try:
                    job = self._queue.get(timeout=None if job is None else wait)
                except queue.Empty:
                    continue
            if job is None:
                break
            try:
                job()
            except AppError as error:
                self._tell(error)
            except Exception as crash:
                log_crash(_log, f"a job of {self._thread.name} failed", crash)
        self._last()


class Errands:
    """Each on a thread of its own. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._closed = False

    def run(self, name: str, do: Callable[[], None]) -> bool:
        """False where nothing is begun any more, or the system gives no more threads."""
        with self._lock:
            if self._closed:
                return False
            thread = threading.Thread(target=do, name=name)
            try:
                thread.start()
            except RuntimeError:
                return False
            self._threads = [each for each in self._threads if each.is_alive()] + [thread]
        return True

    def close(self, seconds: float) -> None:
        """Wait for every one of them, each so long at most; may be called twice."""
        with self._lock:
            self._closed = True
            threads = list(self._threads)
        for thread in threads:
            thread.join(seconds)

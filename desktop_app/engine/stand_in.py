"""Who does the urgent part of a writer's work while that one waits for a disk.

A read that takes long, from a network share that went away, must not keep the person's CANCEL from the peer, nor the
signs of life. So the writer hands over its turn for each read; the stand-in takes it up where a read has lasted, and
gives it back after every single thing that it did. Whose turn it is may send, nobody else.
"""

import contextlib
import threading
import time
from collections.abc import Callable
from typing import Final

_PATIENCE: Final = 0.3  # seconds that a read may take before anybody steps in
_LOOK: Final = 0.1  # seconds between looks
_IDLE: Final = 1.0  # seconds without a read until the stand-in goes home


class StandIn:
    """Has a thread only while there is something to read. `turn` is held by whoever may send."""

    def __init__(self, name: str) -> None:
        self.turn: Final = threading.Lock()
        self._name = name
        self._lock = threading.Lock()  # over the next three; held for a moment only
        self._away_since: float | None = None  # monotonic, as the next one
        self._back_at = 0.0
        self._thread: threading.Thread | None = None
        self._closed = threading.Event()

    def leave(self, do: Callable[[], None]) -> None:
        """The writer, whose turn it is, reads from a disk until `come_back`.

        `do`: what is urgent now, without waiting; called with the turn. It may not raise. Only the thread knows it: it
        leads to the writer, and a circle would keep all that belongs to a session.
        """
        with self._lock:
            self._away_since = time.monotonic()
            if self._thread is None:
                thread = threading.Thread(target=self._watch, args=(do,), name=self._name)
                with contextlib.suppress(RuntimeError):  # no more threads: what is urgent waits for the disk
                    thread.start()
                    self._thread = thread
        self.turn.release()

    def come_back(self) -> None:
        """It is the writer's turn again when this returns."""
        with self._lock:
            self._away_since, self._back_at = None, time.monotonic()
        self.turn.acquire()

    def close(self) -> None:
        """The writer leaves for good."""
        self._closed.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join()

    def _watch(self, do: Callable[[], None]) -> None:
        while not self._closed.wait(_LOOK):
            now = time.monotonic()
            with self._lock:
                away_since = self._away_since
                if away_since is None and now - self._back_at > _IDLE:
                    self._thread = None
                    return
            if away_since is not None and now - away_since > _PATIENCE and self.turn.acquire(blocking=False):
                try:
                    if self._away_since is not None:
                        do()
                finally:
                    self.turn.release()

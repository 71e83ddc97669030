"""The one door into the main thread: engine events, lines that were typed, signals."""

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from types import FrameType
from typing import Final

from desktop_app.events import Event

LINE_MAX: Final = 4096


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input; `at` is when it was read, on the monotonic clock."""

    text: str
    at: float


@dataclass(frozen=True, slots=True)
class InputClosed:
    """Nobody can answer any more."""


class Stopped(Exception):
    """A signal asked the program to end."""

    def __init__(self, signal: int) -> None:
        super().__init__(signal)
        self.signal = signal


Item = Event | Line | InputClosed


class Inbox:
    """A queue whose `put` may be called from any thread and from a signal handler: SimpleQueue is reentrant."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Item | Stopped] = SimpleQueue()

    def put(self, item: Item | Stopped) -> None:
        self._queue.put(item)

    def get(self, seconds: float) -> Item | None:
        """The next item, or None after that time. Raises Stopped where a signal is the next."""
        try:
            item = self._queue.get(timeout=max(0.0, seconds))
        except Empty:
            return None
        if isinstance(item, Stopped):
            raise item
        return item


class InputReader:
    """Reads lines in a thread of its own, from `start` on.

    A blocking read of a terminal cannot be ended from outside, so the thread is a daemon. It
    reads the descriptor, not `sys.stdin`, whose lock would be held when the interpreter ends.
    """

    def __init__(self, descriptor: int, put: Callable[[Line | InputClosed], None]) -> None:
        self._descriptor, self._put = descriptor, put
        self._started = False

    def start(self) -> None:
        """May be called again; not before it is needed: reading stops a program in the background of a shell."""
        if not self._started:
            self._started = True
            threading.Thread(target=self._read, name="input", daemon=True).start()

    def discard_typed(self) -> None:
        """Forget what was typed at a terminal and not yet read."""
        with contextlib.suppress(ImportError, OSError):
            import termios

            if os.isatty(self._descriptor):
                termios.tcflush(self._descriptor, termios.TCIFLUSH)

    def _read(self) -> None:
        pending = b""
        with contextlib.suppress(OSError):  # a terminal that went away
            while data := os.read(self._descriptor, LINE_MAX):
                *lines, pending = (pending + data).split(b"\n")
                for line in lines:
                    self._tell(line)
                pending = pending[:LINE_MAX]
        if pending:
            self._tell(pending)
        self._put(InputClosed())

    def _tell(self, line: bytes) -> None:
        self._put(Line(line[:LINE_MAX].decode(errors="replace").strip(), time.monotonic()))


@contextlib.contextmanager
def stop_on_signals(inbox: Inbox) -> Iterator[None]:
    """The first signal asks the program to end in order; the second ends it at once."""

    def stop(number: int, _frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        inbox.put(Stopped(number))

    wanted = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, stop) for number in wanted if signal.getsignal(number) != signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)

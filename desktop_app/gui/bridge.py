"""The one door from the engine's threads, and any other, into the window."""

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, SignalInstance, Slot

from desktop_app.events import Event

_TURN: Final = 0.008  # seconds for events, then the window has its turn: a hundred may come at once


class Bridge(QObject):
    """`tell` is called from any thread; a listener runs on the thread of Qt's event loop.

    Signals: happened(Event), on that thread.
    """

    happened = Signal(object)
    _woken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._untold: deque[Event] = deque()
        self._due = False  # it will be told
        self._woken.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def tell(self, event: Event) -> None:
        with self._lock:
            self._untold.append(event)
            wake, self._due = not self._due, True
        if wake:
            self._woken.emit()

    def listen(self, listener: Callable[[Event], None]) -> None:
        """`listener` must be a method of a QObject of Qt's thread."""
        self.happened.connect(listener)

    @Slot()
    def _deliver(self) -> None:
        until = time.monotonic() + _TURN
        while time.monotonic() < until:
            with self._lock:
                if not self._untold:
                    self._due = False
                    return
                event = self._untold.popleft()
            self.happened.emit(event)
        QTimer.singleShot(0, self, self._deliver)  # unlike another event it lets what Qt has to do go first


def door_to(signal: SignalInstance) -> Callable[..., None]:
    """For a thread to give its answer to: emits `signal`, unless the object that it is of has gone meanwhile."""

    def tell(*values: object) -> None:
        with contextlib.suppress(RuntimeError):  # it was of a window that is closed
            signal.emit(*values)

    return tell

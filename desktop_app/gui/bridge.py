"""The one door from the engine's threads, and any other, into the window."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from desktop_app.events import Event


class Bridge(QObject):
    """`tell` is called from any thread; a listener runs on the thread of Qt's event loop.

    Signals: happened(Event).
    """

    happened = Signal(object)

    def tell(self, event: Event) -> None:
        self.happened.emit(event)

    def listen(self, listener: Callable[[Event], None]) -> None:
        """`listener` must be a method of a QObject, whose thread is where it will run."""
        self.happened.connect(listener, Qt.ConnectionType.QueuedConnection)


def door_to(signal: SignalInstance) -> Callable[..., None]:
    """For a thread to give its answer to: emits `signal`, unless the object that it is of has gone meanwhile."""

    def tell(*values: object) -> None:
        with contextlib.suppress(RuntimeError):  # it was of a window that is closed
            signal.emit(*values)

    return tell

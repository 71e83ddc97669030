"""The one door from the engine's threads into the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

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

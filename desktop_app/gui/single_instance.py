"""Later starts of the same profile, and files that a desktop hands to an application that runs."""

import os
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.engine.summons import Summons, SummonsDoor
from desktop_app.storage.profile import Profile

_HEARD_SECONDS: Final = 1.0


@dataclass(frozen=True, slots=True)
class _Call:
    summons: Summons
    heard: threading.Event = field(default_factory=threading.Event)


class LaterStarts(QObject):
    """Who starts Tallystick again is told that the window comes once it does: one that just ends says nothing, and
    the later start takes its place.

    Signals: summoned(Summons).
    """

    summoned = Signal(object)
    _called = Signal(object)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._door: SummonsDoor | None = None
        self._leaving = False
        self._called.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        app.installEventFilter(self)  # macOS starts no second process: it sends the files here

    def open(self, profile: Profile) -> None:
        """From now on a summons waits for the event loop."""
        self._door = SummonsDoor(profile, self._call)

    @property
    def come_back(self) -> bool:
        """Whether starting Tallystick again brings a hidden window back."""
        return self._door is not None and self._door.is_open

    def leave(self) -> None:
        """The window goes for good: later starts have to wait for its end."""
        self._leaving = True

    def close(self) -> None:
        """May be called twice."""
        self.leave()
        if self._door is not None:
            self._door.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.summoned.emit(Summons((Path(event.file()),)))
            return True
        return super().eventFilter(watched, event)

    def _call(self, summons: Summons) -> bool:
        """On the door's thread."""
        call = _Call(summons)
        self._called.emit(call)
        return call.heard.wait(_HEARD_SECONDS)

    @Slot(object)
    def _hear(self, call: _Call) -> None:
        if not self._leaving:
            call.heard.set()
            self.summoned.emit(call.summons)


def bring_forward(window: QWidget, token: str = "") -> None:
    """Show it, restored and in front of the others, as far as the desktop lets a program do that."""
    if token and QGuiApplication.platformName().startswith("wayland"):
        os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it, once
    if window.isMinimized():
        window.showNormal()
    else:
        window.show()
    window.raise_()
    window.activateWindow()
    QApplication.alert(window)

"""What happens by itself is painted some nine times a second, all of it together; what a person does, at once.

The one place where a window is kept from painting: no part of it needs to gather its own changes.
"""

import math
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

REST: Final = 0.11  # seconds between two paintings of what happens by itself
AFTER_TOUCH: Final = 0.5  # seconds for which what moves may move because of what the person did
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.DragMove,
        QEvent.Type.Resize,
    }
)


class Calm(QObject):
    """Of one window. An event filter that is installed before this one hears only of what is really painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._painted = self._touched = -math.inf  # monotonic
        self._later = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._later.timeout.connect(self._paint)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is not self._window:
            if kind in _TOUCHES:
                self._touched = time.monotonic()
                if self._later.isActive():
                    self._later.start(0)  # Qt asks no second time to paint while it waits for what is held back
        elif kind == QEvent.Type.UpdateRequest:
            return self._holds_back()
        elif kind == QEvent.Type.Show and (handle := self._window.windowHandle()) is not None:
            handle.installEventFilter(self)  # whatever a person does passes there first
        return False

    def _holds_back(self) -> bool:
        now = time.monotonic()
        wait = self._painted + REST - now
        if wait > 0 and now - self._touched > AFTER_TOUCH and not QApplication.mouseButtons().value:
            if not self._later.isActive():
                self._later.start(math.ceil(wait * 1000))
            return True
        self._painted = now
        return False

    def _paint(self) -> None:
        QCoreApplication.postEvent(self._window, QEvent(QEvent.Type.UpdateRequest))

"""Keeps buttons out of reach until a person can have read what they answer.

A dialog may open under hands that are typing or clicking elsewhere. Its buttons unlock after
a moment; each Enter or Space that was not meant for a button starts that moment again, so
hammering on the keyboard never answers anything.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.gui.keyboard_place import ENTER, hand_over
from desktop_app.gui.sheet import Sheet

UNLOCK_MS: Final = 1500
_HAMMERED: Final = ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Select}


class Deliberate(QObject):
    """Locks `buttons` until a quiet moment has passed; `rest` takes the focus meanwhile. A dialog has one at a time.

    Signals: unlocked().
    """

    unlocked = Signal()
    wait_ms = UNLOCK_MS

    def __init__(self, buttons: Sequence[QPushButton], rest: QWidget, parent: QWidget) -> None:
        for former in parent.findChildren(Deliberate):
            former.retire()
        super().__init__(parent)
        self._buttons = tuple(buttons)
        self.rest = rest
        self._timer = QTimer(self, singleShot=True, interval=self.wait_ms)
        self._timer.timeout.connect(self._unlock)
        for button in self._buttons:
            button.setAutoDefault(False)
            button.setDefault(False)
        self.lock()

    @property
    def locked(self) -> bool:
        return self._timer.isActive()

    def lock(self) -> None:
        """Begin the moment, again if need be. Call when the dialog is shown."""
        for button in self._buttons:
            hand_over(button, self.rest)
        for button in self._buttons:
            button.setEnabled(False)
        self._timer.start()

    def retire(self) -> None:
        """Its buttons go, and others come in their place."""
        self._timer.stop()
        self.deleteLater()

    def swallow(self, event: QKeyEvent) -> bool:
        """For the dialog's keyPressEvent: True where the key was Enter or Space that no button took."""
        if event.key() not in _HAMMERED:
            return False
        self.lock()
        return True

    def _unlock(self) -> None:
        for button in self._buttons:
            button.setEnabled(True)
        self.unlocked.emit()


class DeliberateSheet(Sheet):
    """A sheet that opens unasked: its answers unlock after a moment. What closing it means is for `reject` to say."""

    def guard(self, buttons: Sequence[QPushButton], rest: QWidget) -> Deliberate:
        """When all of them are there; `rest` has the focus when the sheet is shown."""
        self._rest, self._guard = rest, Deliberate(buttons, rest, self)
        return self._guard

    @property
    def locked(self) -> bool:
        return self._guard.locked

    def lock(self) -> None:
        """What was before it is gone."""
        self._guard.lock()

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the sheet does with this key what every dialog does."""
        return not self._guard.swallow(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.takes(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._guard.lock()
        self._rest.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

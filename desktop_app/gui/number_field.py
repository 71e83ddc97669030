"""A line for a whole number. Qt's own is silent where what was typed could only become one of the range."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop_app.gui import theme
from desktop_app.gui.keyboard_place import ENTER

_STILL_HERE: Final = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Whoever left for these comes back to what they were typing."""


class NumberField(QLineEdit):
    """Signals: refused(): somebody was done with it, and it is none from `least` to `most`."""

    refused = Signal()

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setValidator(QIntValidator(least, most, self))
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setMaxLength(len(str(most)))
        self.setFixedWidth(theme.letter(self.fontMetrics()) * 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in ENTER:
            self._look()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STILL_HERE and self.isVisible():
            self._look()

    def _look(self) -> None:
        if not self.isReadOnly() and not self.hasAcceptableInput():
            self.refused.emit()

"""A text for another program or for whoever mends this one: to be read and copied, not to be changed."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

_AROUND: Final = 14
"""Border and padding."""
_LEAST: Final = 3
"""Lines, where there is little room."""


class Verbatim(QPlainTextEdit):
    """Letters of one width, whole lines, from left to right in every language."""

    def __init__(self, name: str, caption: str, text: str, lines: int) -> None:
        """`caption`: for who only hears it. `lines`: so many are in sight."""
        super().__init__(text)
        self.setObjectName(name)
        self.setAccessibleName(caption)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        margin = round(self.document().documentMargin())
        line, around = self.fontMetrics().lineSpacing(), 2 * margin + _AROUND
        self.setMinimumHeight(_LEAST * line + around)
        self.setMaximumHeight(lines * line + around)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

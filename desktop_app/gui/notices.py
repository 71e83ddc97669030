"""Things to know that need no answer: quiet lines at the top of the window."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.gui import error_text, theme
from desktop_app.gui.icons import ButtonIcon, IconView
from desktop_app.gui.plain import Words

_MOST: Final = 3


class Notices(QWidget):
    """The newest few; the same words are not said twice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[_Notice] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)
        self.hide()

    def warn(self, error: AppError) -> None:
        self._add(_Notice("warning", error_text.sentence(error), error_text.next_step(error)))

    def withdraw(self, error: AppError) -> None:
        """It is not so any more."""
        for old in [old for old in self._shown if old.text == error_text.sentence(error)]:
            self._drop(old)

    def say(self, text: str, more: str = "") -> None:
        self._add(_Notice("info", text, more))

    def texts(self) -> list[str]:
        return [notice.text for notice in self._shown]

    def _add(self, notice: "_Notice") -> None:
        for old in [old for old in self._shown if old.text == notice.text]:
            self._drop(old)
        while len(self._shown) >= _MOST:
            self._drop(self._shown[0])
        self._shown.append(notice)
        notice.dismissed.connect(lambda: self._drop(notice))
        self._rows.addWidget(notice)
        notice.show()
        self.show()

    def _drop(self, notice: "_Notice") -> None:
        self._shown.remove(notice)
        self._rows.removeWidget(notice)
        notice.hide()
        notice.deleteLater()
        self.setVisible(bool(self._shown))


class _Notice(QFrame):
    """Signals: dismissed()."""

    dismissed = Signal()

    def __init__(self, kind: str, text: str, more: str) -> None:
        super().__init__()
        self.text = text
        self.setObjectName(f"notice-{kind}")
        self.setProperty("part", f"{kind}-box")
        close = QToolButton()
        close.setObjectName("notice-dismiss")
        close.setAccessibleName(self.tr("Dismiss: {text}").format(text=text))
        close.clicked.connect(self.dismissed)
        ButtonIcon(close, "cross", "muted", 16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(text, bold=True))
        if more:
            words.addWidget(Words(more))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        row.setSpacing(theme.M)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(IconView(kind, "warning" if kind == "warning" else "accent"), 0, top)
        row.addLayout(words, 1)
        row.addWidget(close, 0, top)

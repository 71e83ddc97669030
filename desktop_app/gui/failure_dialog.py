"""A failed comparison: red and plain, until a person has seen it.

Until it is dismissed nobody can start another comparison with this computer, so it must not
vanish under a stray key.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.gui import error_text, theme
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button


class FailureDialog(Sheet):
    """`accepted` means: a person has seen it."""

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__("failure-dialog", "", parent, characters=92)
        self.setWindowTitle(self.tr("Not verified"))
        self._words = Words(error_text.sentence(error), step=theme.Type.HEADING, bold=True)
        self._words.setObjectName("failure-text")
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words.setAccessibleName(error_text.whole(error))
        box = QFrame()
        box.setProperty("part", "danger-box")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        inside.setSpacing(theme.L)
        inside.addWidget(IconView("warning", "danger", theme.XL + theme.S), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        column.addWidget(self._words)
        column.addWidget(Words(error_text.next_step(error)))
        inside.addLayout(column, 1)
        self._seen = button("failure-seen", self.tr("I have read this"), "answer")
        self._seen.clicked.connect(self.accept)
        self.page.addWidget(box)
        self.add_words(
            self.tr("Until you close this notice, nobody can start another comparison with this computer."), "muted"
        )
        self.add_buttons(self._seen)
        self._guard = Deliberate((self._seen,), self._words, self)

    def reject(self) -> None:
        """Escape and the close button count as seen, but not at once."""
        if not self._guard.locked:
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._guard.swallow(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._guard.lock()
        self._words.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

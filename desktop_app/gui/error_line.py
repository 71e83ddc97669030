"""What went wrong with something on this page, on the page itself: its sentence, and what is behind it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.gui import error_text, phrasing, theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.error_details import details_button
from desktop_app.gui.keyboard_place import hand_over
from desktop_app.gui.plain import Words


class ErrorLine(QWidget):
    """Hidden while nothing is wrong."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = Words("", "danger")
        self._words.setObjectName(name)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.M)
        self._row.addWidget(self._words, 1)
        self.hide()

    def show_error(self, error: AppError, *more: str) -> None:
        """`more`: sentences behind the error's own."""
        self._words.setText(phrasing.sentences(error_text.sentence(error), *more))
        opens = details_button(f"{self._words.objectName()}-details", error, part="quiet")
        self._row.addWidget(opens)
        opens.show()
        self.show()
        self._drop_former(opens)

    def show_words(self, sentence: str) -> None:
        """There is nothing behind it."""
        self._words.setText(sentence)
        self.show()
        self._drop_former(self._words)
        announce(self, sentence)

    def _drop_former(self, heir: QWidget) -> None:
        """The details of what was wrong before."""
        former = self._row.itemAt(1)
        before = None if former is None else former.widget()
        if before is not None and before is not heir:
            hand_over(before, heir)
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()

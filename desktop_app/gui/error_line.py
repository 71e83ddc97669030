"""What went wrong with something on this page, on the page itself: its sentence, and what is behind it."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.gui import error_text, phrasing, theme
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
        former = self._row.itemAt(1)
        self._words.setText(phrasing.sentences(error_text.sentence(error), *more))
        opens = details_button(f"{self._words.objectName()}-details", error, part="quiet")
        self._row.addWidget(opens)
        opens.show()
        self.show()
        if former is not None and (before := former.widget()) is not None:
            hand_over(before, opens)
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()

"""A failed comparison: red and plain, until a person has seen it.

Until it is dismissed nobody can start another comparison with this computer, so it must not
vanish under a stray key.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.gui import error_text, theme
from desktop_app.gui.deliberate import DeliberateSheet
from desktop_app.gui.error_details import details_button
from desktop_app.gui.note_box import LargeNote
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import button


class FailureDialog(DeliberateSheet):
    """`accepted` means: a person has seen it."""

    def __init__(self, error: AppError, parent: QWidget | None = None) -> None:
        super().__init__("failure-dialog", parent, characters=92)
        self._error = error
        self.build()

    def build(self) -> None:
        error = self._error
        self.setWindowTitle(self.tr("Not verified"))
        self._words = Words(error_text.sentence(error), step=theme.Type.HEADING, bold=True)
        self._words.setObjectName("failure-text")
        self._words.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words.setAccessibleName(error_text.whole(error))
        self._seen = button("failure-seen", self.tr("I have read this"), "answer")
        self._seen.clicked.connect(self.accept)
        self.page.addWidget(LargeNote("danger", self._words, Words(error_text.next_step(error))))
        self.add_words(
            self.tr("Until you close this notice, nobody can start another comparison with this computer."), "muted"
        )
        self.add_buttons(self._seen, leading=(details_button("failure-details", error),))
        self.guard((self._seen,), self._words)

    def reject(self) -> None:
        """Escape and the close button count as seen, but not at once."""
        if not self.locked:
            self.accept()

"""Why Tallystick could not start, in a window of its own: there is no other yet."""

from PySide6.QtWidgets import QHBoxLayout

from desktop_app import APP_NAME
from desktop_app.errors import AppError
from desktop_app.gui import error_text, theme
from desktop_app.gui.error_details import details_button
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button


class StartFailure(Sheet):
    def __init__(self, error: AppError) -> None:
        super().__init__("start-failure", characters=84)
        self._error = error
        self.build()

    def build(self) -> None:
        self.setWindowTitle(APP_NAME)
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        head.addWidget(IconView("warning", "danger", theme.XL))
        head.addWidget(Words(self.tr("Tallystick could not start"), step=theme.Type.TITLE, bold=True), 1)
        self.page.addLayout(head)
        self.add_words(error_text.sentence(self._error))
        self.add_words(error_text.next_step(self._error), "muted")
        close = button("start-failure-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self.add_buttons(close, leading=(details_button("start-failure-details", self._error),))

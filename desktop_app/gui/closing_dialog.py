"""Closing the window while transfers run ends them: asked once."""

from PySide6.QtWidgets import QWidget

from desktop_app.gui.sheet import Sheet, button


class ClosingDialog(Sheet):
    """`accepted` means: end them and close."""

    def __init__(self, running: int, parent: QWidget | None = None) -> None:
        super().__init__("closing-dialog", "", parent)
        self.setWindowTitle(self.tr("Close Tallystick"))
        if running == 1:
            self.add_title(self.tr("A transfer has not finished"))
        else:
            self.add_title(self.tr("{count} transfers have not finished").format(count=running))
        self.add_words(self.tr("Closing stops what is running. Files that were delivered stay delivered."), "muted")
        stay = button("closing-stay", self.tr("Keep open"), default=True)
        stay.clicked.connect(self.reject)
        close = button("closing-close", self.tr("Stop and close"), "danger")
        close.clicked.connect(self.accept)
        self.add_buttons(close, stay)
        stay.setFocus()

"""What this is and which version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app import APP_NAME, __version__
from desktop_app.gui import icons, theme
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button


class AboutDialog(Sheet):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("about-dialog", parent, characters=84)
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("About {app}").format(app=APP_NAME))
        middle = Qt.AlignmentFlag.AlignHCenter
        self.page.addWidget(icons.IconView("tallystick", size=72), 0, middle)
        for words in (
            Words(APP_NAME, step=theme.Type.TITLE, bold=True),
            Words(self.tr("Version {version}").format(version=__version__), "muted"),
            Words(self.tr("Send files to the computers around you, sure of which computer it is.")),
            Words(self.tr("A tally stick was split in two, so that each could check the other's half."), "muted"),
        ):
            words.center()
            self.page.addWidget(words)
        close = button("about-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self.page.addSpacing(theme.S)
        self.page.addWidget(close, 0, middle)

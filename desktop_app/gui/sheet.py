"""What every small dialog shares: margins, a title, a row of buttons, a height that fits, another language."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import anew, theme
from desktop_app.gui.plain import Words


class Sheet(QDialog):
    """`page` takes the content from top to bottom; `characters` is how wide a line of text may get."""

    page: QVBoxLayout

    def __init__(self, name: str, parent: QWidget | None = None, characters: int = 72) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * characters)
        self._begin()

    def build(self) -> None:
        """Put everything on the page; each sheet calls it once, and it is called again when the language changes."""
        raise NotImplementedError

    def _begin(self) -> None:
        self.page = QVBoxLayout(self)
        self.page.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        self.page.setSpacing(theme.M)

    def add_title(self, text: str) -> None:
        self.page.addWidget(Words(text, step=theme.Type.TITLE, bold=True))

    def add_words(self, text: str, part: str = "") -> None:
        self.page.addWidget(Words(text, part))

    def add_buttons(self, *buttons: QAbstractButton, leading: Sequence[QAbstractButton] = ()) -> None:
        """The last row: the main button at the end, `leading` apart from the others."""
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        for button in leading:
            row.addWidget(button)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self.page.addSpacing(theme.XS)
        self.page.addLayout(row)

    def fit(self) -> None:
        """As high as the content needs at this width: labels that wrap ask for too much by themselves."""
        width = max(self.minimumWidth(), self.page.totalMinimumSize().width())
        self.resize(width, self.page.totalHeightForWidth(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            with anew.emptied(self):
                self._begin()
                self.build()
            if self.isVisible():
                QTimer.singleShot(0, self, self.fit)  # Qt shows what is new first; hidden, it asks for no room

    def showEvent(self, event: QShowEvent) -> None:
        self.fit()
        super().showEvent(event)


def button(name: str, text: str, part: str = "", *, default: bool = False) -> QPushButton:
    """A push button that Enter presses only where it is the default one."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setProperty("part", part)
    made.setAutoDefault(False)
    made.setDefault(default)
    return made


def put_up(dialog: QDialog) -> None:
    """Nobody waits for it; once it is closed it is gone."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

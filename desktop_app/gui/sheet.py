"""What every small dialog shares: margins, a title, a row of buttons, a height that fits, another language.

On a screen that is too low for it, what is above the buttons is scrolled.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QDialog,
    QPushButton,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import anew, room, theme
from desktop_app.gui.button_row import ButtonRow
from desktop_app.gui.folding import Folding, FoldingPage
from desktop_app.gui.plain import Words


class Sheet(QDialog):
    """`page` takes the content from top to bottom; `characters` is how wide a line of text may get."""

    page: QVBoxLayout

    def __init__(self, name: str, parent: QWidget | None = None, characters: int = 72) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMinimumWidth(min(theme.letter(self.fontMetrics()) * characters, room.on_screen(self).width()))
        self._begin()

    @property
    def line(self) -> int:
        """How wide a line on the page is, at the least: a scroll bar may stand beside it."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        return self.minimumWidth() - 2 * theme.XL - bar

    def build(self) -> None:
        """Put everything on the page; each sheet calls it once, and it is called again when the language changes."""
        raise NotImplementedError

    def _begin(self) -> None:
        content = FoldingPage()
        content.setProperty("part", "page")
        self.page = QVBoxLayout(content)
        self.page.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        self.page.setSpacing(theme.M)
        self._foot = ButtonRow()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setObjectName("sheet-scroll")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(content)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self._scroll, 1)
        self._whole.addLayout(self._foot)
        content.installEventFilter(self)

    def add_title(self, text: str) -> None:
        self.page.addWidget(Words(text, step=theme.Type.TITLE, bold=True))

    def add_words(self, text: str, part: str = "") -> None:
        self.page.addWidget(Words(text, part))

    def add_buttons(self, *buttons: QAbstractButton, leading: Sequence[QAbstractButton] = ()) -> None:
        """The last row: the main button at the end, `leading` apart from the others."""
        for button in leading:
            self._foot.lead(button)
        for button in buttons:
            self._foot.addWidget(button)
        self._foot.setContentsMargins(theme.XL, theme.L, theme.XL, theme.L)
        self.page.setContentsMargins(theme.XL, theme.XL, theme.XL, 0)

    def fit(self) -> None:
        """As high as the content needs at this width: labels that wrap ask for too much by themselves."""
        self._take(self._needed())

    def bring_into_sight(self, part: QWidget) -> None:
        """Where the page is scrolled."""
        self._scroll.ensureWidgetVisible(part, 0, 0)

    def _take(self, size: QSize) -> None:
        """Qt keeps a scroll bar that was needed a moment ago, because the words beside it are narrower for it."""
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.resize(size)
        self._whole.activate()
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _needed(self) -> QSize:
        least, there = self.page.totalMinimumSize(), room.on_screen(self)
        width = max(self.minimumWidth(), least.width(), min(self._foot.totalSizeHint().width(), there.width()))
        width = min(width, there.width())
        self._unfold(width, there.height() - self._foot.totalHeightForWidth(width))
        height = self.page.totalHeightForWidth(width) if self.page.hasHeightForWidth() else least.height()
        foot = self._foot.totalHeightForWidth(width)
        if height + foot > there.height():
            width = max(width, least.width() + self._scroll.verticalScrollBar().sizeHint().width())
        return QSize(width, height + foot).boundedTo(there)

    def _unfold(self, width: int, height: int) -> None:
        """A page that is scrolled even so scrolls its lists along: nothing in it has a scroll bar beside its own."""
        areas = self._scroll.findChildren(QAbstractScrollArea)
        lists = [each for each in areas if isinstance(each, Folding) and not each.isHidden()]
        least = self.page.totalMinimumHeightForWidth(width) if self.page.hasHeightForWidth() else 0
        folded = least - sum(each.minimumHeight() - each.least for each in lists)
        for each in lists:
            each.unfold(on=folded > height)

    def eventFilter(self, _content: QObject, event: QEvent) -> bool:
        """What comes in needs room; what a person made larger stays as it is."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._take(self.size().expandedTo(self._needed()))
        return False

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
    """Nobody waits for it; once it is closed it is gone. Qt's own for files does not look how big the screen is."""
    dialog.resize(dialog.size().boundedTo(room.on_screen(dialog)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()

"""What the window is made of below its bar: who is near, what moves, what was. Each part scrolls by itself as long as
there is room for the least of each; where there is not, all of it is one page, which alone is scrolled."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from desktop_app.gui import theme
from desktop_app.gui.earlier import Earlier
from desktop_app.gui.folding import FoldingPage
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.plain import Words
from desktop_app.gui.transfers import Transfers

_LOW: Final = 40
_LOW_SHARED: Final = 50
"""Lines of text: a window that is less high shows no drawing where nobody is near; where that shares it with transfers,
it is said in brief."""


class Parts(QScrollArea):
    def __init__(self, nearby: Nearby, transfers: Transfers, earlier: Earlier) -> None:
        super().__init__(widgetResizable=True)
        self._nearby, self._transfers, self._earlier = nearby, transfers, earlier
        self._nearby_title = Words("", step=theme.Type.HEADING, bold=True, wrap=False)
        self._hint = Words("", "muted")
        self._hint.setObjectName("nearby-hint")
        self._transfers_title = Words("", step=theme.Type.HEADING, bold=True)
        self.setObjectName("parts")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = FoldingPage()
        page.setProperty("part", "page")
        self._rows = rows = QVBoxLayout(page)
        rows.setContentsMargins(theme.XL, 0, theme.XL, theme.L)
        rows.setSpacing(theme.M)
        head = QHBoxLayout()
        head.setSpacing(theme.L)
        head.addWidget(self._nearby_title)
        head.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        rows.addLayout(head)
        rows.addWidget(nearby, 1)
        rows.addSpacing(theme.S)
        rows.addWidget(self._transfers_title)
        rows.addWidget(transfers, 1)
        rows.addSpacing(theme.S)
        rows.addWidget(earlier, 1)
        rows.addStretch()  # takes what nobody needs
        self.setWidget(page)
        page.installEventFilter(self)
        self._say()

    @property
    def spacious(self) -> bool:
        """Whether there is nothing but the words for nobody, in the middle of a window that is not low."""
        return self._nearby.empty and not self._nearby.devices() and self._transfers.empty and self._earlier.empty

    def show_sections(self) -> None:
        """Those of which there is something."""
        shown = not self._transfers.empty
        self._transfers_title.setVisible(shown)
        self._transfers.setVisible(shown)
        self._transfers.fill(rest=self._earlier.empty)
        self._rows.setStretchFactor(self._transfers, int(self._earlier.empty))
        self.share_height()

    def share_height(self) -> None:
        """Nearby is as high as its cards, at most; what is left belongs to the transfers. How one sends is said until
        somebody has."""
        untried = self._transfers.empty and self._earlier.empty
        self._hint.setVisible(untried and not self._nearby.empty)
        width = self.viewport().width() - 2 * theme.XL
        lines = self.window().height() / self.fontMetrics().lineSpacing()
        self._nearby.be_low(low=lines < _LOW, brief=lines < _LOW_SHARED and not untried)
        most = theme.ANY_HEIGHT
        if not untried and not self._nearby.empty:
            most = self._nearby.height_needed(width)
        self._nearby.setMaximumHeight(most)
        whole = self._least() > self.height()
        for part in (self._nearby, self._transfers, self._earlier):
            part.unfold(on=whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_height()

    def eventFilter(self, _page: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.share_height()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._nearby_title.setText(self.tr("Nearby"))
        self._transfers_title.setText(self.tr("Transfers"))
        self._hint.setText(self.tr("Drop files on a device, or click it."))

    def _least(self) -> int:
        """How high all of it is where each part is scrolled by itself."""
        shown = [each for each in (self._nearby_title, self._transfers_title) if not each.isHidden()]
        titles = [each.sizeHint().height() for each in shown]
        if not self._hint.isHidden():
            titles[0] = max(titles[0], self._hint.heightForWidth(self._hint.width()))
        parts = [each.least for each in (self._nearby, self._transfers, self._earlier) if not each.isHidden()]
        gaps = self._rows.spacing() * (len(titles) + len(parts)) + 2 * theme.S
        return sum(titles) + sum(parts) + gaps + self._rows.contentsMargins().bottom()

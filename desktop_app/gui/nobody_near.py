"""What Nearby shows while no device was found: what the app is for, then the likely reasons."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTransform
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui import anew, icons, theme
from desktop_app.gui.plain import Words

REASONS_MS: Final = 8000
_PURPOSE: Final = 64
_REASON: Final = 86
"""Letters in a line."""


class NobodyNear(QWidget):
    """Signals: address_wanted(), check_wanted()."""

    address_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nobody-near")
        self._low = self._brief = self._late = False
        self._timer = QTimer(self, singleShot=True, interval=REASONS_MS)
        self._timer.timeout.connect(self.show_reasons)
        self.build()

    def build(self) -> None:
        looking = Words(self.tr("Looking for devices on this network…"), step=theme.Type.HEADING, bold=True)
        purpose = Words(
            self.tr(
                "Tallystick sends files straight to a computer near you. "
                "Both screens show a code, so that you know which computer it is."
            ),
            "muted",
        )
        by_address = QPushButton(self.tr("Connect by address…"))
        by_address.setObjectName("empty-address")
        by_address.clicked.connect(self.address_wanted)
        self._brief_check = self._check_button("empty-check-brief")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(theme.M)
        self._side_by_side = (by_address, self._brief_check)
        for button in self._side_by_side:
            self._buttons.addWidget(button)
        self._reason_words: list[Words] = []
        self._reasons = self._reason_box()
        page = QVBoxLayout(self)
        page.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        page.setSpacing(theme.M)
        page.addStretch(1)
        self._drawing = _Drawing()
        page.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        self._purpose = purpose
        self._purpose_words = (looking, purpose)
        for words in self._purpose_words:
            words.center()
            words.set_measure(_PURPOSE)
            page.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(theme.S)
        page.addLayout(self._buttons)
        page.setAlignment(self._buttons, Qt.AlignmentFlag.AlignHCenter)
        page.addSpacing(theme.S)
        page.addWidget(self._reasons, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch(2)
        self._show_parts()

    def be_low(self, *, low: bool, brief: bool) -> None:
        """Where the room is needed for what has to be seen, there is no drawing. `brief`: nor what whoever has used the
        program knows, or the check tells."""
        self._low, self._brief = low, brief
        self._show_parts()

    def show_reasons(self) -> None:
        self._late = True
        self._show_parts()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            with anew.emptied(self):
                self.build()
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Its words give way to a narrow window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._late = False
        self._show_parts()

    def _show_parts(self) -> None:
        self._drawing.setHidden(self._low or self._brief)
        self._purpose.setHidden(self._brief)
        self._brief_check.setVisible(self._brief)
        self._reasons.setVisible(self._late and not self._brief)

    def _fit(self) -> None:
        room = self.width() - 2 * theme.XL
        for words in self._purpose_words:
            words.set_measure(_PURPOSE, room)
        point = self._point.sizeHint().width() + theme.S
        for words in self._reason_words:
            words.set_measure(_REASON, room - 2 * theme.L - point)
        self._reason_title.set_measure(_REASON, self._reason_words[0].width() + point)
        beside = sum(button.sizeHint().width() for button in self._side_by_side) + theme.M <= room
        ways = QBoxLayout.Direction
        self._buttons.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def _reason_box(self) -> QFrame:
        box = QFrame()
        box.setObjectName("empty-reasons")
        box.setProperty("part", "panel-box")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        rows.setSpacing(theme.S)
        self._reason_title = Words(self.tr("Nothing found yet. Most often it is one of these:"), bold=True)
        rows.addWidget(self._reason_title)
        for reason in (
            self.tr("Tallystick is not open on the other computer, or not visible to everyone nearby."),
            self.tr("The two computers are on different networks, for example a guest Wi-Fi or a VPN."),
            self.tr("A firewall or the router keeps devices from finding each other. An address often works."),
        ):
            line = QHBoxLayout()
            line.setSpacing(theme.S)
            self._point = Words("•", wrap=False)
            line.addWidget(self._point, 0, Qt.AlignmentFlag.AlignTop)
            words = Words(reason)
            words.set_measure(_REASON)
            self._reason_words.append(words)
            line.addWidget(words)
            rows.addLayout(line)
        rows.addSpacing(theme.XS)
        rows.addWidget(self._check_button("empty-check"), 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _check_button(self, name: str) -> QPushButton:
        check = QPushButton(self.tr("Check the connection"))
        check.setObjectName(name)
        check.clicked.connect(self.check_wanted)
        return check


class _Drawing(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # whoever looks is where reading begins
            painter.setTransform(QTransform.fromScale(-1, 1) * QTransform.fromTranslate(self.width(), 0))
        icons.paint(painter, "nobody-near", "outline", QRectF(self.rect()))

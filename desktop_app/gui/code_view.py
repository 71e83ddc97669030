"""The code on the screen, drawn in a shape that no name or text can take.

Digits are ASCII and left to right in every language. Nothing here can be selected or copied.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.gui import theme
from desktop_app.gui.colours import Colours

SCALES: Final = (1.0, 1.4, 1.8)
LOW_SCALES: Final = (0.8, 0.65, 0.5)
"""For screens that are too low for the first of those."""
_COVER: Final = "·"


class CodeView(QLabel):
    """Eight digits in cells, two groups of four, and three words below. A label, though without a text of its own, so
    that a screen reader reads it as one.
    """

    def __init__(
        self, digits: str, words: tuple[str, str, str], *, covered: bool = False, parent: QWidget | None = None
    ) -> None:
        """`covered`: it is there, but cannot be seen or heard yet."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._groups = digits.split(" ")
        self._words = words
        self._covered = covered
        self._scale = SCALES[0]
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(covered_words() if covered else spoken(digits, words))

    def uncover(self) -> None:
        self._covered = False
        self.setAccessibleName(spoken(" ".join(self._groups), self._words))
        self.update()

    @property
    def scale(self) -> float:
        return self._scale

    def set_scale(self, scale: float) -> None:
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        cell, gap, pad = self._cell(), self._gap(), self._pad()
        words = QFontMetricsF(self._words_font()).horizontalAdvance(self._words_line())
        width = max(sum(map(len, self._groups)) * cell.width() + self._between(), words) + 2 * pad
        height = cell.height() + gap * 4 + QFontMetricsF(self._words_font()).height() + 2 * pad
        return QSize(round(width), round(height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        edge = QColor(colours.accent)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(colours.accent_soft))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        self._paint_digits(painter, colours)
        if not self._covered:
            self._paint_words(painter, colours)

    def _paint_digits(self, painter: QPainter, colours: Colours) -> None:
        cell, gap = self._cell(), self._gap()
        total = sum(map(len, self._groups)) * cell.width() + self._between()
        x, y = (self.width() - total) / 2, self._pad()
        painter.setFont(self._digits_font())
        for group in self._groups:
            for digit in group:
                box = QRectF(x, y, cell.width(), cell.height()).adjusted(gap / 4, 0, -gap / 4, 0)
                painter.setPen(QPen(QColor(colours.line), 1))
                painter.setBrush(QColor(colours.surface))
                painter.drawRoundedRect(box, 6, 6)
                painter.setPen(QColor(colours.text))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _COVER if self._covered else digit)
                x += cell.width()
            x += self._between() / max(1, len(self._groups) - 1)

    def _paint_words(self, painter: QPainter, colours: Colours) -> None:
        font = self._words_font()
        metrics = QFontMetricsF(font)
        line = self._words_line()
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        baseline = self.height() - self._pad() - metrics.descent()
        painter.drawText(QPointF((self.width() - metrics.horizontalAdvance(line)) / 2, baseline), line)

    def _words_line(self) -> str:
        return "  ·  ".join(self._words)

    def _digits_font(self) -> QFont:
        font = theme.font(theme.Type.CODE, QFont.Weight.Bold)
        font.setPointSizeF(font.pointSizeF() * self._scale)
        return font

    def _words_font(self) -> QFont:
        font = theme.font(theme.Type.TITLE, QFont.Weight.DemiBold)
        least = theme.Type.BODY.value / theme.Type.TITLE.value
        font.setPointSizeF(font.pointSizeF() * max(self._scale, least))
        return font

    def _cell(self) -> QSize:
        metrics = QFontMetricsF(self._digits_font())
        return QSize(round(metrics.horizontalAdvance("0") * 1.65), round(metrics.height() * 1.2))

    def _gap(self) -> float:
        return theme.S * self._scale

    def _between(self) -> float:
        return self._gap() * 2.5

    def _pad(self) -> float:
        return theme.XL * self._scale


def covered_words() -> str:
    return QCoreApplication.translate("CodeView", "The code of this computer is covered")


def spoken(digits: str, words: tuple[str, str, str]) -> str:
    """For a screen reader: digit by digit, the groups apart, then the words."""
    return QCoreApplication.translate("CodeView", "Code: {digits}. Words: {words}.").format(
        digits=", ".join(" ".join(group) for group in digits.split(" ")), words=", ".join(words)
    )

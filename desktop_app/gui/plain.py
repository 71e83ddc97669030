"""Other people's strings on our screen: always literal, on one line, and alone in their direction.

Every name of a peer or a file passes here before it is shown. Qt guesses markup in labels
and tooltips and reads & in menus; a bidi mark could turn the words around it.
"""

import html
import re
import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from desktop_app.gui import theme

_ISOLATE: Final = "\u2068"  # FIRST STRONG ISOLATE, Unicode Annex 9
_END: Final = "\u2069"
_ISOLATED: Final = re.compile(f"{_ISOLATE}([^{_ISOLATE}{_END}]*){_END}")
_LEAST: Final = 6
"""Letters' width that an elided text keeps."""
_LINES: Final = 2
_SHARES: Final = (1.8, 1.6, 1.4, 1.2, 1.0)
"""Of a text, and how much of its width words that break take on so many lines."""
_IN_PATHS: Final = frozenset('/\\:*?"<>|')
_FILE_NAME_MAX: Final = 60
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def visible(raw: str) -> str:
    """`raw` on one line, each control, bidi or invisible character replaced by a visible sign."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _HIDDEN else char for char in raw)


def hides_something(text: str) -> bool:
    """Whether somebody who sees this text does not see all of it; ends of lines and tabs are no secret."""
    return any(unicodedata.category(char) in _HIDDEN and char not in "\n\r\t" for char in text)


def isolated(raw: str) -> str:
    """`raw` for the middle of a sentence: it cannot turn the direction of what follows."""
    return f"{_ISOLATE}{visible(raw)}{_END}"


def for_menu(text: str) -> str:
    """Text of a menu item or button, where & would become an underline."""
    return text.replace("&", "&&")


def for_tooltip(text: str) -> str:
    """A tooltip that Qt cannot take for markup of the text's own. Screen readers say it as it stands: where nothing in
    it could be taken for markup, it has none."""
    return f"<span>{html.escape(text)}</span>" if "<" in text or "&" in text else text


def for_file(raw: str) -> str:
    """Part of the name of a file that the person may save: nothing that a path is made of."""
    return "".join("_" if char in _IN_PATHS else char for char in visible(raw))[:_FILE_NAME_MAX].strip(". ") or "_"


def break_lines(choice: QAbstractButton, width: int) -> None:
    """The words of a box or button between words, so that it becomes no wider: it does not do that by itself."""
    metrics, text = choice.fontMetrics(), choice.text()
    here = width - choice.sizeHint().width() + metrics.horizontalAdvance(text)
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > here:
            lines.append(word)
        else:
            lines[-1] = longer
    if len(lines) > 1:
        choice.setAccessibleName(choice.accessibleName() or text.replace("&", ""))
        choice.setText("\n".join(lines))


class Words(QLabel):
    """A label that never interprets what it shows."""

    def __init__(
        self,
        text: str = "",
        part: str = "",
        step: theme.Type = theme.Type.BODY,
        *,
        bold: bool = False,
        wrap: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(wrap)
        self.setProperty("part", part)
        font = theme.font(step)
        if bold:
            font.setWeight(font.Weight.DemiBold)
        self.setFont(font)
        self._centered = False
        self._align()
        self.setText(text)

    def center(self) -> None:
        self._centered = True
        self._align()

    def set_measure(self, characters: int, room: int | None = None) -> None:
        """A fixed line length, as far as there is `room`, for text that stands alone and not in a column."""
        width = theme.letter(self.fontMetrics()) * characters
        self.setFixedWidth(width if room is None else min(width, max(room, 0)))
        self.setFixedHeight(self.heightForWidth(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._align()

    def paintEvent(self, event: QPaintEvent) -> None:
        right_to_left = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if right_to_left and self.wordWrap() and self.buddy() is None:
            self._paint_from_the_right()
        else:
            super().paintEvent(event)

    def _paint_from_the_right(self) -> None:
        """Qt's own moves a line by the space where it is broken, out of the label if need be, and lets the first letter
        turn the sentence: a Latin name at its head."""
        option = QTextOption(self.alignment())
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        lines = QTextLayout(self.text().replace("\n", "\N{LINE SEPARATOR}"), self.font(), self)
        lines.setTextOption(option)
        place, leading = self.contentsRect(), self.fontMetrics().leading()
        height = 0.0
        lines.beginLayout()
        while (line := lines.createLine()).isValid():
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, height))
            height += line.height() + leading
        lines.endLayout()
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines.draw(painter, QPointF(place.left(), place.top() + (place.height() - round(height - leading)) // 2))

    def _align(self) -> None:
        """By the window's direction: Qt would go by the text's own, and a peer's name is not ours to follow."""
        side = Qt.AlignmentFlag.AlignLeft
        if self._centered:
            side = Qt.AlignmentFlag.AlignHCenter
        elif self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            side = Qt.AlignmentFlag.AlignRight
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def set_part(self, part: str) -> None:
        """Change the tone; a style sheet looks at properties only when told to."""
        if part != self.property("part"):
            self.setProperty("part", part)
            self.style().unpolish(self)
            self.style().polish(self)


class Elided(Words):
    """One line that gives way in the middle; the whole text is in the tooltip and for screen readers."""

    def __init__(
        self,
        text: str = "",
        part: str = "",
        step: theme.Type = theme.Type.BODY,
        *,
        bold: bool = False,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = ""
        self._mode = mode
        super().__init__("", part, step, bold=bold, wrap=False, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(theme.letter(self.fontMetrics()) * _LEAST)
        self.show_text(text)

    @property
    def whole(self) -> str:
        return self._whole

    def show_text(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._elide()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._elide()

    def _elide(self) -> None:
        shown = elide(self._whole, self.fontMetrics(), self.width(), self._mode)
        self.setText(shown)
        self.setToolTip(for_tooltip(self._whole) if shown != self._whole else "")


class TwoLines(Words):
    """On two lines at most: where that is too little, a name in it gives way, and the whole is told to who points there
    and to screen readers."""

    def __init__(
        self, text: str = "", part: str = "", step: theme.Type = theme.Type.BODY, *, bold: bool = False
    ) -> None:
        self._whole = ""
        super().__init__("", part, step, bold=bold)
        self.show_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        return self._whole

    def heightForWidth(self, width: int) -> int:
        return self._height(self._fitting(width), width)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self._whole) + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.letter(self.fontMetrics()) * _LEAST, self.fontMetrics().lineSpacing())

    def show_text(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self._fitting(self.width())
        self.setText(shown)
        self.setToolTip(for_tooltip(self._whole) if shown != self._whole else "")

    def _fitting(self, width: int) -> str:
        """Some of both lines is lost where words break."""
        metrics = self.fontMetrics()
        most = _LINES * self._height("", width)
        widths = (round(width * share) for share in _SHARES)
        tries = (self._whole, *(elide(self._whole, metrics, each) for each in widths))
        return next((each for each in tries if self._height(each, width) <= most), tries[-1])

    def _height(self, text: str, width: int) -> int:
        """More than there is of it where a word is longer than a line."""
        place, wrapped = QRect(0, 0, width, theme.ANY_HEIGHT), Qt.TextFlag.TextWordWrap.value
        taken = self.fontMetrics().boundingRect(place, wrapped, text or "x")
        return taken.height() if taken.width() <= width else theme.ANY_HEIGHT


def elide(text: str, metrics: QFontMetrics, width: int, mode: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> str:
    """`text` shortened to `width`, its isolates kept closed: first the longest name in it, then our own words, too."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    if name := max(_ISOLATED.finditer(text), key=lambda each: len(each[1]), default=None):
        before, after = text[: name.start(1)], text[name.end(1) :]
        room = width - metrics.horizontalAdvance(before + after)
        shorter = f"{before}{metrics.elidedText(name[1], mode, max(room, 0))}{after}"
        if room >= theme.letter(metrics) * _LEAST and metrics.horizontalAdvance(shorter) <= width:
            return shorter
    shown = metrics.elidedText(text, mode, width)
    return shown + _END * (shown.count(_ISOLATE) - shown.count(_END))

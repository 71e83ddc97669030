"""A layout for the last row of a page: in one line where there is room, else in as many as are needed.

Nothing in it is ever narrower than its words.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from desktop_app.gui import theme
from desktop_app.gui.item_layout import ItemLayout

_Line = tuple[list[QLayoutItem], list[QLayoutItem]]  # where it begins, where it ends
_MIDDLE: Final = Qt.AlignmentFlag.AlignVCenter


class ButtonRow(ItemLayout):
    """What leads stands where reading begins and the others where it ends, the main one at the end of the last line."""

    def __init__(self) -> None:
        super().__init__()
        self._leading: set[QWidget] = set()
        self.setSpacing(theme.M)

    def lead(self, widget: QWidget) -> None:
        """Apart from the others."""
        self._leading.add(widget)
        self.addWidget(widget)

    def sizeHint(self) -> QSize:
        """All of it in one line."""
        whole = _width((*self._shown(leading=True), *self._shown(leading=False)), self.spacing())
        return QSize(whole, self._tallest()).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """One below the other, if need be: how high that is depends on the width."""
        widest = max((item.sizeHint().width() for item in self._items if not item.isEmpty()), default=0)
        return QSize(widest, self._tallest()).grownBy(self.contentsMargins())

    def _shown(self, *, leading: bool) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty() and (item.widget() in self._leading) is leading]

    def _tallest(self) -> int:
        return max((item.sizeHint().height() for item in self._items if not item.isEmpty()), default=0)

    def _lines(self, room: int) -> Iterator[_Line]:
        """The last line takes as much as it can, and so on upwards."""
        gap = self.spacing()
        begins = list(_packed(self._shown(leading=True), room, gap)) or [[]]
        ends = [line[::-1] for line in _packed(self._shown(leading=False)[::-1], room, gap)][::-1] or [[]]
        yield from ((line, []) for line in begins[:-1])
        if _width((*begins[-1], *ends[0]), gap) <= room:
            yield begins[-1], ends[0]
        else:
            yield begins[-1], []
            yield [], ends[0]
        yield from (([], line) for line in ends[1:])

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height needed; places the buttons where `move`."""
        inner = rect.marginsRemoved(self.contentsMargins())
        y, used = inner.y(), 0
        for begin, end in self._lines(inner.width()):
            line = (*begin, *end)
            if not line:
                continue
            height = max(item.sizeHint().height() for item in line)
            y += self.spacing() if used else 0
            if move:
                self._place(begin, QRect(inner.x(), y, inner.width(), height))
                width = _width(end, self.spacing())
                self._place(end, QRect(inner.x() + inner.width() - width, y, width, height))
            y, used = y + height, used + 1
        margins = self.contentsMargins()
        return y - inner.y() + margins.top() + margins.bottom()

    def _place(self, items: Sequence[QLayoutItem], line: QRect) -> None:
        parent, whole = self.parentWidget(), self.geometry().marginsRemoved(self.contentsMargins())
        direction = Qt.LayoutDirection.LeftToRight if parent is None else parent.layoutDirection()
        x = line.x()
        for item in items:
            size = item.sizeHint()
            place = QStyle.alignedRect(
                Qt.LayoutDirection.LeftToRight, _MIDDLE, size, QRect(x, line.y(), size.width(), line.height())
            )
            item.setGeometry(QStyle.visualRect(direction, whole, place))
            x += size.width() + self.spacing()


def _width(items: Sequence[QLayoutItem], gap: int) -> int:
    return sum(item.sizeHint().width() for item in items) + gap * max(0, len(items) - 1)


def _packed(items: Sequence[QLayoutItem], room: int, gap: int) -> Iterator[list[QLayoutItem]]:
    line: list[QLayoutItem] = []
    for item in items:
        if line and _width((*line, item), gap) > room:
            yield line
            line = []
        line.append(item)
    if line:
        yield line

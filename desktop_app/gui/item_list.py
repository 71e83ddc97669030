"""What is at the top of a transfer, a line for each: a picture of its kind, its name, its size. The first few are in
sight, and the others are scrolled to."""

from typing import Final, TypeGuard

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.events import Contents, Item
from desktop_app.gui import icons, item_kinds, plain, theme
from desktop_app.gui.line_list import ReadingList

ITEM: Final = Qt.ItemDataRole.UserRole
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


class ItemModel(QAbstractListModel):
    """Nothing of a line is made before somebody looks at it: there may be ten thousand."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self._names, self._items = contents.names, contents.items

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._names)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self._names):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain.isolated(self._names[row])
            case Qt.ItemDataRole.ToolTipRole:
                return plain.for_tooltip(self._whole(row))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._whole(row)
            case _ if role == ITEM and self._items:
                return self._items[row]
        return None

    def _whole(self, row: int) -> str:
        return item_kinds.whole(self._items[row]) if self._items else plain.isolated(self._names[row])


class ItemList(ReadingList):
    def __init__(self, name: str, caption: str, contents: Contents) -> None:
        """Where it is not known what the names are, they stand alone."""
        super().__init__(name, caption, ItemModel(contents), _Lines())


class _Lines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, _line_height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours, item, metrics = theme.current(), index.data(ITEM), option.fontMetrics
        painter.save()
        painter.setFont(option.font)
        if option.state & QStyle.StateFlag.State_HasFocus and option.state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(option.rect), theme.XS, theme.XS)
        size = item_kinds.size_of(item) if _is_item(item) else ""
        icon, words, amount = _places(option.rect, option.direction, metrics, size)
        if _is_item(item):
            name = item_kinds.icon_of(item)
            icons.paint(painter, name, item_kinds.tone_of(name), QRectF(icon))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        near, far = (right, left) if mirrored else (left, right)
        painter.setLayoutDirection(option.direction)
        painter.setPen(QColor(colours.muted))
        painter.drawText(amount, _line(far), size)
        painter.setPen(QColor(colours.text))
        shown = plain.elide(index.data(), metrics, words.width(), Qt.TextElideMode.ElideMiddle)
        painter.drawText(words, _line(near), shown)
        painter.restore()


def _is_item(found: object) -> TypeGuard[Item]:
    return found is not None


def _line(side: Qt.AlignmentFlag) -> int:
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    return int(side | middle) | int(Qt.TextFlag.TextSingleLine)


def _line_height(metrics: QFontMetrics) -> int:
    return max(metrics.height(), icons.NORMAL) + 10


def _places(row: QRect, direction: Qt.LayoutDirection, metrics: QFontMetrics, size: str) -> tuple[QRect, QRect, QRect]:
    """Of the icon, the name and the size; where there is none, the name has all of it."""
    inner = row.adjusted(theme.S, 0, -theme.S, 0)
    if not size:
        return QRect(), inner, QRect()
    icon = QRect(inner.left(), inner.center().y() - icons.NORMAL // 2 + 1, icons.NORMAL, icons.NORMAL)
    amount = QRect(inner)
    amount.setLeft(inner.right() - metrics.horizontalAdvance(size))
    words = QRect(inner)
    words.setLeft(icon.right() + 1 + theme.S)
    words.setRight(amount.left() - theme.L)
    return tuple(QStyle.visualRect(direction, row, place) for place in (icon, words, amount))  # type: ignore[return-value]

"""The list of earlier transfers: two painted lines a row, and a sign that more can be done with it.

A table of one column with rows of one height: a list view would measure all of them.
"""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.events import PastTransfer
from desktop_app.gui import icons, past_text, plain, reading_order, theme, transfer_text
from desktop_app.gui.past_model import ENTRY, REFUSED, PastModel

_Index = QModelIndex | QPersistentModelIndex
_LEAST_ROWS: Final = 2
_MORE: Final = icons.NORMAL


class PastList(QTableView):
    """What the disk refused is looked up again by what chooses a row.

    Signals: chosen(PastTransfer), by Enter or a double click; menu_wanted(PastTransfer, QPoint);
    forget_wanted(PastTransfer).
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, QPoint)
    forget_wanted = Signal(object)

    def __init__(self, model: PastModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("past-list")
        self.setItemDelegate(_Rows(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._past = model
        self.setModel(model)
        columns, rows = self.horizontalHeader(), self.verticalHeader()
        columns.hide()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(0)
        rows.setDefaultSectionSize(_row_height())
        self._anchor: tuple[QPersistentModelIndex, int] | None = None
        for before in (model.rowsAboutToBeInserted, model.rowsAboutToBeRemoved):
            before.connect(self._hold)
        for after in (model.rowsInserted, model.rowsRemoved):
            after.connect(self._stay)
        self.doubleClicked.connect(self._choose)

    @property
    def current(self) -> PastTransfer | None:
        """None also while it is still looked up."""
        return _entry(self.currentIndex())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height_for(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(
            super().minimumSizeHint().width(), self.height_for(max(1, min(_LEAST_ROWS, self.model().rowCount())))
        )

    def height_for(self, rows: int) -> int:
        return rows * _row_height() + 2 * self.frameWidth() + 2 * theme.XS

    def scrollTo(
        self,
        index: _Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        super().scrollTo(index, hint)
        if self.hasFocus():
            reading_order.bring_into_sight(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:  # what somebody clicks is in sight, and stays there
            reading_order.bring_into_sight(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry = self.current
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.currentIndex())
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                last = self.model().rowCount() - 1
                self.setCurrentIndex(self.model().index(0 if event.key() == Qt.Key.Key_Home else last, 0))
            case Qt.Key.Key_Delete if entry is not None:
                self.forget_wanted.emit(entry)
            case _:
                super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            sign = _places(self.visualRect(index), self.layoutDirection())[2].adjusted(-8, -8, 8, 8)
            if sign.contains(event.position().toPoint()):
                self._want_menu(index, self.mapToGlobal(sign.bottomLeft()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index, at = self.currentIndex(), self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        else:
            index, at = self.indexAt(event.pos()), event.globalPos()
        self._want_menu(index, at)

    def _choose(self, index: QModelIndex) -> None:
        if (entry := _entry(index)) is not None:
            self.chosen.emit(entry)
        elif index.data(REFUSED):
            self._past.look_again()

    def _want_menu(self, index: QModelIndex, at: QPoint) -> None:
        if (entry := _entry(index)) is not None:
            self.setCurrentIndex(index)
            self.menu_wanted.emit(entry, at)

    # --- the rows on the screen stay where they are when others come and go ---

    def _hold(self) -> None:
        self._anchor = None
        if self.verticalScrollBar().value() > 0:
            first = self.indexAt(QPoint(self.viewport().width() // 2, 1))
            self._anchor = QPersistentModelIndex(first), self.visualRect(first).top()

    def _stay(self) -> None:
        anchor, self._anchor = self._anchor, None
        if anchor is not None and anchor[0].isValid():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self.visualRect(anchor[0]).top() - anchor[1])


class _Rows(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = theme.current()
        painter.fillRect(option.rect, QColor(colours.surface))  # a table has painted its own idea of a chosen row
        entry = _entry(index)
        if entry is None and not index.data(REFUSED):
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(QRectF(option.rect), theme.XS, theme.XS)
        icon, words, more = _places(option.rect, option.direction)
        name, tone, above, below = _shown(entry)
        icons.paint(painter, name, tone, QRectF(icon))
        mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # by each text, as labels do it
        title, small = theme.font(theme.Type.BODY), theme.font(theme.Type.SMALL)
        self._line(painter, words, side | Qt.AlignmentFlag.AlignTop, title, colours.text, above)
        tone_of_line = colours.danger if tone == "danger" else colours.muted
        self._line(painter, words, side | Qt.AlignmentFlag.AlignBottom, small, tone_of_line, below)
        if entry is not None and (selected or option.state & QStyle.StateFlag.State_MouseOver):
            icons.paint(painter, "more", "muted", QRectF(more))
        painter.restore()

    @staticmethod
    def _line(painter: QPainter, place: QRect, align: Qt.AlignmentFlag, font: QFont, colour: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = plain.elide(text, QFontMetrics(font), place.width(), Qt.TextElideMode.ElideRight)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine, shown)


def _entry(index: _Index) -> PastTransfer | None:
    entry = index.data(ENTRY) if index.isValid() else None
    return entry if isinstance(entry, PastTransfer) else None


def _shown(entry: PastTransfer | None) -> tuple[str, icons.Tone, str, str]:
    """The picture, its tone and both lines; None where the disk did not let it be looked up."""
    if entry is None:
        return "warning", "muted", past_text.refused(), past_text.look_again()
    return *transfer_text.picture(entry.transfer), past_text.title(entry), past_text.line(entry)


def _row_height() -> int:
    body, small = QFontMetrics(theme.font(theme.Type.BODY)), QFontMetrics(theme.font(theme.Type.SMALL))
    return body.height() + small.height() + theme.XS + 2 * theme.S


def _places(row: QRect, direction: Qt.LayoutDirection) -> tuple[QRect, QRect, QRect]:
    """Of the icon, the words and the sign for more."""
    inner = row.adjusted(theme.S, theme.S, -theme.S, -theme.S)
    middle = inner.center().y() - icons.NORMAL // 2 + 1
    icon = QRect(inner.left(), middle, icons.NORMAL, icons.NORMAL)
    more = QRect(inner.right() - _MORE + 1, middle, _MORE, _MORE)
    words = inner.adjusted(icons.NORMAL + theme.M, 0, -_MORE - theme.M, 0)
    return tuple(QStyle.visualRect(direction, row, place) for place in (icon, words, more))  # type: ignore[return-value]

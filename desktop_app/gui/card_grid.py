"""A layout of equal cards: as many columns as fit, all of one width."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from desktop_app.gui import theme
from desktop_app.gui.item_layout import ItemLayout


class CardGrid(ItemLayout):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.M)

    def insert(self, index: int, widget: QWidget) -> None:
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def height_of(self, rows: int) -> int:
        return rows * self._cell().height() + (rows - 1) * self.spacing()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        cell = self._cell()
        return QSize(cell.width(), cell.height())

    def _cell(self) -> QSize:
        """The largest wish. Cards wish alike but for the last one, whose words are ours and must fit."""
        shown = self._shown()
        return shown[0].sizeHint().expandedTo(shown[-1].sizeHint()) if shown else QSize(0, 0)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """The height needed; places the cards where `move`."""
        shown = self._shown()
        if not shown:
            return 0
        cell, gap = self._cell(), self.spacing()
        columns = max(1, (rect.width() + gap) // (cell.width() + gap))
        width = (rect.width() - gap * (columns - 1)) // columns
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if move:
            for index, item in enumerate(shown):
                row, column = divmod(index, columns)
                column = columns - 1 - column if mirrored else column
                item.setGeometry(
                    QRect(
                        rect.x() + column * (width + gap),
                        rect.y() + row * (cell.height() + gap),
                        width,
                        cell.height(),
                    )
                )
        return self.height_of(-(-len(shown) // columns))

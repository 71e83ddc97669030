"""Lines to read, as many as there are: the first few are in sight, and the others are scrolled to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

_SHOWN: Final = 6


class ReadingList(QListView):
    """What `model` says, painted by `delegate` or as plain words."""

    def __init__(
        self, name: str, caption: str, model: QAbstractListModel, delegate: QStyledItemDelegate | None = None
    ) -> None:
        """`caption`: for who only hears it."""
        super().__init__()
        self.setObjectName(name)
        self.ensurePolished()  # before its rows are measured, or they are measured without the style
        self.setAccessibleName(caption)
        model.setParent(self)
        self.setModel(model)
        if delegate is not None:
            delegate.setParent(self)
            self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        rows = max(1, min(_SHOWN, model.rowCount()))
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), self.fontMetrics().height() + 10) + 14)


class LineList(ReadingList):
    def __init__(self, name: str, caption: str, lines: Sequence[str]) -> None:
        super().__init__(name, caption, QStringListModel(list(lines)))

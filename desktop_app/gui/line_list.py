"""Lines to read, as many as there are: the first few are in sight, and the others are scrolled to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView

SHOWN: Final = 6


class LineList(QListView):
    def __init__(self, name: str, caption: str, lines: Sequence[str]) -> None:
        """`caption`: for who only hears it."""
        super().__init__()
        self.setObjectName(name)
        self.ensurePolished()  # before its rows are measured, or they are measured without the style
        self.setAccessibleName(caption)
        self.setModel(QStringListModel(list(lines), self))
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        rows = max(1, min(SHOWN, len(lines)))
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), self.fontMetrics().height() + 10) + 14)

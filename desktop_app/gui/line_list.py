"""Lines to read, as many as there are: the first few are in sight, and the others are scrolled to."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate

from desktop_app.gui.folding import Folding

_SHOWN: Final = (3, 6)
"""So many lines at least, where there is little room, and at most."""
_UNFOLDED: Final = 200


class ReadingList(Folding, QListView):
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
        self.unfold(on=False)

    @property
    def least(self) -> int:
        return self._height(_SHOWN[0])

    def unfold(self, *, on: bool) -> None:
        """But not so many lines that nobody scrolls to what is below them."""
        whole = on and self.model().rowCount() <= _UNFOLDED
        least, most = (_UNFOLDED, _UNFOLDED) if whole else _SHOWN
        self.setMinimumHeight(self._height(least))
        self.setMaximumHeight(self._height(most))

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

    def _height(self, most: int) -> int:
        line = max(self.sizeHintForRow(0), self.fontMetrics().height() + 10)
        return max(1, min(most, self.model().rowCount())) * line + 14


class LineList(ReadingList):
    def __init__(self, name: str, caption: str, lines: Sequence[str]) -> None:
        super().__init__(name, caption, QStringListModel(list(lines)))

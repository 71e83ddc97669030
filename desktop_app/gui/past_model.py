"""The history as a list that loads itself a page at a time, the newest first.

What the engine finds comes from its own thread; answers to questions that nobody asks any more are dropped.
"""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from desktop_app.events import HistoryId, HistoryPage, PastTransfer, TransferId
from desktop_app.gui import past_text, plain
from desktop_app.gui.bridge import door_to
from desktop_app.gui.dragging_out import as_files

PAGE: Final = 50
ENTRY: Final = Qt.ItemDataRole.UserRole

_Index = QModelIndex | QPersistentModelIndex


class Finding(Protocol):
    """`Engine.history`."""

    def __call__(
        self, then: Callable[[HistoryPage], None], query: str = "", before: HistoryId | None = None, limit: int = 50
    ) -> None: ...


class PastModel(QAbstractListModel):
    """Without words to search for, what is `shown_elsewhere` is left out: the rows of this run.

    Signals: settled(), a page has come.
    """

    settled = Signal()
    _found = Signal(int, bool, object)

    def __init__(self, find: Finding, shown_elsewhere: Callable[[], Collection[TransferId]]) -> None:
        super().__init__()
        self._find, self._shown_elsewhere = find, shown_elsewhere
        self._entries: list[PastTransfer] = []
        self._query = ""
        self._last: HistoryId | None = None  # the oldest that has come, shown or not
        self._newest = 0  # the number of the newest that has come
        self._more = True
        self._generation = 0
        self._loading = self._refreshing = self._stale = False
        self._found.connect(self._take)

    @property
    def query(self) -> str:
        return self._query

    def search(self, query: str) -> None:
        """Begin anew with these words."""
        self._query = query.strip()
        self.reload()

    def reload(self) -> None:
        self._generation += 1
        self._loading = self._refreshing = self._stale = False
        self._last = None
        self._ask(head=True)

    def refresh(self) -> None:
        """Something was added or removed: look at the newest, leave the rest where it is."""
        if self._loading or self._refreshing:
            self._stale = True
            return
        self._ask(head=True)

    def remove(self, entry: HistoryId) -> None:
        for row, each in enumerate(self._entries):
            if each.id == entry:
                self._remove_row(row)
                return

    # --- Qt's side ---------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return past_text.title(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return past_text.whole(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return plain.for_tooltip(past_text.whole(entry))
            case _ if role == ENTRY:
                return entry
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        entry = index.data(ENTRY) if index.isValid() else None
        out = isinstance(entry, PastTransfer) and entry.transfer.received
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if out else Qt.ItemFlag.NoItemFlags)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Of what came as many things, the first few: the others are not kept."""
        return as_files([path for index in indexes for path in index.data(ENTRY).transfer.received])

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and self._more and not self._loading and not self._refreshing

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._ask(head=False)

    # --- the engine's side -------------------------------------------------------------------------------

    def _ask(self, *, head: bool) -> None:
        if head:
            self._refreshing = True
        else:
            self._loading = True
        then = partial(door_to(self._found), self._generation, head)
        self._find(then, self._query, None if head else self._last, PAGE)

    @Slot(int, bool, object)
    def _take(self, generation: int, head: bool, page: HistoryPage) -> None:
        if generation != self._generation:
            return
        if head:
            self._refreshing = False
            self._merge(page)
        else:
            self._loading = False
            self._append(page)
        self.settled.emit()
        if self._stale:
            self._stale = False
            self._ask(head=True)

    def _append(self, page: HistoryPage) -> None:
        self._more = page.more
        if page.transfers:
            self._last = page.transfers[-1].id
        wanted = self._wanted(page)
        if wanted:
            self._insert(len(self._entries), wanted)
        elif self._more:
            self._ask(head=False)  # nothing of it is to be shown, so that the view would not ask again

    def _merge(self, page: HistoryPage) -> None:
        """The newest rows as they are now; older ones, which the page does not speak of, stay."""
        end = _number(page.transfers[-1].id) if page.more and page.transfers else 0
        wanted = self._wanted(page)
        if self._last is None or not page.more or end > self._newest:
            self._begin_anew(page, wanted)
        else:
            self._replace_head(wanted, end)
        self._newest = max((_number(each.id) for each in page.transfers[:1]), default=0)

    def _begin_anew(self, page: HistoryPage, wanted: list[PastTransfer]) -> None:
        """All that there is, or the first of it: what was loaded may have a gap."""
        if self._last is None or page.more or len(self._entries) > PAGE:
            self.beginResetModel()
            self._entries = wanted
            self.endResetModel()
        else:
            self._replace_head(wanted, 0)
        self._more = page.more
        self._last = page.transfers[-1].id if page.transfers else None
        if self._more and not wanted:
            self._ask(head=False)

    def _replace_head(self, wanted: list[PastTransfer], end: int) -> None:
        """Rows from number `end` on are these; what is there already is not touched."""
        meant = {entry.id for entry in wanted}
        for row in reversed(range(len(self._entries))):
            if _number(self._entries[row].id) >= end and self._entries[row].id not in meant:
                self._remove_row(row)
        row = 0
        for entry in wanted:
            while row < len(self._entries) and _number(self._entries[row].id) > _number(entry.id):
                row += 1
            if row == len(self._entries) or self._entries[row].id != entry.id:
                self._insert(row, [entry])

    def _insert(self, row: int, entries: list[PastTransfer]) -> None:
        self.beginInsertRows(QModelIndex(), row, row + len(entries) - 1)
        self._entries[row:row] = entries
        self.endInsertRows()

    def _remove_row(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._entries[row]
        self.endRemoveRows()

    def _wanted(self, page: HistoryPage) -> list[PastTransfer]:
        if self._query:
            return list(page.transfers)
        elsewhere = self._shown_elsewhere()
        return [entry for entry in page.transfers if not entry.transfer.id or entry.transfer.id not in elsewhere]


def _number(entry: HistoryId) -> int:
    """The history counts upwards."""
    return int(entry)

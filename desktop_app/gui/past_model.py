"""The history as a list: which transfers there are is known of all, what they were of those that somebody looks at.

So a hundred thousand cost little, and the last is as near as the first. What the engine finds comes from its own
thread; answers to questions that nobody asks any more are dropped.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot

from desktop_app.events import HistoryId, PastTransfer, TransferId
from desktop_app.gui import past_text, phrasing, plain
from desktop_app.gui.bridge import door_to
from desktop_app.gui.dragging_out import as_files

PAGE: Final = 50  # rows that are asked for at a time, around the one that is looked at
KEPT: Final = 1000  # rows whose transfers are kept; more are on no screen
_AHEAD: Final = 15  # rows: what is about to be scrolled to is asked for already
_SINGLY: Final = 50  # more changes than that are one large one
ENTRY: Final = Qt.ItemDataRole.UserRole
REFUSED: Final = Qt.ItemDataRole.UserRole + 1
"""Whether the disk did not let it be looked up. It is asked again when the person wants that or the history changes,
never by itself."""

_Index = QModelIndex | QPersistentModelIndex


class Past(Protocol):
    """An engine's."""

    def history(
        self, then: Callable[["array[int] | None"], None], query: str = "", without: Collection[TransferId] = ()
    ) -> None: ...
    def past(self, then: Callable[[tuple[PastTransfer, ...] | None], None], numbers: Collection[int]) -> None: ...


class PastModel(QAbstractListModel):
    """Without words to search for, what is `shown_elsewhere` is left out: the rows of this run.

    Signals: settled(), it is known which rows there are, or the disk does not let it be known: `refused`.
    """

    settled = Signal()
    _indexed = Signal(int, object)
    _found = Signal(object, object)

    def __init__(self, past: Past, shown_elsewhere: Callable[[], Collection[TransferId]]) -> None:
        super().__init__()
        self._past, self._shown_elsewhere = past, shown_elsewhere
        self._numbers = array("q")  # the newest, which is the largest, first
        self._entries: dict[int, PastTransfer] = {}
        self._asked: set[int] = set()
        self._refused: set[int] = set()  # by the disk
        self._query = ""
        self._generation = 0
        self._begins_anew = True
        self.refused = False
        self._indexed.connect(self._take_index)
        self._found.connect(self._take, Qt.ConnectionType.QueuedConnection)  # never while a view asks for data

    @property
    def query(self) -> str:
        return self._query

    def search(self, query: str) -> None:
        """Begin anew with these words."""
        self._query = query.strip()
        self.reload()

    def reload(self) -> None:
        self._generation += 1
        self._begins_anew = True
        self._ask()

    def refresh(self) -> None:
        """Something was added or removed; what stays is not touched, nor is anything where the disk says no."""
        self._ask()

    def remove(self, entry: HistoryId) -> None:
        row = self._row_of(int(entry))
        if row is not None:
            self._remove_row(row)

    def look_again(self) -> None:
        """The disk may tell now what it refused to."""
        again, self._refused = self._refused, set()
        self._tell_changed(again)

    # --- Qt's side ---------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._numbers)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Nothing of a row that is not there yet; asked for it is, and dataChanged tells of it."""
        if not index.isValid() or index.row() >= len(self._numbers):
            return None
        entry = self._entry(index.row())
        if role == REFUSED:
            return self._numbers[index.row()] in self._refused
        if entry is None:
            return self._instead(index.row(), role)
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

    def _instead(self, row: int, role: int) -> str | None:
        """Of one that is not looked up."""
        if self._numbers[row] in self._refused:
            match role:
                case Qt.ItemDataRole.DisplayRole:
                    return past_text.refused()
                case Qt.ItemDataRole.AccessibleTextRole:
                    return phrasing.sentences(past_text.refused(), past_text.look_again())
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        entry = index.data(ENTRY) if index.isValid() else None
        out = isinstance(entry, PastTransfer) and entry.transfer.received
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if out else Qt.ItemFlag.NoItemFlags)

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Of what came as many things, the first few: the others are not kept."""
        return as_files([path for index in indexes for path in index.data(ENTRY).transfer.received])

    # --- the engine's side -------------------------------------------------------------------------------

    def _ask(self) -> None:
        without = () if self._query else tuple(self._shown_elsewhere())
        self._past.history(partial(door_to(self._indexed), self._generation), self._query, without)

    @Slot(int, object)
    def _take_index(self, generation: int, numbers: "array[int] | None") -> None:
        if generation != self._generation or (numbers is None and not self._begins_anew):
            return
        self.refused = numbers is None
        if numbers is None:
            self.settled.emit()
            return
        self._asked.clear()
        self.look_again()
        if self._begins_anew:
            self._begins_anew = False
            self._become(numbers)
        else:
            self._follow(numbers)
        self.settled.emit()

    def _become(self, numbers: "array[int]") -> None:
        self.beginResetModel()
        self._numbers = numbers
        self.endResetModel()

    def _follow(self, numbers: "array[int]") -> None:
        same = _common_end(self._numbers, numbers)
        before, now = set(self._numbers[: len(self._numbers) - same]), set(numbers[: len(numbers) - same])
        gone, new = before - now, now - before
        if len(gone) + len(new) > _SINGLY:
            self._become(numbers)
            return
        for number in gone:
            self._remove_row(self._place_of(number))
        for number in sorted(new):
            row = self._place_of(number)
            self.beginInsertRows(QModelIndex(), row, row)
            self._numbers.insert(row, number)
            self.endInsertRows()

    def _remove_row(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        self._entries.pop(self._numbers.pop(row), None)
        self.endRemoveRows()

    def _entry(self, row: int) -> PastTransfer | None:
        for near in (row, max(0, row - _AHEAD), min(len(self._numbers) - 1, row + _AHEAD)):
            number = self._numbers[near]
            if self._is_unknown(number):
                self._look_up(near)
        return self._entries.get(self._numbers[row])

    def _look_up(self, row: int) -> None:
        """It and its neighbours."""
        near = self._numbers[max(0, row - PAGE // 2) : row + PAGE // 2]
        wanted = [number for number in near if self._is_unknown(number)]
        self._asked.update(wanted)
        self._past.past(partial(door_to(self._found), wanted), wanted)

    def _is_unknown(self, number: int) -> bool:
        return number not in self._entries and number not in self._asked and number not in self._refused

    @Slot(object, object)
    def _take(self, asked: list[int], found: tuple[PastTransfer, ...] | None) -> None:
        self._asked.difference_update(asked)
        if found is None:
            self._refused.update(asked)
            self._tell_changed(asked)
            return
        self._refused.difference_update(asked)
        for entry in found:
            self._entries[int(entry.id)] = entry
        for number in list(self._entries)[: max(0, len(self._entries) - KEPT)]:
            del self._entries[number]
        for number in set(asked) - {int(entry.id) for entry in found}:
            if (row := self._row_of(number)) is not None:  # it has gone meanwhile, or cannot be read
                self._remove_row(row)
        self._tell_changed(int(entry.id) for entry in found)

    def _tell_changed(self, numbers: Iterable[int]) -> None:
        rows = sorted(map(self._place_of, numbers))
        if rows and self._numbers:
            last = min(rows[-1], len(self._numbers) - 1)
            self.dataChanged.emit(self.index(min(rows[0], last), 0), self.index(last, 0))

    def _place_of(self, number: int) -> int:
        """Where it is, or would be."""
        return bisect_left(self._numbers, -number, key=lambda each: -each)

    def _row_of(self, number: int) -> int | None:
        row = self._place_of(number)
        return row if row < len(self._numbers) and self._numbers[row] == number else None


def _common_end(one: "array[int]", other: "array[int]") -> int:
    """How many of the oldest are the same: what changes is mostly new."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[len(one) - middle :] == other[len(other) - middle :]:
            least = middle
        else:
            most = middle - 1
    return least

"""The transfers of this run, newest first. Progress is pulled, only while something moves."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.engine.transfer_facts import moves
from desktop_app.errors import PausedHere
from desktop_app.events import HistoryId, Progress, State, Transfer, TransferId
from desktop_app.gui import theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.folding import Folding
from desktop_app.gui.keyboard_place import hand_over
from desktop_app.gui.transfer_row import TransferRow

PULL_MS: Final = 100
_SHARE: Final = 0.4  # of the window's height, where there is something below
_LEAST_ROWS: Final = 2
_CAME: Final = frozenset({State.DELIVERED, State.PARTLY})
OVER_SHOWN: Final = 20  # rows of what is over; older ones are in the history only


class Transfers(Folding, QScrollArea):
    """The newest few that are over, and all that are not. As high as its rows, and no higher than its share.

    Signals: cancelled(TransferId), open_wanted(Transfer), folder_wanted(Transfer), session_wanted(SessionId),
    receipt_wanted(TransferId, Transfer), retry_wanted(TransferId, Transfer), pause_wanted(TransferId, bool),
    continue_wanted(Transfer), forget_wanted(TransferId, Transfer), dropped(): a row is only in the history from now on.
    """

    cancelled = Signal(object)
    open_wanted = Signal(object)
    folder_wanted = Signal(object)
    session_wanted = Signal(object)
    receipt_wanted = Signal(object, object)
    retry_wanted = Signal(object, object)
    pause_wanted = Signal(object, bool)
    continue_wanted = Signal(object)
    forget_wanted = Signal(object, object)
    dropped = Signal()

    def __init__(self, progress: Callable[[TransferId], Progress | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfers")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as no stop for Tab, but with a place among them
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._progress = progress
        self._shares = self._unfolded = False
        self._by_id: dict[TransferId, TransferRow] = {}
        self._retries: dict[TransferId, TransferId] = {}  # of what did not arrive of these
        page = QWidget()
        page.setProperty("part", "page")
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)
        self._rows.addStretch(1)
        self.setWidget(page)
        page.installEventFilter(self)
        self._timer = QTimer(self, interval=PULL_MS)
        self._timer.timeout.connect(self._pull)

    @property
    def empty(self) -> bool:
        return not self._by_id

    @property
    def shown(self) -> Collection[TransferId]:
        return self._by_id.keys()

    @property
    def running(self) -> int:
        """How many have not ended, and need this program to go on."""
        return sum(not row.transfer.state.final and not row.transfer.waits for row in self._by_id.values())

    @property
    def waiting(self) -> bool:
        """Whether some were interrupted, and wait to go on."""
        return any(row.transfer.waits for row in self._by_id.values())

    def show_transfer(self, transfer: Transfer) -> None:
        row = self._by_id.get(transfer.id)
        if row is None:
            row = self._new_row(transfer)
        else:
            stopped = _stopped(row.transfer, transfer)
            row.show_transfer(transfer)
            if stopped:
                announce(row, row.spoken)
        if transfer.state.final:
            self._end_retry(transfer)
            self._drop_old()
        if transfer.waits:
            self._pull_one(row)
        moving = any(moves(row.transfer) for row in self._by_id.values())
        if moving and not self._timer.isActive():
            self._timer.start()
        elif not moving:
            self._timer.stop()

    def retried(self, of: TransferId | HistoryId, retry: TransferId) -> None:
        """What did not arrive of that one is sent again by this one."""
        if isinstance(of, int) and (row := self._by_id.get(of)) is not None:
            self._retries[retry] = row.transfer.id
            row.show_retried(on=True)

    def keep_only(self, transfers: Collection[TransferId]) -> None:
        """The others were forgotten."""
        for id_ in [each for each in self._by_id if each not in transfers]:
            self._drop(id_)

    def fill(self, *, rest: bool) -> None:
        """Whether it may take all the height that is left, should there be so many rows."""
        self._shares = not rest
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Of all rows; no more than part of the window, if that is to be shared."""
        rows = self._rows.totalHeightForWidth(self.viewport().width())
        most = round(self.window().height() * _SHARE) if self._shares and not self._unfolded else rows
        return QSize(super().sizeHint().width(), min(rows, most))

    def minimumSizeHint(self) -> QSize:
        height = self.sizeHint().height() if self._unfolded else self.least
        return QSize(super().minimumSizeHint().width(), height)

    @property
    def least(self) -> int:
        newest = list(self._by_id.values())[-_LEAST_ROWS:]
        height = sum(row.minimumSizeHint().height() for row in newest) + theme.S * (len(newest) - 1)
        return max(0, height)

    def unfold(self, *, on: bool) -> None:
        if on != self._unfolded:
            self._unfolded = on
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def _end_retry(self, retry: Transfer) -> None:
        """Where nothing came of it, that can be tried once more, on one of the two rows."""
        of = self._retries.pop(retry.id, None)
        row = None if of is None else self._by_id.get(of)
        if row is not None and retry.state not in _CAME and not retry.again:
            row.show_retried(on=False)

    def _drop_old(self) -> None:
        over = [id_ for id_, row in self._by_id.items() if row.transfer.state.final]
        for id_ in over[: max(0, len(over) - OVER_SHOWN)]:
            self._drop(id_)
            self.dropped.emit()

    def _drop(self, id_: TransferId) -> None:
        row = self._by_id.pop(id_)
        hand_over(row, self)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _new_row(self, transfer: Transfer) -> TransferRow:
        row = TransferRow(transfer)
        self._by_id[transfer.id] = row
        row.cancelled.connect(lambda: self.cancelled.emit(transfer.id))
        row.open_wanted.connect(lambda: self.open_wanted.emit(row.transfer))
        row.folder_wanted.connect(lambda: self.folder_wanted.emit(row.transfer))
        row.session_wanted.connect(self.session_wanted)
        row.receipt_wanted.connect(lambda: self.receipt_wanted.emit(transfer.id, row.transfer))
        row.retry_wanted.connect(lambda: self.retry_wanted.emit(transfer.id, row.transfer))
        row.pause_wanted.connect(lambda pause: self.pause_wanted.emit(transfer.id, pause))
        row.continue_wanted.connect(lambda: self.continue_wanted.emit(row.transfer))
        row.forget_wanted.connect(lambda: self.forget_wanted.emit(transfer.id, row.transfer))
        self._rows.insertWidget(0, row)
        row.show()
        return row

    def _pull(self) -> None:
        for row in self._by_id.values():
            if moves(row.transfer):
                self._pull_one(row)

    def _pull_one(self, row: TransferRow) -> None:
        progress = self._progress(row.transfer.id)
        if progress is not None:
            row.show_progress(progress)


def _stopped(before: Transfer, now: Transfer) -> bool:
    """It is over, or waits for something that the person here may not know of."""
    ended = now.state.final and not before.state.final
    return ended or (type(now.paused) is not type(before.paused) and not isinstance(now.paused, PausedHere | None))

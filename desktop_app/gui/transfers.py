"""The transfers of this run, newest first. Progress is pulled, only while something moves."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.events import Progress, State, Transfer, TransferId
from desktop_app.gui import theme
from desktop_app.gui.transfer_row import TransferRow

PULL_MS: Final = 100


class Transfers(QScrollArea):
    """Signals: cancelled(TransferId), open_wanted(Transfer), folder_wanted(Transfer), session_wanted(SessionId)."""

    cancelled = Signal(object)
    open_wanted = Signal(object)
    folder_wanted = Signal(object)
    session_wanted = Signal(object)

    def __init__(self, progress: Callable[[TransferId], Progress | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transfers")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._progress = progress
        self._by_id: dict[TransferId, TransferRow] = {}
        page = QWidget()
        page.setProperty("part", "page")
        self._rows = QVBoxLayout(page)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)
        self._rows.addStretch(1)
        self.setWidget(page)
        self._timer = QTimer(self, interval=PULL_MS)
        self._timer.timeout.connect(self._pull)

    @property
    def empty(self) -> bool:
        return not self._by_id

    @property
    def running(self) -> int:
        """How many have not ended."""
        return sum(not row.transfer.state.final for row in self._by_id.values())

    def show_transfer(self, transfer: Transfer) -> None:
        row = self._by_id.get(transfer.id)
        if row is None:
            row = self._new_row(transfer)
        else:
            row.show_transfer(transfer)
        moving = any(row.transfer.state is State.MOVING for row in self._by_id.values())
        if moving and not self._timer.isActive():
            self._timer.start()
        elif not moving:
            self._timer.stop()

    def _new_row(self, transfer: Transfer) -> TransferRow:
        row = TransferRow(transfer)
        self._by_id[transfer.id] = row
        row.cancelled.connect(lambda: self.cancelled.emit(transfer.id))
        row.open_wanted.connect(lambda: self.open_wanted.emit(row.transfer))
        row.folder_wanted.connect(lambda: self.folder_wanted.emit(row.transfer))
        row.session_wanted.connect(self.session_wanted)
        self._rows.insertWidget(0, row)
        row.show()
        return row

    def _pull(self) -> None:
        for id_, row in self._by_id.items():
            if row.transfer.state is State.MOVING:
                progress = self._progress(id_)
                if progress is not None:
                    row.show_progress(progress)

"""Earlier transfers, below those of this run: found by words, looked up as one scrolls."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.events import HistoryId, PastTransfer, TransferId
from desktop_app.gui import phrasing, plain, theme, transfer_text
from desktop_app.gui.announcing import announce
from desktop_app.gui.folding import Folding
from desktop_app.gui.passing_menu import PassingMenu
from desktop_app.gui.past_list import PastList
from desktop_app.gui.past_model import Past, PastModel
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import button

_TYPING_MS: Final = 150
_MANY: Final = 20  # rows, which fill any screen
_SEARCH: Final = 32  # letters
_HIGHEST: Final = theme.ANY_HEIGHT // 2
_GATHER_MS: Final = 200  # many transfers may end at once


class Earlier(Folding, QWidget):
    """Hidden while there is nothing, and nothing was searched for.

    Signals: details_wanted(PastTransfer), open_wanted(Transfer), folder_wanted(Transfer), receipt_wanted(HistoryId,
    Transfer), retry_wanted(HistoryId, Transfer, RecordId | None), forget_wanted(HistoryId, Transfer), clear_wanted(),
    changed(): whether there is anything.
    """

    details_wanted = Signal(object)
    open_wanted = Signal(object)
    folder_wanted = Signal(object)
    receipt_wanted = Signal(object, object)
    retry_wanted = Signal(object, object, object)
    forget_wanted = Signal(object, object)
    clear_wanted = Signal()
    changed = Signal()

    def __init__(
        self, past: Past, of_this_run: Callable[[], Collection[TransferId]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("earlier")
        self._model = PastModel(past, of_this_run)
        self._model.setParent(self)
        self._list = PastList(self._model)
        self._search = _SearchField()
        self._title = Words("", step=theme.Type.HEADING, bold=True, wrap=False)
        self._clear = button("earlier-clear", "", "quiet")
        self._nothing = Words("", "muted")
        self._nothing.setObjectName("earlier-nothing")
        self._nothing.center()
        self._again = button("earlier-again", "")
        self._stack = QStackedWidget()
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._gather = QTimer(self, singleShot=True, interval=_GATHER_MS)
        self._empty, self._unfolded = True, False
        self._lay_out()
        self._say()
        self._connect()
        self.hide()

    @property
    def empty(self) -> bool:
        """Nothing to show, no search that found nothing, and no disk that does not let it be known."""
        return self._empty

    def load(self) -> None:
        self._model.reload()

    def refresh(self) -> None:
        """The history, or what of it stands above, has changed."""
        if not self._gather.isActive():
            self._gather.start()

    def forgotten(self, entry: HistoryId) -> None:
        self._model.remove(entry)
        self._settle()

    def focus_search(self) -> None:
        if not self._empty:
            self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._search.selectAll()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._above_list + self._list.height_for(3))

    def minimumSizeHint(self) -> QSize:
        """The search gives way to a narrow window."""
        return QSize(0, super().minimumSizeHint().height())

    @property
    def least(self) -> int:
        return self._above_list + self._list.minimumSizeHint().height()

    def unfold(self, *, on: bool) -> None:
        if on != self._unfolded:
            self._unfolded = on
            self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wished = (self._title.sizeHint().width(), self._search.wished, self._clear.sizeHint().width())
        narrow = sum(wished) + 2 * theme.S > self.width()
        self._search.be_narrow(narrow=narrow)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._claim_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._settle()

    def _say(self) -> None:
        self._title.setText(self.tr("Earlier transfers"))
        self._list.setAccessibleName(self.tr("Earlier transfers"))
        self._clear.setText(self.tr("Clear…"))
        self._clear.setAccessibleName(self.tr("Clear the earlier transfers"))
        self._again.setText(self.tr("Look again"))
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search the earlier transfers"))

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(theme.S)
        tools.addWidget(self._search)
        tools.addWidget(self._clear)
        self._head = head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setSpacing(theme.S)
        head.addWidget(self._title, 1)
        head.addLayout(tools)
        self._stack.addWidget(self._list)
        instead = QWidget()
        lines = QVBoxLayout(instead)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.S)
        lines.addStretch(1)
        lines.addWidget(self._nothing)
        lines.addWidget(self._again, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(1)
        self._stack.addWidget(instead)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.S)
        rows.addLayout(head)
        rows.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._search.textChanged.connect(lambda: self._typing.start())
        self._search.down.connect(self._to_list)
        self._typing.timeout.connect(lambda: self._model.search(self._search.text()))
        self._gather.timeout.connect(self._model.refresh)
        self._clear.clicked.connect(self.clear_wanted)
        self._again.clicked.connect(self._model.reload)
        self._model.settled.connect(self._settle)
        self._list.chosen.connect(self.details_wanted)
        self._list.forget_wanted.connect(lambda entry: self.forget_wanted.emit(entry.id, entry.transfer))
        self._list.menu_wanted.connect(self._show_menu)

    def _settle(self) -> None:
        nothing, query, refused = not self._model.rowCount(), self._model.query, self._model.refused
        text = ""
        if refused:
            text = self.tr("The earlier transfers could not be looked up.")
        elif nothing and query:
            text = self.tr("Nothing earlier holds {words}.").format(words=phrasing.quoted(plain.isolated(query)))
        if text and self._nothing.text() != text:
            self._nothing.setText(text)
            announce(self, text)
        self._again.setVisible(refused)
        self._stack.setCurrentIndex(1 if text else 0)
        self._claim_height()
        empty = nothing and not text
        if empty != self._empty:
            self._empty = empty
            self.setVisible(not empty)
            self.changed.emit()

    def _claim_height(self) -> None:
        """What a few rows do not need is for others."""
        rows = max(2, self._model.rowCount())
        needed = self._list.height_for(rows)
        most = self._above_list + needed if rows < _MANY else theme.ANY_HEIGHT
        if most != self.maximumHeight():
            self.setMaximumHeight(most)
        self._list.setMinimumHeight(min(needed, _HIGHEST) if self._unfolded else 0)
        self._list.updateGeometry()

    @property
    def _above_list(self) -> int:
        return self._head.totalSizeHint().height() + theme.S

    def _to_list(self) -> None:
        if self._model.rowCount():
            if not self._list.currentIndex().isValid():
                self._list.setCurrentIndex(self._model.index(0))
            self._list.setFocus()

    def _show_menu(self, entry: PastTransfer, at: QPoint) -> None:
        transfer = entry.transfer
        menu = PassingMenu("past-menu", self)
        menu.addAction(self.tr("Details…"), lambda: self.details_wanted.emit(entry))
        if transfer.can_open:
            menu.addAction(self.tr("Open"), lambda: self.open_wanted.emit(transfer))
        if transfer.received:
            menu.addAction(self.tr("Show in folder"), lambda: self.folder_wanted.emit(transfer))
        if entry.can_retry:
            menu.addAction(
                transfer_text.retry(transfer), lambda: self.retry_wanted.emit(entry.id, transfer, entry.remembered)
            )
        if entry.has_receipt:
            menu.addAction(self.tr("Save receipt…"), lambda: self.receipt_wanted.emit(entry.id, transfer))
        menu.addSeparator()
        menu.addAction(self.tr("Remove from the list…"), lambda: self.forget_wanted.emit(entry.id, transfer))
        menu.popup(at)


class _SearchField(QLineEdit):
    """Signals: down(), the person wants into the list."""

    down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("earlier-search")
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.wished = theme.letter(self.fontMetrics()) * _SEARCH
        self.be_narrow(narrow=False)
        self._say()

    def be_narrow(self, *, narrow: bool) -> None:
        """As wide as there is room, instead of as wide as it is wished."""
        self.setMinimumWidth(0 if narrow else self.wished)
        self.setMaximumWidth(theme.ANY_HEIGHT if narrow else self.wished)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        for clear in self.findChildren(QAbstractButton):
            clear.setAccessibleName(self.tr("Clear the search"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.down.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)

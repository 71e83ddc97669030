"""One transfer: direction, what, how it stands, and what can be done about it."""

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QListView,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.engine.transfer_facts import can_continue, can_retry, goes_on, moves, paused_here
from desktop_app.errors import AppError, PausedHere, PausedThere
from desktop_app.events import Kind, Progress, SessionId, State, Transfer
from desktop_app.gui import sizes, theme, transfer_report, transfer_text
from desktop_app.gui.button_row import ButtonRow
from desktop_app.gui.dragging_out import DraggingOut
from desktop_app.gui.error_details import ErrorDetails
from desktop_app.gui.icons import ButtonIcon, IconView
from desktop_app.gui.keyboard_place import show_only
from desktop_app.gui.menu_button import give_menu
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import button, put_up

_MOVING = frozenset({State.MOVING, State.FINISHING})
_LIST_ROWS = 6
_WORDS = 28
"""Letters of a line that have room beside what can be done."""


class TransferRow(QFrame):
    """Signals: cancelled(), open_wanted(), folder_wanted(), session_wanted(SessionId), receipt_wanted(),
    retry_wanted(), pause_wanted(bool), False where it is to go on, continue_wanted(),
    forget_wanted().
    """

    cancelled = Signal()
    open_wanted = Signal()
    folder_wanted = Signal()
    session_wanted = Signal(object)
    receipt_wanted = Signal()
    retry_wanted = Signal()
    pause_wanted = Signal(bool)
    continue_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, transfer: Transfer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"transfer-{transfer.id}")
        self.setProperty("part", "panel-box")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as no stop for Tab, but with a place among them
        self._icon = IconView("send", "muted", theme.XL)
        self._title = Elided(bold=True)
        self._status = Words("", "muted")
        self._status.setObjectName(f"status-{transfer.id}")
        self._bar = QProgressBar(maximum=1000, textVisible=False)
        self._bar.setObjectName(f"progress-{transfer.id}")
        self._limit = Words("", "muted", theme.Type.SMALL)
        self._limit.setObjectName(f"limit-{transfer.id}")
        self._limit.hide()
        self._open = button(f"open-{transfer.id}", "")
        self._open.clicked.connect(self.open_wanted)
        self._show = button(f"folder-{transfer.id}", "")
        self._show.clicked.connect(self.folder_wanted)
        self._retry = button(f"retry-{transfer.id}", "")
        self._retry.clicked.connect(self.retry_wanted)
        self._retried = False  # and nothing speaks against what came of that
        self._progress: Progress | None = None  # as it was shown last
        self._pause = button(f"pause-{transfer.id}", "")
        self._pause.clicked.connect(lambda: self.pause_wanted.emit(not self._paused_here))
        self._continue = button(f"continue-{transfer.id}", "")
        self._continue.clicked.connect(self.continue_wanted)
        self._cancel = button(f"cancel-{transfer.id}", "")
        self._cancel.clicked.connect(self.cancelled)
        self._reasons_button = button(f"reasons-{transfer.id}", "")
        self._reasons_button.setCheckable(True)
        self._reasons_button.toggled.connect(self._toggle_reasons)
        self._more = self._more_button(transfer)
        self._reasons: QListView | None = None
        self._dragging = DraggingOut(self, lambda: self._transfer.received)
        self._lay_out()
        self._say()
        self.show_transfer(transfer)

    @property
    def transfer(self) -> Transfer:
        return self._transfer

    @property
    def spoken(self) -> str:
        """What it is and how it stands, for somebody who hears it."""
        return f"{self._title.whole} · {self._status.text()}"

    def show_transfer(self, transfer: Transfer) -> None:
        self._transfer = transfer
        self._title.show_text(transfer_text.title(transfer.contents))
        self._status.setText(transfer_text.status(transfer))
        icon, tone = transfer_text.picture(transfer)
        self._icon.show_icon(icon, tone)
        self._status.set_part("danger" if tone == "danger" else "muted")
        self._bar.setVisible(transfer.state in _MOVING)
        self._bar.setLayoutDirection(self.layoutDirection())
        if transfer.state is State.FINISHING:
            self._fill_bar(self._bar.maximum())
        if transfer.state is not State.MOVING or transfer.paused is not None:
            self._limit.hide()
        self._dragging.show_hint()
        self._show_controls()
        self._pause.setText(self.tr("Resume") if self._paused_here else self.tr("Pause"))
        self._retry.setText(transfer_text.retry(transfer))
        self._about.setVisible(transfer.session is not None)
        vouched = transfer.state in {State.DELIVERED, State.PARTLY} and transfer.contents.kind is Kind.FILES
        self._receipt.setVisible(vouched)
        self._details.setVisible(self._error is not None)
        self._forget.setVisible(transfer.state.final)
        self._name_controls()
        self._show_reasons()

    def _show_controls(self) -> None:
        transfer = self._transfer
        controls: dict[QWidget, bool] = {
            self._reasons_button: bool(transfer.failures or transfer.left_out),
            self._retry: can_retry(transfer) and not self._retried,
            self._open: transfer.can_open,
            self._show: bool(transfer.received),
            self._pause: moves(transfer) and not goes_on(transfer),
            self._continue: can_continue(transfer),
            self._cancel: not transfer.state.final,
            self._more: self._error is not None or transfer.session is not None or transfer.state.final,
        }
        show_only(controls, (self._pause, self._continue), self)
        self._be_narrow()

    def show_retried(self, *, on: bool) -> None:
        """Whether what did not arrive of it is sent again, or was."""
        self._retried = on
        self._show_controls()

    def show_progress(self, progress: Progress) -> None:
        self._progress = progress
        self._fill_bar(sizes.permille(progress))
        self._status.setText(transfer_text.status(self._transfer, progress))
        limit = "" if self._transfer.paused is not None else transfer_text.bottleneck(self._transfer, progress)
        self._limit.setText(limit)
        self._limit.setVisible(bool(limit))

    def _fill_bar(self, permille: int) -> None:
        """A bar paints itself at once, by itself: here it waits for the words beside it."""
        if permille != self._bar.value():
            self._bar.setUpdatesEnabled(False)
            self._bar.setValue(permille)
            self._bar.setUpdatesEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._be_narrow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.show_transfer(self._transfer)
            if self._progress is not None and self._transfer.state is State.MOVING:
                self.show_progress(self._progress)

    def _say(self) -> None:
        """What is always the same on it."""
        self._open.setText(self.tr("Open"))
        self._show.setText(self.tr("Show in folder"))
        self._continue.setText(self.tr("Continue"))
        self._cancel.setText(self.tr("Cancel"))
        self._about.setText(self.tr("About this session…"))
        self._details.setText(self.tr("Details…"))
        self._receipt.setText(self.tr("Save receipt…"))
        self._forget.setText(self.tr("Remove from the list…"))
        if self._reasons is not None:
            self._reasons.setAccessibleName(self.tr("Files that were not delivered"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.XS)
        words.addWidget(self._title)
        words.addWidget(self._status)
        words.addWidget(self._bar)
        words.addWidget(self._limit)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addSpacing(theme.L - theme.M)  # unlike a margin it changes sides with the rest
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self._controls = QWidget()
        controls = ButtonRow()
        controls.setContentsMargins(0, 0, 0, 0)
        self._controls.setLayout(controls)
        for control in (
            self._reasons_button,
            self._retry,
            self._open,
            self._show,
            self._pause,
            self._continue,
            self._cancel,
            self._more,
        ):
            controls.addWidget(control)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(theme.M)
        self._head.addLayout(row, 1)
        self._head.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignVCenter)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._rows.setSpacing(theme.M)
        self._rows.addLayout(self._head)

    def _be_narrow(self) -> None:
        """Where they would leave too little for words, what can be done stands below those."""
        words = self.width() - self._controls.sizeHint().width() - theme.XL - 3 * theme.M - 2 * theme.M
        narrow = words < theme.letter(self.fontMetrics()) * _WORDS
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _more_button(self, transfer: Transfer) -> QToolButton:
        more = QToolButton()
        more.setObjectName(f"more-{transfer.id}")
        ButtonIcon(more, "more", "muted")
        menu = QMenu(more)
        menu.setObjectName(f"more-menu-{transfer.id}")
        self._about = menu.addAction("", self._want_session)
        self._details = menu.addAction("", self._show_details)
        self._receipt = menu.addAction("", self.receipt_wanted.emit)
        self._forget = menu.addAction("", self.forget_wanted.emit)
        give_menu(more, menu)
        return more

    @property
    def _paused_here(self) -> bool:
        return paused_here(self._transfer)

    @property
    def _error(self) -> AppError | None:
        """What went wrong with it, or why it waits where a person did not want that."""
        paused = self._transfer.paused
        return self._transfer.error or (None if isinstance(paused, PausedHere | PausedThere) else paused)

    def _show_details(self) -> None:
        if self._error is not None:
            about = transfer_report.of(self._transfer)
            put_up(ErrorDetails(self._error, self.window(), about, self._transfer.changed_at))

    def _want_session(self) -> None:
        session: SessionId | None = self._transfer.session
        if session is not None:
            self.session_wanted.emit(session)

    def _name_controls(self) -> None:
        """The same word on every row says nothing to somebody who only hears it."""
        what = f"{self._title.whole} · {transfer_text.with_whom(self._transfer)}"
        self.setAccessibleName(what)
        self._bar.setAccessibleName(self.tr("Progress of {what}").format(what=what))
        self._open.setAccessibleName(self.tr("Open {what}").format(what=what))
        self._show.setAccessibleName(self.tr("Show {what} in its folder").format(what=what))
        again = self.tr("Send {what} again") if self._transfer.again else self.tr("Send again what failed of {what}")
        self._retry.setAccessibleName(again.format(what=what))
        pause = self.tr("Resume {what}") if self._paused_here else self.tr("Pause {what}")
        self._pause.setAccessibleName(pause.format(what=what))
        self._continue.setAccessibleName(self.tr("Continue {what}").format(what=what))
        self._cancel.setAccessibleName(self.tr("Cancel {what}").format(what=what))
        self._more.setAccessibleName(self.tr("More about {what}").format(what=what))

    def _show_reasons(self) -> None:
        failed = len(self._transfer.failures)
        if self._reasons_button.isChecked():
            text = self.tr("Hide the list")
        elif failed:
            text = self.tr("Show the reasons", "", failed)
        else:
            text = self.tr("Show what was left out")
        self._reasons_button.setText(text)
        if self._reasons is not None:
            self._fill_reasons(self._reasons)

    def _toggle_reasons(self, shown: bool) -> None:  # Qt's signature
        if self._reasons is None:
            self._reasons = QListView()
            self._reasons.setObjectName(f"reason-list-{self._transfer.id}")
            self._say()
            self._reasons.setUniformItemSizes(True)
            self._reasons.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            self._reasons.setTextElideMode(Qt.TextElideMode.ElideMiddle)
            self._reasons.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self._reasons.setModel(QStringListModel(self._reasons))
            self._rows.addWidget(self._reasons)
            self._fill_reasons(self._reasons)
        self._reasons.setVisible(shown)
        self._show_reasons()

    def _fill_reasons(self, view: QListView) -> None:
        lines = [transfer_text.reason(one) for one in (*self._transfer.failures, *self._transfer.left_out)]
        model = view.model()
        if isinstance(model, QStringListModel) and model.stringList() != lines:
            model.setStringList(lines)
        line = max(view.sizeHintForRow(0), view.fontMetrics().height() + 10)
        height = max(1, min(_LIST_ROWS, len(lines))) * line + 12
        view.setFixedHeight(height)

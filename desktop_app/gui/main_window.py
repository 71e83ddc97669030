"""The one window: this computer, who is near, what moves. Turns events into views and clicks into commands."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QVBoxLayout, QWidget

from desktop_app import APP_NAME, RELEASES
from desktop_app.engine.summons import Summons
from desktop_app.errors import Interrupted, NoNetwork, PausedHere, StorageError
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceChanged,
    DeviceGone,
    DeviceId,
    Direction,
    Event,
    HistoryChanged,
    Listening,
    OfferReceived,
    Recognised,
    Remembered,
    RememberedChanged,
    SessionEnded,
    SettingsChanged,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    TroubleOver,
    Unproven,
    Verified,
)
from desktop_app.gui import reading_order, theme, transfer_text
from desktop_app.gui.autostart import Autostart
from desktop_app.gui.calm import Calm
from desktop_app.gui.carried import carried, welcome
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.closing import Closing
from desktop_app.gui.desktop import Desktop
from desktop_app.gui.earlier import Earlier
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.keyboard_place import ENTER
from desktop_app.gui.menu_button import KeysMenu, press
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.notices import Notices
from desktop_app.gui.parts import Parts
from desktop_app.gui.past_actions import PastActions
from desktop_app.gui.prompts import Prompts
from desktop_app.gui.sending import Sending
from desktop_app.gui.session_notices import SessionNotices
from desktop_app.gui.side_windows import SideWindows
from desktop_app.gui.single_instance import bring_forward
from desktop_app.gui.top_bar import TopBar
from desktop_app.gui.transfers import Transfers


class MainWindow(QMainWindow):
    def __init__(
        self,
        engine: EngineFace,
        choosing: Choosing | None = None,
        desktop: Desktop | None = None,
        autostart: Autostart | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main-window")
        self.setWindowTitle(APP_NAME)
        self.setAcceptDrops(True)
        self._engine = engine
        choosing = choosing or Choosing()
        self._menu = KeysMenu(self)
        self._bar = TopBar(self._menu)
        self._page = QWidget()
        self._notices = Notices(self._page, lambda: not self._parts.spacious)
        self._session_notices = SessionNotices(engine, self._notices, self)
        self._side = SideWindows(engine, choosing, self, autostart)
        self._nearby = Nearby(can_be_remembered=self._session_notices.can_be_remembered)
        self._transfers = Transfers(engine.progress)
        self._earlier = Earlier(engine, lambda: self._transfers.shown)
        self._parts = Parts(self._nearby, self._transfers, self._earlier)
        self.closing = Closing(
            self, lambda: self._transfers.running, lambda: self._transfers.waiting, lambda: self._prompts.holding
        )
        self.hold_questions: Callable[[], bool] = lambda: False
        self._prompts = Prompts(engine, choosing, self._notices, self, lambda: self.hold_questions())
        self._sending = Sending(engine, choosing, self._notices, self._nearby, self)
        ask_device = self._sending.ask_for
        self._past = PastActions(engine, choosing, desktop or Desktop(), self._notices, ask_device, self)
        self.calm = Calm(self)
        self._lay_out()
        self._say()
        self._connect()
        self._take_stock()
        self.resize(self._first_size())

    @Slot(object)
    def handle(self, event: Event) -> None:
        """One event from the engine, on Qt's thread."""
        match event:
            case DeviceChanged(device):
                self._nearby.show_device(device)
                if not device.away:
                    self._notices.withdraw(NoNetwork())
                self._devices_changed()
            case DeviceGone(id_):
                self._nearby.forget_device(id_)
                self._devices_changed()
            case TransferChanged(transfer):
                self._show_transfer(transfer)
                self._prompts.follow(transfer)
            case CodeReady():
                self._prompts.show_code(event)
            case Verified():
                self._prompts.show_verified(event)
                self._session_notices.show_verified(event)
            case Recognised():
                self._prompts.show_recognised(event)
            case Unproven():
                self._prompts.show_unproven(event)
            case Remembered():
                self._session_notices.show_remembered(event)
            case RememberedChanged(devices):
                self._side.remembered_changed(devices)
            case ComparisonOver():
                self._prompts.show_comparison_over(event)
            case OfferReceived(transfer):
                self._show_transfer(transfer)
                self._prompts.show_offer(event)
            case TextReceived(transfer):
                self._show_transfer(transfer)
                self._prompts.show_text(event)
            case SessionEnded():
                self._side.sessions_changed()
                self._prompts.session_ended(event)
                self._session_notices.show_ended(event)
            case SettingsChanged():
                self._bar.show_settings(self._engine.settings, self._engine.open_until)
                self._side.settings_changed()
            case HistoryChanged():
                self._history_changed()
            case Trouble(error):
                if not self._side.takes(error):
                    self._notices.warn(error)
            case TroubleOver(error):
                self._notices.withdraw(error)
            case Listening(port, wanted):
                self._side.settings_changed()
                self._listening(port, wanted)
            case _:
                pass

    @Slot(object)
    def come_forward(self, summons: Summons) -> None:
        """Somebody started Tallystick again."""
        bring_forward(self, summons.token)
        self.offer_to_send(summons.paths)

    def offer_to_send(self, paths: Sequence[Path]) -> None:
        """Ask which device these are for."""
        self._sending.ask(paths)

    @property
    def running(self) -> int:
        """How many transfers have not ended."""
        return self._transfers.running

    @property
    def holds_questions(self) -> bool:
        return self._prompts.holding

    def put_held_questions(self) -> None:
        """Somebody looks at the window now."""
        self._prompts.put_held()

    # --- dropping, closing ---

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if welcome(event):
            self._show_drop(on=True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        welcome(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_drop(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(on=False)
        if welcome(event):
            self._sending.take(carried(event.mimeData()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_sections()

    def focusNextPrevChild(self, following: bool) -> bool:  # Qt's signature
        reading_order.settle(self._page)
        moved = super().focusNextPrevChild(following)
        if moved:
            reading_order.bring_into_sight(self.focusWidget())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that was chosen by keyboard; Qt leaves that to dialogs."""
        focused = self.focusWidget()
        if event.key() in ENTER and not event.isAutoRepeat() and isinstance(focused, QAbstractButton):
            press(focused)
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.closed(event)

    def _show_drop(self, *, on: bool) -> None:
        """Tint the window while files hang over it: a drop here asks for the device."""
        self._page.setProperty("part", "drop" if on else "")
        self._page.style().unpolish(self._page)
        self._page.style().polish(self._page)

    # --- putting it together ---

    def _first_size(self) -> QSize:
        """Room for three columns of cards, as far as the screen has it."""
        width = theme.letter(self.fontMetrics())
        return QSize(width * 140, width * 104).boundedTo(self.screen().availableSize() * 0.9)

    def _lay_out(self) -> None:
        page = self._page
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        above = QVBoxLayout()
        above.setContentsMargins(theme.XL, theme.L, theme.XL, 0)
        above.addWidget(self._notices)
        column.addLayout(above)
        column.addWidget(self._parts, 1)
        self.setCentralWidget(page)
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # so that no control looks chosen before anybody chose it
        page.setFocus()

    def _say(self) -> None:
        """What is said by the window itself; its parts hear of another language, too."""
        for action in self._menu.actions():
            self.removeAction(action)
            action.deleteLater()
        self._menu.clear()
        self._fill_menu()

    def _fill_menu(self) -> None:
        self._add_action(self.tr("Send files…"), "Ctrl+O", lambda: self._sending.choose_files())
        self._add_action(self.tr("Send a folder…"), "Ctrl+Shift+O", lambda: self._sending.choose_folder())
        self._add_action(self.tr("Send what was copied…"), "Ctrl+V", lambda: self._sending.paste())
        self._add_action(self.tr("Connect by address…"), "Ctrl+L", lambda: self._side.ask_address())
        self._add_action(self.tr("Invite another computer…"), "Ctrl+I", lambda: self._side.invite())
        self._menu.addSeparator()
        self._add_action(self.tr("Remembered devices…"), "Ctrl+D", lambda: self._side.show_remembered())
        self._add_action(self.tr("Settings…"), "Ctrl+,", lambda: self._side.show_settings())
        self._add_action(self.tr("Rename this computer"), "F2", lambda: self._bar.edit_name())
        self._search_action = self._add_action(
            self.tr("Search the earlier transfers"), "Ctrl+F", lambda: self._earlier.focus_search()
        )
        self._menu.addSeparator()
        self._add_action(self.tr("Can't see a device?"), "F1", lambda: self._side.show_check())
        self._add_action(self.tr("Check for updates…"), "", lambda: self._past.browse(RELEASES))
        self._add_action(self.tr("About {app}").format(app=APP_NAME), "", lambda: self._side.show_about())
        self._add_action(self.tr("Quit"), "Ctrl+Q", lambda: self.closing.quit())

    def _add_action(self, text: str, keys: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: run())
        self._menu.addAction(action)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._bar.renamed.connect(lambda name: self._engine.change_settings(name=name))
        self._bar.visibility_chosen.connect(lambda chosen: self._engine.change_settings(visibility=chosen))
        self._bar.open_wanted.connect(self._engine.open_for_a_while)
        QShortcut(QKeySequence(Qt.Key.Key_F10), self, self._bar.open_menu)
        self._nearby.dropped.connect(lambda device, what: self._sending.take(what, device))
        self._nearby.files_wanted.connect(self._sending.choose_files_for)
        self._nearby.folder_wanted.connect(self._sending.choose_folder_for)
        self._nearby.comparison_wanted.connect(lambda device: self._engine.pair(DeviceId(device)))
        self._nearby.session_wanted.connect(self._side.show_session)
        self._nearby.remember_wanted.connect(self._session_notices.ask_to_remember)
        self._nearby.forget_wanted.connect(self._side.ask_to_forget)
        self._nearby.address_wanted.connect(self._side.ask_address)
        self._nearby.check_wanted.connect(self._side.show_check)
        self._prompts.remember_wanted.connect(self._session_notices.remember)
        self._transfers.cancelled.connect(self._engine.cancel)
        self._transfers.pause_wanted.connect(self._pause)
        self._transfers.continue_wanted.connect(self._continue)
        self._transfers.session_wanted.connect(self._side.show_session)
        self._transfers.dropped.connect(self._earlier.refresh)
        for rows in (self._transfers, self._earlier):
            rows.open_wanted.connect(self._past.open)
            rows.folder_wanted.connect(self._past.show_in_folder)
            rows.receipt_wanted.connect(self._past.save_receipt)
            rows.retry_wanted.connect(self._past.retry)
            rows.forget_wanted.connect(self._past.ask_to_forget)
        self._earlier.details_wanted.connect(self._past.show_details)
        self._earlier.clear_wanted.connect(self._past.ask_to_clear)
        self._earlier.changed.connect(self._show_sections)
        self._past.forgotten.connect(self._earlier.forgotten)
        self._past.retried.connect(self._transfers.retried)

    def _take_stock(self) -> None:
        """What the engine knows already when the window comes."""
        self._bar.show_settings(self._engine.settings, self._engine.open_until)
        for device in self._engine.devices():
            self._nearby.show_device(device)
        for transfer in self._engine.transfers():
            self._transfers.show_transfer(transfer)
        self._show_sections()
        self._earlier.load()

    def _show_sections(self) -> None:
        self._parts.show_sections()
        self._search_action.setEnabled(not self._earlier.empty)

    def _pause(self, transfer: TransferId, pause: bool) -> None:
        (self._engine.pause if pause else self._engine.unpause)(transfer)

    def _continue(self, transfer: Transfer) -> None:
        """With whom it was; where that was tried with something to send and did not help, the person may know better,
        if there is anybody to choose. No other device helps against what is wrong here."""
        waits_for_others = not isinstance(transfer.paused, Interrupted | PausedHere | StorageError)
        if transfer.direction is Direction.SENDING and waits_for_others and self._nearby.devices():
            self._sending.ask_for(
                lambda: transfer_text.title(transfer.contents),
                lambda device: self._engine.resume(transfer.id, device),
            )
        else:
            self._engine.resume(transfer.id)

    # --- events ---

    def _devices_changed(self) -> None:
        self._parts.share_height()
        self._sending.devices_changed()

    def _show_transfer(self, transfer: Transfer) -> None:
        was_empty = self._transfers.empty
        self._transfers.show_transfer(transfer)
        self._session_notices.follow(transfer)
        if was_empty:
            self._show_sections()

    def _history_changed(self) -> None:
        self._transfers.keep_only({transfer.id for transfer in self._engine.transfers()})
        if self._transfers.empty:
            self._show_sections()
        self._earlier.refresh()

    def _listening(self, port: int, wanted: int) -> None:
        self._notices.unsay("port")
        if port != wanted:
            self._notices.say(
                lambda: self.tr("Port {wanted} is used by another program, so Tallystick uses {port}.").format(
                    wanted=wanted, port=port
                ),
                lambda: self.tr("A firewall rule for the usual port does not cover this one."),
                about="port",
            )

"""The window as a guest of its desktop: what it wears, shows and asks outside its own frame."""

import sys
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.events import Event, OfferReceived, SettingsChanged, TransferChanged
from desktop_app.gui import language, theme
from desktop_app.gui.closing_dialog import WayBack
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.message_bus import MessageBus
from desktop_app.gui.moving import Moving
from desktop_app.gui.notifications import Notifications
from desktop_app.gui.notifier import DesktopNotifier, TrayNotifier
from desktop_app.gui.portal_scheme import PortalScheme
from desktop_app.gui.single_instance import LaterStarts, bring_forward
from desktop_app.gui.taskbar import Taskbar
from desktop_app.gui.tray import Tray
from desktop_app.gui.wakefulness import Inhibitor, Wakefulness
from desktop_app.gui.wakefulness import inhibitor as inhibitor_here

_TRAY_MS: Final = 500
_TRAY_TRIES: Final = 20


class Guest(QObject):
    """Signals: left(): the person wants it to end, and nothing stands against that."""

    left = Signal()

    def __init__(
        self,
        app: QApplication,
        engine: EngineFace,
        window: MainWindow,
        later: LaterStarts | None = None,
        bus: MessageBus | None = None,
        inhibitor: Inhibitor | None = None,
    ) -> None:
        super().__init__(window)
        self._app, self._engine, self._window, self._later = app, engine, window, later
        self._bus = bus or MessageBus.session(self)
        self._scheme = PortalScheme(self._bus, self)
        self._scheme.changed.connect(lambda scheme: theme.hear_of_system(app, scheme))
        self._system_bus = MessageBus.system(self)
        inhibitor = inhibitor or inhibitor_here(self._bus, self._system_bus, self)
        self._moving = Moving(engine, Wakefulness(inhibitor, self), Taskbar(self._bus, self), self)
        self._tray: Tray | None = None
        self._notifications = Notifications(self._nobody_looks, engine.transfers, self)
        self._notifications.accepted.connect(lambda transfer, into: engine.accept(transfer, into))
        self._notifications.declined.connect(engine.decline)
        self._notifications.show_wanted.connect(lambda token: bring_forward(window, token))
        self._desktop_notifier = DesktopNotifier(self._bus, self)
        self._desktop_notifier.pressed.connect(self._notifications.pressed)
        self._desktop_notifier.found.connect(self._choose_notifier)
        self._desktop_notifier.lost.connect(self._ask_in_the_window)
        self._tray_notifier: TrayNotifier | None = None
        window.closing.way_back = self._way_back
        window.closing.left.connect(self._leave)
        window.hold_questions = self._may_hold
        window.installEventFilter(self)
        app.applicationStateChanged.connect(self._look_again)
        if Tray.available():
            self._settle_at_the_tray()
        self._follow_settings()

    @Slot(object)
    def handle(self, event: Event) -> None:
        """One event from the engine, after the window had it."""
        match event:
            case SettingsChanged():
                self._follow_settings()
            case TransferChanged() | OfferReceived():
                self._window.closing.transfers_changed()
                self._moving.follow()
                if self._tray is not None:
                    self._tray.show_running(self._window.running)
            case _:
                pass
        self._notifications.handle(event)

    def start(self, *, hidden: bool = False) -> None:
        """Show the window; `hidden`: stay at the tray, where there is one. A desktop that starts brings it up late."""
        if not hidden:
            self._window.show()
            return
        self._tries_left = _TRAY_TRIES
        self._waiting_for_tray = QTimer(self, interval=_TRAY_MS)
        self._waiting_for_tray.timeout.connect(self._stay_hidden)
        self._stay_hidden()

    def close(self) -> None:
        """The end of it. May be called twice."""
        self._notifications.take_back()
        self._moving.end()
        if self._tray is not None:
            self._tray.close()
            self._tray = None
        self._bus.close()
        self._system_bus.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            QTimer.singleShot(0, self, self._look_again)
        return super().eventFilter(watched, event)

    # --- the tray ----------------------------------------------------------------------------------------------

    def _stay_hidden(self) -> None:
        if self._tray is None and Tray.available():
            self._settle_at_the_tray()
        self._tries_left -= 1
        if self._tray is not None:
            self._window.closing.resident = True
        elif self._tries_left and not self._window.isVisible():
            self._waiting_for_tray.start()
            return
        elif not self._window.isVisible():
            self._window.showMinimized()
        self._waiting_for_tray.stop()

    def _settle_at_the_tray(self) -> None:
        self._tray = tray = Tray(self)
        tray.show_wanted.connect(lambda: bring_forward(self._window))
        tray.quit_wanted.connect(self._window.closing.quit)
        tray.visibility_chosen.connect(lambda chosen: self._engine.change_settings(visibility=chosen))
        tray.open_wanted.connect(self._engine.open_for_a_while)
        self._tray_notifier = TrayNotifier(tray.icon, self)
        self._tray_notifier.pressed.connect(self._notifications.pressed)
        self._choose_notifier()

    def _way_back(self) -> WayBack:
        if self._tray is not None and Tray.available():
            return WayBack.TRAY
        if self._later is not None and self._later.come_back and sys.platform != "darwin":
            return WayBack.START
        return WayBack.NONE

    def _leave(self) -> None:
        if self._later is not None:
            self._later.leave()
        self.left.emit()

    # --- what is told elsewhere --------------------------------------------------------------------------------

    def _choose_notifier(self) -> None:
        notifier = self._desktop_notifier if self._desktop_notifier.is_there else self._tray_notifier
        self._notifications.speak_through(notifier)

    def _ask_in_the_window(self) -> None:
        """The notifications that put the questions are not there."""
        self._choose_notifier()
        if self._window.holds_questions:
            bring_forward(self._window)

    def _nobody_looks(self) -> bool:
        return self._engine.settings.notifications and not self._in_sight(active=True)

    def _may_hold(self) -> bool:
        """Whether a question can wait for the window, because a notification puts it."""
        wanted = self._engine.settings.notifications
        return wanted and self._notifications.can_ask and not self._in_sight(active=False)

    def _in_sight(self, *, active: bool) -> bool:
        if not self._window.isVisible() or self._window.isMinimized():
            return False
        return QApplication.activeWindow() is not None if active else True

    def _look_again(self) -> None:
        if self._in_sight(active=False):
            self._window.put_held_questions()
        if self._in_sight(active=True):
            self._notifications.take_back()

    def _follow_settings(self) -> None:
        settings = self._engine.settings
        theme.apply(self._app, settings.appearance)
        language.speak(self._app, settings.language)
        if self._tray is not None:
            self._tray.show_visibility(settings.visibility)

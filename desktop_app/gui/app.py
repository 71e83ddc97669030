"""The application around the window: Qt, the engine, and an orderly end."""

import gc
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import APP_ID, APP_NAME, __version__, installation
from desktop_app.engine import Engine
from desktop_app.errors import AppError
from desktop_app.events import Trouble
from desktop_app.gui import autostart, icons, language, placement, plugin_folders, theme
from desktop_app.gui.bridge import Bridge
from desktop_app.gui.guest import Guest
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.mistakes import Mistakes
from desktop_app.gui.single_instance import LaterStarts
from desktop_app.gui.start_failure import StartFailure
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Appearance


def run(profile: Profile, *, port: int | None = None, paths: Sequence[Path] = (), hidden: bool = False) -> int:
    """Open the window and stay until it closes; the exit code. Needs `display_available()`. Raises AppError."""
    app = application()
    later = LaterStarts(app)
    bridge = Bridge()
    engine = Engine(profile, bridge.tell, port=port)
    language.speak(app, engine.settings.language)
    window = MainWindow(engine, autostart=autostart.of_this_system(profile))
    guest = Guest(app, engine, window, later)
    guest.left.connect(app.exit)
    bridge.listen(window.handle)  # before the start, whose first events nobody else would keep
    bridge.listen(guest.handle)
    later.summoned.connect(window.come_forward)
    mistakes = Mistakes(lambda mistake: window.handle(Trouble(mistake)), window)
    ending = _CloseOnSignal(app)
    app.setQuitOnLastWindowClosed(False)  # a hidden window is not the end; the guest knows when that is
    try:
        later.open(profile)
        engine.start()
        placement.restore(window, profile)
        guest.start(hidden=hidden)
        let_the_window_go_first()
        if paths:
            QTimer.singleShot(0, window, lambda: window.offer_to_send(paths))
        return app.exec()
    finally:
        guest.close()
        placement.keep(window, profile)
        later.close()
        engine.shutdown()
        ending.stop()
        mistakes.stop()


def let_the_window_go_first() -> None:
    """Once all is there, which then stays: looking through it again and again would stop the window for 50 ms."""
    gc.freeze()


def refuse(error: AppError) -> None:
    """Say in a window of its own why there is no other."""
    app = application()
    ending = _CloseOnSignal(app)
    try:
        failure = StartFailure(error)
        failure.show()
        app.exec()
    finally:
        ending.stop()


def application(appearance: Appearance = Appearance.SYSTEM) -> QApplication:
    """The one QApplication, named and dressed."""
    existing = QApplication.instance()
    if existing is None and installation.is_packaged():
        plugin_folders.only_our_own()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName(APP_NAME)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APP_ID)
    app.setQuitOnLastWindowClosed(True)
    app.setWindowIcon(icons.application_icon())
    theme.apply(app, appearance)
    language.speak(app)
    return app


class _CloseOnSignal:
    """Ctrl+C and SIGTERM end the event loop, so that peers are told.

    Python runs a handler only between its own instructions; a byte on a socket wakes Qt up for it.
    """

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._reader, self._writer = socket.socketpair()
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        self._before_fd = signal.set_wakeup_fd(self._writer.fileno())
        self._before = {number: signal.signal(number, self._quit) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(self) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_fd)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _woken(self) -> None:
        self._reader.recv(1)

    def _quit(self, _number: int, _frame: FrameType | None) -> None:
        app = self._app  # quit() would ask the window, which asks the person
        QTimer.singleShot(0, app, lambda: app.exit(0))  # once the loop runs: before that, an exit is lost

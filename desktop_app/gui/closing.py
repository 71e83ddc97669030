"""What closing the window means: the end, a question, or only that nobody has to see it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.gui.closing_dialog import ClosingDialog, WayBack
from desktop_app.gui.single_instance import bring_forward
from desktop_app.protocol import limits

LINGER_MS: Final = 10_000
RETURN_MS: Final = int(limits.CONTINUATION_SECONDS * 1000)
"""In which what was interrupted goes on by itself, whoever its device is."""


class Closing(QObject):
    """`way_back` and `resident` are for whoever knows the desktop to say.

    Signals: left(), once: it is over.
    """

    left = Signal()
    linger_ms = LINGER_MS
    return_ms = RETURN_MS

    def __init__(
        self, window: QWidget, running: Callable[[], int], waiting: Callable[[], bool], asking: Callable[[], bool]
    ) -> None:
        """`running`: how many transfers have not ended and do not wait to go on; `waiting`: whether some do; `asking`:
        whether somebody is asked something who does not see the window."""
        super().__init__(window)
        self.way_back: Callable[[], WayBack] = lambda: WayBack.NONE
        self.resident = False  # lives at the tray: closing the window is putting it away
        self._window, self._running = window, running
        self._waiting, self._asking = waiting, asking
        self._dialog: ClosingDialog | None = None
        self._leaving = False
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._end_unseen)

    def closed(self, event: QCloseEvent) -> None:
        """The window was asked to close."""
        if self._leaving:
            event.accept()
        elif self.resident and self.way_back() is WayBack.TRAY:
            event.ignore()
            self._window.hide()
        elif self._running():
            event.ignore()
            self.quit()
        else:
            event.accept()
            self._leaving = True
            self.left.emit()

    def quit(self) -> None:
        """End, after asking about what has not ended."""
        running = self._running()
        if not running:
            self._leave()
        elif self._dialog is None:
            self._ask(running)

    def transfers_changed(self) -> None:
        """An unseen Tallystick that nobody could tell is there ends with its last transfer."""
        unseen = not self._window.isVisible() and self.way_back() is WayBack.START
        if unseen and not self._running():
            self._idle.start(self.return_ms if self._waiting() else self.linger_ms)
        else:
            self._idle.stop()

    def _ask(self, running: int) -> None:
        if not self._window.isVisible() or self._window.isMinimized():
            bring_forward(self._window)
        self._dialog = dialog = ClosingDialog(running, self.way_back(), self._window)
        dialog.accepted.connect(self._leave)
        dialog.background_chosen.connect(self._go_on_unseen)
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None

    def _go_on_unseen(self) -> None:
        self.resident = self.way_back() is WayBack.TRAY
        self._window.hide()
        self.transfers_changed()

    def _end_unseen(self) -> None:
        if self._window.isVisible() or self._running():
            return
        if self._asking():
            self._idle.start(self.linger_ms)
        else:
            self._leave()

    def _leave(self) -> None:
        if not self._leaving:
            self._leaving = True
            self._window.close()
            self.left.emit()

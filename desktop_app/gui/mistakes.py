"""What should not have happened in the window is told there: nobody reads what a window prints."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.errors import Mistake, crashes

_log: Final = logging.getLogger(__name__)


class Mistakes(QObject):
    """Hears what no slot, no handler of an event and no thread has caught. Each is told once: one that is made while
    something is painted is made again and again."""

    _made = Signal(str)

    def __init__(self, tell: Callable[[Mistake], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._made.connect(lambda detail: tell(Mistake(detail=detail)), Qt.ConnectionType.QueuedConnection)
        self._before, self._before_of_threads = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._hear, self._hear_thread

    def stop(self) -> None:
        sys.excepthook, threading.excepthook = self._before, self._before_of_threads

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            self._take(error)
        else:
            self._before(kind, error, trace)

    def _hear_thread(self, ended: threading.ExceptHookArgs) -> None:
        """Those of an engine tell of themselves; the window has some of its own."""
        if isinstance(ended.exc_value, Exception):
            self._take(ended.exc_value)
        else:
            self._before_of_threads(ended)

    def _take(self, error: Exception) -> None:
        if (detail := crashes.told(error)) not in self._told:
            self._told.add(detail)
            crashes.log_crash(_log, "window", error)
            self._made.emit(detail)

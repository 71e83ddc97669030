"""What should not have happened in the window is told there: nobody reads what a window prints."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.errors import Mistake, crashes

_log: Final = logging.getLogger(__name__)


class Mistakes(QObject):
    """Hears what no slot and no handler of an event has caught. Each is told once: one that is made while something is
    painted is made again and again."""

    _made = Signal(str)

    def __init__(self, tell: Callable[[Mistake], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._told: set[str] = set()
        self._made.connect(lambda detail: tell(Mistake(detail=detail)), Qt.ConnectionType.QueuedConnection)
        self._before = sys.excepthook
        sys.excepthook = self._hear

    def stop(self) -> None:
        sys.excepthook = self._before

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            self._before(kind, error, trace)
        elif (detail := crashes.told(error)) not in self._told:
            self._told.add(detail)
            crashes.log_crash(_log, "window", error)
            self._made.emit(detail)

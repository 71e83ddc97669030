"""What the desktop hears while bytes move: not to sleep, and how far it is."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from desktop_app.engine.transfer_facts import goes_on
from desktop_app.events import State, Transfer
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.taskbar import Taskbar
from desktop_app.gui.wakefulness import Wakefulness

PULL_MS: Final = 1000
_MOVING: Final = frozenset({State.MOVING, State.FINISHING})


class Moving(QObject):
    def __init__(self, engine: EngineFace, wakefulness: Wakefulness, taskbar: Taskbar, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._wakefulness, self._taskbar = engine, wakefulness, taskbar
        self._timer = QTimer(self, interval=PULL_MS)
        self._timer.timeout.connect(self.pull)

    def follow(self) -> None:
        """A transfer stands differently."""
        moving = bool(self._now())
        self._wakefulness.stay_awake(moving)
        if not moving:
            self._timer.stop()
            self._taskbar.show_progress(None)
        elif not self._timer.isActive():
            self._timer.start()
            self.pull()

    def pull(self) -> None:
        done = total = 0
        for transfer in self._now():
            progress = self._engine.progress(transfer.id)
            if progress is not None:
                done += progress.bytes_done
                total += progress.bytes_total
        self._taskbar.show_progress(done / total if total else 0.0)

    def end(self) -> None:
        """May be called twice."""
        self._timer.stop()
        self._wakefulness.stay_awake(False)
        self._taskbar.show_progress(None)

    def _now(self) -> list[Transfer]:
        """Also what is about to go on: looking through what is there may take longer than a computer stays awake."""
        moving = (each for each in self._engine.transfers() if each.state in _MOVING)
        return [each for each in moving if each.paused is None or goes_on(each)]

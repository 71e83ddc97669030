"""How long the event loop of a window leaves anybody waiting, and how often the window is painted."""

import sys
import threading
import time
import traceback
from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

_BEAT_MS: Final = 4
_LOOK: Final = 0.005  # seconds between looks of who explains


@dataclass(frozen=True, slots=True)
class Watched:
    """Milliseconds that a beat came too late; `paints`: most in any second; `cpu`: seconds of the processor."""

    seconds: float
    beats: int
    worst: float
    p99: float
    paints: int
    cpu: float

    def __str__(self) -> str:
        return " ".join(f"{name}={value:.2f}" for name, value in asdict(self).items())


class Watch(QObject):
    """A beat every few milliseconds, by a timer of the event loop itself: it is late by what the loop did instead."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._late: list[float] = []
        self._paints: list[float] = []
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        window.installEventFilter(self)

    @property
    def last(self) -> float:
        return self._last

    def begin(self) -> None:
        self._late.clear()
        self._paints.clear()
        self._begun, self._cpu = time.monotonic(), time.process_time()
        self._last = self._begun
        self._timer.start()

    def end(self) -> Watched:
        self._timer.stop()
        late = sorted(self._late) or [0.0]
        return Watched(
            time.monotonic() - self._begun,
            len(late),
            late[-1],
            late[int(len(late) * 0.99)],
            most_in_a_second(self._paints),
            time.process_time() - self._cpu,
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # one for all that is painted at a time
            self._paints.append(time.monotonic())
        return False

    def _beat(self) -> None:
        now = time.monotonic()
        self._late.append(max(0.0, (now - self._last) * 1000 - _BEAT_MS))
        self._last = now


def explain(watch: Watch, over: float) -> None:
    """Write what the event loop does whenever it is late by more than so many milliseconds; for who looks for it."""
    main = threading.main_thread().ident
    assert main is not None

    def look() -> None:
        told = 0.0
        while True:
            time.sleep(_LOOK)
            late = (time.monotonic() - watch.last) * 1000
            if watch.last != told and late > over:
                told = watch.last
                frames = traceback.format_stack(sys._current_frames()[main])[-6:]
                sys.stderr.write(f"--- late by {late:.0f} ms already:\n{''.join(frames)}")

    threading.Thread(target=look, name="explain", daemon=True).start()


def most_in_a_second(times: list[float]) -> int:
    most = first = 0
    for index, at in enumerate(times):
        while times[first] < at - 1.0:
            first += 1
        most = max(most, index - first + 1)
    return most

"""How long the event loop of a window leaves anybody waiting, and how often the window is painted."""

import sys
import threading
import time
import traceback
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

_BEAT_MS: Final = 4
_IDLE: Final = ("threading.py", "selectors.py", "jobs.py", "connection.py", "socket.py", "in select", "<frozen")
_LOOK: Final = 0.005  # seconds between looks of who explains


@dataclass(frozen=True, slots=True)
class Watched:
    """Milliseconds that a beat came too late; `paints`: most in any second; `cpu`: seconds of the processor.

    `own_worst`, `own_p99`: without the time for which others had the processors that this thread could have used.
    """

    seconds: float
    beats: int
    worst: float
    p99: float
    own_worst: float
    own_p99: float
    paints: int
    cpu: float

    def __str__(self) -> str:
        return " ".join(f"{name}={value:.2f}" for name, value in asdict(self).items())


class Watch(QObject):
    """A beat every few milliseconds, by a timer of the event loop itself: it is late by what the loop did instead."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._late: list[float] = []
        self._own: list[float] = []
        self._paints: list[float] = []
        self._timer = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        window.installEventFilter(self)

    @property
    def last(self) -> float:
        return self._last

    def begin(self) -> None:
        self._late.clear()
        self._own.clear()
        self._paints.clear()
        self._begun, self._cpu = time.monotonic(), time.process_time()
        self._last, self._starved = self._begun, _starved()
        self._timer.start()

    def end(self) -> Watched:
        self._timer.stop()
        late, own = sorted(self._late) or [0.0], sorted(self._own) or [0.0]
        return Watched(
            time.monotonic() - self._begun,
            len(late),
            late[-1],
            late[int(len(late) * 0.99)],
            own[-1],
            own[int(len(own) * 0.99)],
            most_in_a_second(self._paints),
            time.process_time() - self._cpu,
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:  # one for all that is painted at a time
            self._paints.append(time.monotonic())
        return False

    def _beat(self) -> None:
        now, starved = time.monotonic(), _starved()
        late = max(0.0, (now - self._last) * 1000 - _BEAT_MS)
        self._late.append(late)
        self._own.append(max(0.0, late - starved + self._starved))
        self._last, self._starved = now, starved


def _starved() -> float:
    """Milliseconds so far for which this thread was ready to run and no processor was free; 0 where the system does not
    tell."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text(encoding="ascii").split()[1]) / 1e6 if told.exists() else 0.0


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
                sys.stderr.write(f"--- late by {late:.0f} ms already:\n{''.join(_what_all_do(main))}")

    threading.Thread(target=look, name="explain", daemon=True).start()


def _what_all_do(main: int) -> list[str]:
    """No frame is held on to: what is painted in it would not end."""
    names = {each.ident: each.name for each in threading.enumerate()}
    told: list[str] = []
    for ident in names:
        if ident is not None and ident != threading.get_ident():
            lines = traceback.format_stack(sys._current_frames()[ident])[-6 if ident == main else -2 :]
            told += [f"{names[ident]}:\n", *(line for line in lines if not any(idle in line for idle in _IDLE))]
    return told


def most_in_a_second(times: list[float]) -> int:
    most = first = 0
    for index, at in enumerate(times):
        while times[first] < at - 1.0:
            first += 1
        most = max(most, index - first + 1)
    return most

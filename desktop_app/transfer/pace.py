"""What a transfer spends its time with on both computers, and so what limits it.

Each side measures how much of the time its thread stood still for its disk and for the line; the rest it computed.
Of two that wait for each other one does not wait, so whoever waits least is what the other waits for.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.events import Limit, State
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Pace
from desktop_app.transfer.status import Status
from desktop_app.transport.waiting import Waiting

_EVERY: Final = 1.0  # seconds between two messages
_MICRO: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class _Shares:
    """Of the time: for the disk, for the line, and for computing; together 1."""

    disk: float
    line: float

    @property
    def computing(self) -> float:
        return 1.0 - self.disk - self.line

    def blended(self, before: "_Shares | None") -> "_Shares":
        """Half of what was before, so that one odd second is not the whole truth."""
        return self if before is None else _Shares((self.disk + before.disk) / 2, (self.line + before.line) / 2)


class Pacer:
    """Of one transfer. The writer calls `tick`, the reader `heard`."""

    def __init__(self, stream: int, disk: Waiting, line: Callable[[], float], *, offered: bool) -> None:
        """`disk`: what its worker waits for it. `line`: seconds that it has waited for the line so far. `offered`: by
        this side."""
        self._stream, self._disk, self._line, self._offered = stream, disk, line, offered
        self._ours: _Shares | None = None
        self._theirs: _Shares | None = None
        self._moved = 0
        self._begin(time.monotonic())

    def tick(self, status: Status, now: float) -> Pace | None:
        """What to tell the other side, about once a second while anything moves; the row learns what limits it."""
        if status.transfer.state is not State.MOVING or status.transfer.paused is not None:
            self._ours = self._theirs = None  # what comes then is looked at afresh
            self._begin(now)
            pace = None
        else:
            pace = self._due(now, status.meter.bytes_done + status.meter.files_done)
        status.meter.limited_by = self._limited_by()
        return pace

    def heard(self, pace: Pace) -> None:
        self._theirs = _shares(pace).blended(self._theirs)

    def _due(self, now: float, moved: int) -> Pace | None:
        span = now - self._since
        if span < _EVERY or moved == self._moved:
            return None
        disk, line = self._disk.seconds - self._disk_before, self._line() - self._line_before
        self._begin(now)
        self._moved = moved
        whole = round(span * _MICRO)
        if whole > limits.PACE_SPAN_MAX:
            return None
        for_disk = min(max(0, round(disk * _MICRO)), whole)
        for_line = min(max(0, round(line * _MICRO)), whole - for_disk)
        pace = Pace(self._stream, self._offered, whole, for_disk, for_line)
        self._ours = _shares(pace).blended(self._ours)
        return pace

    def _limited_by(self) -> Limit | None:
        ours, theirs = self._ours, self._theirs
        if ours is None or theirs is None:
            return None
        shares = {
            Limit.THIS_DISK: ours.disk,
            Limit.THEIR_DISK: theirs.disk,
            Limit.NETWORK: min(ours.line, theirs.line),
            Limit.THIS_COMPUTER: ours.computing,
            Limit.THEIR_COMPUTER: theirs.computing,
        }
        return max(shares, key=lambda limit: shares[limit])

    def _begin(self, now: float) -> None:
        self._since = now
        self._disk_before, self._line_before = self._disk.seconds, self._line()


def _shares(pace: Pace) -> _Shares:
    return _Shares(pace.disk / pace.span, pace.line / pace.span)

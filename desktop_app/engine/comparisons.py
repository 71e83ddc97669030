"""One code on the screen at a time, and a budget of wrong guesses for this whole computer.

An attacker between two computers gets one guess in 10^8 with each comparison. So a failed one is
seen by a person before the next may come in, and there are few in any ten minutes.
Comparisons that the person here starts stay possible. Specification: protocol/README.md, "Budget of guesses".
"""

import threading
from collections import deque
from typing import Final

from desktop_app.events import SessionId
from desktop_app.protocol import limits

_CALLERS_KEPT: Final = 256


class Comparisons:
    """Admits comparisons; safe to use from any thread. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current: SessionId | None = None
        self._reserved_for: str | None = None  # the caller, while its code is promised but not on the screen
        self._lapsed: dict[str, float] = {}  # callers that let a promise lapse, and when they may have another
        self._failures: deque[float] = deque()
        self._notice_due = False

    def begin_outgoing(self, session: SessionId) -> bool:
        """The person here started one. False while another code is on the screen: ask again later."""
        with self._lock:
            if self._current not in {None, session} and self._reserved_for is None:
                return False
            self._current, self._reserved_for = session, None
            return True

    def begin_incoming(self, session: SessionId, caller: str, now: float) -> bool:
        """`caller`, an address, starts one: the screen is kept for it. False while no code may be shown to it."""
        with self._lock:
            if now < self._lapsed.get(caller, now):
                return False
            while self._failures and now - self._failures[0] >= limits.INCOMING_COMPARISONS_SECONDS:
                self._failures.popleft()
            spent = len(self._failures) >= limits.INCOMING_COMPARISONS
            if self._current is not None or self._notice_due or spent:
                return False
            self._current, self._reserved_for = session, caller
            return True

    def show(self, session: SessionId) -> bool:
        """The code goes on the screen now. False where the person here started one meanwhile, which goes first."""
        with self._lock:
            if self._current != session:
                return False
            self._reserved_for = None
            return True

    def end(self, session: SessionId, now: float, *, failed: bool) -> None:
        """The screen is free again, if it was this session's. A failure needs to be dismissed."""
        with self._lock:
            if self._current == session:
                if self._reserved_for is not None:
                    self._remember_lapse(self._reserved_for, now)
                self._current, self._reserved_for = None, None
            if failed:
                self._failures.append(now)
                self._notice_due = True

    def dismiss(self) -> None:
        """The person has seen the red notice."""
        with self._lock:
            self._notice_due = False

    def _remember_lapse(self, caller: str, now: float) -> None:
        """It was promised a code and did not want to see it: whoever does that keeps others away."""
        self._lapsed = {each: until for each, until in self._lapsed.items() if now < until}
        if len(self._lapsed) < _CALLERS_KEPT:
            self._lapsed[caller] = now + limits.LAPSED_SECONDS

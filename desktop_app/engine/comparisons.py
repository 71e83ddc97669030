"""One code on the screen at a time, and a budget of wrong guesses for this whole computer.

An attacker between two computers gets one guess in 10^8 with each comparison. So a failed one is
seen by a person before the next may come in, and there are few in any ten minutes.
Comparisons that the person here starts stay possible. Specification: protocol/README.md, "Budget of guesses".
"""

import threading
from collections import deque

from desktop_app.events import SessionId
from desktop_app.protocol import limits


class Comparisons:
    """Admits comparisons; safe to use from any thread. `now` is monotonic seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._current: SessionId | None = None
        self._failures: deque[float] = deque()
        self._notice_due = False

    def begin_outgoing(self, session: SessionId) -> bool:
        """The person here started one. False while another one has the screen: ask again later."""
        with self._lock:
            if self._current not in {None, session}:
                return False
            self._current = session
            return True

    def begin_incoming(self, session: SessionId, now: float) -> bool:
        """Somebody else started one. False while it may not be shown."""
        with self._lock:
            while self._failures and now - self._failures[0] >= limits.INCOMING_COMPARISONS_SECONDS:
                self._failures.popleft()
            spent = len(self._failures) >= limits.INCOMING_COMPARISONS
            if self._current is not None or self._notice_due or spent:
                return False
            self._current = session
            return True

    def end(self, session: SessionId, now: float, *, failed: bool) -> None:
        """The screen is free again, if it was this session's. A failure needs to be dismissed."""
        with self._lock:
            if self._current == session:
                self._current = None
            if failed:
                self._failures.append(now)
                self._notice_due = True

    def dismiss(self) -> None:
        """The person has seen the red notice."""
        with self._lock:
            self._notice_due = False

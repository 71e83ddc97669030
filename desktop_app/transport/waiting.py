"""How long a thread stood still in certain calls, for finding out what everything else has to wait for."""

import time
from types import TracebackType
from typing import Self


class Waiting:
    """Entered around each such call by one thread at a time; read by any.

    What the thread computes meanwhile does not count: a call that copies a lot is no slow disk and no slow line.
    """

    __slots__ = ("_before", "_computed", "_since")

    def __init__(self) -> None:
        self._before = 0.0
        self._since = 0.0  # monotonic; 0 outside
        self._computed = 0.0

    @property
    def seconds(self) -> float:
        """In all, with the call that lasts still."""
        before, since = self._before, self._since
        return before + time.monotonic() - since if since else before

    def __enter__(self) -> Self:
        self._computed = time.thread_time()
        self._since = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        took, self._since = time.monotonic() - self._since, 0.0
        self._before += max(0.0, took - (time.thread_time() - self._computed))

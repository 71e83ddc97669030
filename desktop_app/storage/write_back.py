"""Early write-back on a thread of its own.

Telling the disk to begin while bytes still arrive leaves little to do for the sync at the end, but the call
blocks for as long as the disk is busy: on the receiving thread it cost 0.3 s a GiB, more than everything else there.
"""

import threading
from collections.abc import Callable
from typing import Final

from desktop_app.protocol import limits
from desktop_app.storage import system_calls

WRITE_BACK: Final = 8 * limits.MIB


class WriteBack:
    """Hints for one file at a time. They are only hints: what is not begun yet when the sync comes, the sync does."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._wanted: tuple[int, int, int] | None = None  # descriptor, from, to
        self._mark: tuple[int, Callable[[OSError | None], None]] | None = None  # descriptor, and whom to tell
        self._busy = False
        self._closed = False

    def begin(self, descriptor: int, start: int, end: int) -> None:
        """Those bytes of an open file may go to the disk now. Hints that still wait for the same file become one."""
        with self._changed:
            if self._wanted is not None and self._wanted[0] == descriptor:
                start = self._wanted[1]
            self._wanted = (descriptor, start, end)
            self._begin()

    def mark(self, descriptor: int, then: Callable[[OSError | None], None]) -> None:
        """Once all that was written to an open file so far is durable, `then` hears of it; or why it is not, which the
        system tells once: no later sync of it says so again."""
        with self._changed:
            self._mark = (descriptor, then)
            self._begin()

    def settle(self) -> None:
        """Forget what waits and let the call that runs return: a descriptor may be closed after this."""
        with self._changed:
            self._wanted = self._mark = None
            while self._busy:
                self._changed.wait()

    def close(self) -> None:
        """End the thread; may be called twice."""
        with self._changed:
            self._closed = True
            self._wanted = self._mark = None
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        """With the lock held."""
        if self._thread is None and not self._closed:
            thread = threading.Thread(target=self._run, name="write-back")
            try:
                thread.start()
            except RuntimeError:  # no more threads: the sync at the end does all of it
                self._wanted = self._mark = None
                return
            self._thread = thread
        self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._busy = False
                self._changed.notify_all()
                while self._wanted is None and self._mark is None and not self._closed:
                    self._changed.wait()
                wanted, mark = self._wanted, self._mark
                if wanted is None and mark is None:
                    return
                self._wanted = self._mark = None
                self._busy = True
            if wanted is not None:
                descriptor, start, end = wanted
                system_calls.start_writing_back(descriptor, start, end - start)
            if mark is not None:
                try:
                    system_calls.sync_data(mark[0])
                except OSError as error:
                    mark[1](error)
                else:
                    mark[1](None)

"""The records of one incoming transfer, one after the other: on the session's reader, as long as that is quick.

The whole session hangs on its reader, so it never waits for a disk to be emptied. What takes long is done on a thread
of the transfer's own; records that come meanwhile wait in their order, packed as on the wire and within a bound. When
nothing waits any more the reader goes on by itself.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable
from typing import Final, Protocol

from desktop_app.errors import AppError, LimitExceeded, LocalProtocolError, NotEnoughSpace, StorageError
from desktop_app.errors.crashes import log_crash
from desktop_app.protocol import limits, messages
from desktop_app.protocol.messages import DATA, Message

_log: Final = logging.getLogger(__name__)
_RETRY: Final = 1.0  # seconds between two tries on a full disk

Record = Message | memoryview  # a control message, or file bytes
Job = Callable[[], "Job | None"]  # the job it returns is to be done next, and takes long


class OutOfRoom(Exception):
    """The disk is full; `again` goes on exactly where it stopped."""

    def __init__(self, error: NotEnoughSpace, again: Job) -> None:
        super().__init__(error)
        self.error, self.again = error, again


class Driver(Protocol):
    """Who knows what the records of a lane mean. On the session's reader, or the lane's own thread."""

    def take(self, record: Record) -> Job | None: ...

    def full(self, error: NotEnoughSpace) -> None:
        """The disk is full, told at every try."""

    def room(self) -> None:
        """It is no longer, and everything that waited is done."""

    def gave_up(self, error: StorageError) -> None:
        """This transfer cannot go on; the session can. The lane is stopped."""

    def failed(self, error: AppError) -> None:
        """The session cannot go on. Only on the lane's own thread; the reader raises it."""


class Backlog:
    """What waits in all lanes of one session."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._size = 0

    def add(self, size: int) -> None:
        """Raises LimitExceeded."""
        with self._lock:
            if self._size + size > limits.HELD_BYTES:
                raise LimitExceeded(detail="bytes for a full disk")
            self._size += size

    def remove(self, size: int) -> None:
        with self._lock:
            self._size -= size


class Lane:
    """`put` is for the session's reader alone, `begin` for whoever answers the offer, `stop` for any thread."""

    def __init__(self, name: str, driver: Driver, backlog: Backlog) -> None:
        self._name, self._driver, self._backlog = name, driver, backlog
        self._changed = threading.Condition()
        self._waiting: deque[bytes | bytearray] = deque()
        self._thread: threading.Thread | None = None
        self._begun: Job | None = None
        self._stopped = False
        self._full = False

    def put(self, record: Record) -> None:
        """Take the next record, now or in its turn. Raises RemoteProtocolError."""
        with self._changed:
            if self._stopped:
                return
            if self._thread is not None:
                packed = _packed(record)
                self._backlog.add(len(packed))
                self._waiting.append(packed)
                return
        try:
            job = self._do(lambda: self._driver.take(record))
        except OutOfRoom as out:
            self._go_aside(out.again, out.error)
        else:
            if job is not None:
                self._go_aside(job, None)

    def begin(self, job: Job) -> None:
        """Something that takes long, before any record, and after what was begun before. It must not lead to `stop` by
        itself."""
        with self._changed:
            if self._thread is not None:
                self._begun = job
            else:
                self._go_aside(job, None)

    def stop(self) -> None:
        """Forget what waits, and wait for what is being done; may be called twice, and by what is being done."""
        with self._changed:
            self._stopped = True
            while self._waiting:
                self._backlog.remove(len(self._waiting.popleft()))
            self._changed.notify_all()
            thread = self._thread
        if thread is not None and thread is not threading.current_thread():
            thread.join()

    def _do(self, job: Job) -> Job | None:
        try:
            return job()
        except StorageError as error:
            self.stop()
            self._driver.gave_up(error)
            return None

    # --- on a thread of its own ----------------------------------------------------------------------

    def _go_aside(self, job: Job, full: NotEnoughSpace | None) -> None:
        with self._changed:
            if self._stopped:
                return
            thread = threading.Thread(target=self._run, args=(job, full), name=self._name)
            thread.start()
            self._thread = thread

    def _run(self, first: Job, full: NotEnoughSpace | None) -> None:
        job: Job | None = first
        try:
            while job is not None:
                if full is not None and not self._wait_for_room(full):
                    return
                try:
                    job, full = self._do(job) or self._next(), None
                except OutOfRoom as out:
                    job, full = out.again, out.error
        except AppError as error:
            self._driver.failed(error)
        except Exception as crash:
            log_crash(_log, "a transfer failed", crash)
            self._driver.failed(LocalProtocolError(detail="transfer"))

    def _wait_for_room(self, full: NotEnoughSpace) -> bool:
        """False where nobody needs it any more."""
        self._full = True
        self._driver.full(full)
        with self._changed:
            self._changed.wait_for(lambda: self._stopped, _RETRY)
            return not self._stopped

    def _next(self) -> Job | None:
        """What waits, or None: then it is the reader's turn again."""
        with self._changed:
            done = not self._waiting
        if done and self._full:
            self._full = False
            self._driver.room()
        with self._changed:
            begun, self._begun = self._begun, None
            if self._stopped or not (begun or self._waiting):
                self._thread = None
                return None
            if begun is not None:
                return begun
            packed = self._waiting.popleft()
        self._backlog.remove(len(packed))
        return lambda: self._driver.take(_unpacked(packed))


def _packed(record: Record) -> bytes | bytearray:
    return messages.encode(record) if isinstance(record, Message) else bytes((DATA,)) + record


def _unpacked(packed: bytes | bytearray) -> Record:
    return memoryview(packed)[1:] if packed[0] == DATA else messages.decode(packed)

"""What a session's writer does next.

Control messages and commands go first, in order; then the open streams send one record each in turn,
so that several transfers share the line fairly and a short one passes a long one. A stream that is held waits.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import Final

from desktop_app.protocol.messages import Message

Command = Callable[[], None]
Pieces = Iterator[Message | int]  # a control message of the stream, or the number of bytes put into the room


class Hold(Enum):
    """Why a stream waits."""

    FULL = auto()  # the disk there is full
    ANSWER = auto()  # the peer looks what it has already
    HERE = auto()  # the person here paused it
    THERE = auto()  # the person there did


class Outbox:
    """Filled by any thread, emptied by the writer."""

    def __init__(self) -> None:
        self._ready: Final = threading.Condition()
        self._urgent: deque[Message | Command] = deque()
        self._streams: deque[tuple[int, Pieces]] = deque()
        self._held: dict[int, set[Hold]] = {}
        self._dropped: list[Pieces] = []
        self._woken = False
        self._closed = False

    @property
    def waiting(self) -> int:
        """Messages and commands that the writer has not come to yet."""
        return len(self._urgent)

    def put(self, *items: Message | Command) -> None:
        """Queue messages to send and commands to run, in order. After `close` they are ignored."""
        with self._ready:
            if not self._closed:
                self._urgent.extend(items)
                self._ready.notify()

    def open_stream(self, number: int, pieces: Pieces) -> None:
        with self._ready:
            if not self._closed:
                self._streams.append((number, pieces))
                self._ready.notify()

    def hold(self, number: int, why: Hold) -> None:
        """Send nothing of that stream until `release`, also where it is opened later."""
        with self._ready:
            self._held.setdefault(number, set()).add(why)

    def release(self, number: int, why: Hold) -> None:
        with self._ready:
            reasons = self._held.get(number, set())
            reasons.discard(why)
            if not reasons:
                self._held.pop(number, None)
                self._ready.notify()

    def drop_stream(self, number: int) -> None:
        """Send nothing more of it. The writer closes what it had open."""
        with self._ready:
            self._held.pop(number, None)
            for stream in list(self._streams):
                if stream[0] == number:
                    self._streams.remove(stream)
                    self._dropped.append(stream[1])
            self._ready.notify()

    def next(self, timeout: float) -> Message | Command | tuple[int, Pieces] | None:
        """The next thing to do, or None after `timeout` seconds. A stream stays queued until it is dropped."""
        with self._ready:
            if not self._urgent and not self._any_stream() and not self._closed and not self._woken:
                self._ready.wait(timeout)
            self._woken = False
            dropped, self._dropped = self._dropped, []
            item: Message | Command | tuple[int, Pieces] | None = None
            if self._urgent:
                item = self._urgent.popleft()
            elif self._any_stream():
                item = self._streams[0]
                self._streams.rotate(-1)
        for pieces in dropped:
            _close(pieces)
        return item

    def next_urgent(self) -> Message | Command | None:
        """The next message or command, if there is one; for whoever stands in while a stream is being read."""
        with self._ready:
            return self._urgent.popleft() if self._urgent else None

    def has(self, number: int) -> bool:
        """Whether that stream is open and was not dropped."""
        with self._ready:
            return any(stream[0] == number for stream in self._streams)

    def wake(self) -> None:
        """Let a waiting `next` return now."""
        with self._ready:
            self._woken = True
            self._ready.notify()

    def close(self) -> None:
        """Take nothing more and forget what waits; only the writer calls it, or whoever outlives it."""
        with self._ready:
            self._closed = True
            for item in self._urgent:
                if isinstance(item, Message):
                    item.wipe()
            self._urgent.clear()
            pieces = [stream for _, stream in self._streams] + self._dropped
            self._streams.clear()
            self._dropped = []
            self._ready.notify()
        for stream in pieces:
            _close(stream)

    def _any_stream(self) -> bool:
        """Whether one may send; then the first of them is at the front."""
        for _ in range(len(self._streams)):
            if self._streams[0][0] not in self._held:
                return True
            self._streams.rotate(-1)
        return False


def _close(pieces: Pieces) -> None:
    """End a generator where it stands, so that the file it reads is closed now and not some time."""
    close = getattr(pieces, "close", None)
    if close is not None:
        close()

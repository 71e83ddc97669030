"""What a session's writer does next.

Control messages and commands go first, in order; then the open streams send one record each in turn,
so that several transfers share the line fairly and a short one passes a long one.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.protocol.messages import Message

Command = Callable[[], None]
Pieces = Iterator[Message | int]  # a control message of the stream, or the number of bytes put into the room


class Outbox:
    """Filled by any thread, emptied by the writer."""

    def __init__(self) -> None:
        self._ready: Final = threading.Condition()
        self._urgent: deque[Message | Command] = deque()
        self._streams: deque[tuple[int, Pieces]] = deque()
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

    def drop_stream(self, number: int) -> None:
        """Send nothing more of it. The writer closes what it had open."""
        with self._ready:
            for stream in list(self._streams):
                if stream[0] == number:
                    self._streams.remove(stream)
                    self._dropped.append(stream[1])
            self._ready.notify()

    def next(self, timeout: float) -> Message | Command | tuple[int, Pieces] | None:
        """The next thing to do, or None after `timeout` seconds. A stream stays queued until it is dropped."""
        with self._ready:
            if not self._urgent and not self._streams and not self._closed and not self._woken:
                self._ready.wait(timeout)
            self._woken = False
            dropped, self._dropped = self._dropped, []
            item: Message | Command | tuple[int, Pieces] | None = None
            if self._urgent:
                item = self._urgent.popleft()
            elif self._streams:
                item = self._streams.popleft()
                self._streams.append(item)
        for pieces in dropped:
            _close(pieces)
        return item

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


def _close(pieces: Pieces) -> None:
    """End a generator where it stands, so that the file it reads is closed now and not some time."""
    close = getattr(pieces, "close", None)
    if close is not None:
        close()

"""Somebody on the wire between two computers: it passes on every frame, or does anything else with it.

A relay knows no key and no message: frames are a length and that many bytes, numbered from 0 in each direction
of a connection. `on` says what happens to one of them; all others pass as they are.
What it does happens on one thread, so its log of a connection has one order.
"""

import selectors
import socket
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, Self

ADDRESS: Final = "127.0.0.9"  # what it dials from: a budget or a ban of an address hits the relay alone
PATIENCE: Final = 15.0
HEADER: Final = 4


class Way(Enum):
    OUT = "from the one who dials"
    BACK = "to the one who dials"

    @property
    def other(self) -> "Way":
        return Way.BACK if self is Way.OUT else Way.OUT


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame as it came, its length included."""

    way: Way
    number: int
    raw: bytes


@dataclass(frozen=True, slots=True)
class Put:
    """Bytes to send on, in either direction."""

    way: Way
    raw: bytes


@dataclass(frozen=True, slots=True)
class Cut:
    """Both connections end here, in order (FIN)."""


Action = Callable[[Frame], Sequence[Put | Cut]]


# --- what can happen to a frame -------------------------------------------------------------------------------------


def forward(frame: Frame) -> list[Put]:
    return [Put(frame.way, frame.raw)]


def drop(_: Frame) -> list[Put]:
    return []


def flip(position: int, mask: int = 1) -> Action:
    """One bit of the byte at this place is the other way round; the length stands at 0 ... 3."""

    def action(frame: Frame) -> list[Put]:
        changed = bytearray(frame.raw)
        changed[position] ^= mask
        return [Put(frame.way, bytes(changed))]

    return action


def replace(raw: bytes) -> Action:
    return lambda frame: [Put(frame.way, raw)]


def inject(raw: bytes) -> Action:
    """These bytes first, then the frame."""
    return lambda frame: [Put(frame.way, raw), *forward(frame)]


def append(raw: bytes) -> Action:
    """The frame first, then these bytes."""
    return lambda frame: [*forward(frame), Put(frame.way, raw)]


def twice(frame: Frame) -> list[Put]:
    return forward(frame) * 2


def reflect(frame: Frame) -> list[Put]:
    """Back to its sender, and nowhere else."""
    return [Put(frame.way.other, frame.raw)]


def reflect_as_well(frame: Frame) -> list[Put]:
    return [*forward(frame), *reflect(frame)]


def truncate(frame: Frame) -> list[Put | Cut]:
    """Half of it, then the end."""
    return [Put(frame.way, frame.raw[: len(frame.raw) // 2]), Cut()]


def cut_before(_: Frame) -> list[Put | Cut]:
    """The end, exactly between two frames."""
    return [Cut()]


def delay(seconds: float) -> Action:
    def action(frame: Frame) -> list[Put]:
        time.sleep(seconds)
        return forward(frame)

    return action


def answer(raw: bytes) -> Action:
    """The frame goes nowhere; its sender gets these bytes instead, and the end."""
    return lambda frame: [Put(frame.way.other, raw), Cut()]


def swap() -> tuple[Action, Action]:
    """For two frames that follow each other: the second passes first."""
    held: list[Frame] = []

    def hold(frame: Frame) -> list[Put]:
        held.append(frame)
        return []

    return hold, lambda frame: [*forward(frame), *forward(held.pop())]


# --- the relay ------------------------------------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Course:
    """One connection through the relay: every frame that came, and every byte that went on, by direction."""

    ends: dict[Way, socket.socket]  # where what goes this way comes from
    taken: dict[Way, list[Frame]] = field(default_factory=lambda: {way: [] for way in Way})
    given: dict[Way, bytearray] = field(default_factory=lambda: {way: bytearray() for way in Way})
    part: dict[Way, bytearray] = field(default_factory=lambda: {way: bytearray() for way in Way})
    finished: set[Way] = field(default_factory=set)  # nothing more comes this way
    over: bool = False

    def passed(self, way: Way, number: int) -> bool:
        """Whether this frame went on, unchanged and behind exactly what stood before it."""
        frames = self.taken[way][: number + 1]
        return len(frames) > number and self.given[way].startswith(b"".join(frame.raw for frame in frames))


class Relay:
    """Listens on `port`, and connects each caller to `target`. Use it as a context."""

    def __init__(self, target: int) -> None:
        self.courses: list[Course] = []
        self._target = target
        self._plan: dict[tuple[Way, int], Action] = {}
        self._every: Action = forward
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port: Final[int] = self._server.getsockname()[1]
        self._wake_in, self._wake_out = socket.socketpair()
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="relay")

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._wake_in.close()
        self._thread.join(PATIENCE)

    @property
    def course(self) -> Course:
        """The only connection, or the newest."""
        return self.courses[-1]

    def on(self, way: Way, number: int, *actions: Action) -> None:
        """What happens to this frame of every connection, and to those that follow it."""
        self._plan.update({(way, number + step): action for step, action in enumerate(actions)})

    def every(self, action: Action) -> None:
        """What happens to all frames that nothing else was said of."""
        self._every = action

    def wait(self, way: Way, count: int) -> None:
        """Until so many frames came this way."""

        def there() -> bool:
            return bool(self.courses) and len(self.course.taken[way]) >= count

        with self._changed:
            assert self._changed.wait_for(there, PATIENCE), f"no {count} frames {way.value}"

    # --- on its thread ------------------------------------------------------------------------------------

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector, self._server, self._wake_out:
            selector.register(self._wake_out, selectors.EVENT_READ)
            selector.register(self._server, selectors.EVENT_READ)
            running = True
            while running:
                for key, _ in selector.select():
                    if key.fileobj is self._wake_out:
                        running = False
                    elif key.fileobj is self._server:
                        self._accept(selector)
                    elif not key.data[0].over:
                        self._read(selector, *key.data)
            for course in self.courses:
                self._end(selector, course)

    def _accept(self, selector: selectors.BaseSelector) -> None:
        caller, _ = self._server.accept()
        try:
            called = socket.create_connection(("127.0.0.1", self._target), PATIENCE, (ADDRESS, 0))
        except OSError:
            caller.close()
            return
        course = Course({Way.OUT: caller, Way.BACK: called})
        for way, end in course.ends.items():
            end.settimeout(PATIENCE)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            selector.register(end, selectors.EVENT_READ, (course, way))
        with self._changed:
            self.courses.append(course)
            self._changed.notify_all()

    def _read(self, selector: selectors.BaseSelector, course: Course, way: Way) -> None:
        try:
            received = course.ends[way].recv(1 << 20)
        except OSError:
            self._end(selector, course)
            return
        part = course.part[way]
        part += received
        while not course.over and len(part) >= HEADER:
            size = HEADER + int.from_bytes(part[:HEADER], "big")
            if len(part) < size:
                break
            raw = bytes(part[:size])
            del part[:size]
            self._take(selector, course, way, raw)
        if not received and not course.over:
            self._put(course, Put(way, bytes(part)))
            self._finish(selector, course, way)

    def _take(self, selector: selectors.BaseSelector, course: Course, way: Way, raw: bytes) -> None:
        frame = Frame(way, len(course.taken[way]), raw)
        course.taken[way].append(frame)
        for step in self._plan.get((way, frame.number), self._every)(frame):
            match step:
                case Put():
                    self._put(course, step)
                case Cut():
                    self._end(selector, course)
        with self._changed:
            self._changed.notify_all()

    def _put(self, course: Course, put: Put) -> None:
        course.given[put.way] += put.raw
        with suppress(OSError):
            course.ends[put.way.other].sendall(put.raw)

    def _finish(self, selector: selectors.BaseSelector, course: Course, way: Way) -> None:
        """One direction is over; the other may go on."""
        course.finished.add(way)
        if course.finished == set(Way):
            self._end(selector, course)
            return
        selector.unregister(course.ends[way])
        with suppress(OSError):
            course.ends[way.other].shutdown(socket.SHUT_WR)

    def _end(self, selector: selectors.BaseSelector, course: Course) -> None:
        if course.over:
            return
        course.over = True
        for end in course.ends.values():
            with suppress(KeyError):  # finished already
                selector.unregister(end)
            with suppress(OSError):
                end.shutdown(socket.SHUT_WR)
            end.close()

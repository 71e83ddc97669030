"""Two running Tallysticks that remember each other, and what one sends to the other."""

import json
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.benchmarks.processes import Failure, Process

MODULE = "tests.benchmarks.device"


@dataclass(frozen=True, slots=True)
class Delivery:
    """Seconds; peaks in bytes above what the side took when idle."""

    whole: float  # from the call to `delivered` at the caller: connect, prove, agree, deliver
    first: float  # from the accepted offer to the first byte or file
    moving: float  # from the accepted offer to `delivered`
    sender_peak: int
    receiver_peak: int


class Pair:
    def __init__(self, caller: Process, called: Process) -> None:
        self._caller, self._called = caller, called
        self._port = expect(called, "listening")["port"]
        expect(caller, "listening")
        tell(caller, do="pair", port=self._port)
        for each in (caller, called):
            expect(each, "remembered")
        self._end()
        self._idle = caller.memory(), called.memory()

    def deliver(self, path: Path) -> Delivery:
        """Send it over a session of its own. Raises Failure."""
        for each in (self._caller, self._called):
            each.forget_peak()
        tell(self._caller, do="send", path=str(path), port=self._port)
        called = expect(self._caller, "called")["at"]
        delivered = expect(self._caller, "delivered")["at"]
        accepted = expect(self._called, "accepted")["at"]
        first = expect(self._called, "first")["at"]
        expect(self._called, "delivered")
        peaks = [each.peak() - idle for each, idle in zip((self._caller, self._called), self._idle, strict=True)]
        self._end()
        return Delivery(delivered - called, max(0.0, first - accepted), delivered - accepted, *peaks)

    def _end(self) -> None:
        tell(self._caller, do="end")
        for each in (self._caller, self._called):
            expect(each, "over")


@contextmanager
def running_pair(into: Path) -> Iterator[Pair]:
    """What is received goes into the folder `into`."""
    with ExitStack() as stack:
        profiles = stack.enter_context(tempfile.TemporaryDirectory())
        called = stack.enter_context(Process(MODULE, Path(profiles, "called"), into))
        caller = stack.enter_context(Process(MODULE, Path(profiles, "caller"), into))
        yield Pair(caller, called)


def tell(process: Process, **command: object) -> None:
    process.say(json.dumps(command))


def expect(process: Process, event: str) -> dict[str, Any]:
    while True:
        told: dict[str, Any] = json.loads(process.line())
        if told["event"] == event:
            return told
        if told.get("error"):
            raise Failure(f"{process.name}: {told['error']}")

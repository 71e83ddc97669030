"""What it costs to know whether a hundred devices are still there."""

import time

from tests.benchmarks.processes import Process
from tests.benchmarks.row import Row

DEVICES = 100
SHARE = 1.0  # per cent of a core
_SETTLED = 12.0  # seconds in which everybody was asked for the first time


def measure(seconds: float) -> list[Row]:
    """The other computers are a process of their own, and not counted. Raises Failure."""
    with Process("tests.benchmarks.watched", "answer") as others:
        port = others.line()
        with Process("tests.benchmarks.watched", "watch", port, str(DEVICES)) as watcher:
            watcher.line()
            time.sleep(_SETTLED)
            asked, before, begun = _asked(watcher), watcher.cpu(), time.monotonic()
            time.sleep(seconds)
            share = (watcher.cpu() - before) / (time.monotonic() - begun) * 100
            asked = _asked(watcher) - asked
    name = f"{DEVICES} devices nearby, {asked} probes in {seconds:.0f} s: share of a core"
    return [Row(name, "", f"{share:.2f} %", share, " %", SHARE)]


def _asked(watcher: Process) -> int:
    watcher.say("how many")
    return int(watcher.line())

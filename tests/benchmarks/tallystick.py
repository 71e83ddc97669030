"""Tallystick itself, through its command line: from the accepted offer to the sender's `delivered`."""

import json
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks import material
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Failure, Process

MODULE = "desktop_app"
LOOK = 0.02  # seconds between two looks at how much was written: looking takes time from a machine with few cores


def measure(source: Path, into: Path) -> Measurement:
    """Sends the folder `source` into the folder `into`. Raises Failure."""
    total = material.size(source)
    with tempfile.TemporaryDirectory() as profiles:
        receive = ("receive", "--json", "--once", "--into", into, "--profile", Path(profiles, "receiver"))
        with Process(MODULE, *receive) as receiver:
            address = f"127.0.0.1:{_expect(receiver, 'listening')['port']}"
            send = ("send", "--json", source, "--to", address, "--profile", Path(profiles, "sender"))
            with Process(MODULE, *send) as sender:
                if _expect(sender, "code")["digits"] != _expect(receiver, "code")["digits"]:
                    raise Failure("the codes differ")
                sender.say('"match"')
                receiver.say('"match"')
                _expect(receiver, "offer")
                material.warm_memory(into.parent, total)
                return _watch(sender, receiver, total)


def _watch(sender: Process, receiver: Process, total: int) -> Measurement:
    cpu = sender.cpu(), receiver.cpu()
    whole = receiver.written() + total
    start = time.perf_counter()
    receiver.say('"accept"')
    while receiver.written() < whole and receiver.running():
        time.sleep(LOOK)
    sent = time.perf_counter() - start
    _expect(sender, "delivered")
    delivered = time.perf_counter() - start
    return Measurement(sent, delivered, sender.cpu() - cpu[0], receiver.cpu() - cpu[1])


def _expect(process: Process, event: str) -> dict[str, Any]:
    while True:
        told: dict[str, Any] = json.loads(process.line())
        if told["event"] == event:
            return told
        if told["event"] in {"failed", "error"}:
            raise Failure(f"{process.name}: {told['message']}")

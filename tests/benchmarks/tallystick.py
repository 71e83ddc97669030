"""Tallystick itself, through its command line: from the accepted offer to the sender's `delivered`."""

import json
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.benchmarks import material
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Failure, Process

COMMAND = ("desktop_app",)
LOOK = 0.005  # seconds between two looks at how much was written: looking takes time from a machine with few cores


def measure(source: Path, into: Path) -> Measurement:
    """Sends the folder `source` into the folder `into`. Raises Failure."""
    with ExitStack() as stack:
        sender, receiver = offered(stack, COMMAND, source, into)
        total = material.size(source)
        material.warm_memory(into.parent, 4 * total)
        return watch(sender, receiver, total)


def offered(stack: ExitStack, command: Sequence[str], source: Path, into: Path) -> tuple[Process, Process]:
    """A sender and a receiver that have compared codes; the offer waits for an answer. `command`: a module, options."""
    profiles = stack.enter_context(tempfile.TemporaryDirectory())
    receive = ("receive", "--json", "--once", "--into", into, "--profile", Path(profiles, "receiver"))
    receiver = stack.enter_context(Process(*command, *receive))
    address = f"127.0.0.1:{expect(receiver, 'listening')['port']}"
    send = ("send", "--json", source, "--to", address, "--profile", Path(profiles, "sender"))
    sender = stack.enter_context(Process(*command, *send))
    if expect(sender, "code")["digits"] != expect(receiver, "code")["digits"]:
        raise Failure("the codes differ")
    sender.say('"match"')
    receiver.say('"match"')
    expect(receiver, "offer")
    return sender, receiver


def watch(sender: Process, receiver: Process, total: int) -> Measurement:
    """Accepts the offer of `total` bytes and waits until it is delivered. Raises Failure."""
    cpu = sender.cpu(), receiver.cpu()
    whole = receiver.written() + total
    start = time.perf_counter()
    receiver.say('"accept"')
    while receiver.written() < whole and receiver.running():
        time.sleep(LOOK)
    sent = time.perf_counter() - start
    expect(sender, "delivered")
    delivered = time.perf_counter() - start
    return Measurement(sent, delivered, sender.cpu() - cpu[0], receiver.cpu() - cpu[1])


def expect(process: Process, event: str) -> dict[str, Any]:
    """The next such event. Raises Failure for bad news; that there is no network is none on the loopback."""
    while True:
        told: dict[str, Any] = json.loads(process.line())
        if told["event"] == event:
            return told
        if told["event"] in {"failed", "error"} and told["code"] != "no-network":
            raise Failure(f"{process.name}: {told['message']}")

"""What a session costs before anything is sent: processor time, and the time until both sides have a code."""

import itertools
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, respond
from tests.benchmarks.processes import Failure, Process
from tests.protocol.renewal_sides import DUE, renew_wholly, verified_sides
from tests.support.session_pair import SessionPair

MODULE = "tests.benchmarks.caller"


def print_all(rounds: int) -> None:
    """Raises Failure."""
    print(f"\na session, medians of {rounds}, load {os.getloadavg()[0]:.1f}", flush=True)
    print(f"{'handshake, both sides':32}{_cpu(_handshake, rounds) * 1e3:8.2f} ms of CPU")
    print(f"{'all up to the code, both sides':32}{_cpu(_up_to_the_code, rounds) * 1e3:8.2f} ms of CPU")
    print(f"{'fresh keys, both sides':32}{_cpu(_renewals(), rounds) * 1e3:8.2f} ms of CPU", flush=True)
    first, *times = (seconds * 1e3 for seconds in _connect_to_code(rounds))
    slowest = f"slowest {max(times):.1f}, the first {first:.1f}"
    print(f"{'connect to code on both sides':32}{median(times):8.2f} ms, {slowest}", flush=True)


def _cpu(work: Callable[[], object], rounds: int) -> float:
    """Processor time of one round, all threads of this process."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)


def _handshake() -> None:
    initiator = InitiatorHandshake(LiveKeys())
    answer, _ = respond(initiator.first_frame, LiveKeys())
    initiator.finish(answer)


def _up_to_the_code() -> None:
    """With HELLO, PROOFS, promise and opening, each encoded and decoded."""
    SessionPair().compare()


def _renewals() -> Callable[[], None]:
    """One session, renewed at each call."""
    sides, times = verified_sides(), itertools.count(1)
    return lambda: renew_wholly(sides, DUE * next(times))


def _connect_to_code(rounds: int) -> list[float]:
    """Seconds from the call to the later of the two codes, between two processes; the first is one round more."""
    with ExitStack() as stack:
        profiles = stack.enter_context(tempfile.TemporaryDirectory())
        called = stack.enter_context(Process(MODULE, Path(profiles, "called")))
        caller = stack.enter_context(Process(MODULE, Path(profiles, "caller"), called.line()))
        caller.line()
        return [_one_code(caller, called) for _ in range(rounds + 1)]


def _one_code(caller: Process, called: Process) -> float:
    for each in (called, caller):
        each.say("go")
    start = float(caller.line())
    shown = max(float(each.line()) for each in (caller, called))
    for each in (caller, called):
        if (said := each.line()) != "over":
            raise Failure(f"{each.name}: {said}")
    return shown - start

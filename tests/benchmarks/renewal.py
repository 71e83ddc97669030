"""What fresh keys every second cost: a long transfer with and without them in turn, through the command line."""

import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks import material, tallystick
from tests.benchmarks.processes import Failure

MODULE = "tests.benchmarks.often_renewed"
EVERY = 1.0  # seconds
NEVER = 3600.0


@dataclass(frozen=True, slots=True)
class Run:
    seconds: float  # from the accepted offer to `delivered`
    cpu: float  # seconds of both sides
    renewals: int


def compare(folder: Path, mebibytes: int, pairs: int) -> None:
    """Prints the speeds of both, the ratio of each pair and the medians. Raises Failure."""
    with tempfile.TemporaryDirectory(prefix="benchmark ", dir=folder) as name:
        root = Path(name)
        source = material.hollow_file(root / "long", mebibytes)
        print(f"\nfresh keys every {EVERY:.0f} s: {mebibytes} MiB that go nowhere, {pairs} pairs", flush=True)
        measure(source, root, EVERY)
        without: list[Run] = []
        fresh: list[Run] = []
        for pair in range(pairs):
            for every in (EVERY, NEVER) if pair % 2 else (NEVER, EVERY):
                (without if every == NEVER else fresh).append(measure(source, root, every))
            print(_line(mebibytes, without[-1:], fresh[-1:]), f"{fresh[-1].renewals} times", flush=True)
        print(_line(mebibytes, without, fresh), f"medians, load {os.getloadavg()[0]:.1f}", flush=True)


def _line(mebibytes: int, without: Sequence[Run], fresh: Sequence[Run]) -> str:
    """Speeds, their ratio, and that of the processor time, which a busy machine disturbs less."""
    total = mebibytes * material.MIB / 1e6
    slow, fast = (total / median(run.seconds for run in runs) for runs in (fresh, without))
    speed = median(one.seconds / other.seconds for one, other in zip(without, fresh, strict=True))
    cpu = median(one.cpu / other.cpu for one, other in zip(fresh, without, strict=True))
    return f"{fast:8.1f} MB/s without{slow:8.1f} MB/s with: speed {speed:.3f}, CPU {cpu:.3f};"


def measure(source: Path, root: Path, every: float) -> Run:
    """Sends `source` once. Raises Failure where keys were renewed and should not have been, or the other way round."""
    into = root / "into"
    into.mkdir()
    with ExitStack() as stack:
        sender, receiver = tallystick.offered(stack, (MODULE, str(every)), source, into)
        before = sender.cpu() + receiver.cpu()
        start = time.perf_counter()
        receiver.say('"accept"')
        tallystick.expect(sender, "delivered")
        seconds = time.perf_counter() - start
        cpu = sender.cpu() + receiver.cpu() - before
        renewals = max(int(tallystick.expect(each, "renewals")["count"]) for each in (sender, receiver))
    if (renewals > 0) is not (every < seconds):
        raise Failure(f"{renewals} renewals in {seconds:.1f} s")
    shutil.rmtree(into)
    return Run(seconds, cpu, renewals)

"""What fresh keys every second cost: a long transfer with and without them in turn, through the command line."""

import os
import shutil
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.benchmarks import material, tallystick
from tests.benchmarks.processes import Failure

MODULE = "tests.benchmarks.often_renewed"
EVERY = 1.0  # seconds
NEVER = 3600.0


def compare(folder: Path, mebibytes: int, pairs: int) -> None:
    """Prints the speeds of both and the ratio of each pair. Raises Failure."""
    with tempfile.TemporaryDirectory(prefix="benchmark ", dir=folder) as name:
        root = Path(name)
        source = material.hollow_file(root / "long", mebibytes)
        total = mebibytes * material.MIB
        print(f"\nfresh keys every {EVERY:.0f} s: {mebibytes} MiB that go nowhere, {pairs} pairs", flush=True)
        _run(source, root, EVERY)
        ratios: list[float] = []
        speeds: dict[float, list[float]] = {NEVER: [], EVERY: []}
        for pair in range(pairs):
            renewals = 0
            for every in (EVERY, NEVER) if pair % 2 else (NEVER, EVERY):
                seconds, count = _run(source, root, every)
                speeds[every].append(total / seconds)
                renewals += count
            ratios.append(speeds[EVERY][-1] / speeds[NEVER][-1])
            without, fresh = (speeds[every][-1] / 1e6 for every in (NEVER, EVERY))
            print(f"{without:10.1f} MB/s without{fresh:10.1f} MB/s with {renewals}{ratios[-1]:>10.3f}", flush=True)
        without, fresh = (median(speeds[every]) / 1e6 for every in (NEVER, EVERY))
        load = os.getloadavg()[0]
        print(
            f"medians: {without:.1f} MB/s without, {fresh:.1f} MB/s with, ratio {median(ratios):.3f}, load {load:.1f}"
        )


def _run(source: Path, root: Path, every: float) -> tuple[float, int]:
    """Seconds from the accepted offer to `delivered`, and how often keys were renewed."""
    into = root / "into"
    into.mkdir()
    with ExitStack() as stack:
        sender, receiver = tallystick.offered(stack, (MODULE, str(every)), source, into)
        start = time.perf_counter()
        receiver.say('"accept"')
        tallystick.expect(sender, "delivered")
        seconds = time.perf_counter() - start
        renewals = max(int(tallystick.expect(each, "renewals")["count"]) for each in (sender, receiver))
    if (renewals > 0) is not (every < seconds):
        raise Failure(f"{renewals} renewals in {seconds:.1f} s")
    shutil.rmtree(into)
    return seconds, renewals

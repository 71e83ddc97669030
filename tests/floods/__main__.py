"""`python -m tests.floods`: each kind of flood for half a minute. Needs root, for namespaces.

Exit code 1 where a target is missed: a verified session keeps 0.8 of its throughput, a newcomer is let in within 3 s,
calls of one's own always work, and threads, descriptors and memory stay within bounds.
"""

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

from desktop_app.protocol import limits
from tests.floods.floods import KINDS, Result, Scene
from tests.support import disks
from tests.support.namespaces import Lan

KEPT: Final = 0.8
NEWCOMER: Final = 3.0
THREADS: Final = 2 * limits.UNVERIFIED_TOTAL + 8
DESCRIPTORS: Final = limits.WAITING_TOTAL + 4 * limits.UNVERIFIED_TOTAL + 16
KIB: Final = 32 << 10


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.floods", description=__doc__)
    parser.add_argument("--seconds", type=float, default=30.0, help="of each flood")
    parser.add_argument("--only", nargs="*", default=[], help="kinds whose names begin so")
    parser.add_argument("--no-speed", action="store_true", help="without the transfer beside it")
    options = parser.parse_args(arguments)
    disks.leave_the_mounts_of_others()
    missed: list[str] = []
    with tempfile.TemporaryDirectory(prefix="floods ") as folder, Lan(hosts=4) as lan:
        scene = Scene(Path(folder), lan)
        try:
            scene.prepare()
            for kind in KINDS:
                if not options.only or kind.name.startswith(tuple(options.only)):
                    missed += tell(scene.measure(kind, options.seconds, speed=not options.no_speed))
        finally:
            for computer in scene.computers:
                computer.kill()
                disks.unmount(computer.received)
    print(f"{len(missed)} missed")
    return 1 if missed else 0


def tell(result: Result) -> list[str]:
    """Print it; what was missed."""
    before, worst = result.before, result.worst
    assert before is not None
    assert worst is not None
    speed = "not measured"
    if result.pairs:
        under, beside = (statistics.median(spell.rate for spell in each) for each in zip(*result.pairs, strict=True))
        low, median, high = result.kept
        speed = f"{under / 1e6:,.0f} MB/s and {beside / 1e6:,.0f} beside, keeps {median:.2f} ({low:.2f} to {high:.2f})"
        speed += f", others use {result.others:.1f} cores"
    threads, descriptors = worst.threads - before.threads, worst.descriptors - before.descriptors
    print(
        f"{result.kind.name}: {result.per_second:,.0f} a second ({result.taken:.0%} taken), {result.cores:.2f} cores; "
        f"session {speed}; "
        f"newcomer {len(result.newcomer)} times, worst {max(result.newcomer):.2f} s; "
        f"outgoing {len(result.outgoing)} times, worst {max(result.outgoing):.2f} s; "
        f"threads +{threads}, descriptors +{descriptors}, memory +{(worst.kib - before.kib) / 1024:.1f} MiB",
        flush=True,
    )
    targets = {
        "throughput": not result.pairs or result.kept[1] >= KEPT,
        "newcomer": max(result.newcomer) <= NEWCOMER,
        "outgoing": max(result.outgoing) < float("inf"),
        "threads": threads <= THREADS,
        "descriptors": descriptors <= DESCRIPTORS,
        "memory": worst.kib - before.kib <= KIB,
    }
    missed = [f"{result.kind.name}: {name}" for name, met in targets.items() if not met]
    for each in missed:
        print(f"  MISSED {each}")
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`python -m tests.soak`: two hours, or `--minutes`. Needs root, for namespaces and a small disk on either side.

Exit code 1 where something was found. SIGTERM ends it after this round.
"""

import argparse
import random
import signal
import sys
import tempfile
from pathlib import Path

from tests.soak.drive import Soak, print_report
from tests.soak.running import RunningTime
from tests.support import disks
from tests.support.namespaces import Lan


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0, help="how long; 10 for the nightly run")
    parser.add_argument("--seed", type=int, default=None, help="the same things in the same order as with this one")
    parser.add_argument("--deadly", type=float, default=0.5, help="the part in which processes are killed")
    options = parser.parse_args(arguments)
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    print(f"seed {seed}, {options.minutes:g} min", flush=True)
    disks.leave_the_mounts_of_others()
    clock = RunningTime()
    with tempfile.TemporaryDirectory(prefix="soak ") as folder, Lan(hosts=2) as lan:
        soak = Soak(Path(folder), lan, seed, clock)
        signal.signal(signal.SIGTERM, lambda *_: setattr(soak, "over", True))
        try:
            soak.run(options.minutes * 60, options.deadly)
        finally:
            for computer in soak.computers:
                computer.kill()
            for computer in soak.computers:
                disks.unmount(computer.received)
            clock.stop()
            print_report(soak.report, clock.seconds)
    return 1 if soak.report.findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Tallystick and a plain TCP copy in turn on the same files, then what sessions and fresh keys cost.

`python -m tests.benchmarks --help`
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import cost, material, plain_tcp, renewal, tallystick
from tests.benchmarks.measurement import Measurement, machine
from tests.benchmarks.processes import Failure

CONTENDERS: dict[str, Callable[[Path, Path], Measurement]] = {
    "plain TCP": plain_tcp.measure,
    "Tallystick": tallystick.measure,
}
AMOUNTS = {"runs": (5, 2), "size": (1024, 128), "files": (10_000, 1_000), "sessions": (200, 20), "long": (8192, 4096)}


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="benchmark ", dir=options.dir) as folder:
        root = Path(folder)
        print(machine(root))
        try:
            if options.only in {None, "copy"}:
                one, many = f"one file of {options.size} MiB", f"{options.files} files of 4 KiB"
                _compare(one, material.one_file(root / "one", options.size), options.runs)
                _compare(many, material.many_files(root / "many", options.files), options.runs)
            if options.only in {None, "session"}:
                cost.print_all(options.sessions)
            if options.only in {None, "renewal"}:
                renewal.compare(root, options.long, options.runs)
        except Failure as failure:
            print(failure, file=sys.stderr)
            return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=("copy", "session", "renewal"), help="one part of it")
    parser.add_argument("--runs", type=int, help="runs or pairs of each, after one that does not count (default 5)")
    parser.add_argument("--size", type=int, help="of the one large file, in MiB (default 1024)")
    parser.add_argument("--files", type=int, help="how many small files (default 10,000)")
    parser.add_argument("--sessions", type=int, help="how many (default 200)")
    parser.add_argument("--long", type=int, help="of the file during which keys are renewed, in MiB (default 8192)")
    parser.add_argument("--dir", type=Path, help="where the data goes (default: the temporary folder)")
    parser.add_argument("--quick", action="store_true", help="2 runs and little data, where not given otherwise")
    options = parser.parse_args()
    for name, (usual, quick) in AMOUNTS.items():
        if getattr(options, name) is None:
            setattr(options, name, quick if options.quick else usual)
    return options


def _compare(title: str, source: Path, runs: int) -> None:
    total = material.size(source)
    print(f"\n{title}: {total / material.MIB:.0f} MiB, medians of {runs}", flush=True)
    results = _measure(source, runs)
    print(f"{'':12}{'to the last byte':>24}{'to delivered':>24}{'CPU s/GiB: sender':>22}{'receiver':>10}")
    for name, result in results.items():
        cpu = [seconds * 2**30 / total for seconds in (result.cpu_sender, result.cpu_receiver)]
        print(
            f"{name:12}{_speed(result.sent, total):>24}{_speed(result.delivered, total):>24}"
            f"{cpu[0]:>22.2f}{cpu[1]:>10.2f}"
        )
    plain, ours = results.values()
    print(f"{'ratio':12}{ours.sent / plain.sent:>24.2f}{ours.delivered / plain.delivered:>24.2f}", flush=True)


def _speed(seconds: float, total: int) -> str:
    return f"{seconds:.3f} s {total / 1e6 / seconds:7.1f} MB/s"


def _measure(source: Path, runs: int) -> dict[str, Measurement]:
    """Each contender in turn, the order changed every time so that nobody always finds the warmer disk."""
    results: dict[str, list[Measurement]] = {name: [] for name in CONTENDERS}
    copies = []
    for run in range(runs + 1):
        order = list(CONTENDERS.items())
        for name, measure in order if run % 2 else reversed(order):
            into = source.parent / f"{name} {source.name} {run}"
            into.mkdir()
            copies.append(into)
            os.sync()
            result = measure(source, into)
            if run:
                results[name].append(result)
            elif not material.same(source, into / source.name):
                raise Failure(f"{name}: the copy differs")
            _forget_bytes(into)
    # Not sooner: ext4 searches past inodes that were freed within minutes, which makes new files up to 20 times slower.
    for copy in copies:
        shutil.rmtree(copy)
    shutil.rmtree(source)
    return {name: Measurement.median(each) for name, each in results.items()}


def _forget_bytes(copy: Path) -> None:
    """Frees the room of large files at once; several copies of them may not fit."""
    for path in copy.rglob("*.bin"):
        if path.stat().st_size > material.MIB:
            path.unlink()


if __name__ == "__main__":
    sys.exit(main())

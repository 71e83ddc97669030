"""Every figure that Tallystick is held to; speed as a ratio against plain TCP copies in the same run.

`python -m tests.benchmarks --help`
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.benchmarks import contenders, copies, cost, footprint, material, multitude, renewal, short, smooth, watching
from tests.benchmarks.measurement import machine
from tests.benchmarks.processes import Failure
from tests.benchmarks.row import Row, print_table

PARTS = ("A", "B", "short", "memory", "many", "session", "renewal", "watching", "window")
AMOUNTS: dict[str, tuple[object, object]] = {
    "runs": (5, 2),
    "size": (1024, 128),
    "files": (10_000, 1_000),
    "many": (1_000_000, 20_000),
    "hollow": (1024, 128),
    "sessions": (200, 20),
    "long": (8192, 4096),
    "seconds": (60, 20),
    "shown": (100_000, 1_000),
    "moving": ([100_000], [1_000]),
    "stir": (20, 3),
}
SHOWN = 10_000
WRITTEN_A, DELIVERED_A = 1.10, 1.40
WRITTEN_B, DELIVERED_B = 1.5, 2.5


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmark ", dir=options.dir) as folder:
        root = Path(folder)
        print(machine(root), flush=True)
        rows: list[Row] = []
        try:
            for part in options.only or PARTS:
                rows += _measure(part, root, options)
        except Failure as failure:
            print(failure, file=sys.stderr)
            return 1
        if rows:
            print_table(rows)
    return 0


def _measure(part: str, root: Path, options: argparse.Namespace) -> Iterator[Row]:
    """Raises Failure."""
    large, small = partial(material.one_file, mebibytes=options.size), partial(material.many_files, count=options.files)
    match part:
        case "A":
            others = _chosen(options.contenders, one_file=True)
            title = f"A: one file of {options.size} MiB"
            yield from copies.compare(title, large(root / "one"), options.runs, (WRITTEN_A, DELIVERED_A), others)
        case "B":
            others = _chosen(options.contenders, one_file=False)
            title = f"B: {options.files:,} files of 4 KiB"
            yield from copies.compare(title, small(root / "many"), options.runs, (WRITTEN_B, DELIVERED_B), others)
        case "short":
            yield from short.measure(root, options.runs)
        case "memory":
            hollow = partial(material.hollow_file, mebibytes=options.hollow)
            title = f"a hollow file of {options.hollow} MiB"
            yield from footprint.measure(root, {"A": large, "B": small, title: hollow})
        case "many":
            yield from multitude.measure(root, options.many, min(options.many, multitude.FEW))
        case "session":
            cost.print_all(options.sessions)
        case "watching":
            yield from watching.measure(options.seconds)
        case "renewal":
            renewal.compare(root, options.long, options.runs)
        case "window":
            rows = sorted({min(options.shown, SHOWN), options.shown})
            yield from smooth.measure(root, rows, options.moving, options.stir, options.runs, options.explain)


def _chosen(names: list[str] | None, *, one_file: bool) -> dict[str, copies.Contender]:
    """None for none, no names for all that are installed here."""
    if names is None:
        return {}
    found = contenders.available(one_file=one_file)
    return {name: each for name, each in found.items() if name in names or not names}


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", choices=PARTS, nargs="+", help="some parts of it")
    parser.add_argument("--contenders", nargs="*", metavar="NAME", help="copy also with these, or whatever is here")
    parser.add_argument("--runs", type=int, help="runs or pairs of each, after one that does not count (default 5)")
    parser.add_argument("--size", type=int, help="of the one large file, in MiB (default 1024)")
    parser.add_argument("--files", type=int, help="how many small files (default 10,000)")
    parser.add_argument("--many", type=int, help="how many empty files (default 1,000,000)")
    parser.add_argument("--hollow", type=int, help="of the file of zeros, in MiB, all written there (default 1024)")
    parser.add_argument("--sessions", type=int, help="how many (default 200)")
    parser.add_argument("--long", type=int, help="of the file during which keys are renewed, in MiB (default 8192)")
    parser.add_argument("--seconds", type=int, help="for which 100 devices are watched (default 60)")
    parser.add_argument("--shown", type=int, help="earlier transfers in a window (default 100,000)")
    parser.add_argument(
        "--moving",
        type=int,
        nargs="+",
        help="files that a window receives and sends, of one transfer after the other (default 100,000; a million take"
        " minutes)",
    )
    parser.add_argument(
        "--stir", type=int, help="seconds of devices that come and go at a window, and of its rest (default 20)"
    )
    parser.add_argument("--explain", type=float, default=0.0, metavar="MS", help="what the window does when that late")
    parser.add_argument("--dir", type=Path, help="where the data goes (default: the temporary folder)")
    parser.add_argument("--quick", action="store_true", help="2 runs and little data, where not given otherwise")
    options = parser.parse_args(arguments)
    for name, (usual, quick) in AMOUNTS.items():
        if getattr(options, name) is None:
            setattr(options, name, quick if options.quick else usual)
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

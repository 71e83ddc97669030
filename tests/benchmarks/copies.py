"""The same files by several contenders in turn, each pair of runs on the same machine in the same minute."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import material, plain_tcp, tallystick
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Failure
from tests.benchmarks.row import Row

Contender = Callable[[Path, Path], Measurement]
PLAIN, OURS = "plain TCP", "Tallystick"
CONTENDERS: Mapping[str, Contender] = {PLAIN: plain_tcp.measure, OURS: tallystick.measure}


def compare(
    title: str, source: Path, runs: int, targets: tuple[float, float], others: Mapping[str, Contender]
) -> list[Row]:
    """Copies the folder `source` and removes it. Raises Failure.

    `targets`: ratios until written and until delivered.
    """
    total = material.size(source)
    results = _measure(source, runs, {**CONTENDERS, **others})
    print(f"\n{title}: {total / material.MIB:.0f} MiB, medians of {runs}, load {os.getloadavg()[0]:.1f}")
    print(f"{'':16}{'to the last byte':>24}{'to delivered':>24}{'CPU s/GiB: sender':>22}{'receiver':>10}")
    for name, each in results.items():
        middle = Measurement.median(each)
        cpu = [seconds * 2**30 / total for seconds in (middle.cpu_sender, middle.cpu_receiver)]
        print(
            f"{name:16}{_speed(middle.sent, total):>24}{_speed(middle.delivered, total):>24}"
            f"{cpu[0]:>22.2f}{cpu[1]:>10.2f}",
            flush=True,
        )
    return _rows(title, results, targets)


def _rows(title: str, results: Mapping[str, Sequence[Measurement]], targets: tuple[float, float]) -> list[Row]:
    plain, ours = results[PLAIN], results[OURS]
    took = f"{median(run.sent for run in plain):.3f} s"
    written, delivered = (_ratio(ours, plain, sent=sent) for sent in (True, False))
    rows = [
        Row(f"{title}, until written", took, _seconds(run.sent for run in ours), written, target=targets[0]),
        Row(f"{title}, until delivered", took, _seconds(run.delivered for run in ours), delivered, target=targets[1]),
    ]
    for name, each in results.items():
        if name not in CONTENDERS:
            other = _seconds(run.sent for run in each)
            rows.append(Row(f"{title}, by {name} in {other}", took, "", _ratio(each, plain, sent=True)))
    return rows


def _ratio(ones: Sequence[Measurement], others: Sequence[Measurement], *, sent: bool) -> float:
    """The median of what each pair of runs gives: what the machine does meanwhile is in both of them."""
    pairs = zip(ones, others, strict=True)
    return median((one.sent if sent else one.delivered) / other.sent for one, other in pairs)


def _seconds(values: Iterable[float]) -> str:
    return f"{median(values):.3f} s"


def _speed(seconds: float, total: int) -> str:
    return f"{seconds:.3f} s {total / 1e6 / seconds:7.1f} MB/s"


def _measure(source: Path, runs: int, contenders: Mapping[str, Contender]) -> dict[str, list[Measurement]]:
    """Each in turn, the order changed every time so that nobody always finds the warmer disk."""
    results: dict[str, list[Measurement]] = {name: [] for name in contenders}
    copies = []
    for run in range(runs + 1):
        order = list(contenders.items())
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
    return results


def _forget_bytes(copy: Path) -> None:
    """Frees the room of large files at once; several copies of them may not fit."""
    for path in copy.rglob("*.bin"):
        if path.stat().st_size > material.MIB:
            path.unlink()

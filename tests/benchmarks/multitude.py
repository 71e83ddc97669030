"""As many entries as one offer may have: whether they still go as fast as a few, begin soon, and fit into memory."""

import shutil
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.pair import Delivery, running_pair
from tests.benchmarks.row import Row

FEW = 10_000
SLOWER = 1.25  # times as long for each file: a rate within 20 %
FIRST = 2.0  # seconds from the accepted offer to the first byte
MEMORY = 300.0  # MiB of either side


def measure(root: Path, many: int, few: int = FEW) -> list[Row]:
    """Raises Failure."""
    less, most = _deliver(root, few), _deliver(root, many)
    each = [delivery.moving / count * 1e6 for delivery, count in ((less, few), (most, many))]
    name = f"{many:,} empty files and folders"
    rows = [
        Row(
            f"{name}: rate against {few:,}", "", f"{many / most.moving:,.0f} entries/s", each[1] / each[0], " x", SLOWER
        ),
        Row(f"{name}: first file after accept", "", f"{most.first:.2f} s", most.first, " s", FIRST),
    ]
    for side, peak in (("sender", most.sender_peak), ("receiver", most.receiver_peak)):
        mebibytes = peak / material.MIB
        rows.append(Row(f"{name}: memory of the {side}", "", f"{mebibytes:.0f} MiB", mebibytes, " MiB", MEMORY))
    return rows


def _deliver(root: Path, count: int) -> Delivery:
    source, into = material.empty_files(root / f"{count} empty", count), root / f"{count} into"
    into.mkdir()
    with running_pair(into) as pair:
        delivery = pair.deliver(source)
    for folder in (source, into):
        shutil.rmtree(folder)
    return delivery

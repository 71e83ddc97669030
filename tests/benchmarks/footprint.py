"""What a transfer takes of the memory of either side, above what a running Tallystick takes anyway."""

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.pair import running_pair
from tests.benchmarks.row import Row

MOST = 32.0  # MiB of a side
Make = Callable[[Path], Path]


def measure(root: Path, workloads: dict[str, Make]) -> list[Row]:
    """Each once, between two processes that did nothing before. Raises Failure."""
    rows = []
    for name, make in workloads.items():
        source, into = make(root / "memory"), root / "memory into"
        into.mkdir()
        with running_pair(into) as pair:
            delivery = pair.deliver(source)
        for side, peak in (("sender", delivery.sender_peak), ("receiver", delivery.receiver_peak)):
            mebibytes = peak / material.MIB
            rows.append(Row(f"memory of the {side}, {name}", "", f"{mebibytes:.1f} MiB", mebibytes, " MiB", MOST))
        shutil.rmtree(source)
        shutil.rmtree(into)
    return rows

"""What a transfer takes of the memory of either side, above what a running Tallystick takes anyway."""

import contextlib
import ctypes
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.pair import running_pair
from tests.benchmarks.row import Row

MOST = 32.0  # MiB of a side
KEPT = 256 * material.MIB  # bytes that a file which is emptied behind its writer may have
EMPTY_EVERY = 0.1  # seconds
_PUNCH_HOLE, _KEEP_SIZE = 0x2, 0x1  # linux/falloc.h

Make = Callable[[Path], Path]


def measure(root: Path, workloads: dict[str, Make]) -> list[Row]:
    """Each once, between two processes that did nothing before. Raises Failure."""
    rows = []
    for name, make in workloads.items():
        source, into = make(root / "memory"), root / "memory into"
        into.mkdir()
        with running_pair(into) as pair, _emptied(into):
            delivery = pair.deliver(source)
        for side, peak in (("sender", delivery.sender_peak), ("receiver", delivery.receiver_peak)):
            mebibytes = peak / material.MIB
            took = f"{mebibytes:.1f} MiB, {delivery.whole:.1f} s"
            rows.append(Row(f"memory of the {side}, {name}", "", took, mebibytes, " MiB", MOST))
        shutil.rmtree(source)
        shutil.rmtree(into)
    return rows


@contextlib.contextmanager
def _emptied(into: Path) -> Iterator[None]:
    """Takes the room of what was written to large files that arrive, so that they may be larger than the disk.

    The receiver knows nothing of it: it hashes what comes, and never reads it again.
    """
    over = threading.Event()
    fallocate = ctypes.CDLL(None, use_errno=True).fallocate
    fallocate.argtypes = (ctypes.c_int, ctypes.c_int, ctypes.c_int64, ctypes.c_int64)

    def empty() -> None:
        while not over.wait(EMPTY_EVERY):
            with contextlib.suppress(FileNotFoundError):  # it got its name meanwhile
                for path in into.glob(".*/*"):
                    if path.name.isdecimal() and (end := path.stat().st_size - KEPT) > 0:
                        with path.open("r+b") as file:
                            fallocate(file.fileno(), _PUNCH_HOLE | _KEEP_SIZE, 0, end)

    emptying = threading.Thread(target=empty, name="empty")
    emptying.start()
    try:
        yield
    finally:
        over.set()
        emptying.join()

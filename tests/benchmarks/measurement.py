"""What one run took, and what several come to."""

import os
import platform
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Self


@dataclass(frozen=True, slots=True)
class Measurement:
    """Seconds from the go-ahead; `sent` to the last byte, `delivered` to the receiver's word that all is kept."""

    sent: float
    delivered: float
    cpu_sender: float
    cpu_receiver: float

    @classmethod
    def median(cls, runs: Sequence[Self]) -> Self:
        return cls(
            median(run.sent for run in runs),
            median(run.delivered for run in runs),
            median(run.cpu_sender for run in runs),
            median(run.cpu_receiver for run in runs),
        )


def machine(folder: Path) -> str:
    """One line on where this was measured."""
    model = ""
    try:
        found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
        model = f" {found[1]}," if found else ""
    except OSError:
        pass
    return (
        f"{os.cpu_count()} x{model} {platform.system()} {platform.release()}, Python {platform.python_version()}, "
        f"{_file_system(folder)}, load {os.getloadavg()[0]:.1f}"
    )


def _file_system(folder: Path) -> str:
    """The type of the file system that holds `folder`."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return "unknown file system"
    holding = [mount for mount in mounts if folder.resolve().is_relative_to(mount[1])]
    return max(holding, key=lambda mount: len(mount[1]))[2]

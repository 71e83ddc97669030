"""A clock that goes on while the computer sleeps, for what may not outlast its minutes.

`time.monotonic` stands still then on Linux and macOS (CLOCK_MONOTONIC of the one, mach_absolute_time of the other).
"""

import sys
import time
from typing import Final

_NAME: Final = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}.get(sys.platform)  # clock_gettime(2), (3)
_CLOCK: Final[int | None] = None if _NAME is None else getattr(time, _NAME, None)


def now() -> float:
    """Seconds; never fewer than before, and nothing to do with `time.monotonic`."""
    return time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)

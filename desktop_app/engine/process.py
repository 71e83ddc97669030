"""What holds for the whole process, which keeps keys in its memory and runs for days."""

import contextlib
import ctypes
import sys
from typing import Final

_MMAP_THRESHOLD: Final = -3  # malloc.h
_LARGE: Final = 256 << 10  # bytes; the buffers of a session are larger


def forbid_core_dumps() -> None:
    """A crash may not write keys to the disk. Windows writes none unless its owner asked for them."""
    if sys.platform == "win32":
        return
    import resource  # does not exist on Windows

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def give_memory_back() -> None:
    """Large pieces go back to the system once they are freed. The GNU library takes the first that is freed as a sign
    that more will come: from then on they lie among small ones, and what those keep apart stays for good."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # other C libraries do so by themselves
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)

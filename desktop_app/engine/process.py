"""What holds for the whole process, which keeps keys in its memory and runs for days."""

import contextlib
import ctypes
import sys
from typing import Final

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8  # malloc.h
_ARENAS: Final = 2
_LARGE: Final = 256 << 10  # bytes; the buffers of a session are larger
_TURN: Final = 0.0002  # seconds


def prepare() -> None:
    """Before there are keys, sessions and threads."""
    _forbid_core_dumps()
    _give_memory_back()
    _take_short_turns()


def _forbid_core_dumps() -> None:
    """A crash may not write keys to the disk. Windows writes none unless its owner asked for them."""
    if sys.platform == "win32":
        return
    import resource  # does not exist on Windows

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _give_memory_back() -> None:
    """Large pieces go back to the system once they are freed. The GNU library takes the first that is freed as a sign
    that more will come: from then on they lie among small ones, and what those keep apart stays for good. And threads,
    which come with every session, share few areas: of their own, eight times as many as cores, each keeps some."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # other C libraries do so by themselves
            mallopt = ctypes.CDLL(None).mallopt
            mallopt(_MMAP_THRESHOLD, _LARGE)
            mallopt(_ARENA_MAX, _ARENAS)


def _take_short_turns() -> None:
    """A thread that computes lets others go on after this. By default it is 25 times as long: a window that paints
    asks for several turns in a row, and so does a session, a few for each record, while strangers flood the port."""
    sys.setswitchinterval(_TURN)

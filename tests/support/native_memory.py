"""How much the C library has handed out: `tracemalloc` does not see it, and it is steadier than resident memory."""

import ctypes
import sys

_FIELDS = ("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")


class _Mallinfo2(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in _FIELDS]


def allocated() -> int:
    """Bytes in use in all of its areas; 0 where it does not tell (it does in glibc from 2.33 on)."""
    if sys.platform != "linux" or (mallinfo2 := getattr(ctypes.CDLL(None), "mallinfo2", None)) is None:
        return 0
    mallinfo2.restype = _Mallinfo2
    info = mallinfo2()
    return int(info.uordblks) + int(info.hblkhd)

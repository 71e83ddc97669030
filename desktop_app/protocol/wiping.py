"""Overwriting secrets: they live in bytearrays and are wiped where they end.

Some functions of `cryptography` can only return `bytes`. Such a value is overwritten in
place as soon as it was moved on, so that no readable copy stays behind in freed memory.
What they leave where no name leads, `scour` and `wipe_freed` overwrite.
"""

import ctypes
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_BYTES_HEADER: Final = bytes.__basicsize__ - 1  # CPython's object header; the one counted byte is the trailing NUL

_allocate: Final = ctypes.PYFUNCTYPE(ctypes.c_void_p, ctypes.c_size_t)(("PyMem_RawMalloc", ctypes.pythonapi))
_free: Final = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)(("PyMem_RawFree", ctypes.pythonapi))
_print: Final = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p)(
    ("PyOS_snprintf", ctypes.pythonapi)
)
_FREED: Final = 64  # more blocks of one size than a thread's cache of the C library holds
_GRAIN: Final = 16  # bytes in which the C library measures; it leaves no gap of less than two
_MANY_ZEROS: Final = (0,) * 1000  # ctypes takes no more than 1024 arguments
_SHORT: Final = 1024  # bytes that keep every register of a cipher busy


def wipe(*buffers: bytearray) -> None:
    """Overwrite with zeros, in place: a change of length could move the buffer and leave a copy behind."""
    for buffer in buffers:
        buffer[:] = bytes(len(buffer))


def wipe_bytes(secret: bytes) -> None:
    """Overwrite an immutable value in place.

    Only for one that was just made and that nobody else holds: never a literal, never a key of
    a dictionary. Python shares the values of length 0 and 1, so these stay as they are.
    """
    if len(secret) > 1:
        ctypes.memset(id(secret) + _BYTES_HEADER, 0, len(secret))


def take(secret: bytes) -> bytearray:
    """Move a secret out of `bytes`, under the conditions of `wipe_bytes`."""
    moved = bytearray(secret)
    wipe_bytes(secret)
    return moved


def wipe_freed(size: int) -> None:
    """Overwrite a block of that size which this thread has just given back to the C library.

    It hands the latest out first, so a few more than it may have kept are taken, wiped and given back. A block that
    was made from a gap in which it left one grain over got that, too, and lies among those of that size: these first,
    for taking smaller ones may put more such blocks on top.
    """
    for each in (size + _GRAIN, size):
        blocks = [block for _ in range(_FREED) if (block := _allocate(each))]
        for block in blocks:
            ctypes.memset(block, 0, each)
        for block in reversed(blocks):
            _free(block)


def scour() -> None:
    """Overwrite what functions that had secrets in hand left on this thread's stack and in its registers.

    Registers matter because any call may put them on the stack. It reaches as deep as whatever
    its caller called, and costs some 20 µs.
    """
    AESGCM(bytes(32)).encrypt_into(bytes(12), bytes(_SHORT), None, bytearray(_SHORT + 16))
    _print(ctypes.create_string_buffer(1), 1, b"", *_MANY_ZEROS)  # ctypes lays them out on the stack: over 50 KiB

"""Overwriting secrets: they live in bytearrays and are wiped where they end.

Some functions of `cryptography` can only return `bytes`. Such a value is overwritten in
place as soon as it was moved on, so that no readable copy stays behind in freed memory.
"""

import ctypes
from typing import Final

_BYTES_HEADER: Final = bytes.__basicsize__ - 1  # CPython's object header; the one counted byte is the trailing NUL


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

"""What all control messages have in common, and the bounds that types cannot express."""

from typing import ClassVar

import msgspec


class Message(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Base of all control messages."""

    TYPE: ClassVar[int]

    def wipe(self) -> None:
        """Overwrite the secrets in it, where there are any: it was sent, or nobody wants it any more."""


def exactly(value: bytes | bytearray, size: int, what: str) -> None:
    if len(value) != size:
        raise ValueError(f"{what} is not {size} bytes")


def at_most(count: int, most: int, what: str) -> None:
    if not 0 <= count <= most:
        raise ValueError(f"{what} out of bounds")

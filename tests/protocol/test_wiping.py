"""Overwriting in place: looked at through the very memory that held the secret."""

import ctypes
import os

import pytest

from desktop_app.protocol.wiping import take, wipe, wipe_bytes


def memory_of(secret: bytes) -> "ctypes.Array[ctypes.c_char]":
    """The bytes of an object where they stand, with its trailing NUL; not a copy."""
    return (ctypes.c_char * (len(secret) + 1)).from_address(id(secret) + bytes.__basicsize__ - 1)


@pytest.mark.parametrize("size", [2, 3, 32, 64, 1184, 70_000])
def test_bytes_are_overwritten_where_they_stand(size: int) -> None:
    secret = os.urandom(size - 1) + b"\xff"
    view = memory_of(secret)
    assert view.raw == secret + b"\0"
    wipe_bytes(secret)
    assert view.raw == bytes(size + 1)
    assert len(secret) == size


def test_what_stands_beside_is_left_alone() -> None:
    neighbours = [os.urandom(32) for _ in range(100)]
    copies = [bytes(bytearray(each)) for each in neighbours]
    for each in neighbours[::2]:
        wipe_bytes(each)
    assert neighbours[1::2] == copies[1::2]
    assert not any(any(each) for each in neighbours[::2])


def test_values_that_python_shares_are_never_touched() -> None:
    for value in range(256):
        wipe_bytes(bytes((value,)))
    wipe_bytes(b"")
    assert bytes(range(256)) == b"".join(bytes((value,)) for value in range(256))


@pytest.mark.parametrize("size", [0, 1, 32, 100_000])
def test_bytearrays_are_overwritten_in_place(size: int) -> None:
    one, two = bytearray(os.urandom(size)), bytearray(b"\xff" * size)
    with memoryview(one) as before:  # the buffer must not move: an export would forbid a change of length
        wipe(one, two)
        assert bytes(before) == bytes(size)
    assert one == two == bytes(size)


def test_a_secret_is_moved_not_copied() -> None:
    secret = os.urandom(32)
    copy = bytearray(secret)
    view = memory_of(secret)
    assert take(secret) == copy
    assert view.raw == bytes(33)

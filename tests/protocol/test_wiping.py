"""Overwriting in place: looked at through the very memory that held the secret."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from desktop_app.protocol import wiping
from desktop_app.protocol.wiping import scour, take, wipe, wipe_bytes, wipe_freed


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


def allocate_alone(size: int) -> list[int]:
    """Blocks that come from no gap of this size: there is none any more."""
    return [wiping._allocate(size) for _ in range(5000)]


def allocate_in_a_larger_gap(size: int) -> list[int]:
    """Blocks from gaps that are one grain larger, of which none is left that would fit."""
    held = allocate_alone(size)
    gaps = [(wiping._allocate(size + 16), wiping._allocate(16)) for _ in range(200)]
    for gap, _ in gaps:
        wiping._free(gap)
    for large in (70_000, 2000):  # now the library sorts the gaps, and cuts any size from them
        wiping._free(wiping._allocate(large))
    larger, found = {gap for gap, _ in gaps}, [wiping._allocate(size) for _ in range(50)]
    while found[-1] not in larger and len(found) < 100_000:  # first what is left of a piece that was cut before
        found.append(wiping._allocate(size))
    assert found[-1] in larger
    return held + found


@pytest.mark.skipif(sys.platform != "linux", reason="other C libraries may give freed memory back to the system")
@pytest.mark.parametrize("allocate", [allocate_alone, allocate_in_a_larger_gap])
def test_freed_memory_is_overwritten(allocate: Callable[[int], list[int]]) -> None:
    secret = os.urandom(32)
    for wiped in (False, True):
        block = allocate(32)[-1]
        ctypes.memmove(block, secret, 32)
        wiping._free(block)
        if wiped:
            wipe_freed(32)
        # the C library has put notes of its own into the first half, and nothing else came by in between
        assert (ctypes.string_at(block, 32)[16:] == secret[16:]) is not wiped


def leave_on_the_stack(marks: list[ctypes.c_uint64], depth: int) -> None:
    """As arguments of a call, `depth` calls of C down."""
    if depth:
        partial(leave_on_the_stack, marks, depth - 1)()
    else:
        wiping._print(ctypes.create_string_buffer(1), 1, b"", *marks)


def own_stack() -> bytes:
    lines = Path("/proc/self/maps").read_text().splitlines()
    (span,) = (line.split()[0] for line in lines if line.endswith("[stack]"))
    start, end = (int(number, 16) for number in span.split("-"))
    with Path("/proc/self/mem").open("rb", buffering=0) as memory:
        memory.seek(start)
        return memory.read(end - start)


@pytest.mark.skipif(sys.platform != "linux", reason="reads its own stack through /proc")
@pytest.mark.parametrize("depth", [0, 1, 20])
def test_what_a_call_left_on_the_stack_is_overwritten(depth: int) -> None:
    marks = [ctypes.c_uint64(int.from_bytes(os.urandom(8), "little")) for _ in range(500)]
    left = []
    for scoured in (False, True):
        leave_on_the_stack(marks, depth)
        if scoured:
            scour()
        stack = own_stack()
        left.append(sum(bytes(mark) in stack for mark in marks))
    assert left[0] > 450
    assert left[1] == 0

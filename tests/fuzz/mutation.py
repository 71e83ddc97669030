"""Small changes to inputs, for the short run in the test suite: the same ones every time, without a fuzzer."""

from collections.abc import Iterator, Sequence
from random import Random

_INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x20, 0x2F, 0x2E, 0x5C)


def mutations(inputs: Sequence[bytes], count: int, *, most: int) -> Iterator[bytes]:
    """`count` of them, none longer than `most`."""
    chance = Random(0)
    for _ in range(count):
        data = bytearray(chance.choice(inputs))
        for _ in range(chance.randint(1, 4)):
            _change(data, chance, inputs)
        yield bytes(data[:most])


def _change(data: bytearray, chance: Random, inputs: Sequence[bytes]) -> None:
    at = chance.randint(0, len(data))
    match chance.randrange(6):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 1 if at < len(data):
            data[at] = chance.choice(_INTERESTING)
        case 2:
            data[at:at] = chance.randbytes(chance.randint(1, 8))
        case 3:
            del data[at : at + chance.randint(1, 8)]
        case 4:
            other = chance.choice(inputs)
            data[at:] = other[chance.randint(0, len(other)) :]
        case _:
            data[at:at] = data[at : at + chance.randint(1, 16)]

"""Inputs for what reads JSON: any bytes, or a real document with something in it changed."""

import json
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from tests.fuzz import values
from tests.fuzz.choices import Choices

DEEP: Final = sys.getrecursionlimit() + 100  # levels: more than any decoder follows

_ESCAPED: Final = json.JSONEncoder().encode
_AS_IT_IS: Final = json.JSONEncoder(ensure_ascii=False).encode


@cache
def _tree(document: bytes) -> Any:
    """Nobody changes it: `altered` makes another one."""
    return json.loads(document)


def seeds_of(documents: Sequence[bytes]) -> Iterator[bytes]:
    for number, each in enumerate(documents):
        yield b"\0" + each
        yield bytes((1, number, 0, 7, 1, 0))
    yield bytes((2, 0)) + b"odd"


def document(choices: Choices, real: Sequence[bytes]) -> bytes:
    match choices.byte() % 16:
        case 2:  # seldom: it takes long, and teaches little
            before, after = choices.one_of(real).rstrip().removesuffix(b"}"), choices.one_of((b"[", b'{"a":'))
            name = json.dumps(choices.rest().decode(errors="replace")).encode()
            return before + b"," + name + b":" + after * DEEP
        case kind if kind % 2:
            tree = _tree(choices.one_of(real))
            for _ in range(1 + choices.byte() % 3):
                tree = values.altered(tree, choices, json=True)
            encode = _ESCAPED if choices.byte() < 128 else _AS_IT_IS
            return encode(tree).encode(errors="surrogatepass")
        case _:
            return choices.rest()

"""Any value that JSON and msgpack carry, trees of them included. Apart from `values`, for how it is made says little of
where an input leads, and is not watched.
"""

from typing import Any, Final

from tests.fuzz.choices import Choices

_DEPTH: Final = 3
NUMBERS: Final = (0, 1, -1, 2, 15, 16, 127, 255, 1023, 2**16, 2**31, 2**32 - 1, 2**53, 2**63 - 1, 2**64 - 1, -(2**63))
_SIZES: Final = (0, 1, 15, 16, 31, 32, 33, 64, 1088, 1184)


def anything(choices: Choices, depth: int = 0, *, json: bool = False) -> Any:
    """Any value. JSON has no bytes, and these would not be told from text."""
    kinds = 6 if depth == _DEPTH else 8
    match choices.byte() % kinds:
        case 0:
            return choices.one_of(NUMBERS)
        case 1:
            return choices.text().encode(errors="replace").decode()
        case 2:
            size = choices.one_of(_SIZES)
            return "x" * size if json else choices.exactly(size)
        case 3:
            return choices.one_of((None, True, False, 0.5, 1e300, -0.0))
        case 4:
            return choices.number(8) - 2**62
        case 5:
            return choices.byte()
        case 6:
            return [anything(choices, depth + 1, json=json) for _ in range(choices.byte() % 5)]
        case _:
            return {
                choices.text().encode(errors="replace").decode(): anything(choices, depth + 1, json=json)
                for _ in range(choices.byte() % 3)
            }

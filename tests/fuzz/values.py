"""Trees of plain values, as JSON and msgpack carry them: made anew, or a real one with some of its values changed."""

from typing import Any, Final

from tests.fuzz.choices import Choices

_DEPTH: Final = 3
_NUMBERS: Final = (0, 1, -1, 2, 15, 16, 127, 255, 1023, 2**16, 2**31, 2**32 - 1, 2**53, 2**63 - 1, 2**64 - 1, -(2**63))
_SIZES: Final = (0, 1, 15, 16, 31, 32, 33, 64, 1088, 1184)


def value(choices: Choices, depth: int = 0, *, json: bool = False) -> Any:
    """Any value. JSON has no bytes, and these would not be told from text."""
    kinds = 6 if depth == _DEPTH else 8
    match choices.byte() % kinds:
        case 0:
            return choices.one_of(_NUMBERS)
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
            return [value(choices, depth + 1, json=json) for _ in range(choices.byte() % 5)]
        case _:
            return {
                choices.text().encode(errors="replace").decode(): value(choices, depth + 1, json=json)
                for _ in range(choices.byte() % 3)
            }


def altered(tree: Any, choices: Choices, *, json: bool = False) -> Any:
    """The same with one value replaced, taken out, repeated or added somewhere."""
    if not choices.left:
        return tree
    if isinstance(tree, dict) and tree:
        key = choices.one_of(sorted(tree))
        match choices.byte() % 8:
            case 0:
                return {name: each for name, each in tree.items() if name != key}
            case 1:
                return tree | {choices.text().encode(errors="replace").decode(): value(choices, json=json)}
            case 2:
                return value(choices, json=json)
            case _:
                return tree | {key: altered(tree[key], choices, json=json)}
    if isinstance(tree, list) and tree:
        place = choices.byte() % len(tree)
        match choices.byte() % 8:
            case 0:
                return tree[:place] + tree[place + 1 :]
            case 1:
                return [*tree[: place + 1], tree[place], *tree[place + 1 :]]
            case 2:
                return [*tree, value(choices, json=json)]
            case 3:
                return tree * (1 + choices.byte() % 4)
            case _:
                return [*tree[:place], altered(tree[place], choices, json=json), *tree[place + 1 :]]
    if isinstance(tree, bool) or tree is None:
        return choices.one_of((True, False, None, 0, 1))
    if isinstance(tree, int):
        return choices.one_of((tree + 1, tree - 1, -tree, *_NUMBERS, value(choices, json=json)))
    return value(choices, json=json)

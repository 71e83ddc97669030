"""Trees of plain values, as JSON and msgpack carry them: a real one with some of its values changed."""

from typing import Any

from tests.fuzz import made
from tests.fuzz.choices import Choices


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
                return tree | {choices.text().encode(errors="replace").decode(): made.anything(choices, json=json)}
            case 2:
                return made.anything(choices, json=json)
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
                return [*tree, made.anything(choices, json=json)]
            case 3:
                return tree * (1 + choices.byte() % 4)
            case _:
                return [*tree[:place], altered(tree[place], choices, json=json), *tree[place + 1 :]]
    if isinstance(tree, bool) or tree is None:
        return choices.one_of((True, False, None, 0, 1))
    if isinstance(tree, int):
        return choices.one_of((tree + 1, tree - 1, -tree, *made.NUMBERS, made.anything(choices, json=json)))
    return made.anything(choices, json=json)

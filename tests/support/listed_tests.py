"""What tests there are, read and not run: for the lists that say what is tried, and where."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

TESTS: Final = Path(__file__).parents[1]


def files() -> Iterator[tuple[str, ast.Module]]:
    """Each as pytest calls it, and what is in it."""
    for path in sorted(TESTS.rglob("test_*.py")):
        yield path.relative_to(TESTS.parent).as_posix(), ast.parse(path.read_text("utf-8"))


def definitions() -> Iterator[tuple[str, str]]:
    """Every test: its file, and its name."""
    for file, tree in files():
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                yield file, node.name

"""What is fuzzed: one module in `targets` for each thing that takes what others wrote, found by its name.

A module has `run(data)`, which raises AssertionError where something does not hold that has to, and anything else where
the program would crash; `seeds()`, real encodings to begin with; and `SIZE_MAX`, beyond which inputs teach nothing new.
"""

import importlib
from collections.abc import Iterable
from pkgutil import iter_modules
from typing import Final, Protocol, cast

from tests.fuzz import targets

NAMES: Final = tuple(sorted(module.name for module in iter_modules(targets.__path__)))


class Target(Protocol):
    SIZE_MAX: int

    def run(self, data: bytes, /) -> None: ...
    def seeds(self) -> Iterable[bytes]: ...


def load(name: str) -> Target:
    return cast(Target, importlib.import_module(f"{targets.__name__}.{name}"))

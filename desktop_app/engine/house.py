"""The computer that the sessions run on, as they see it."""

from pathlib import Path
from typing import Protocol


class House(Protocol):
    """What links need to know of the computer they run on."""

    def own_name(self) -> str: ...

    def own_instance(self) -> str: ...

    def may_compare(self) -> bool: ...

    def save_folder(self) -> Path: ...

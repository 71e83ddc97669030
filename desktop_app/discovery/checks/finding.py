"""What one look at this computer's network found: for people a sentence with its cure, for peers codes."""

from dataclasses import dataclass
from typing import ClassVar, Final

from desktop_app import COMMAND_NAME
from desktop_app.errors import Worded
from desktop_app.protocol.sight import Obstacle, Seen

DOCTOR: Final = f"{COMMAND_NAME} doctor"  # to be typed, for one more look, here or there
DOCTOR_AS_ROOT: Final = f"sudo {DOCTOR}"


class Finding(Worded):
    """The kinds stand in `findings`. `code` is stable, for programs; `advice` says what to do, in words; `command` is
    exactly what to type for it, where there is such a thing. It is for the person to run, never run from here."""

    good: ClassVar[bool] = False
    obstacle: ClassVar[Obstacle | None] = None  # what a peer that asks is told of it

    @property
    def of(self) -> str:
        """The other computer that it is about and that said so; empty for what was found here."""
        return str(self.fields.get("peer", ""))

    @property
    def version(self) -> int:
        """Of IP, where it is true of that alone; else 0."""
        version = self.fields.get("version", 0)
        return version if isinstance(version, int) else 0

    def __init__(self, command: str = "", **fields: object) -> None:
        self.command, self.fields = command, fields

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self}>"

    def facts(self) -> dict[str, object]:
        """For programs."""
        return {
            "code": self.code,
            "good": self.good,
            "sentence": str(self),
            "cure": self.next_step,
            "command": self.command,
            "of": self.of,
        }


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a peer that asks may know of one look."""

    seen: tuple[Seen, ...]
    heard: frozenset[str]  # the instances

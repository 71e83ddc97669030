"""What one look at this computer's network found, in a sentence for people and with its cure."""

from typing import ClassVar

from desktop_app.errors import Worded


class Finding(Worded):
    """The kinds stand in `findings`. `code` is stable, for programs; `advice` says what to do, in words; `command` is
    exactly what to type for it, where there is such a thing. It is for the person to run, never run from here."""

    good: ClassVar[bool] = False

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
        }

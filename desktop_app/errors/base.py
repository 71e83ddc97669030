"""The root of the tree, what it shares with all that is told to people, and values of fields."""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

_SHOWN: Final = 5
_UNITS: Final = ("kB", "MB", "GB", "TB", "PB")


class Size(int):
    """An amount of bytes in a field: 3.2 GB in these words, a number for whoever writes it by locale."""

    def __str__(self) -> str:
        if self < 1000:
            return f"{int(self)} B"
        power = 1
        while self >= 999.95 * 1000**power and power < len(_UNITS):
            power += 1
        return f"{int(self) / 1000**power:.1f} {_UNITS[power - 1]}"

    def __format__(self, _specification: str) -> str:
        return str(self)


class Names(tuple[str, ...]):
    """File names in a field: the first few in these words, all of them for whoever lists them."""

    __slots__ = ()

    def __str__(self) -> str:
        more = f" and {len(self) - _SHOWN} more" if len(self) > _SHOWN else ""
        return ", ".join(f"“{name}”" for name in self[:_SHOWN]) + more


@dataclass(frozen=True, slots=True)
class Called:
    """A device in a field, by the name that it gives itself, and where it is, if that is to be said."""

    name: str
    at: str = ""

    def __str__(self) -> str:
        return f"“{self.name}” ({self.at})" if self.at else f"“{self.name}”"


def phrase(words: str) -> str:
    """Marks words of ours that go into the field `reason`: they are translated where a person reads them."""
    return words


class Worded:
    """Something to be told: what is so and what to do about it, as templates over the facts in `fields`."""

    code: ClassVar[str]
    sentence: ClassVar[str]
    advice: ClassVar[str] = ""
    fields: dict[str, object]

    def __str__(self) -> str:
        return self.sentence.format_map(_Fields(self.fields))

    @property
    def next_step(self) -> str:
        """What the person can do about it; may be empty."""
        return self.advice.format_map(_Fields(self.fields))


class AppError(Worded, Exception):
    """The root; never raised itself."""

    code = "error"
    sentence = "Something went wrong."

    def __init__(self, **fields: object) -> None:
        super().__init__(fields)
        self.fields = fields

    def without_trace(self) -> Self:
        """As a fact to be kept: a traceback holds every frame it went through, and with them a whole session."""
        self.__traceback__ = self.__cause__ = self.__context__ = None
        return self


class Mistake(AppError):
    """Something in this program that should not have happened, and has ended nothing."""

    code = "mistake"
    sentence = "Tallystick made a mistake ({detail})."
    advice = "What you did last may not have happened. Please report this."


class _Fields(dict[str, object]):
    """Leaves a hole readable: a message about an error must not raise another one."""

    def __missing__(self, key: str) -> str:
        return {"peer": "the other computer"}.get(key, "?")

"""What several running Tallysticks have, by the numbers that tell it apart."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from desktop_app.errors import AppError
from desktop_app.events import SessionFacts, TransferFacts

_Facts = TypeVar("_Facts", SessionFacts, TransferFacts)


@dataclass(frozen=True, slots=True)
class RunningNumber:
    """As it is shown: 4711.2 is the second session, or transfer, of process 4711. Without the process: whose is not
    said."""

    number: int
    process: int | None = None

    def __str__(self) -> str:
        return str(self.number) if self.process is None else f"{self.process}.{self.number}"


def meant(
    listed: Iterable[tuple[int, _Facts]], number: RunningNumber, *, none: AppError, several: Callable[[str], AppError]
) -> tuple[int, _Facts]:
    """The one of that number, and its process. Raises `none`, or `several` of these numbers."""
    found = [
        (process, facts) for process, facts in listed if facts.id == number.number and number.process in {None, process}
    ]
    if not found:
        raise none
    if len(found) > 1:
        raise several(", ".join(str(RunningNumber(facts.id, process)) for process, facts in found))
    return found[0]

"""By how much the memory of processes grows: one slope through all lives, each with a level of its own."""

from collections.abc import Sequence
from typing import Final

from tests.support.computers import Sample

_ENOUGH: Final = 300.0  # seconds; of shorter lives nothing can be said


def kib_an_hour(lives: Sequence[Sequence[Sample]]) -> float | None:
    """Least squares; None where no life was long enough."""
    above = below = 0.0
    for life in lives:
        if not life or life[-1].at - life[0].at < _ENOUGH:
            continue
        at, kib = sum(each.at for each in life) / len(life), sum(each.kib for each in life) / len(life)
        above += sum((each.at - at) * (each.kib - kib) for each in life)
        below += sum((each.at - at) ** 2 for each in life)
    return above / below * 3600 if below else None

"""By how much the memory of processes grows: one slope through all lives, each with a level of its own."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.support.computers import Sample

_ENOUGH: Final = 300.0  # seconds; of shorter lives nothing can be said
_SPAN: Final = 120.0  # seconds that count as one: a session more or less is one for a while


@dataclass(frozen=True)
class Slope:
    """KiB an hour."""

    grows: float
    error: float  # twice the standard one

    def __str__(self) -> str:
        return f"{self.grows:+.0f} ± {self.error:.0f} KiB an hour"

    def exceeds(self, most: float) -> bool:
        """Where it is not known well enough to say so, only what is beyond doubt."""
        return self.grows > most if self.error <= most else self.grows - self.error > most


def slope(lives: Sequence[Sequence[Sample]]) -> Slope | None:
    """Least squares; None where no life was long enough."""
    points = list[tuple[float, float]]()  # each from the middle of its life
    long = [life for life in lives if life and life[-1].at - life[0].at >= _ENOUGH]
    for life in long:
        spans = list(_spans(life))
        at, kib = _mean(spans)
        points += [(each[0] - at, each[1] - kib) for each in spans]
    below = sum(at * at for at, _ in points)
    free = len(points) - len(long) - 1
    if free < 1 or not below:
        return None
    grows = sum(at * kib for at, kib in points) / below
    left = sum((kib - grows * at) ** 2 for at, kib in points)
    return Slope(grows * 3600, 2 * math.sqrt(left / free / below) * 3600)


def _spans(life: Sequence[Sample]) -> Iterator[tuple[float, float]]:
    spans: dict[int, list[tuple[float, float]]] = {}
    for each in life:
        spans.setdefault(int(each.at // _SPAN), []).append((each.at, each.kib))
    for span in spans.values():
        yield _mean(span)


def _mean(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(at for at, _ in points) / len(points), sum(kib for _, kib in points) / len(points)

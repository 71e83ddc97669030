"""What was measured, held against what it has to be."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """`figure` is a ratio, or in the unit that `unit` names; without a target it is only told."""

    workload: str
    plain: str  # what plain TCP took in the same run, where that is the measure
    ours: str
    figure: float
    unit: str = ""
    target: float | None = None

    @property
    def reached(self) -> bool | None:
        return None if self.target is None else self.figure <= self.target

    def __str__(self) -> str:
        verdict = {None: "", True: "reached", False: "missed"}[self.reached]
        target = "" if self.target is None else f"<= {_number(self.target)}{self.unit}"
        cells = (self.workload, self.plain, self.ours, f"{_number(self.figure)}{self.unit}", target, verdict)
        return f"| {' | '.join(cells)} |"


def print_table(rows: Iterable[Row]) -> None:
    print("\n| workload | plain TCP | Tallystick | figure | target | |")
    print("| --- | --- | --- | --- | --- | --- |")
    for row in rows:
        print(row)


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.0f}"

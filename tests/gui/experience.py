"""What people see and do, state by state and promise by promise: which tests bring it about, which pictures show it, in
experience.txt.

`python -m tests.gui.experience` prints the table with where the tests are. A state that is pictured is reached over
real engines by one of its tests at least; where none does, `played` says why: there the tests' own engine says what a
real one would.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.support.listed_tests import definitions

REAL: Final = (
    "tests/end2end/test_second_start.py",
    "tests/end2end/test_unseen.py",
    "tests/end2end/test_windows.py",
    "tests/gui/test_real_",
)
"""Where windows stand over real engines."""

_TABLE: Final = Path(__file__).with_suffix(".txt")
_PICTURES, _PLAYED = "pictures: ", "played: "


@dataclass(frozen=True, slots=True)
class Row:
    """`pictures` as packaging/screenshots calls them."""

    part: str
    what: str
    tests: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    played: str = ""


def rows() -> Iterator[Row]:
    part, what, lines = "", "", list[str]()
    for line in [*_TABLE.read_text(encoding="utf-8").splitlines(), "end"]:
        if line.startswith("    "):
            lines.append(line.strip())
            continue
        if what:
            yield _row(part, what, lines)
        if line.startswith("  "):
            what, lines = line.strip(), []
        else:
            part, what = line, ""


def _row(part: str, what: str, lines: list[str]) -> Row:
    tests = tuple(line for line in lines if not line.startswith((_PICTURES, _PLAYED)))
    pictures = (line.removeprefix(_PICTURES).split() for line in lines if line.startswith(_PICTURES))
    played = (line.removeprefix(_PLAYED) for line in lines if line.startswith(_PLAYED))
    return Row(part, what, tests, tuple(next(pictures, ())), next(played, ""))


def places() -> dict[str, list[str]]:
    """Where the tests of each name are."""
    found: dict[str, list[str]] = defaultdict(list)
    for file, name in definitions():
        found[name].append(f"{file}::{name}")
    return found


def main() -> None:
    where, part = places(), ""
    for row in rows():
        if row.part != part:
            part = row.part
            print(part)
        print(f"  {row.what}")
        for test in row.tests:
            print(f"      {', '.join(where[test])}")
        if row.pictures:
            print(f"      pictures: {', '.join(row.pictures)}")
        if row.played:
            print(f"      not over real engines: {row.played}")


if __name__ == "__main__":
    main()

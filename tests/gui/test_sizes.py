"""Amounts and times as people read them."""

import pytest

from desktop_app.events import Contents, Progress
from desktop_app.gui import sizes, transfer_text
from desktop_app.gui.plain import isolated


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (9_940, "9.9 kB"),
        (9_960, "10 kB"),
        (94_000_000, "94 MB"),
        (3_200_000_000, "3.2 GB"),
        (120_000_000_000, "120 GB"),
        (2**53 - 1, "9.0 PB"),
    ],
)
def test_amounts(size: int, text: str) -> None:
    assert sizes.amount(size) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s left"), (17.4, "17 s left"), (60, "1 min left"), (61, "2 min left"), (3900, "1 h 5 min left")],
)
def test_remaining(seconds: float, text: str) -> None:
    assert sizes.remaining(seconds) == text


def test_progress_line() -> None:
    assert sizes.progress_line(Progress(1536, 3200, 0, 1, 94_000_000, 17.4)) == "48 % · 94 MB/s · 17 s left"
    assert sizes.progress_line(Progress(0, 3200, 0, 1, 0, None)) == "0 %"


def test_a_transfer_of_empty_files_moves_by_their_number() -> None:
    assert sizes.permille(Progress(0, 0, 250, 1000, 0, None)) == 250
    assert sizes.permille(Progress(0, 0, 0, 0, 0, None)) == 0


def test_a_bar_never_leaves_its_bounds() -> None:
    assert sizes.permille(Progress(500, 100, 0, 1, 0, None)) == 1000
    assert sizes.permille(Progress(-5, 100, 0, 1, 0, None)) == 0


def test_counts_in_the_singular() -> None:
    assert sizes.files(1) == "1 file"
    assert sizes.files(1234) == "1,234 files"
    assert sizes.folders(1) == "1 folder"


@pytest.mark.parametrize(
    ("contents", "text"),
    [
        (Contents(("a.txt",), 1, 0, 10), f"{isolated('a.txt')} — 10 bytes"),
        (Contents(("holiday",), 214, 3, 3_200_000_000), f"{isolated('holiday')} — 214 files, 3.2 GB"),
        (Contents(("a", "b", "c"), 3, 0, 10), f"{isolated('a')} and 2 more — 3 files, 10 bytes"),
        (Contents(("empty",), 0, 2, 0), f"{isolated('empty')} — 2 folders, 0 bytes"),
        (Contents((), 0, 0, 0), "Reading what was chosen…"),
    ],
)
def test_what_a_transfer_is_called(contents: Contents, text: str) -> None:
    assert transfer_text.title(contents) == text

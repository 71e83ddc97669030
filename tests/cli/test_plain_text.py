"""Nothing that others named reaches a terminal as anything but text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.cli import plain_text
from desktop_app.errors import PeerUnreachable, Size
from desktop_app.events import Contents, Limit, Progress


@given(st.text())
def test_no_control_or_invisible_character_is_left(raw: str) -> None:
    shown = plain_text.escaped(raw)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    shown.encode()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Ada's laptop", "Ada's laptop"),
        ("Küche 厨房", "Küche 厨房"),
        ("\x1b[2J\x07", "\\x1b[2J\\x07"),
        ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\x9b31m\u2028", "\\x9b31m\\u2028"),
        ("\udcff", "\\udcff"),
    ],
)
def test_escapes_are_readable(raw: str, shown: str) -> None:
    assert plain_text.escaped(raw) == shown


def test_a_name_inside_an_error_is_escaped_too() -> None:
    assert plain_text.sentence(PeerUnreachable(peer="\x1b]0;x\x07")) == "\\x1b]0;x\\x07 could not be reached."


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (999_949, "999.9 kB"),
        (999_950, "1.0 MB"),
        (3_200_000_000, "3.2 GB"),
        (2**63, "9223.4 PB"),
    ],
)
def test_amounts(size: int, shown: str) -> None:
    assert str(Size(size)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.2, "1 s left"), (59.4, "59 s left"), (60, "1 min left"), (61, "2 min left"), (7260, "2 h 1 min left")],
)
def test_time_left(seconds: float, shown: str) -> None:
    assert plain_text.remaining(seconds) == shown


@pytest.mark.parametrize(
    ("contents", "shown"),
    [
        (Contents(("a",), files=1, folders=0, total=5), "1 file, 5 B"),
        (Contents(("a",), files=2140, folders=3, total=3_200_000_000), "2,140 files, 3.2 GB"),
        (Contents(("a",), files=0, folders=2, total=0), "2 folders, 0 B"),
    ],
)
def test_contents(contents: Contents, shown: str) -> None:
    assert plain_text.contents(contents) == shown


def test_names_are_listed_up_to_a_few() -> None:
    assert plain_text.names(["a", "b\x1b"]) == "“a”, “b\\x1b”"
    assert plain_text.names([str(number) for number in range(1005)]).endswith("“4” and 1,000 more")


@pytest.mark.parametrize(
    ("progress", "shown"),
    [
        (Progress(48, 100, 0, 1, 94_000_000, 17.2), "48 % · 94.0 MB/s · 17 s left"),
        (Progress(0, 100, 0, 1, 0, None), "0 %"),
        (Progress(9, 100, 0, 1, 5e6, 2, Limit.THEIR_DISK), "9 % · 5.0 MB/s · 2 s left · limited by their disk"),
        (Progress(0, 0, 1, 4, 0, None), "25 %"),
        (Progress(0, 0, 0, 0, 0, None), "0 %"),
    ],
)
def test_progress(progress: Progress, shown: str) -> None:
    assert plain_text.progress(progress) == shown

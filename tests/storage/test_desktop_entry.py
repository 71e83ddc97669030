"""The Exec line of a desktop entry; paths that need every kind of escape are tried with the menu entry."""

from collections.abc import Sequence

import pytest

from desktop_app.storage import desktop_entry


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["/usr/bin/python3", "-P", "-m", "desktop_app"], "/usr/bin/python3 -P -m desktop_app"),
        (["tallystick", "--profile", "/home/Ada Lovelace"], 'tallystick --profile "/home/Ada Lovelace"'),
        (["/home/Zoë/tallystick"], '"/home/Zoë/tallystick"'),
        (["tallystick", ""], 'tallystick ""'),
        (["/home/100%\n$HOME"], r'"/home/100%%\n\\$HOME"'),
    ],
)
def test_words_are_quoted_where_they_have_to_be(words: Sequence[str], line: str) -> None:
    assert desktop_entry.command_line(words) == line

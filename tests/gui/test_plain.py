"""Labels: where their lines stand, and what gives way where there is too little room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui import plain
from desktop_app.gui.plain import Words


@pytest.fixture
def _from_the_right(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def _ink(qtbot: QtBot, text: str, width: int) -> list[set[int]]:
    """Of each line of `text`, in which columns of a label of `width` something is drawn."""
    page = QWidget()
    qtbot.addWidget(page)
    page.setStyleSheet("background: white; color: black")
    words = Words(text)
    words.setFixedWidth(width)
    height = words.fontMetrics().height()
    count = words.heightForWidth(width) // height
    words.setFixedHeight(count * height)
    rows = QVBoxLayout(page)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.addWidget(words)
    page.show()
    drawn = words.grab().toImage()
    return [
        {
            column
            for column in range(drawn.width())
            if any(_dark(drawn, column, row) for row in range(line * height, (line + 1) * height))
        }
        for line in range(count)
    ]


def _dark(drawn: QImage, column: int, row: int) -> bool:
    return QColor(drawn.pixelColor(column, row)).lightness() < 128


@pytest.mark.usefixtures("_from_the_right")
def test_lines_broken_at_a_space_all_begin_at_the_right_edge(qtbot: QtBot) -> None:
    lines = _ink(qtbot, " ".join(12 * ["مجلد"]), 120)
    assert len(lines) > 1
    assert len({max(columns) for columns in lines}) == 1


@pytest.mark.usefixtures("_from_the_right")
def test_a_latin_name_at_its_head_does_not_turn_the_sentence(qtbot: QtBot) -> None:
    """The name begins it, so it stands at the right; the same with a mark that says so."""
    sentence = "Tallystick مجلد مجلد."
    assert _ink(qtbot, sentence, 300) == _ink(qtbot, f"\u200f{sentence}", 300)


def test_a_long_name_gives_way_before_the_sentence_that_it_is_in(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    sentence = f"{plain.isolated('Ada')} tells {plain.isolated('n' * 100)} that files are here"
    for mode in (Qt.TextElideMode.ElideMiddle, Qt.TextElideMode.ElideRight):
        width = metrics.horizontalAdvance(sentence) // 2
        shown = plain.elide(sentence, metrics, width, mode)
        assert metrics.horizontalAdvance(shown) <= width
        assert shown.startswith("\u2068Ada\u2069 tells \u2068n")
        assert shown.endswith("\u2069 that files are here")
        assert shown.count("…") == 1


def test_where_even_a_short_name_leaves_too_little_room_the_sentence_gives_way_too(qapp: QApplication) -> None:
    metrics = QFontMetrics(qapp.font())
    sentence = f"{plain.isolated('Ada')} tells that files are here"
    width = metrics.horizontalAdvance(sentence) * 2 // 3
    shown = plain.elide(sentence, metrics, width)
    assert metrics.horizontalAdvance(shown) <= width
    assert "\u2068Ada\u2069" in shown

"""The last row of a page in one line, and in as many as are needed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.gui.button_row import ButtonRow

LEADING = ("Remove…",)
OTHERS = ("Save receipt…", "Show in folder", "Open", "Close")


class Row:
    def __init__(self, qtbot: QtBot, leading: tuple[str, ...] = LEADING, others: tuple[str, ...] = OTHERS) -> None:
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.row = ButtonRow()
        self.buttons = {words: QPushButton(words) for words in (*leading, *others)}
        for words, button in self.buttons.items():
            self.row.lead(button) if words in leading else self.row.addWidget(button)
        self.page.setLayout(self.row)
        self.page.show()

    def lines(self, width: int) -> list[list[str]]:
        """What is read in each line, from top to bottom and as reading goes."""
        self.page.resize(width, self.row.totalHeightForWidth(width))
        self.row.activate()
        right_to_left = self.page.layoutDirection() is Qt.LayoutDirection.RightToLeft
        shown = [(button.pos(), words) for words, button in self.buttons.items() if button.isVisible()]
        tops = sorted({place.y() for place, _ in shown})
        order = (lambda each: -each[0].x()) if right_to_left else (lambda each: each[0].x())
        return [[words for _, words in sorted((e for e in shown if e[0].y() == top), key=order)] for top in tops]

    def needed(self, *words: str) -> int:
        margins, gaps = self.row.contentsMargins(), self.row.spacing() * (len(words) - 1)
        return sum(self.buttons[each].sizeHint().width() for each in words) + gaps + margins.left() + margins.right()

    def at(self, words: str) -> QPoint:
        return self.buttons[words].pos()


def test_where_there_is_room_it_is_one_line_with_what_leads_apart(qtbot: QtBot) -> None:
    row = Row(qtbot)
    width = row.needed(*LEADING, *OTHERS)
    assert row.lines(width + 100) == [[*LEADING, *OTHERS]]
    assert row.at("Save receipt…").x() - row.buttons["Remove…"].geometry().right() > 100
    assert row.lines(width) == [[*LEADING, *OTHERS]]
    assert len(row.lines(width - 1)) == 2


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_else_the_last_line_is_as_full_as_can_be_and_nothing_is_cut(
    qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    row = Row(qtbot)
    row.page.setLayoutDirection(direction)
    width = row.needed("Show in folder", "Open", "Close")
    assert row.lines(width) == [["Remove…", "Save receipt…"], ["Show in folder", "Open", "Close"]]
    each_alone = [[words] for words in (*LEADING, *OTHERS)]
    assert row.lines(row.needed("Show in folder")) == each_alone
    page = row.page.rect()
    assert all(page.contains(each.geometry()) for each in row.buttons.values())
    assert all(each.size() == each.sizeHint() for each in row.buttons.values())


def test_what_leads_takes_lines_of_its_own_and_shares_its_last(qtbot: QtBot) -> None:
    row = Row(qtbot, ("Rename", "Accept without asking…", "Forget…"), ("Close",))
    width = row.needed("Rename", "Accept without asking…")
    assert row.lines(width) == [["Rename", "Accept without asking…"], ["Forget…", "Close"]]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row = Row(qtbot)
    for words in ("Remove…", "Save receipt…"):
        row.buttons[words].hide()
    assert row.lines(row.needed("Show in folder", "Open", "Close")) == [["Show in folder", "Open", "Close"]]
    assert row.row.totalMinimumSize().width() == row.needed("Show in folder")

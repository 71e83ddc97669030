"""Whoever answered did not prove to be the remembered device: stopping is easy, going on has to be meant."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.events import SessionId
from desktop_app.gui.plain import Elided, isolated
from desktop_app.gui.unproven_dialog import UnprovenDialog
from tests.gui.conftest import Stage, keyboard

SESSION = SessionId(3)
LEFT = Qt.MouseButton.LeftButton
STOPPED, ANEW = ("give_up", SESSION), ("compare_anew", SESSION)
MASHED = (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter)


def opened(stage: Stage, qtbot: QtBot) -> UnprovenDialog:
    stage.engine.doubt(SESSION)
    dialog = stage.find(UnprovenDialog, "unproven-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def readable(stage: Stage, qtbot: QtBot) -> UnprovenDialog:
    """The moment in which nobody can have read it is over."""
    dialog = opened(stage, qtbot)
    qtbot.waitUntil(stage.find(QPushButton, "unproven-compare").isEnabled)
    return dialog


def test_it_says_who_is_doubted_why_and_where(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    heading = stage.find(QLabel, "unproven-text")
    assert heading.text() == f"This did not prove to be {isolated('Kitchen PC')}."
    assert heading.hasFocus()
    reason = "It may have forgotten this computer, or somebody is in between."
    assert heading.accessibleName() == f"{heading.text()} {reason}"
    said = [label.whole if isinstance(label, Elided) else label.text() for label in dialog.findChildren(QLabel)]
    assert reason in said
    assert f"It answered at {isolated('192.168.1.23:47471')}." in said
    assert any(text.startswith("Nothing was sent.") for text in said)


def test_stop_is_the_default_and_the_other_choice_is_locked_at_first(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    stop, anew = stage.find(QPushButton, "unproven-stop"), stage.find(QPushButton, "unproven-compare")
    assert stop.isDefault()
    assert stop.isEnabled()
    assert not anew.isEnabled()
    assert not anew.isDefault()
    QTest.mouseClick(anew, LEFT)
    assert not stage.engine.calls


def test_keys_that_were_meant_for_something_else_answer_nothing(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    for key in (*MASHED, Qt.Key.Key_Escape) * 10:
        QTest.keyClick(keyboard(), key)
    assert stage.shows("unproven-dialog")
    assert not stage.engine.calls


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("how", ["click", "enter", "escape", "close"])
def test_stopping(stage: Stage, qtbot: QtBot, how: str) -> None:
    dialog = readable(stage, qtbot)
    match how:
        case "click":
            QTest.mouseClick(stage.find(QPushButton, "unproven-stop"), LEFT)
        case "enter":
            QTest.keyClick(keyboard(), Qt.Key.Key_Return)
        case "escape":
            QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
        case _:
            dialog.close()
    assert not stage.shows("unproven-dialog")
    assert stage.engine.calls == [STOPPED]


@pytest.mark.usefixtures("quick")
def test_comparing_anew_has_to_be_chosen(stage: Stage, qtbot: QtBot) -> None:
    readable(stage, qtbot)
    anew = stage.find(QPushButton, "unproven-compare")
    QTest.mouseClick(anew, LEFT)
    anew.click()
    assert not stage.shows("unproven-dialog")
    assert stage.engine.calls == [ANEW]


@pytest.mark.usefixtures("quick")
def test_it_can_be_chosen_with_the_keyboard_but_not_by_enter(stage: Stage, qtbot: QtBot) -> None:
    readable(stage, qtbot)
    anew = stage.find(QPushButton, "unproven-compare")
    for _ in range(5):
        if anew.hasFocus():
            break
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert anew.hasFocus()
    QTest.keyClick(anew, Qt.Key.Key_Space)
    assert stage.engine.calls == [ANEW]
    readable(stage, qtbot)
    anew = stage.find(QPushButton, "unproven-compare")
    anew.setFocus()
    QTest.keyClick(anew, Qt.Key.Key_Return)
    assert stage.engine.calls == [ANEW, STOPPED]

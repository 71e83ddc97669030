"""Somebody else than was called proved to be a remembered device: nothing goes there without a word from the person."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.errors import Cancelled
from desktop_app.events import Method, SessionId, State, Transfer
from desktop_app.gui import dates
from desktop_app.gui.plain import Elided, isolated
from desktop_app.gui.recognised_dialog import RecognisedDialog
from tests.gui.conftest import Stage, keyboard
from tests.support.fake_engine import WEEKS_AGO

SESSION = SessionId(3)
LEFT = Qt.MouseButton.LeftButton
WENT_ON, ENDED = ("go_on", SESSION), ("end_session", SESSION)


def asked(stage: Stage, *names: str) -> list[Transfer]:
    waiting = stage.engine.hold_back(SESSION, *(names or ("thesis.pdf",)))
    stage.engine.recognise(SESSION)
    return waiting


def click(stage: Stage, qtbot: QtBot, name: str) -> None:
    button = stage.find(QPushButton, name)
    qtbot.waitUntil(button.isEnabled)
    QTest.mouseClick(button, LEFT)


def test_it_says_who_was_called_who_that_is_and_what_waits(stage: Stage, qtbot: QtBot) -> None:
    asked(stage, "a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg")
    said = stage.find(QLabel, "recognised-text")
    assert said.text() == (
        f"You called {isolated('192.168.1.7')} — this is {isolated('Kitchen PC')}, verified {dates.day(WEEKS_AGO)}."
    )
    qtbot.waitUntil(said.hasFocus)
    assert said.accessibleName() == f"{said.text()} Send to it?"
    dialog = stage.find(RecognisedDialog, "recognised-dialog")
    waiting = [label.whole for label in dialog.findChildren(Elided)]
    assert waiting == [f"{isolated(name)} — 4.2 MB" for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert "and 2 more" in [label.text() for label in dialog.findChildren(QLabel)]


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("button", "call"), [("recognised-send", WENT_ON), ("recognised-leave", ENDED)])
def test_the_answer_is_given_once(stage: Stage, qtbot: QtBot, button: str, call: tuple[object, ...]) -> None:
    asked(stage)
    target = stage.find(QPushButton, button)
    click(stage, qtbot, button)
    target.click()
    assert stage.engine.calls == [call]
    assert not stage.shows("recognised-dialog")


@pytest.mark.parametrize("how", ["escape", "close"])
def test_turning_away_means_not_to_send(stage: Stage, how: str) -> None:
    asked(stage)
    dialog = stage.find(RecognisedDialog, "recognised-dialog")
    if how == "escape":
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert stage.engine.calls == [ENDED]


def test_stray_keys_send_nothing(stage: Stage) -> None:
    asked(stage)
    for _ in range(20):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(keyboard(), key)
    assert not stage.engine.calls
    assert not stage.find(QPushButton, "recognised-send").isEnabled()


@pytest.mark.usefixtures("quick")
def test_hammering_locks_the_answers_again(stage: Stage, qtbot: QtBot) -> None:
    asked(stage)
    send = stage.find(QPushButton, "recognised-send")
    qtbot.waitUntil(send.isEnabled)
    send.setFocus()
    QTest.keyClick(send, Qt.Key.Key_Return)
    assert not send.isEnabled()
    assert not stage.engine.calls


def test_a_session_that_ends_takes_the_question_with_it(stage: Stage) -> None:
    asked(stage)
    stage.engine.lose_session(SessionId(99), "Somebody else")
    assert stage.shows("recognised-dialog")
    stage.engine.lose_session(SESSION, "Kitchen PC")
    assert not stage.shows("recognised-dialog")
    assert not stage.engine.calls


def test_when_nothing_waits_any_more_it_is_not_asked_and_not_sent_to(stage: Stage) -> None:
    first, second = asked(stage, "a.jpg", "b.jpg")
    stage.engine.change(first, state=State.CANCELLED, error=Cancelled(peer="Kitchen PC"))
    assert stage.shows("recognised-dialog")
    stage.engine.change(second, state=State.CANCELLED, error=Cancelled(peer="Kitchen PC"))
    assert not stage.shows("recognised-dialog")
    assert stage.engine.calls == [ENDED], "as if the person had said no"


def test_the_question_stands_instead_of_the_quiet_line(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    assert stage.shows("notice-mention")
    asked(stage)
    assert not stage.shows("notice-mention")

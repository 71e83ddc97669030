"""One question at a time: each waits for codes, for red notices and for the ones before it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.engine import Answer
from desktop_app.errors import CodeMismatch, ComparisonUnfinished
from desktop_app.events import Contents, SessionId, State
from desktop_app.gui.verified_page import VerifiedPage
from tests.gui.conftest import Stage
from tests.gui.test_earlier import plain_text

pytestmark = pytest.mark.usefixtures("quick")

QUESTIONS = ("code-dialog", "failure-dialog", "unproven-dialog", "recognised-dialog", "offer-dialog")
FILES = Contents(("a",), 1, 0, 1)


def asked(stage: Stage) -> list[str]:
    return [name for name in QUESTIONS if stage.shows(name)]


def click(stage: Stage, qtbot: QtBot, name: str) -> None:
    button = stage.find(QPushButton, name)
    qtbot.waitUntil(button.isEnabled)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_question_comes_in_its_turn(stage: Stage, qtbot: QtBot) -> None:
    code = stage.engine.show_code(session=1)
    stage.engine.doubt(SessionId(2))
    stage.engine.hold_back(SessionId(3), "thesis.pdf")
    stage.engine.recognise(SessionId(3))
    offer = stage.engine.offer(FILES, session=4)
    assert asked(stage) == ["code-dialog"]
    stage.engine.end_comparison(code, CodeMismatch(peer="Kitchen PC"), counted=True)
    assert asked(stage) == ["failure-dialog"]
    click(stage, qtbot, "failure-seen")
    assert asked(stage) == ["unproven-dialog"]
    click(stage, qtbot, "unproven-stop")
    assert asked(stage) == ["recognised-dialog"]
    click(stage, qtbot, "recognised-send")
    assert asked(stage) == ["offer-dialog"]
    click(stage, qtbot, "offer-decline")
    assert asked(stage) == []
    assert stage.engine.calls == [
        ("dismiss_failure",),
        ("give_up", SessionId(2)),
        ("go_on", SessionId(3)),
        ("decline", offer.id),
    ]


def test_a_code_does_not_wait_for_an_unproven_device_that_is_still_on_the_screen(stage: Stage) -> None:
    """The other person sees it too, and has two minutes."""
    stage.engine.doubt(SessionId(2))
    stage.engine.show_code(session=1)
    assert asked(stage) == ["code-dialog", "unproven-dialog"]
    assert not stage.engine.calls


def test_comparing_anew_leads_to_the_code_with_its_doubt(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.doubt(SessionId(2))
    click(stage, qtbot, "unproven-compare")
    assert stage.engine.calls == [("compare_anew", SessionId(2))]
    stage.engine.show_code(session=3, doubted="Kitchen PC")
    assert asked(stage) == ["code-dialog"]
    assert stage.shows("code-doubt")


def test_two_doubts_are_two_questions(stage: Stage, qtbot: QtBot) -> None:
    for session in (2, 3):
        stage.engine.doubt(SessionId(session))
    click(stage, qtbot, "unproven-stop")
    click(stage, qtbot, "unproven-stop")
    assert stage.engine.calls == [("give_up", SessionId(2)), ("give_up", SessionId(3))]


def test_a_question_whose_session_ended_while_it_waited_is_never_asked(stage: Stage) -> None:
    code = stage.engine.show_code(session=1)
    stage.engine.hold_back(SessionId(3), "thesis.pdf")
    stage.engine.recognise(SessionId(3))
    stage.engine.lose_session(SessionId(3), "Kitchen PC")
    stage.engine.end_comparison(code, ComparisonUnfinished(peer="x"), counted=False)
    assert asked(stage) == []
    assert not stage.engine.calls


def test_nothing_is_asked_about_what_was_cancelled_while_the_question_waited(stage: Stage) -> None:
    code = stage.engine.show_code(session=1)
    [waiting] = stage.engine.hold_back(SessionId(3), "thesis.pdf")
    stage.engine.recognise(SessionId(3))
    stage.engine.change(waiting, state=State.CANCELLED)
    stage.engine.end_comparison(code, ComparisonUnfinished(peer="x"), counted=False)
    assert asked(stage) == []
    assert stage.engine.calls == [("end_session", SessionId(3))]


def test_a_second_code_waits_for_the_success_on_the_screen(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of several devices that were chosen, each has its turn as soon as the one before is verified."""
    monkeypatch.setattr(VerifiedPage, "wait_ms", 60_000)
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(stage.engine.show_code(session=1), "kitchen")
    stage.engine.show_code("Study", session=2)
    stage.engine.offer(FILES, session=1)
    assert stage.find(QLabel, "code-title").text() == "Verified"
    stage.engine.show_code("Attic", session=3)
    assert stage.engine.calls == [("answer_code", SessionId(3), Answer.NOT_NOW)]
    click(stage, qtbot, "code-done")
    assert asked(stage) == ["code-dialog"]
    assert stage.find(QLabel, "code-title").text() == "Compare this code"
    assert stage.engine.calls[1:] == [("remember", SessionId(1))]


def test_a_code_whose_comparison_ended_during_the_success_before_it_never_appears(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(stage.engine.show_code(session=1), "kitchen")
    stage.engine.end_comparison(stage.engine.show_code(session=2), ComparisonUnfinished(peer="Study"), counted=False)
    click(stage, qtbot, "code-done")
    assert asked(stage) == []


def fail(stage: Stage, session: SessionId, peer: str) -> None:
    stage.engine.end_comparison(session, CodeMismatch(peer=peer), counted=True)


def failure(stage: Stage) -> str:
    return plain_text(stage.find(QLabel, "failure-text").text())


def test_a_code_waits_until_the_failure_before_it_was_seen(stage: Stage, qtbot: QtBot) -> None:
    fail(stage, stage.engine.show_code(session=1), "Kitchen PC")
    stage.engine.show_code("Study", session=2)
    assert asked(stage) == ["failure-dialog"]
    assert not stage.engine.calls, "its time goes on, and nobody put it off"
    click(stage, qtbot, "failure-seen")
    assert asked(stage) == ["code-dialog"]
    assert stage.engine.calls == [("dismiss_failure",)]


def test_every_failure_is_shown_in_its_turn_and_the_last_lets_others_in(stage: Stage, qtbot: QtBot) -> None:
    for number, peer in enumerate(("Kitchen PC", "Study", "Attic"), 1):
        fail(stage, SessionId(number), peer)
    for peer in ("Kitchen PC", "Study", "Attic"):
        assert peer in failure(stage)
        assert not stage.engine.calls
        click(stage, qtbot, "failure-seen")
    assert asked(stage) == []
    assert stage.engine.calls == [("dismiss_failure",)]


def test_a_code_that_failed_while_it_waited_is_another_failure_and_no_code(stage: Stage, qtbot: QtBot) -> None:
    fail(stage, SessionId(1), "Kitchen PC")
    fail(stage, stage.engine.show_code("Study", session=2), "Study")
    assert "Kitchen PC" in failure(stage)
    click(stage, qtbot, "failure-seen")
    assert "Study" in failure(stage)
    click(stage, qtbot, "failure-seen")
    assert asked(stage) == []


def test_a_code_whose_comparison_ended_while_it_waited_never_appears(stage: Stage, qtbot: QtBot) -> None:
    fail(stage, SessionId(1), "Kitchen PC")
    stage.engine.end_comparison(stage.engine.show_code(session=2), ComparisonUnfinished(peer="Study"), counted=False)
    stage.engine.lose_session(stage.engine.show_code(session=3), "Attic")
    click(stage, qtbot, "failure-seen")
    assert asked(stage) == []


def test_while_a_code_waits_for_a_failure_another_is_put_off(stage: Stage, qtbot: QtBot) -> None:
    fail(stage, SessionId(1), "Kitchen PC")
    stage.engine.show_code("Study", session=2)
    stage.engine.show_code("Attic", session=3)
    assert stage.engine.calls == [("answer_code", SessionId(3), Answer.NOT_NOW)]
    click(stage, qtbot, "failure-seen")
    assert asked(stage) == ["code-dialog"]


def test_a_failure_of_another_comparison_is_over_the_code_on_the_screen(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.show_code(session=1)
    fail(stage, SessionId(2), "Study")
    fail(stage, SessionId(3), "Attic")
    for peer in ("Study", "Attic"):
        assert asked(stage) == ["code-dialog", "failure-dialog"]
        assert peer in failure(stage)
        click(stage, qtbot, "failure-seen")
    assert asked(stage) == ["code-dialog"]

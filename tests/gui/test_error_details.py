"""Behind "Details": what an error is called and every fact it holds, to be read, copied, and sent by nobody."""

import time
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ConnectionLost,
    NotOpen,
    NotProven,
    PartlyDelivered,
    PausedHere,
    PeerUnreachable,
    PortInUse,
    SourceChanged,
    WaitsForPeer,
)
from desktop_app.events import Contents, Direction, FileFailure, SessionId, State, Transfer, TransferId, Trouble
from desktop_app.gui import transfer_report
from desktop_app.gui.past_list import PastList
from desktop_app.gui.start_failure import StartFailure
from tests.gui.conftest import HOSTILE, Stage, keyboard
from tests.support.fake_engine import AFTERNOON

LEFT = Qt.MouseButton.LeftButton
CONTENTS = Contents(("thesis.pdf",), 1, 0, 4_200_000)


def shown(stage: Stage) -> str:
    return stage.find(QPlainTextEdit, "error-report").toPlainText()


def test_a_warning_has_its_details_and_a_report_to_copy(stage: Stage) -> None:
    QGuiApplication.clipboard().clear()
    stage.window.handle(Trouble(PortInUse(port=47472)))
    QTest.mouseClick(stage.find(QPushButton, "notice-details"), LEFT)
    report = shown(stage)
    assert f"Tallystick {__version__}" in report
    assert PortInUse.code in report
    assert "port: 47472" in report
    assert str(PortInUse(port=47472)) in report
    assert QGuiApplication.clipboard().text() == ""
    QTest.mouseClick(stage.find(QPushButton, "error-copy"), LEFT)
    assert QGuiApplication.clipboard().text() == report


def test_the_report_says_when_it_happened_not_when_it_was_looked_at(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: AFTERNOON)
    stage.window.handle(Trouble(PortInUse(port=47472)))
    monkeypatch.setattr(time, "time", lambda: AFTERNOON + 420)
    QTest.mouseClick(stage.find(QPushButton, "notice-details"), LEFT)
    assert f"happened {transfer_report.moment(AFTERNOON)}" in shown(stage).splitlines()
    assert transfer_report.moment(AFTERNOON + 420) not in shown(stage)


def test_so_does_that_of_a_row(stage: Stage) -> None:
    stage.engine.change(PARTLY)
    [details] = [each for each in stage.find_hidden(QMenu, "more-menu-0").actions() if each.text() == "Details…"]
    details.trigger()
    assert f"happened {transfer_report.moment(AFTERNOON)}" in shown(stage).splitlines()


def test_so_does_the_red_page_in_the_next_language_too(
    stage: Stage, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: AFTERNOON)
    stage.engine.end_comparison(SessionId(1), CodeMismatch(peer="Kitchen PC"), counted=True)
    monkeypatch.setattr(time, "time", lambda: AFTERNOON + 420)
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: stage.shows("failure-details"))
    assert f"happened {transfer_report.moment(AFTERNOON)}" in press(stage, "failure-details").splitlines()


def test_what_is_no_error_has_none(stage: Stage) -> None:
    stage.window._notices.say(lambda: "The receipt was saved.")
    assert stage.shows("notice-info")
    assert not stage.shows("notice-details")


def test_the_keyboard_reaches_them_and_escape_leaves(stage: Stage, qtbot: QtBot) -> None:
    stage.window.handle(Trouble(PortInUse(port=47472)))
    details = stage.find(QPushButton, "notice-details")
    for _ in range(20):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        if keyboard() is details:
            break
    QTest.keyClick(details, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: keyboard().objectName() == "error-close")
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not stage.shows("error-report"))


@pytest.mark.parametrize(
    ("error", "paused", "there"),
    [
        (SourceChanged(path="thesis.pdf"), None, True),
        (None, WaitsForPeer(peer="Kitchen PC"), True),
        (None, PausedHere(), False),
        (None, None, False),
    ],
)
def test_a_row_tells_them_where_something_went_wrong(
    stage: Stage, error: AppError | None, paused: AppError | None, there: bool
) -> None:
    state = State.MOVING if error is None else State.FAILED
    transfer = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", state, CONTENTS, error=error, paused=paused)
    stage.engine.change(transfer)
    [details] = [action for action in stage.find_hidden(QMenu, "more-menu-1").actions() if action.text() == "Details…"]
    assert details.isVisible() is there
    if there:
        details.trigger()
        told = error or paused
        assert told is not None
        assert told.code in shown(stage)


def test_who_cannot_start_has_them_too(stage: Stage, qtbot: QtBot) -> None:
    failure = StartFailure(PortInUse(port=47471))
    qtbot.addWidget(failure)
    failure.show()
    QTest.mouseClick(stage.find(QPushButton, "start-failure-details"), LEFT)
    assert PortInUse.code in shown(stage)


def press(stage: Stage, name: str) -> str:
    """A button of details; what the report says then."""
    opens = stage.find(QPushButton, name)
    assert opens.text() == "Details…"
    assert opens.accessibleName().startswith("Details: ")
    QTest.mouseClick(opens, LEFT)
    return shown(stage)


@pytest.mark.usefixtures("quick")
def test_the_red_page_has_them_without_a_word_of_the_code_and_stays(stage: Stage, qtbot: QtBot) -> None:
    session = stage.engine.show_code(digits="4821 0973", words=("velvet", "anchor", "plate"))
    stage.engine.end_comparison(session, CodeMismatch(peer="Kitchen PC"), counted=True)
    report = press(stage, "failure-details")
    assert f"{CodeMismatch.code} (CodeMismatch)" in report.splitlines()
    assert "  peer: Kitchen PC" in report.splitlines()
    assert not [word for word in ("4821", "0973", "velvet", "anchor", "plate") if word in report]
    QTest.keyClick(stage.find(QPushButton, "error-close"), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not stage.shows("error-report"))
    assert stage.shows("failure-dialog")
    assert ("dismiss_failure",) not in stage.engine.calls


def test_so_has_the_page_of_a_device_that_did_not_prove_itself(stage: Stage) -> None:
    stage.engine.doubt(SessionId(3))
    assert NotProven.code in press(stage, "unproven-details")
    assert stage.shows("unproven-dialog")
    assert not stage.engine.calls


def test_so_has_an_invitation_that_cannot_be_given(stage: Stage, qtbot: QtBot) -> None:
    stage.window._side.invite()
    qtbot.waitUntil(lambda: keyboard().objectName() == "invite-close")
    assert NotOpen.code in press(stage, "invite-details")


def test_so_has_a_setting_that_does_not_hold_and_it_is_told_in_the_next_language_too(
    stage: Stage, qtbot: QtBot, qapp: QApplication
) -> None:
    stage.window._side.show_settings()
    stage.window.handle(Trouble(PortInUse(port=50_000)))
    stage.window.handle(Trouble(PortInUse(port=50_001)))
    QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: stage.shows("settings-problem-details"))
    assert "50001" in stage.find(QLabel, "settings-problem").text()
    assert "port: 50001" in press(stage, "settings-problem-details")


def test_another_problem_takes_the_keyboard_over_from_the_one_before(stage: Stage, qtbot: QtBot) -> None:
    stage.window._side.show_settings()
    stage.window.handle(Trouble(PortInUse(port=50_000)))
    before = stage.find(QPushButton, "settings-problem-details")
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    stage.window.handle(Trouble(PortInUse(port=50_001)))
    assert keyboard().objectName() == "settings-problem-details"
    assert keyboard() is not before


PARTLY = Transfer(
    TransferId(0),
    Direction.SENDING,
    "Kitchen PC",
    State.PARTLY,
    Contents(("src",), 40, 3, 81_000_000),
    into=Path("/home/ada/secret place"),
    failures=(FileFailure("src/a\nb.c", SourceChanged(path="src/a\nb.c")),),
    error=PartlyDelivered(failed=70, files=100),
    changed_at=AFTERNOON,
)


def test_what_failed_in_an_earlier_run_has_them_with_all_that_is_known_of_it(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.remember_past(PARTLY, failed=70)
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    view = stage.find(PastList, "past-list")
    qtbot.waitUntil(lambda: view.model().index(0, 0).data() is not None)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    report = press(stage, "past-error")
    lines = report.splitlines()
    assert f"{PartlyDelivered.code} (PartlyDelivered)" in lines
    ended = time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(AFTERNOON))
    for fact in ("direction: sending", "verified: code compared", f"ended: {ended}", "not delivered: 70", "files: 40"):
        assert f"  {fact}" in lines
    [reason] = [line for line in lines if SourceChanged.code in line]
    assert "src/a\N{REPLACEMENT CHARACTER}b.c" in reason
    assert "secret place" not in report, "where things lie is nobody's business"


def test_what_came_has_none_in_the_list_of_earlier_ones(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.remember_past(replace(PARTLY, state=State.DELIVERED, failures=(), error=None))
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    view = stage.find(PastList, "past-list")
    qtbot.waitUntil(lambda: view.model().index(0, 0).data() is not None)
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert stage.shows("past-details")
    assert not stage.shows("past-error")


def test_the_report_of_a_row_says_which_files_and_why(stage: Stage) -> None:
    stage.engine.change(replace(PARTLY, id=TransferId(1)))
    [details] = [action for action in stage.find_hidden(QMenu, "more-menu-1").actions() if action.text() == "Details…"]
    details.trigger()
    assert SourceChanged.code in shown(stage)
    assert "  state: partly delivered" in shown(stage).splitlines()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_others_called_their_things_stays_on_its_line(stage: Stage, hostile: str) -> None:
    stage.window.handle(Trouble(ConnectionLost(peer=hostile)))
    QTest.mouseClick(stage.find(QPushButton, "notice-details"), LEFT)
    report = shown(stage)
    assert not {"\u202e", "\x1b", "\x00"} & set(report)
    assert [line for line in report.splitlines() if line.startswith("  peer: ")]
    assert len(report.splitlines()) == 5


def test_no_line_of_the_report_is_cut_off(stage: Stage, qtbot: QtBot) -> None:
    stage.window.handle(Trouble(PeerUnreachable(peer="The very old family computer in the study upstairs " * 4)))
    QTest.mouseClick(stage.find(QPushButton, "notice-details"), LEFT)
    report = stage.find(QPlainTextEdit, "error-report")
    qtbot.waitUntil(lambda: not report.horizontalScrollBar().isVisible())
    assert report.verticalScrollBar().maximum() > 0
    margin = round(report.document().documentMargin())
    assert (report.viewport().height() - 2 * margin) % report.fontMetrics().lineSpacing() == 0

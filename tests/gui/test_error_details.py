"""Behind "Details": what an error is called and every fact it holds, to be read, copied, and sent by nobody."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.errors import (
    AppError,
    ConnectionLost,
    PausedHere,
    PeerUnreachable,
    PortInUse,
    SourceChanged,
    WaitsForPeer,
)
from desktop_app.events import Contents, Direction, State, Transfer, TransferId, Trouble
from desktop_app.gui.start_failure import StartFailure
from tests.gui.conftest import HOSTILE, Stage, keyboard

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

"""Everything that can be done can be done with keys; tests/packaged/test_every_screen.py has each screen by itself."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QSlider, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine import Answer
from desktop_app.errors import PortInUse
from desktop_app.events import Contents, DeviceId, Direction, SessionId, State, Transfer, TransferId, Trouble
from tests.gui.conftest import Stage, keyboard

FILE = Contents(("thesis.pdf",), 1, 0, 4_200_000)
ROW = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, FILE, session=SessionId(1))


def tab_to(qtbot: QtBot, window: QWidget, name: str) -> QWidget:
    """Press Tab until the control has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for _ in range(40):
        focused = QApplication.focusWidget() or window
        if focused.objectName() == name:
            return focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never reaches {name}")


def stops(window: QWidget) -> list[str]:
    """All that Tab reaches, from the first on."""
    reached: list[str] = []
    while (name := _press_tab(window)) not in reached:
        reached.append(name)
    return reached


def _press_tab(window: QWidget) -> str:
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
    return keyboard().objectName()


def test_tab_goes_through_the_window_as_it_is_read(stage: Stage, qtbot: QtBot) -> None:
    engine = stage.engine
    engine.remember_past(replace(ROW, id=TransferId(90), state=State.DELIVERED))
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    engine.find("kitchen", "Kitchen PC")
    for number in (1, 2):
        engine.change(replace(ROW, id=TransferId(number)))
    engine.find("studio", "Studio")
    stage.window.handle(Trouble(PortInUse(port=47472)))
    assert stops(stage.window) == [
        *("own-name", "visibility", "menu-button"),
        *("notice-details", "notice-dismiss"),
        *("card-kitchen", "card-studio", "card-address"),
        *("pause-2", "cancel-2", "more-2", "pause-1", "cancel-1", "more-1"),
        *("earlier-search", "earlier-clear", "past-list"),
    ]


def test_from_a_row_whose_button_went_tab_leads_to_its_other_ones(stage: Stage) -> None:
    for number in (1, 2, 3):
        row = stage.engine.change(replace(ROW, id=TransferId(number)))
        if number == 2:
            middle = row
    stage.find(QPushButton, "pause-2").setFocus()
    stage.engine.change(middle, state=State.FINISHING)
    assert keyboard().objectName() == "transfer-2"
    assert _press_tab(stage.window) == "cancel-2"


@pytest.mark.parametrize(
    ("start", "keys", "row", "end"),
    [
        ("card-address", Qt.KeyboardModifier.NoModifier, 16, QSlider.SliderAction.SliderToMaximum),
        ("own-name", Qt.KeyboardModifier.ShiftModifier, 1, QSlider.SliderAction.SliderToMinimum),
    ],
    ids=["down", "up"],
)
def test_a_row_that_tab_comes_to_is_scrolled_into_sight(
    stage: Stage, qtbot: QtBot, start: str, keys: Qt.KeyboardModifier, row: int, end: QSlider.SliderAction
) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    for number in range(1, 17):
        stage.engine.change(replace(ROW, id=TransferId(number)))
    stage.window.resize(stage.window.width(), 700)
    stage.find(QWidget, start).setFocus()
    reached = stage.find(QWidget, f"transfer-{row}")

    def scrolled_away() -> bool:
        for area in ("transfers", "parts"):
            stage.find(QScrollArea, area).verticalScrollBar().triggerAction(end)
        return reached.visibleRegion().isEmpty()

    qtbot.waitUntil(scrolled_away)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab, keys)
    assert reached.isAncestorOf(keyboard())
    assert reached.visibleRegion().boundingRect() == reached.rect()


@pytest.mark.usefixtures("quick")
def test_the_main_job_needs_no_mouse(stage: Stage, qtbot: QtBot) -> None:
    engine = stage.engine
    engine.find("kitchen", "Kitchen PC")

    QTest.keyClick(tab_to(qtbot, stage.window, "card-kitchen"), Qt.Key.Key_Return)
    QTest.keyClick(stage.find(QMenu, "card-menu"), Qt.Key.Key_Return)
    assert engine.calls[-1:] == [("send", (Path("/home/ada/thesis.pdf"),), DeviceId("kitchen"))]

    session = engine.show_code()
    qtbot.waitUntil(stage.find(QPushButton, "code-match").isEnabled)
    QTest.keyClick(tab_to(qtbot, stage.find(QWidget, "code-dialog"), "code-match"), Qt.Key.Key_Space)
    assert engine.calls[-1:] == [("answer_code", session, Answer.MATCH)]
    engine.verify(session, "kitchen")
    qtbot.waitUntil(lambda: not stage.shows("code-dialog"))

    offered = engine.offer(Contents(("b",), 1, 0, 1), peer="Kitchen PC")
    qtbot.waitUntil(stage.find(QPushButton, "offer-accept").isEnabled)
    QTest.keyClick(tab_to(qtbot, stage.find(QWidget, "offer-dialog"), "offer-accept"), Qt.Key.Key_Space)
    assert engine.calls[-1:] == [("accept", offered.id, None)]

    engine.change(offered, state=State.DELIVERED, saved=(Path("/home/ada/Downloads/b"),))
    QTest.keyClick(tab_to(qtbot, stage.window, f"open-{offered.id}"), Qt.Key.Key_Space)
    assert stage.desktop.opened == [Path("/home/ada/Downloads/b")]

"""Everything that can be done can be done with keys; tests/packaged/test_every_screen.py has each screen by itself."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine import Answer
from desktop_app.events import Contents, DeviceId, State
from tests.gui.conftest import Stage


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

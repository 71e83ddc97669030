"""The row for starting with the session: it shows what is so, and says why something could not be."""

import threading
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_app.errors import WriteFailed
from desktop_app.gui.autostart_box import AutostartBox
from tests.gui.conftest import Stage


@dataclass
class FakeAutostart:
    on: bool = False
    error: WriteFailed | None = None
    asked: list[tuple[bool, str]] = field(default_factory=list)

    def is_on(self) -> bool:
        return self.on

    def turn(self, on: bool) -> None:
        self.asked.append((on, threading.current_thread().name))
        if self.error is not None:
            raise self.error
        self.on = on


@pytest.fixture
def autostart() -> FakeAutostart:
    return FakeAutostart()


@pytest.fixture
def box(stage: Stage, autostart: FakeAutostart) -> AutostartBox:
    stage.window._side._autostart = autostart
    stage.window._side.show_settings()
    return stage.find(AutostartBox, "settings-autostart")


def test_a_key_turns_it_on_and_off_off_the_windows_thread(
    box: AutostartBox, autostart: FakeAutostart, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not box._busy)
    assert not box.isChecked()
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(box.isChecked)
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not box.isChecked())
    assert autostart.asked == [(True, "autostart"), (False, "autostart")]


def test_it_shows_what_is_so_already(stage: Stage, qtbot: QtBot) -> None:
    stage.window._side._autostart = FakeAutostart(on=True)
    stage.window._side.show_settings()
    qtbot.waitUntil(stage.find(AutostartBox, "settings-autostart").isChecked)


def test_what_the_disk_refuses_is_said_and_not_shown_as_done(
    stage: Stage, box: AutostartBox, autostart: FakeAutostart, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: not box._busy)
    autostart.error = WriteFailed(path="/home/ada/.config/autostart", reason="the disk is full")
    QTest.keyClick(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stage.shows("settings-problem"))
    assert "the disk is full" in stage.find(QLabel, "settings-problem").text()
    assert not box.isChecked()


def test_where_it_is_not_known_there_is_no_row(stage: Stage) -> None:
    stage.window._side.show_settings()
    assert not stage.shows("settings-autostart")

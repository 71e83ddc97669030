"""What can be copied is on the clipboard after one press, which is seen and heard, and nothing beside it moves."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.discovery.checks.findings import UfwOn
from desktop_app.errors import PortInUse
from desktop_app.events import Trouble
from desktop_app.gui import copy_button
from tests.gui.conftest import Stage


def _report(stage: Stage) -> None:
    stage.window.handle(Trouble(PortInUse(port=47472)))
    stage.find(QPushButton, "notice-details").click()


def _invitation(stage: Stage) -> None:
    stage.engine.invitation = "tallystick:ABCD"
    stage.window._side.invite()


def _check(stage: Stage) -> None:
    stage.window._side.show_check()
    stage.engine.checks[0]((UfwOn("sudo ufw allow 47471/tcp", port=47471),))


def _text(stage: Stage) -> None:
    stage.engine.receive_text("Come at eight.")


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("show", "name", "holds", "called"),
    [
        (_report, "error-copy", "port-in-use", "Copied"),
        (_invitation, "invite-copy", "tallystick:ABCD", "Copied"),
        (_check, "check-copy", "ufw", "Copied"),
        (_check, "finding-copy-0", "sudo ufw allow 47471/tcp", f"Copy the command: {UfwOn(port=47471)}"),
        (_text, "text-copy", "Come at eight.", "Copied"),
    ],
)
def test_one_press_copies_and_says_so_for_a_moment(
    stage: Stage,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    show: Callable[[Stage], None],
    name: str,
    holds: str,
    called: str,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(copy_button, "announce", lambda _source, text: said.append(text))
    monkeypatch.setattr(copy_button, "_SAID_MS", 50)
    show(stage)
    qtbot.waitUntil(lambda: stage.shows(name) and stage.find(QPushButton, name).isEnabled())
    button = stage.find(QPushButton, name)
    before, words = button.geometry(), button.text()
    QGuiApplication.clipboard().clear()
    button.click()
    assert holds in QGuiApplication.clipboard().text()
    assert said == ["Copied"]
    assert button.text() == "Copied"
    assert (button.accessibleName() or button.text()) == called
    assert button.geometry() == before
    qtbot.waitUntil(lambda: button.text() == words)
    assert button.geometry() == before

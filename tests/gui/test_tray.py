"""The icon beside the clock: its menu, and a guest that lives at it. A tray of the test's own making is enough."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from desktop_app.events import Contents, State
from desktop_app.gui import guest as guest_module
from desktop_app.gui.guest import Guest
from desktop_app.gui.message_bus import MessageBus
from desktop_app.gui.tray import Tray
from desktop_app.storage.settings import Visibility
from tests.gui.conftest import Stage


@pytest.fixture
def guest(qapp: QApplication, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Guest]:
    monkeypatch.setattr(Tray, "available", lambda: True)
    guest = Guest(qapp, stage.engine, stage.window, bus=MessageBus(""))
    stage.tell_too(guest.handle)
    yield guest
    guest.close()


@pytest.fixture
def tray(guest: Guest) -> Tray:
    assert guest._tray is not None
    return guest._tray


def action(menu: QMenu, text: str) -> QAction:
    (found,) = (each for each in menu.actions() if each.text() == text)
    return found


def test_it_shows_the_window_and_quits(stage: Stage, guest: Guest, tray: Tray) -> None:
    left: list[str] = []
    guest.left.connect(lambda: left.append("left"))
    stage.window.hide()
    action(tray.menu, "Show Tallystick").trigger()
    assert stage.window.isVisible()
    stage.window.hide()
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert stage.window.isVisible()
    action(tray.menu, "Quit").trigger()
    assert left == ["left"]
    assert not stage.window.isVisible()


def test_who_can_see_this_computer_is_chosen_and_shown(stage: Stage, tray: Tray) -> None:
    menu = action(tray.menu, "Who can see this computer").menu()
    assert isinstance(menu, QMenu)
    assert action(menu, "Everyone nearby").isChecked()
    action(menu, "Nobody").trigger()
    assert stage.engine.settings.visibility is Visibility.NOBODY
    stage.engine.change_settings(visibility=Visibility.REMEMBERED)
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Only remembered devices"]


def test_it_says_what_runs(stage: Stage, tray: Tray) -> None:
    assert tray.icon.toolTip() == "Tallystick"
    transfer = stage.engine.offer(Contents(("film.mkv",), 1, 0, 4_000_000_000))
    assert tray.icon.toolTip() == "Tallystick: a transfer is running"
    stage.engine.change(transfer, state=State.CANCELLED)
    assert tray.icon.toolTip() == "Tallystick"


def test_started_hidden_it_stays_at_the_tray_and_goes_back_there(stage: Stage, guest: Guest) -> None:
    stage.window.hide()
    guest.start(hidden=True)
    assert not stage.window.isVisible()
    stage.window.show()
    stage.window.close()
    assert not stage.window.isVisible()
    assert stage.window.closing.resident


def test_a_question_without_buttons_to_answer_it_brings_the_window(stage: Stage, guest: Guest) -> None:
    """A bubble of the tray has none."""
    stage.window.hide()
    stage.engine.offer(Contents(("film.mkv",), 1, 0, 4_000_000_000))
    assert stage.window.isVisible()
    stage.find(QPushButton, "offer-decline")


def test_a_bubble_leads_to_the_window(stage: Stage, guest: Guest, tray: Tray, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, title, text, *_: said.append((title, text)))
    offer = stage.engine.offer(Contents(("film.mkv",), 1, 0, 4_000_000_000))
    stage.engine.change(offer, state=State.MOVING)
    stage.window.hide()
    stage.engine.change(offer, state=State.DELIVERED)
    ((title, text),) = said
    assert "film.mkv" in title
    assert "Ada's laptop" in text
    tray.icon.messageClicked.emit()
    assert stage.window.isVisible()


@pytest.mark.parametrize("comes", [False, True])
def test_a_tray_is_waited_for_and_without_one_hidden_is_minimized(
    qapp: QApplication, stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, comes: bool
) -> None:
    """A session that begins starts its programs before its panel."""
    looks = iter([False] * 3)
    monkeypatch.setattr(Tray, "available", lambda: next(looks, comes))
    monkeypatch.setattr(guest_module, "_TRAY_MS", 1)
    stage.window.hide()
    guest = Guest(qapp, stage.engine, stage.window, bus=MessageBus(""))
    guest.start(hidden=True)
    assert not stage.window.isVisible()
    qtbot.waitUntil(lambda: stage.window.closing.resident if comes else stage.window.isMinimized())
    assert stage.window.isVisible() is not comes
    guest.close()

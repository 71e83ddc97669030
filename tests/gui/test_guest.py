"""A window in the background without a tray: it is got back by starting again, and ends with its work otherwise."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.engine import summons
from desktop_app.events import Contents, Direction, State, Transfer, TransferId
from desktop_app.gui.closing_dialog import WayBack
from desktop_app.gui.guest import Guest
from desktop_app.gui.message_bus import MessageBus
from desktop_app.gui.single_instance import LaterStarts
from desktop_app.storage.profile import Profile
from tests.gui.conftest import Stage


@pytest.fixture
def later(qapp: QApplication, stage: Stage, profile: Profile) -> Iterator[LaterStarts]:
    later = LaterStarts(qapp)
    later.summoned.connect(stage.window.come_forward)
    later.open(profile)
    yield later
    later.close()


@pytest.fixture
def profile(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return Profile(tmp_path_factory.mktemp("p") / "profile")


@pytest.fixture
def guest(qapp: QApplication, stage: Stage, later: LaterStarts) -> Iterator[Guest]:
    guest = Guest(qapp, stage.engine, stage.window, later, bus=MessageBus(""))
    stage.tell_too(guest.handle)
    yield guest
    guest.close()


@pytest.fixture
def moving(stage: Stage, guest: Guest) -> Transfer:
    """And the window is in the background."""
    contents = Contents(("film.mkv",), 1, 0, 4_000_000_000)
    moving = stage.engine.change(Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, contents))
    stage.window.close()
    stage.find(QPushButton, "closing-background").click()
    assert not stage.window.isVisible()
    return moving


def test_starting_again_brings_it_back(stage: Stage, profile: Profile, moving: Transfer, qtbot: QtBot) -> None:
    assert stage.window.closing.way_back() is WayBack.START
    came: list[bool] = []
    start = threading.Thread(target=lambda: came.append(summons.summon(profile)))
    start.start()
    qtbot.waitUntil(stage.window.isVisible)
    start.join()
    assert came == [True]
    assert stage.shows("transfer-1")


def test_it_ends_with_its_last_transfer_and_later_starts_wait_for_that(
    stage: Stage, guest: Guest, profile: Profile, moving: Transfer, qtbot: QtBot
) -> None:
    stage.window.closing.linger_ms = 1
    with qtbot.waitSignal(guest.left):
        stage.engine.change(moving, state=State.DELIVERED)
    came: list[bool] = []
    start = threading.Thread(target=lambda: came.append(summons.summon(profile)))
    start.start()
    qtbot.waitUntil(lambda: not start.is_alive())
    assert came == [False], "nobody is told that a window comes which is going"
    assert not stage.window.isVisible()

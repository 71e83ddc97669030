"""Closing the window: at once, after a question, or only out of sight."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.errors import ComparisonUnfinished, WaitsForPeer
from desktop_app.events import Contents, Direction, SessionId, State, Transfer, TransferId
from desktop_app.gui.closing_dialog import WayBack
from tests.gui.conftest import Stage, keyboard


@pytest.fixture
def left(stage: Stage) -> list[str]:
    left: list[str] = []
    stage.window.closing.left.connect(lambda: left.append("left"))
    return left


def move(stage: Stage) -> Transfer:
    contents = Contents(("film.mkv",), 1, 0, 4_000_000_000)
    return stage.engine.change(Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, contents))


def close(stage: Stage, way_back: WayBack) -> None:
    stage.window.closing.way_back = lambda: way_back
    stage.window.close()


def click(stage: Stage, name: str) -> None:
    stage.find(QPushButton, name).click()


def move_in_the_background(stage: Stage, way_back: WayBack) -> Transfer:
    transfer = move(stage)
    close(stage, way_back)
    click(stage, "closing-background")
    return transfer


def test_nothing_runs_and_it_ends(stage: Stage, left: list[str]) -> None:
    close(stage, WayBack.TRAY)
    assert not stage.window.isVisible()
    assert left == ["left"]


def test_what_runs_is_asked_about_and_staying_is_the_default(stage: Stage, left: list[str], qtbot: QtBot) -> None:
    move(stage)
    close(stage, WayBack.TRAY)
    assert stage.window.isVisible()
    qtbot.waitUntil(lambda: keyboard().objectName() == "closing-stay")
    assert stage.find(QPushButton, "closing-stay").isDefault()
    stage.window.close()
    click(stage, "closing-stay")
    assert not stage.shows("closing-dialog")
    assert stage.window.isVisible()
    assert left == []


def test_stop_and_close_ends_it(stage: Stage, left: list[str]) -> None:
    move(stage)
    close(stage, WayBack.START)
    click(stage, "closing-close")
    assert not stage.window.isVisible()
    assert left == ["left"]


def test_where_there_is_no_way_back_nothing_goes_on_unseen(stage: Stage) -> None:
    move(stage)
    close(stage, WayBack.NONE)
    assert stage.shows("closing-close")
    assert not stage.shows("closing-background")


def test_in_the_background_at_the_tray_it_stays_until_somebody_quits(stage: Stage, left: list[str]) -> None:
    transfer = move_in_the_background(stage, WayBack.TRAY)
    assert not stage.window.isVisible()
    stage.window.show()
    stage.window.close()
    assert not stage.window.isVisible()
    assert not stage.shows("closing-dialog"), "asked once"
    stage.engine.change(transfer, state=State.DELIVERED)
    stage.window.closing.transfers_changed()
    assert left == []
    stage.window.closing.quit()
    assert left == ["left"]


def test_quit_asks_too_and_shows_what_it_is_about(stage: Stage, left: list[str]) -> None:
    move_in_the_background(stage, WayBack.TRAY)
    stage.window.closing.quit()
    assert stage.window.isVisible()
    assert stage.shows("closing-dialog")
    click(stage, "closing-close")
    assert left == ["left"]


def test_in_the_background_without_a_tray_it_ends_with_the_last_transfer(
    stage: Stage, left: list[str], qtbot: QtBot
) -> None:
    closing = stage.window.closing
    closing.linger_ms = 1
    transfer = move_in_the_background(stage, WayBack.START)
    assert not stage.window.isVisible()
    assert not closing.resident
    with qtbot.waitSignal(closing.left):
        stage.engine.change(transfer, state=State.DELIVERED)
        closing.transfers_changed()
    assert left == ["left"]


def test_it_does_not_end_under_the_eyes_of_somebody_who_got_it_back(stage: Stage, left: list[str]) -> None:
    closing = stage.window.closing
    transfer = move_in_the_background(stage, WayBack.START)
    stage.engine.change(transfer, state=State.DELIVERED)
    closing.transfers_changed()
    stage.window.show()
    closing._end_unseen()
    assert left == []
    assert stage.window.isVisible()


def test_what_is_interrupted_in_the_background_has_the_time_to_come_back(
    stage: Stage, left: list[str], qtbot: QtBot
) -> None:
    closing = stage.window.closing
    closing.linger_ms = 1
    transfer = move_in_the_background(stage, WayBack.START)
    stage.engine.change(transfer, paused=WaitsForPeer(peer="Kitchen PC"))
    closing.transfers_changed()
    assert closing._idle.remainingTime() > 599_000
    stage.engine.change(transfer, session=SessionId(2))
    closing.transfers_changed()
    assert not closing._idle.isActive()
    closing.return_ms = 1
    with qtbot.waitSignal(closing.left):
        stage.engine.change(transfer, paused=WaitsForPeer(peer="Kitchen PC"))
        closing.transfers_changed()


def test_it_does_not_end_while_somebody_is_asked_elsewhere(stage: Stage, left: list[str], qtbot: QtBot) -> None:
    closing = stage.window.closing
    closing.linger_ms = 1
    transfer = move_in_the_background(stage, WayBack.START)
    stage.window.hold_questions = lambda: True
    code = stage.engine.show_code()
    stage.engine.change(transfer, state=State.DELIVERED)
    closing.transfers_changed()
    with qtbot.assertNotEmitted(closing.left, wait=50):
        pass
    with qtbot.waitSignal(closing.left):
        stage.engine.end_comparison(code, ComparisonUnfinished(peer="Kitchen PC"), counted=False)

"""Nothing moves under the eyes of somebody who reads, and nothing is painted more often than that."""

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import ComparisonBusy
from desktop_app.events import Contents, DeviceId, Direction, Method, Progress, SessionId, State, Transfer, TransferId
from desktop_app.gui.calm import AFTER_TOUCH, REST
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.past_list import PastList
from desktop_app.gui.plain import isolated
from desktop_app.gui.tile import DeviceCard
from desktop_app.gui.transfers import Transfers
from tests.benchmarks.watch import most_in_a_second
from tests.gui.conftest import Stage
from tests.gui.test_earlier import past

SESSION = SessionId(1)
RESTED_MS = round(REST * 1000) + 60


class Paints(QObject):
    """How often the window was painted: all that happens between two turns of the event loop is one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.times: list[float] = []
        window.installEventFilter(self)
        window.installEventFilter(window.calm)  # first: what it holds back is not painted

    @property
    def count(self) -> int:
        return len(self.times)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            self.times.append(time.monotonic())
        return False


@pytest.fixture
def paints(stage: Stage, qtbot: QtBot) -> Iterator[Paints]:
    paints = Paints(stage.window)
    qtbot.wait(round(AFTER_TOUCH * 1000) + RESTED_MS)  # a window that comes is something that a person does
    paints.times.clear()
    yield paints
    stage.window.removeEventFilter(paints)


def moving(stage: Stage, number: int = 1) -> Transfer:
    many = Contents(("many",), 100, 1, 0)
    return stage.engine.change(
        Transfer(TransferId(number), Direction.RECEIVING, "Ada", State.MOVING, many, session=SESSION)
    )


def test_a_step_of_a_transfer_is_painted_once(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    transfer, rows = moving(stage), stage.find(Transfers, "transfers")
    rows._timer.stop()
    qtbot.wait(RESTED_MS)
    paints.times.clear()
    for step in range(1, 4):
        stage.engine.move(transfer.id, Progress(0, 0, 30 * step, 100, 0.0, 10.0 - step))
        rows._pull()
        qtbot.wait(RESTED_MS)
        assert paints.count == step


def test_devices_that_come_and_go_quickly_are_painted_together(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    stage.engine.find("first", "First")
    qtbot.wait(10)
    assert paints.count == 1, "the first one is seen at once"
    begun = time.monotonic()
    for number in range(40):
        stage.engine.find(f"d{number}", f"Desk {number % 20}")
        QApplication.processEvents()
    assert paints.count <= 2 + (time.monotonic() - begun) / REST
    qtbot.wait(RESTED_MS)
    assert all(not card.visibleRegion().isEmpty() for card in stage.window.findChildren(DeviceCard)[:2])


def test_whatever_happens_is_painted_ten_times_a_second_at_most(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    transfer, until, step = moving(stage), time.monotonic() + 2.5, 0
    while time.monotonic() < until:
        step += 1
        stage.engine.find(f"d{step % 30}", f"Desk {step}")
        stage.engine.move(transfer.id, Progress(0, 0, step, 10_000, 0.0, 100.0 - step))
        stage.window._notices.say(lambda step=step: f"step {step}")  # type: ignore[misc]
        qtbot.wait(7)
    assert 5 <= most_in_a_second(paints.times) <= 10


def test_what_a_person_does_is_seen_at_once(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    handle, card = stage.window.windowHandle(), stage.engine.find("kitchen", "Kitchen PC")
    qtbot.wait(RESTED_MS)
    for number in range(8):
        paints.times.clear()
        QTest.mouseMove(handle, QPoint(100 + number, 100))
        stage.window.findChild(Nearby).show_device(replace(card, name=f"Kitchen {number}"))  # type: ignore[union-attr]
        qtbot.wait(5)
        assert paints.count


def test_and_does_not_wait_with_what_was_held_back(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    for name in ("Kitchen PC", "Kitchen"):
        stage.engine.find("kitchen", name)
        QApplication.processEvents()
    paints.times.clear()
    QTest.mouseMove(stage.window.windowHandle(), QPoint(100, 100))
    stage.engine.find("kitchen", "Cellar")
    qtbot.wait(5)
    assert paints.count == 1
    qtbot.wait(RESTED_MS)
    assert paints.count == 1


def test_what_was_held_back_is_painted_soon_and_once(stage: Stage, paints: Paints, qtbot: QtBot) -> None:
    for name in ("Kitchen PC", "Kitchen", "Cellar"):
        stage.engine.find("kitchen", name)
        QApplication.processEvents()
    changed = time.monotonic()
    qtbot.wait(RESTED_MS)
    assert paints.times[-1] >= changed
    assert all(after - before > 0.1 for before, after in pairwise(paints.times))
    count = paints.count
    qtbot.wait(RESTED_MS)
    assert paints.count == count


def place(stage: Stage) -> QPoint:
    return stage.find(DeviceCard, "card-kitchen").mapToGlobal(QPoint(0, 0))


def test_what_goes_by_itself_moves_nothing(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    QApplication.processEvents()
    before = place(stage)
    stage.window._notices.mentioned_ms = 1000  # on a busy machine, too, it is still there when it is looked at
    stage.engine.verify(SESSION, "kitchen", method=Method.RECORD)
    QApplication.processEvents()
    notice = stage.find(QWidget, "notice-mention")
    assert stage.window.rect().contains(notice.mapTo(stage.window, notice.rect().center()))
    assert notice.height() >= notice.heightForWidth(notice.width())
    assert place(stage) == before
    stage.window.resize(stage.window.width() + 100, stage.window.height() + 60)
    QApplication.processEvents()
    bottom = notice.mapTo(stage.window, notice.rect().bottomLeft()).y()
    assert stage.window.height() - 60 < bottom < stage.window.height()
    qtbot.waitUntil(lambda: not stage.shows("notice-mention"))
    assert place(stage) == before


def busy(stage: Stage, session: int) -> None:
    stage.engine.end_comparison(SessionId(session), ComparisonBusy(), counted=False)


def test_why_no_comparison_came_about_is_past_when_there_is_another(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    busy(stage, 7)
    assert stage.shows("notice-warning")
    busy(stage, 8)
    assert len(stage.window._notices.texts()) == 1
    stage.engine.show_code(session=9)
    assert not stage.shows("notice-warning")
    stage.engine.end_comparison(SessionId(9), ComparisonBusy(), counted=False)
    assert stage.shows("notice-warning")
    stage.engine.verify(SessionId(10), "kitchen")
    assert not stage.shows("notice-warning")


def test_devices_of_one_name_at_one_address_are_told_apart_by_their_ports(stage: Stage) -> None:
    for number, address in enumerate(("10.0.0.1", "10.0.0.1", "10.0.0.2")):
        found = stage.engine.find(f"d{number}", "Studio", address=address)
        stage.window._nearby.show_device(replace(found, port=47471 + number))
    said = [stage.find(DeviceCard, f"card-d{number}").accessibleName() for number in range(3)]
    assert isolated("10.0.0.1:47471") in said[0]
    assert isolated("10.0.0.1:47472") in said[1]
    assert isolated("10.0.0.2") in said[2]
    stage.window.findChild(Nearby).forget_device(DeviceId("d1"))  # type: ignore[union-attr]
    assert isolated("10.0.0.1") in stage.find(DeviceCard, "card-d0").accessibleName()


def test_a_search_of_nothing_is_not_offered(stage: Stage, qtbot: QtBot) -> None:
    [search] = [each for each in stage.window.findChild(QMenu).actions() if each.shortcut().toString() == "Ctrl+F"]  # type: ignore[union-attr]
    assert not search.isEnabled()
    stage.engine.remember_past(past())
    qtbot.waitUntil(search.isEnabled)


def test_what_a_few_earlier_transfers_do_not_need_is_for_the_cards(stage: Stage, qtbot: QtBot) -> None:
    stage.window.resize(900, 760)
    for number in range(9):
        stage.engine.find(f"d{number}", f"Desk {number}")
    stage.engine.remember_past(past(), past())
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    QTest.qWait(20)
    scroll = stage.find(QScrollArea, "nearby-scroll").verticalScrollBar()
    assert scroll.maximum() == 0
    view = stage.find(PastList, "past-list")
    assert view.verticalScrollBar().maximum() == 0


def test_a_small_window_scrolls_rather_than_show_a_row_of_each_part(stage: Stage, qtbot: QtBot) -> None:
    for number in range(9):
        stage.engine.find(f"d{number}", f"Desk {number}")
    for number in range(1, 6):
        moving(stage, number)
    stage.engine.remember_past(*(past() for _ in range(9)))
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    stage.window.resize(720, 384)
    page = stage.find(QScrollArea, "parts")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    card, row = stage.find(DeviceCard, "card-d0"), stage.find(QWidget, "transfer-1")
    view = stage.find(PastList, "past-list")
    assert stage.find(QScrollArea, "nearby-scroll").height() >= 2 * card.height()
    assert stage.find(Transfers, "transfers").height() >= 2 * row.minimumSizeHint().height()
    assert view.viewport().height() >= 2 * view.rowHeight(0)
    view.setFocus()
    page.ensureWidgetVisible(view)
    stage.window.resize(900, 1400)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_the_cards_of_a_hundred_devices_take_what_a_transfer_leaves(stage: Stage) -> None:
    stage.window.resize(900, 900)
    for number in range(100):
        stage.engine.find(f"d{number}", f"Desk {number}")
    moving(stage)
    QTest.qWait(20)
    page, rows = stage.find(QScrollArea, "parts"), stage.find(Transfers, "transfers")
    assert rows.verticalScrollBar().maximum() == 0
    below = page.height() - rows.mapTo(page, rows.rect().bottomLeft()).y()
    assert below < 40, "no space is left while cards are out of sight"

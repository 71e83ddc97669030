"""Everything that can be reached has a name; everything that can be done can be done with keys."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.engine import Answer
from desktop_app.errors import CodeMismatch, NoNetwork, PartlyDelivered, SourceChanged
from desktop_app.events import Contents, DeviceId, FileFailure, Method, SessionId, State, Trouble
from desktop_app.gui.autostart import DesktopEntry
from desktop_app.gui.closing_dialog import WayBack
from tests.gui.conftest import Stage
from tests.gui.test_earlier import past


def unnamed() -> list[str]:
    nameless = []
    for top in QApplication.topLevelWidgets():
        for widget in (top, *top.findChildren(QWidget)):
            if not widget.isVisible() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            face = QAccessible.queryAccessibleInterface(widget)
            if not face.text(QAccessible.Text.Name).strip():
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    return nameless


def with_transfers(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    transfer = stage.engine.offer(Contents(("a",), 2, 0, 1))
    failures = (FileFailure("a", SourceChanged(path="a")),)
    stage.engine.change(transfer, state=State.PARTLY, failures=failures, error=PartlyDelivered(failed=1, files=2))
    stage.find(QPushButton, f"reasons-{transfer.id}").click()
    stage.window.handle(Trouble(NoNetwork()))


def after_a_match(stage: Stage) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(stage.engine.show_code(doubted="Kitchen PC"), "kitchen")


def with_remembered(stage: Stage) -> None:
    kitchen, mum = stage.engine.know("Kitchen PC", "Mum's computer")
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    stage.engine.find("mum", "Mum's computer")
    stage.engine.verify(SessionId(1), "mum", method=Method.RECORD, remembered=mum)
    stage.window._side.show_remembered()


def renaming(stage: Stage) -> None:
    with_remembered(stage)
    stage.find(QPushButton, "remembered-rename").click()


def recognised(stage: Stage) -> None:
    stage.engine.hold_back(SessionId(1), "thesis.pdf")
    stage.engine.recognise(SessionId(1))


def with_past(stage: Stage) -> None:
    stage.engine.remember_past(past(), past("src", state=State.PARTLY, failures=(FileFailure("a", NoNetwork()),)))
    stage.window._earlier.load()


def with_details(stage: Stage) -> None:
    with_past(stage)
    for entry in stage.engine.all_past:
        stage.window._past.show_details(entry)


def settings_with_autostart(stage: Stage) -> None:
    stage.window._side._autostart = DesktopEntry(Path("/nonexistent"), [])
    stage.window._side.show_settings()


def closing_in_the_background(stage: Stage) -> None:
    with_transfers(stage)
    stage.window.closing.way_back = lambda: WayBack.START
    stage.window.close()


SCREENS: tuple[Callable[[Stage], object], ...] = (
    with_past,
    with_details,
    lambda stage: stage.window._past.ask_to_clear(),
    lambda stage: stage.window._side.show_settings(),
    settings_with_autostart,
    closing_in_the_background,
    lambda stage: stage.engine.receive_text("a text"),
    lambda stage: stage.engine.offer(Contents(("a",), 1, 0, 1), existing=("a",)),
    after_a_match,
    with_remembered,
    renaming,
    recognised,
    lambda stage: stage.engine.doubt(SessionId(1)),
    lambda stage: stage.window._side.show_remembered(),
    lambda stage: stage.window._side.ask_to_forget(*stage.engine.know("Kitchen PC")),
    lambda _: None,
    with_transfers,
    lambda stage: stage.engine.show_code(),
    lambda stage: stage.engine.offer(Contents(("a",), 1, 0, 1)),
    lambda stage: stage.engine.end_comparison(SessionId(1), CodeMismatch(peer="x"), counted=True),
    lambda stage: stage.window.offer_to_send([Path("/x")]),
    lambda stage: stage.window._side.ask_address(),
    lambda stage: stage.window._side.show_session(SessionId(1)),
    lambda stage: stage.window._side.show_about(),
    lambda stage: stage.window._bar.edit_name(),
)

NOT_WALKED = (renaming, closing_in_the_background)  # a name is left with Enter; without a screen nothing is in front


@pytest.mark.parametrize("screen", SCREENS)
def test_every_control_has_a_name(stage: Stage, screen: Callable[[Stage], object]) -> None:
    screen(stage)
    assert unnamed() == []


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("screen", [each for each in SCREENS if each not in NOT_WALKED])
def test_every_control_is_reached_with_tab_and_shows_that_it_has_the_keyboard(
    stage: Stage, qtbot: QtBot, screen: Callable[[Stage], object]
) -> None:
    screen(stage)
    qtbot.wait(30)  # what is locked at first
    top = QApplication.activeModalWidget() or QApplication.activeWindow() or stage.window
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    wanted = {
        widget
        for widget in top.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.window() is top and widget.focusProxy() is None
        if not isinstance(widget, QRadioButton) or widget.isChecked()  # the others with the arrows
    }
    looks: dict[QWidget, QImage] = {widget: widget.grab().toImage() for widget in wanted if not widget.hasFocus()}
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 2):
        focused = QApplication.focusWidget()
        if focused in looks and focused not in reached:
            assert focused.grab().toImage() != looks[focused], f"{focused.objectName()} looks as before"
        if focused is not None:
            reached.add(focused)
        QTest.keyClick(focused or top, Qt.Key.Key_Tab)
    assert {widget.objectName() for widget in wanted - reached} == set()


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

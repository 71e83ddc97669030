"""What a person did in an open window is still done after a change of language, appearance or text size."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import PortInUse
from desktop_app.events import AlwaysAccept, Contents, Method, SessionId, Trouble
from desktop_app.gui import language, theme
from desktop_app.gui.always_dialog import AlwaysDialog
from desktop_app.gui.colours import DARK
from desktop_app.gui.remembered_list import RememberedList
from desktop_app.gui.verified_page import VerifiedPage
from desktop_app.storage.settings import Appearance, Language
from tests.gui.conftest import Stage, keyboard
from tests.support.fake_engine import WEEKS_AGO

GB = 10**9
DOWNLOADS = Path("/home/ada/Downloads")


def _speak(qapp: QApplication) -> None:
    language.speak(qapp, Language.FRENCH if QLocale().language() is QLocale.Language.German else Language.GERMAN)


def _darken(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance.LIGHT if theme.current() is DARK else Appearance.DARK)


def _enlarge(qapp: QApplication) -> None:
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    qapp.setFont(font)


@pytest.fixture(params=[_speak, _darken, _enlarge], ids=["language", "appearance", "text size"])
def change(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Callable[[], None]]:
    font = qapp.font()

    def changed() -> None:
        request.param(qapp)
        for _ in range(3):
            qapp.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    yield changed
    language.speak(qapp, Language.ENGLISH)
    qapp.setFont(font)


Change = Callable[[], None]


def _meet(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, compared_at=WEEKS_AGO, remembered=kitchen)


@pytest.mark.usefixtures("quick")
def test_in_an_offer_it_is_still_ticked_how_much_is_always_accepted(stage: Stage, qtbot: QtBot, change: Change) -> None:
    _meet(stage)
    stage.engine.offer(Contents(("holiday",), 2, 0, 5), peer="Kitchen PC", into=DOWNLOADS)
    QTest.keyClick(stage.find(QCheckBox, "offer-always-box"), Qt.Key.Key_Space)
    QTest.keyClick(stage.find(QComboBox, "offer-always-limit"), Qt.Key.Key_Up)
    change()
    assert stage.find(QCheckBox, "offer-always-box").isChecked()
    assert stage.find(QComboBox, "offer-always-limit").isVisible(), "what is agreed to is in sight"
    accept = stage.find(QPushButton, "offer-accept")
    qtbot.waitUntil(accept.isEnabled)
    accept.click()
    assert stage.engine.calls[0][0] == "always_accept"
    assert stage.engine.calls[0][2] == AlwaysAccept(DOWNLOADS, GB)


def test_what_is_accepted_without_asking_stays_as_it_was_set(stage: Stage, change: Change) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.window._side.ask_what_to_accept(replace(kitchen, always=AlwaysAccept(DOWNLOADS, 10 * GB)))
    dialog = stage.find(AlwaysDialog, "always-dialog")
    QTest.keyClick(stage.find(QComboBox, "always-limit"), Qt.Key.Key_Up)
    dialog.show_folder(Path("/mnt/big"))
    change()
    big: AlwaysAccept | None = AlwaysAccept(Path("/mnt/big"), GB)
    assert dialog.chosen == big
    QTest.keyClick(stage.find(QCheckBox, "always-box"), Qt.Key.Key_Space)
    change()
    assert dialog.chosen is None
    assert not stage.find(QComboBox, "always-limit").isEnabled()


def _matched(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    session = stage.engine.show_code(doubted="Kitchen PC")
    qtbot.waitUntil(stage.find(QWidget, "code-dialog").isActiveWindow)
    stage.engine.verify(session, "kitchen")
    stage.engine.calls.clear()


def test_after_a_comparison_both_boxes_stay_as_they_are(stage: Stage, qtbot: QtBot, change: Change) -> None:
    _matched(stage, qtbot)
    stage.find(QCheckBox, "code-instead").click()
    change()
    assert stage.find(QCheckBox, "code-remember").isChecked()
    assert stage.find(QCheckBox, "code-instead").isChecked()
    stage.find(QCheckBox, "code-remember").click()
    change()
    assert not stage.find(QCheckBox, "code-remember").isChecked()
    assert not stage.find(QCheckBox, "code-instead").isEnabled(), "what is not remembered replaces nothing"
    stage.find(QPushButton, "code-done").click()
    assert not stage.engine.calls


def test_after_a_comparison_a_person_at_its_box_is_still_not_hurried(
    stage: Stage, qtbot: QtBot, change: Change
) -> None:
    _matched(stage, qtbot)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard().objectName() == "code-remember"
    change()
    assert keyboard().objectName() == "code-remember"
    page = stage.find(QWidget, "code-dialog").findChild(VerifiedPage)
    assert page is not None
    assert not page.counting
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard().objectName() == "code-done"
    assert page.counting


def test_the_device_that_was_chosen_to_be_forgotten_is_still_that_one(stage: Stage, change: Change) -> None:
    stage.engine.know("Kitchen PC", "Attic", "Studio")
    stage.window._side.show_remembered()
    view = stage.find(RememberedList, "remembered-list")
    QTest.keyClick(view, Qt.Key.Key_Down)
    before = view.chosen
    assert before is not None
    assert before.name == "Attic"
    change()
    assert stage.find(RememberedList, "remembered-list").chosen == before


def test_a_half_typed_name_of_a_remembered_device_goes_on_where_it_was(
    stage: Stage, qtbot: QtBot, change: Change
) -> None:
    stage.engine.know("Kitchen PC", "Attic", "Studio")
    stage.window._side.show_remembered()
    view = stage.find(RememberedList, "remembered-list")
    qtbot.waitUntil(view.hasFocus)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: keyboard().objectName() == "remembered-name-editor")
    QTest.keyClicks(keyboard(), "Bord")
    change()
    assert stage.engine.calls == [], "nobody was done with it"
    assert keyboard().objectName() == "remembered-name-editor"
    QTest.keyClicks(keyboard(), "er")
    QTest.keyClick(keyboard(), Qt.Key.Key_Return)
    renamed = ("rename_remembered", stage.engine.remembered()[1].id, "Border")
    qtbot.waitUntil(lambda: stage.engine.calls == [renamed])


def _at_the_top(stage: Stage) -> list[str]:
    item = stage.find(RememberedList, "remembered-list").itemAt(4, 4)
    return [] if item is None else [item.text(0)]


def test_what_was_scrolled_to_is_still_in_sight(stage: Stage, qtbot: QtBot, change: Change) -> None:
    stage.engine.know(*(f"Device {number}" for number in range(60)))
    stage.window._side.show_remembered()
    view = stage.find(RememberedList, "remembered-list")
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(20)
    [top] = _at_the_top(stage)
    change()
    qtbot.waitUntil(lambda: _at_the_top(stage) == [top])


def test_what_was_read_of_a_long_text_is_still_in_sight(stage: Stage, qtbot: QtBot, change: Change) -> None:
    stage.engine.receive_text("\n".join(f"line {number}" for number in range(300)))
    bar = stage.find(QTextEdit, "text-view").verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    change()

    def halfway() -> bool:
        now = stage.find(QTextEdit, "text-view").verticalScrollBar()
        return now.maximum() > 0 and 0.45 < now.value() / now.maximum() < 0.55

    qtbot.waitUntil(halfway)


def test_the_device_that_is_looked_at_is_still_that_one(stage: Stage, change: Change) -> None:
    for name in ("kitchen", "studio", "attic"):
        stage.engine.find(name, name)
    stage.window.offer_to_send([stage.choosing.chosen_files[0]])
    view = stage.find(QListWidget, "picker-devices")
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    change()
    again = stage.find(QListWidget, "picker-devices")
    assert again.currentRow() == 1
    assert [again.item(row).checkState() is Qt.CheckState.Checked for row in range(3)] == [False, True, False]


def test_what_is_half_typed_goes_on_where_it_was(stage: Stage, qtbot: QtBot, change: Change) -> None:
    stage.window._side.show_settings()
    field = stage.find(QLineEdit, "settings-name")
    qtbot.waitUntil(field.hasFocus)
    field.setCursorPosition(3)
    QTest.keyClicks(field, "!")
    change()
    QTest.keyClicks(keyboard(), "?")
    assert stage.find(QLineEdit, "settings-name").text() == "Ada!?'s laptop"
    assert not stage.engine.calls, "nobody was done with it"


def test_a_change_of_the_window_changes_no_setting(stage: Stage, change: Change) -> None:
    stage.window._side.show_settings()
    QTest.keyClick(stage.find(QCheckBox, "settings-careful"), Qt.Key.Key_Space)
    assert stage.engine.calls == [("change_settings", {"careful": True})]
    change()
    assert stage.find(QCheckBox, "settings-careful").isChecked()
    assert len(stage.engine.calls) == 1


def test_an_address_that_is_to_be_tried_stays(stage: Stage, change: Change) -> None:
    stage.window._side.show_check()
    stage.engine.checks[0](())
    QCoreApplication.processEvents()
    QTest.keyClicks(stage.find(QLineEdit, "check-address"), "192.0.2.7")
    change()
    assert stage.find(QLineEdit, "check-address").text() == "192.0.2.7"
    assert stage.find(QPushButton, "check-try").isDefault()


def test_what_was_marked_of_a_text_stays_marked(stage: Stage, change: Change) -> None:
    stage.engine.receive_text("Come at eight, bring the keys.")
    view = stage.find(QTextEdit, "text-view")
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.textCursor().selectedText() == "Come"
    change()
    assert stage.find(QTextEdit, "text-view").textCursor().selectedText() == "Come"


def test_so_does_what_was_marked_of_a_report(stage: Stage, change: Change) -> None:
    stage.window.handle(Trouble(PortInUse(port=47472)))
    stage.find(QPushButton, "notice-details").click()
    view = stage.find(QPlainTextEdit, "error-report")
    view.selectAll()
    change()
    again = stage.find(QPlainTextEdit, "error-report")
    assert again.textCursor().selectedText().startswith("Tallystick")

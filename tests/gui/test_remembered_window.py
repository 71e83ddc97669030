"""The remembered devices: seen, renamed in place, forgotten after asking, with mouse or keyboard, as they are now."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.events import AlwaysAccept, RecordId, RememberedDevice, SessionId
from desktop_app.gui import dates, language, room, theme
from desktop_app.gui.forget_dialog import ForgetDialog
from desktop_app.gui.plain import isolated
from desktop_app.gui.remembered_list import RememberedList
from desktop_app.gui.remembered_window import RememberedWindow
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage, keyboard
from tests.support.fake_engine import AFTERNOON, DAY, WEEKS_AGO

LEFT = Qt.MouseButton.LeftButton
KITCHEN, MUM = RecordId(f"{0:032x}"), RecordId(f"{1:032x}")


@pytest.fixture
def devices(stage: Stage) -> tuple[RememberedDevice, ...]:
    return stage.engine.know("Kitchen PC", "Mum's computer")


def opened(stage: Stage, qtbot: QtBot) -> RememberedWindow:
    QTest.keyClick(stage.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    window = stage.find(RememberedWindow, "remembered-window")
    qtbot.waitUntil(window.isActiveWindow)
    return window


def table(stage: Stage) -> RememberedList:
    return stage.find(RememberedList, "remembered-list")


def rows(stage: Stage) -> list[list[str]]:
    items = [table(stage).topLevelItem(row) for row in range(table(stage).topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item is not None]


def names(stage: Stage) -> list[str]:
    return [row[0] for row in rows(stage)]


def editor(stage: Stage) -> QLineEdit:
    return stage.find(QLineEdit, "remembered-name-editor")


@pytest.mark.usefixtures("devices")
def test_each_has_a_name_and_three_dates(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    until, later = AFTERNOON + 89 * DAY, AFTERNOON + 88 * DAY
    assert rows(stage) == [
        [isolated("Kitchen PC"), dates.day(WEEKS_AGO), "today", f"{dates.day(until)}, in 89 days"],
        [isolated("Mum's computer"), dates.day(WEEKS_AGO), "yesterday", f"{dates.day(later)}, in 88 days"],
    ]
    first = table(stage).topLevelItem(0)
    assert first is not None
    assert first.data(0, Qt.ItemDataRole.AccessibleTextRole) == (
        f"{isolated('Kitchen PC')}, verified {dates.day(WEEKS_AGO)}, last used today, "
        f"expires {dates.day(until)}, in 89 days"
    )


def test_where_nobody_is_remembered_it_says_how_to_get_there(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    assert stage.shows("remembered-empty")
    for gone in ("remembered-list", "remembered-rename", "remembered-forget"):
        assert not stage.shows(gone)
    assert stage.find(QPushButton, "remembered-close").hasFocus()


def test_the_menu_opens_it_once(stage: Stage, qtbot: QtBot) -> None:
    menu = stage.window.findChild(QMenu)
    assert menu is not None
    [entry] = [action for action in menu.actions() if action.text() == "Remembered devices…"]
    entry.trigger()
    first = stage.find(RememberedWindow, "remembered-window")
    entry.trigger()
    assert [each for each in stage.window.findChildren(RememberedWindow) if each.isVisible()] == [first]
    QTest.mouseClick(stage.find(QPushButton, "remembered-close"), LEFT)
    assert not stage.shows("remembered-window")
    assert opened(stage, qtbot) is not first


@pytest.mark.usefixtures("devices")
@pytest.mark.parametrize("how", ["F2", "button", "double click"])
def test_a_name_is_changed_in_place(stage: Stage, qtbot: QtBot, how: str) -> None:
    opened(stage, qtbot)
    QTest.keyClick(table(stage), Qt.Key.Key_Down)
    match how:
        case "F2":
            QTest.keyClick(table(stage), Qt.Key.Key_F2)
        case "button":
            QTest.mouseClick(stage.find(QPushButton, "remembered-rename"), LEFT)
        case _:
            table(stage).itemDoubleClicked.emit(table(stage).currentItem(), 2)
    assert editor(stage).text() == "Mum's computer"
    assert not stage.shows("own-name-editor"), "F2 of the window behind is not meant"
    QTest.keyClicks(editor(stage), "  Mum &  Dad ")
    QTest.keyClick(editor(stage), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not stage.shows("remembered-name-editor"))
    assert stage.engine.calls == [("rename_remembered", MUM, "Mum & Dad")]
    assert stage.shows("remembered-window"), "Enter was for the name"
    assert names(stage)[1] == isolated("Mum's computer"), "the name is the one that is remembered"


@pytest.mark.usefixtures("devices")
@pytest.mark.parametrize(("typed", "key"), [("Mallory", Qt.Key.Key_Escape), (" ", Qt.Key.Key_Return)])
def test_a_name_may_stay_as_it_was(stage: Stage, qtbot: QtBot, typed: str, key: Qt.Key) -> None:
    opened(stage, qtbot)
    QTest.keyClick(table(stage), Qt.Key.Key_F2)
    QTest.keyClicks(editor(stage), typed)
    QTest.keyClick(editor(stage), key)
    qtbot.waitUntil(lambda: not stage.shows("remembered-name-editor"))
    assert not stage.engine.calls
    assert stage.shows("remembered-window")


@pytest.mark.usefixtures("devices")
def test_the_same_name_is_no_change(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    QTest.keyClick(table(stage), Qt.Key.Key_F2)
    QTest.keyClick(editor(stage), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not stage.shows("remembered-name-editor"))
    assert not stage.engine.calls


@pytest.mark.usefixtures("devices")
@pytest.mark.parametrize("how", ["Delete", "button"])
def test_forgetting_is_asked_first(stage: Stage, qtbot: QtBot, how: str) -> None:
    opened(stage, qtbot)

    def ask() -> ForgetDialog:
        if how == "Delete":
            table(stage).setFocus()
            QTest.keyClick(table(stage), Qt.Key.Key_Delete)
        else:
            QTest.mouseClick(stage.find(QPushButton, "remembered-forget"), LEFT)
        return stage.find(ForgetDialog, "forget-dialog")

    dialog = ask()
    assert f"Forget {isolated('Kitchen PC')}?" in [label.text() for label in dialog.findChildren(QLabel)]
    assert stage.find(QPushButton, "forget-keep").isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not stage.shows("forget-dialog")
    assert not stage.engine.calls
    ask()
    QTest.mouseClick(stage.find(QPushButton, "forget-forget"), LEFT)
    assert stage.engine.calls == [("forget", KITCHEN)]
    assert len(names(stage)) == 2, "it goes when it is forgotten, not when that was asked for"


@pytest.mark.parametrize("connected", [False, True])
def test_a_live_session_with_it_is_mentioned(
    stage: Stage, devices: tuple[RememberedDevice, ...], *, connected: bool
) -> None:
    kitchen, mum = devices
    stage.engine.find("kitchen", "Kitchen PC", remembered=kitchen)
    if connected:
        stage.engine.verify(SessionId(1), "kitchen", remembered=kitchen)
    stage.window._side.ask_to_forget(kitchen)
    texts = [label.text() for label in stage.find(ForgetDialog, "forget-dialog").findChildren(QLabel)]
    assert ("The session with it ends now, and what is being sent stops." in texts) is connected
    stage.window._side.ask_to_forget(mum)


def test_it_follows_what_is_remembered(stage: Stage, qtbot: QtBot, devices: tuple[RememberedDevice, ...]) -> None:
    kitchen, mum = devices
    window = opened(stage, qtbot)
    QTest.keyClick(table(stage), Qt.Key.Key_Down)
    stage.engine.know("Attic", "Cellar", "Study")
    assert names(stage) == [isolated(name) for name in ("Study", "Attic", "Cellar")], "a new one comes on top"
    stage.engine.remember_only([mum, kitchen])
    assert names(stage) == [isolated("Kitchen PC"), isolated("Mum's computer")], "rows keep their places"
    chosen = table(stage).chosen
    assert chosen is not None
    stage.engine.remember_only([])
    assert stage.shows("remembered-empty")
    assert window.isVisible()
    assert keyboard() is stage.find(QPushButton, "remembered-close")
    stage.engine.remember_only([kitchen])
    assert names(stage) == [isolated("Kitchen PC")]
    assert table(stage).chosen == kitchen
    assert stage.find(QPushButton, "remembered-forget").isEnabled()


def test_what_changes_meanwhile_does_not_take_a_half_typed_name(
    stage: Stage, qtbot: QtBot, devices: tuple[RememberedDevice, ...]
) -> None:
    kitchen, mum = devices
    opened(stage, qtbot)
    QTest.keyClick(table(stage), Qt.Key.Key_F2)
    QTest.keyClicks(editor(stage), "Kitch")
    attic = RememberedDevice(RecordId("f" * 32), "Attic", WEEKS_AGO, AFTERNOON, AFTERNOON + 90 * DAY)
    stage.engine.remember_only([attic, mum, kitchen])
    assert editor(stage).text() == "Kitch"
    QTest.keyClicks(editor(stage), "en")
    QTest.keyClick(editor(stage), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: stage.engine.calls == [("rename_remembered", KITCHEN, "Kitchen")])


@pytest.mark.usefixtures("devices")
def test_the_keyboard_reaches_everything_and_escape_closes(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    reached = []
    for _ in range(5):
        reached.append(keyboard().objectName())
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    buttons = ["remembered-rename", "remembered-always", "remembered-forget", "remembered-close"]
    assert reached == ["remembered-list", *buttons]
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert not stage.shows("remembered-window")


@pytest.mark.parametrize("spoken", list(language.NAMES))
def test_a_name_has_room_beside_the_dates(stage: Stage, qtbot: QtBot, qapp: QApplication, spoken: Language) -> None:
    language.speak(qapp, spoken)
    stage.engine.know("Kitchen PC")
    stage.window._side.show_remembered()
    qtbot.waitUntil(lambda: stage.shows("remembered-list"))
    assert table(stage).columnWidth(0) >= theme.letter(table(stage).fontMetrics()) * 28


@pytest.mark.parametrize("spoken", list(language.NAMES))
def test_in_a_narrow_window_the_days_give_way_to_the_names_and_are_still_told(
    stage: Stage, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, spoken: Language
) -> None:
    monkeypatch.setattr(room, "on_screen", lambda _window: QSize(683, 344))
    language.speak(qapp, spoken)
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.remember_only([replace(kitchen, always=AlwaysAccept(Path("/home/ada"), 10**10))])
    stage.window._side.show_remembered()
    qtbot.waitUntil(lambda: stage.shows("remembered-list"))
    assert table(stage).columnWidth(0) >= theme.letter(table(stage).fontMetrics()) * 28
    shown = [column for column in range(5) if not table(stage).isColumnHidden(column)]
    assert {0, 3, 4} <= set(shown), "until when, and what is accepted of it"
    table(stage)._make_room()
    assert [column for column in range(5) if not table(stage).isColumnHidden(column)] == shown
    first = table(stage).topLevelItem(0)
    assert first is not None
    assert dates.day(WEEKS_AGO) in first.toolTip(0)
    assert dates.day(WEEKS_AGO) in first.data(0, Qt.ItemDataRole.AccessibleTextRole)
    table(stage).window().resize(1200, 600)
    qtbot.waitUntil(lambda: not any(table(stage).isColumnHidden(column) for column in range(5)))

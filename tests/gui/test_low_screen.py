"""A laptop at 200 %: what has to be seen and answered is in sight, and what is longer can be scrolled to."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.errors import CodeMismatch
from desktop_app.events import Contents, Direction, Method, SessionId, State, Transfer, TransferId
from desktop_app.gui import language, room
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.code_view import CodeView
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.gui.past_list import PastList
from desktop_app.gui.settings_dialog import SettingsDialog
from desktop_app.gui.sheet import Sheet, put_up
from desktop_app.storage.settings import Language, Visibility
from tests.gui.conftest import Stage, keyboard
from tests.gui.test_earlier import past
from tests.support.fake_engine import AFTERNOON, DAY

CLICKED = (QAbstractButton, QLineEdit, PastList)
LOW = QSize(683, 344)  # 1366 x 768 at 200 %, without a title bar
LONG = "The very old family computer in grandmother's study upstairs"
MANY = Contents(tuple(f"picture {number}.jpg" for number in range(40)), 254, 12, 3_200_000_000, programs=3)


@pytest.fixture(autouse=True)
def _low(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "on_screen", lambda _window: LOW)


def whole(widget: QWidget) -> bool:
    """Whether nothing of it is cut off."""
    return widget.isVisible() and widget.visibleRegion().boundingRect() == QRect(QPoint(), widget.size())


def fits(dialog: QWidget) -> bool:
    return dialog.width() <= LOW.width() and dialog.height() <= LOW.height()


def test_a_window_may_take_what_its_screen_has_and_no_more(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    there = stage.window.screen().availableSize()
    assert room.on_screen(stage.window).width() == there.width()
    assert there.height() // 2 < room.on_screen(stage.window).height() < there.height()


def _settings(stage: Stage) -> None:
    stage.window._side.show_settings()


def _remembered(stage: Stage) -> None:
    stage.engine.know(*(f"Desk {number}" for number in range(30)))
    stage.window._side.show_remembered()


def _offer(stage: Stage) -> None:
    stage.engine.offer(MANY, peer=LONG, existing=("picture 1.jpg",))


def _text(stage: Stage) -> None:
    stage.engine.receive_text(60 * "A line that goes on for a while.\n", peer=LONG)


def _unproven(stage: Stage) -> None:
    stage.engine.doubt(SessionId(1), LONG, "[fe80::1c2a:44ff:fe8b:90d1%eth0]:47471")


def _failed(stage: Stage) -> None:
    stage.engine.end_comparison(SessionId(1), CodeMismatch(peer=LONG), counted=True)


@pytest.mark.parametrize("spoken", list(language.NAMES))
@pytest.mark.parametrize("show", [_settings, _remembered, _offer, _text, _unproven, _failed])
def test_a_sheet_fits_and_its_buttons_are_in_sight(
    stage: Stage, qapp: QApplication, qtbot: QtBot, show: Callable[[Stage], None], spoken: Language
) -> None:
    language.speak(qapp, spoken)
    show(stage)
    [sheet] = [each for each in stage.window.findChildren(Sheet) if each.isVisible()]
    qtbot.waitUntil(lambda: fits(sheet))
    buttons = [each for each in sheet.findChildren(QPushButton) if each.parent() is sheet and each.isVisible()]
    assert buttons
    assert all(whole(each) for each in buttons)
    qtbot.waitUntil(lambda: not sheet._scroll.horizontalScrollBar().isVisible())


def _always(stage: Stage) -> None:
    [kitchen] = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(SessionId(1), "kitchen", method=Method.RECORD, remembered=kitchen)
    stage.engine.offer(MANY, peer="Kitchen PC")
    stage.find(QCheckBox, "offer-always-box").click()


@pytest.mark.parametrize("spoken", list(language.NAMES))
@pytest.mark.parametrize("show", [_settings, _always])
def test_on_a_narrow_screen_nothing_is_scrolled_sideways(
    stage: Stage,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    show: Callable[[Stage], None],
    spoken: Language,
) -> None:
    """800 pixels at 200 %."""
    monkeypatch.setattr(room, "on_screen", lambda _window: QSize(400, 700))
    language.speak(qapp, spoken)
    show(stage)
    [sheet] = [each for each in stage.window.findChildren(Sheet) if each.isVisible()]
    qtbot.waitUntil(lambda: sheet.width() <= 400 and not sheet._scroll.horizontalScrollBar().maximum())
    qtbot.waitUntil(lambda: any(each.isVisible() for each in sheet.findChildren(QCheckBox)))
    checks = [each for each in sheet.findChildren(QCheckBox) if each.isVisible()]
    assert all(each.width() >= each.sizeHint().width() for each in checks), "no word of them is cut off"
    assert not [each for each in checks if "\n" in each.accessibleName()]


def test_the_keyboard_brings_what_it_reaches_into_sight(stage: Stage, qtbot: QtBot) -> None:
    _settings(stage)
    qtbot.waitUntil(stage.find(Sheet, "settings-dialog").isActiveWindow)
    port = stage.find(QLineEdit, "settings-port")
    assert not whole(port)
    for _ in range(20):
        if keyboard() is port:
            break
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert keyboard() is port
    qtbot.waitUntil(lambda: whole(port))


@pytest.mark.parametrize("spoken", list(language.NAMES))
def test_what_speaks_against_an_offer_is_in_sight_with_its_answers(
    stage: Stage, qapp: QApplication, qtbot: QtBot, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    _offer(stage)
    qtbot.waitUntil(lambda: whole(stage.find(QWidget, "offer-warning")))
    assert whole(stage.find(QPushButton, "offer-accept"))


def test_what_comes_in_makes_a_sheet_higher(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.know("Kitchen PC")
    stage.window._side.show_remembered()
    sheet = stage.find(Sheet, "remembered-window")
    before = sheet.height()
    stage.engine.know(*(f"Desk {number}" for number in range(6)))
    stage.window._side.remembered_changed(stage.engine.remembered())
    qtbot.waitUntil(lambda: sheet.height() > before)
    assert fits(sheet)


@pytest.mark.parametrize("spoken", list(language.NAMES))
@pytest.mark.parametrize("doubted", ["", LONG])
def test_the_whole_code_and_both_answers_are_in_sight_together(
    stage: Stage, qapp: QApplication, spoken: Language, doubted: str
) -> None:
    language.speak(qapp, spoken)
    stage.engine.show_code(LONG, address="fe80::1c2a:44ff:fe8b:90d1%eth0", doubted=doubted)
    dialog = stage.find(CodeDialog, "code-dialog")
    assert fits(dialog)
    for name in ("code-view", "code-different", "code-match", "code-not-now", "code-peer-name"):
        assert whole(stage.find(QWidget, name)), name
    view = stage.find(CodeView, "code-view")
    for _ in range(4):
        QTest.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert fits(dialog)
    assert whole(view)


def test_a_code_is_only_made_as_large_as_the_screen_has_room_for(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(room, "on_screen", lambda _window: QSize(800, 560))
    stage.engine.show_code()
    dialog, enlarge = stage.find(CodeDialog, "code-dialog"), stage.find(QToolButton, "code-enlarge")
    small = dialog.width()
    enlarge.click()
    qtbot.waitUntil(lambda: dialog.width() > small)
    assert dialog.height() <= 560
    enlarge.click()
    qtbot.waitUntil(lambda: dialog.width() == small)


def test_a_code_is_typed_and_then_seen(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.change_settings(careful=True)
    stage.engine.show_code(LONG, incoming=True)
    dialog = stage.find(CodeDialog, "code-dialog")
    assert fits(dialog)
    field = stage.find(QLineEdit, "code-typed")
    assert whole(field)
    assert whole(stage.find(QPushButton, "code-different"))
    QTest.keyClicks(field, "48210973")
    qtbot.waitUntil(lambda: whole(stage.find(CodeView, "code-view")))
    assert fits(dialog)
    assert whole(stage.find(QPushButton, "code-match"))


def test_a_low_window_shows_what_to_do_instead_of_the_drawing(stage: Stage, qtbot: QtBot) -> None:
    nobody = stage.find(NobodyNear, "nobody-near")
    assert nobody._drawing.isVisible()
    stage.window.resize(LOW)
    qtbot.waitUntil(lambda: whole(stage.find(QAbstractButton, "empty-address")))
    assert not nobody._drawing.isVisible()
    stage.window.resize(720, 624)
    qtbot.waitUntil(nobody._drawing.isVisible)


def test_where_nobody_is_near_a_low_window_shows_what_moves(stage: Stage, qtbot: QtBot) -> None:
    nobody = stage.find(NobodyNear, "nobody-near")
    nobody.show_reasons()
    stage.engine.change(Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, MANY))
    for height in (700, 600, 480):
        stage.window.resize(860, height)
        qtbot.waitUntil(lambda: whole(stage.find(QAbstractButton, "cancel-1")))
    assert whole(stage.find(QAbstractButton, "empty-check-brief"))
    assert not stage.shows("empty-reasons")
    stage.window.resize(860, 900)
    qtbot.waitUntil(lambda: stage.shows("empty-reasons"))
    assert not stage.shows("empty-check-brief")


def test_of_what_goes_by_itself_a_low_window_shows_the_newest_alone(stage: Stage, qtbot: QtBot) -> None:
    def told() -> list[str]:
        for number, name in enumerate(("kitchen", "studio"), 1):
            stage.engine.find(name, name)
            stage.window._notices.mention(lambda name=name: name, SessionId(number))  # type: ignore[misc]
        texts = stage.window._notices.texts()
        for number in (1, 2):
            stage.window._notices.unsay(SessionId(number))
        return texts

    assert told() == ["kitchen", "studio"]
    stage.window.resize(LOW)
    qtbot.waitUntil(lambda: stage.window._page.height() <= LOW.height())
    assert told() == ["studio"]


def _details(stage: Stage) -> None:
    stage.engine.remember_past(
        past(peer="Grace's MacBook", into=Path("/home/ada/Downloads"), changed_at=AFTERNOON - 3 * DAY)
    )
    stage.window._past.show_details(stage.engine.all_past[0])


@pytest.mark.parametrize("spoken", list(language.NAMES))
@pytest.mark.parametrize("show", [_details, _offer, _unproven, _failed, _settings])
def test_where_there_is_room_nothing_is_scrolled(
    stage: Stage,
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    show: Callable[[Stage], None],
    spoken: Language,
) -> None:
    monkeypatch.setattr(room, "on_screen", lambda _window: QSize(1366, 728))
    language.speak(qapp, spoken)
    show(stage)
    [sheet] = [each for each in stage.window.findChildren(Sheet) if each.isVisible()]
    qtbot.waitUntil(lambda: sheet._scroll.viewport().width() == sheet.width())
    assert not sheet._scroll.verticalScrollBar().maximum()


def _busy(stage: Stage) -> None:
    for number in range(5):
        stage.engine.find(f"d{number}", f"Desk {number}")
    for number in range(1, 4):
        stage.engine.change(Transfer(TransferId(number), Direction.SENDING, "Desk 0", State.MOVING, MANY))
    stage.engine.remember_past(*(past(contents=Contents((f"{n}.pdf",), 1, 0, 1)) for n in range(60)))


def _seen(widget: QWidget) -> QRect:
    """What of it is neither scrolled away nor covered, as the screen has it."""
    return widget.visibleRegion().boundingRect().translated(widget.mapToGlobal(QPoint()))


@pytest.mark.parametrize("size", [LOW, QSize(400, 360), QSize(400, 760), QSize(900, 900)])
def test_what_goes_by_itself_covers_nothing_that_can_be_clicked(stage: Stage, qtbot: QtBot, size: QSize) -> None:
    _busy(stage)
    stage.window.resize(size)
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    before = stage.find(QWidget, "parts").height()
    stage.window._notices.mention(lambda: "Kitchen PC is remembered.", SessionId(1))
    notice = stage.find(QWidget, "notice-mention")
    qtbot.waitUntil(lambda: stage.find(QWidget, "parts").height() < before)
    mine = {notice, *notice.findChildren(QWidget)}
    place = QRect(notice.mapToGlobal(QPoint()), notice.size())
    clicked = [each for each in stage.window.findChildren(QWidget) if isinstance(each, CLICKED) and each not in mine]
    assert [each.objectName() for each in clicked if each.isVisible() and _seen(each).intersects(place)] == []
    assert whole(notice)
    stage.window._notices.unsay(SessionId(1))
    qtbot.waitUntil(lambda: stage.find(QWidget, "parts").height() == before)


def _bars(window: QWidget) -> list[str]:
    return [each.objectName() for each in window.findChildren(QAbstractScrollArea) if _has_bar(each)]


def _has_bar(area: QAbstractScrollArea) -> bool:
    return area.isVisible() and area.verticalScrollBar().isVisible()


def test_a_low_window_is_scrolled_as_one_page(stage: Stage, qtbot: QtBot) -> None:
    _busy(stage)
    stage.window.resize(LOW)
    qtbot.waitUntil(lambda: _bars(stage.window) == ["parts"])
    qtbot.waitUntil(lambda: stage.shows("past-list"))
    assert stage.find(PastList, "past-list").model().rowCount() == 60
    qtbot.waitUntil(lambda: _bars(stage.window) == ["parts"])
    stage.window.resize(900, 900)
    qtbot.waitUntil(lambda: "parts" not in _bars(stage.window))
    assert "past-list" in _bars(stage.window), "with room for the least of each part each is scrolled by itself"
    stage.window.resize(LOW)
    qtbot.waitUntil(lambda: _bars(stage.window) == ["parts"])


def test_keys_bring_a_row_of_such_a_page_into_sight(stage: Stage, qtbot: QtBot) -> None:
    _busy(stage)
    stage.window.resize(LOW)
    qtbot.waitUntil(lambda: stage.shows("past-list") and _bars(stage.window) == ["parts"])
    rows = stage.find(PastList, "past-list")
    scroll_bar = stage.find(QScrollArea, "parts").verticalScrollBar()
    qtbot.waitUntil(lambda: scroll_bar.maximum() + scroll_bar.pageStep() > rows.height() >= rows.height_for(60))

    def in_sight(row: int) -> bool:
        place = rows.visualRect(rows.model().index(row, 0))
        return rows.viewport().visibleRegion().boundingRect().contains(place)

    assert not in_sight(0)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: in_sight(0))
    QTest.keyClick(rows, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: in_sight(59))
    for _ in range(20):
        QTest.keyClick(rows, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: in_sight(39))
    assert not in_sight(59)


@pytest.mark.parametrize("spoken", list(language.NAMES))
def test_in_a_narrow_window_words_of_the_bar_give_way(
    stage: Stage, qapp: QApplication, qtbot: QtBot, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    stage.engine.change_settings(name=LONG, visibility=Visibility.REMEMBERED)
    seen_by, name = stage.find(QPushButton, "visibility"), stage.find(QPushButton, "own-name")
    stage.window.resize(1200, 600)
    qtbot.waitUntil(lambda: name.text() == LONG)
    said = seen_by.text()
    assert seen_by.toolTip() == ""
    for width in range(1200, 399, -50):
        stage.window.resize(width, 600)
        qapp.processEvents()
        assert stage.window.width() == width
        assert all(whole(stage.find(QWidget, each)) for each in ("visibility", "own-name", "menu-button"))
        assert seen_by.width() >= seen_by.sizeHint().width()
        assert seen_by.toolTip() == ("" if seen_by.text() == said else said)
    assert seen_by.accessibleName() == said
    if spoken is not Language.CHINESE or QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        assert seen_by.text() != said  # without a font for it few narrow boxes are drawn, for which there is room
    assert name.text() != LONG
    assert "…" in name.text()
    assert LONG in name.accessibleName()


def test_how_one_sends_is_said_until_somebody_has(stage: Stage) -> None:
    assert not stage.shows("nearby-hint")
    stage.engine.find("kitchen", "Kitchen PC")
    assert "click" in stage.find(QLabel, "nearby-hint").text()
    stage.engine.change(Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, MANY))
    assert not stage.shows("nearby-hint")


def test_a_dialog_for_files_fits_too(stage: Stage, qtbot: QtBot) -> None:
    dialog = QFileDialog(stage.window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.resize(1200, 900)
    put_up(dialog)
    qtbot.waitUntil(dialog.isVisible)
    assert fits(dialog)


def test_nothing_of_a_dialog_begins_as_a_window_of_its_own(stage: Stage, qapp: QApplication) -> None:
    """A part that is shown before it has a place flashes up alone, and takes the keyboard."""
    stage.window._side.show_settings()
    seen = {each.objectName() for each in qapp.topLevelWidgets() if each.isVisible() and not isinstance(each, QDialog)}
    assert seen == {"main-window"}


@pytest.mark.parametrize("scrolled", [0, 10_000], ids=["at the top", "at the end"])
def test_why_a_setting_is_refused_is_in_sight(stage: Stage, scrolled: int) -> None:
    stage.window._side.show_settings()
    dialog, field = stage.find(SettingsDialog, "settings-dialog"), stage.find(QLineEdit, "settings-port")
    dialog._scroll.verticalScrollBar().setValue(scrolled)
    field.setText("80")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert fits(dialog)
    assert whole(stage.find(QWidget, "settings-problem"))

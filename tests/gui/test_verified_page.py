"""After two codes matched: the device is remembered unless somebody says no, and nobody at the box is hurried."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QFocusEvent, QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.events import RecordId, RememberedDevice, SessionId
from desktop_app.gui import code_dialog, language, verified_page
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.plain import TwoLines, isolated
from desktop_app.gui.verified_page import WAIT_MS, VerifiedPage
from desktop_app.storage.settings import Language, Settings
from tests.gui.conftest import Stage, keyboard

SESSION = SessionId(1)
LEFT = Qt.MouseButton.LeftButton
WANTED = ("remember", SESSION)


def verified(stage: Stage, qtbot: QtBot) -> CodeDialog:
    """Both people said that the codes match."""
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.show_code()
    dialog = stage.find(CodeDialog, "code-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    stage.engine.verify(SESSION, "kitchen")
    return dialog


@pytest.fixture
def dialog(stage: Stage, qtbot: QtBot) -> CodeDialog:
    return verified(stage, qtbot)


def page(dialog: CodeDialog) -> VerifiedPage:
    found = dialog.findChild(VerifiedPage)
    assert found is not None
    return found


def box(stage: Stage) -> QCheckBox:
    return stage.find(QCheckBox, "code-remember")


@pytest.mark.parametrize(("days", "said"), [(90, "for 90 days"), (1, "for one day")])
def test_the_box_is_ticked_and_says_for_how_long(stage: Stage, days: int, said: str) -> None:
    stage.engine.settings = Settings(name="Ada's laptop", remember_days=days)
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(stage.engine.show_code(), "kitchen")
    assert box(stage).isChecked()
    assert box(stage).text() == f"&Remember this device {said}"


def test_nobody_is_told_to_compare_any_more(stage: Stage, dialog: CodeDialog) -> None:
    assert (dialog.windowTitle(), stage.find(QLabel, "code-title").text()) == ("Verified", "Verified")


def test_there_is_time_to_read_it() -> None:
    assert 3000 <= WAIT_MS <= 6000


@pytest.mark.usefixtures("quick")
def test_left_alone_it_goes_by_itself_and_the_device_is_remembered(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(verified(stage, qtbot).finished):
        pass
    assert stage.engine.calls == [WANTED]


def test_without_the_tick_nothing_is_remembered(stage: Stage, dialog: CodeDialog) -> None:
    QTest.mouseClick(box(stage), LEFT, pos=QPoint(20, box(stage).height() // 2))
    assert not box(stage).isChecked()
    QTest.mouseClick(stage.find(QPushButton, "code-done"), LEFT)
    assert not dialog.isVisible()
    assert not stage.engine.calls


def test_done_closes_at_once_and_what_the_box_says_holds(stage: Stage, dialog: CodeDialog) -> None:
    done = stage.find(QPushButton, "code-done")
    QTest.mouseClick(done, LEFT)
    done.click()  # a second click on its way
    assert not dialog.isVisible()
    assert stage.engine.calls == [WANTED]


def test_the_wait_stands_still_under_the_pointer(stage: Stage, dialog: CodeDialog) -> None:
    assert page(dialog).counting
    middle, there = QPointF(box(stage).rect().center()), QPointF(QCursor.pos())
    QApplication.sendEvent(box(stage), QEnterEvent(middle, middle, there))
    assert page(dialog).counting, "it lay there before"
    QApplication.sendEvent(box(stage), QHoverEvent(QEvent.Type.HoverMove, middle, there + QPointF(1, 0), middle))
    assert not page(dialog).counting
    box(stage).click()
    assert not page(dialog).counting
    QApplication.sendEvent(box(stage), QEvent(QEvent.Type.Leave))
    assert page(dialog).counting


def test_the_wait_stands_still_while_the_keyboard_is_at_the_box(stage: Stage, dialog: CodeDialog) -> None:
    QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
    assert box(stage).hasFocus(), "one Tab reaches it"
    assert not page(dialog).counting
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert not box(stage).isChecked()
    elsewhere = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(box(stage), elsewhere)
    assert not page(dialog).counting, "another window came for a moment"
    QTest.keyClick(box(stage), Qt.Key.Key_Tab)
    assert stage.find(QPushButton, "code-done").hasFocus()
    assert page(dialog).counting


def test_a_focus_that_a_click_left_behind_does_not_hold_it_up(stage: Stage, dialog: CodeDialog) -> None:
    box(stage).setFocus(Qt.FocusReason.MouseFocusReason)
    assert page(dialog).counting


def test_a_key_meant_for_the_page_before_does_not_close_it(stage: Stage, dialog: CodeDialog, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(keyboard(), key)
    assert dialog.isVisible()
    guard = dialog.findChild(Deliberate)
    assert guard is not None
    qtbot.waitUntil(lambda: not guard.locked)
    QTest.keyClick(stage.find(QPushButton, "code-done"), Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert stage.engine.calls == [WANTED]


def test_escape_in_the_first_moment_remembers_nothing_either(stage: Stage, dialog: CodeDialog, qtbot: QtBot) -> None:
    """It may have been meant for the page before: this one stays to be read, and can be told otherwise."""
    page(dialog)._wait = 100
    QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not box(stage).isChecked()
    qtbot.waitUntil(lambda: not stage.shows("code-dialog"))
    assert not stage.engine.calls


@pytest.mark.parametrize("by_key", [True, False], ids=["Escape", "the close button"])
def test_escape_remembers_nothing_however_the_box_stands(
    stage: Stage, dialog: CodeDialog, qtbot: QtBot, by_key: bool
) -> None:
    """Elsewhere it never does what was only offered; whoever wants the device remembered lets the page go by itself,
    or says Done."""
    guard = dialog.findChild(Deliberate)
    assert guard is not None
    qtbot.waitUntil(lambda: not guard.locked)
    assert box(stage).isChecked()
    if by_key:
        QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    else:
        dialog.close()
    assert not dialog.isVisible()
    assert not stage.engine.calls


def test_a_session_that_ends_meanwhile_cannot_be_remembered(stage: Stage, dialog: CodeDialog) -> None:
    stage.engine.lose_session(SESSION, "Kitchen PC")
    assert not dialog.isVisible()
    assert not page(dialog).counting
    assert not stage.engine.calls


@pytest.mark.usefixtures("quick")
def test_a_doubt_stays_in_sight_to_the_end(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VerifiedPage, "wait_ms", WAIT_MS)
    stage.engine.find("kitchen", "Kitchen PC")
    session = stage.engine.show_code(doubted="Kitchen PC")
    expected = (
        f"This device did not prove to be {isolated('Kitchen PC')}, which you remember. "
        "It may have forgotten this computer, or somebody is in between."
    )

    def doubt() -> str:
        return "".join(label.text() for label in stage.find(QFrame, "code-doubt").findChildren(QLabel))

    match = stage.find(QPushButton, "code-match")
    assert doubt() == expected
    qtbot.waitUntil(match.isEnabled)
    QTest.mouseClick(match, LEFT)
    assert stage.shows("code-waiting")
    assert doubt() == expected
    stage.engine.verify(session, "kitchen")
    assert stage.find(TwoLines, "code-verified").whole == "The codes match.", "the name is not repeated as certain"
    assert doubt() == expected


def test_without_a_doubt_there_is_no_warning(stage: Stage) -> None:
    stage.engine.show_code()
    assert not stage.shows("code-doubt")


class _ScreenReader:
    @staticmethod
    def isActive() -> bool:
        return True


def test_whoever_has_it_read_aloud_gets_more_time(stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = page(verified(stage, qtbot))._timer.interval()
    stage.engine.lose_session(SESSION, "Kitchen PC")
    monkeypatch.setattr(verified_page, "QAccessible", _ScreenReader)
    assert page(verified(stage, qtbot))._timer.interval() >= 3 * hasty


def test_a_screen_reader_hears_of_the_success_and_of_the_box(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(code_dialog, "announce", lambda _source, text: said.append(text))
    stage.engine.find("kitchen", "Kitchen PC")
    stage.engine.verify(stage.engine.show_code(), "kitchen")
    assert said == [f"The codes match. This is {isolated('Kitchen PC')}. Remember this device for 90 days: ticked"]


def test_another_language_gives_the_page_no_more_time(stage: Stage, qtbot: QtBot, qapp: QApplication) -> None:
    dialog = verified(stage, qtbot)
    qtbot.waitUntil(lambda: (page(dialog).left_ms or WAIT_MS) < WAIT_MS - 1000)  # more than the change takes
    before = page(dialog).left_ms
    language.speak(qapp, Language.GERMAN)
    qtbot.waitUntil(lambda: box(stage).text().startswith("Dieses"))
    after = page(dialog).left_ms
    assert before is not None
    assert after is not None
    assert after <= before


# --- one that has forgotten this computer, and was compared with anew ---------------------------------------------


def compared_anew(stage: Stage, qtbot: QtBot) -> tuple[CodeDialog, RememberedDevice]:
    (old,) = stage.engine.know("Kitchen PC")
    stage.engine.find("kitchen", "Kitchen PC")
    session = stage.engine.show_code(doubted="Kitchen PC")
    dialog = stage.find(CodeDialog, "code-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    stage.engine.verify(session, "kitchen")
    stage.engine.calls.clear()
    return dialog, old


@pytest.mark.parametrize("same", [True, False])
def test_it_takes_the_place_of_its_old_record_only_where_the_person_says_that_it_is_the_same(
    stage: Stage, qtbot: QtBot, same: bool
) -> None:
    _, old = compared_anew(stage, qtbot)
    instead = stage.find(QCheckBox, "code-instead")
    assert not instead.isChecked(), "the same name proves nothing"
    instead.setChecked(same)
    QTest.mouseClick(stage.find(QPushButton, "code-done"), LEFT)
    assert stage.engine.calls == [WANTED]
    new = replace(old, id=RecordId("new"), name="Kitchen PC (2)")
    stage.engine.become_remembered(SESSION, new)
    done = [("forget", old.id), ("rename_remembered", new.id, "Kitchen PC")]
    assert stage.engine.calls[1:] == (done if same else [])
    said = stage.find(QFrame, "notice-mention").findChildren(QLabel)
    assert any(("(2)" not in label.text()) is same for label in said if "remembered" in label.text())


def test_what_is_not_remembered_takes_nobodys_place(stage: Stage, qtbot: QtBot) -> None:
    compared_anew(stage, qtbot)
    instead = stage.find(QCheckBox, "code-instead")
    instead.setChecked(True)
    box(stage).setChecked(False)
    assert not instead.isEnabled()
    QTest.mouseClick(stage.find(QPushButton, "code-done"), LEFT)
    assert not stage.engine.calls


def test_a_person_at_the_second_box_is_not_hurried_either(stage: Stage, qtbot: QtBot) -> None:
    dialog, _ = compared_anew(stage, qtbot)
    assert page(dialog).counting
    box(stage).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box(stage), Qt.Key.Key_Tab)
    assert stage.find(QCheckBox, "code-instead").hasFocus()
    assert not page(dialog).counting


def test_where_nobody_is_doubted_there_is_one_box(stage: Stage, dialog: CodeDialog) -> None:
    assert not stage.shows("code-instead")
    assert box(stage).isVisible()


class Windows(QObject):
    """Names of the widgets that come up as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.names = list[str]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(watched.objectName())
        return False


def test_nothing_of_it_is_a_window_of_its_own_before(stage: Stage, qapp: QApplication) -> None:
    stage.engine.know("Kitchen PC")
    windows = Windows()
    qapp.installEventFilter(windows)
    try:
        stage.engine.show_code(doubted="Kitchen PC")
    finally:
        qapp.removeEventFilter(windows)
    assert windows.names == ["code-dialog"]


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_both_boxes_begin_below_each_other(stage: Stage, qapp: QApplication, spoken: Language) -> None:
    language.speak(qapp, spoken)
    try:
        stage.engine.know("Kitchen PC")
        stage.engine.find("kitchen", "Kitchen PC")
        stage.engine.verify(stage.engine.show_code(doubted="Kitchen PC"), "kitchen")
        one, other = (stage.find(QCheckBox, name).geometry() for name in ("code-remember", "code-instead"))
        assert one.width() != other.width()
        if spoken is Language.ENGLISH:
            assert one.left() == other.left()
        else:
            assert one.right() == other.right()
    finally:
        language.speak(qapp, Language.ENGLISH)

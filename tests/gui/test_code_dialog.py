"""The comparison, by real keys and clicks: it answers only what a person meant."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.engine import Answer
from desktop_app.errors import CodeMismatch, ComparisonUnfinished
from desktop_app.events import SessionId
from desktop_app.gui import plain
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.code_view import CodeView, spoken
from desktop_app.gui.deliberate import UNLOCK_MS
from tests.gui.conftest import HOSTILE, Stage, keyboard

MASHED = (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Enter)


def answers(stage: Stage) -> list[object]:
    return [call[2] for call in stage.engine.calls if call[0] == "answer_code"]


def opened(stage: Stage, qtbot: QtBot) -> CodeDialog:
    stage.engine.show_code()
    dialog = stage.find(CodeDialog, "code-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def unlocked(stage: Stage, qtbot: QtBot) -> CodeDialog:
    dialog = opened(stage, qtbot)
    qtbot.waitUntil(stage.find(QPushButton, "code-match").isEnabled)
    return dialog


def test_the_answers_are_alike_in_size_locked_at_first_and_none_is_the_default(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    match, different = stage.find(QPushButton, "code-match"), stage.find(QPushButton, "code-different")
    assert match.size() == different.size()
    for button in (match, different):
        assert not button.isEnabled()
        assert not button.isDefault()
        assert not button.autoDefault()
    QTest.mouseClick(match, Qt.MouseButton.LeftButton)
    assert not answers(stage)


def test_the_names_of_both_sides_stand_in_one_line(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    assert stage.find(plain.Elided, "code-own-name").y() == stage.find(plain.Elided, "code-peer-name").y()


def test_they_unlock_after_the_moment_and_not_before(stage: Stage, qtbot: QtBot) -> None:
    assert UNLOCK_MS == 1500
    opened(stage, qtbot)
    match = stage.find(QPushButton, "code-match")
    with qtbot.assertNotEmitted(match.clicked, wait=UNLOCK_MS - 500):
        QTest.mouseClick(match, Qt.MouseButton.LeftButton)
    assert not match.isEnabled()
    qtbot.waitUntil(match.isEnabled, timeout=UNLOCK_MS + 5000)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    ("button", "answer"),
    [("code-match", Answer.MATCH), ("code-different", Answer.DIFFERENT), ("code-not-now", Answer.NOT_NOW)],
)
def test_a_click_gives_that_answer_once(stage: Stage, qtbot: QtBot, button: str, answer: Answer) -> None:
    unlocked(stage, qtbot)
    target = stage.find(QPushButton, button)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert answers(stage) == [answer]


def test_case_036_mashing_enter_and_space_while_it_opens_answers_nothing(stage: Stage, qtbot: QtBot) -> None:
    QTest.keyClick(stage.window, Qt.Key.Key_Space)
    opened(stage, qtbot)
    for _ in range(40):
        for key in MASHED:
            QTest.keyClick(keyboard(), key)
    assert not answers(stage)
    assert not stage.find(QPushButton, "code-match").isEnabled()


@pytest.mark.usefixtures("quick")
def test_mashing_goes_on_locking_after_it_was_unlocked(stage: Stage, qtbot: QtBot) -> None:
    unlocked(stage, qtbot)
    for key in MASHED:
        QTest.keyClick(keyboard(), key)
    assert not stage.find(QPushButton, "code-match").isEnabled()
    assert not answers(stage)


@pytest.mark.usefixtures("quick")
def test_mashing_tab_and_space_never_confirms(stage: Stage, qtbot: QtBot) -> None:
    unlocked(stage, qtbot)
    for _ in range(12):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert Answer.MATCH not in answers(stage)
    assert Answer.DIFFERENT not in answers(stage)


@pytest.mark.usefixtures("quick")
def test_enter_on_the_chosen_button_does_not_press_it(stage: Stage, qtbot: QtBot) -> None:
    unlocked(stage, qtbot)
    match = stage.find(QPushButton, "code-match")
    match.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(match, key)
    assert not answers(stage)
    assert not match.hasFocus()


@pytest.mark.usefixtures("quick")
def test_case_036_a_held_space_bar_does_not_press_a_button(stage: Stage, qtbot: QtBot) -> None:
    unlocked(stage, qtbot)
    match = stage.find(QPushButton, "code-match")
    match.setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) * 20:
        event = QKeyEvent(kind, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
        QApplication.sendEvent(match, event)
    assert not answers(stage)


@pytest.mark.usefixtures("quick")
def test_the_keyboard_alone_can_confirm_on_purpose(stage: Stage, qtbot: QtBot) -> None:
    dialog = unlocked(stage, qtbot)
    match = stage.find(QPushButton, "code-match")
    for _ in range(10):
        if match.hasFocus():
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert answers(stage) == [Answer.MATCH]


def test_escape_and_the_close_button_mean_not_now(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert answers(stage) == [Answer.NOT_NOW]
    stage.engine.end_comparison(dialog.session, ComparisonUnfinished(peer="Kitchen PC"), counted=False)
    assert not dialog.isVisible()
    assert not stage.shows("notice-warning")


@pytest.mark.usefixtures("quick")
def test_after_they_match_it_waits_and_can_still_be_put_off(stage: Stage, qtbot: QtBot) -> None:
    dialog = unlocked(stage, qtbot)
    QTest.mouseClick(stage.find(QPushButton, "code-match"), Qt.MouseButton.LeftButton)
    waiting = stage.find(plain.Elided, "code-waiting")
    assert waiting.whole == f"Waiting for {plain.isolated('Kitchen PC')}…"
    assert not stage.shows("code-different")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert answers(stage) == [Answer.MATCH, Answer.NOT_NOW]


@pytest.mark.usefixtures("quick")
def test_success_is_said_and_gets_out_of_the_way(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    dialog = unlocked(stage, qtbot)
    QTest.mouseClick(stage.find(QPushButton, "code-match"), Qt.MouseButton.LeftButton)
    stage.engine.verify(dialog.session, "kitchen")
    assert "Kitchen PC" in stage.find(plain.TwoLines, "code-verified").whole
    with qtbot.waitSignal(dialog.finished, timeout=5000):
        pass
    assert answers(stage) == [Answer.MATCH]


def test_only_this_session_can_end_or_verify_the_dialog(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.find("kitchen", "Kitchen PC")
    dialog = opened(stage, qtbot)
    stage.engine.verify(SessionId(99), "kitchen")
    stage.engine.end_comparison(SessionId(98), ComparisonUnfinished(peer="x"), counted=False)
    assert dialog.isVisible()
    assert not stage.shows("code-verified")


def test_case_033_a_second_code_never_replaces_the_one_on_the_screen(stage: Stage, qtbot: QtBot) -> None:
    dialog = opened(stage, qtbot)
    stage.engine.show_code("Mallory", session=2, digits="1111 2222", words=("a", "b", "c"))
    assert stage.engine.calls == [("answer_code", SessionId(2), Answer.NOT_NOW)]
    view = stage.find(CodeView, "code-view")
    assert view.accessibleName() == spoken("4821 0973", ("velvet", "anchor", "plate"))
    assert dialog.session == SessionId(1)


@pytest.mark.usefixtures("quick")
def test_case_034_a_difference_is_red_and_blocks_until_a_person_has_seen_it(stage: Stage, qtbot: QtBot) -> None:
    dialog = unlocked(stage, qtbot)
    QTest.mouseClick(stage.find(QPushButton, "code-different"), Qt.MouseButton.LeftButton)
    stage.engine.end_comparison(dialog.session, CodeMismatch(peer="Kitchen PC"), counted=True)
    assert not dialog.isVisible()
    assert "The codes differ." in stage.find(QLabel, "failure-text").text()
    assert ("dismiss_failure",) not in stage.engine.calls
    seen = stage.find(QPushButton, "failure-seen")
    qtbot.waitUntil(seen.isEnabled)
    QTest.mouseClick(seen, Qt.MouseButton.LeftButton)
    assert stage.engine.calls.count(("dismiss_failure",)) == 1
    assert not stage.shows("failure-dialog")


def test_stray_keys_do_not_dismiss_the_red_notice(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.end_comparison(SessionId(1), CodeMismatch(peer="Kitchen PC"), counted=True)
    dialog = stage.find(QDialog, "failure-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    for key in (*MASHED, Qt.Key.Key_Escape) * 10:
        QTest.keyClick(dialog if dialog.isHidden() else keyboard(), key)
    assert ("dismiss_failure",) not in stage.engine.calls
    assert stage.shows("failure-dialog")


def test_case_037_a_screen_reader_hears_digit_by_digit_then_the_words(stage: Stage, qtbot: QtBot) -> None:
    opened(stage, qtbot)
    view = stage.find(CodeView, "code-view")
    assert view.hasFocus()
    assert view.accessibleName() == "Code: 4 8 2 1, 0 9 7 3. Words: velvet, anchor, plate."


def test_case_037_the_code_stays_left_to_right_and_can_be_enlarged_but_not_copied(stage: Stage, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("mine")
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        dialog = opened(stage, qtbot)
        view = stage.find(CodeView, "code-view")
        assert view.layoutDirection() is Qt.LayoutDirection.LeftToRight
        before = view.height()
        QTest.keyClick(dialog, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: view.height() > before)
        QTest.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert clipboard.text() == "mine"
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("name", HOSTILE)
def test_case_035_a_name_is_literal_short_and_never_moves_the_code(stage: Stage, qtbot: QtBot, name: str) -> None:
    opened(stage, qtbot)
    plain_size = stage.find(CodeView, "code-view").size()
    stage.engine.end_comparison(SessionId(1), ComparisonUnfinished(peer="x"), counted=False)
    stage.engine.show_code(name * 20, session=2)
    label = stage.find(plain.Elided, "code-peer-name")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "\n" not in label.text()
    assert label.whole == plain.isolated(name * 20)
    assert stage.find(CodeView, "code-view").size() == plain_size


# --- careful mode ---------------------------------------------------------------------------------------------


def carefully(stage: Stage, qtbot: QtBot, *, incoming: bool = True) -> CodeDialog:
    stage.engine.change_settings(careful=True)
    stage.engine.calls.clear()
    stage.engine.show_code(incoming=incoming)
    dialog = stage.find(CodeDialog, "code-dialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


@pytest.mark.usefixtures("quick")
def test_who_is_called_types_the_code_of_the_other_screen_and_confirms_it_all_the_same(
    stage: Stage, qtbot: QtBot
) -> None:
    dialog = carefully(stage, qtbot)
    view, field = stage.find(CodeView, "code-view"), stage.find(QLineEdit, "code-typed")
    assert field.hasFocus()
    assert "4" not in view.accessibleName()
    assert "velvet" not in view.accessibleName()
    covered = view.grab().toImage()
    assert not stage.shows("code-match")
    QTest.keyClicks(field, "4821 097")
    assert not stage.shows("code-match")
    QTest.keyClicks(field, "3")
    assert not answers(stage), "being right is no answer"
    assert not stage.shows("code-typed")
    assert view.accessibleName() == spoken("4821 0973", ("velvet", "anchor", "plate"))
    assert view.grab().toImage() != covered
    match = stage.find(QPushButton, "code-match")
    assert not match.isEnabled()
    assert view.hasFocus()
    qtbot.waitUntil(match.isEnabled)
    QTest.mouseClick(match, Qt.MouseButton.LeftButton)
    assert answers(stage) == [Answer.MATCH]
    assert dialog.isVisible()


@pytest.mark.usefixtures("quick")
def test_wrong_twice_leaves_no_way_to_say_that_it_matches(stage: Stage, qtbot: QtBot) -> None:
    carefully(stage, qtbot)
    field = stage.find(QLineEdit, "code-typed")
    QTest.keyClicks(field, "48210974")
    assert not stage.shows("code-match")
    assert field.text() == ""
    assert stage.find(QLabel, "code-typed-problem").text()
    QTest.keyClicks(field, "11111111")
    assert not field.isEnabled()
    QTest.keyClicks(field, "48210973")
    assert not stage.shows("code-match")
    assert not answers(stage), "that the codes differ is for the person to say"
    different = stage.find(QPushButton, "code-different")
    qtbot.waitUntil(different.isEnabled)
    QTest.mouseClick(different, Qt.MouseButton.LeftButton)
    assert answers(stage) == [Answer.DIFFERENT]


def test_half_a_code_is_not_judged_and_none_is_pasted(stage: Stage, qtbot: QtBot) -> None:
    carefully(stage, qtbot)
    field = stage.find(QLineEdit, "code-typed")
    QTest.keyClicks(field, "9999999")
    assert not stage.shows("code-typed-problem")
    field.clear()
    QGuiApplication.clipboard().setText("48210973")
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == ""
    for digit in "٤٨²٢١":
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(field, press)
    assert field.text() == "4821", "digits of every script, and nothing else"


def test_who_calls_reads_the_code_as_ever(stage: Stage, qtbot: QtBot) -> None:
    carefully(stage, qtbot, incoming=False)
    assert not stage.shows("code-typed")
    assert stage.shows("code-match")
    assert stage.find(CodeView, "code-view").accessibleName().startswith("Code: 4 8 2 1")


def test_stray_keys_confirm_nothing_in_careful_mode(stage: Stage, qtbot: QtBot) -> None:
    carefully(stage, qtbot)
    for key in MASHED * 3:
        QTest.keyClick(keyboard(), key)
    assert not answers(stage)
    assert not stage.shows("code-typed-problem")


def pressed(field: QLineEdit, digits: str) -> None:
    """On a keyboard of any script."""
    for digit in digits:
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, digit)
        QApplication.sendEvent(field, press)


def test_a_wrong_code_costs_one_try_in_digits_of_every_script_and_wherever_the_last_one_was_typed(
    stage: Stage, qtbot: QtBot
) -> None:
    carefully(stage, qtbot)
    field = stage.find(QLineEdit, "code-typed")
    pressed(field, "٤٨٢١٠٩٧٤")
    assert field.isEnabled()
    QTest.keyClicks(field, "8210973")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClicks(field, "4")
    assert stage.shows("code-match"), "a digit that was left out is put in where it belongs"

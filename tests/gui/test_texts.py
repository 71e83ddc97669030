"""Texts: pasted, shown before they are sent; shown when they come, copied by a click, and never obeyed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextOption
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.errors import TextNotTaken
from desktop_app.events import Contents, DeviceId, Direction, Kind, SessionId, State, Transfer, TransferId
from desktop_app.gui.deliberate import Deliberate
from desktop_app.gui.plain import Elided, TwoLines
from desktop_app.gui.text_dialog import TextDialog
from tests.gui.conftest import HOSTILE, Stage, keyboard
from tests.gui.test_earlier import plain_text

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier


def paste(stage: Stage, data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(stage.window, Qt.Key.Key_V, CONTROL)


def text_data(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


@pytest.fixture
def active(stage: Stage, qtbot: QtBot) -> Stage:
    stage.engine.find("kitchen", "Kitchen PC")
    stage.window.activateWindow()
    qtbot.waitUntil(stage.window.isActiveWindow)
    return stage


def test_a_copied_text_is_shown_and_sent_to_who_is_chosen(active: Stage) -> None:
    text = "First line\n" + "and <b>more</b> " * 40
    paste(active, text_data(text))
    dialog = active.find(QWidget, "device-picker")
    said = plain_text("\n".join(label.text() for label in dialog.findChildren(QLabel)))
    assert "“First line and <b>more</b> and" in said
    assert f"Text, {len(text)} characters" in said
    assert not active.engine.calls
    QTest.mouseClick(active.find(QPushButton, "picker-send"), LEFT)
    assert active.engine.calls == [("send_text", text, DeviceId("kitchen"))]


def test_copied_files_go_before_their_names(active: Stage) -> None:
    data = text_data("/home/ada/thesis.pdf")
    data.setUrls([QUrl.fromLocalFile("/home/ada/thesis.pdf")])
    paste(active, data)
    QTest.mouseClick(active.find(QPushButton, "picker-send"), LEFT)
    assert active.engine.calls == [("send", (Path("/home/ada/thesis.pdf"),), DeviceId("kitchen"))]


def test_an_empty_clipboard_is_told(active: Stage) -> None:
    paste(active, QMimeData())
    assert not active.shows("device-picker")
    assert active.window._notices.texts() == ["There is neither a file nor a text on the clipboard."]


def test_pasting_into_a_line_is_for_that_line(active: Stage) -> None:
    active.window._bar.edit_name()
    QGuiApplication.clipboard().setMimeData(text_data("Study"))
    field = active.find(QLineEdit, "own-name-editor")
    QTest.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == "Study"
    assert not active.shows("device-picker")


@pytest.mark.usefixtures("quick")
def test_a_text_is_shown_taken_and_copied_by_a_click(active: Stage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    text = "see https://example.org\tand <a href='x'>this</a>\nשלום"  # noqa: RUF001
    transfer = active.engine.receive_text(text)
    assert active.engine.calls == [("take_text", transfer.id)]
    view = active.find(QTextEdit, "text-view")
    assert view.toPlainText() == text
    assert view.isReadOnly()
    flags = view.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not flags & (Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.TextEditable)
    assert view.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LayoutDirectionAuto
    assert view.document().defaultTextOption().wrapMode() is QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    assert plain_text(active.find(TwoLines, "text-title").whole) == "Ada's laptop sent you a text"
    assert QGuiApplication.clipboard().text() == ""
    copy = active.find(QPushButton, "text-copy")
    qtbot.waitUntil(copy.isEnabled)
    QTest.mouseClick(copy, LEFT)
    assert QGuiApplication.clipboard().text() == text
    assert copy.text() == "Copied"
    QTest.keyClick(active.find(TextDialog, "text-dialog"), Qt.Key.Key_Escape)
    assert not active.shows("text-dialog")


def test_stray_keys_copy_nothing(active: Stage) -> None:
    QGuiApplication.clipboard().setText("mine")
    active.engine.receive_text("rm -rf /")
    for _ in range(20):
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            QTest.keyClick(keyboard(), key)
    assert QGuiApplication.clipboard().text() == "mine"
    assert active.shows("text-dialog")


@pytest.mark.usefixtures("quick")
def test_texts_wait_for_each_other_and_are_taken_when_they_are_seen(active: Stage, qtbot: QtBot) -> None:
    first, second = active.engine.receive_text("one"), active.engine.receive_text("two")
    assert active.find(QLabel, "text-more").text() == "1 more text waits until you close this one."
    third = active.engine.receive_text("three")
    assert active.find(QLabel, "text-more").text() == "2 more texts wait until you close this one."
    assert active.engine.calls == [("take_text", first.id)]
    active.engine.change(second, state=State.DECLINED, error=TextNotTaken(peer="this computer"))
    assert active.find(QLabel, "text-more").text() == "1 more text waits until you close this one."
    fourth = active.engine.receive_text("four")
    close = active.find(QPushButton, "text-close")
    qtbot.waitUntil(close.isEnabled)
    QTest.mouseClick(close, LEFT)
    qtbot.waitUntil(lambda: active.engine.calls[1:] == [("take_text", third.id)])
    assert active.find(QTextEdit, "text-view").toPlainText() == "three"
    assert active.find(QLabel, "text-more").text() == "1 more text waits until you close this one."
    active.engine.change(fourth, state=State.CANCELLED)
    assert not active.shows("text-more")


def test_a_text_that_is_read_keeps_no_question_from_coming(active: Stage) -> None:
    """Who asks is told after two minutes that nobody is there."""
    active.engine.receive_text("one")
    active.engine.offer(Contents(("a",), 1, 0, 1))
    assert active.shows("offer-dialog")
    assert active.shows("text-dialog")
    active.engine.show_code(session=2)
    assert active.shows("code-dialog")


@pytest.mark.usefixtures("quick")
def test_no_text_comes_over_a_question(active: Stage, qtbot: QtBot) -> None:
    active.engine.offer(Contents(("a",), 1, 0, 1))
    active.engine.receive_text("one")
    offer = active.engine.offer(Contents(("b",), 1, 0, 1))
    for _ in range(2):
        assert not active.shows("text-dialog")
        decline = active.find(QPushButton, "offer-decline")
        qtbot.waitUntil(decline.isEnabled)
        QTest.mouseClick(decline, LEFT)
    assert active.engine.calls[1] == ("decline", offer.id)
    assert active.shows("text-dialog")


def test_the_keys_that_answer_a_question_do_nothing_to_the_text_below_it(
    active: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Deliberate, "wait_ms", 1)
    active.engine.receive_text("one")
    close = active.find(QPushButton, "text-close")
    qtbot.waitUntil(close.isEnabled)
    close.setFocus()
    active.engine.offer(Contents(("a",), 1, 0, 1))
    decline = active.find(QPushButton, "offer-decline")
    qtbot.waitUntil(decline.isEnabled)
    text = active.find(TextDialog, "text-dialog")
    text.findChildren(Deliberate)[0]._timer.setInterval(10_000)
    QTest.mouseClick(decline, LEFT)
    text.activateWindow()
    qtbot.waitUntil(text.isActiveWindow)
    QTest.keyClick(keyboard(), Qt.Key.Key_Space)
    assert active.shows("text-dialog")
    assert keyboard() is active.find(QTextEdit, "text-view")


def test_a_hidden_window_takes_a_text_when_it_is_seen(active: Stage) -> None:
    active.window.hold_questions = lambda: True
    held = active.engine.receive_text("one")
    assert not active.engine.calls
    active.window.put_held_questions()
    assert active.engine.calls == [("take_text", held.id)]


def test_what_nobody_saw_in_time_is_not_shown_later(active: Stage) -> None:
    active.window.hold_questions = lambda: True
    held = active.engine.receive_text("one")
    active.engine.change(held, state=State.DECLINED, error=TextNotTaken(peer="this computer"))
    active.window.put_held_questions()
    assert not active.engine.calls
    assert not active.shows("text-dialog")


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_it_says_is_literal(active: Stage, hostile: str) -> None:
    active.engine.receive_text(hostile, peer=hostile)
    dialog = active.find(TextDialog, "text-dialog")
    for label in dialog.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not {"\n", "\x00", "\x1b", "\u202e"} & set(label.text())
    assert active.shows("text-hidden") is bool({"\x00", "\u202e"} & set(hostile))


def test_a_long_text_scrolls_in_a_dialog_that_fits(active: Stage) -> None:
    active.engine.receive_text("word " * 12_000)
    view = active.find(QTextEdit, "text-view")
    assert active.find(TextDialog, "text-dialog").height() < 600
    assert view.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize(
    ("direction", "state", "said"),
    [
        (Direction.SENDING, State.ASKING, "Waiting to be shown on Kitchen PC…"),
        (Direction.SENDING, State.DELIVERED, "Delivered "),
        (Direction.RECEIVING, State.ASKING, "From Kitchen PC · Waiting to be shown"),
        (Direction.RECEIVING, State.DELIVERED, "Received "),
    ],
)
def test_a_row_of_a_text(stage: Stage, direction: Direction, state: State, said: str) -> None:
    contents = Contents((), 0, 0, 300, kind=Kind.TEXT, characters=214)
    stage.engine.change(
        Transfer(TransferId(1), direction, "Kitchen PC", state, contents, session=SessionId(1)),
    )
    assert plain_text(stage.find(QLabel, "status-1").text()).startswith(said)
    assert "saved" not in stage.find(QLabel, "status-1").text()
    title = stage.find(QWidget, "transfer-1").findChild(Elided)
    assert title is not None
    assert title.whole == "Text, 214 characters"

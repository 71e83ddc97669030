"""Check the connection: asked for, waited for, read and copied."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import Called
from desktop_app.gui import error_text
from desktop_app.gui.check_dialog import CheckDialog
from desktop_app.gui.nobody_near import NobodyNear
from desktop_app.transport.address import Address
from tests.gui.conftest import Stage

GOOD = findings.Connected(adapter="eth0", addresses="192.0.2.1")
WRONG = findings.UfwOn("sudo nft insert rule a b c", port=47471)
BARE = findings.NobodySeen(seconds=3)
HOSTILE = findings.Silent("x", device=Called("<img src=http://10.0.0.9/x>\u202egnp"))


def _open(stage: Stage) -> CheckDialog:
    stage.window._side.show_check()
    return stage.find(CheckDialog, "check-dialog")


def _said(finding: Finding) -> list[str]:
    return [each for each in (error_text.sentence(finding), error_text.next_step(finding)) if each]


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_the_empty_page_leads_there(stage: Stage) -> None:
    stage.window.findChild(NobodyNear).show_reasons()  # type: ignore[union-attr]
    stage.find(QPushButton, "empty-check").click()
    assert stage.shows("check-dialog")
    assert stage.engine.calls == [("check",)]


def test_a_key_opens_it_once(stage: Stage, qtbot: QtBot) -> None:
    qtbot.keyClick(stage.window, Qt.Key.Key_F1)  # type: ignore[no-untyped-call]
    dialog = stage.find(CheckDialog, "check-dialog")
    stage.window._side.show_check()
    assert stage.find(CheckDialog, "check-dialog") is dialog
    assert stage.engine.calls == [("check",)]


def test_findings_come_from_another_thread_and_what_is_wrong_stands_first(stage: Stage, qtbot: QtBot) -> None:
    dialog = _open(stage)
    assert not stage.find(QPushButton, "check-again").isEnabled()
    worker = threading.Thread(target=stage.engine.checks[0], args=((GOOD, WRONG, BARE),))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: stage.shows("finding-2"))
    assert _texts(stage.find(QWidget, "finding-0")) == _said(WRONG)
    assert _texts(stage.find(QWidget, "finding-1")) == _said(BARE)
    assert _texts(stage.find(QWidget, "finding-2")) == _said(GOOD)
    assert stage.find(QLabel, "check-summary").text().startswith("2 things may keep devices apart.")
    assert not stage.shows("finding-command-1")
    assert dialog.height() <= stage.window.screen().availableSize().height()


def test_a_command_and_the_report_are_copied_as_they_are(stage: Stage) -> None:
    _open(stage).show_findings((GOOD, WRONG))
    field = stage.find(QLineEdit, "finding-command-0")
    assert (field.text(), field.isReadOnly()) == (WRONG.command, True)
    stage.find(QPushButton, "finding-copy-0").click()
    assert QGuiApplication.clipboard().text() == WRONG.command
    stage.find(QPushButton, "check-copy").click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        f"[!!] {error_text.sentence(WRONG)}",
        error_text.next_step(WRONG),
        WRONG.command,
        f"[ok] {error_text.sentence(GOOD)}",
    ]


def test_another_look_waits_again_and_replaces_the_first(stage: Stage) -> None:
    dialog = _open(stage)
    dialog.show_findings((WRONG,))
    assert stage.find(QLabel, "check-summary").text().startswith("One thing may keep")
    stage.find(QPushButton, "check-again").click()
    assert not stage.shows("finding-0")
    assert stage.engine.calls == [("check",), ("check",)]
    dialog.show_findings((GOOD,))
    assert _texts(stage.find(QWidget, "finding-0")) == _said(GOOD)
    assert "Nothing here keeps devices apart" in stage.find(QLabel, "check-summary").text()
    dialog.show_findings(())
    assert stage.find(QLabel, "check-summary").text() == "The check could not be made."


def test_an_answer_to_a_window_that_was_closed_is_none_to_the_next(stage: Stage, qtbot: QtBot) -> None:
    _open(stage).close()
    _open(stage)
    stage.engine.checks[0]((WRONG,))
    QApplication.processEvents()
    assert not stage.find(QPushButton, "check-again").isEnabled(), "its own look is under way"
    stage.engine.checks[1]((GOOD,))
    qtbot.waitUntil(lambda: stage.shows("finding-0"))
    assert _texts(stage.find(QWidget, "finding-0")) == _said(GOOD)


def test_an_answer_that_comes_after_the_window_was_closed_is_no_trouble(stage: Stage, qtbot: QtBot) -> None:
    dialog = _open(stage)
    dialog.reject()
    qtbot.waitUntil(lambda: not stage.shows("check-dialog"))
    stage.engine.checks[0]((WRONG,))
    again = _open(stage)
    stage.engine.checks[1]((GOOD,))
    qtbot.waitUntil(lambda: stage.shows("finding-0"))
    assert _texts(again.findChild(QWidget, "finding-0")) == _said(GOOD)  # type: ignore[arg-type]


def test_what_a_device_calls_itself_is_shown_literally(stage: Stage) -> None:
    _open(stage).show_findings((HOSTILE,))
    label, _ = stage.find(QWidget, "finding-0").findChildren(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<img src=http://10.0.0.9/x>\N{REPLACEMENT CHARACTER}gnp" in label.text()


def test_an_address_is_tried_too_when_enter_is_pressed(stage: Stage, qtbot: QtBot) -> None:
    dialog = _open(stage)
    dialog.show_findings((GOOD,))
    field = stage.find(QLineEdit, "check-address")
    field.setText("10.0.0.5")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert stage.engine.calls == [("check",), ("check", Address("10.0.0.5", 47471))]
    assert stage.shows("check-dialog"), "Enter did not close it"
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    assert len(stage.engine.calls) == 2, "one look at a time"


def test_what_is_no_address_is_said_and_nothing_is_tried(stage: Stage, qtbot: QtBot) -> None:
    _open(stage).show_findings((GOOD,))
    field = stage.find(QLineEdit, "check-address")
    field.setText("what is this?")
    stage.find(QPushButton, "check-try").click()
    assert stage.shows("check-problem")
    assert stage.engine.calls == [("check",)]
    field.clear()
    assert not stage.shows("check-problem")
    qtbot.keyClick(field, Qt.Key.Key_Return)  # type: ignore[no-untyped-call]
    qtbot.waitUntil(lambda: not stage.shows("check-dialog"))

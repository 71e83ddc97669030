"""Check the connection: asked for, waited for, read and copied."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.discovery.checks.finding import Finding
from desktop_app.gui.check_dialog import CheckDialog
from desktop_app.gui.nobody_near import NobodyNear
from tests.gui.conftest import Stage

GOOD = Finding("network", True, "Connected through eth0 as 192.0.2.1.")
WRONG = Finding("firewall", False, "A firewall keeps others out.", "Let them in.", "sudo nft insert rule a b c")
BARE = Finding("devices", False, "Nobody was seen.", "Open it there.")
HOSTILE = Finding("silent", False, "“<img src=http://10.0.0.9/x>\u202egnp” is seen.", "Look & see.", "x")


def _open(stage: Stage) -> CheckDialog:
    stage.window._side.show_check()
    return stage.find(CheckDialog, "check-dialog")


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
    assert _texts(stage.find(QWidget, "finding-0")) == [WRONG.sentence, WRONG.cure]
    assert _texts(stage.find(QWidget, "finding-1")) == [BARE.sentence, BARE.cure]
    assert _texts(stage.find(QWidget, "finding-2")) == [GOOD.sentence]
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
        f"[!!] {WRONG.sentence}",
        WRONG.cure,
        WRONG.command,
        f"[ok] {GOOD.sentence}",
    ]


def test_another_look_waits_again_and_replaces_the_first(stage: Stage) -> None:
    dialog = _open(stage)
    dialog.show_findings((WRONG,))
    assert stage.find(QLabel, "check-summary").text().startswith("One thing may keep")
    stage.find(QPushButton, "check-again").click()
    assert not stage.shows("finding-0")
    assert stage.engine.calls == [("check",), ("check",)]
    dialog.show_findings((GOOD,))
    assert _texts(stage.find(QWidget, "finding-0")) == [GOOD.sentence]
    assert "Nothing here keeps devices apart" in stage.find(QLabel, "check-summary").text()
    dialog.show_findings(())
    assert stage.find(QLabel, "check-summary").text() == "The check could not be made."


def test_an_answer_that_comes_after_the_window_was_closed_is_no_trouble(stage: Stage, qtbot: QtBot) -> None:
    dialog = _open(stage)
    dialog.reject()
    qtbot.waitUntil(lambda: not stage.shows("check-dialog"))
    stage.engine.checks[0]((WRONG,))
    again = _open(stage)
    stage.engine.checks[1]((GOOD,))
    qtbot.waitUntil(lambda: stage.shows("finding-0"))
    assert _texts(again.findChild(QWidget, "finding-0")) == [GOOD.sentence]  # type: ignore[arg-type]


def test_what_a_device_calls_itself_is_shown_literally(stage: Stage) -> None:
    _open(stage).show_findings((HOSTILE,))
    label, _ = stage.find(QWidget, "finding-0").findChildren(QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<img src=http://10.0.0.9/x>\N{REPLACEMENT CHARACTER}gnp" in label.text()

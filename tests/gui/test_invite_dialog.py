"""Invitations in the window: given in one dialog, taken in another."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.protocol.invitation import Invitation
from tests.gui.conftest import Stage

GIVEN = Invitation(bytearray(range(32)), ("192.0.2.7", "2001:db8::7"), 47471)


def _ask(stage: Stage, text: str) -> None:
    stage.window._side.ask_address()
    stage.find(QLineEdit, "address-field").setText(text)
    stage.find(QPushButton, "address-connect").click()


def test_the_text_is_shown_with_its_terms_and_copied(stage: Stage, qtbot: QtBot) -> None:
    stage.engine.invitation = GIVEN.text()
    qtbot.keyClick(stage.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)  # type: ignore[no-untyped-call]
    field = stage.find(QPlainTextEdit, "invite-text")
    assert (field.toPlainText(), field.isReadOnly()) == (GIVEN.text(), True)
    (terms,) = stage.find(QWidget, "invite-terms").findChildren(QLabel)
    assert "No code is compared" in terms.text()
    stage.find(QPushButton, "invite-copy").click()
    assert QGuiApplication.clipboard().text() == GIVEN.text()


def test_who_can_invite_nobody_is_told_why(stage: Stage) -> None:
    stage.window._side.invite()
    (problem,) = stage.find(QWidget, "invite-problem").findChildren(QLabel)
    assert "lets nobody call it" in problem.text()
    assert not stage.shows("invite-copy")


def test_a_pasted_invitation_is_used_as_one(stage: Stage) -> None:
    text = GIVEN.text()
    _ask(stage, f"  {text[:40]} {text[40:]} ")
    assert stage.engine.calls == [("pair", GIVEN)]
    assert not stage.shows("address-dialog")


def test_half_an_invitation_is_named_and_connects_to_nobody(stage: Stage) -> None:
    _ask(stage, GIVEN.text()[:-9])
    assert "not a whole invitation" in stage.find(QLabel, "address-problem").text()
    assert stage.engine.calls == []

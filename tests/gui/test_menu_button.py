"""Buttons that open a menu: one of a row, and those of the bar; what a menu says of shortcuts."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QStyleOptionMenuItem, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.gui import language
from desktop_app.gui.menu_button import KeysMenu
from desktop_app.storage.settings import Language
from tests.gui.conftest import Stage, keyboard
from tests.gui.test_transfer_rows import MOVING


@pytest.mark.parametrize(
    ("kind", "name"), [(QToolButton, "more-1"), (QToolButton, "menu-button"), (QPushButton, "visibility")]
)
def test_the_mouse_has_left_the_button_of_a_menu_in_which_it_chose(
    stage: Stage, kind: type[QToolButton | QPushButton], name: str
) -> None:
    stage.engine.change(MOVING)
    button = stage.find(kind, name)
    menu = button.menu()
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as the mouse came to it
    QCursor.setPos(button.mapToGlobal(button.rect().bottomLeft()) + QPoint(-40, 60))
    menu.popup(QCursor.pos())
    menu.hide()
    assert not button.underMouse()


def test_f10_opens_the_menu_of_the_window_where_the_arrows_and_enter_choose(stage: Stage, qtbot: QtBot) -> None:
    seen: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        seen.append(menu.activeAction().text())
        for _ in range(5):
            QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(300, choose)
    QTest.keyClick(keyboard(), Qt.Key.Key_F10)
    qtbot.waitUntil(lambda: stage.shows("remembered-window"))
    assert seen == ["Send files…"]


def _written(menu: KeysMenu, text: str) -> str:
    [action] = [each for each in menu.actions() if each.shortcut().toString() == text]
    option = QStyleOptionMenuItem()
    menu.initStyleOption(option, action)
    return str(option.text).partition("\t")[2]


@pytest.mark.parametrize("spoken", [Language.ENGLISH, Language.ARABIC])
def test_a_shortcut_is_written_from_left_to_right_in_every_language(
    stage: Stage, qapp: QApplication, spoken: Language
) -> None:
    language.speak(qapp, spoken)
    try:
        QApplication.processEvents()
        menu = stage.window.findChild(KeysMenu)
        assert menu is not None
        for keys in ("Ctrl+,", "Ctrl+O"):
            assert _written(menu, keys) == f"\u2066{keys}\u2069"
        menu.popup(QPoint(0, 0))
        heard = [QAccessible.queryAccessibleInterface(menu).child(row) for row in range(len(menu.actions()))]
        names = [each.text(QAccessible.Text.Name) for each in heard]
        assert not [name for name in names if "\u2066" in name or "Ctrl" in name], "the name is said without its keys"
        menu.hide()
    finally:
        language.speak(qapp, Language.ENGLISH)

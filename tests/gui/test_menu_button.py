"""Buttons that open a menu: one of a row, and those of the bar."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton, QToolButton

from tests.gui.conftest import Stage
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

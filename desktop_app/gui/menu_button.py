"""Menus with shortcuts, and buttons that open a menu."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton, QStyleOptionMenuItem, QToolButton, QWidget

from desktop_app.gui import room

_ISOLATED = "\u2066{keys}\u2069"  # LEFT-TO-RIGHT ISOLATE, Unicode Annex 9


class KeysMenu(QMenu):
    """What it says of shortcuts is read from left to right in every language: Ctrl+, and not ,+Ctrl."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.aboutToShow.connect(self._be_narrow)

    def _be_narrow(self) -> None:
        """On a screen that has no room for both the shortcuts give way."""
        if self.sizeHint().width() > room.on_screen(self).width():
            for action in (each for each in self.actions() if not each.isSeparator()):
                action.setText(f"{action.text()}\t")

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        super().initStyleOption(option, action)
        text, tab, keys = option.text.partition("\t")
        if tab:
            option.text = f"{text}{tab}{_ISOLATED.format(keys=keys)}"


def give_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """All that `button` is for is to open `menu`."""
    if isinstance(button, QToolButton):
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    menu.aboutToHide.connect(lambda: _leave(button))


def open_by_keys(button: QToolButton) -> None:
    """Its menu, with the first entry chosen, as somebody expects who has no pointer."""
    menu = button.menu()
    QTimer.singleShot(0, menu, lambda: menu.setActiveAction(menu.actions()[0]))
    button.showMenu()


def press(button: QAbstractButton) -> None:
    """As Space does."""
    if isinstance(button, QToolButton) and button.menu() is not None:
        open_by_keys(button)
    elif isinstance(button, QPushButton) and button.menu() is not None:
        button.showMenu()
    else:
        button.click()


def _leave(button: QPushButton | QToolButton) -> None:
    """After a choice in its menu Qt no longer tells the button that the mouse has left it."""
    if not button.rect().contains(button.mapFromGlobal(QCursor.pos())):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
        button.update()

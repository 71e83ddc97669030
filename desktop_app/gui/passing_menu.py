"""A menu of what can be done with one thing, put up where that is; it goes with the language it was put up in."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QWidget


class PassingMenu(QMenu):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.close()

"""Who can see this computer, as a menu: in the window and at the tray icon."""

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.storage.settings import Visibility


class VisibilityMenu(QMenu):
    """Signals: chosen(Visibility), chosen_for_a_while()."""

    chosen = Signal(object)
    chosen_for_a_while = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = QActionGroup(self)
        for choice in Visibility:
            action = QAction(self, checkable=True)
            action.setData(choice)
            self._choices.addAction(action)
            self.addAction(action)
        self.addSeparator()
        self._a_while = self.addAction("", self.chosen_for_a_while.emit)
        self._say()
        self._choices.triggered.connect(lambda action: self.chosen.emit(action.data()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        words = dict(choices())
        for action in self._choices.actions():
            action.setText(words[action.data()])
        self._a_while.setText(self.tr("Everyone nearby, for ten minutes"))

    def show_chosen(self, visibility: Visibility) -> None:
        for action in self._choices.actions():
            action.setChecked(action.data() is visibility)


def choices() -> tuple[tuple[Visibility, str], ...]:
    """In words, as a person chooses among them."""
    return (
        (Visibility.EVERYONE, QCoreApplication.translate("visibility", "Everyone nearby")),
        (Visibility.REMEMBERED, QCoreApplication.translate("visibility", "Only remembered devices")),
        (Visibility.NOBODY, QCoreApplication.translate("visibility", "Nobody")),
    )

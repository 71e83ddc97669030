"""The icon beside the clock, where the desktop has such a place: the way back to a hidden window, and out."""

from PySide6.QtCore import QEvent, QLocale, QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop_app import APP_NAME
from desktop_app.gui import icons
from desktop_app.gui.visibility_menu import VisibilityMenu
from desktop_app.storage.settings import Visibility


class Tray(QObject):
    """Signals: show_wanted(), quit_wanted(), visibility_chosen(Visibility), open_wanted()."""

    show_wanted = Signal()
    quit_wanted = Signal()
    visibility_chosen = Signal(object)
    open_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._show = self.menu.addAction("", self.show_wanted.emit)
        self.menu.setDefaultAction(self._show)
        self._seen_by = VisibilityMenu(self.menu)
        self._seen_by.chosen.connect(self.visibility_chosen)
        self._seen_by.chosen_for_a_while.connect(self.open_wanted)
        self.menu.addMenu(self._seen_by)
        self.menu.addSeparator()
        self._quit = self.menu.addAction("", self.quit_wanted.emit)
        self.icon = QSystemTrayIcon(icons.application_icon(), self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self._running = 0
        self._say()
        self.menu.installEventFilter(self)
        self.icon.show()

    @staticmethod
    def available() -> bool:
        """Now: a desktop may bring its panel up later, and lose it."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_visibility(self, visibility: Visibility) -> None:
        self._seen_by.show_chosen(visibility)

    def show_running(self, count: int) -> None:
        """How many transfers have not ended."""
        self._running = count
        if not count:
            text = APP_NAME
        else:
            text = self.tr("{app}: {count} transfers are running", "", count)
            text = text.format(app=APP_NAME, count=QLocale().toString(count))
        self.icon.setToolTip(text)

    def eventFilter(self, _menu: QObject, event: QEvent) -> bool:
        """The menu hears of another language; an icon does not."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        return False

    def _say(self) -> None:
        self._show.setText(self.tr("Show {app}").format(app=APP_NAME))
        self._seen_by.setTitle(self.tr("Who can see this computer"))
        self._quit.setText(self.tr("Quit"))
        self.show_running(self._running)

    def close(self) -> None:
        self.icon.hide()
        self.menu.deleteLater()

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.show_wanted.emit()

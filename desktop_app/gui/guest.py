"""The window as a guest of its desktop: what it wears, shows and asks outside its own frame."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop_app.events import Event, SettingsChanged
from desktop_app.gui import theme
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.main_window import MainWindow


class Guest(QObject):
    def __init__(self, app: QApplication, engine: EngineFace, window: MainWindow) -> None:
        super().__init__(window)
        self._app, self._engine, self._window = app, engine, window
        self._follow_settings()

    @Slot(object)
    def handle(self, event: Event) -> None:
        """One event from the engine, after the window had it."""
        match event:
            case SettingsChanged():
                self._follow_settings()
            case _:
                pass

    def _follow_settings(self) -> None:
        theme.apply(self._app, self._engine.settings.appearance)

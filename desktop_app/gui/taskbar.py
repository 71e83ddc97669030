"""How far the transfers are, at the program's icon in the taskbar or dock, where the desktop listens for that.

The Unity Launcher API: a signal on the session bus, which Plasma, Ubuntu's dock and others understand.
"""

from typing import Final

from PySide6.QtCore import QObject

from desktop_app import APP_ID
from desktop_app.gui.message_bus import MessageBus

_PATH: Final = "/" + APP_ID.replace(".", "/")
_INTERFACE: Final = "com.canonical.Unity.LauncherEntry"
_STEPS: Final = 100  # more than that nobody sees


class Taskbar(QObject):
    def __init__(self, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._shown: int | None = None

    def show_progress(self, fraction: float | None) -> None:
        """0 to 1; None: nothing moves."""
        step = None if fraction is None else int(max(0.0, min(1.0, fraction)) * _STEPS)
        if step != self._shown:
            self._shown = step
            looks = {"progress": ("d", (step or 0) / _STEPS), "progress-visible": ("b", step is not None)}
            self._bus.tell(_PATH, _INTERFACE, "Update", "sa{sv}", (f"application://{APP_ID}.desktop", looks))

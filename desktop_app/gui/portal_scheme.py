"""Whether the desktop is light or dark, from its portal: Qt knows it only on some desktops."""

from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.gui.message_bus import BusObject, MessageBus, Reply, Told

_PORTAL: Final = BusObject(
    "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
)
_SETTING: Final = ("org.freedesktop.appearance", "color-scheme")
_SCHEMES: Final = {1: Qt.ColorScheme.Dark, 2: Qt.ColorScheme.Light}  # 0: no preference


class PortalScheme(QObject):
    """Signals: changed(Qt.ColorScheme), also once it is known."""

    changed = Signal(object)

    def __init__(self, bus: MessageBus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._portal = ""
        bus.told.connect(self._hear)
        bus.listen(_PORTAL)
        bus.call(_PORTAL, "Read", "ss", _SETTING, self._learn)

    def _learn(self, reply: Reply | None) -> None:
        if reply is not None:
            self._portal = reply.sender
            self._tell(reply.body[0])

    def _hear(self, told: Told) -> None:
        ours = told.sender == self._portal and told.interface == _PORTAL.interface
        if ours and told.member == "SettingChanged" and told.body[:2] == _SETTING:
            self._tell(told.body[2])

    def _tell(self, value: Any) -> None:
        while isinstance(value, tuple):  # a variant: its signature and what is in it, which Read packs twice
            value = value[1]
        self.changed.emit(_SCHEMES.get(value, Qt.ColorScheme.Unknown))

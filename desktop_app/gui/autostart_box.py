"""The check box for starting with the session. The system's own entry is what it shows, and may be slow to answer."""

import threading

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.errors import AppError
from desktop_app.gui.autostart import Autostart
from desktop_app.gui.bridge import door_to


class AutostartBox(QCheckBox):
    """Signals: failed(AppError), and it shows what is still so."""

    failed = Signal(object)
    _settled = Signal(bool, object)

    def __init__(self, autostart: Autostart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settings-autostart")
        self.setText(self.tr("out of sight, at its icon in the panel"))
        self.setAccessibleName(self.tr("Start at login, out of sight"))
        self._autostart = autostart
        self._busy = False
        self._settled.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._tell = door_to(self._settled)
        self._ask(None)

    def nextCheckState(self) -> None:
        """A click: what it shows follows once it is so."""
        if not self._busy:
            self._ask(not self.isChecked())

    def _ask(self, wanted: bool | None) -> None:
        self._busy = True
        threading.Thread(target=self._turn, args=(wanted,), name="autostart", daemon=True).start()

    def _turn(self, wanted: bool | None) -> None:
        error: AppError | None = None
        try:
            if wanted is not None:
                self._autostart.turn(wanted)
        except AppError as failure:
            error = failure
        self._tell(self._autostart.is_on(), error)

    @Slot(bool, object)
    def _show(self, is_on: bool, error: AppError | None) -> None:  # Qt's signature
        self._busy = False
        self.setChecked(is_on)
        if error is not None:
            self.failed.emit(error)

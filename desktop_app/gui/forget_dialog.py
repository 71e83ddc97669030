"""Forgetting a device cannot be taken back: asked once."""

from PySide6.QtWidgets import QWidget

from desktop_app.events import RememberedDevice
from desktop_app.gui import plain
from desktop_app.gui.sheet import Sheet, button


class ForgetDialog(Sheet):
    """`accepted` means: forget it."""

    def __init__(self, device: RememberedDevice, *, connected: bool, parent: QWidget | None = None) -> None:
        super().__init__("forget-dialog", parent)
        self._device, self._connected = device, connected
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Forget a device"))
        self.add_title(self.tr("Forget {peer}?").format(peer=plain.isolated(self._device.name)))
        self.add_words(self.tr("You will have to compare a code with it before anything can be sent again."), "muted")
        if self._connected:
            self.add_words(self.tr("The session with it ends now, and what is being sent stops."), "warning")
        keep = button("forget-keep", self.tr("Keep"), default=True)
        keep.clicked.connect(self.reject)
        forget = button("forget-forget", self.tr("Forget"), "danger")
        forget.clicked.connect(self.accept)
        self.add_buttons(forget, keep)
        keep.setFocus()

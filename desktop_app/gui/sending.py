"""From files to a device: chosen, pasted or dropped, for the card they were meant for or after asking which."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.events import DeviceId
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.device_picker import DevicePicker
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.nearby import Nearby
from desktop_app.gui.notices import Notices
from desktop_app.gui.tile import paths_in


class Sending(QObject):
    """Every way that files take to `Engine.send`."""

    def __init__(
        self, engine: EngineFace, choosing: Choosing, notices: Notices, nearby: Nearby, window: QWidget
    ) -> None:
        super().__init__(window)
        self._engine, self._choosing, self._notices = engine, choosing, notices
        self._nearby, self._window = nearby, window
        self._picker: DevicePicker | None = None

    def choose_files(self) -> None:
        """For the card with the keyboard, else the device is asked for afterwards."""
        focused = self._nearby.focused
        if focused is not None:
            self.choose_files_for(focused)
        else:
            self._choosing.files(self._window, self.tr("Send files"), self.ask)

    def choose_folder(self) -> None:
        focused = self._nearby.focused
        if focused is not None:
            self.choose_folder_for(focused)
        else:
            self._choosing.folder(self._window, self.tr("Send a folder"), lambda folder: self.ask([folder]))

    def choose_files_for(self, device: str) -> None:
        self._choosing.files(self._window, self.tr("Send files"), lambda paths: self.send(device, paths))

    def choose_folder_for(self, device: str) -> None:
        self._choosing.folder(self._window, self.tr("Send a folder"), lambda folder: self.send(device, [folder]))

    def paste(self) -> None:
        paths = paths_in(QGuiApplication.clipboard().mimeData())
        if paths:
            self.ask(paths)
        else:
            self._notices.say(self.tr("There are no files on the clipboard."))

    def ask(self, paths: Sequence[Path]) -> None:
        """Which device are these for? What comes while that is asked goes with it."""
        if not paths:
            return
        if self._picker is not None:
            self._picker.add(paths)
            return
        self._picker = DevicePicker(paths, self._nearby.devices(), self._window)
        self._picker.chosen.connect(self._send_to_all)
        self._picker.finished.connect(self._picker_closed)
        self._picker.open()

    def devices_changed(self) -> None:
        if self._picker is not None:
            self._picker.show_devices(self._nearby.devices())

    def send(self, device: str, paths: Sequence[Path]) -> None:
        if paths:
            self._engine.send(paths, DeviceId(device))

    def _send_to_all(self, devices: list[DeviceId], paths: list[Path]) -> None:
        for device in devices:
            self.send(device, paths)

    def _picker_closed(self) -> None:
        if self._picker is not None:
            self._picker.deleteLater()
        self._picker = None

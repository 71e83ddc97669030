"""Something is to be sent and was not meant for a card: which devices is it for?"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QWidget

from desktop_app.events import Device, DeviceId
from desktop_app.gui import dates, plain
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button
from desktop_app.gui.tile import device_name, told_apart

_ID: Final = Qt.ItemDataRole.UserRole
_ROWS: Final = (3, 8)
"""Fewest, where there is little room, and most without scrolling."""


class DevicePicker(Sheet):
    """Signals: chosen(list[DeviceId])."""

    chosen = Signal(list)

    def __init__(self, what: Callable[[], str], devices: Sequence[Device], parent: QWidget | None = None) -> None:
        """`what` says what is to be sent, in words."""
        super().__init__("device-picker", parent)
        self._said, self._devices = what, devices
        self._marked = {device.id: device.record for device in devices[:1] if len(devices) == 1}
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Send to"))
        self._list = _Devices()
        self._list.setObjectName("picker-devices")
        self._list.setAccessibleName(self.tr("Devices nearby"))
        self._list.itemChanged.connect(self._count)
        self._list.itemDoubleClicked.connect(self._flip)  # not itemActivated: Enter sends
        self._nobody = Words(self.tr("No device has been found yet. This list fills by itself."), "muted")
        self._send = button("picker-send", self.tr("Send"), "primary", default=True)
        self._send.clicked.connect(self._choose)
        cancel = button("picker-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self._what = Words(self._said(), "muted")
        self._lay_out(cancel)
        self.show_devices(self._devices)

    def show_what(self) -> None:
        """It has become more."""
        self._what.setText(self._said())

    def show_devices(self, devices: Sequence[Device]) -> None:
        """The devices there are now; what was ticked stays ticked, and the keyboard is where it was."""
        self._devices = devices
        ticked = self._to_be_ticked(devices)
        was_empty = not self._list.count()
        at, scrolled = self._row_to_be(devices), self._list.verticalScrollBar().value()
        self._list.clear()
        for device, apart in zip(devices, told_apart(devices), strict=True):
            text = plain.isolated(device_name(device))
            if device.away:
                text = self.tr("{name} — not seen").format(name=text)
            elif device.session is not None:
                text = self.tr("{name} — verified").format(name=text)
            elif apart:
                text = f"{text} — {plain.isolated(apart)}"
            elif device.remembered is not None:
                text = self.tr("{name} — probably {known}, verified {day}").format(
                    name=text,
                    known=plain.isolated(device.remembered.name),
                    day=dates.lately(device.remembered.compared_at),
                )
            item = QListWidgetItem(text, self._list)
            item.setData(_ID, device.id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if device.id in ticked else Qt.CheckState.Unchecked)
        self._list.setVisible(bool(devices))
        self._nobody.setVisible(not devices)
        self._list.setCurrentRow(at)
        row = self._list.fontMetrics().height() + 14
        least, most = (max(1, min(rows, len(devices))) * row + 12 for rows in _ROWS)
        self._list.setMinimumHeight(least)
        self._list.setMaximumHeight(most)
        self._count()
        if self.isVisible():
            self.fit()
            if devices and was_empty:
                self._list.setFocus()
        self._list.doItemsLayout()  # how far it can be scrolled is known only then
        self._list.verticalScrollBar().setValue(scrolled)

    def _lay_out(self, cancel: QPushButton) -> None:
        self.add_title(self.tr("Which device?"))
        self.page.addWidget(self._what)
        self.page.addWidget(self._list)
        self.page.addWidget(self._nobody)
        self.add_buttons(cancel, self._send)

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(row) for row in range(self._list.count())]

    def _ticked(self) -> list[DeviceId]:
        return [item.data(_ID) for item in self._items() if item.checkState() is Qt.CheckState.Checked]

    def _row_to_be(self, devices: Sequence[Device]) -> int:
        """Of the device that the keyboard is at; where that is gone, of the one that takes its place."""
        before = self._list.currentRow()
        if before < 0:
            return 0
        rows = {device.id: row for row, device in enumerate(devices)}
        return rows.get(self._list.item(before).data(_ID), min(before, len(devices) - 1))

    def _to_be_ticked(self, devices: Sequence[Device]) -> set[DeviceId]:
        """A remembered device is the same one under another id: it was away, or its network has changed."""
        here, before = {device.id for device in devices}, {item.data(_ID) for item in self._items()}
        moved = {record for id_, record in self._marked.items() if id_ not in here}
        ticked = here & self._marked.keys()
        for device in devices:
            record = device.record
            if record is not None and record in moved and device.id not in before:
                moved.remove(record)  # others may say that they are it, too
                ticked.add(device.id)
        return ticked

    def _count(self) -> None:
        ticked = self._ticked()
        here = {device.id: device.record for device in self._devices}
        gone = {id_: record for id_, record in self._marked.items() if id_ not in here}
        self._marked = {id_: here[id_] for id_ in ticked}
        self._marked |= {id_: record for id_, record in gone.items() if record not in {None, *here.values()}}
        self._send.setEnabled(bool(ticked))

    @staticmethod
    def _flip(item: QListWidgetItem) -> None:
        checked = item.checkState() is Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked)

    def _choose(self) -> None:
        self.chosen.emit(self._ticked())
        self.accept()


class _Devices(QListWidget):
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

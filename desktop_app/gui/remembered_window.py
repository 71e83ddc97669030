"""The devices that are remembered: which, since when, until when; to be renamed and forgotten."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.events import RememberedDevice
from desktop_app.gui import theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words
from desktop_app.gui.remembered_list import RememberedList
from desktop_app.gui.sheet import Sheet, button

_MEASURE: Final = 84
"""Letters in a line of the words for nobody."""


class RememberedWindow(Sheet):
    """Signals: renamed(RecordId, str), forget_wanted(RememberedDevice), always_wanted(RememberedDevice)."""

    renamed = Signal(object, str)
    forget_wanted = Signal(object)
    always_wanted = Signal(object)

    def __init__(self, devices: Sequence[RememberedDevice], days: int, parent: QWidget | None = None) -> None:
        """`days`: after which an unused one is forgotten."""
        super().__init__("remembered-window", parent, characters=132)
        self._devices, self._days = devices, days
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Remembered devices"))
        self._list = RememberedList()
        self._list.renamed.connect(self.renamed)
        self._list.forget_wanted.connect(self._forget)
        self._list.itemSelectionChanged.connect(self._allow)
        self._rename = button("remembered-rename", self.tr("Rename"))
        self._rename.clicked.connect(self._list.edit_name)
        self._always = button("remembered-always", self.tr("Accept without asking…"))
        self._always.clicked.connect(self._want_always)
        self._forget_button = button("remembered-forget", self.tr("Forget…"))
        self._forget_button.clicked.connect(self._forget)
        self._close = button("remembered-close", self.tr("Close"))
        self._close.clicked.connect(self.accept)
        self._stack = QStackedWidget()
        nobody = self.tr("Once you have compared a code with a device, it can be remembered here.")
        self._stack.addWidget(self._list)
        self._stack.addWidget(_NobodyRemembered(nobody))
        self._about = Words(self._explanation(self._days), "muted")
        self.add_title(self.tr("Remembered devices"))
        self.page.addWidget(self._about)
        self.page.addWidget(self._stack, 1)
        self.add_buttons(self._close, leading=(self._rename, self._always, self._forget_button))
        self.show_devices(self._devices)

    def show_devices(self, devices: Sequence[RememberedDevice]) -> None:
        """All of them, as they are now."""
        self._devices = devices
        had_focus = self._list.hasFocus()
        self._list.show_devices(devices)
        self._stack.setCurrentIndex(0 if devices else 1)
        for widget in (self._about, self._rename, self._always, self._forget_button):
            widget.setVisible(bool(devices))
        self._allow()
        if not devices and (had_focus or not self.isVisible()):
            self._close.setFocus()
        elif not self.isVisible():
            self._list.setFocus()

    def _allow(self) -> None:
        for control in (self._rename, self._always, self._forget_button):
            control.setEnabled(self._list.chosen is not None)

    def _forget(self) -> None:
        device = self._list.chosen
        if device is not None:
            self.forget_wanted.emit(device)

    def _want_always(self) -> None:
        device = self._list.chosen
        if device is not None:
            self.always_wanted.emit(device)

    def _explanation(self, days: int) -> str:
        text = self.tr(
            "They prove themselves without a code. Whichever is not used for {count} days is forgotten.", "", days
        )
        return text.format(count=QLocale().toString(days))


class _NobodyRemembered(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.setObjectName("remembered-empty")
        self._words = Words(words, "muted")
        self._words.center()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, theme.M, 0, theme.M)
        rows.setSpacing(theme.M)
        rows.addStretch(1)
        rows.addWidget(IconView("remembered", "outline", 2 * theme.XL), 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._words, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Its words give way to a narrow window."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._words.set_measure(_MEASURE, self.width())

"""Closing the window while transfers run: end them, let them go on out of sight, or stay. Asked once."""

from enum import Enum, auto

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.gui.sheet import Sheet, button


class WayBack(Enum):
    """How a hidden window can be got back."""

    NONE = auto()
    TRAY = auto()
    START = auto()  # by starting Tallystick again


class ClosingDialog(Sheet):
    """`accepted` means: end them and close.

    Signals: background_chosen().
    """

    background_chosen = Signal()

    def __init__(self, running: int, way_back: WayBack, parent: QWidget | None = None) -> None:
        super().__init__("closing-dialog", parent, characters=82)
        self._running, self._way_back = running, way_back
        self.build()

    def build(self) -> None:
        running = self._running
        self.setWindowTitle(self.tr("Close Tallystick"))
        title = self.tr("{count} transfers have not finished", "", running)
        self.add_title(title.format(count=QLocale().toString(running)))
        self.add_words(
            self.tr("What was accepted can go on another time. Files that were delivered stay delivered."), "muted"
        )
        stay = button("closing-stay", self.tr("Keep open"), default=True)
        stay.clicked.connect(self.reject)
        stop = button("closing-close", self.tr("Stop and close"), "danger")
        stop.clicked.connect(self.accept)
        background = button("closing-background", self.tr("Go on in the background"))
        background.clicked.connect(self._go_on)
        match self._way_back:
            case WayBack.NONE:
                self.add_buttons(stop, stay)
                background.deleteLater()
            case WayBack.TRAY:
                self.add_words(self.tr("In the background Tallystick stays at its icon in the panel."), "muted")
                self.add_buttons(background, stay, leading=[stop])
            case WayBack.START:
                self.add_words(
                    self.tr(
                        "In the background Tallystick ends when the transfers have. "
                        "Starting it again brings this window back."
                    ),
                    "muted",
                )
                self.add_buttons(background, stay, leading=[stop])
        stay.setFocus()

    def _go_on(self) -> None:
        self.background_chosen.emit()
        self.reject()

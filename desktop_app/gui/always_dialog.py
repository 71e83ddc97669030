"""What a remembered device may send without a question: whether, into which folder, how much in a day."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.events import AlwaysAccept, RememberedDevice
from desktop_app.gui import plain, theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.limit_box import USUAL, LimitBox
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import Sheet, button


class AlwaysDialog(Sheet):
    """`accepted` means: as `chosen` says. Signals: folder_wanted()."""

    folder_wanted = Signal()

    def __init__(self, device: RememberedDevice, usual: Path, parent: QWidget | None = None) -> None:
        """`usual`: where things go that people are asked about."""
        super().__init__("always-dialog", parent, characters=84)
        self._device = device
        always = device.always
        self.folder = usual if always is None else always.folder
        self._most = USUAL if always is None else always.most
        self._on = True  # whoever opens this means to, or sees what is
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Accept without asking"))
        self.add_title(self.tr("Files from {peer}").format(peer=plain.isolated(self._device.name)))
        self._box = QCheckBox(self.tr("&Always accept from this device"))
        self._box.setObjectName("always-box")
        self._box.setChecked(self._on)
        self._shown = Elided()
        self._shown.setObjectName("always-folder")
        self._change = button("always-change-folder", self.tr("Change…"))
        self._change.setAccessibleName(self.tr("Change the folder to save in"))
        self._change.clicked.connect(self.folder_wanted)
        self._limit = LimitBox("always-limit", self._most)
        within = Words(self.tr("Within 24 hours at most"), "muted", wrap=False)
        within.setBuddy(self._limit)
        cancel = button("always-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        save = button("always-save", self.tr("Save"), "primary", default=True)
        save.clicked.connect(self.accept)
        self.page.addWidget(self._box)
        self.page.addLayout(_row(IconView("folder", "muted", theme.XL), self._shown, self._change))
        self.page.addLayout(_row(within, None, self._limit))
        self.add_words(
            self.tr(
                "Only once it has proved to be this device. You are still asked about programs, about more than this, "
                "and where little space is left or something cannot be saved as it is."
            ),
            "muted",
        )
        self.add_buttons(cancel, save)
        self._box.toggled.connect(self._allow)
        self.show_folder(self.folder)
        self._allow(on=self._on)
        self._box.setFocus()

    def show_folder(self, folder: Path) -> None:
        """The person wants that one."""
        self.folder = folder
        self._shown.show_text(self.tr("Save in {folder}").format(folder=plain.isolated(str(folder))))

    @property
    def chosen(self) -> AlwaysAccept | None:
        """None where the person wants to be asked."""
        return AlwaysAccept(self.folder, self._limit.chosen) if self._box.isChecked() else None

    def _allow(self, on: bool) -> None:  # Qt's signature
        self._on = on
        for control in (self._change, self._limit, self._shown):
            control.setEnabled(on)


def _row(first: QWidget, words: QWidget | None, control: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.M)
    row.addWidget(first)
    if words is None:
        row.addStretch(1)
    else:
        row.addWidget(words, 1)
    row.addWidget(control)
    return row

"""Names that are there already: which, and what is to become of the new ones. Nothing is ever replaced."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QVBoxLayout

from desktop_app.gui import icons, phrasing, plain, theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words
from desktop_app.storage.existing import Existing

_NAMED: Final = 3  # names spelled out


class ExistingChoice(QFrame):
    """Hidden while there is nothing to choose."""

    def __init__(self, usual: Existing) -> None:
        """`usual`: what the settings say; where that is to ask, both are kept unless the person says otherwise."""
        super().__init__()
        self.setObjectName("offer-existing")
        self.setProperty("part", "info-box")
        self._said = Words()
        self._keep = QRadioButton(self.tr("Keep both: what comes gets a number"))
        self._keep.setObjectName("existing-keep-both")
        self._skip = QRadioButton(self.tr("Skip identical files: only what differs is saved, with a number"))
        self._skip.setObjectName("existing-skip-identical")
        (self._skip if usual is Existing.SKIP_IDENTICAL else self._keep).setChecked(True)
        words = QVBoxLayout()
        words.setSpacing(theme.XS)
        words.addWidget(self._said)
        words.addWidget(self._keep)
        words.addWidget(self._skip)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.S)
        row.addWidget(IconView("info", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.hide()

    def fit_into(self, width: int) -> None:
        """Before it is shown."""
        for choice in (self._keep, self._skip):
            choice.ensurePolished()
            plain.break_lines(choice, width - 2 * theme.M - icons.NORMAL - theme.S)

    @property
    def chosen(self) -> Existing | None:
        """None where no name is there already."""
        if self.isHidden():
            return None
        return Existing.SKIP_IDENTICAL if self._skip.isChecked() else Existing.KEEP_BOTH

    def show_names(self, names: Sequence[str]) -> None:
        self._said.setText(self._sentence(names))
        for choice in (self._keep, self._skip):
            choice.setAccessibleDescription(self._said.text())
        self.setVisible(bool(names))

    def _sentence(self, names: Sequence[str]) -> str:
        count = len(names)
        if count <= _NAMED:
            named = phrasing.listed(plain.isolated(name) for name in names)
            return self.tr("{names} are there already. They stay as they are.", "", count).format(names=named)
        text = self.tr("{count} of these names are there already. They stay as they are.", "", count)
        return text.format(count=QLocale().toString(count))

"""In an offer of a device that proved to be remembered: whether the next ones are to be accepted without asking."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui import plain, theme
from desktop_app.gui.limit_box import LimitBox
from desktop_app.gui.plain import Words

_WORDS: Final = 34
"""How far the words of a check box are from its edge."""
_LEAST: Final = 16
"""Letters of a line, on a narrow screen."""


class AlwaysChoice(QWidget):
    """Quiet: one box, and how much only where it is ticked. The folder is the one that the offer is saved in."""

    def __init__(self, peer: str) -> None:
        super().__init__()
        self.setObjectName("offer-always")
        self.box = QCheckBox(self.tr("Al&ways accept from this device"))
        self.box.setObjectName("offer-always-box")
        self.box.setAccessibleName(self.tr("Always accept from {peer}").format(peer=plain.isolated(peer)))
        within = self.tr("In the same folder, within 24 hours at most")
        self.box.setAccessibleDescription(within)
        self._limit = LimitBox("offer-always-limit")
        self._how = QWidget()
        how = QHBoxLayout(self._how)
        how.setContentsMargins(0, 0, 0, 0)
        how.setSpacing(theme.S)
        how.addSpacing(_WORDS)  # unlike a margin it changes sides with the rest
        caption = Words(within, "muted")
        caption.setBuddy(self._limit)
        caption.setMinimumWidth(theme.letter(caption.fontMetrics()) * _LEAST)
        how.addWidget(caption, 1)
        how.addWidget(self._limit)
        self._how.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.XS)
        rows.addWidget(self.box)
        rows.addWidget(self._how)
        self.box.toggled.connect(self._how.setVisible)

    @property
    def chosen(self) -> int | None:
        """Bytes in a day; None where the person wants to be asked."""
        return self._limit.chosen if self.box.isChecked() and not self.isHidden() else None

"""Under the title of what came: how sure it is who sent it, and what it is."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout

from desktop_app.gui import icons, theme
from desktop_app.gui.plain import Words

_LEAST: Final = 16
"""Letters of a line, on a narrow screen."""


def known_line(name: str, known: str, what: str) -> QHBoxLayout:
    """`known`: in words, by `trust_text`. `name`: the first part of the names of its own parts."""
    line = QHBoxLayout()
    line.setSpacing(theme.XS)
    line.addWidget(icons.IconView("verified", "accent", icons.SMALL))
    trust = Words(known, "accent", wrap=False)
    trust.setObjectName(f"{name}-known")
    line.addWidget(trust)
    line.addWidget(Words("·", "muted", wrap=False))
    summary = Words(what, "muted")
    summary.setObjectName(f"{name}-summary")
    summary.setMinimumWidth(theme.letter(summary.fontMetrics()) * _LEAST)
    line.addWidget(summary, 1)
    return line

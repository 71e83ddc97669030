"""Under the title of what came: how sure it is who sent it, and what it is."""

from PySide6.QtWidgets import QHBoxLayout

from desktop_app.gui import icons, theme
from desktop_app.gui.plain import Words


def known_line(name: str, known: str, what: str) -> QHBoxLayout:
    """`known`: in words, by `trust_text`. `name`: the first part of the names of its own parts."""
    line = QHBoxLayout()
    line.setSpacing(theme.XS)
    line.addWidget(icons.IconView("verified", "accent", icons.SMALL))
    trust = Words(known, "accent", wrap=False)
    trust.setObjectName(f"{name}-known")
    line.addWidget(trust)
    line.addWidget(Words("·", "muted", wrap=False))
    summary = Words(what, "muted", wrap=False)
    summary.setObjectName(f"{name}-summary")
    line.addWidget(summary, 1)
    return line

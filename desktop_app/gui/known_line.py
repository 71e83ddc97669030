"""Under the title of what came: how sure it is who sent it, and what it is."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.gui import icons, theme
from desktop_app.gui.plain import Words


def known_line(name: str, known: str, what: str, width: int) -> QVBoxLayout:
    """`known`: in words, by `trust_text`. `name`: the first part of the names of its own parts. In one line where that
    is as long as `width` at most, and else in two."""
    trust, summary = Words(known, "accent", wrap=False), Words(what, "muted")
    trust.setObjectName(f"{name}-known")
    summary.setObjectName(f"{name}-summary")
    dot = Words("·", "muted", wrap=False)
    whole = icons.SMALL + 3 * theme.XS + sum(_length(each) for each in (trust, dot, summary))
    lines = QVBoxLayout()
    lines.setSpacing(theme.XS)
    line = QHBoxLayout()
    line.setSpacing(theme.XS)
    line.addWidget(icons.IconView("verified", "accent", icons.SMALL))
    line.addWidget(trust)
    lines.addLayout(line)
    if whole <= width:
        line.addWidget(dot)
        line.addWidget(summary, 1)
    else:
        line.addStretch(1)
        lines.addWidget(summary)
    return lines


def _length(words: Words) -> int:
    return words.fontMetrics().horizontalAdvance(words.text()) + 1

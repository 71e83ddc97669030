"""What matters, in a box with its sign: never the colour alone."""

from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.icons import IconView, Tone
from desktop_app.gui.plain import Words

Kind = Literal["info", "warning", "danger"]
_SIGNS: Final[dict[Kind, tuple[str, Tone]]] = {
    "info": ("info", "accent"),
    "warning": ("warning", "warning"),
    "danger": ("warning", "danger"),
}


class NoteBox(QFrame):
    """One sentence. `part`: the tone of the words, the normal one if empty."""

    def __init__(self, kind: Kind, text: str, name: str, part: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("part", f"{kind}-box")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.S)
        row.addWidget(IconView(*_SIGNS[kind]), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(text, part), 1)


class LargeNote(QFrame):
    """What a whole dialog is about, from top to bottom."""

    def __init__(self, kind: Kind, *rows: QWidget) -> None:
        super().__init__()
        self.setProperty("part", f"{kind}-box")
        layout = beside(*_SIGNS[kind], *rows)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        self.setLayout(layout)


def beside(icon: str, tone: Tone, *rows: QWidget) -> QHBoxLayout:
    """A large picture, and `rows` one below the other at its side."""
    layout = QHBoxLayout()
    layout.setSpacing(theme.L)
    layout.addWidget(IconView(icon, tone, theme.XL + theme.S), 0, Qt.AlignmentFlag.AlignTop)
    column = QVBoxLayout()
    column.setSpacing(theme.S)
    for row in rows:
        column.addWidget(row)
    layout.addLayout(column, 1)
    return layout

"""How big a window may become on its screen."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME: Final = QSize(0, 40)  # a title bar, which nobody tells of before there is one


def on_screen(window: QWidget) -> QSize:
    """What the desktop leaves, without the window's own frame. A laptop's screen at 200 % has 683 x 384."""
    return window.screen().availableSize() - _FRAME

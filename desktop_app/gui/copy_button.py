"""A button that puts a text on the clipboard and says that it did: to who looks at it, and to who only hears."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop_app.gui.announcing import announce
from desktop_app.gui.sheet import button

_SAID_MS: Final = 2500


def copy_button(
    name: str, caption: str, text: Callable[[], str], part: str = "", *, default: bool = False
) -> QPushButton:
    """`text` is asked for when it is pressed."""
    made = button(name, caption, part, default=default)
    done = QCoreApplication.translate("CopyButton", "Copied")
    made.ensurePolished()
    widths = [_width(made, words) for words in (done, caption)]
    made.setMinimumWidth(max(widths))  # nothing beside it moves
    again = QTimer(made, singleShot=True, interval=_SAID_MS)
    again.timeout.connect(lambda: made.setText(caption))

    def copy() -> None:
        QGuiApplication.clipboard().setText(text())
        made.setText(done)
        announce(made, done)
        again.start()

    made.clicked.connect(copy)
    return made


def _width(button: QPushButton, words: str) -> int:
    button.setText(words)
    return button.sizeHint().width()

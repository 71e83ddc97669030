"""How a window says everything anew, in another language: emptied, built again, and what the person did put back.

What was typed, ticked and chosen is found again by the names of the widgets.
"""

import contextlib
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

W = TypeVar("W", bound=QWidget)


@contextlib.contextmanager
def emptied(window: QWidget) -> Iterator[None]:
    """`window` without its layout and all that is in it; the body builds it again."""
    typed = {name: each.text() for name, each in _named(window, QLineEdit).items() if each.isModified()}
    ticked = {name: each.isChecked() for name, each in _named(window, QAbstractButton).items()}
    chosen = {name: each.currentIndex() for name, each in _named(window, QComboBox).items()}
    focused = QApplication.focusWidget()
    focus = focused.objectName() if focused is not None and window.isAncestorOf(focused) else ""
    _put_away(window)
    yield
    for name, text in typed.items():
        for field in window.findChildren(QLineEdit, name):
            field.setText(text)
            field.setModified(True)
    for name, on in ticked.items():
        for button in window.findChildren(QAbstractButton, name):
            with QSignalBlocker(button):
                button.setChecked(on)
    for name, index in chosen.items():
        for box in window.findChildren(QComboBox, name):
            with QSignalBlocker(box):
                box.setCurrentIndex(index)
    if focus and (again := window.findChild(QWidget, focus)) is not None:
        again.setFocus()


def _named(window: QWidget, kind: type[W]) -> dict[str, W]:
    return {each.objectName(): each for each in window.findChildren(kind) if each.objectName()}


def _put_away(window: QWidget) -> None:
    """Nameless and silent, and gone when Qt's loop runs again: something in it may be telling something just now."""
    former = QWidget(window)
    former.hide()
    layout = window.layout()
    if layout is not None:
        former.setLayout(layout)
    for each in former.findChildren(QWidget):
        each.blockSignals(True)
        each.setObjectName("")
    former.deleteLater()

"""Who has the keyboard once a control goes: Qt would give it to the next one, which may be the one that cancels."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def show_only(controls: Mapping[QWidget, bool], stand_ins: Sequence[QWidget], rest: QWidget) -> None:
    """Show those that are to be seen and hide the others; who had the keyboard gives it to the first of `stand_ins`
    that is seen, which must be harmless, and else to `rest`."""
    for control, shown in controls.items():
        if shown:
            control.show()
    heir = next((each for each in stand_ins if controls[each]), rest)
    for control, shown in controls.items():
        if not shown:
            hand_over(control, heir)
            control.hide()


def hand_over(goes: QWidget, heir: QWidget) -> None:
    """Before `goes` goes: where it or a part of it has the keyboard, or has it again once its window does, `heir` has
    it instead."""
    if goes.window().focusWidget() in (goes, *goes.findChildren(QWidget)):
        heir.setFocus(Qt.FocusReason.OtherFocusReason)

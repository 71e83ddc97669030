"""The last page of a comparison: it succeeded, and whether the device is to be remembered.

It goes by itself, so that nobody has to click, but not while a person is at its box.
"""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QCursor, QFocusEvent, QSinglePointEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.events import RememberedDevice
from desktop_app.gui import dates, phrasing, plain, theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import TwoLines
from desktop_app.gui.said import said

WAIT_MS: Final = 4000
_HEARD: Final = 4  # times as long where all of it has to be read aloud first
_BY_KEYS: Final = frozenset(
    {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason}
)
_PASSING: Final = frozenset(
    {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason}
)


class VerifiedPage(QWidget):
    """Signals: left(remember: bool, instead: bool), once; `instead` of the one that was doubted."""

    left = Signal(bool, bool)
    wait_ms = WAIT_MS

    def __init__(
        self,
        peer: str,
        days: int,
        *,
        doubted: bool,
        before: RememberedDevice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`doubted`: that name is not to be repeated as if it were certain. `before`: as which it did not prove itself,
        and only the person can know that it is the same."""
        super().__init__(parent)
        nameless = doubted or not peer
        text = self.tr("The codes match.") if nameless else self.tr("The codes match. This is {peer}.")
        self._text = TwoLines(text.format(peer=plain.isolated(peer)), "accent", theme.Type.HEADING, bold=True)
        self._text.setObjectName("code-verified")
        self.box = QCheckBox(_offer(days))
        self.box.setObjectName("code-remember")
        self.box.setChecked(True)
        self.box.installEventFilter(self)
        self.box.toggled.connect(self._look)
        self.instead = _instead(before)
        self.instead.setObjectName("code-instead")
        self.instead.installEventFilter(self)
        self.instead.toggled.connect(self._look)
        if before is None:
            self.instead.hide()
        self.box.toggled.connect(self.instead.setEnabled)
        self._shown = self._hovered = self._focused = False
        self._resting = QPoint()
        self._wait = self.wait_ms
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.leave)
        boxes = QVBoxLayout()
        boxes.setSpacing(theme.S)
        for box in (self.box, self.instead):
            boxes.addWidget(box, 0, Qt.AlignmentFlag.AlignLeading)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.S)
        rows.addStretch(1)
        rows.addWidget(said(IconView("verified", "accent", theme.XL), self._text))
        rows.addLayout(boxes)
        rows.setAlignment(boxes, Qt.AlignmentFlag.AlignHCenter)
        rows.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a name never widens the dialog

    @property
    def spoken(self) -> str:
        """For a screen reader, as the page appears."""
        ticked = self.tr("{box}: ticked").format(box=self.box.text().replace("&", ""))
        return phrasing.sentences(self._text.whole, ticked)

    @property
    def counting(self) -> bool:
        return self._timer.isActive()

    @property
    def left_ms(self) -> int | None:
        """How long it still stays; None where it does not go by itself now."""
        return self._timer.remainingTime() if self.counting else None

    def start(self) -> None:
        """The page is on the screen now."""
        self._shown = True
        self._resting = QCursor.pos()  # it may lie there since the click on the page before, which says nothing
        self._wait = self.wait_ms * (_HEARD if QAccessible.isActive() else 1)
        self._look()

    def start_again(self, left_ms: int | None) -> None:
        """In the place of one that had so much time left; None where somebody was at a box of it, and is at this."""
        self._focused = left_ms is None and (self.box.hasFocus() or self.instead.hasFocus())
        self._hovered = left_ms is None and not self._focused
        self.start()
        if left_ms is not None:
            self._timer.start(left_ms)

    def leave(self) -> None:
        """What the box says holds."""
        if self._shown:
            self.stop()
            remember = self.box.isChecked()
            self.left.emit(remember, remember and self.instead.isChecked())

    def dismiss(self) -> None:
        """As Escape has it everywhere: what was only offered, ticked or not, is not done."""
        if self._shown:
            self.stop()
            self.left.emit(False, False)

    def stop(self) -> None:
        """There is nothing left to be remembered."""
        self._shown = False
        self._timer.stop()

    def eventFilter(self, _box: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Enter | QEvent.Type.HoverMove if isinstance(event, QSinglePointEvent):
                self._hovered = event.globalPosition().toPoint() != self._resting
            case QEvent.Type.Leave:
                self._hovered = False
            case QEvent.Type.FocusIn if isinstance(event, QFocusEvent):
                self._focused = self._focused or event.reason() in _BY_KEYS
            case QEvent.Type.FocusOut if isinstance(event, QFocusEvent):
                self._focused = self._focused and event.reason() in _PASSING
            case _:
                return False
        self._look()
        return False

    def _look(self) -> None:
        """The whole wait begins anew whenever the person lets go of the box."""
        if self._shown and not self._hovered and not self._focused:
            self._timer.start(self._wait)
        else:
            self._timer.stop()


def _instead(before: RememberedDevice | None) -> QCheckBox:
    """Never ticked by itself: the same name proves nothing."""
    if before is None:
        return QCheckBox()
    text = QCoreApplication.translate("VerifiedPage", "&It is the same device: replace the one verified {day}")
    return QCheckBox(text.format(day=dates.day(before.compared_at)))


def _offer(days: int) -> str:
    text = QCoreApplication.translate("VerifiedPage", "&Remember this device for {count} days", "", days)
    return text.format(count=QLocale().toString(days))

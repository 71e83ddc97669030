"""The field for the code of the other screen in careful mode, see `engine.typed_code`. Hands alone fill it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.engine.typed_code import TRIES, digits_in, same
from desktop_app.gui import plain, theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.plain import Words


class TypedCode(QWidget):
    """Signals: right(), once at most."""

    right = Signal()

    def __init__(self, digits: str, peer: str, left: int = TRIES) -> None:
        """`left`: so many tries; where the dialog is made anew, that many are."""
        super().__init__()
        self._code = digits_in(digits)
        self.left = left
        ask = Words(self.tr("Type the code that the screen of {peer} shows.").format(peer=plain.isolated(peer)))
        ask.center()
        self.field = _Field(len(self._code))
        self.field.setAccessibleName(self.tr("The code on the other screen"))
        self.field.textChanged.connect(self._typed)
        self._problem = Words("", "danger")
        self._problem.setObjectName("code-typed-problem")
        self._problem.center()
        self._problem.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.S)
        rows.addWidget(ask)
        rows.addWidget(self.field, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._problem)
        if left < TRIES:
            self._tell()

    def _typed(self, text: str) -> None:
        if len(digits_in(text)) < len(self._code):
            return
        if same(text, self._code):
            self.right.emit()
            return
        self.left -= 1
        self.field.clear()
        self._tell()
        announce(self, self._problem.text())

    def _tell(self) -> None:
        if self.left:
            problem = self.tr("That is not the code of this computer. Look again, and type it once more.")
        else:
            problem = self.tr(
                "That is not the code of this computer either. If you typed what is there, it is different."
            )
            self.field.setEnabled(False)
        self._problem.setText(problem)
        self._problem.show()


class _Field(QLineEdit):
    """Takes digits of any script, from hands alone."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self.setObjectName("code-typed")
        self.setFont(theme.font(theme.Type.TITLE))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhNoPredictiveText)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setFixedWidth(theme.letter(self.fontMetrics()) * (length + 6))
        self.setValidator(_Grouping(length, self))
        self.textEdited.connect(lambda: self.setModified(True))  # Qt forgets it where the gap comes in

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button would paste what is selected elsewhere."""
        if event.button() is not Qt.MouseButton.MiddleButton:
            super().mouseReleaseEvent(event)


class _Grouping(QValidator):
    """Makes of what was typed the digits and their gap before anybody hears of it: one change is told once."""

    def __init__(self, length: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._length = length

    def validate(self, text: str, cursor: int) -> tuple[QValidator.State, str, int]:
        digits, before = digits_in(text)[: self._length], digits_in(text[:cursor])[: self._length]
        return QValidator.State.Acceptable, _grouped(digits), len(_grouped(before))


def _grouped(digits: str) -> str:
    """4821 0973."""
    return f"{digits[:4]} {digits[4:]}".rstrip()

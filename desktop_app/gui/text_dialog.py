"""A text that came: shown as it is, copied by a click; nothing in it is opened or obeyed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop_app.events import TextReceived, TransferId
from desktop_app.gui import plain, theme, transfer_text
from desktop_app.gui.announcing import announce
from desktop_app.gui.copy_button import copy_button
from desktop_app.gui.deliberate import DeliberateSheet
from desktop_app.gui.known_line import known_line
from desktop_app.gui.note_box import NoteBox
from desktop_app.gui.plain import TwoLines, Words
from desktop_app.gui.sheet import button

_LINES: Final = (3, 14)  # fewest, where there is little room, too, and most without scrolling
_CHARACTERS: Final = 92


class TextDialog(DeliberateSheet):
    """Signals: seen(TransferId), once it is before the person."""

    seen = Signal(object)

    def __init__(self, event: TextReceived, known: Callable[[], str], parent: QWidget | None = None) -> None:
        """`known`: says, in words, how sure it is who sent it."""
        super().__init__("text-dialog", parent, characters=_CHARACTERS)
        self._event, self._known = event, known
        self._waiting = 0
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("A text for you"))
        self._view = self._make_view()
        self._copy = copy_button("text-copy", self.tr("Copy"), lambda: self._event.text, "primary")
        self._close = button("text-close", self.tr("Close"))
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self.guard((self._copy, self._close), self._view)

    @property
    def transfer(self) -> TransferId:
        return self._event.transfer.id

    def show_waiting(self, count: int) -> None:
        """So many texts come after this one, and their senders wait to hear that they were seen."""
        more, self._waiting = count > self._waiting, count
        text = self.tr("{count} more texts wait until you close this one.", "", count)
        self._more.setText(text.format(count=QLocale().toString(count)))
        self._more.setVisible(count > 0)
        if more and self.isVisible():
            announce(self, self._more.text())

    def finish(self) -> None:
        """Nobody saw it in time, and the sender knows."""
        self.reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit(self.transfer)

    def _lay_out(self) -> None:
        title = TwoLines(transfer_text.asks(self._event.transfer), step=theme.Type.TITLE, bold=True)
        title.setObjectName("text-title")
        title.setAccessibleDescription(self._known())
        what = transfer_text.title(self._event.transfer.contents)
        self.page.addWidget(title)
        self.page.addLayout(known_line("text", self._known(), what, self.line))
        self.page.addWidget(self._view)
        if plain.hides_something(self._event.text):
            text = self.tr("It holds characters that cannot be seen. Careful where you paste it.")
            self.page.addWidget(NoteBox("warning", text, "text-hidden"))
        self._more = Words("", "muted")
        self._more.setObjectName("text-more")
        self.page.addWidget(self._more)
        self.show_waiting(self._waiting)
        self.add_buttons(self._close, self._copy)

    def _make_view(self) -> QTextEdit:
        view = _View()
        view.document().setDocumentMargin(theme.S)
        view.setObjectName("text-view")
        view.setAccessibleName(self.tr("The text"))
        view.setReadOnly(True)
        view.setAcceptRichText(False)
        view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        view.setTabChangesFocus(True)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each paragraph by its own letters
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        view.document().setDefaultTextOption(option)
        view.setPlainText(self._event.text)
        view.ensurePolished()
        lines = sum(1 + len(line) // _CHARACTERS for line in self._event.text.split("\n", _LINES[1]))
        least, most = _LINES[0], min(max(lines, _LINES[0]), _LINES[1])
        view.setMinimumHeight(least * view.fontMetrics().lineSpacing() + 2 * theme.L)
        view.setMaximumHeight(most * view.fontMetrics().lineSpacing() + 2 * theme.L)
        return view


class _View(QTextEdit):
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())

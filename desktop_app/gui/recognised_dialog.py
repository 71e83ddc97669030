"""Somebody else than was called proved to be a remembered device: is that who is meant?"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.events import Recognised, SessionId, Transfer
from desktop_app.gui import dates, phrasing, plain, theme, transfer_text
from desktop_app.gui.deliberate import DeliberateSheet
from desktop_app.gui.note_box import beside
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import button

_NAMED: Final = 3  # transfers spelled out


class RecognisedDialog(DeliberateSheet):
    """Signals: answered(SessionId, meant: bool), once."""

    answered = Signal(object, bool)

    def __init__(self, event: Recognised, waiting: Sequence[Transfer], parent: QWidget | None = None) -> None:
        super().__init__("recognised-dialog", parent, characters=100)
        self._event, self._waiting = event, waiting
        self._done = False
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Another device than you called"))
        event = self._event
        said = self.tr("You called {called} — this is {peer}, verified {day}.").format(
            called=plain.isolated(event.called),
            peer=plain.isolated(event.peer),
            day=dates.lately(event.compared_at),
        )
        question = self.tr("Send to it?")
        self._said = Words(said, step=theme.Type.HEADING, bold=True)
        self._said.setObjectName("recognised-text")
        self._said.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._said.setAccessibleName(phrasing.sentences(said, question))
        self._send = button("recognised-send", self.tr("Send"), "primary")
        self._send.clicked.connect(lambda: self._give(meant=True))
        self._leave = button("recognised-leave", self.tr("Don't send"))
        self._leave.clicked.connect(lambda: self._give(meant=False))
        self._lay_out(question, self._waiting)
        self.guard((self._send, self._leave), self._said)

    @property
    def session(self) -> SessionId:
        return self._event.session

    def finish(self) -> None:
        """The session is over, or nothing waits for the answer any more."""
        self._done = True
        super().reject()

    def reject(self) -> None:
        if not self._done:
            self._give(meant=False)

    def _lay_out(self, question: str, waiting: Sequence[Transfer]) -> None:
        named = [Elided(transfer_text.title(transfer.contents), "muted") for transfer in waiting[:_NAMED]]
        rows = [self._said, *named]
        if len(waiting) > _NAMED:
            more = len(waiting) - _NAMED
            rows.append(Words(self.tr("and {count} more", "", more).format(count=QLocale().toString(more)), "muted"))
        self.page.addLayout(beside("verified", "accent", *rows, Words(question)))
        self.add_buttons(self._leave, self._send)

    def _give(self, *, meant: bool) -> None:
        if not self._done:
            self._done = True
            self.answered.emit(self.session, meant)
            super().accept() if meant else super().reject()

"""A remembered device was called, and whoever answered did not prove to be it.

A page of its own, because it is the one sign that somebody may be in between. To stop is what
Enter and Escape do, once a person can have read it; comparing codes anew has to be meant.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop_app.events import SessionId, Unproven
from desktop_app.gui import phrasing, plain, theme
from desktop_app.gui.deliberate import DeliberateSheet
from desktop_app.gui.error_details import details_button
from desktop_app.gui.note_box import LargeNote
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import button


class UnprovenDialog(DeliberateSheet):
    """Signals: answered(SessionId, anew: bool), once."""

    answered = Signal(object, bool)

    def __init__(self, event: Unproven, parent: QWidget | None = None) -> None:
        super().__init__("unproven-dialog", parent, characters=92)
        self._event = event
        self._done = False
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Not verified"))
        event = self._event
        heading = self.tr("This did not prove to be {peer}.").format(peer=plain.isolated(event.peer))
        reason = self.tr("It may have forgotten this computer, or somebody is in between.")
        self._heading = Words(heading, step=theme.Type.HEADING, bold=True)
        self._heading.setObjectName("unproven-text")
        self._heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._heading.setAccessibleName(phrasing.sentences(heading, reason))
        self._anew = button("unproven-compare", self.tr("Compare codes anew…"))
        self._anew.clicked.connect(lambda: self._give(anew=True))
        self._stop = button("unproven-stop", self.tr("Stop"), "primary", default=True)
        self._stop.clicked.connect(lambda: self._give(anew=False))
        self._lay_out(reason)
        self.guard((self._anew,), self._heading)

    @property
    def session(self) -> SessionId:
        return self._event.session

    def reject(self) -> None:
        """Escape and the close button stop, but not before anybody can have read it."""
        if not self.locked:
            self._give(anew=False)

    def takes(self, event: QKeyEvent) -> bool:
        """Enter is for Stop, its default, once a person can have read it."""
        return not self.locked or super().takes(event)

    def _lay_out(self, reason: str) -> None:
        address = self.tr("It answered at {address}.").format(address=plain.isolated(self._event.address))
        where = Elided(address, step=theme.Type.SMALL)
        self.page.addWidget(LargeNote("warning", self._heading, Words(reason), where))
        self.add_words(
            self.tr(
                "Nothing was sent. If you know why, for example because the other computer was set up anew, "
                "you can compare codes as with a device that you do not know."
            ),
            "muted",
        )
        details = details_button("unproven-details", self._event.error)
        self.add_buttons(self._stop, leading=(self._anew, details))

    def _give(self, *, anew: bool) -> None:
        if not self._done:
            self._done = True
            self.answered.emit(self.session, anew)
            super().accept() if anew else super().reject()

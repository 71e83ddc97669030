"""Invite another computer: the text to give away, what it is good for, and how far it can be trusted."""

import time
from typing import Final

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QWidget

from desktop_app.errors import AppError
from desktop_app.events import Invited
from desktop_app.gui import error_text, sizes
from desktop_app.gui.copy_button import copy_button
from desktop_app.gui.error_details import details_button
from desktop_app.gui.note_box import NoteBox
from desktop_app.gui.sheet import Sheet, button
from desktop_app.gui.verbatim import Verbatim

_LINES: Final = 5


class InviteDialog(Sheet):
    def __init__(self, invited: Invited | AppError, parent: QWidget | None = None) -> None:
        """`invited`: the invitation, or why there is none."""
        super().__init__("invite-dialog", parent, characters=84)
        self._invited = invited
        self._until = 0.0 if isinstance(invited, AppError) else time.time() + invited.seconds
        self.build()

    def build(self) -> None:
        invited = self._invited
        self.setWindowTitle(self.tr("Invite another computer"))
        self.add_title(self.tr("Invite another computer"))
        close = button("invite-close", self.tr("Close"))
        close.clicked.connect(self.accept)
        if isinstance(invited, AppError):
            self.page.addWidget(NoteBox("warning", error_text.whole(invited), "invite-problem"))
            self.add_buttons(close, leading=(details_button("invite-details", invited),))
            close.setFocus()
            return
        self.add_words(
            self.tr(
                "For a computer that does not appear under Nearby, for example behind a VPN. "
                "On the other computer this text goes into “Connect by address…”."
            ),
            "muted",
        )
        field = Verbatim("invite-text", self.tr("Invitation"), invited.text, _LINES)
        field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.page.addWidget(field)
        self.page.addWidget(
            NoteBox(
                "info",
                self.tr(
                    "Good for one session, until {time}. No code is compared: whoever gets hold of this text first "
                    "can use it, so send it by a way that you both trust."
                ).format(time=sizes.time_of_day(self._until)),
                "invite-terms",
            )
        )
        copy = copy_button("invite-copy", self.tr("Copy"), lambda: invited.text, "primary", default=True)
        self.add_buttons(close, copy)
        copy.setFocus()

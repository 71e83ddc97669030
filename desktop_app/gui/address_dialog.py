"""Connect by address or by an invitation: where devices cannot find each other by themselves."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.errors import BadAddress, BadInvitation
from desktop_app.gui import error_text
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation, is_invitation
from desktop_app.transport.address import Address

_LENGTH_MAX: Final = 4 * limits.INVITATION_TEXT_MAX  # white space included


class AddressDialog(Sheet):
    """Signals: chosen(Address | Invitation)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("address-dialog", parent)
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Connect by address"))
        self._field = QLineEdit()
        self._field.setObjectName("address-field")
        self._field.setPlaceholderText("192.168.1.23")
        self._field.setMaxLength(_LENGTH_MAX)
        self._field.textChanged.connect(self._changed)
        caption = Words(self.tr("&Address of the other computer, or its invitation"))
        caption.setBuddy(self._field)
        self._problem = Words("", "danger")
        self._problem.setObjectName("address-problem")
        self._problem.hide()
        self._connect = button("address-connect", self.tr("Connect"), "primary", default=True)
        self._connect.setEnabled(False)
        self._connect.clicked.connect(self._choose)
        cancel = button("address-cancel", self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_title(self.tr("Connect by address"))
        self.add_words(
            self.tr(
                "Tallystick has to be open on the other computer. "
                "Both screens will show a code; with an invitation none is needed."
            ),
            "muted",
        )
        self.page.addWidget(caption)
        self.page.addWidget(self._field)
        self.page.addWidget(self._problem)
        self.add_buttons(cancel, self._connect)
        self._field.setFocus()

    def _changed(self, text: str) -> None:
        self._problem.hide()
        self._connect.setEnabled(bool(text.strip()))

    def _choose(self) -> None:
        try:
            text = self._field.text().strip()
            chosen = Invitation.parse(text) if is_invitation(text) else Address.parse(text)
        except (BadAddress, BadInvitation) as error:
            self._problem.setText(error_text.whole(error))
            self._problem.show()
            self.fit()
            self._field.setFocus()
            return
        self.chosen.emit(chosen)
        self.accept()

"""Connect by address: where devices cannot find each other by themselves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.errors import BadAddress
from desktop_app.gui import error_text
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button
from desktop_app.transport.address import Address


class AddressDialog(Sheet):
    """Signals: chosen(Address)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("address-dialog", "", parent)
        self.setWindowTitle(self.tr("Connect by address"))
        self._field = QLineEdit()
        self._field.setObjectName("address-field")
        self._field.setPlaceholderText("192.168.1.23")
        self._field.setMaxLength(300)
        self._field.textChanged.connect(self._changed)
        caption = Words(self.tr("&Address of the other computer"))
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
            self.tr("Tallystick has to be open on the other computer. Both screens will show a code."), "muted"
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
            address = Address.parse(self._field.text().strip())
        except BadAddress as error:
            self._problem.setText(error_text.whole(error))
            self._problem.show()
            self.fit()
            self._field.setFocus()
            return
        self.chosen.emit(address)
        self.accept()

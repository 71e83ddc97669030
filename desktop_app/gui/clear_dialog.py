"""What is cleared from the history is gone with its receipt: asked once."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.gui.sheet import Sheet, button


class ClearDialog(Sheet):
    """`accepted` means: forget it. `what`: says which transfer, in words; None means all of them."""

    def __init__(self, what: Callable[[], str] | None, parent: QWidget | None = None) -> None:
        super().__init__("clear-dialog", parent)
        self._what = what
        self.build()

    def build(self) -> None:
        what = self._what
        if what is not None:
            self.setWindowTitle(self.tr("Remove from the list"))
            self.add_title(self.tr("Remove this transfer from the list?"))
            self.add_words(what())
            self.add_words(self.tr("Its receipt goes with it. Files stay where they are."), "muted")
        else:
            self.setWindowTitle(self.tr("Clear the list"))
            self.add_title(self.tr("Clear all transfers that are over?"))
            self.add_words(self.tr("Their receipts go with them. Files stay where they are."), "muted")
        keep = button("clear-keep", self.tr("Keep"), default=True)
        keep.clicked.connect(self.reject)
        clear = button("clear-clear", self.tr("Remove") if what else self.tr("Clear all"), "danger")
        clear.clicked.connect(self.accept)
        self.add_buttons(clear, keep)
        keep.setFocus()

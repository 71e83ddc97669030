"""One earlier transfer, whole: what, with whom, when, how verified, where it is, and what failed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QListView, QPushButton, QWidget

from desktop_app.events import Direction, FileFailure, PastTransfer
from desktop_app.gui import past_text, plain, theme, transfer_report, transfer_text
from desktop_app.gui.error_details import details_button
from desktop_app.gui.icons import IconView
from desktop_app.gui.item_list import ItemList
from desktop_app.gui.line_list import LineList
from desktop_app.gui.plain import Elided, TwoLines, Words
from desktop_app.gui.sheet import Sheet, button


class PastDetails(Sheet):
    """Signals: open_wanted(), folder_wanted(), receipt_wanted(), retry_wanted(), forget_wanted()."""

    open_wanted = Signal()
    folder_wanted = Signal()
    receipt_wanted = Signal()
    retry_wanted = Signal()
    forget_wanted = Signal()

    def __init__(self, entry: PastTransfer, parent: QWidget | None = None) -> None:
        super().__init__("past-details", parent, characters=92)
        self._entry = entry
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Earlier transfer"))
        entry, transfer = self._entry, self._entry.transfer
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(IconView(*transfer_text.picture(transfer), theme.XL))
        title = TwoLines(past_text.title(entry), step=theme.Type.TITLE, bold=True)
        title.setObjectName("past-title")
        head.addWidget(title, 1)
        self.page.addLayout(head)
        how = Words(transfer_text.status(transfer), "danger" if transfer.error is not None else "muted")
        how.setObjectName("past-how")
        standing = QHBoxLayout()
        standing.setSpacing(theme.M)
        standing.addWidget(how, 1)
        if transfer.error is not None:
            about = transfer_report.of_past(entry)
            standing.addWidget(details_button("past-error", transfer.error, about, "quiet", transfer.changed_at))
        self.page.addLayout(standing)
        self.page.addLayout(self._facts())
        if len(transfer.contents.names) > 1:
            caption = self.tr("What it was made of")
            self._add_list(ItemList("past-names", caption, transfer.contents), caption, entry.top_level)
        self._add_reasons("past-failures", self.tr("Not delivered"), transfer.failures, entry.failed)
        self._add_reasons("past-left-out", self.tr("Left out"), transfer.left_out, entry.left_out)
        self._add_buttons()

    def _facts(self) -> QFormLayout:
        entry, transfer = self._entry, self._entry.transfer
        sent = transfer.direction is Direction.SENDING
        form = QFormLayout()
        form.setHorizontalSpacing(theme.XL)
        form.setVerticalSpacing(theme.S)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        facts = {
            self.tr("To") if sent else self.tr("From"): plain.isolated(transfer.peer),
            self.tr("Verified"): past_text.verified(entry),
            self.tr("Ended"): past_text.times(entry),
            self.tr("Saved in"): "" if transfer.into is None else plain.isolated(str(transfer.into)),
        }
        for caption, text in facts.items():
            if text:
                form.addRow(Words(caption, "muted", wrap=False), Elided(text))
        return form

    def _add_reasons(self, name: str, caption: str, failures: Sequence[FileFailure], number: int) -> None:
        if failures:
            self._add_list(LineList(name, caption, list(map(transfer_text.reason, failures))), caption, number)

    def _add_list(self, view: QListView, caption: str, number: int) -> None:
        self.page.addWidget(Words(caption, bold=True))
        self.page.addWidget(view)
        rest = past_text.not_all(view.model().rowCount(), number)
        if rest:
            self.page.addWidget(Words(rest, "muted", theme.Type.SMALL))

    def _add_buttons(self) -> None:
        transfer = self._entry.transfer
        leading: list[QPushButton] = []
        forget = button("past-forget", self.tr("Remove…"))
        forget.clicked.connect(self.forget_wanted)
        leading.append(forget)
        buttons: list[QPushButton] = []
        if self._entry.can_retry:
            retry = button("past-retry", transfer_text.retry(transfer))
            retry.clicked.connect(self.retry_wanted)
            retry.clicked.connect(self.accept)
            buttons.append(retry)
        if self._entry.has_receipt:
            receipt = button("past-receipt", self.tr("Save receipt…"))
            receipt.clicked.connect(self.receipt_wanted)
            buttons.append(receipt)
        if transfer.received:
            show = button("past-show", self.tr("Show in folder"))
            show.clicked.connect(self.folder_wanted)
            buttons.append(show)
        if transfer.can_open:
            opening = button("past-open", self.tr("Open"))
            opening.clicked.connect(self.open_wanted)
            buttons.append(opening)
        close = button("past-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self.add_buttons(*buttons, close, leading=leading)
        close.setFocus()

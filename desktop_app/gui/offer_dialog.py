"""Being asked: who wants to send what, whether it fits, where it would go."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import FolderUnusable
from desktop_app.events import OfferReceived, TransferId
from desktop_app.gui import error_text, plain, room, sizes, theme, transfer_text
from desktop_app.gui.always_choice import AlwaysChoice
from desktop_app.gui.deliberate import DeliberateSheet
from desktop_app.gui.existing_choice import ExistingChoice
from desktop_app.gui.icons import IconView
from desktop_app.gui.item_list import ItemList
from desktop_app.gui.known_line import known_line
from desktop_app.gui.note_box import Kind, NoteBox
from desktop_app.gui.plain import Elided, TwoLines, Words
from desktop_app.gui.sheet import button
from desktop_app.storage.existing import Existing

_LOW: Final = 30
"""Lines of text: on a screen with less, not all of it is in sight."""


class OfferDialog(DeliberateSheet):
    """Signals: answered(TransferId, accepted: bool, into: Path | None, Existing | None), once; folder_wanted();
    always_wanted(folder: Path, most: object), before the answer.
    """

    answered = Signal(object, bool, object, object)
    always_wanted = Signal(object, object)
    folder_wanted = Signal()

    def __init__(
        self,
        offer: OfferReceived,
        known: Callable[[], str],
        usual: Existing,
        parent: QWidget | None = None,
        *,
        proved: bool = False,
    ) -> None:
        """`known` says in words how sure it is who asks. `usual`: what becomes of existing names, by the settings.
        `proved`: it is a remembered device, of which nothing is accepted without asking yet."""
        super().__init__("offer-dialog", parent, characters=92)
        self._offer, self._known, self._usual = offer, known, usual
        self._proved = proved
        self._into: Path | None = None
        self._done = False
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Files for you"))
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(theme.S)
        self._existing = ExistingChoice(self._usual)
        self._folder = Elided()
        self._folder.setObjectName("offer-folder")
        self._space = Words("", "muted", theme.Type.SMALL)
        self._space.setObjectName("offer-space")
        self._always = AlwaysChoice(self._offer.transfer.peer)
        self._always.box.toggled.connect(self._fit_again)
        self._accept = button("offer-accept", self.tr("Accept"), "primary")
        self._accept.clicked.connect(lambda: self._give(accepted=True))
        self._decline = button("offer-decline", self.tr("Decline"))
        self._decline.clicked.connect(lambda: self._give(accepted=False))
        self._lay_out()
        self.guard((self._accept, self._decline), self._names).unlocked.connect(self._allow)
        self._show_facts()

    @property
    def transfer(self) -> TransferId:
        return self._offer.transfer.id

    def show_offer(self, offer: OfferReceived) -> None:
        """The facts again, for the folder that they are about; the person may think of another one by now."""
        if self._into in {None, offer.into}:
            self._offer = offer
            self._into = offer.into
            self._show_facts()

    def look_into(self, folder: Path) -> None:
        """The person thinks of this folder; what the disk says of it comes with `show_offer`."""
        self._into = folder
        self._show_facts()

    def finish(self) -> None:
        """The offer is gone: no answer in time, cancelled, or the connection lost."""
        self._done = True
        super().reject()

    def reject(self) -> None:
        if not self._done:
            self._give(accepted=False)

    # --- what is on it, from top to bottom ---

    def _lay_out(self) -> None:
        self.page.addLayout(self._head())
        self._names = self._name_list()
        self._existing.fit_into(self.line)
        if room.on_screen(self).height() < self.fontMetrics().lineSpacing() * _LOW:
            self.page.addLayout(self._warnings)  # what speaks against it is in sight together with the answers
            self._add_terms()
            self.page.addWidget(self._names)
        else:
            self.page.addWidget(self._names)
            self.page.addLayout(self._warnings)
            self._add_terms()
        self.add_buttons(self._decline, self._accept)

    def _add_terms(self) -> None:
        self.page.addWidget(self._existing)
        self.page.addLayout(self._where())
        self.page.addWidget(self._always)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setSpacing(theme.XS)
        title = TwoLines(transfer_text.asks(self._offer.transfer), step=theme.Type.TITLE, bold=True)
        title.setObjectName("offer-title")
        title.setAccessibleDescription(self._known())
        head.addWidget(title)
        head.addLayout(known_line("offer", self._known(), self._summary(), self.line))
        return head

    def _summary(self) -> str:
        contents = self._offer.transfer.contents
        if not contents.folders or not contents.files:
            return sizes.contents(contents)
        return self.tr("{files} in {count} folders, {size}", "", contents.folders).format(
            files=sizes.files(contents.files),
            count=QLocale().toString(contents.folders),
            size=sizes.amount(contents.total),
        )

    def _name_list(self) -> ItemList:
        return ItemList("offer-names", self.tr("What would be sent"), self._offer.transfer.contents)

    def _where(self) -> QHBoxLayout:
        change = button("offer-change-folder", self.tr("Change…"))
        change.setAccessibleName(self.tr("Change the folder to save in"))
        change.clicked.connect(self.folder_wanted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._folder)
        words.addWidget(self._space)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(IconView("folder", "muted", theme.XL))
        row.addLayout(words, 1)
        row.addWidget(change)
        return row

    # --- what happens ---

    def _show_facts(self) -> None:
        elsewhere = self._into is not None and self._into != self._offer.into
        folder = self._into or self._offer.into
        self._folder.show_text(self.tr("Save in {folder}").format(folder=plain.isolated(str(folder))))
        if elsewhere:
            self._space.setText(self.tr("Looking…"))
        elif isinstance(self._offer.problem, FolderUnusable):
            self._space.setText("")  # nobody knows
        else:
            self._space.setText(self.tr("Free here: {size}").format(size=sizes.amount(self._offer.free)))
        while (item := self._warnings.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        programs = self._offer.transfer.contents.programs
        if programs:
            self._note("warning", self._programs(programs))
        problem = self._offer.problem
        if not elsewhere:
            for warning in self._offer.warnings:
                self._note("warning", error_text.whole(warning))
            if problem is not None:
                self._note("danger", error_text.whole(problem))
            if self._offer.continues is not None:
                self._note("info", self._continues(self._offer.continues))
            if problem is None and (because := self._offer.asked_because) is not None:
                self._note("info", error_text.whole(because))
        asks = not elsewhere and problem is None and self._offer.continues is None
        self._existing.show_names(self._offer.existing if asks else ())
        self._allow()
        self._fit_again()

    def _fit_again(self) -> None:
        if self.isVisible():
            self.fit()

    def _continues(self, here: int) -> str:
        return self.tr("This was interrupted. {size} of it are here already; only the rest comes.").format(
            size=sizes.amount(here)
        )

    def _programs(self, count: int) -> str:
        text = self.tr("{count} of these files are programs. Open them only if you expected them.", "", count)
        return text.format(count=QLocale().toString(count))

    def _note(self, kind: Kind, text: str) -> None:
        self._warnings.addWidget(NoteBox(kind, text, f"offer-{kind}"))

    def _allow(self) -> None:
        """Accept is not offered where it could not be kept."""
        possible = self._offer.problem is None and self._into in {None, self._offer.into}
        self._accept.setVisible(possible)
        self._always.setVisible(possible and self._proved)

    def _give(self, *, accepted: bool) -> None:
        if not self._done:
            self._done = True
            if accepted and (most := self._always.chosen) is not None:
                self.always_wanted.emit(self._offer.into, most)
            self.answered.emit(self.transfer, accepted, self._into, self._existing.chosen)
            super().accept() if accepted else super().reject()

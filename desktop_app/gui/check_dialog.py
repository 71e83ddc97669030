"""Check the connection: what keeps devices from seeing each other, each thing with its cure."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.discovery.checks.finding import Finding
from desktop_app.errors import BadAddress
from desktop_app.gui import error_text, theme
from desktop_app.gui.announcing import announce
from desktop_app.gui.copy_button import copy_button
from desktop_app.gui.finding_row import FindingRow
from desktop_app.gui.folding import Folding
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Words
from desktop_app.gui.sheet import Sheet, button
from desktop_app.transport.address import Address

_LINES: Final = (10, 26)  # of text: how high the list is at least, and at most before it is scrolled
_ADDRESS_LENGTH: Final = 300


class CheckDialog(Sheet):
    """Signals: wanted(Address | None), once it is shown and whenever the person wants another look; with the address
    that is to be tried, too."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("check-dialog", parent, characters=108)
        self._findings: Sequence[Finding] = ()
        self._done = False
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Check the connection"))
        self._summary = Words()
        self._summary.setObjectName("check-summary")
        self._busy = IconView("waiting", "muted")  # which moves for nobody: how long it takes is in the words
        self._list = _Findings()
        self._list.setObjectName("check-list")
        self._list.setProperty("part", "list")
        self._list.setWidgetResizable(True)
        self._list.setAccessibleName(self.tr("What was found"))
        self._copy = copy_button("check-copy", self.tr("Copy report"), self._report)
        self._again = button("check-again", self.tr("Check again"))
        self._again.clicked.connect(self._look)
        self._close = button("check-close", self.tr("Close"), default=True)
        self._close.clicked.connect(self.accept)
        self._address = QLineEdit()
        self._address.setObjectName("check-address")
        self._address.setPlaceholderText(self.tr("An address to try, too: {example}").format(example="192.168.1.23"))
        self._address.setMaxLength(_ADDRESS_LENGTH)
        self._address.textChanged.connect(self._typed)
        self._problem = Words("", "danger")
        self._problem.setObjectName("check-problem")
        self._problem.hide()
        self._address.setAccessibleName(self.tr("Address to try, too"))
        self._try = button("check-try", self.tr("Try it"))
        self._try.clicked.connect(self._look)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        row.addWidget(self._address, 1)
        row.addWidget(self._try)
        self.add_title(self.tr("Check the connection"))
        said = QHBoxLayout()
        said.setSpacing(theme.S)
        said.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self._summary, 1)
        self.page.addLayout(said)
        self.page.addWidget(self._list, 1)
        self.page.addLayout(row)
        self.page.addWidget(self._problem)
        self.add_buttons(self._again, self._close, leading=(self._copy,))
        self._close.setFocus()
        if self._done:
            self.show_findings(self._findings)
        else:
            self._wait()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What is wrong comes first."""
        self._findings, self._done = sorted(findings, key=lambda each: each.good), True
        self._busy.hide()
        self._say(self._judged())
        page = QWidget()
        page.setProperty("part", "page")
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(theme.L)
        for number, finding in enumerate(self._findings):
            rows.addWidget(FindingRow(finding, number))
        rows.addStretch(1)
        self._list.setWidget(page)
        self._list.setVisible(bool(findings))
        self._allow(busy=False)
        self.fit()

    def fit(self) -> None:
        """Room for the whole list, as far as that is reasonable."""
        page = self._list.widget()
        if page is not None and self._list.isVisibleTo(self):
            width = self.line - theme.S  # its border, too
            needed = page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()
            self._list.take(needed + theme.S)
        super().fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._done:
            self.wanted.emit(None)

    def _look(self) -> None:
        if not self._again.isEnabled():
            return  # one is under way
        text = self._address.text().strip()
        try:
            address = Address.parse(text) if text else None
        except BadAddress as error:
            self._problem.setText(error_text.whole(error))
            self._problem.show()
            self.fit()
            self._address.setFocus()
            return
        self._wait()
        self.wanted.emit(address)

    def _typed(self, text: str) -> None:
        """Enter tries the address, where there is one."""
        self._problem.hide()
        self._try.setDefault(bool(text.strip()))
        self._close.setDefault(not text.strip())

    def _wait(self) -> None:
        self._findings, self._done = (), False
        self._say(self.tr("Looking at this computer and its networks. This takes some seconds."))
        self._busy.show()
        self._list.hide()
        self._allow(busy=True)

    def _say(self, text: str) -> None:
        self._summary.setText(text)
        announce(self, text)

    def _allow(self, *, busy: bool) -> None:
        self._again.setEnabled(not busy)
        self._try.setEnabled(not busy)
        self._copy.setEnabled(not busy and bool(self._findings))

    def _judged(self) -> str:
        wrong = sum(not each.good for each in self._findings)
        if not self._findings:
            return self.tr("The check could not be made.")
        if not wrong:
            return self.tr("Nothing here keeps devices apart. Check the connection on the other computer, too.")
        text = self.tr("{count} things may keep devices apart. Tallystick changes nothing by itself.", "", wrong)
        return text.format(count=QLocale().toString(wrong))

    def _report(self) -> str:
        lines = [
            line
            for each in self._findings
            for line in (
                f"[{'ok' if each.good else '!!'}] {error_text.sentence(each)}",
                error_text.next_step(each),
                each.command,
            )
            if line
        ]
        return "\n".join(lines)


class _Findings(Folding, QScrollArea):
    _needed = 0
    _unfolded = False

    def take(self, needed: int) -> None:
        """So high is all of it."""
        self._needed = needed
        self.unfold(on=self._unfolded)

    @property
    def least(self) -> int:
        return self._height(_LINES[0])

    def unfold(self, *, on: bool) -> None:
        self._unfolded = on
        self.setMinimumHeight(self._needed if on else self.least)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        height = self._needed if self._unfolded else self._height(_LINES[1])
        return QSize(super().sizeHint().width(), height)

    def _height(self, lines: int) -> int:
        return min(self._needed, self.fontMetrics().lineSpacing() * lines)

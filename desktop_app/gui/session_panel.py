"""One verified session for the curious: facts, and the button that ends it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.events import Method, SessionFacts, SessionId
from desktop_app.gui import plain, sizes, theme
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import Elided, Words
from desktop_app.gui.sheet import Sheet, button

_REFRESH_MS: Final = 1000


class SessionPanel(Sheet):
    """Signals: end_wanted(SessionId)."""

    end_wanted = Signal(object)

    def __init__(
        self,
        session: SessionId,
        facts: Callable[[SessionId], SessionFacts | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("session-panel", "", parent, characters=72)
        self.setWindowTitle(self.tr("Session"))
        self._session, self._facts = session, facts
        self._peer = Elided("", step=theme.Type.TITLE, bold=True)
        self._mark = IconView("verified", "accent", theme.XL)
        self._state = Words("", "muted")
        self._state.setObjectName("session-state")
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.XL)
        self._form.setVerticalSpacing(theme.S)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self._values = {
            "since": self._row(self.tr("Connected since")),
            "address": self._row(self.tr("Address")),
            "method": self._row(self.tr("Verified")),
            "agreement": self._row(self.tr("Key agreement")),
            "cipher": self._row(self.tr("Cipher")),
            "renewals": self._row(self.tr("Keys renewed")),
            "sealed": self._row(self.tr("Encrypted here")),
            "opened": self._row(self.tr("Decrypted here")),
        }
        self._end = button("session-end", self.tr("End session and destroy its keys"), "danger")
        self._end.clicked.connect(lambda: self.end_wanted.emit(session))
        close = button("session-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self._lay_out(close)
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()
        self.refresh()

    def refresh(self) -> None:
        facts = self._facts(self._session)
        if facts is None or facts.over:
            self._state.setText(self.tr("Session over. Its keys no longer exist."))
            self._mark.show_icon("cross", "muted")
            self._end.setVisible(False)
        else:
            self._state.setText(self.tr("This session is verified and open."))
        if facts is not None:
            self._show(facts)

    def _lay_out(self, close: QPushButton) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(self._mark)
        head.addWidget(self._peer, 1)
        self.page.addLayout(head)
        self.page.addWidget(self._state)
        self.page.addLayout(self._form)
        self.add_buttons(close, leading=self._end)
        close.setFocus()

    def _row(self, caption: str) -> Elided:
        value = Elided()
        self._form.addRow(Words(caption, "muted", wrap=False), value)
        return value

    def _show(self, facts: SessionFacts) -> None:
        self._peer.show_text(plain.visible(facts.peer))
        show = {
            "since": sizes.clock(facts.verified_at),
            "address": plain.isolated(facts.address),
            "method": self._method(facts),
            "agreement": facts.agreement,
            "cipher": facts.cipher,
            "renewals": self._renewals(facts),
            "sealed": sizes.amount(facts.bytes_sealed),
            "opened": sizes.amount(facts.bytes_opened),
        }
        for name, text in show.items():
            self._values[name].show_text(text)

    def _method(self, facts: SessionFacts) -> str:
        text = {
            Method.CODE: self.tr("Code compared at {time}"),
            Method.RECORD: self.tr("Remembered device, proved at {time}"),
            Method.INVITATION: self.tr("By invitation at {time}"),
            Method.CONTINUATION: self.tr("Continued at {time} after an interruption"),
        }[facts.method]
        return text.format(time=sizes.clock(facts.verified_at))

    def _renewals(self, facts: SessionFacts) -> str:
        if facts.renewed_at is None:
            return self.tr("Not yet")
        return self.tr("{count} times, last at {time}").format(
            count=QLocale().toString(facts.renewals), time=sizes.clock(facts.renewed_at)
        )

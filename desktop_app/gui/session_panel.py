"""One verified session for the curious: facts, and the button that ends it."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QWidget

from desktop_app.events import SessionFacts, SessionId
from desktop_app.gui import plain, sizes, theme, trust_text
from desktop_app.gui.icons import IconView
from desktop_app.gui.plain import TwoLines, Words
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
        super().__init__("session-panel", parent, characters=98)
        self._session, self._facts = session, facts
        timer = QTimer(self, interval=_REFRESH_MS)
        timer.timeout.connect(self.refresh)
        timer.start()
        self.build()

    def build(self) -> None:
        self.setWindowTitle(self.tr("Session"))
        self._peer = TwoLines("", step=theme.Type.TITLE, bold=True)
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
            "itself": self._row(self.tr("Calls itself")),
            "method": self._row(self.tr("Verified")),
            "agreement": self._row(self.tr("Key agreement")),
            "cipher": self._row(self.tr("Cipher")),
            "keys": self._row(self.tr("Keys")),
            "sealed": self._row(self.tr("Encrypted here")),
            "opened": self._row(self.tr("Decrypted here")),
            "confined": self._row(self.tr("Received files")),
            "destroyed": self._row(self.tr("Keys destroyed")),
        }
        self._end = button("session-end", self.tr("End session and destroy its keys"), "danger")
        self._end.clicked.connect(lambda: self.end_wanted.emit(self._session))
        close = button("session-close", self.tr("Close"), default=True)
        close.clicked.connect(self.accept)
        self._lay_out(close)
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
        self.add_buttons(close, leading=(self._end,))
        close.setFocus()

    def _row(self, caption: str) -> TwoLines:
        value = TwoLines()
        self._form.addRow(Words(caption, "muted", wrap=False), value)
        return value

    def _show(self, facts: SessionFacts) -> None:
        self._peer.show_text(plain.visible(facts.peer))
        other_name = facts.calls_itself if facts.calls_itself != facts.peer else ""
        show = {
            "since": self._since(facts),
            "address": plain.isolated(facts.address),
            "itself": plain.isolated(other_name) if other_name else "",
            "method": trust_text.authenticated(facts),
            "agreement": facts.agreement,
            "cipher": facts.cipher,
            "keys": self._keys(facts),
            "sealed": sizes.amount(facts.bytes_sealed),
            "opened": sizes.amount(facts.bytes_opened),
            "confined": self._confined(facts),
            "destroyed": "" if facts.keys_destroyed_at is None else sizes.clock(facts.keys_destroyed_at),
        }
        before = {name: value.whole for name, value in self._values.items()}
        for name, text in show.items():
            self._values[name].show_text(text)
        for name in ("itself", "destroyed"):
            self._form.setRowVisible(self._values[name], bool(show[name]))
        if show != before:
            QTimer.singleShot(0, self, lambda: self._form.invalidate())  # it keeps heights of before a row came

    def _confined(self, facts: SessionFacts) -> str:
        if facts.confined_by:
            return self.tr("Kept in their folder by {system} as well").format(system=facts.confined_by)
        return self.tr("Kept in their folder by Tallystick alone")

    def _since(self, facts: SessionFacts) -> str:
        until = time.time() if facts.keys_destroyed_at is None else facts.keys_destroyed_at
        return self.tr("{time} · {age}").format(
            time=sizes.clock(facts.connected_at), age=sizes.age(until - facts.connected_at)
        )

    def _keys(self, facts: SessionFacts) -> str:
        epoch = QLocale().toString(facts.epoch)
        if facts.renewed_at is None:
            return self.tr("Epoch {epoch}, not renewed yet").format(epoch=epoch)
        time_ = sizes.clock(facts.renewed_at)
        text = self.tr("Epoch {epoch}, renewed {count} times, last at {time}", "", facts.renewals)
        return text.format(epoch=epoch, count=QLocale().toString(facts.renewals), time=time_)

"""What the window says, unasked, of verified sessions: who proved itself, who is remembered, which is over."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.engine.transfer_facts import goes_on, moves
from desktop_app.errors import ConnectionLost, PeerTimeout
from desktop_app.events import Method, Remembered, RememberedDevice, SessionEnded, SessionId, Transfer, Verified
from desktop_app.gui import dates, plain
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.notices import Notices


class SessionNotices(QObject):
    """Also asks for devices to be remembered, because what comes of that has to be told."""

    def __init__(self, engine: EngineFace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._engine, self._notices = engine, notices
        self._wanted: set[SessionId] = set()  # to be remembered, as far as this side is concerned
        self._instead: dict[SessionId, RememberedDevice] = {}

    def remember(self, session: SessionId, instead: RememberedDevice | None = None) -> None:
        """The person wants it; nothing is said until it happens. `instead` of that one, which goes then."""
        self._wanted.add(session)
        if instead is not None:
            self._instead[session] = instead
        self._engine.remember(session)

    def can_be_remembered(self, session: SessionId) -> bool:
        """Whether people compared a code: an invitation is good for one session."""
        facts = self._engine.session(session)
        return facts is not None and not facts.over and facts.method is not Method.INVITATION

    def ask_to_remember(self, session: SessionId) -> None:
        """The same, where the person on the other side may not know of it yet."""
        facts = self._engine.session(session)
        if facts is None or not self.can_be_remembered(session):
            return
        self.remember(session)
        self._notices.say(
            lambda: self.tr("{peer} will be remembered as soon as that is wanted there too.").format(
                peer=plain.isolated(facts.peer)
            ),
            lambda: self.tr("On the other computer, choose “Remember this device…” on the card of this one."),
            about=session,
        )

    def show_verified(self, event: Verified) -> None:
        peer = plain.isolated(event.peer)
        self._take_back_that_it_was_lost(event.peer)
        match event.method:
            case Method.RECORD:
                self._notices.mention(
                    lambda: self.tr("{peer} proved itself; no code needed.").format(peer=peer), event.session
                )
            case Method.CONTINUATION:
                self._notices.mention(
                    lambda: self.tr("{peer} is connected again; no code needed.").format(peer=peer), event.session
                )
            case _:
                pass

    def follow(self, transfer: Transfer) -> None:
        """It goes on in another session, which may have been there before the one that was lost ended."""
        if moves(transfer) and not goes_on(transfer):
            self._take_back_that_it_was_lost(transfer.peer)

    def _take_back_that_it_was_lost(self, peer: str) -> None:
        for lost in (ConnectionLost(peer=peer), PeerTimeout(peer=peer)):
            self._notices.withdraw(lost)

    def show_remembered(self, event: Remembered) -> None:
        self._wanted.discard(event.session)
        name, before = event.device.name, self._instead.pop(event.session, None)
        if before is not None:
            name = before.name
            self._engine.forget(before.id)
            self._engine.rename_remembered(event.device.id, name)
        self._notices.mention(
            lambda: self.tr("{peer} is remembered until {day}.").format(
                peer=plain.isolated(name), day=dates.day(event.device.expires_at)
            ),
            event.session,
        )

    def show_ended(self, event: SessionEnded) -> None:
        wanted = event.session in self._wanted
        self._wanted.discard(event.session)
        if event.error is not None:
            self._notices.warn(event.error, about=event.session)
            return

        def over() -> str:
            text = self.tr("The session with {peer} is over. Its keys no longer exist.")
            return text.format(peer=plain.isolated(event.peer))

        if wanted:
            self._notices.say(
                over,
                lambda: self.tr("It is not remembered: both sides have to want that while the session lives."),
                about=event.session,
            )
        else:
            self._notices.mention(over, event.session, over=True)

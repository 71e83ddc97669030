"""What is told to somebody who looks elsewhere: questions, with an answer where one click can do, and results."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal

from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Direction,
    Event,
    Kind,
    OfferReceived,
    Recognised,
    SessionEnded,
    State,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
    Unproven,
)
from desktop_app.gui import error_text, plain, transfer_text
from desktop_app.gui.notifier import SHOW, Notification, Notifier
from desktop_app.gui.prompts import held_back

_ACCEPT: Final = "accept"
_DECLINE: Final = "decline"
_TOLD: Final = frozenset({State.DELIVERED, State.PARTLY, State.DECLINED, State.FAILED})


class Notifications(QObject):
    """Signals: accepted(TransferId, Path), into the folder that was told; declined(TransferId), show_wanted(activation
    token)."""

    accepted = Signal(object, object)
    declined = Signal(object)
    show_wanted = Signal(str)

    def __init__(
        self, needed: Callable[[], bool], transfers: Callable[[], Iterable[Transfer]], parent: QObject | None = None
    ) -> None:
        """`needed`: whether nobody looks at the window, and notifications are wanted."""
        super().__init__(parent)
        self._needed, self._transfers = needed, transfers
        self._notifier: Notifier | None = None
        self._offers: dict[str, OfferReceived] = {}
        self._up: set[str] = set()
        self._unasked: set[TransferId] = set()  # what was accepted without asking, and told

    def speak_through(self, notifier: Notifier | None) -> None:
        self._notifier = notifier

    @property
    def can_ask(self) -> bool:
        """Whether a question can be put here, so that no window has to come up for it."""
        return self._notifier is not None and self._notifier.has_buttons

    def handle(self, event: Event) -> None:
        match event:
            case OfferReceived() if _offer(event.transfer) not in self._up:
                self._ask_about(event)
            case CodeReady():
                text = self.tr("Compare the code with {peer}").format(peer=plain.isolated(event.peer))
                self._show(Notification(_code(event.session), text, self.tr("Both screens show it now."), lasting=True))
            case Unproven() | ComparisonOver(counted=True):
                self._withdraw(_code(event.session))
                title, text = error_text.sentence(event.error), error_text.next_step(event.error)
                self._show(Notification(_question(event.session), title, text, lasting=True))
            case Recognised() if held_back(self._transfers(), event.session):
                self._ask_who_is_meant(event)
            case ComparisonOver():
                self._withdraw(_code(event.session))
            case SessionEnded(session):
                for key in (_code(session), _question(session)):
                    self._withdraw(key)
            case TextReceived(transfer):
                self._show(Notification(f"text-{transfer.id}", transfer_text.asks(transfer), "", lasting=True))
            case TransferChanged(transfer):
                self._follow(transfer)
            case _:
                pass

    def take_back(self) -> None:
        """Somebody looks at the window now, which shows all of it."""
        for key in tuple(self._up):
            self._withdraw(key)

    def pressed(self, key: str, action: str, token: str) -> None:
        """What a notifier heard."""
        offer = self._offers.get(key)
        self._withdraw(key)
        if offer is not None and action == _ACCEPT:
            self.accepted.emit(offer.transfer.id, offer.into)
        elif offer is not None and action == _DECLINE:
            self.declined.emit(offer.transfer.id)
        elif action == SHOW:
            self.show_wanted.emit(token)

    # --- what is said --------------------------------------------------------------------------------------

    def _ask_about(self, offer: OfferReceived) -> None:
        transfer = offer.transfer
        text, buttons = transfer_text.title(transfer.contents), {_DECLINE: self.tr("Decline")}
        if _is_simple(offer):
            buttons = {_ACCEPT: self.tr("Accept"), **buttons}
            folder = plain.isolated(offer.into.name or str(offer.into))
            text = self.tr("{what}, to be saved in {folder}").format(what=text, folder=folder)
        elif offer.problem is not None:
            text = f"{text}\n{error_text.sentence(offer.problem)}"
        key = _offer(transfer)
        if self._show(Notification(key, transfer_text.asks(transfer), text, buttons, lasting=True)):
            self._offers[key] = offer

    def _ask_who_is_meant(self, event: Recognised) -> None:
        title = self.tr("Is {peer} meant?").format(peer=plain.isolated(event.peer))
        text = self.tr("It answered at {called}.").format(called=plain.isolated(event.called))
        self._show(Notification(_question(event.session), title, text, lasting=True))

    def _follow(self, transfer: Transfer) -> None:
        if transfer.state is not State.ASKING:
            self._withdraw(_offer(transfer))
        if transfer.unasked and transfer.id not in self._unasked:
            self._unasked.add(transfer.id)
            if not transfer.state.final and not transfer.waits:
                self._tell_of_unasked(transfer)
        if transfer.state.final:
            self._withdraw(_unasked(transfer))
        if transfer.state in _TOLD and not _known_here(transfer):
            self._show(
                Notification(
                    f"result-{transfer.id}", transfer_text.title(transfer.contents), transfer_text.status(transfer)
                )
            )

    def _tell_of_unasked(self, transfer: Transfer) -> None:
        title = self.tr("{peer} sends you files").format(peer=plain.isolated(transfer.peer))
        text = f"{transfer_text.title(transfer.contents)} · {transfer_text.unasked()}"
        self._show(Notification(_unasked(transfer), title, text))

    def _show(self, notification: Notification) -> bool:
        if self._notifier is None or not self._needed():
            return False
        self._up.add(notification.key)
        self._notifier.show(notification)
        return True

    def _withdraw(self, key: str) -> None:
        self._offers.pop(key, None)
        if key in self._up and self._notifier is not None:
            self._up.discard(key)
            self._notifier.withdraw(key)


def _is_simple(offer: OfferReceived) -> bool:
    """Whether nobody has to see more of it before saying yes."""
    programs = offer.transfer.contents.programs
    return not (offer.problem or offer.warnings or offer.existing or programs)


def _known_here(transfer: Transfer) -> bool:
    """The person here declined it, or was told of the text when it came."""
    declined, is_text = transfer.state is State.DECLINED, transfer.contents.kind is Kind.TEXT
    return transfer.direction is Direction.RECEIVING and (declined or is_text)


def _offer(transfer: Transfer) -> str:
    return f"offer-{transfer.id}"


def _unasked(transfer: Transfer) -> str:
    return f"unasked-{transfer.id}"


def _code(session: int) -> str:
    return f"code-{session}"


def _question(session: int) -> str:
    return f"question-{session}"

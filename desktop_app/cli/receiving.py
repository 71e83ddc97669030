"""`receive`: the other side begins, as often as it likes."""

import os
from pathlib import Path
from typing import Final

from desktop_app.cli.awaiting import await_remembered
from desktop_app.cli.commands import Accept, Receive
from desktop_app.cli.conversation import Conversation
from desktop_app.cli.errors import NobodyMayCall
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.cli.face import Face
from desktop_app.errors import FolderUnusable
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Direction,
    Listening,
    OfferReceived,
    Remembered,
    SessionEnded,
    SessionId,
    TextReceived,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    Verified,
)
from desktop_app.storage.destination import Destination
from desktop_app.storage.settings import Visibility

REMEMBER_SECONDS: Final = 30.0  # a page that nobody touches goes after 4, or after 16 where it is read aloud


def usable_folder(folder: Path, face: Face) -> Path:
    """`folder` with links resolved, made where only its last component is missing, which is said. Raises
    FolderUnusable."""
    is_new = not os.path.lexists(folder)
    with Destination(folder.absolute()) as destination:
        if is_new:
            face.folder_made(destination.path)
        if not os.access(destination.path, os.W_OK | os.X_OK):
            raise FolderUnusable(path=str(folder), reason="writing there is not allowed")
        return destination.path


def receive(talk: Conversation, command: Receive) -> ExitCode:
    """Until one transfer ended where that was asked for, else until a signal comes. Raises NobodyMayCall."""
    if talk.engine.settings.visibility is Visibility.NOBODY:
        talk.tell_troubles()
        raise NobodyMayCall(settings=talk.profile.settings)
    unasked: set[TransferId] = set()  # of which that was said, here or on the command line
    unremembered: set[SessionId] = set()  # whose other side has not said yet whether it remembers this computer, too
    while True:
        match talk.next_event():
            case Listening() as event:
                talk.face.listening(event, talk.engine.settings.name)
                if command.invite:
                    talk.face.invited(talk.engine.invite())
            case CodeReady() as code:
                talk.ask(code)
            case Verified() as event:
                if talk.verified(event, remember=command.remember):
                    unremembered.add(event.session)
            case Remembered() as event:
                unremembered.discard(event.session)
                talk.remembered(event)
            case SessionEnded(session=session):
                unremembered.discard(session)
            case ComparisonOver() as event:
                talk.withdraw(event.session)
                talk.face.comparison_failed(event)
                if event.counted and command.once:
                    return exit_code(event.error)
                if event.counted:
                    talk.ask(event)
            case OfferReceived() as offer:
                if _answer(talk, offer, command):
                    unasked.add(offer.transfer.id)
            case TextReceived(transfer=transfer, text=text):
                talk.face.text(transfer, text)
                talk.engine.take_text(transfer.id)
            case TransferChanged(transfer=transfer) if transfer.direction is Direction.RECEIVING:
                if transfer.state.final:
                    talk.face.ended(transfer)
                    if command.once:
                        if transfer.session is not None and transfer.session in unremembered:
                            _await_remembered(talk, transfer.session, transfer.peer)
                        return of_transfer(transfer)
                elif transfer.unasked and transfer.id not in unasked and not transfer.waits:
                    unasked.add(transfer.id)
                    talk.face.accepted_unasked(transfer)
                else:
                    talk.face.step(transfer)
            case Trouble(error=error):
                talk.face.error(error)


def _await_remembered(talk: Conversation, session: SessionId, peer: str) -> None:
    """A page over there may still be open on which the person says so; what arrived has arrived without it."""
    if (why_not := await_remembered(talk, session, peer, REMEMBER_SECONDS)) is not None:
        talk.face.error(why_not)


def _answer(talk: Conversation, offer: OfferReceived, command: Receive) -> bool:
    """Whether it was accepted as the command says, and nobody is asked."""
    if offer.continues is not None and offer.problem is None and command.accept is Accept.ALL:
        talk.engine.accept(offer.transfer.id, offer.into, unasked=True)
        return True
    existing = command.existing or talk.engine.settings.existing
    remembered = command.accept is Accept.REMEMBERED and _remembered(talk, offer.transfer)
    if not remembered and command.accept is not Accept.ALL:
        talk.ask(offer, existing)
    elif offer.problem is not None:
        talk.engine.decline(offer.transfer.id, offer.problem)
    else:
        for warning in offer.warnings:
            talk.face.error(warning)
        talk.engine.accept(offer.transfer.id, offer.into, existing, unasked=True)
        return True
    return False


def _remembered(talk: Conversation, transfer: Transfer) -> bool:
    """Whether the other side proved to be a remembered device, now or before the connection was cut."""
    facts = talk.engine.session(transfer.session) if transfer.session is not None else None
    return facts is not None and facts.proved is not None

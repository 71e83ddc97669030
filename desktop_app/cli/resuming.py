"""`resume`: transfers that were interrupted go on, or are given up."""

from collections.abc import Sequence
from math import inf
from typing import Final

from desktop_app.cli.commands import Resume
from desktop_app.cli.conversation import Conversation
from desktop_app.cli.errors import KeptForLater, NothingWaitsNamed
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.cli.patience import Patience
from desktop_app.cli.running import RunningNumber
from desktop_app.cli.transfers import all_listed
from desktop_app.engine import transfer_facts
from desktop_app.errors import (
    AppError,
    Interrupted,
    Names,
    PausedHere,
    PeerUnreachable,
    SessionOver,
    WaitsForPeer,
    WaitsForPerson,
    WaitsForSender,
)
from desktop_app.events import (
    OfferReceived,
    SessionEnded,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
    Verified,
)
from desktop_app.storage.device_record import folded

_MOVING: Final = frozenset({State.MOVING, State.FINISHING})


class _Going:
    """One that is to go on, and how long its peer is waited for."""

    def __init__(self, transfer: Transfer) -> None:
        self.transfer = transfer
        self.session: SessionId | None = None  # the last one that had it
        self._comes_back = False  # the engine goes on by itself once the peer is there
        self.patience = Patience()
        self.changed(transfer, verified=False)

    def changed(self, transfer: Transfer, *, verified: bool) -> None:
        self.transfer = transfer
        self.session = transfer.session or self.session
        self._comes_back |= verified or isinstance(transfer.paused, WaitsForPeer)
        self.patience.wait(not verified and transfer.paused is not None)

    @property
    def stopped(self) -> AppError | None:
        """Why it cannot go on now, where waiting for the peer does not help."""
        why = self.transfer.paused
        if self.transfer.session is not None or why is None:
            return None
        if isinstance(why, PausedHere):  # its person has just asked for it: this row is older than that
            return None
        if isinstance(why, Interrupted | PeerUnreachable) and self._comes_back:
            return None
        return why if self.session is not None or not isinstance(why, Interrupted) else None

    def lost_with(self, session: SessionId) -> bool:
        """Whether its peer ended that session in order, and nothing but a person brings it back."""
        return self.session == session and isinstance(self.transfer.paused, WaitsForPerson | WaitsForSender)


def _is_named(transfer: Transfer, words: Sequence[str]) -> bool:
    names = [folded(name) for name in (transfer.peer, *transfer.contents.names)]
    return all(any(folded(word) in name for name in names) for word in words)


def resume(talk: Conversation, command: Resume) -> ExitCode:
    """Until each of them is over, or cannot go on now; the worst of their endings. A remembered device, and one whose
    session was cut meanwhile, is waited for as `send` does. What was accepted meanwhile is not cut off, nor what else
    goes on with a device that is met."""
    engine = talk.engine
    while engine.restoring:
        if (event := talk.next_event()) is not None:
            talk.attend(event, remember=True)
    waiting = [transfer for transfer in engine.transfers() if transfer.paused is not None and not transfer.state.final]
    if not waiting:
        listed = all_listed(talk.profile, talk.face)
        talk.face.nothing_waits([RunningNumber(facts.id, process) for process, facts in listed if facts.can_resume])
        return ExitCode.DONE
    chosen = [transfer for transfer in waiting if _is_named(transfer, command.only)]
    if command.show or not chosen:
        if not chosen:
            talk.face.error(NothingWaitsNamed(words=Names(command.only)))
        for transfer in chosen or waiting:
            talk.face.waiting(transfer_facts.facts_of(transfer, engine.progress(transfer.id)))
        return ExitCode.DONE if chosen else ExitCode.DECLINED
    going = {transfer.id: _Going(transfer) for transfer in chosen}
    for transfer in chosen:
        if command.cancel:
            engine.cancel(transfer.id)
        else:
            talk.face.paused(transfer)
            engine.resume(transfer.id)
    verified: set[SessionId] = set()
    worst = ExitCode.DONE
    others: set[TransferId] = set()

    def stop(each: _Going, why: AppError) -> None:
        nonlocal worst
        del going[each.transfer.id]
        talk.face.error(why)
        worst = max(worst, exit_code(why))

    while going or others:
        match talk.next_event(min((each.patience.until for each in going.values()), default=inf)):
            case None:
                for each in [each for each in going.values() if each.patience.is_over]:
                    stop(each, KeptForLater(peer=each.transfer.peer))
            case SessionEnded(session=session, error=None | SessionOver()):
                for each in [each for each in going.values() if each.lost_with(session)]:
                    stop(each, KeptForLater(peer=each.transfer.peer))
            case OfferReceived() as event:
                talk.ask(event)
            case TransferChanged(transfer=transfer) if transfer.id in going:
                each = going[transfer.id]
                each.changed(transfer, verified=transfer.session in verified)
                if transfer.state.final:
                    del going[transfer.id]
                    talk.face.ended(transfer)
                    worst = max(worst, ExitCode.DONE if command.cancel else of_transfer(transfer))
                elif (why := each.stopped) is not None:
                    stop(each, why)
                else:
                    talk.face.step(transfer)
            case TransferChanged(transfer=transfer) if transfer.id in others:
                if transfer.state.final:
                    talk.face.ended(transfer)
                if transfer.state.final or transfer.waits:
                    others.discard(transfer.id)
            case TransferChanged(transfer=transfer) if transfer.state in _MOVING and not transfer.waits:
                others.add(transfer.id)
            case event:
                if isinstance(event, Verified):
                    verified.add(event.session)
                talk.attend(event, remember=True)
    return worst

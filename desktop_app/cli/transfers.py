"""`transfers`, `pause`, `resume NUMBER` and `retry`: what the running Tallysticks of this profile send and receive, and
their person's word on one of these. It is said to the program that has it, and done there."""

from typing import Final

from desktop_app.cli import running
from desktop_app.cli.commands import Pause, Resume, Retry
from desktop_app.cli.errors import (
    DeviceUnclear,
    NoSuchTransfer,
    NothingFailed,
    NotMoving,
    NotUnfinished,
    NotWaiting,
    ProcessSilent,
    TransferAmbiguous,
    TransferUnfit,
)
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.face import Face
from desktop_app.cli.running import RunningNumber
from desktop_app.engine import door
from desktop_app.engine.door import AskCancel, AskOfTransfers, AskPause, AskResume, AskRetry, AskTransfers
from desktop_app.events import TransferFacts, TransferId
from desktop_app.storage.profile import Profile

_Ask = type[AskPause] | type[AskResume] | type[AskCancel] | type[AskRetry]
_UNFIT: Final[dict[_Ask, type[TransferUnfit]]] = {
    AskPause: NotMoving,
    AskResume: NotWaiting,
    AskCancel: NotUnfinished,
    AskRetry: NothingFailed,
}

Numbered = tuple[int, TransferFacts]  # the process, and one of its transfers


def transfers(profile: Profile, face: Face) -> ExitCode:
    listed = all_listed(profile, face)
    for process, facts in listed:
        face.transfer(process, facts)
    if not listed:
        face.no_transfers()
    return ExitCode.DONE


def change(profile: Profile, face: Face, command: Pause | Resume | Retry, number: RunningNumber) -> ExitCode:
    """Raises NoSuchTransfer, TransferAmbiguous, TransferUnfit."""
    process, facts = running.meant(
        all_listed(profile, face),
        number,
        none=NoSuchTransfer(transfer=number),
        several=lambda numbers: TransferAmbiguous(transfer=number, transfers=numbers),
    )
    kind: _Ask
    match command:
        case Pause():
            kind = AskPause
        case Resume(cancel=True):
            kind = AskCancel
        case Resume():
            kind = AskResume
        case Retry():
            kind = AskRetry
    now = _ask(profile, kind(TransferId(facts.id)), process)
    if now is None:
        shown = RunningNumber(facts.id, process)
        raise (DeviceUnclear if kind is AskRetry and facts.can_retry else _UNFIT[kind])(transfer=shown)
    face.transfer(process, now)
    return ExitCode.DONE


def all_listed(profile: Profile, face: Face) -> list[Numbered]:
    """In the order in which each program began them."""
    told = door.ask_of_transfers(profile, AskTransfers())
    for silent in (each for each in told if each.transfers is None):
        face.error(ProcessSilent(process=silent.process))
    return [(each.process, facts) for each in told for facts in each.transfers or ()]


def _ask(profile: Profile, request: AskOfTransfers, process: int) -> TransferFacts | None:
    """How the transfer stands that it was about; None where that could not be done."""
    told = door.ask_of_transfers(profile, request, process=process)
    return next((facts for each in told for facts in each.transfers or ()), None)

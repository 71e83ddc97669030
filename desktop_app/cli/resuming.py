"""`resume`: transfers that were interrupted go on, or are given up."""

from desktop_app.cli.arguments import Resume
from desktop_app.cli.conversation import Conversation
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.errors import AppError, Interrupted
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    OfferReceived,
    Recognised,
    Remembered,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    Unproven,
    Verified,
)


def resume(talk: Conversation, command: Resume) -> ExitCode:
    """Until each of them is over, or cannot go on now; the worst of their endings."""
    engine = talk.engine
    waiting = [transfer for transfer in engine.transfers() if transfer.paused is not None and not transfer.state.final]
    if not waiting:
        talk.face.nothing_waits()
        return ExitCode.DONE
    going = {transfer.id: transfer for transfer in waiting}
    for number in going:
        if command.cancel:
            engine.cancel(number)
        else:
            engine.resume(number)
    met: set[TransferId] = set()
    worst = ExitCode.DONE
    while going:
        match talk.next_event():
            case CodeReady() as code:
                talk.ask(code)
            case Unproven() | Recognised() | OfferReceived() as event:
                talk.ask(event)
            case ComparisonOver(session=session):
                talk.withdraw(session)
            case Verified() as event:
                talk.verified(event, remember=True)
            case Remembered(device=device):
                talk.face.remembered(device)
            case Trouble(error=error):
                talk.face.error(error)
            case TransferChanged(transfer=transfer) if transfer.id in going:
                if transfer.session is not None:
                    met.add(transfer.id)
                if transfer.state.final:
                    del going[transfer.id]
                    talk.face.ended(transfer)
                    worst = max(worst, ExitCode.DONE if command.cancel else of_transfer(transfer))
                elif (why := _stopped(transfer, met)) is not None:
                    del going[transfer.id]
                    talk.face.error(why)
                    worst = max(worst, exit_code(why))
                else:
                    talk.face.step(transfer)
    return worst


def _stopped(transfer: Transfer, met: set[TransferId]) -> AppError | None:
    """Why it cannot go on now, where it was tried."""
    if transfer.session is not None or transfer.paused is None:
        return None
    tried = transfer.id in met or not isinstance(transfer.paused, Interrupted)
    return transfer.paused if tried else None

"""`send` and `pair`: this side begins."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app.cli.arguments import Pair, Send
from desktop_app.cli.conversation import Conversation, Stopped
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.cli.target import find, read_target
from desktop_app.errors import ConnectionLost, DiscoveryBlocked, NoNetwork, PathMissing, PathUnreadable
from desktop_app.events import CodeReady, ComparisonOver, SessionEnded, TransferChanged, TransferId, Trouble, Verified

_CANCEL_SECONDS: Final = 2.0  # for the other side to be told


def check_paths(paths: Sequence[Path]) -> None:
    """Before anything connects. Raises PathMissing or PathUnreadable."""
    for path in paths:
        if not os.path.lexists(path):
            raise PathMissing(path=str(path))
        if path.is_symlink():
            continue  # left out and listed, wherever it leads
        if not os.access(path, os.R_OK | os.X_OK if path.is_dir() else os.R_OK):
            raise PathUnreadable(path=str(path), reason="not allowed")


def send(talk: Conversation, command: Send) -> ExitCode:
    target = find(talk, read_target(command.to))
    sending = talk.engine.send(command.paths, target)
    try:
        return _follow(talk, sending)
    except Stopped:
        _cancel(talk, sending)
        raise


def _follow(talk: Conversation, sending: TransferId) -> ExitCode:
    while True:
        match talk.next_event():
            case CodeReady() as code:
                talk.ask(code)
            case ComparisonOver(session=session):
                talk.withdraw(session)
            case Verified() as event:
                talk.face.verified(event)
            case Trouble(error=error):
                talk.face.error(error)
            case TransferChanged(transfer=transfer) if transfer.id == sending:
                if transfer.state.final:
                    talk.face.ended(transfer)
                    return of_transfer(transfer)
                talk.face.step(transfer)


def _cancel(talk: Conversation, sending: TransferId) -> None:
    talk.engine.cancel(sending)
    until = time.monotonic() + _CANCEL_SECONDS
    while (event := talk.next_event(until)) is not None:
        if isinstance(event, TransferChanged) and event.transfer.id == sending and event.transfer.state.final:
            return


def pair(talk: Conversation, command: Pair) -> ExitCode:
    talk.engine.pair(find(talk, read_target(command.to)))
    while True:
        match talk.next_event():
            case CodeReady() as code:
                talk.ask(code)
            case Verified() as event:
                talk.face.verified(event)
                return ExitCode.DONE
            case ComparisonOver(session=session) as event:
                talk.withdraw(session)
                talk.face.comparison_failed(event)
                return exit_code(event.error)
            case SessionEnded(peer=peer, error=error):
                raise error or ConnectionLost(peer=peer)
            case Trouble(error=NoNetwork() | DiscoveryBlocked() as error):
                talk.face.error(error)  # an address may be reached all the same
            case Trouble(error=error):
                raise error

"""What the report of an error says of the transfer that it is about: in English, for who mends the program.

Which names went over and where they lie on this computer is nobody's business there, but for what was not delivered.
"""

import time
from typing import Final

from desktop_app.events import PastTransfer, Transfer
from desktop_app.gui import plain

_REASONS: Final = 20  # of each kind; a peer decides how many there are


def of(transfer: Transfer) -> list[str]:
    """One that this run knows."""
    return _lines(transfer, len(transfer.failures), len(transfer.left_out), {"since": moment(transfer.changed_at)})


def of_past(entry: PastTransfer) -> list[str]:
    """One of which the history is all that is left."""
    facts = {
        "verified": "no" if entry.method is None else entry.method.value,
        "begun": moment(entry.started_at),
        "ended": moment(entry.transfer.changed_at),
    }
    return _lines(entry.transfer, entry.failed, entry.left_out, facts)


def moment(seconds: float) -> str:
    """By this computer's clock, to be compared with a log."""
    return time.strftime("%Y-%m-%d %H:%M:%S %z", time.localtime(seconds))


def _lines(transfer: Transfer, failed: int, left_out: int, times: dict[str, str]) -> list[str]:
    contents = transfer.contents
    facts: dict[str, object] = {
        "direction": transfer.direction.value,
        "state": transfer.state.value,
        "kind": contents.kind.value,
        "files": contents.files,
        "folders": contents.folders,
        "bytes": contents.total,
        **times,
        "not delivered": failed,
        "left out": left_out,
    }
    reasons = (*transfer.failures[:_REASONS], *transfer.left_out[:_REASONS])
    return [
        "of a transfer",
        *(f"  {name}: {value}" for name, value in facts.items()),
        *(plain.visible(f"  {each.path}: {each.error.code}, {each.error}") for each in reasons),
    ]

"""Rows of the history as an engine would have found them."""

from desktop_app.events import HistoryId, Method, PastTransfer, State, Transfer


def past_transfer(number: int, transfer: Transfer, method: Method | None) -> PastTransfer:
    return PastTransfer(
        id=HistoryId(str(number)),
        transfer=transfer,
        method=method,
        remembered=None,
        started_at=transfer.changed_at - 20,
        top_level=len(transfer.contents.names),
        failed=len(transfer.failures),
        left_out=len(transfer.left_out),
        has_receipt=transfer.state in {State.DELIVERED, State.PARTLY},
    )


def searched(entry: PastTransfer) -> str:
    """What words are looked for in."""
    return "\n".join((entry.transfer.peer, *entry.transfer.contents.names)).casefold()

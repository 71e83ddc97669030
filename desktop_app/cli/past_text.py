"""A transfer that is over, in words for a person at a terminal: what, with whom, when, and how it ended."""

from collections.abc import Iterator

from desktop_app.cli import plain_text
from desktop_app.cli.plain_text import escaped, moment
from desktop_app.errors import NoAnswer
from desktop_app.events import Direction, PastTransfer, State


def lines(entry: PastTransfer) -> Iterator[str]:
    """The first line alone says which one it is."""
    transfer = entry.transfer
    sent = transfer.direction is Direction.SENDING
    way = f"{'to' if sent else 'from'} {escaped(transfer.peer)}"
    yield f"{entry.id}  {moment(transfer.changed_at)}  {way}: {plain_text.contents(transfer.contents)}, {_end(entry)}"
    if transfer.contents.names:
        yield f"  {plain_text.names(transfer.contents.names)}{_more(entry)}"
    if transfer.into is not None:
        yield f"  in {escaped(str(transfer.into))}"
    if transfer.error is not None:
        yield f"  {plain_text.sentence(transfer.error)}"
    if transfer.unasked:
        yield "  accepted without asking"
    if transfer.were_there:
        yield f"  {plain_text.were_there(transfer.were_there)}"
    if entry.left_out:
        yield f"  Left out: {entry.left_out:,}"


def _end(entry: PastTransfer) -> str:
    if entry.transfer.state is State.DELIVERED and entry.transfer.direction is Direction.RECEIVING:
        return "received"
    if isinstance(entry.transfer.error, NoAnswer):
        return "not answered"
    return entry.transfer.state.value


def _more(entry: PastTransfer) -> str:
    """The history keeps the first names alone."""
    kept = len(entry.transfer.contents.names)
    return f" (of {entry.top_level:,})" if entry.top_level > kept else ""

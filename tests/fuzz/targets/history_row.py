"""Rows of the history and what they hold, as another version or a damaged disk may have left them: read, or refused
by ValueError, which passes them over."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec

from desktop_app.cli import plain_text
from desktop_app.engine import past_rows
from desktop_app.errors import AppError, NotEnoughSpace, Size, UnsafeName
from desktop_app.events import Contents, Direction, FileFailure, State, Transfer, TransferId
from desktop_app.protocol.top_names import TopName
from desktop_app.storage.history import Row
from desktop_app.transfer.status import Status
from tests.fuzz import documents, values
from tests.fuzz.choices import Choices
from tests.support.top_names import a_file, a_folder

SIZE_MAX: Final = 1024


def _real(items: Sequence[TopName]) -> Row:
    failures = (
        FileFailure("photos/a", UnsafeName(name="a", reason="it is empty")),
        FileFailure("b", NotEnoughSpace(needed=Size(5), free=Size(3))),
    )
    contents = Contents(("photos",), files=2, folders=1, total=10, programs=1, items=items)
    transfer = Transfer(
        TransferId(1), Direction.RECEIVING, "Kitchen PC", State.PARTLY, contents, into=Path("/home/anna"),
        saved=(Path("/home/anna/photos"),), failures=failures, error=failures[1].error,
    )  # fmt: skip
    status = Status(transfer, lambda _: None)
    return past_rows.row_of(past_rows.Ended.of(status, transfer), None)


_ROW: Final = _real([a_folder("photos", 1, 3), a_file("b", 7)])
_FIELDS: Final = msgspec.to_builtins(_ROW)
_DETAILS: Final = (_ROW.details.encode(), _real(()).details.encode())


def seeds() -> Iterator[bytes]:
    for each in documents.seeds_of(_DETAILS):
        yield b"\0" + each
        yield b"\x01\x05\x04\x00" + each
    yield bytes((1, Row.__struct_fields__.index("started_at"), 3, 4, 0)) + _DETAILS[0]


def run(data: bytes) -> None:
    choices = Choices(data)
    fields = [*_FIELDS]
    if choices.byte() % 2:
        place = choices.byte() % len(fields)
        fields[place] = values.altered(fields[place], choices)
    try:
        row: Row = msgspec.convert(fields, Row)
        row = msgspec.structs.replace(row, details=documents.document(choices, _DETAILS).decode())
    except ValueError:
        return  # neither comes out of the database
    past_rows.kind_of(row)
    try:
        found = past_rows.past_transfer(row, None)
        past_rows.failed(row)
    except ValueError:
        return
    assert plain_text.moment(found.started_at) + plain_text.moment(found.transfer.changed_at)
    contents = found.transfer.contents
    assert not contents.items or [*contents.names] == [each.name for each in contents.items]
    told = [found.transfer.error, *(each.error for each in (*found.transfer.failures, *found.transfer.left_out))]
    for error in told:
        assert error is None or isinstance(error, AppError)
        assert error is None or str(error) + error.next_step

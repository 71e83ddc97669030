"""A transfer as a row of the history and back: nothing lost that a person needs, nothing without bounds."""

import os
import string
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop_app import errors
from desktop_app.engine.past_rows import (
    FAILURES_KEPT,
    NAMES_KEPT,
    Ended,
    failed,
    kind_of,
    past_transfer,
    receipt_facts,
    row_of,
)
from desktop_app.errors import AppError, PartlyDelivered, PathUnreadable, Size
from desktop_app.events import (
    Contents,
    Direction,
    FileFailure,
    Kind,
    Method,
    RecordId,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferId,
)
from desktop_app.storage.history import TEXT_MAX, Row
from desktop_app.storage.history_errors import EndedOtherwise
from desktop_app.storage.selection import Selected
from desktop_app.transfer.receipt import Common, Facts, LeftOut, Local
from desktop_app.transfer.recorder import Recorded
from desktop_app.transfer.status import Status

TRANSFER = Transfer(
    TransferId(7),
    Direction.RECEIVING,
    "Kitchen PC",
    State.PARTLY,
    Contents(("album", "größe"), 3, 2, 1234, 1),
    session=SessionId(3),
    into=Path("/home/ada/Downloads"),
    saved=(Path("/home/ada/Downloads/album"), Path("/home/ada/Downloads/größe")),
    failures=(FileFailure("album/x", PathUnreadable(path="album/x", reason="permission denied")),),
    were_there=1,
    error=PartlyDelivered(failed=1, files=3),
)
FACTS = SessionFacts(
    SessionId(3), "Kitchen PC", "192.0.2.7:1", True, Method.RECORD, 1.0, 2.0, 0.5, "agreement", "cipher",
    epoch=1, renewals=0, renewed_at=None, bytes_sealed=0, bytes_opened=0, remembered=RecordId("r"),
)  # fmt: skip


def ended(transfer: Transfer = TRANSFER) -> Ended:
    status = Status(transfer, lambda _: None)
    return Ended.of(status, status.transfer)


def leaves(kind: type[AppError]) -> list[type[AppError]]:
    below = kind.__subclasses__()
    return [kind] if not below else [leaf for one in below for leaf in leaves(one)]


def told(error: AppError) -> AppError:
    """As it is told from the history."""
    row = row_of(ended(replace(TRANSFER, error=error)), None)
    restored = past_transfer(row, None).transfer.error
    assert restored is not None
    return restored


def test_a_row_holds_everything_of_a_small_transfer() -> None:
    row = msgspec.structs.replace(row_of(ended(), FACTS), number=12)
    past = past_transfer(row, TransferId(7))
    whole = past.transfer
    assert replace(whole, failures=(), error=None) == replace(
        TRANSFER, session=None, failures=(), error=None, changed_at=row.ended_at
    )
    [failure] = whole.failures
    assert (failure.path, str(failure.error)) == ("album/x", str(TRANSFER.failures[0].error))
    assert str(whole.error) == row.sentence == "1 of 3 files were not delivered."
    assert (past.id, past.method, past.remembered) == ("12", Method.RECORD, "r")
    assert (past.top_level, past.failed, past.left_out, past.has_receipt) == (2, 1, 0, False)


def test_of_an_earlier_run_it_has_no_number() -> None:
    assert past_transfer(row_of(ended(), None), None).transfer.id == 0
    assert past_transfer(row_of(ended(), None), None).method is None


def test_of_a_text_it_holds_how_long_it_was() -> None:
    contents = Contents((), 0, 0, 12, kind=Kind.TEXT, characters=11)
    row = row_of(ended(replace(TRANSFER, contents=contents)), FACTS)
    assert past_transfer(row, None).transfer.contents == contents
    assert kind_of(row) is Kind.TEXT


def test_what_was_noted_before_there_were_texts_is_files() -> None:
    row = row_of(ended(), FACTS)
    details = msgspec.json.decode(row.details)
    del details["kind"], details["characters"]
    earlier = msgspec.structs.replace(row, details=msgspec.json.encode(details).decode())
    assert past_transfer(earlier, None).transfer.contents == TRANSFER.contents
    assert kind_of(earlier) is Kind.FILES


@pytest.mark.parametrize("kind", leaves(errors.AppError), ids=lambda kind: kind.__name__)
def test_every_error_comes_back_as_itself(kind: type[AppError]) -> None:
    names = sorted({name for _, name, _, _ in string.Formatter().parse(kind.sentence + kind.advice) if name})
    error = kind(**{name: name if number % 2 else Size(3_200_000_000) for number, name in enumerate(names)})
    restored = told(error)
    assert type(restored) is kind
    assert (str(restored), restored.next_step) == (str(error), error.next_step)
    assert all(isinstance(restored.fields[name], Size | str) for name in names)


def test_an_error_that_this_version_does_not_know_keeps_its_words() -> None:
    row = row_of(ended(), None)
    details = row.details.replace('"code":"partly-delivered"', '"code":"eaten-by-a-grue"')
    assert details != row.details
    error = past_transfer(msgspec.structs.replace(row, details=details), None).transfer.error
    assert isinstance(error, EndedOtherwise)
    assert "1 of 3 files were not delivered." in str(error)
    assert error.fields["noted"] == "eaten-by-a-grue"


def test_lists_of_any_length_are_cut_and_their_numbers_kept() -> None:
    many = tuple(FileFailure("x" * 1000, PathUnreadable(path="x" * 100_000, reason="y")) for _ in range(10_000))
    contents = Contents(tuple("n" * 250 + str(number) for number in range(10_000)), 10_000, 0, 0)
    saved = tuple(Path(f"/{number}") for number in range(10_000))
    whole = ended(replace(TRANSFER, contents=contents, failures=many, left_out=many[:-1], saved=saved))
    assert len(whole.words) <= TEXT_MAX
    row = row_of(whole, None)
    assert len(row.details) < 500_000
    past = past_transfer(row, None)
    assert len(past.transfer.contents.names) == len(past.transfer.saved) == NAMES_KEPT
    assert len(past.transfer.failures) == len(past.transfer.left_out) == FAILURES_KEPT
    assert (past.top_level, past.failed, past.left_out) == (10_000, 10_000, 9_999)


def test_names_that_are_no_text_can_be_stored() -> None:
    name = os.fsdecode(b"caf\xe9")
    error = PathUnreadable(path=Path(name), reason=name)
    contents = Contents((name,), 1, 0, 0)
    failures = (FileFailure(name, error),)
    odd = replace(
        TRANSFER, peer=name, contents=contents, into=Path(name), saved=(Path(name),), failures=failures, error=error
    )
    row = row_of(ended(odd), None)
    msgspec.json.encode(row)
    past = past_transfer(row, None)
    assert past.transfer.contents.names == ("caf?",)
    ended(odd).words.encode()


@pytest.mark.parametrize("direction", Direction)
def test_the_receipt_of_a_transfer_knows_which_side_it_is_on(direction: Direction) -> None:
    left_out = (FileFailure("link", PathUnreadable(path="link", reason="it is a link")),)
    transfer = replace(TRANSFER, direction=direction, left_out=left_out, changed_at=30.0)
    whole = Ended(transfer, "", 1, 0, left_out=7, begun_at=10.0, offered_at=15.0, moving_at=20.0, selected=Selected({}))
    session = replace(FACTS, own_name="Ada's laptop", calls_itself="Kitchen PC", renewals=4)
    facts = receipt_facts(whole, session, Recorded(b"\x01", b"\x02", "spool", lost=5))
    names = ("Ada's laptop", "Kitchen PC")
    sender, receiver = names if direction is Direction.SENDING else names[::-1]
    assert facts == Facts(
        Common("01", sender, receiver, "remembered", "agreement", "cipher", 3, 2, 1234, "02"),
        Local(
            saved_by="sender" if direction is Direction.SENDING else "receiver",
            peer="Kitchen PC",
            address="192.0.2.7:1",
            compared_at=0.5,
            connected_at=1.0,
            verified_at=2.0,
            offered_at=15.0,
            started_at=20.0,
            ended_at=30.0,
            renewals=4,
            left_out=7,
            first_left_out=(LeftOut("link", "“link” cannot be read (it is a link)."),),
            unasked=None if direction is Direction.SENDING else False,
        ),
        lost=5,
    )


@pytest.mark.parametrize("column", ["direction", "state", "method", "details"])
def test_a_row_that_nobody_here_wrote_is_refused(column: str) -> None:
    row: Row = msgspec.structs.replace(row_of(ended(), FACTS), **{column: "somehow"})
    with pytest.raises(ValueError):
        past_transfer(row, None)


@pytest.mark.parametrize("column", ["started_at", "ended_at"])
@pytest.mark.parametrize("seconds", [1e300, -1e300, float("inf"), float("nan")])
def test_a_row_of_no_time_that_a_calendar_has_is_refused(column: str, seconds: float) -> None:
    row: Row = msgspec.structs.replace(row_of(ended(), FACTS), **{column: seconds})
    with pytest.raises(ValueError):
        past_transfer(row, None)


def test_a_row_of_another_version_may_be_nested_as_deeply_as_it_likes() -> None:
    row = row_of(ended(), FACTS)
    row = msgspec.structs.replace(row, details=row.details[:-1] + ',"unknown":' + "[" * 10_000 + "]" * 10_000 + "}")
    with pytest.raises(ValueError):
        past_transfer(row, None)
    with pytest.raises(ValueError):
        failed(row)
    assert kind_of(row) is None

"""Every error of the tree has an exit code that was chosen, and the documented ones stay."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app import errors
from desktop_app.cli import errors as own_errors
from desktop_app.cli import exit_codes
from desktop_app.cli.exit_codes import ExitCode, exit_code, of_transfer
from desktop_app.events import Contents, Direction, FileFailure, State, Transfer, TransferId
from desktop_app.storage.scan import scan


def tree(kind: type[errors.AppError]) -> Iterator[type[errors.AppError]]:
    for below in kind.__subclasses__():
        yield below
        yield from tree(below)


@pytest.mark.parametrize("kind", sorted(set(tree(errors.AppError)), key=str))
def test_every_error_has_its_place_in_the_table(kind: type[errors.AppError]) -> None:
    assert any(parent in exit_codes._CODES for parent in kind.__mro__)
    assert exit_code(kind()) is not ExitCode.DONE


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.BadAddress(), 2),
        (errors.Declined(), 3),
        (errors.NoAnswer(), 3),
        (errors.RefusedThere(), 3),
        (errors.CodeMismatch(), 4),
        (errors.ComparisonUnfinished(), 4),
        (errors.NotNow(), 4),
        (errors.PeerBusy(), 4),
        (errors.CommitmentMismatch(), 4),
        (errors.PeerNotFound(), 5),
        (errors.PeerAmbiguous(), 5),
        (errors.PeerUnreachable(), 5),
        (errors.ConnectionLost(), 5),
        (errors.RecordCorrupt(), 5),
        (errors.SessionOver(), 5),
        (errors.PathMissing(), 6),
        (errors.NotEnoughSpace(), 6),
        (errors.PortInUse(), 6),
        (errors.ProfileUnusable(), 6),
        (errors.PartlyDelivered(), 7),
        (errors.LocalProtocolError(), 1),
        (errors.NotProven(), 4),
        (errors.DevicesReset(), 6),
        (own_errors.BadAnswer(), 2),
        (own_errors.NotMeant(), 4),
        (own_errors.NotRemembered(), 4),
        (own_errors.OnlyVerified(), 4),
        (own_errors.StillRemembered(), 3),
        (own_errors.HistoryKept(), 3),
        (own_errors.NameUnusable(), 2),
        (own_errors.NoSuchSession(), 5),
        (own_errors.SessionAmbiguous(), 2),
        (own_errors.NoSuchPast(), 6),
        (own_errors.NothingToRetry(), 3),
    ],
)
def test_documented_codes(error: errors.AppError, code: int) -> None:
    assert exit_code(error) == code


@pytest.mark.parametrize(
    ("state", "error", "code"),
    [
        (State.DELIVERED, None, 0),
        (State.PARTLY, errors.PartlyDelivered(failed=1, files=2), 7),
        (State.PARTLY, None, 7),
        (State.DECLINED, None, 3),
        (State.CANCELLED, errors.PeerCancelled(), 3),
        (State.FAILED, errors.ConnectionLost(), 5),
        (State.FAILED, errors.WriteFailed(), 6),
        (State.FAILED, None, 5),
    ],
)
def test_how_a_transfer_ended(state: State, error: errors.AppError | None, code: int) -> None:
    contents = Contents(("a",), files=1, folders=0, total=1)
    transfer = Transfer(TransferId(1), Direction.SENDING, "peer", state, contents, error=error)
    assert of_transfer(transfer) == code


def left_out(top: Path) -> tuple[FileFailure, ...]:
    return tuple(FileFailure(each.path, each.error) for each in scan([top], lambda: False).left_out)


@pytest.mark.skipif(os.name != "posix", reason="makes a pipe, and names that Windows has not")
def test_what_was_left_out_is_missed_and_links_and_special_files_are_not(tmp_path: Path) -> None:
    contents = Contents(("top",), files=1, folders=1, total=1)
    delivered = Transfer(TransferId(1), Direction.SENDING, "peer", State.DELIVERED, contents)
    (tmp_path / "top").mkdir()
    (tmp_path / "top/a").touch()
    (tmp_path / "top/link").symlink_to("a")
    os.mkfifo(tmp_path / "top/pipe")
    links = left_out(tmp_path / "top")
    assert len(links) == 2
    assert of_transfer(replace(delivered, left_out=links)) == 0

    (tmp_path / "top/a:b").touch()
    assert of_transfer(replace(delivered, left_out=left_out(tmp_path / "top"))) == 7

    unreadable = FileFailure("top/a", errors.PathUnreadable(path="top/a", reason="permission denied"))
    assert of_transfer(replace(delivered, left_out=(*links, unreadable))) == 7

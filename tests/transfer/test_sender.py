"""The records of a transfer, one by one, without a network."""

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from desktop_app.errors import Cancelled, RemoteProtocolError
from desktop_app.events import Contents, Direction, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import FileResult, ManifestDigest
from desktop_app.protocol.messages import Accept, Done, End, Entries, Failed, FileEnds, Message
from desktop_app.storage import spool
from desktop_app.storage.scan import scan
from desktop_app.transfer.journal_records import Begun
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.recorder import Recorder
from desktop_app.transfer.sender import Sender
from desktop_app.transfer.status import Status
from tests.transfer.trees import write


def sender_of(source: Path, recorder: Recorder | None = None) -> Sender:
    selection = scan([source], lambda: False)
    contents = Contents(selection.names, selection.files, selection.folders, selection.total)
    row = Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", State.MOVING, contents)
    return Sender(0, selection, Status(row, lambda _: None, recorder=recorder))


def step(records: Iterator[Message | int], room: memoryview, sent: bytearray) -> Message | int | None:
    """What the writer does at this stream's turn."""
    piece = next(records, None)
    if isinstance(piece, int):
        sent += room[:piece]
    return piece


def test_a_stream_keeps_nothing_in_the_room_while_another_has_its_turn(tmp_path: Path) -> None:
    """Long names make a batch of entries end in the middle of a record that is being filled."""
    for number in range(700):
        write(tmp_path / "album" / f"{number:0200d}", os.urandom(400))
    sender = sender_of(tmp_path / "album")
    whole = b"".join(path.read_bytes() for path in sorted((tmp_path / "album").iterdir()))
    room, sent, batches = memoryview(bytearray(limits.DATA_MAX)), bytearray(), 0
    records = sender.records(room)
    while (piece := step(records, room, sent)) is not None:
        batches += isinstance(piece, Entries)
        room[:] = bytes(len(room))  # the other stream's turn
    assert batches > 2
    assert sent == whole


def test_small_files_share_records(tmp_path: Path) -> None:
    for number in range(500):
        write(tmp_path / "album" / str(number), os.urandom(1000))
    room, sent = memoryview(bytearray(limits.DATA_MAX)), bytearray()
    records = sender_of(tmp_path / "album").records(room)
    pieces = list(iter(lambda: step(records, room, sent), None))
    assert len([piece for piece in pieces if isinstance(piece, int)]) == 1
    assert len(sent) == 500_000


def test_a_stream_that_is_dropped_closes_the_file_that_it_reads(tmp_path: Path) -> None:
    source = write(tmp_path / "film", os.urandom(3 * limits.MIB))
    room = memoryview(bytearray(limits.DATA_MAX))
    records = sender_of(source).records(room)
    next(records)
    next(records)
    assert source in held_open()
    assert isinstance(records, Generator)
    records.close()
    assert source not in held_open()


def test_what_is_given_up_just_before_its_end_has_none(tmp_path: Path) -> None:
    """The receiver would deliver it, and the two would not say the same."""
    sender = sender_of(write(tmp_path / "note", b"x"))
    pieces = list[Message | int]()
    for piece in sender.records(memoryview(bytearray(limits.DATA_MAX))):
        pieces.append(piece)
        if isinstance(piece, FileEnds):
            sender.status.end(Cancelled(), unless=State.FINISHING)
    assert isinstance(pieces[-1], FileEnds)
    assert sender.status.transfer.state is State.CANCELLED


def test_what_has_its_end_is_given_up_by_nobody(tmp_path: Path) -> None:
    sender = sender_of(write(tmp_path / "note", b"x"))
    [*_, end] = sender.records(memoryview(bytearray(limits.DATA_MAX)))
    assert isinstance(end, End)
    sender.status.end(Cancelled(), unless=State.FINISHING)
    assert not sender.status.over


def held_open() -> list[Path]:
    return [link.readlink() for link in Path("/proc/self/fd").iterdir() if link.exists()]


def test_a_receiver_that_reports_an_entry_again_and_again_fills_nothing(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / "album" / str(number), b"x")
    sender = sender_of(tmp_path / "album", Recorder(tmp_path / "receipts"))
    room, sent = memoryview(bytearray(limits.DATA_MAX)), bytearray()
    records = sender.records(room)
    (tmp_path / "album" / "2").unlink()
    pieces = list(iter(lambda: step(records, room, sent), None))
    for index, result in ((1, FileResult.NO_SPACE), (1, FileResult.WRITE_FAILED), (3, FileResult.NO_SPACE)) * 100:
        sender.on_failed(Failed(0, index, result))
    assert isinstance(pieces[-1], End)
    sender.check_done(Done(0, pieces[-1].digest))
    recorded = sender.status.recorder.finish()
    assert recorded is not None
    assert recorded.lost == 1
    results = [result for _, result in spool.outcomes(tmp_path / "receipts" / recorded.spool, 1)]
    assert results == [FileResult.OK, FileResult.NO_SPACE, FileResult.OK, FileResult.VANISHED]


def test_done_for_something_else_makes_no_receipt(tmp_path: Path) -> None:
    sender = sender_of(write(tmp_path / "note", b"x"), Recorder(tmp_path / "receipts"))
    room = memoryview(bytearray(limits.DATA_MAX))
    for _ in sender.records(room):
        pass
    with pytest.raises(RemoteProtocolError):
        sender.check_done(Done(0, bytes(32)))
    assert sender.status.recorder.finish() is None


def test_what_was_lost_before_is_not_forgotten_where_it_is_told_before_the_writer_has_its_turn(tmp_path: Path) -> None:
    """ACCEPT and FAILED come in one go, on another thread than that of the content."""
    for number in range(3):
        write(tmp_path / "album" / str(number), b"x")
    sender = sender_of(tmp_path / "album", Recorder(tmp_path / "receipts"))
    room = memoryview(bytearray(limits.DATA_MAX))
    manifest = ManifestDigest()
    for item in sender.selection.entries[:2]:
        digest = blake3(b"x").digest() if item.entry.size else b""
        sender.status.recorder.entry(manifest.add(item.entry, FileResult.OK, digest))
    sender.status.recorder.lost(1, FileResult.NO_SPACE)
    spool_name = sender.status.recorder.spool
    assert spool_name is not None
    begun = Begun(sender.offered, "", "Kitchen PC", 0.0, spool_name.name, None)
    sender.status.kept = Kept(begun, None)
    again = Sender(0, sender.selection, sender.status)
    again.on_accept(Accept(0, False, 2, manifest.finish(), 0, b""), lambda *_: None)
    again.on_failed(Failed(0, 1, FileResult.NO_SPACE))
    (end,) = [piece for piece in again.records(room) if isinstance(piece, End)]
    again.check_done(Done(0, end.digest))
    again.status.delivered()
    assert again.status.transfer.state is State.PARTLY
    recorded = again.status.recorder.finish()
    assert recorded is not None
    assert recorded.lost == 1

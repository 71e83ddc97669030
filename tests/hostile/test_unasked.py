"""A remembered device that is always accepted, and wants more than that: nothing comes unasked but what it offered."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import (
    AskedForPrograms,
    AskedForSize,
    ContentMismatch,
    LimitExceeded,
    RemoteProtocolError,
    UnannouncedProgram,
    UnexpectedMessage,
)
from desktop_app.events import AlwaysAccept, OfferReceived, RecordId, State, TransferChanged, Verified
from desktop_app.protocol import limits
from desktop_app.protocol.role import Role
from desktop_app.storage import disk_errors
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import PARTIAL_PREFIX
from desktop_app.storage.partial import PartialDirectory
from desktop_app.storage.room import RESERVE
from desktop_app.transfer.unasked import SPARE
from tests.hostile.test_remembered import SECRET, know
from tests.support.hostile_peer import ANEW, HostilePeer, Kind, file_end, file_entry, manifest_digest, top_file
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended

MOST = 1_000_000


@pytest.fixture
def into(node: Node) -> Path:
    folder = node.root / "from the kitchen"
    folder.mkdir()
    return folder


@pytest.fixture
def kitchen(node: Node, into: Path) -> Iterator[HostilePeer]:
    """It has proved itself, and is always accepted."""
    know(node, SECRET, Role.RESPONDER, "Kitchen PC")
    always(node, into, MOST)
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().prove(SECRET, Role.INITIATOR.value)
        node.wait_for(Verified)
        yield peer


def always(node: Node, into: Path, most: int) -> None:
    wanted = AlwaysAccept(into, most)
    (device,) = node.engine.remembered()
    node.engine.always_accept(RecordId(device.id), wanted)
    wait_until(lambda: node.engine.remembered()[0].always == wanted)


def offer(peer: HostilePeer, stream: int, name: str, **facts: int) -> None:
    """It is accepted."""
    peer.offer(stream, [name], **facts)
    assert accepted(peer) == [stream, False, *ANEW]


def accepted(peer: HostilePeer) -> Any:
    """What the remembered device is asked meanwhile is of no interest here."""
    kind, fields = peer.receive()
    while kind in {Kind.ROTATE, Kind.PACE}:
        kind, fields = peer.receive()
    assert kind == Kind.ACCEPT, (kind, fields)
    return fields


def entries(into: Path) -> list[str]:
    return sorted(each.name for each in into.iterdir() if not each.name.startswith(PARTIAL_PREFIX))


def test_more_than_it_said_ends_it_and_nothing_is_kept(node: Node, kitchen: HostilePeer, into: Path) -> None:
    offer(kitchen, 0, "note", total=3)
    kitchen.send(Kind.ENTRIES, 0, [file_entry("note", 10 * MOST)])
    assert_ended(node, kitchen, LimitExceeded)
    assert not entries(into)


def test_more_bytes_than_its_entries_have_end_it(node: Node, kitchen: HostilePeer, into: Path) -> None:
    offer(kitchen, 0, "note", total=3)
    kitchen.send(Kind.ENTRIES, 0, [file_entry("note", 3)])
    kitchen.send_data(0, bytes(2000))
    assert_ended(node, kitchen, UnexpectedMessage)
    assert not entries(into)


@pytest.mark.parametrize(
    "more", [file_entry("other", 0), file_entry("../note", 0), file_entry("/note", 0)], ids=lambda each: each[0]
)
def test_what_it_did_not_name_ends_it(node: Node, kitchen: HostilePeer, into: Path, more: list[Any]) -> None:
    kitchen.offer(0, [top_file("note", 3), top_file("second")], total=3, files=2)
    assert accepted(kitchen) == [0, False, *ANEW]
    kitchen.send(Kind.ENTRIES, 0, [file_entry("note", 3), more])
    assert_ended(node, kitchen, RemoteProtocolError)
    assert not entries(into)


@pytest.mark.parametrize("name", ["setup.exe", "SETUP.EXE", "tool"])
def test_a_program_that_it_said_nothing_of_is_not_kept(node: Node, kitchen: HostilePeer, into: Path, name: str) -> None:
    """The rest of it is."""
    listed = [["album", 1, 0, 10**18, False], file_entry(f"album/{name}", 3), file_entry("album/note", 3)]
    listed[1][4] = name == "tool"  # executable by its mode alone
    offer(kitchen, 0, "album", files=2, folders=1, total=6)
    kitchen.send(Kind.ENTRIES, 0, listed)
    assert kitchen.expect(Kind.FAILED)[:2] == [0, 1]
    kitchen.send_data(0, b"abcabc")
    ends = [[0, bytes(32)], file_end(b"abc"), file_end(b"abc")]
    kitchen.send(Kind.FILE_ENDS, 0, 0, ends)
    kitchen.send(Kind.END, 0, manifest_digest(listed, ends))
    row = node.wait_for(TransferChanged, lambda event: event.transfer.state.final).transfer
    assert (row.state, row.unasked) == (State.PARTLY, True)
    assert [type(each.error) for each in row.failures] == [UnannouncedProgram]
    assert entries(into / "album") == ["note"]


def test_programs_that_it_tells_of_are_asked_about(node: Node, kitchen: HostilePeer) -> None:
    kitchen.send(Kind.OFFER, bytes(16), 0, 1, 0, 3, 1, 1, 9, [top_file("setup.exe", 3)])
    assert isinstance(node.wait_for(OfferReceived).asked_because, AskedForPrograms)


@pytest.mark.parametrize(
    "facts",
    [
        {"total": limits.FILE_SIZE_MAX},
        {"files": limits.ENTRIES_MAX - 1, "folders": 1},
        {"files": 0, "folders": limits.ENTRIES_MAX},
        {"total": MOST - disk_errors.BLOCK + 1},
    ],
    ids=str,
)
def test_one_offer_beyond_the_limit_is_asked_about(node: Node, kitchen: HostilePeer, facts: dict[str, int]) -> None:
    kitchen.offer(0, ["much"], **facts)
    asked = node.wait_for(OfferReceived)
    assert asked.problem is not None or isinstance(asked.asked_because, AskedForSize)
    assert not node.transfer(asked.transfer.id).unasked


def test_offers_that_it_takes_back_count_all_the_same(node: Node, kitchen: HostilePeer, into: Path) -> None:
    """So that nobody keeps a disk busy for ever with what is never delivered."""
    for stream in range(3):
        offer(kitchen, stream, f"part {stream}", total=300_000)
        kitchen.send(Kind.CANCEL, stream, True)
        kitchen.expect(Kind.CANCELLED)
    kitchen.offer(3, ["part 3"], total=300_000)
    assert isinstance(node.wait_for(OfferReceived).asked_because, AskedForSize)
    assert not entries(into)


def test_many_sessions_at_once_share_one_limit(node: Node, kitchen: HostilePeer, into: Path) -> None:
    others = []
    try:
        for _ in range(3):
            other = HostilePeer.dial(node.engine.port).agree()
            others.append(other.prove(SECRET, Role.INITIATOR.value))
            node.wait_for(Verified)
        for number, peer in enumerate([kitchen, *others]):
            peer.offer(0, [f"part {number}"], total=400_000)
        for _ in range(2):
            assert isinstance(node.wait_for(OfferReceived).asked_because, AskedForSize)
        wait_until(lambda: sum(row.unasked for row in node.engine.transfers()) == 2)
    finally:
        for other in others:
            other.close()


def test_a_full_disk_is_never_filled_by_what_nobody_saw(
    node: Node, kitchen: HostilePeer, into: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of offers at once, each of which would fit alone, only those are taken that leave enough."""
    always(node, into, 10**9)
    monkeypatch.setattr(Directory, "free", lambda _: RESERVE + SPARE + 250_000_000)
    for stream in range(4):
        kitchen.offer(stream, [f"part {stream}"], total=100_000_000)
    for _ in range(2):
        node.wait_for(OfferReceived)
    assert sum(row.unasked for row in node.engine.transfers()) == 2


def test_content_that_is_not_what_it_vouches_for_is_not_kept(node: Node, kitchen: HostilePeer, into: Path) -> None:
    offer(kitchen, 0, "note", total=3)
    listed, ends = [file_entry("note", 3)], [file_end(b"abd")]
    kitchen.send(Kind.ENTRIES, 0, listed)
    kitchen.send_data(0, b"abc")
    kitchen.send(Kind.FILE_ENDS, 0, 0, ends)
    kitchen.send(Kind.END, 0, manifest_digest(listed, ends))
    row = node.wait_for(TransferChanged, lambda event: event.transfer.state.final).transfer
    assert [type(each.error) for each in row.failures] == [ContentMismatch]
    assert not entries(into)


def test_a_disk_that_fails_asks(node: Node, kitchen: HostilePeer, into: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(PartialDirectory, "__init__", fail)
    kitchen.offer(0, ["note"], total=3)
    assert node.wait_for(OfferReceived).problem is not None

"""Words about a full disk that are lies, and a peer that does not heed them."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import DiskFull, LimitExceeded, NotEnoughSpace, RemoteProtocolError, UnexpectedMessage
from desktop_app.events import OfferReceived, SessionEnded, State, TransferId
from desktop_app.protocol import limits
from desktop_app.storage.room import Room
from desktop_app.transfer import lane
from tests.support.hostile_peer import ANEW, HostilePeer, Kind, file_end, file_entry, folder_entry, manifest_digest
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended, assert_goes_on, offer_to
from tests.transfer.trees import write

TEN = b"0123456789"


# --- as the one who receives from the node ---------------------------------------------------------------------


@pytest.fixture
def offered(node: Node, peer: HostilePeer, tmp_path: Path) -> TransferId:
    return offer_to(node, peer, write(tmp_path / "film", bytes(40 * limits.MIB)))


@pytest.mark.parametrize(
    "said",
    [
        [(Kind.FULL, 0)],
        [(Kind.ROOM, 0)],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.ROOM, 0)],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.FULL, 1)],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.FULL, 0), (Kind.FULL, 0)],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.FULL, 0), (Kind.ROOM, 0), (Kind.ROOM, 0)],
        [(Kind.REFUSE, 0, 0), (Kind.FULL, 0)],
    ],
    ids=lambda said: " ".join(kind.name for kind, *_ in said),
)
def test_out_of_place_it_ends_the_session(
    node: Node, peer: HostilePeer, offered: TransferId, said: list[tuple[Any, ...]]
) -> None:
    for kind, *fields in said:
        peer.send(kind, *fields)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(offered).state in {State.FAILED, State.DECLINED}


def data_until_silence(peer: HostilePeer) -> Iterator[bytes]:
    peer.socket.settimeout(0.5)
    try:
        while True:
            yield peer.expect(Kind.DATA)[1]
    except TimeoutError:
        peer.socket.settimeout(10)


def test_nothing_of_a_stream_is_sent_between_full_and_room(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    peer.expect(Kind.ENTRIES)
    received = len(peer.expect(Kind.DATA)[1])  # it moves: a FULL that came first would find nothing to stop
    peer.send(Kind.FULL, 0)
    wait_until(lambda: node.transfer(offered).paused is not None)
    received += sum(map(len, data_until_silence(peer)))
    assert received < 40 * limits.MIB
    peer.send(Kind.ROOM, 0)
    while received < 40 * limits.MIB:
        received += len(peer.expect(Kind.DATA)[1])
    assert node.transfer(offered).paused is None
    peer.expect(Kind.FILE_ENDS)
    peer.send(Kind.DONE, 0, peer.expect(Kind.END)[1])
    assert node.finished(offered).state is State.DELIVERED


def test_a_cancel_in_between_is_answered(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    peer.send(Kind.FULL, 0)
    wait_until(lambda: node.transfer(offered).paused is not None)
    node.engine.cancel(offered)
    while (said := peer.receive())[0] != Kind.CANCEL:
        assert said[0] in {Kind.ENTRIES, Kind.DATA}
    peer.send(Kind.ROOM, 0)  # it was on its way
    peer.send(Kind.CANCELLED, 0, False)
    assert node.finished(offered).state is State.CANCELLED
    assert_goes_on(node, peer)


# --- as the one who sends to the node --------------------------------------------------------------------------


class FullDisk:
    """A disk on which nothing can be begun for a while."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.is_full = threading.Event()
        monkeypatch.setattr(lane, "_RETRY", 0.02)
        monkeypatch.setattr(Room, "ask", self._ask)
        self.is_full.set()

    def _ask(self, size: int) -> None:
        if self.is_full.is_set():
            raise NotEnoughSpace(needed=size, free=0)


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> FullDisk:
    return FullDisk(monkeypatch)


def stalled(node: Node, peer: HostilePeer, total: int, *, files: int = 1, folders: int = 0) -> TransferId:
    """A transfer that waits for room."""
    peer.offer(0, ["film"], files=files, folders=folders, total=total)
    number = node.wait_for(OfferReceived).transfer.id
    node.engine.accept(number)
    peer.expect(Kind.ACCEPT)
    entries = [folder_entry("film"), file_entry("film/a", 10)] if folders else [file_entry("film", total)]
    peer.send(Kind.ENTRIES, 0, entries)
    peer.send_data(0, TEN)
    assert peer.expect(Kind.FULL) == [0]
    node.wait_paused(number, DiskFull)
    return number


def test_a_peer_that_sends_on_regardless_ends_the_session(
    node: Node, peer: HostilePeer, full: FullDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "HELD_BYTES", 4 * limits.MIB)
    number = stalled(node, peer, 100 * limits.MIB)
    for _ in range(4):
        peer.send_data(0, bytes(limits.MIB - 1))
    peer.send_data(0, b"x")
    assert_ended(node, peer, LimitExceeded)
    assert node.finished(number).state is State.FAILED
    wait_until(lambda: not list(node.folder.iterdir()))


def test_what_was_on_its_way_is_written_in_its_order(node: Node, peer: HostilePeer, full: FullDisk) -> None:
    number = stalled(node, peer, 100)
    for _ in range(9):
        peer.send_data(0, TEN)
    ends = [file_end(TEN * 10)]
    digest = manifest_digest([file_entry("film", 100)], ends)
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    peer.send(Kind.END, 0, digest)
    assert node.transfer(number).state is State.MOVING
    full.is_full.clear()
    kind, fields = peer.receive()
    if kind == Kind.ROOM:  # it was faster than the last of the records
        kind, fields = peer.receive()
    assert (kind, fields) == (Kind.DONE, [0, digest])
    assert node.finished(number).state is State.DELIVERED
    assert (node.folder / "film").read_bytes() == TEN * 10


@pytest.mark.parametrize(
    "lie",
    [
        (Kind.FILE_ENDS, 0, 1, [file_end(TEN)]),
        (Kind.FILE_ENDS, 0, 0, [file_end(TEN)] * 2),
        (Kind.END, 0, bytes(32)),
        (Kind.ENTRIES, 0, [file_entry("other", 1)]),
        (Kind.DATA, b"more than the file has"),
    ],
    ids=lambda lie: lie[0].name,
)
def test_a_lie_that_waited_ends_the_session_when_its_turn_comes(
    node: Node, peer: HostilePeer, full: FullDisk, lie: tuple[Any, ...]
) -> None:
    number = stalled(node, peer, 10)
    if lie[0] == Kind.DATA:
        peer.send_data(0, lie[1])
    else:
        peer.send(*lie)
    full.is_full.clear()
    assert_ended(node, peer, RemoteProtocolError)
    assert node.finished(number).state is State.FAILED
    wait_until(lambda: not list(node.folder.iterdir()))


def test_an_unsafe_name_that_waited_ends_the_transfer_and_not_more(
    node: Node, peer: HostilePeer, full: FullDisk
) -> None:
    number = stalled(node, peer, 20, files=2, folders=1)
    peer.send(Kind.ENTRIES, 0, [file_entry("film/../b", 10)])
    full.is_full.clear()
    kind, fields = peer.receive()
    if kind == Kind.ROOM:
        kind, fields = peer.receive()
    assert (kind, fields) == (Kind.CANCEL, [0, False])
    peer.send_data(0, TEN)
    peer.send(Kind.CANCELLED, 0, True)
    assert node.finished(number).state is State.FAILED
    assert not node.heard(SessionEnded)
    peer.offer(1, ["next"], total=10)
    node.engine.accept(node.wait_for(OfferReceived).transfer.id)
    peer.expect(Kind.ACCEPT)


def test_a_cancel_of_the_sender_is_not_kept_waiting(node: Node, peer: HostilePeer, full: FullDisk) -> None:
    number = stalled(node, peer, 100)
    peer.send_data(0, TEN)
    peer.send(Kind.CANCEL, 0, True)
    assert peer.expect(Kind.CANCELLED) == [0, False]
    assert node.finished(number).state is State.CANCELLED
    wait_until(lambda: not list(node.folder.iterdir()))

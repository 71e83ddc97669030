"""Pauses that are out of place, and a peer that pauses while nobody reads or that never goes on."""

from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import PausedHere, PausedThere, UnexpectedMessage
from desktop_app.events import OfferReceived, State, TransferId
from desktop_app.protocol import limits
from tests.support.hostile_peer import ANEW, HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended, assert_goes_on, offer_to
from tests.transfer.trees import write

TEN = b"0123456789"
FILM = 40 * limits.MIB


@pytest.fixture
def offered(node: Node, peer: HostilePeer, tmp_path: Path) -> TransferId:
    return offer_to(node, peer, write(tmp_path / "film", bytes(FILM)))


PAUSE, GO_ON = (Kind.PAUSE, 0, False), (Kind.GO_ON, 0, False)
ACCEPT = (Kind.ACCEPT, 0, False, *ANEW)


@pytest.mark.parametrize(
    "said",
    [
        [PAUSE],
        [GO_ON],
        [ACCEPT, GO_ON],
        [ACCEPT, (Kind.PAUSE, 1, False)],
        [ACCEPT, (Kind.PAUSE, 0, True)],
        [ACCEPT, PAUSE, PAUSE],
        [ACCEPT, PAUSE, GO_ON, GO_ON],
        [(Kind.REFUSE, 0, 0), PAUSE],
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


def test_nothing_of_a_stream_is_sent_while_it_is_paused_there(
    node: Node, peer: HostilePeer, offered: TransferId, tmp_path: Path
) -> None:
    peer.send(*ACCEPT)
    peer.expect(Kind.ENTRIES)
    peer.send(*PAUSE)
    node.wait_paused(offered, PausedThere)
    node.engine.send([write(tmp_path / "note", TEN)], node.connected())
    received = 0
    while (said := peer.receive())[0] == Kind.DATA:  # what was on its way
        received += len(said[1][1])
    assert said[0] == Kind.OFFER
    peer.send(Kind.ACCEPT, 1, False, *ANEW)
    for kind in (Kind.ENTRIES, Kind.DATA, Kind.FILE_ENDS, Kind.END):
        assert peer.expect(kind)[0] == 1
    peer.send(*GO_ON)
    while received < FILM:
        stream, data = peer.expect(Kind.DATA)
        assert stream == 0
        received += len(data)
    assert node.transfer(offered).paused is None
    peer.expect(Kind.FILE_ENDS)
    peer.send(Kind.DONE, 0, peer.expect(Kind.END)[1])
    assert node.finished(offered).state is State.DELIVERED


def test_a_peer_that_takes_nothing_is_paused_and_cancelled_here_all_the_same(
    node: Node, peer: HostilePeer, offered: TransferId
) -> None:
    """The row does not wait for the line; the peer hears of it when it reads on."""
    peer.send(*ACCEPT)
    wait_until(lambda: (progress := node.engine.progress(offered)) is not None and progress.bytes_done > 0)
    node.engine.pause(offered)
    assert isinstance(node.transfer(offered).paused, PausedHere)
    node.engine.cancel(offered)
    wait_until(lambda: node.transfer(offered).state is State.CANCELLED)
    heard: list[int] = []
    while not heard or heard[-1] != Kind.CANCEL:
        heard.append(peer.receive()[0])
    assert set(heard) <= {Kind.ENTRIES, Kind.DATA, Kind.PAUSE, Kind.CANCEL}
    peer.send(Kind.CANCELLED, 0, False)
    assert_goes_on(node, peer)


# --- as the one who sends to the node --------------------------------------------------------------------------


@pytest.fixture
def receiving(node: Node, peer: HostilePeer) -> TransferId:
    peer.offer(0, ["film"], total=10)
    return node.wait_for(OfferReceived).transfer.id


def accept(node: Node, peer: HostilePeer, number: TransferId) -> None:
    node.engine.accept(number)
    peer.expect(Kind.ACCEPT)
    peer.send(Kind.ENTRIES, 0, [file_entry("film", 10)])


@pytest.mark.parametrize(
    "said",
    [
        [(Kind.GO_ON, 0, True)],
        [(Kind.PAUSE, 1, True)],
        [(Kind.PAUSE, 0, False)],
        [(Kind.PAUSE, 0, True), (Kind.PAUSE, 0, True)],
        [(Kind.PAUSE, 0, True), (Kind.GO_ON, 0, True), (Kind.GO_ON, 0, True)],
    ],
    ids=lambda said: " ".join(kind.name for kind, *_ in said),
)
def test_of_an_offer_likewise(
    node: Node, peer: HostilePeer, receiving: TransferId, said: list[tuple[Any, ...]]
) -> None:
    accept(node, peer, receiving)
    for kind, *fields in said:
        peer.send(kind, *fields)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(receiving).state is State.FAILED


def test_before_the_answer_likewise(node: Node, peer: HostilePeer, receiving: TransferId) -> None:
    peer.send(Kind.PAUSE, 0, True)
    assert_ended(node, peer, UnexpectedMessage)


def test_what_comes_in_spite_of_a_pause_is_taken(node: Node, peer: HostilePeer, receiving: TransferId) -> None:
    """It was on its way; the pauses of both are still in force when it is all there."""
    accept(node, peer, receiving)
    node.engine.pause(receiving)
    assert peer.expect(Kind.PAUSE) == [0, False]
    peer.send(Kind.PAUSE, 0, True)
    peer.send_data(0, TEN)
    ends = [file_end(TEN)]
    digest = manifest_digest([file_entry("film", 10)], ends)
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    assert isinstance(node.transfer(receiving).paused, PausedHere)
    peer.send(Kind.END, 0, digest)
    assert peer.expect(Kind.DONE) == [0, digest]
    assert node.finished(receiving).state is State.DELIVERED
    peer.send(Kind.GO_ON, 0, True)  # crossed by DONE
    assert_goes_on(node, peer)


def test_after_a_cancel_of_either_it_is_passed_over(node: Node, peer: HostilePeer, receiving: TransferId) -> None:
    accept(node, peer, receiving)
    node.engine.cancel(receiving)
    assert peer.expect(Kind.CANCEL) == [0, False]
    peer.send(Kind.PAUSE, 0, True)  # crossed by CANCEL
    peer.send(Kind.GO_ON, 0, True)
    peer.send(Kind.CANCELLED, 0, True)
    assert_goes_on(node, peer)

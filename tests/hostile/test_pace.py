"""A peer that tells nonsense of how it spends its time, out of place or again and again."""

import pytest

from desktop_app.errors import UnexpectedMessage
from desktop_app.events import OfferReceived, State, TransferId
from tests.support.hostile_peer import HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.node import Node
from tests.support.verified_peer import assert_ended, assert_goes_on

TEN = b"0123456789"
MANY = 2000
MOST = 3600 * 10**6


@pytest.fixture
def offered(node: Node, peer: HostilePeer) -> TransferId:
    peer.offer(0, ["film"], total=10)
    return node.wait_for(OfferReceived).transfer.id


@pytest.mark.parametrize(("stream", "by_peer"), [(0, True), (1, True), (0, False)])
def test_before_the_answer_or_of_no_stream_it_ends_the_session(
    node: Node, peer: HostilePeer, offered: TransferId, stream: int, by_peer: bool
) -> None:
    peer.send(Kind.PACE, stream, by_peer, MOST, MOST, 0)
    assert_ended(node, peer, UnexpectedMessage)


def test_however_often_it_is_said_the_transfer_goes_its_way(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    node.engine.accept(offered)
    peer.expect(Kind.ACCEPT)
    peer.send(Kind.ENTRIES, 0, [file_entry("film", 10)])
    for number in range(MANY):
        peer.send(Kind.PACE, 0, True, MOST, number, MOST - number)
    peer.send_data(0, TEN)
    ends = [file_end(TEN)]
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    digest = manifest_digest([file_entry("film", 10)], ends)
    peer.send(Kind.END, 0, digest)
    peer.send(Kind.PACE, 0, True, MOST, 0, 0)  # may be crossed by DONE
    assert peer.expect(Kind.DONE) == [0, digest]
    assert node.finished(offered).state is State.DELIVERED
    assert_goes_on(node, peer)

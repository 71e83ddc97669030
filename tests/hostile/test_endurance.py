"""A verified peer that asks for more than it should, or ignores what it is told: bounded, and over in time."""

import os
import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.errors import Interrupted, LimitExceeded, RemoteProtocolError, TooManyTransfers, UnexpectedMessage
from desktop_app.events import OfferReceived, Remembered, SessionEnded, State, TransferId, Verified
from desktop_app.protocol import limits
from desktop_app.transfer import exchange
from desktop_app.transport import channel
from tests.support.hostile_peer import ANEW, Hangup, HostilePeer, Kind, file_entry, folder_entry, top_file
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended, assert_goes_on, offer_to, verified
from tests.transfer.trees import film, write


def accepted(node: Node, peer: HostilePeer, total: int) -> TransferId:
    peer.offer(0, ["film"], total=total)
    offer = node.wait_for(OfferReceived)
    node.engine.accept(offer.transfer.id)
    peer.expect(Kind.ACCEPT)
    peer.send(Kind.ENTRIES, 0, [file_entry("film", total)])
    return offer.transfer.id


def test_one_offer_too_many_ends_the_session(node: Node, peer: HostilePeer) -> None:
    for stream in range(limits.OPEN_OFFERS):
        peer.offer(stream, ["film"])
        node.wait_for(OfferReceived)
    peer.offer(limits.OPEN_OFFERS, ["film"])
    assert_ended(node, peer, LimitExceeded)
    assert {transfer.state for transfer in node.engine.transfers()} == {State.FAILED}


def test_answered_offers_make_room_for_others(node: Node, peer: HostilePeer) -> None:
    for stream in range(2 * limits.OPEN_OFFERS):
        peer.offer(stream, ["film"])
        node.engine.decline(node.wait_for(OfferReceived).transfer.id)
        peer.expect(Kind.REFUSE)
    assert not node.heard(SessionEnded)


def test_names_without_end_are_cut_off_at_what_was_announced(node: Node, peer: HostilePeer) -> None:
    peer.offer(0, ["0"], files=129, top_level=129)
    peer.send(Kind.NAMES, 0, [top_file(str(number)) for number in range(1, 129)])
    node.wait_for(OfferReceived)
    peer.send(Kind.NAMES, 0, [top_file("one more")])
    assert_ended(node, peer, LimitExceeded)


def test_names_of_endless_length_are_cut_off(node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "TOP_NAMES_MAX", 1000)
    peer.offer(0, ["0"], files=1000, top_level=1000)
    with suppress(Hangup):
        for _ in range(10):
            peer.send(Kind.NAMES, 0, [top_file("x" * 60_000)])
    assert_ended(node, peer, LimitExceeded)


def test_an_incomplete_offer_is_in_nobodys_way(node: Node, peer: HostilePeer) -> None:
    """Names of the first are still to come when the person gives up the second."""
    peer.offer(0, ["first"], files=2, top_level=2)
    peer.offer(1, ["second"])
    offer = node.wait_for(OfferReceived)
    assert offer.transfer.contents.names == ("second",)
    node.engine.cancel(offer.transfer.id)
    assert peer.expect(Kind.CANCEL) == [1, False]
    peer.send(Kind.CANCELLED, 1, True)
    assert node.finished(offer.transfer.id).state is State.CANCELLED
    peer.send(Kind.NAMES, 0, [top_file("other")])
    assert node.wait_for(OfferReceived).transfer.contents.names == ("first", "other")


def test_entries_far_ahead_of_their_ends_are_cut_off(node: Node, peer: HostilePeer) -> None:
    peer.offer(0, ["album"], files=100_000, folders=1)
    node.engine.accept(node.wait_for(OfferReceived).transfer.id)
    peer.expect(Kind.ACCEPT)
    with suppress(Hangup):
        peer.send(Kind.ENTRIES, 0, [folder_entry("album")])
        for first in range(0, 4 * limits.ENTRIES_PER_MESSAGE, limits.ENTRIES_PER_MESSAGE):
            numbers = range(first, first + limits.ENTRIES_PER_MESSAGE)
            peer.send(Kind.ENTRIES, 0, [file_entry(f"album/{number}", 0) for number in numbers])
    assert_ended(node, peer, LimitExceeded)
    assert list(node.folder.iterdir()) == []


def test_bytes_that_go_on_after_cancel_are_dropped_and_then_too_many(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CANCEL_BYTES", 4 * limits.MIB)
    number = accepted(node, peer, 1 << 30)
    peer.send_data(0, bytes(limits.MIB))
    wait_until(lambda: node.bytes_done(number) == limits.MIB)  # it came before
    node.engine.cancel(number)
    peer.expect(Kind.CANCEL)
    assert node.finished(number).state is State.CANCELLED
    for _ in range(4):
        peer.send_data(0, bytes(limits.MIB))
    assert_goes_on(node, peer)
    peer.send_data(0, b"x")
    assert_ended(node, peer, LimitExceeded)
    assert list(node.folder.iterdir()) == []


def test_a_cancel_that_is_never_answered_ends_the_session(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CANCEL_SECONDS", 0.2)
    number = accepted(node, peer, 100)
    node.engine.cancel(number)
    peer.expect(Kind.CANCEL)
    assert_ended(node, peer, LimitExceeded)
    assert list(node.folder.iterdir()) == []


def test_case_048_a_peer_that_asks_and_never_reads_answers_is_cut_off(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "_ANSWERS_WAITING", 500)
    monkeypatch.setattr(limits, "SILENCE", 60.0)
    peer.offer(0, ["film"])
    node.wait_for(OfferReceived)
    with suppress(Hangup):
        for _ in range(3000):
            peer.send_bytes(b"".join(peer.seal(bytes((Kind.CANCEL,)) + b"\x92\x00\xc3") for _ in range(100)))
    assert isinstance(node.wait_for(SessionEnded).error, LimitExceeded)


def test_case_049_082_a_silent_peer_is_gone_after_a_while(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SILENCE", 0.5)
    peer.send(Kind.HEARTBEAT)  # the node takes the new patience with its next record
    start = time.monotonic()
    error = node.wait_for(SessionEnded, timeout=25).error
    assert error is not None
    assert error.code == "peer-timeout"
    assert time.monotonic() - start < 3


def test_case_085_a_peer_that_takes_no_bytes_leaves_the_sender_small_and_cancellable(
    node: Node, peer: HostilePeer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channel, "_POLL", 0.05)
    number = offer_to(node, peer, film(tmp_path / "film"))
    peer.send(Kind.ACCEPT, 0, False, *ANEW)

    wait_until(lambda: node.bytes_done(number) > 0)
    before = -1
    while before != (before := node.bytes_done(number)):
        time.sleep(0.2)  # until the buffers of both kernels are full
    assert before < 64 * limits.MIB
    node.engine.end_session(node.heard(Verified)[0].session)
    peer.close()
    node.wait_paused(number, Interrupted)
    node.engine.cancel(number)
    assert node.finished(number).state is State.CANCELLED


# --- as the one who receives from the node ------------------------------------------------------------------------


def receive_to_the_end(peer: HostilePeer) -> bytes:
    """The digest in END."""
    while True:
        kind, fields = peer.receive()
        if kind == Kind.END:
            digest: bytes = fields[1]
            return digest


@pytest.fixture
def offered(node: Node, peer: HostilePeer, tmp_path: Path) -> TransferId:
    return offer_to(node, peer, write(tmp_path / "note", b"hello"))


def test_done_with_the_right_digest_means_delivered(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    peer.send(Kind.DONE, 0, receive_to_the_end(peer))
    assert node.finished(offered).state is State.DELIVERED


def test_done_for_other_content_is_not_delivered(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    receive_to_the_end(peer)
    peer.send(Kind.DONE, 0, os.urandom(32))
    assert_ended(node, peer, RemoteProtocolError)
    assert node.finished(offered).state is State.FAILED


def test_done_before_the_end_is_not_delivered(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.DONE, 0, os.urandom(32))
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(offered).state is State.FAILED


@pytest.mark.parametrize("index", [1, 2**31, 2**63, -1])
def test_failed_for_no_entry_ends_the_session(node: Node, peer: HostilePeer, offered: TransferId, index: int) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    receive_to_the_end(peer)
    peer.send(Kind.FAILED, 0, index, 5)
    assert_ended(node, peer, RemoteProtocolError)
    assert node.finished(offered).state is State.FAILED


def test_failed_before_the_entry_was_sent_ends_the_session(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.FAILED, 0, 0, 5)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(offered).failures == ()


def test_one_file_fails_once_however_often_it_is_said(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    digest = receive_to_the_end(peer)
    for _ in range(1000):
        peer.send(Kind.FAILED, 0, 0, 5)
    peer.send(Kind.DONE, 0, digest)
    transfer = node.finished(offered)
    assert transfer.state is State.PARTLY
    assert [failure.path for failure in transfer.failures] == ["note"]


@pytest.mark.parametrize(
    "answers",
    [
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.ACCEPT, 0, False, *ANEW)],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.REFUSE, 0, 0)],
        [(Kind.ACCEPT, 1, False, *ANEW)],
    ],
)
def test_a_second_or_foreign_answer_ends_the_session(
    node: Node, peer: HostilePeer, offered: TransferId, answers: list[tuple[int, ...]]
) -> None:
    for kind, *fields in answers:
        peer.send(kind, *fields)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(offered).state is State.FAILED


def test_cancelled_without_our_cancel_is_no_cancellation(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.CANCELLED, 0, False)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.finished(offered).state is State.FAILED


def test_close_before_done_is_not_delivered(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, False, *ANEW)
    receive_to_the_end(peer)
    peer.send(Kind.CLOSE, 0)
    node.wait_paused(offered, Interrupted)
    assert not node.heard(OfferReceived)


def test_offers_with_unsafe_names_end_the_session_in_the_end(node: Node, peer: HostilePeer) -> None:
    for stream in range(limits.UNSAFE_OFFERS):
        peer.offer(stream, ["../film"])
        assert peer.expect(Kind.REFUSE) == [stream, 3]
    assert not node.heard(SessionEnded)
    peer.offer(limits.UNSAFE_OFFERS, ["../film"])
    assert_ended(node, peer, LimitExceeded)
    assert not node.heard(OfferReceived)


def test_accepted_transfers_beyond_what_is_held_open_are_refused(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "OPEN_TRANSFERS", 2)
    for stream in range(2):
        peer.offer(stream, ["film"], total=1)
        node.engine.accept(node.wait_for(OfferReceived).transfer.id)
        peer.expect(Kind.ACCEPT)
    peer.offer(2, ["film"], total=1)
    offer = node.wait_for(OfferReceived)
    node.engine.accept(offer.transfer.id)
    assert peer.expect(Kind.REFUSE) == [2, 4]
    assert node.finished(offer.transfer.id).state is State.FAILED
    assert not node.heard(SessionEnded)


def test_what_was_interrupted_counts_among_what_one_peer_may_leave_here(
    node: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each waits with a folder, a journal and a row; a device whose offers are taken unasked could leave any number."""
    monkeypatch.setattr(limits, "UNFINISHED_TRANSFERS", 3)
    left: list[TransferId] = []
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        node.engine.remember(node.heard(Verified)[0].session)
        peer.expect(Kind.REMEMBER)
        peer.say(Kind.REMEMBER)
        node.wait_for(Remembered)
        secret = peer.candidate
        left.append(accepted(node, peer, 100))
    for _ in range(2):
        node.wait_paused(left[-1], Interrupted)
        with HostilePeer.dial(node.engine.port) as peer:
            peer.agree().prove(secret, "initiator")
            left.append(accepted(node, peer, 100))
    node.wait_paused(left[-1], Interrupted)
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().prove(secret, "initiator")
        peer.offer(0, ["film"], total=1)
        refused = node.accept()
        assert peer.expect(Kind.REFUSE) == [0, 4]
        assert isinstance(node.finished(refused).error, TooManyTransfers)
        node.engine.cancel(left[0])
        assert node.finished(left[0]).state is State.CANCELLED
        peer.offer(1, ["film"], total=1)
        node.accept()
        assert peer.expect(Kind.ACCEPT)[0] == 1

"""Texts that are out of place, and answers to texts that are lies."""

from typing import Any

import pytest
from blake3 import blake3

from desktop_app.engine import writer
from desktop_app.errors import AppError, RemoteProtocolError, TextNotTaken, UnexpectedMessage
from desktop_app.events import OfferReceived, SessionEnded, State, TextReceived, TransferId
from desktop_app.protocol import limits
from tests.support.hostile_peer import ANEW, HostilePeer, Kind, top_file
from tests.support.node import Node
from tests.support.verified_peer import assert_ended, assert_goes_on

# --- as the one who receives from the node ---------------------------------------------------------------------


@pytest.fixture
def sent(node: Node, peer: HostilePeer) -> TransferId:
    number = node.engine.send_text("hello", node.connected())
    assert peer.expect(Kind.TEXT) == [0, "hello"]
    return number


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ((Kind.ACCEPT, 0, False, *ANEW), UnexpectedMessage),
        ((Kind.REFUSE, 0, 2), UnexpectedMessage),  # no space
        ((Kind.REFUSE, 1, 0), UnexpectedMessage),
        ((Kind.DONE, 0, bytes(32)), RemoteProtocolError),
        ((Kind.DONE, 1, blake3(b"hello").digest()), UnexpectedMessage),
        ((Kind.FAILED, 0, 0, 5), UnexpectedMessage),
        ((Kind.FULL, 0), UnexpectedMessage),
        ((Kind.PAUSE, 0, False), UnexpectedMessage),
        ((Kind.COMPARE, 0, 0, []), UnexpectedMessage),
    ],
    ids=lambda value: value[0].name if isinstance(value, tuple) else "",
)
def test_an_answer_that_no_text_has_ends_the_session(
    node: Node, peer: HostilePeer, sent: TransferId, said: tuple[Any, ...], error: type[AppError]
) -> None:
    peer.send(*said)
    assert_ended(node, peer, error)
    assert node.finished(sent).state is State.FAILED


def test_it_is_answered_once(node: Node, peer: HostilePeer, sent: TransferId) -> None:
    peer.send(Kind.DONE, 0, blake3(b"hello").digest())
    assert node.finished(sent).state is State.DELIVERED
    peer.send(Kind.REFUSE, 0, 0)
    assert_ended(node, peer, UnexpectedMessage)
    assert node.transfer(sent).state is State.DELIVERED


def test_a_peer_that_never_answers(node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_TICK", 0.05)
    monkeypatch.setattr(limits, "ANSWER", -14.9)  # and fifteen seconds of patience with it
    number = node.engine.send_text("hello", node.connected())
    peer.expect(Kind.TEXT)
    assert peer.expect(Kind.CANCEL) == [0, True]
    assert isinstance(node.finished(number).error, TextNotTaken)
    peer.send(Kind.CANCELLED, 0, False)
    assert_goes_on(node, peer)


# --- as the one who sends to the node --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "said",
    [
        [(Kind.TEXT, 0, "again")],
        [(Kind.OFFER, bytes(16), 0, 1, 0, 1, 1, 0, 4, [top_file("note", 1)])],
        [(Kind.NAMES, 0, [top_file("note", 1)])],
        [(Kind.ENTRIES, 0, [["note", 0, 1, 0, False]])],
        [(Kind.END, 0, bytes(32))],
        [(Kind.DATA, 0, b"x")],
        [(Kind.CANCELLED, 0, True)],
        [(Kind.CANCEL, 1, True)],
    ],
    ids=lambda said: said[0][0].name,
)
def test_nothing_else_comes_of_a_text(node: Node, peer: HostilePeer, said: list[tuple[Any, ...]]) -> None:
    peer.send(Kind.TEXT, 0, "hello")
    node.wait_for(TextReceived)
    for kind, *fields in said:
        peer.say(kind, *fields)
    assert_ended(node, peer, UnexpectedMessage)


@pytest.mark.parametrize("text", ["", "t" * 60_001, b"\xff", 7, None])
def test_what_is_no_text_ends_the_session(node: Node, peer: HostilePeer, text: object) -> None:
    peer.send(Kind.TEXT, 0, text)
    assert_ended(node, peer, RemoteProtocolError)
    assert not node.heard(TextReceived)


def test_a_number_is_used_once_by_texts_and_offers_together(node: Node, peer: HostilePeer) -> None:
    peer.offer(3, ["note"], total=1)
    node.wait_for(OfferReceived)
    peer.send(Kind.TEXT, 3, "hello")
    assert_ended(node, peer, UnexpectedMessage)


def test_a_flood_is_refused_and_leaves_no_rows(node: Node, peer: HostilePeer) -> None:
    for stream in range(200):
        peer.send(Kind.TEXT, stream, "t" * 50_000)
    for stream in range(limits.TEXTS_WAITING, 200):
        assert peer.expect(Kind.REFUSE) == [stream, 4]
    assert len(node.heard(TextReceived)) == len(node.engine.transfers()) == limits.TEXTS_WAITING
    assert not node.heard(SessionEnded)


def test_a_text_that_nobody_takes_is_refused_in_the_end(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "_TICK", 0.05)
    monkeypatch.setattr(limits, "ANSWER", 0.1)
    peer.send(Kind.TEXT, 0, "hello")
    received = node.wait_for(TextReceived).transfer.id
    assert peer.expect(Kind.REFUSE) == [0, 1]
    assert isinstance(node.finished(received).error, TextNotTaken)


def test_taken_back_it_is_answered_once(node: Node, peer: HostilePeer) -> None:
    peer.send(Kind.TEXT, 0, "hello")
    received = node.wait_for(TextReceived).transfer.id
    peer.send(Kind.CANCEL, 0, True)
    assert peer.expect(Kind.CANCELLED) == [0, False]
    node.engine.take_text(received)
    assert node.finished(received).state is State.CANCELLED
    peer.send(Kind.TEXT, 1, "again")
    node.engine.take_text(node.wait_for(TextReceived, lambda event: event.text == "again").transfer.id)
    assert peer.expect(Kind.DONE) == [1, blake3(b"again").digest()]

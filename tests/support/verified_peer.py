"""A hostile peer whose code the person at a node confirmed: it may offer and be offered, and break any rule of that."""

from pathlib import Path
from typing import TypeVar

from desktop_app.engine import Answer
from desktop_app.errors import AppError
from desktop_app.events import OfferReceived, SessionEnded, TransferId, Verified
from tests.support.hostile_peer import HostilePeer, Kind
from tests.support.node import Node

P = TypeVar("P", bound=HostilePeer)


def verified(node: Node, peer: P, name: str = "Stranger") -> P:
    """From the first frame on until both sides are told."""
    peer.agree().greet().compare(name)
    node.answer(Answer.MATCH)
    peer.verify()
    node.wait_for(Verified)
    return peer


def offer_to(node: Node, peer: HostilePeer, path: Path) -> TransferId:
    """The node offers something to the peer."""
    number = node.engine.send([path], node.connected())
    peer.expect(Kind.OFFER)
    return number


def assert_goes_on(node: Node, peer: HostilePeer) -> None:
    """All that the peer said so far has been heard, for an offer that it makes now is; and the session lives."""
    peer.offer(99, ["next"], total=10)
    node.wait_for(OfferReceived, lambda event: event.transfer.contents.names == ("next",))
    assert not node.heard(SessionEnded)


def assert_ended(node: Node, peer: HostilePeer, kind: type[AppError]) -> None:
    """The session is over for this reason, there and on the wire."""
    error = node.wait_for(SessionEnded).error
    assert isinstance(error, kind), error
    assert peer.wait_closed(3)

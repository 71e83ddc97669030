"""Nodes that remember each other, and the card of one that is recognised by its hints."""

from desktop_app.discovery.peers import Peer
from desktop_app.events import DeviceId, Method, RecordId, Remembered, SessionEnded, SessionId, Verified
from desktop_app.protocol import pairing
from tests.support.node import Node, verify

INSTANCE = "0123456789abcdef"


def remember(a: Node, b: Node) -> tuple[RecordId, RecordId]:
    """They compare a code, both want to be remembered, and the session ends; the record's id on either side."""
    session_a, session_b = verify(a, b)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    records = a.wait_for(Remembered).device.id, b.wait_for(Remembered).device.id
    end(a, b, session_a)
    return records


def end(a: Node, b: Node, session: SessionId) -> None:
    a.engine.end_session(session)
    a.wait_for(SessionEnded)
    b.wait_for(SessionEnded)


def prove(a: Node, b: Node) -> tuple[SessionId, SessionId]:
    """A dials B's address, and both are verified without a code."""
    a.engine.pair(b.address)
    verified_a, verified_b = a.wait_for(Verified), b.wait_for(Verified)
    assert (verified_a.method, verified_b.method) == (Method.RECORD, Method.RECORD)
    return verified_a.session, verified_b.session


def secrets_of(node: Node) -> list[tuple[str, ...]]:
    """For looking whether two nodes share one; of each record the secrets."""
    store = node.engine._store
    found: dict[str, tuple[str, ...]] = {}
    for each in store.known():
        found[each.identity] = (*found.get(each.identity, ()), bytes(each.secret).hex())
    return list(found.values())


def show_card(a: Node, b: Node, instance: str = INSTANCE) -> None:
    """A sees a card at B's address whose hints are those of the one device that A remembers."""
    with a.engine._store._guard:  # the keeper may be at it, and what it reads anew is wiped as it was
        (record,) = a.engine._store._records
        hints = tuple(pairing.hint(key, record.founded_as.other, instance) for key in record.hint_keys)
    a.engine._devices.peer_changed(Peer(instance, b.name, "linux", ("127.0.0.1",), b.engine.port, hints=hints))


def call_expecting(a: Node, b: Node) -> None:
    """A's person clicks that card."""
    show_card(a, b)
    a.engine.pair(DeviceId(INSTANCE))

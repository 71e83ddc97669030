"""Somebody who has an invitation, or wants one: what it takes to be let in by it, and what it does not take."""

import time
from contextlib import suppress

import pytest

from desktop_app.engine import house
from desktop_app.errors import InvitationRefused
from desktop_app.events import CodeReady, Method, Trouble, Unproven, Verified
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import Invitation
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, expand, listening
from tests.support.node import Node, StartNode, wait_until

KIND = b"invitation"


@pytest.fixture(autouse=True)
def _addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(house, "own_addresses", lambda: ("127.0.0.1",))


def _secret(given: Invitation) -> bytes:
    """README §5, from the specification alone."""
    return expand(bytes(given.seed), b"invitation", size=64)


def _given(node: Node) -> Invitation:
    return Invitation.parse(node.engine.invite().text)


def _known(node: Node) -> int:
    return len(node.engine._keeper.invitations.known(time.monotonic(), frozenset()))


def _in(peer: HostilePeer, secret: bytes) -> None:
    """Everything that one does who was let in by it."""
    peer.first_epoch(KIND, secret).send(Kind.ABOUT, "", "Guest")
    peer.expect(Kind.ABOUT)


def test_an_honest_proof_of_this_harness_verifies_and_is_good_for_one_session(node: Node) -> None:
    secret = _secret(_given(node))
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, "initiator", kind=KIND), expecting=True)
        assert peer.proof(secret, "responder", role="responder", kind=KIND) in peer.proofs
        _in(peer, secret)
        verified = node.wait_for(Verified)
        assert (verified.method, verified.peer) == (Method.INVITATION, "Guest")
        assert _known(node) == 0
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, "initiator", kind=KIND), expecting=True)
        assert peer.proof(secret, "responder", role="responder", kind=KIND) not in peer.proofs
        assert peer.expect(Kind.CLOSE)
    assert not node.heard(CodeReady)
    assert len(node.heard(Verified)) == 1


@pytest.mark.parametrize(
    ("founding_side", "role", "kind"),
    [
        ("responder", "", KIND),  # the giver's own side
        ("initiator", "responder", KIND),
        ("initiator", "", b"record"),
        ("initiator", "", b"continuation"),
    ],
)
def test_another_side_role_or_kind_proves_nothing_and_uses_nothing_up(
    node: Node, founding_side: str, role: str, kind: bytes
) -> None:
    secret = _secret(_given(node))
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, founding_side, role=role, kind=kind), expecting=True)
        with suppress(Hangup):
            peer.expect(Kind.CLOSE)
    assert not node.heard(Verified)
    assert not node.heard(CodeReady)
    assert _known(node) == 1


def test_the_givers_own_proof_led_back_ends_the_session(node: Node) -> None:
    """It is the same bytes, in whichever session; so nobody gets in with what the giver sends to everybody."""
    secret = _secret(_given(node))
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        with pytest.raises(Hangup):
            peer.greet(peer.proof(secret, "responder", role="responder", kind=KIND)).expect(Kind.COMMIT)
    assert _known(node) == 1
    assert not node.heard(Verified)


def test_somebody_in_between_passes_on_proofs_in_vain(start_node: StartNode) -> None:
    host, guest = start_node("Host"), start_node("Guest")
    given = _given(host)
    with listening() as (port, server):
        guest.engine.pair(Invitation(given.seed, given.addresses, port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as to_guest, HostilePeer.dial(host.engine.port) as to_host:
            to_host.agree()
            to_guest.agree()
            for peer in (to_host, to_guest):
                peer.send(Kind.HELLO, [1], ["ChaCha20-Poly1305"])
                peer.expect(Kind.HELLO)
            of_guest, of_host = to_guest.expect(Kind.PROOFS), to_host.expect(Kind.PROOFS)
            to_host.send(Kind.PROOFS, *of_guest)
            to_guest.send(Kind.PROOFS, *of_host)
            guest.wait_for(Trouble, lambda event: isinstance(event.error, InvitationRefused))
            with suppress(Hangup):
                to_host.expect(Kind.CLOSE)
    for node in (host, guest):
        assert not node.heard(Verified)
        assert not node.heard(CodeReady)
        assert not node.heard(Unproven)
    assert _known(host) == 1, "a try that failed uses nothing up"


def test_who_was_let_in_by_one_cannot_have_itself_remembered(node: Node) -> None:
    secret = _secret(_given(node))
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, "initiator", kind=KIND), expecting=True)
        _in(peer, secret)
        node.engine.remember(node.wait_for(Verified).session)
        peer.send(Kind.REMEMBER)
        with pytest.raises(Hangup):
            peer.expect(Kind.REMEMBER)
    assert node.engine.remembered() == ()


def test_many_who_try_leave_it_for_the_one_who_has_it(node: Node) -> None:
    secret = _secret(_given(node))
    for number in range(2 * limits.UNVERIFIED_TOTAL):
        with HostilePeer.dial(node.engine.port) as peer:
            peer.agree()
            peer.greet(*(bytes((number,)) * 32 for _ in range(3)), expecting=True)
            with suppress(Hangup):
                peer.expect(Kind.CLOSE)
        wait_until(lambda: not node.engine._links._table.all())  # of one address there are few at once
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.greet(peer.proof(secret, "initiator", kind=KIND), expecting=True)
        _in(peer, secret)
        node.wait_for(Verified)

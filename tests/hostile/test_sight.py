"""A peer that asks what this computer sees, or says what it sees itself, against the rules or with nonsense."""

import queue
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.discovery.checks import examine
from desktop_app.discovery.checks.finding import Finding, Outlook
from desktop_app.errors import RemoteProtocolError, UnexpectedMessage
from desktop_app.events import OfferReceived, SessionEnded
from desktop_app.protocol import limits
from desktop_app.protocol.sight import Obstacle, Seen
from tests.support.hostile_peer import HostilePeer, Kind
from tests.support.node import Node
from tests.support.verified_peer import assert_ended, verified

SEES = Outlook((Seen(Obstacle.FIREWALL_HEARING, 4), Seen(Obstacle.HIDDEN, 0)), frozenset({"0123456789abcdef"}))
UNDERSTANDS = 0x119
Told = tuple[Finding, ...]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """How often it was looked, and nothing but that: the person's own look finds nothing."""
    made: list[object] = []

    def outlook(own: object, **_: Any) -> Outlook:
        made.append(own)
        return SEES

    monkeypatch.setattr(examine, "outlook", outlook)
    monkeypatch.setattr(examine, "examine", lambda *_, **__: ())
    return made


@pytest.fixture
def knowing(node: Node) -> Iterator[HostilePeer]:
    """Verified, and one that says that it can be asked."""
    with HostilePeer.dial(node.engine.port) as peer:
        peer.understands = (UNDERSTANDS,)
        yield verified(node, peer, "Liar")


def _check(node: Node) -> "queue.SimpleQueue[Told]":
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    node.engine.check(told.put)
    return told


def test_it_is_told_codes_and_nothing_else(node: Node, peer: HostilePeer, looks: list[object]) -> None:
    peer.send(Kind.LOOK, "0123456789abcdef")
    assert peer.expect(Kind.SIGHT) == [True, node.engine.port, [[34, 4], [1, 0]]]


def test_asking_again_before_the_answer_ends_the_session(
    node: Node, peer: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = threading.Event(), threading.Event()

    def outlook(*_: object, **__: object) -> Outlook:
        asked.set()
        assert go_on.wait(10)
        return SEES

    monkeypatch.setattr(examine, "outlook", outlook)
    peer.send(Kind.LOOK, "")
    assert asked.wait(10)
    peer.send(Kind.LOOK, "")
    assert_ended(node, peer, UnexpectedMessage)
    go_on.set()


def test_asking_again_at_once_ends_the_session(node: Node, peer: HostilePeer, looks: list[object]) -> None:
    peer.send(Kind.LOOK, "")
    peer.expect(Kind.SIGHT)
    peer.send(Kind.LOOK, "")
    assert_ended(node, peer, UnexpectedMessage)


def test_many_who_ask_are_answered_from_one_look(node: Node, peer: HostilePeer, looks: list[object]) -> None:
    peer.send(Kind.LOOK, "")
    peer.expect(Kind.SIGHT)
    with HostilePeer.dial(node.engine.port) as second:
        verified(node, second, "Another").send(Kind.LOOK, "fedcba9876543210")
        assert second.expect(Kind.SIGHT)[0] is False
    assert len(looks) == 1


def test_an_answer_that_nobody_asked_for_ends_the_session(node: Node, peer: HostilePeer) -> None:
    peer.send(Kind.SIGHT, True, 1, [])
    assert_ended(node, peer, UnexpectedMessage)


def test_who_does_not_say_that_it_understands_is_not_asked(node: Node, peer: HostilePeer, looks: list[object]) -> None:
    """As an older Tallystick: the question would end its session."""
    (finding,) = _check(node).get(timeout=10)
    assert (finding.code, finding.good, finding.of) == ("there-silent", True, "Liar")
    peer.say(Kind.OFFER)  # the next that passes either way is this
    node.wait_for(OfferReceived)
    assert not node.heard(SessionEnded)


def test_nonsense_leads_to_sentences_of_our_own_or_to_none(
    node: Node, knowing: HostilePeer, looks: list[object]
) -> None:
    told = _check(node)
    assert knowing.expect(Kind.LOOK) == [node.engine.instance]
    knowing.send(Kind.SIGHT, False, 65535, [[number, 6] for number in (33, 33, 999, 65535, *range(100, 128))])
    unheard, finding = told.get(timeout=10)
    assert (unheard.code, finding.code) == ("there-unheard", "there-firewall-calls")
    assert str(finding) == "“Liar” sees: its firewall keeps other computers from port 65535 (IPv6)."


@pytest.mark.parametrize(
    "fields",
    [
        (True, 65536, []),
        (True, -1, []),
        (True, 1, [[1, 5]]),
        (True, 1, [[65536, 0]]),
        (True, 1, [["run this", 0]]),
        (True, 1, [[1, 0]] * 33),
        (True, 1, [[1, 0, "more"]]),
        ("yes", 1, []),
    ],
)
def test_an_answer_of_another_form_ends_the_session(
    node: Node, knowing: HostilePeer, looks: list[object], fields: tuple[Any, ...]
) -> None:
    told = _check(node)
    knowing.expect(Kind.LOOK)
    knowing.send(Kind.SIGHT, *fields)
    assert_ended(node, knowing, RemoteProtocolError)
    (finding,) = told.get(timeout=10)
    assert finding.code == "there-silent"


def test_a_peer_that_never_answers_is_waited_for_no_longer_than_said(
    node: Node, knowing: HostilePeer, looks: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LOOK_SECONDS", 0.3)
    told = _check(node)
    knowing.expect(Kind.LOOK)
    assert told.get(timeout=10)[0].code == "there-silent"
    again = _check(node)  # the first question stands, and is not repeated
    assert again.get(timeout=10)[0].code == "there-silent"
    knowing.send(Kind.SIGHT, True, 1, [[1, 0]])
    assert not node.heard(SessionEnded)
    knowing.offer(0, ["film"], total=10)  # and everything else goes on
    third = _check(node).get(timeout=10)
    assert [finding.code for finding in third] == ["there-hidden"]

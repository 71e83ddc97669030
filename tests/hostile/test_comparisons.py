"""A peer that cheats at the comparison: no code where there is no promise, no trust where nobody answered."""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.errors import (
    CommitmentMismatch,
    ComparisonUnfinished,
    PeerBusy,
    PeerTimeout,
    RecordCorrupt,
    RemoteProtocolError,
    UnexpectedMessage,
)
from desktop_app.events import CodeReady, ComparisonOver, OfferReceived, SessionEnded, Trouble, Verified
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, listening, top_file
from tests.support.node import Node, StartNode, wait_until


@pytest.fixture
def caller(node: Node) -> Iterator[HostilePeer]:
    """Somebody who called and has greeted."""
    with HostilePeer.dial(node.engine.port) as peer:
        yield peer.agree().greet()


def wait_quiet() -> None:
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))


def called(node: Node, talk: Callable[[HostilePeer], None]) -> None:
    """The node dials, and `talk` answers after the greeting."""
    with listening() as (port, server):
        node.engine.pair(Address("127.0.0.1", port))
        connection, _ = server.accept()
        with HostilePeer(connection, initiator=False) as peer:
            talk(peer.agree().greet())


def test_an_honest_conversation_of_this_harness_verifies(node: Node, caller: HostilePeer) -> None:
    caller.compare("Somebody")
    code = node.wait_for(CodeReady)
    assert code.digits == caller.digits
    assert code.peer == "Somebody"
    node.engine.answer_code(code.session, Answer.MATCH)
    caller.verify()
    node.wait_for(Verified)


def test_case_030_confirm_before_our_answer_is_only_the_peers_word(node: Node, caller: HostilePeer) -> None:
    caller.compare()
    code = node.wait_for(CodeReady)
    caller.send(Kind.CONFIRM)
    link = node.engine._links.find(code.session)
    wait_until(lambda: link is not None and link.session is not None and link.session.state.name == "PEER_CONFIRMED")
    assert not node.heard(Verified)
    assert node.engine.session(code.session) is None
    node.engine.answer_code(code.session, Answer.DIFFERENT)
    assert node.wait_for(ComparisonOver).counted
    assert not node.heard(Verified)


def test_confirm_twice_is_one_too_many(node: Node, caller: HostilePeer) -> None:
    caller.compare()
    node.wait_for(CodeReady)
    caller.send(Kind.CONFIRM)
    caller.send(Kind.CONFIRM)
    assert node.wait_for(ComparisonOver).counted
    assert not node.heard(Verified)


def test_records_of_epoch_1_before_our_answer_end_it(node: Node, caller: HostilePeer, tmp_path: Path) -> None:
    """The peer can know these keys before we have answered; they are worth nothing then."""
    caller.compare()
    code = node.wait_for(CodeReady)
    caller.send(Kind.CONFIRM)
    with suppress(Hangup):
        caller.first_epoch().send(Kind.ABOUT, "", "")
        caller.offer(0, ["note"])
    over = node.wait_for(ComparisonOver)
    assert over.counted
    assert isinstance(over.error, RecordCorrupt)
    node.engine.answer_code(code.session, Answer.MATCH)
    assert not node.heard(OfferReceived) + node.heard(Verified)


def test_a_nonce_before_its_turn_is_out_of_turn(node: Node) -> None:
    """Whatever is on the screen: that question comes up only where a nonce is waited for."""
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        (link,) = node.engine._links._table.all()
        peer.send(Kind.NONCE, bytes(32), "Early")
        assert peer.wait_closed(3)
    wait_quiet()
    assert isinstance(link.error, UnexpectedMessage)


def test_close_before_about_is_out_of_turn(node: Node, caller: HostilePeer) -> None:
    """Whoever is verified says ABOUT first, whatever it wants to say."""
    caller.compare()
    node.engine.answer_code(node.wait_for(CodeReady).session, Answer.MATCH)
    caller.send(Kind.CONFIRM)
    caller.expect(Kind.CONFIRM)
    caller.first_epoch().send(Kind.CLOSE, 0)
    assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage)


@pytest.mark.parametrize("kind", [Kind.OFFER, Kind.ABOUT, Kind.HEARTBEAT, Kind.RENEW, Kind.DATA, Kind.OPEN, Kind.HELLO])
def test_what_belongs_elsewhere_ends_a_comparison(node: Node, caller: HostilePeer, kind: Kind) -> None:
    caller.compare()
    node.wait_for(CodeReady)
    fields: dict[Kind, tuple[object, ...]] = {
        Kind.OFFER: (os.urandom(16), 0, 1, 0, 0, 1, 0, 1, [top_file("note")]),
        Kind.ABOUT: ("", ""),
        Kind.RENEW: (2, os.urandom(32), os.urandom(1184)),
        Kind.OPEN: (os.urandom(32),),
        Kind.HELLO: ([1], []),
    }
    if kind is Kind.DATA:
        caller.send_data(0, b"x")
    else:
        caller.send(kind, *fields.get(kind, ()))
    over = node.wait_for(ComparisonOver)
    assert over.counted
    assert isinstance(over.error, UnexpectedMessage)
    assert caller.wait_closed(3)


def test_case_038_three_that_leave_when_they_know_the_code_are_enough(node: Node) -> None:
    """Whoever sent NONCE and got OPEN knows the code before we do: leaving then costs a guess each time."""
    for _ in range(limits.INCOMING_COMPARISONS):
        with HostilePeer.dial(node.engine.port) as peer:
            peer.agree().greet().compare()
        over = node.wait_for(ComparisonOver)
        assert over.counted
        with HostilePeer.dial(node.engine.port) as peer:  # nobody has seen the notice yet
            peer.agree().greet().expect(Kind.BUSY)
        node.engine.dismiss_failure()
        wait_quiet()
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().expect(Kind.BUSY)
    assert len(node.heard(CodeReady)) == limits.INCOMING_COMPARISONS


def test_leaving_before_the_code_could_be_known_costs_nothing(node: Node) -> None:
    for number in range(limits.INCOMING_COMPARISONS + 1):
        with HostilePeer.dial(node.engine.port, source=f"127.0.0.{20 + number}") as peer:
            peer.agree().greet().expect(Kind.COMMIT)
        wait_quiet()
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().compare()
        node.wait_for(CodeReady)
    assert node.wait_for(ComparisonOver).counted


def test_who_was_promised_a_code_and_did_not_look_waits_for_the_next(node: Node) -> None:
    with HostilePeer.dial(node.engine.port, source="127.0.0.20") as holding:
        holding.agree().greet().expect(Kind.COMMIT)
        assert holding.wait_closed(limits.UNTIL_NONCE + 2)
    wait_quiet()
    with HostilePeer.dial(node.engine.port, source="127.0.0.20") as again:
        again.agree().greet().expect(Kind.BUSY)
    with HostilePeer.dial(node.engine.port) as honest:
        honest.agree().greet().compare()
        node.wait_for(CodeReady)


def test_what_the_person_starts_goes_before_a_code_that_is_only_promised(start_node: StartNode) -> None:
    here, there = start_node("Here"), start_node("There")
    with HostilePeer.dial(here.engine.port) as holding:
        holding.agree().greet().expect(Kind.COMMIT)
        here.engine.pair(there.address)
        mine = here.wait_for(CodeReady)
        assert not mine.incoming
        with suppress(OSError, Hangup):
            holding.send(Kind.NONCE, bytes(32), "late")
            holding.receive()
            pytest.fail("the late caller was answered")
    assert here.heard(CodeReady) == [mine]
    assert not here.heard(ComparisonOver)
    verify_code = there.wait_for(CodeReady)
    assert verify_code.digits == mine.digits


def test_case_033_a_second_caller_is_told_busy_and_the_screen_stays(node: Node, caller: HostilePeer) -> None:
    caller.compare("First")
    code = node.wait_for(CodeReady)
    with HostilePeer.dial(node.engine.port) as second:
        second.agree().greet().expect(Kind.BUSY)
        assert second.wait_closed(3)
    assert node.heard(CodeReady) == [code]
    assert not node.heard(ComparisonOver)
    node.engine.answer_code(code.session, Answer.MATCH)
    caller.verify()


def test_who_waits_with_its_nonce_holds_the_screen_only_for_a_moment(
    node: Node, caller: HostilePeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNTIL_OPEN", 0.3)
    caller.expect(Kind.COMMIT)
    with HostilePeer.dial(node.engine.port) as second:
        second.agree().greet().expect(Kind.BUSY)
    assert caller.wait_closed(10)
    assert not node.heard(ComparisonOver)


def test_case_035_a_name_is_shown_as_one_clean_line(node: Node, caller: HostilePeer) -> None:
    caller.compare("4821\n0973\u202e\x1b[2J <b>Kitchen</b>")
    name = node.wait_for(CodeReady).peer
    assert name.isprintable()
    assert "\u202e" not in name


# --- as the one who was called ---------------------------------------------------------------------------------


def commit_wrongly(peer: HostilePeer) -> None:
    nonce = os.urandom(32)
    peer.send(Kind.COMMIT, peer.commitment(nonce), "Liar")
    peer.expect(Kind.NONCE)
    peer.send(Kind.OPEN, os.urandom(32))
    assert peer.wait_closed(5)


def commit_of_another_session(peer: HostilePeer) -> None:
    nonce, own_h = os.urandom(32), peer.h
    peer.h = os.urandom(64)
    promise = peer.commitment(nonce)
    peer.h = own_h
    peer.send(Kind.COMMIT, promise, "Liar")
    peer.expect(Kind.NONCE)
    peer.send(Kind.OPEN, nonce)
    assert peer.wait_closed(5)


@pytest.mark.parametrize("talk", [commit_wrongly, commit_of_another_session])
def test_case_027_a_broken_promise_shows_no_code_and_counts(node: Node, talk: Callable[[HostilePeer], None]) -> None:
    called(node, talk)
    over = node.wait_for(ComparisonOver)
    assert isinstance(over.error, CommitmentMismatch)
    assert over.counted
    assert not node.heard(CodeReady)


def test_case_028_no_opening_in_time_shows_no_code_and_counts(node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNTIL_OPEN", 0.3)

    def withhold(peer: HostilePeer) -> None:
        peer.send(Kind.COMMIT, os.urandom(64), "Silent")
        peer.expect(Kind.NONCE)
        assert peer.wait_closed(5)

    called(node, withhold)
    over = node.wait_for(ComparisonOver)
    assert isinstance(over.error, PeerTimeout)
    assert over.counted
    assert not node.heard(CodeReady)


def out_of_order(kind: Kind, *fields: object) -> Callable[[HostilePeer], None]:
    def talk(peer: HostilePeer) -> None:
        peer.send(kind, *fields)
        assert peer.wait_closed(5)

    return talk


@pytest.mark.parametrize(
    "talk",
    [
        out_of_order(Kind.OPEN, bytes(32)),
        out_of_order(Kind.NONCE, bytes(32), "x"),
        out_of_order(Kind.CONFIRM),
        out_of_order(Kind.PROOFS, [bytes(32)] * 16, False),
        out_of_order(Kind.COMMIT, bytes(63), "x"),
        out_of_order(Kind.COMMIT, bytes(64), "x" * 61),
        out_of_order(Kind.COMMIT, bytes(64), "x", 1),
        out_of_order(0x7F),  # type: ignore[arg-type]
    ],
)
def test_case_028_anything_but_a_commitment_ends_it_without_a_code(
    node: Node, talk: Callable[[HostilePeer], None]
) -> None:
    called(node, talk)
    node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, RemoteProtocolError))
    assert not node.heard(CodeReady) + node.heard(ComparisonOver)


def test_case_028_two_commitments_are_one_too_many(node: Node) -> None:
    def talk(peer: HostilePeer) -> None:
        for _ in range(2):
            peer.send(Kind.COMMIT, peer.commitment(os.urandom(32)), "Twice")
        assert peer.wait_closed(5)

    called(node, talk)
    over = node.wait_for(ComparisonOver)
    assert isinstance(over.error, UnexpectedMessage)
    assert over.counted
    assert not node.heard(CodeReady)


@pytest.mark.parametrize(("reason", "error"), [(1, ComparisonUnfinished), (4, PeerBusy), (7, ComparisonUnfinished)])
def test_a_close_instead_of_a_commitment_counts_nothing(node: Node, reason: int, error: type[Exception]) -> None:
    called(node, out_of_order(Kind.CLOSE, reason))
    node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, error))
    assert not node.heard(ComparisonOver)


def test_case_029_our_own_proofs_led_back_end_it(node: Node) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree()
        peer.expect(Kind.HELLO)
        proofs, _ = peer.expect(Kind.PROOFS)
        peer.send(Kind.HELLO, [1], [])
        peer.send(Kind.PROOFS, [os.urandom(32) for _ in range(15)] + proofs[:1], False)
        assert peer.wait_closed(3)
    assert not node.heard(CodeReady)

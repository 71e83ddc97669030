"""Two people and one code: every answer on either side, and what each side then says."""

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.engine.conversation import Conversation
from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ComparisonUnfinished,
    ConnectionLost,
    LocalProtocolError,
    NotNow,
    PeerBusy,
    PeerTimeout,
    PeerUnreachable,
)
from desktop_app.events import CodeReady, ComparisonOver, OfferReceived, SessionEnded, State, Trouble, Verified
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Message
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import Session, VerifiedSession
from desktop_app.storage.settings import Visibility
from tests.support.node import Node, StartNode, verify, wait_until
from tests.support.remembering import prove, remember
from tests.transfer.trees import write


def codes(a: Node, b: Node) -> tuple[CodeReady, CodeReady]:
    a.engine.pair(b.address)
    return a.wait_for(CodeReady), b.wait_for(CodeReady)


def introduced(node: Node, code: CodeReady) -> bool:
    """Whether the peer's first record of epoch 1 has arrived."""
    link = node.engine._links.find(code.session)
    return link is not None and link.conversation is not None and link.conversation.instance is not None


def test_both_see_the_same_code_and_each_others_names(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    assert (code_a.digits, code_a.words) == (code_b.digits, code_b.words)
    assert (code_a.peer, code_b.peer) == (b.name, a.name)
    assert (code_a.incoming, code_b.incoming) == (False, True)


@pytest.mark.parametrize("first", ["a", "b"])
def test_one_confirmation_verifies_nobody_two_do(pair_of_nodes: tuple[Node, Node], first: str) -> None:
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    order = [(a, code_a), (b, code_b)]
    (one, one_code), (other, other_code) = order if first == "a" else order[::-1]
    sent = one.engine.session(one_code.session)
    assert sent is None
    one.engine.answer_code(one_code.session, Answer.MATCH)
    link = other.engine._links.find(other_code.session)
    wait_until(lambda: link is not None and link.session is not None and link.session.state.name == "PEER_CONFIRMED")
    assert not one.heard(Verified)
    assert not other.heard(Verified)
    other.engine.answer_code(other_code.session, Answer.MATCH)
    one.wait_for(Verified)
    other.wait_for(Verified)


@pytest.mark.parametrize("early", ["a", "b"])
def test_the_second_to_confirm_is_ready_before_its_word_is_out(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, early: str
) -> None:
    """The other side answers CONFIRM with records of epoch 1 at once, however slowly keys are derived here."""
    derive = Session.verified
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    order = [(a, code_a), (b, code_b)]
    (one, one_code), (slow, slow_code) = order if early == "a" else order[::-1]
    slow_link = slow.engine._links.find(slow_code.session)
    assert slow_link is not None

    def slowly(session: Session, *, now: float) -> VerifiedSession:
        if session is slow_link.session:
            time.sleep(0.3)
        return derive(session, now=now)

    monkeypatch.setattr(Session, "verified", slowly)
    one.engine.answer_code(one_code.session, Answer.MATCH)
    wait_until(lambda: slow_link.session is not None and slow_link.session.state.name == "PEER_CONFIRMED")
    slow.engine.answer_code(slow_code.session, Answer.MATCH)
    one.wait_for(Verified)
    slow.wait_for(Verified)
    wait_until(lambda: introduced(one, one_code) and introduced(slow, slow_code))
    assert not one.heard(SessionEnded) + slow.heard(SessionEnded)


def test_an_end_that_meets_the_verification_is_said_behind_it(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both people have confirmed: CLOSE in place of CONFIRM would be a failed comparison on the other side."""
    begin = Conversation.begin
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    endings: list[threading.Thread] = []

    def meeting(conversation: Conversation, last: Sequence[Message], own_instance: str, own_name: str) -> None:
        if conversation.verified.role is Role.INITIATOR:
            endings.append(threading.Thread(target=a.engine.end_session, args=(code_a.session,)))
            endings[0].start()
            endings[0].join(0.2)
        begin(conversation, last, own_instance, own_name)

    monkeypatch.setattr(Conversation, "begin", meeting)
    b.engine.answer_code(code_b.session, Answer.MATCH)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is None
        assert not node.heard(ComparisonOver)
    endings[0].join()


@pytest.mark.parametrize("who", ["a", "b"])
def test_different_on_either_side_is_counted_on_both(
    pair_of_nodes: tuple[Node, Node], who: str, tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    (tmp_path / "secret").write_text("secret")
    sent = a.engine.send([tmp_path / "secret"], b.address)
    code_a, code_b = a.wait_for(CodeReady), b.wait_for(CodeReady)
    node, code = (a, code_a) if who == "a" else (b, code_b)
    node.engine.answer_code(code.session, Answer.DIFFERENT)
    over_a, over_b = a.wait_for(ComparisonOver), b.wait_for(ComparisonOver)
    assert over_a.counted
    assert over_b.counted
    assert isinstance(over_a.error, CodeMismatch)
    assert isinstance(over_b.error, CodeMismatch)
    transfer = a.finished(sent)
    assert transfer.state is State.FAILED
    assert isinstance(transfer.error, CodeMismatch)
    assert not b.heard(OfferReceived)


@pytest.mark.parametrize(
    ("answer", "why"), [(Answer.NOT_NOW, "not-now"), (Answer.NOBODY, "nobody-compared")], ids=["put off", "nobody"]
)
@pytest.mark.parametrize("who", ["a", "b"])
def test_not_now_counts_only_where_it_was_not_said(
    pair_of_nodes: tuple[Node, Node], who: str, answer: Answer, why: str
) -> None:
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    (here, code), there = ((a, code_a), b) if who == "a" else ((b, code_b), a)
    here.engine.answer_code(code.session, answer)
    over = here.wait_for(ComparisonOver)
    assert isinstance(over.error, NotNow)
    assert over.error.code == why
    assert not over.counted
    over = there.wait_for(ComparisonOver)
    assert isinstance(over.error, ComparisonUnfinished)
    assert over.counted


def test_not_now_after_they_match_still_ends_it(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    code_a, _ = codes(a, b)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    a.engine.answer_code(code_a.session, Answer.NOT_NOW)
    assert not a.wait_for(ComparisonOver).counted
    assert b.wait_for(ComparisonOver).counted
    assert not a.heard(Verified) + b.heard(Verified)


def test_a_second_answer_does_not_undo_different(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    code_a, code_b = codes(a, b)
    b.engine.answer_code(code_b.session, Answer.MATCH)
    link = a.engine._links.find(code_a.session)
    wait_until(lambda: link is not None and link.session is not None and link.session.state.name == "PEER_CONFIRMED")
    a.engine.answer_code(code_a.session, Answer.DIFFERENT)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    assert isinstance(a.wait_for(ComparisonOver).error, CodeMismatch)
    b.wait_for(ComparisonOver)
    assert not a.heard(Verified) + b.heard(Verified)


def test_answers_to_no_comparison_are_nothing(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    for answer in Answer:
        a.engine.answer_code(99, answer)  # type: ignore[arg-type]
    session, _ = verify(a, b)
    for answer in Answer:
        a.engine.answer_code(session, answer)
    assert a.facts(session).keys_destroyed_at is None


def test_case_032_a_code_that_nobody_answers_runs_out_on_both_sides(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "COMPARISON", 0.3)
    a, b = pair_of_nodes
    codes(a, b)
    over_a, over_b = a.wait_for(ComparisonOver), b.wait_for(ComparisonOver)
    assert over_a.counted
    assert over_b.counted
    assert isinstance(over_a.error, ComparisonUnfinished)


@pytest.mark.parametrize("lost", [ConnectionLost, PeerTimeout])
def test_case_038_a_connection_that_ends_at_the_code_leaves_the_comparison_unfinished(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, lost: type[AppError]
) -> None:
    """Nothing was accepted that could go on, and nothing delivered that stays."""
    a, b = pair_of_nodes
    (tmp_path / "secret").write_text("secret")
    sent = a.engine.send([tmp_path / "secret"], b.address)
    code = a.wait_for(CodeReady)
    b.wait_for(CodeReady)
    link = a.engine._links.find(code.session)
    assert link is not None
    link.stop(lost())
    for node in (a, b):
        over = node.wait_for(ComparisonOver)
        assert over.counted
        assert type(over.error) is ComparisonUnfinished
        assert over.error.fields["peer"] == over.peer
    transfer = a.finished(sent)
    assert (transfer.state, type(transfer.error)) == (State.FAILED, ComparisonUnfinished)


def test_case_034_a_failed_comparison_blocks_incoming_ones_until_it_was_seen(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    _, code_b = codes(a, b)
    b.engine.answer_code(code_b.session, Answer.DIFFERENT)
    a.wait_for(ComparisonOver)
    b.wait_for(ComparisonOver)
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    b.engine.pair(a.address)  # its own person may start one, but the other side is blocked as well
    b.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    a.engine.dismiss_failure()
    b.engine.dismiss_failure()
    verify(a, b)


def test_three_failures_in_ten_minutes_close_the_door_however_often_they_are_dismissed(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    for _ in range(limits.INCOMING_COMPARISONS):
        _, code_b = codes(a, b)
        b.engine.answer_code(code_b.session, Answer.DIFFERENT)
        a.wait_for(ComparisonOver)
        b.wait_for(ComparisonOver)
        b.engine.dismiss_failure()
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    monkeypatch.setattr(limits, "INCOMING_COMPARISONS_SECONDS", 0.0)
    verify(a, b)


def test_a_second_comparison_is_told_busy_and_changes_nothing_on_the_screen(start_node: StartNode) -> None:
    a, b, c = start_node("A"), start_node("B"), start_node("C")
    codes(a, b)
    c.engine.pair(b.address)
    c.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    assert len(b.heard(CodeReady)) == 1
    assert not b.heard(ComparisonOver)


def test_several_devices_are_compared_with_one_after_the_other(start_node: StartNode) -> None:
    a, b, c = start_node("A"), start_node("B"), start_node("C")
    a.engine.pair(b.address)
    first = a.wait_for(CodeReady)
    a.engine.pair(c.address)
    b.answer(Answer.MATCH)
    assert not a.heard(CodeReady)[1:]
    assert not c.heard(CodeReady)
    a.engine.answer_code(first.session, Answer.MATCH)
    a.wait_for(Verified)
    second = a.answer(Answer.MATCH)
    assert second.peer == "C"
    c.answer(Answer.MATCH)
    a.wait_for(Verified, lambda verified: verified.session == second.session)


def test_more_devices_than_may_be_called_at_once_wait_for_their_turn_and_keep_nobody_out(
    start_node: StartNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, known = start_node("Ada's laptop"), start_node("Kitchen PC")
    remember(a, known)
    monkeypatch.setattr(limits, "UNVERIFIED_TOTAL", 2)
    others = [start_node(f"Desk {number}") for number in range(3)]
    (tmp_path / "note.txt").write_text("to all")
    numbers = [a.engine.send([tmp_path / "note.txt"], other.address) for other in others]
    for done in range(len(others)):
        code = a.wait_for(CodeReady)
        if not done:
            prove(known, a)
        a.engine.answer_code(code.session, Answer.MATCH)
        other = next(other for other in others if str(other.address) == code.address)
        other.answer(Answer.MATCH)
        other.accept()
    assert [a.finished(number).state for number in numbers] == [State.DELIVERED] * len(others)


def test_a_comparison_that_waits_for_the_screen_can_be_given_up(start_node: StartNode, tmp_path: Path) -> None:
    a, b, c = start_node("A"), start_node("B"), start_node("C")
    codes(a, b)
    number = a.engine.send([write(tmp_path / "note", b"x")], c.address)
    a.wait_state(number, State.CONNECTING)
    a.engine.cancel(number)
    assert a.finished(number).state is State.CANCELLED
    a.engine.shutdown()
    assert not c.heard(CodeReady)


def test_nobody_may_compare_where_no_code_can_be_shown(start_node: StartNode) -> None:
    a, b = start_node("A"), start_node("B", can_show_codes=False)
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    assert not a.heard(CodeReady) + b.heard(CodeReady)


def test_who_shows_itself_to_remembered_devices_only_refuses_strangers(start_node: StartNode) -> None:
    a, b = start_node("A"), start_node("B", visibility=Visibility.REMEMBERED)
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerBusy))
    assert not b.heard(CodeReady)


def test_case_009_visible_to_nobody_means_a_closed_port_that_opens_again(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    port = b.engine.port
    b.engine.change_settings(visibility=Visibility.NOBODY)
    wait_until(lambda: b.engine._house._listener is None)
    a.engine.pair(b.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerUnreachable))
    b.engine.change_settings(visibility=Visibility.EVERYONE)
    wait_until(lambda: b.engine._house._listener is not None and b.engine.port == port)
    verify(a, b)


def test_a_node_that_wants_no_offers_does_not_listen_but_can_call(start_node: StartNode) -> None:
    a, b = start_node("A", offers=False), start_node("B")
    assert a.engine.port == 0
    verify(a, b)


def test_shutdown_during_a_comparison_counts_on_the_other_side_only(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    codes(a, b)
    a.engine.shutdown()
    assert not a.wait_for(ComparisonOver).counted
    assert b.wait_for(ComparisonOver).counted


def test_cancelling_the_only_transfer_puts_its_comparison_off(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    (tmp_path / "note").write_text("hello")
    number = a.engine.send([tmp_path / "note"], b.address)
    a.wait_state(number, State.COMPARING)
    a.engine.cancel(number)
    assert a.finished(number).state is State.CANCELLED
    over = a.wait_for(ComparisonOver)
    assert isinstance(over.error, NotNow)
    assert not over.counted


def test_case_039_no_randomness_no_session(
    node: Node, start_node: StartNode, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    b = start_node("B")

    def broken(_: int) -> bytes:
        raise OSError("no entropy")

    monkeypatch.setattr("desktop_app.engine.link.os.urandom", broken)
    node.engine.pair(b.address)
    node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, LocalProtocolError))
    assert not node.heard(CodeReady) + b.heard(CodeReady)


def test_answers_may_come_from_inside_the_listener(start_node: StartNode, tmp_path: Path) -> None:
    """A face that answers in the very call that tells it of the code, while transfers start and wait."""
    a, b = start_node("A"), start_node("B")
    (tmp_path / "note").write_bytes(os.urandom(1000))

    def obliging(node: Node) -> None:
        log = node.engine._telling.listener

        def answer(event: object) -> None:
            log(event)  # type: ignore[arg-type]
            if isinstance(event, CodeReady):
                node.engine.answer_code(event.session, Answer.MATCH)
            if isinstance(event, OfferReceived):
                node.engine.accept(event.transfer.id)
            node.engine.session(1)  # type: ignore[arg-type]

        node.engine._telling.listener = answer

    obliging(a)
    obliging(b)
    numbers = [a.engine.send([tmp_path / "note"], b.address) for _ in range(8)]
    for number in numbers:
        assert a.finished(number).state is State.DELIVERED

"""Somebody in the middle with keys of its own towards both people: no way to one code, few tries, all of them seen."""

import os
from typing import Final

import pytest

from desktop_app.engine import Answer
from desktop_app.errors import CodeMismatch, CommitmentMismatch, ConnectionLost, PeerTimeout
from desktop_app.events import CodeReady, SessionEnded
from desktop_app.protocol import limits
from desktop_app.transport import channel
from tests.support.between import dialled, dialling, in_between
from tests.support.hostile_peer import Kind
from tests.support.node import verify
from tests.support.victims import Victims

CODE_DIFFERED: Final = 2


def test_with_values_of_its_own_both_people_see_two_codes(victims: Victims) -> None:
    """It even gives each the name of the other."""
    with in_between(victims) as between:
        _, name_b = between.meant.expect(Kind.COMMIT)
        own = os.urandom(32)
        between.dialling.send(Kind.COMMIT, between.dialling.commitment(own), name_b)
        nonce_a, name_a = between.dialling.expect(Kind.NONCE)
        between.dialling.send(Kind.OPEN, own)
        between.meant.send(Kind.NONCE, nonce_a, name_a)
        between.meant.expect(Kind.OPEN)
        code_a, code_b = victims.codes()
        assert (code_a.peer, code_b.peer) == (victims.b.node.name, victims.a.node.name)
        assert code_a.digits != code_b.digits
        assert code_a.words != code_b.words
        between.meant.send(Kind.CONFIRM)
        victims.a.node.engine.answer_code(code_a.session, Answer.DIFFERENT)
        victims.b.node.engine.answer_code(code_b.session, Answer.DIFFERENT)
        for end in (between.dialling, between.meant):
            assert end.expect(Kind.CLOSE) == [CODE_DIFFERED]
    for victim in victims:
        assert isinstance(victim.ended().error, CodeMismatch)
        assert len(victim.told) == 1
    victims.assert_nothing_verified()


def test_what_the_one_promises_is_no_promise_to_the_other(victims: Victims) -> None:
    """Every word is passed on. N_R is the same on both sides, h is not."""
    with in_between(victims) as between:
        between.pass_on(Kind.COMMIT, to_dialling=True)
        between.pass_on(Kind.NONCE, to_dialling=False)
        between.pass_on(Kind.OPEN, to_dialling=True)
        assert isinstance(victims.a.ended().error, CommitmentMismatch)
    assert isinstance(victims.b.ended().error, ConnectionLost)
    assert (len(victims.a.told), len(victims.b.told)) == (1, 1)
    assert not victims.a.node.heard(CodeReady)
    victims.assert_nothing_verified()


def test_case_027_a_promise_of_an_earlier_session_is_not_kept_by_its_nonce(victims: Victims) -> None:
    """It has made the other computer open that promise to itself before."""
    with dialling(victims.b) as meant:
        commitment, name = meant.expect(Kind.COMMIT)
        meant.send(Kind.NONCE, os.urandom(32), "Stranger")
        (nonce,) = meant.expect(Kind.OPEN)
        assert commitment == meant.commitment(nonce)
    with dialled(victims) as caller:
        caller.send(Kind.COMMIT, commitment, name)
        caller.expect(Kind.NONCE)
        caller.send(Kind.OPEN, nonce)
        assert isinstance(victims.a.ended().error, CommitmentMismatch)
    assert len(victims.a.told) == 1
    assert not victims.a.node.heard(CodeReady)
    victims.assert_nothing_verified()


@pytest.mark.parametrize("whose", ["the one who dials", "the one who was meant"])
def test_another_nonce_than_the_promised_one_shows_no_code(victims: Victims, whose: str) -> None:
    """It promises one of its own, and opens what it has learned since."""
    with in_between(victims) as between:
        between.meant.expect(Kind.COMMIT)
        between.dialling.send(Kind.COMMIT, between.dialling.commitment(os.urandom(32)), "Liar")
        nonce_a, _ = between.dialling.expect(Kind.NONCE)
        between.meant.send(Kind.NONCE, nonce_a, "Liar")
        (nonce_b,) = between.meant.expect(Kind.OPEN)
        between.dialling.send(Kind.OPEN, nonce_a if whose == "the one who dials" else nonce_b)
        assert isinstance(victims.a.ended().error, CommitmentMismatch)
    assert isinstance(victims.b.ended().error, ConnectionLost)
    assert (len(victims.a.told), len(victims.b.told)) == (1, 1)
    assert not victims.a.node.heard(CodeReady)
    victims.assert_nothing_verified()


def test_the_person_who_dials_cannot_be_made_to_compare_with_her_own_computer(victims: Victims) -> None:
    """It answers her, and calls her back at the same time: her screen is taken."""
    with dialled(victims) as caller, dialling(victims.a) as back:
        back.expect(Kind.BUSY)
        caller.compare()
        assert victims.a.node.wait_for(CodeReady).digits == caller.digits
    assert len(victims.a.node.heard(CodeReady)) == 1


# --- few tries, all of them seen ------------------------------------------------------------------------------------


def test_three_that_leave_when_they_have_the_nonce_of_the_one_who_dials_close_her_door(victims: Victims) -> None:
    a, b = victims.a.node, victims.b.node
    for count in range(1, limits.INCOMING_COMPARISONS + 1):
        with dialled(victims) as called:
            called.send(Kind.COMMIT, called.commitment(os.urandom(32)), "Gone")
            called.expect(Kind.NONCE)
        assert isinstance(victims.a.ended(count).error, ConnectionLost)
        assert len(victims.a.told) == count
    assert not a.heard(CodeReady)
    victims.a.assert_paused()
    a.engine.dismiss_failure()
    victims.a.assert_paused()
    session, _ = verify(a, b)  # what she starts herself stays possible
    a.engine.end_session(session)
    a.wait_for(SessionEnded)
    b.wait_for(SessionEnded)


@pytest.mark.parametrize(("dismisses", "tries"), [(False, 1), (True, limits.INCOMING_COMPARISONS)])
def test_whoever_holds_its_opening_back_gets_few_codes_to_choose_from(
    victims: Victims, monkeypatch: pytest.MonkeyPatch, dismisses: bool, tries: int
) -> None:
    """It knows the code of the one who dials, and tries the one who was meant until the same comes up there."""
    monkeypatch.setattr(channel, "_POLL", 0.05)
    monkeypatch.setattr(limits, "UNTIL_OPEN", 1.0)
    codes = 0
    with dialled(victims) as called:
        called.send(Kind.COMMIT, called.commitment(os.urandom(32)), "Patient")
        called.expect(Kind.NONCE)
        while not victims.a.over:
            with dialling(victims.b) as meant:
                kind, _ = meant.receive()
                if kind == Kind.COMMIT:
                    meant.send(Kind.NONCE, os.urandom(32), "Patient")
                    meant.expect(Kind.OPEN)
                    codes += 1
            victims.b.wait_quiet()
            if dismisses:
                victims.b.node.engine.dismiss_failure()
        assert isinstance(victims.a.ended().error, PeerTimeout)
    assert codes == tries == len(victims.b.told)
    assert len(victims.a.told) == 1
    assert not victims.a.node.heard(CodeReady)
    victims.assert_nothing_verified()


def test_a_nonce_held_back_gets_no_code_and_the_next_one_has_to_wait(
    victims: Victims, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has the promise of the one who was meant, and waits for the one who dials."""
    monkeypatch.setattr(channel, "_POLL", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(limits, "UNTIL_NONCE", 0.2)
        with dialling(victims.b) as meant:
            meant.expect(Kind.COMMIT)
            assert isinstance(victims.b.ended().error, PeerTimeout)
    with dialling(victims.b) as again:
        again.expect(Kind.BUSY)
    assert not victims.b.told
    assert not victims.b.node.heard(CodeReady)

"""Sessions under attack: promises broken and passed on, proofs led back, guesses counted, randomness gone."""

from secrets import token_bytes

import pytest

from desktop_app.errors import AppError, CommitmentMismatch, RemoteProtocolError, UnexpectedMessage
from desktop_app.protocol import code
from desktop_app.protocol.messages import Close, CloseReason, Commit, Hello, Nonce, Open, Proofs
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import State
from tests.protocol.ended import assert_dead
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair, agree, session_in, session_of

ROLES = pytest.mark.parametrize("role", [INITIATOR, RESPONDER])


def in_between() -> tuple[SessionPair, SessionPair]:
    """An attacker answers the person who dials, and dials the one who was meant."""
    return SessionPair(), SessionPair()


def test_with_somebody_in_between_the_codes_differ() -> None:
    dialling, meant = in_between()
    dialling.compare()
    meant.compare()
    assert dialling[INITIATOR].code != meant[RESPONDER].code


def test_somebody_in_between_cannot_pass_the_promise_on() -> None:
    dialling, meant = in_between()
    dialling.prove()
    meant.prove()
    promise = meant[RESPONDER].commit()
    (answer,) = dialling[INITIATOR].receive(promise)
    (opening,) = meant[RESPONDER].receive(answer)
    with pytest.raises(CommitmentMismatch):
        dialling[INITIATOR].receive(opening)
    assert dialling[INITIATOR].code is None
    assert_dead(dialling[INITIATOR])


@pytest.mark.parametrize("position", [0, 16, 31])
def test_a_broken_promise_shows_no_code_and_gets_no_second_try(position: int) -> None:
    pair = SessionPair()
    pair.prove()
    pair.say(RESPONDER, pair[RESPONDER].commit())
    pair.deliver(INITIATOR)
    (opening,) = pair[RESPONDER].receive(Nonce(bytearray(pair[INITIATOR]._nonce), "Anna"))
    assert isinstance(opening, Open)
    wrong = bytearray(opening.nonce)
    wrong[position] ^= 1
    with pytest.raises(CommitmentMismatch):
        pair[INITIATOR].receive(Open(bytearray(wrong)))
    assert pair[INITIATOR].code is None
    with pytest.raises(UnexpectedMessage):
        pair[INITIATOR].receive(opening)
    assert_dead(pair[INITIATOR])


def test_case_029_our_own_nonce_does_not_open_a_promise() -> None:
    session = session_in(INITIATOR, State.OPEN)
    with pytest.raises(CommitmentMismatch):
        session.receive(Open(bytearray(session._nonce)))


def test_another_sessions_nonce_does_not_open_a_promise() -> None:
    session, other = session_in(INITIATOR, State.OPEN), session_in(RESPONDER, State.NONCE)
    with pytest.raises(CommitmentMismatch):
        session.receive(Open(bytearray(other._nonce)))


@ROLES
@pytest.mark.parametrize("position", [0, 7, 15])
def test_a_proof_of_ours_that_comes_back_ends_the_session(role: Role, position: int) -> None:
    session = session_in(role, State.HELLO)
    _, ours = session.start()
    assert isinstance(ours, Proofs)
    session.receive(Hello([1], []))
    values = [token_bytes(32) for _ in range(32)]
    values[31 - position] = ours.values[position]
    with pytest.raises(RemoteProtocolError):
        session.receive(Proofs(values, expecting=False))
    assert_dead(session)


def test_proofs_are_as_many_as_the_wire_wants_and_never_the_same() -> None:
    of_initiator, _ = agree()
    session = session_of(of_initiator)
    (_, first), (_, second) = session.start(), session.start()
    assert isinstance(first, Proofs)
    assert isinstance(second, Proofs)
    assert len(set(first.values + second.values)) == 32


# --- the budget of guesses: from when on an ending counts as a failed comparison ------------------


@pytest.mark.parametrize("state", [State.HELLO, State.PROOFS, State.COMMIT])
def test_before_it_sent_its_nonce_an_ending_costs_the_initiator_nothing(state: State) -> None:
    assert not session_in(INITIATOR, state).compared


@pytest.mark.parametrize("state", [State.HELLO, State.PROOFS, State.DECISION, State.NONCE])
def test_before_the_nonce_came_an_ending_costs_the_responder_nothing(state: State) -> None:
    assert not session_in(RESPONDER, state).compared


@pytest.mark.parametrize("state", [State.OPEN, State.COMPARING, State.CONFIRMED, State.PEER_CONFIRMED])
def test_from_its_nonce_on_every_ending_counts_for_the_initiator(state: State) -> None:
    session = session_in(INITIATOR, state)
    assert session.compared
    with pytest.raises(AppError):
        session.receive(Close(CloseReason.NOT_NOW))
    session.wipe()
    assert session.compared


@pytest.mark.parametrize("state", [State.COMPARING, State.CONFIRMED, State.PEER_CONFIRMED])
def test_from_the_nonce_on_every_ending_counts_for_the_responder(state: State) -> None:
    session = session_in(RESPONDER, state)
    assert session.compared
    with pytest.raises(AppError):
        session.receive(Close(CloseReason.NOT_NOW))
    session.wipe()
    assert session.compared


def test_a_broken_promise_counts() -> None:
    session = session_in(INITIATOR, State.OPEN)
    with pytest.raises(CommitmentMismatch):
        session.receive(Open(bytearray(32)))
    assert session.compared


def test_the_initiator_draws_its_nonce_only_after_the_promise() -> None:
    drawn: list[int] = []

    def random_bytes(count: int) -> bytes:
        drawn.append(count)
        return token_bytes(count)

    of_initiator, of_responder = agree()
    pair = SessionPair(session_of(of_initiator, random_bytes=random_bytes), session_of(of_responder))
    pair.prove()
    before = len(drawn)
    assert not pair[INITIATOR]._nonce
    pair[INITIATOR].receive(Commit(code.commitment(of_responder.h, bytes(32)), ""))
    assert drawn[before:] == [32]


@pytest.mark.parametrize("draws", [0, 1, 2])
def test_case_039_without_randomness_no_session_goes_on(draws: int) -> None:
    """The operating system's source dries up at once, or after the proofs and before the nonce."""
    left = iter(range(draws))

    def random_bytes(count: int) -> bytes:
        if next(left, None) is None:
            raise OSError("no entropy")
        return token_bytes(count)

    of_initiator, of_responder = agree()
    pair = SessionPair(session_of(of_initiator, random_bytes=random_bytes), session_of(of_responder))
    with pytest.raises(OSError, match="entropy"):
        pair.compare()
    assert pair[INITIATOR].code is pair[RESPONDER].code is None
    assert not pair[INITIATOR].compared

"""The unverified part of a session: what may be said when, and that only two people together verify it."""

from secrets import token_bytes

import pytest

from desktop_app.errors import (
    AppError,
    CodeMismatch,
    ComparisonUnfinished,
    LocalProtocolError,
    PeerBusy,
    RemoteProtocolError,
    UnexpectedMessage,
    UnsupportedVersion,
)
from desktop_app.protocol.handshake import Secrets
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.messages import Busy, Close, CloseReason, Commit, Confirm, Hello, Message, Nonce, Open, Proofs
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import CONFIRMED_HERE, RECEIVED, Session, State, VerifiedSession
from tests.protocol.ended import assert_dead
from tests.protocol.examples import EXAMPLES
from tests.support.session_pair import (
    BOTH_CIPHERS,
    INITIATOR,
    OTHER,
    RESPONDER,
    SessionPair,
    agree,
    session_in,
    session_of,
)

ROLES = pytest.mark.parametrize("role", [INITIATOR, RESPONDER])

# README.md §5, written down a second time: whoever waits for this may receive these, and nothing else.
ALLOWED: dict[tuple[Role, State], set[type[Message]]] = {
    (INITIATOR, State.HELLO): {Hello, Close},
    (RESPONDER, State.HELLO): {Hello, Close},
    (INITIATOR, State.PROOFS): {Proofs, Close},
    (RESPONDER, State.PROOFS): {Proofs, Close},
    (INITIATOR, State.COMMIT): {Commit, Busy, Close},
    (RESPONDER, State.DECISION): {Close},
    (INITIATOR, State.UNPROVEN): {Close},
    (RESPONDER, State.UNPROVEN): {Close},
    (RESPONDER, State.NONCE): {Nonce, Close},
    (INITIATOR, State.OPEN): {Open, Close},
    (INITIATOR, State.COMPARING): {Confirm, Close},
    (RESPONDER, State.COMPARING): {Confirm, Close},
    (INITIATOR, State.CONFIRMED): {Confirm, Close},
    (RESPONDER, State.CONFIRMED): {Confirm, Close},
    (INITIATOR, State.PEER_CONFIRMED): set(),
    (RESPONDER, State.PEER_CONFIRMED): set(),
    (INITIATOR, State.VERIFIED): set(),
    (RESPONDER, State.VERIFIED): set(),
    (INITIATOR, State.ENDED): set(),
    (RESPONDER, State.ENDED): set(),
}
CELLS = [(*place, message) for place in ALLOWED for message in EXAMPLES]
FORBIDDEN = [cell for cell in CELLS if type(cell[2]) not in ALLOWED[cell[0], cell[1]]]
OPEN_PLACES = [place for place in ALLOWED if ALLOWED[place]]


def verify(pair: SessionPair) -> tuple[VerifiedSession, VerifiedSession]:
    pair.confirm(INITIATOR)
    pair.confirm(RESPONDER)
    return pair[INITIATOR].verified(now=0.0), pair[RESPONDER].verified(now=0.0)


def of_ciphers(secrets: Secrets, *ciphers: Cipher) -> Session:
    return Session(secrets, own_name="", ciphers=ciphers, random_bytes=token_bytes)


# --- the table --------------------------------------------------------------------------------


def test_the_table_says_what_the_specification_says() -> None:
    assert {place: set(cells) for place, cells in RECEIVED.items()} == ALLOWED


def test_every_ending_message_leads_to_the_end() -> None:
    for cells in RECEIVED.values():
        assert all((following is State.ENDED) == (kind in {Close, Busy}) for kind, following in cells.items())


def test_verified_is_reached_only_over_both_confirmations() -> None:
    received = [
        (state, kind) for (_, state), cells in RECEIVED.items() for kind, to in cells.items() if to is State.VERIFIED
    ]
    assert received == [(State.CONFIRMED, Confirm)] * 2
    assert [state for state, to in CONFIRMED_HERE.items() if to is State.VERIFIED] == [State.PEER_CONFIRMED]
    to_peer_confirmed = [
        kind for cells in RECEIVED.values() for kind, to in cells.items() if to is State.PEER_CONFIRMED
    ]
    assert to_peer_confirmed == [Confirm] * 2


@pytest.mark.parametrize(("role", "state"), ALLOWED, ids=lambda value: value.name)
def test_whatever_is_not_allowed_is_refused_and_ends_the_session(role: Role, state: State) -> None:
    forbidden = [message for a_role, a_state, message in FORBIDDEN if (a_role, a_state) == (role, state)]
    assert forbidden
    for message in forbidden:
        session = session_in(role, state)
        assert session.state is state
        with pytest.raises(UnexpectedMessage):
            session.receive(message)
        assert session.state is State.ENDED
    assert_dead(session)


@pytest.mark.parametrize(("role", "state"), OPEN_PLACES, ids=lambda value: value.name)
@pytest.mark.parametrize("reason", CloseReason)
def test_a_peer_that_closes_ends_it_with_a_reason(role: Role, state: State, reason: CloseReason) -> None:
    told: dict[CloseReason, type[AppError]] = {
        CloseReason.CODE_DIFFERED: CodeMismatch,
        CloseReason.NOT_VISIBLE: PeerBusy,
    }
    session = session_in(role, state)
    if session.code is None:
        del told[CloseReason.CODE_DIFFERED]  # there was nothing yet that could differ
    with pytest.raises(AppError) as raised:
        session.receive(Close(reason))
    assert type(raised.value) is told.get(reason, ComparisonUnfinished)
    assert_dead(session)


def test_busy_is_an_answer_only_before_the_promise() -> None:
    session = session_in(INITIATOR, State.COMMIT)
    with pytest.raises(PeerBusy):
        session.receive(Busy())
    assert not session.compared
    assert_dead(session)


@pytest.mark.parametrize(("role", "state"), ALLOWED, ids=lambda value: value.name)
def test_only_a_code_on_the_screen_can_be_confirmed(role: Role, state: State) -> None:
    session = session_in(role, state)
    if state in {State.COMPARING, State.PEER_CONFIRMED}:
        assert session.code is not None
        session.confirm()
    else:
        with pytest.raises(LocalProtocolError):
            session.confirm()
        assert session.state is state


@pytest.mark.parametrize(("role", "state"), ALLOWED, ids=lambda value: value.name)
def test_only_a_responder_that_has_to_decide_commits(role: Role, state: State) -> None:
    session = session_in(role, state)
    if (role, state) == (RESPONDER, State.DECISION):
        session.commit()
    else:
        with pytest.raises(LocalProtocolError):
            session.commit()
        assert session.state is state


@pytest.mark.parametrize(("role", "state"), ALLOWED, ids=lambda value: value.name)
def test_nothing_is_said_after_confirm_under_the_old_keys(role: Role, state: State) -> None:
    said_confirm_or_over = {State.CONFIRMED, State.VERIFIED, State.ENDED}
    assert session_in(role, state).may_close is (state not in said_confirm_or_over)


# --- the comparison ---------------------------------------------------------------------------


def test_both_screens_show_the_same_code() -> None:
    pair = SessionPair()
    pair.compare()
    assert pair[INITIATOR].code == pair[RESPONDER].code is not None


def test_no_code_is_known_before_the_promise_was_kept() -> None:
    assert session_in(INITIATOR, State.OPEN).code is None
    assert session_in(RESPONDER, State.NONCE).code is None


def test_a_second_comparison_has_another_code() -> None:
    codes = []
    for _ in range(3):
        pair = SessionPair()
        pair.compare()
        codes.append(pair[INITIATOR].code)
    assert len(set(codes)) == 3


@ROLES
def test_either_person_may_press_first(role: Role) -> None:
    pair = SessionPair()
    pair.compare()
    pair.confirm(role)
    assert (pair[role].state, pair[OTHER[role]].state) == (State.CONFIRMED, State.PEER_CONFIRMED)
    for session in pair.sides.values():
        with pytest.raises(LocalProtocolError):
            session.verified(now=0.0)
    pair.confirm(OTHER[role])
    assert pair[INITIATOR].state is pair[RESPONDER].state is State.VERIFIED


def test_both_persons_may_press_at_once() -> None:
    pair = SessionPair()
    pair.compare()
    said = pair[INITIATOR].confirm(), pair[RESPONDER].confirm()
    pair.say(INITIATOR, said[0])
    pair.say(RESPONDER, said[1])
    pair.settle()
    assert pair[INITIATOR].state is pair[RESPONDER].state is State.VERIFIED


@ROLES
def test_a_peer_that_says_yes_twice_says_nothing_for_us(role: Role) -> None:
    session = session_in(role, State.PEER_CONFIRMED)
    with pytest.raises(UnexpectedMessage):
        session.receive(Confirm())
    assert_dead(session)


@ROLES
def test_a_person_presses_once(role: Role) -> None:
    session = session_in(role, State.CONFIRMED)
    with pytest.raises(LocalProtocolError):
        session.confirm()
    assert session.state is State.CONFIRMED


def test_a_verified_session_is_handed_out_once_and_its_keys_meet() -> None:
    pair = SessionPair()
    pair.compare()
    ours, theirs = verify(pair)
    assert (ours.role, theirs.role) == (INITIATOR, RESPONDER)
    assert ours.method == theirs.method == "code"
    assert (ours.peer_name, theirs.peer_name) == ("Ben", "Anna")
    for sealer, opener in ((ours.sealer, theirs.opener), (theirs.sealer, ours.opener)):
        frame = memoryview(bytearray(4 + 4 + 16))
        frame[4:8] = b"film"
        assert bytes(opener.open_into(sealer.seal_into(frame, 4))) == b"film"
    for session in pair.sides.values():
        assert_dead(session)


def test_the_unverified_keys_open_nothing_of_the_verified_ones() -> None:
    pair = SessionPair()
    pair.compare()
    ours, _ = verify(pair)
    frame = memoryview(bytearray(4 + 4 + 16))
    sealed = ours.sealer.seal_into(frame, 4)
    with pytest.raises(RemoteProtocolError):
        pair[RESPONDER].opener.open_into(sealed)


def test_verifying_and_wiping_leave_no_secret() -> None:
    of_initiator, of_responder = agree()
    secrets = of_initiator.key_initiator, of_initiator.key_responder, of_initiator.exporter, of_initiator.root
    assert all(any(secret) for secret in secrets)
    pair = SessionPair(session_of(of_initiator), session_of(of_responder))
    pair.prove()
    pair.say(RESPONDER, pair[RESPONDER].commit())
    pair.deliver(INITIATOR)
    nonces = [session._nonce for session in pair.sides.values()]
    assert all(any(nonce) for nonce in nonces)
    pair.settle()
    assert pair[INITIATOR].code is not None
    assert not any(any(nonce) for nonce in nonces)
    verify(pair)
    assert not any(of_initiator.root)
    assert not any(of_initiator.exporter)
    pair[INITIATOR].wipe()
    pair[INITIATOR].wipe()
    assert not any(any(secret) for secret in secrets)


@pytest.mark.parametrize("initiators", [BOTH_CIPHERS, BOTH_CIPHERS[::-1], BOTH_CIPHERS[1:], BOTH_CIPHERS[:1]])
@pytest.mark.parametrize("responders", [BOTH_CIPHERS, BOTH_CIPHERS[::-1], BOTH_CIPHERS[1:], BOTH_CIPHERS[:1]])
def test_aes_is_taken_only_where_it_is_first_on_both_sides(
    initiators: tuple[Cipher, ...], responders: tuple[Cipher, ...]
) -> None:
    of_initiator, of_responder = agree()
    pair = SessionPair(of_ciphers(of_initiator, *initiators), of_ciphers(of_responder, *responders))
    pair.compare()
    ours, theirs = verify(pair)
    both = initiators[0] is responders[0] is Cipher.AES_256_GCM
    assert ours.cipher is theirs.cipher is (Cipher.AES_256_GCM if both else Cipher.CHACHA20_POLY1305)


@pytest.mark.parametrize("ciphers", [[], ["ROT13", "AES-256-GCM"], ["aes-256-gcm"], ["AES-256-GCM\0"]])
def test_a_strange_wish_for_a_cipher_gives_chacha(ciphers: list[str]) -> None:
    session = session_in(INITIATOR, State.HELLO)
    session.receive(Hello([1], ciphers))
    assert session._cipher is Cipher.CHACHA20_POLY1305


@ROLES
@pytest.mark.parametrize("versions", [[], [0], [2, 3], [257], [-1], [2**64 - 1]])
def test_a_peer_without_our_version_is_left(role: Role, versions: list[int]) -> None:
    session = session_in(role, State.HELLO)
    with pytest.raises(UnsupportedVersion):
        session.receive(Hello(versions, []))
    assert_dead(session)


@pytest.mark.parametrize(("versions", "told"), [([2, 3, 0x119], 3), ([0x119], 0)])
def test_what_a_peer_understands_besides_is_not_told_as_its_version(versions: list[int], told: int) -> None:
    session = session_in(INITIATOR, State.HELLO)
    with pytest.raises(UnsupportedVersion) as raised:
        session.receive(Hello(versions, []))
    assert raised.value.fields["version"] == told


def test_a_later_version_may_be_offered_beside_ours() -> None:
    session = session_in(RESPONDER, State.HELLO)
    session.receive(Hello([3, 2, 1], ["AES-256-GCM"]))
    assert session.state is State.PROOFS


# --- names ------------------------------------------------------------------------------------


@ROLES
def test_a_peers_name_is_cleaned(role: Role) -> None:
    hostile = "Kitchen\u202e\n\x1b[2J\u200bPC"
    of_initiator, of_responder = agree()
    sides = {INITIATOR: of_initiator, RESPONDER: of_responder}
    sessions = {side: session_of(secrets, name="" if side is role else hostile) for side, secrets in sides.items()}
    pair = SessionPair(sessions[INITIATOR], sessions[RESPONDER])
    pair.compare()
    assert pair[role].peer_name == "Kitchen [2JPC"


@ROLES
def test_no_name_is_told_or_known_before_a_comparison(role: Role) -> None:
    pair = SessionPair()
    pair.say(INITIATOR, *pair[INITIATOR].start())
    pair.say(RESPONDER, *pair[RESPONDER].start())
    assert not any(name in wire for wires in pair.under_way.values() for wire in wires for name in (b"Anna", b"Ben"))
    pair.settle()
    assert pair[role].peer_name == ""

"""What proofs lead to: the whole table, written down a second time, and sessions that follow it on both sides."""

from itertools import product
from secrets import token_bytes

import pytest

from desktop_app.errors import RemoteProtocolError, UnexpectedMessage
from desktop_app.protocol import messages
from desktop_app.protocol.messages import Close, CloseReason, Hello, Proofs
from desktop_app.protocol.outcome import OUTCOMES, Expected, Outcome, Proven, judge
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import State, VerifiedSession
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair, agree, session_of

RECORD, CUT, GIVEN = SecretKind.RECORD, SecretKind.CONTINUATION, SecretKind.INVITATION

# README.md §5, "The outcome"
TABLE = {
    (Expected.NOBODY, Proven.NOTHING): Outcome.COMPARE,
    (Expected.NOBODY, Proven.ONE): Outcome.VERIFIED,
    (Expected.SOMEBODY, Proven.NOTHING): Outcome.NOT_PROVEN,
    (Expected.SOMEBODY, Proven.ONE): Outcome.NOT_PROVEN,
    (Expected.SOMEBODY, Proven.THE_EXPECTED): Outcome.VERIFIED,
    (Expected.US, Proven.NOTHING): Outcome.NOT_PROVEN,
    (Expected.US, Proven.ONE): Outcome.VERIFIED,
    **{(expected, Proven.SEVERAL): Outcome.AMBIGUOUS for expected in Expected},
}


def secret(kind: SecretKind, identity: str) -> KnownSecret:
    return KnownSecret(kind, identity, Role.INITIATOR, bytearray(64))


def shared(kind: SecretKind = RECORD) -> tuple[KnownSecret, KnownSecret]:
    """One secret as either side holds it."""
    value = token_bytes(64)
    return KnownSecret(kind, "peer", INITIATOR, bytearray(value)), KnownSecret(kind, "us", RESPONDER, bytearray(value))


def pair_of(mine: list[KnownSecret], theirs: list[KnownSecret], expected: frozenset[str] = frozenset()) -> SessionPair:
    of_initiator, of_responder = agree()
    return SessionPair(session_of(of_initiator, known=mine, expected=expected), session_of(of_responder, known=theirs))


def test_the_table_says_what_the_specification_says() -> None:
    assert OUTCOMES == TABLE
    impossible = {(who, Proven.THE_EXPECTED) for who in (Expected.NOBODY, Expected.US)}
    assert set(OUTCOMES) | impossible == set(product(Expected, Proven))


@pytest.mark.parametrize(
    ("proven", "stands_for"),
    [
        ([], None),
        ([secret(RECORD, "a")], "a"),
        ([secret(CUT, "cut-1"), secret(RECORD, "a")], "a"),
        ([secret(CUT, "cut-1"), secret(CUT, "cut-2")], "cut-1"),
        ([secret(GIVEN, "i-1"), secret(GIVEN, "i-2")], "i-1"),
        ([secret(GIVEN, "i-1"), secret(CUT, "cut-1")], "cut-1"),
        ([secret(GIVEN, "i-1"), secret(CUT, "cut-1"), secret(RECORD, "a")], "a"),
    ],
)
def test_who_stands_for_the_peer(proven: list[KnownSecret], stands_for: str | None) -> None:
    outcome, one = judge(frozenset(), expecting_us=False, proven=proven)
    assert outcome is (Outcome.VERIFIED if proven else Outcome.COMPARE)
    assert (one.identity if one is not None else None) == stands_for


@pytest.mark.parametrize("beside", [[], [secret(CUT, "cut-1")]])
@pytest.mark.parametrize("identity", ["a", "b"])
def test_two_records_or_two_secrets_of_one_are_nobody(beside: list[KnownSecret], identity: str) -> None:
    proven = [secret(RECORD, "a"), *beside, secret(RECORD, identity)]
    for expected in (frozenset[str](), frozenset({"a"})):
        assert judge(expected, expecting_us=False, proven=proven)[0] is Outcome.AMBIGUOUS


def test_a_continuation_of_the_expected_does_not_do_for_its_record() -> None:
    expected = frozenset({"a"})
    assert judge(expected, expecting_us=False, proven=[secret(CUT, "cut-1")])[0] is Outcome.NOT_PROVEN
    both = [secret(CUT, "cut-1"), secret(RECORD, "b")]
    assert judge(frozenset({"cut-1", "a"}), expecting_us=False, proven=both)[0] is Outcome.NOT_PROVEN


@pytest.mark.parametrize("beside", [[], [secret(RECORD, "a")], [secret(CUT, "cut-1"), secret(RECORD, "a")]])
def test_who_was_given_the_invitation_is_meant_whoever_else_it_proves_to_be(beside: list[KnownSecret]) -> None:
    expected = frozenset({"i-1"})
    outcome, peer = judge(expected, expecting_us=False, proven=[secret(GIVEN, "i-1"), *beside])
    assert outcome is Outcome.VERIFIED
    assert peer is not None
    assert peer.identity == ("a" if beside else "i-1")
    for other in (beside, [secret(GIVEN, "i-2"), *beside]):
        assert judge(expected, expecting_us=False, proven=other)[0] is Outcome.NOT_PROVEN


def test_an_invitation_does_not_do_for_the_record_that_is_expected() -> None:
    proven = [secret(GIVEN, "i-1")]
    assert judge(frozenset({"a"}), expecting_us=False, proven=proven)[0] is Outcome.NOT_PROVEN


# --- sessions ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", SecretKind)
@pytest.mark.parametrize("expecting", [True, False])
def test_a_shared_secret_verifies_both_sides_under_the_same_keys(kind: SecretKind, expecting: bool) -> None:
    mine, theirs = shared(kind)
    pair = pair_of([mine], [theirs], frozenset({"peer"}) if expecting else frozenset())
    pair.prove()
    verified: list[VerifiedSession] = []
    for role in (INITIATOR, RESPONDER):
        assert pair[role].state is State.VERIFIED
        assert not pair[role].may_close, "PROOFS was the last record of epoch 0"
        verified.append(pair[role].verified(now=0.0))
    first, second = verified
    assert first.method == second.method == kind.value
    assert first.candidate == second.candidate != bytearray(64)
    assert first.continuation == second.continuation != first.candidate
    frame = memoryview(bytearray(100))
    frame[4:9] = b"hello"
    assert bytes(second.opener.open_into(first.sealer.seal_into(frame, 5))) == b"hello"


def test_the_proven_secret_is_in_the_keys() -> None:
    """An attacker who got at every key of the handshake, but not at the secret, has nothing of epoch 1."""
    mine, theirs = shared()
    pair = pair_of([mine], [theirs])
    pair.prove()
    mine.secret[0] ^= 1
    first, second = pair[INITIATOR].verified(now=0.0), pair[RESPONDER].verified(now=0.0)
    assert first.renewal._root != second.renewal._root


@pytest.mark.parametrize("others", [[], [KnownSecret(RECORD, "other", INITIATOR, bytearray(64))]])
def test_who_was_expected_and_proves_nothing_gets_no_code(others: list[KnownSecret]) -> None:
    pair = pair_of([shared()[0], *others], [], frozenset({"peer"}))
    pair.prove()
    for role in (INITIATOR, RESPONDER):
        assert pair[role].state is State.UNPROVEN
        assert pair[role].may_close
        assert not pair[role].compared
        assert pair[role].code is None


def test_somebody_else_than_was_expected_is_left_without_a_word() -> None:
    mine, theirs = shared()
    pair = pair_of([mine], [theirs], frozenset({"somebody else"}))
    pair.prove()
    assert pair[INITIATOR].state is State.UNPROVEN
    assert not pair[INITIATOR].may_close, "the other side is in epoch 1 already"
    assert pair[RESPONDER].state is State.VERIFIED


def test_a_responder_that_expects_somebody_is_refused() -> None:
    pair = pair_of([], [])
    pair[INITIATOR].start()
    pair[INITIATOR].receive(Hello([1], []))
    with pytest.raises(UnexpectedMessage):
        pair[INITIATOR].receive(Proofs([token_bytes(32) for _ in range(16)], expecting=True))


def test_who_proves_two_records_is_nobody() -> None:
    (mine, theirs), (mine_too, theirs_too) = shared(), shared()
    pair = pair_of([mine, mine_too], [theirs, theirs_too])
    pair.prove()
    for role in (INITIATOR, RESPONDER):
        assert pair[role].state is State.UNPROVEN
        assert pair[role].ambiguous
        assert pair[role].may_close


def test_after_a_proof_nothing_of_epoch_0_has_a_place() -> None:
    mine, theirs = shared()
    pair = pair_of([mine], [theirs])
    pair.prove()
    for message in (Close(CloseReason.DONE), Hello([1], [])):
        with pytest.raises(RemoteProtocolError):
            pair[RESPONDER].receive(messages.decode(messages.encode(message)))


def test_secrets_that_did_not_verify_are_wiped_at_verification_and_the_rest_at_the_end() -> None:
    mine, theirs = shared()
    other = KnownSecret(RECORD, "other", INITIATOR, bytearray(token_bytes(64)))
    pair = pair_of([other, mine], [theirs])
    pair.prove()
    verified = pair[INITIATOR].verified(now=0.0)
    assert other.secret == bytes(64)
    assert mine.secret != bytes(64)
    pair[INITIATOR].wipe()
    verified.wipe()
    assert mine.secret == verified.candidate == verified.continuation == bytes(64)

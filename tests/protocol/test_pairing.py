"""Proofs and hints: what they are, byte for byte, and all that must not prove anything."""

import hmac
from secrets import token_bytes

import pytest

from desktop_app.errors import LocalProtocolError, ReflectedProof
from desktop_app.protocol import limits, pairing
from desktop_app.protocol.pairing import KnownSecret, Proofs, SecretKind
from desktop_app.protocol.role import Role

INITIATOR, RESPONDER = Role.INITIATOR, Role.RESPONDER
H = bytes(range(64))
BOTH = [(INITIATOR, INITIATOR), (INITIATOR, RESPONDER), (RESPONDER, INITIATOR), (RESPONDER, RESPONDER)]


def known(secret: bytes, founded_as: Role, identity: str = "peer", kind: SecretKind = SecretKind.RECORD) -> KnownSecret:
    return KnownSecret(kind, identity, founded_as, bytearray(secret))


def proofs(role: Role, *secrets: KnownSecret, h: bytes = H) -> Proofs:
    return Proofs(secrets, role, h, token_bytes)


def lp(*values: bytes) -> bytes:
    return b"".join(len(value).to_bytes(8, "big") + value for value in values)


def expand(key: bytes, info: bytes) -> bytes:
    """HKDF-Expand with SHA-512 and 64 bytes of output is one HMAC (RFC 5869 §2.3)."""
    return hmac.digest(key, info + b"\x01", "sha512")


@pytest.mark.parametrize(("founded_as", "role"), BOTH)
@pytest.mark.parametrize("kind", SecretKind)
def test_a_proof_is_the_mac_of_the_specification(founded_as: Role, role: Role, kind: SecretKind) -> None:
    secret = token_bytes(64)
    key = expand(secret, lp(b"proof", kind.value.encode()))
    proof = hmac.digest(key, lp(b"proof", founded_as.value.encode(), role.value.encode(), H), "sha512")[:32]
    assert proof in proofs(role, known(secret, founded_as, kind=kind)).values


def test_a_hint_is_the_mac_of_the_specification() -> None:
    secret = token_bytes(64)
    key = expand(secret, lp(b"hint", b"record"))
    assert pairing.hint_key(bytearray(secret)) == key
    hint = hmac.digest(key, lp(b"hint", b"responder", b"0123456789abcdef"), "sha512")[:6]
    assert pairing.hint(key, RESPONDER, "0123456789abcdef") == hint


@pytest.mark.parametrize("founded_as", Role)
def test_both_sides_see_the_same_proven(founded_as: Role) -> None:
    secret, other = token_bytes(64), token_bytes(64)
    mine = proofs(INITIATOR, known(secret, founded_as, "a"), known(token_bytes(64), founded_as, "lost"))
    theirs = proofs(RESPONDER, known(other, INITIATOR, "other"), known(secret, founded_as.other, "b"))
    assert [each.identity for each in mine.proven_by(theirs.values)] == ["a"]
    assert [each.identity for each in theirs.proven_by(mine.values)] == ["b"]


@pytest.mark.parametrize("founded_as", Role)
@pytest.mark.parametrize("same_side", [True, False])
def test_a_copy_of_ones_own_data_proves_nothing(founded_as: Role, same_side: bool) -> None:
    """A clone has the same founding side as its original; two originals have different ones."""
    secret = token_bytes(64)
    mine = proofs(INITIATOR, known(secret, founded_as))
    theirs = proofs(RESPONDER, known(secret, founded_as if same_side else founded_as.other))
    assert bool(mine.proven_by(theirs.values)) is not same_side
    assert bool(theirs.proven_by(mine.values)) is not same_side


def test_a_proof_for_another_transcript_role_or_kind_proves_nothing() -> None:
    secret = token_bytes(64)
    mine = proofs(INITIATOR, known(secret, INITIATOR))
    for wrong in (
        proofs(RESPONDER, known(secret, RESPONDER), h=bytes(64)),
        proofs(INITIATOR, known(secret, RESPONDER)),
        proofs(RESPONDER, known(secret, RESPONDER, kind=SecretKind.CONTINUATION)),
        proofs(RESPONDER, known(token_bytes(64), RESPONDER)),
    ):
        assert not mine.proven_by(wrong.values)


@pytest.mark.parametrize("position", [0, 15])
def test_a_value_of_ours_that_comes_back_is_an_attack_whatever_else_is_proven(position: int) -> None:
    secret = token_bytes(64)
    mine = proofs(INITIATOR, known(secret, INITIATOR))
    values = list(proofs(RESPONDER, known(secret, RESPONDER)).values)
    values[position] = mine.values[7]
    with pytest.raises(ReflectedProof):
        mine.proven_by(values)


@pytest.mark.parametrize(("count", "sent"), [(0, 16), (1, 16), (16, 16), (17, 32), (240, 240), (241, 256), (256, 256)])
def test_how_many_are_known_shows_only_in_steps(count: int, sent: int) -> None:
    values = proofs(INITIATOR, *(known(token_bytes(64), INITIATOR, str(number)) for number in range(count))).values
    assert len(values) == sent
    assert len(set(values)) == sent
    assert {len(value) for value in values} == {32}


def test_more_than_the_wire_takes_is_our_own_mistake() -> None:
    with pytest.raises(LocalProtocolError):
        proofs(INITIATOR, *(known(token_bytes(64), INITIATOR, str(number)) for number in range(257)))
    most = limits.RECORDS_MAX * limits.SECRETS_PER_RECORD + limits.CONTINUATIONS_MAX + limits.INVITATIONS_MAX + 1
    assert most <= limits.PROOFS_MAX, "the store and the memory hold no more than can be proven"


def test_real_proofs_have_no_place_of_their_own() -> None:
    secret = known(token_bytes(64), INITIATOR)
    real = set(proofs(INITIATOR, secret).values) & set(proofs(INITIATOR, secret).values)
    assert len(real) == 1
    places = {proofs(INITIATOR, secret).values.index(next(iter(real))) for _ in range(60)}
    assert len(places) > 8


def test_what_is_proven_comes_in_the_order_of_the_initiator() -> None:
    """Of several continuations the first counts, so both sides have to see the same first."""
    secrets = [token_bytes(64) for _ in range(5)]
    cut = SecretKind.CONTINUATION
    for _ in range(20):
        mine = proofs(INITIATOR, *(known(each, INITIATOR, each.hex(), cut) for each in secrets))
        theirs = proofs(RESPONDER, *(known(each, RESPONDER, each.hex(), cut) for each in reversed(secrets)))
        seen_here = [each.identity for each in mine.proven_by(theirs.values)]
        seen_there = [each.identity for each in theirs.proven_by(mine.values)]
        assert seen_here == seen_there
        assert sorted(seen_here) == sorted(each.hex() for each in secrets)


def test_the_continuation_that_is_expected_comes_first() -> None:
    secrets, cut = [token_bytes(64) for _ in range(5)], SecretKind.CONTINUATION
    for expected in secrets:
        for _ in range(10):
            of_initiator = (known(each, INITIATOR, each.hex(), cut) for each in secrets)
            mine = Proofs([*of_initiator], INITIATOR, H, token_bytes, frozenset({expected.hex(), "a record"}))
            theirs = proofs(RESPONDER, *(known(each, RESPONDER, each.hex(), cut) for each in secrets))
            assert mine.proven_by(theirs.values)[0].identity == expected.hex()
            assert theirs.proven_by(mine.values)[0].identity == expected.hex()
            assert len(set(mine.values)) == 16


def test_a_hint_recognises_only_the_other_side_under_that_id() -> None:
    key = pairing.hint_key(bytearray(token_bytes(64)))
    hint = pairing.hint(key, INITIATOR, "0123456789abcdef")
    assert hint != pairing.hint(key, RESPONDER, "0123456789abcdef")
    assert hint != pairing.hint(key, INITIATOR, "0123456789abcdee")
    assert len(hint) == limits.HINT

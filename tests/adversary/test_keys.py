"""Somebody changes the key agreement on its way: every byte of it, its KEM, or all of it by keys of its own."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from desktop_app.errors import AppError, HandshakeFailed
from desktop_app.protocol import code, noise_primitives
from desktop_app.protocol.handshake import PROLOGUE, SUITE, InitiatorHandshake, LiveKeys, Secrets, respond
from desktop_app.protocol.noise import HandshakeState
from desktop_app.protocol.noise_primitives import CIPHERS, HASHES, dh, dh_key, dh_public
from desktop_app.protocol.noise_symmetric import SymmetricState

M1, M2 = 1217, 1152
E = slice(0, 32)
CT = slice(32, 32 + 1104)
Change = Callable[[bytes], bytes]


def unchanged(frame: bytes) -> bytes:
    return frame


def flipped(position: int) -> Change:
    """One bit of the byte there; over all positions every bit has its turn."""

    def change(frame: bytes) -> bytes:
        changed = bytearray(frame)
        changed[position] ^= 1 << position % 8
        return bytes(changed)

    return change


@dataclass
class Attempt:
    """Both sides of one key agreement whose messages somebody changes; a side that gave up has no secrets."""

    initiator: Secrets | None = None
    responder: Secrets | None = None
    error: AppError | None = None

    @classmethod
    def make(cls, on_m1: Change = unchanged, on_m2: Change = unchanged) -> "Attempt":
        attempt, live = cls(), LiveKeys()
        handshake = InitiatorHandshake(live)
        try:
            answer, attempt.responder = respond(on_m1(handshake.first_frame), LiveKeys())
            attempt.initiator = handshake.finish(on_m2(answer))
        except HandshakeFailed as error:
            attempt.error = error
            handshake.abandon()
            assert not live._keys
        return attempt

    @property
    def agreed(self) -> bool:
        return self.initiator is not None and self.responder is not None and self.initiator.h == self.responder.h


def test_nothing_changed_agrees() -> None:
    assert Attempt.make().agreed


def test_case_022_one_bit_at_any_byte_of_the_first_message_agrees_on_nothing() -> None:
    for position in range(M1):
        attempt = Attempt.make(on_m1=flipped(position))
        assert attempt.initiator is None
        assert isinstance(attempt.error, HandshakeFailed), position


def test_case_022_one_bit_at_any_byte_of_the_second_message_agrees_on_nothing() -> None:
    for position in range(M2):
        attempt = Attempt.make(on_m2=flipped(position))
        assert attempt.initiator is None
        assert isinstance(attempt.error, HandshakeFailed), position


# --- the KEM taken apart from the rest ------------------------------------------------------------------------------


def test_a_kem_ciphertext_of_another_agreement_is_refused() -> None:
    """Made for the same encapsulation key, even: it is bound to the transcript and to the result of X25519."""
    handshake = InitiatorHandshake(LiveKeys())
    other, _ = respond(handshake.first_frame, LiveKeys())
    answer, _ = respond(handshake.first_frame, LiveKeys())
    with pytest.raises(HandshakeFailed):
        handshake.finish(answer[:32] + other[CT] + answer[CT.stop :])


def _transcript(e_i: bytes, ek: bytes, e_r: bytes, ee: bytearray) -> SymmetricState:
    """As far as the token "ee" of the second message."""
    symmetric = SymmetricState(SUITE, CIPHERS["ChaChaPoly"], HASHES["SHA512"])
    for part in (PROLOGUE, e_i, ek, b"", e_r):
        symmetric.mix_hash(part)
    symmetric.mix_key(ee)
    return symmetric


@pytest.mark.parametrize("whose_tag", ["its own", "passed on"])
def test_whoever_leads_the_kem_through_cannot_finish_the_agreement(whose_tag: str) -> None:
    """X25519 with each side, ML-KEM between the two: the last tag is under a secret that it does not have."""
    handshake, own = InitiatorHandshake(LiveKeys()), dh_key(None)
    e_i, ek, e = handshake.first_frame[1:33], handshake.first_frame[33:], own.public_key().public_bytes_raw()
    answer, _ = respond(b"\x01" + e + ek, LiveKeys())
    inside = _transcript(e, ek, answer[E], dh(own, dh_public(answer[E])))
    outside = _transcript(e_i, ek, e, dh(own, dh_public(e_i)))
    passed_on = outside.encrypt_and_hash(inside.decrypt_and_hash(answer[CT]))
    tag = outside.encrypt_and_hash(b"") if whose_tag == "its own" else answer[CT.stop :]
    with pytest.raises(HandshakeFailed):
        handshake.finish(e + passed_on + tag)


def test_whoever_breaks_x25519_and_puts_its_own_kem_in_gets_two_transcripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a quantum computer it has both private keys and shows each side the other's e; the codes still differ."""
    stolen: dict[bytes, bytes] = {}

    def watched(private: bytes | bytearray | None) -> X25519PrivateKey:
        key = dh_key(private)
        stolen[key.public_key().public_bytes_raw()] = key.private_bytes_raw()
        return key

    monkeypatch.setattr(noise_primitives, "dh_key", watched)
    handshake = InitiatorHandshake(LiveKeys())
    e_i = handshake.first_frame[1:33]
    to_responder = HandshakeState(SUITE, initiator=True, prologue=PROLOGUE, e=stolen[e_i])
    answer, of_responder = respond(b"\x01" + to_responder.write_message(b""), LiveKeys())
    to_responder.read_message(answer)
    to_initiator = HandshakeState(SUITE, initiator=False, prologue=PROLOGUE, e=stolen[answer[E]])
    to_initiator.read_message(handshake.first_frame[1:])
    of_initiator = handshake.finish(to_initiator.write_message(b""))
    assert (to_responder.ephemeral_public, to_initiator.ephemeral_public) == (e_i, answer[E])
    assert to_initiator.secrets(4)[3] == of_initiator.root
    assert to_responder.secrets(4)[3] == of_responder.root
    assert of_initiator.h != of_responder.h
    nonces = b"i" * 32, b"r" * 32
    assert code.show(of_initiator.h, *nonces).digits != code.show(of_responder.h, *nonces).digits

"""The Noise state machine among its own: the hybrid pattern, peers that lie, misuse, and the end of keys."""

from collections.abc import Callable
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import HandshakeFailed, KeysUnavailable, LocalProtocolError
from desktop_app.protocol import noise_primitives
from desktop_app.protocol.noise import MAX_MESSAGE, HandshakeState
from desktop_app.protocol.noise_primitives import CIPHERS, Cipher
from desktop_app.protocol.noise_symmetric import MAX_NONCE, CipherState

HYBRID = "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512"
CLASSICAL = ("Noise_NN_25519_AESGCM_SHA256", "Noise_XX_25519_ChaChaPoly_BLAKE2s")
PROLOGUE = b"prologue"


def pair(suite: str = HYBRID, **keys: Any) -> tuple[HandshakeState, HandshakeState]:
    keys = {"s": b"\x33" * 32, **keys} if "_XX_" in suite else keys
    return (
        HandshakeState(suite, initiator=True, prologue=PROLOGUE, **keys),
        HandshakeState(suite, initiator=False, prologue=PROLOGUE, **{k: v for k, v in keys.items() if k == "s"}),
    )


def finish(initiator: HandshakeState, responder: HandshakeState) -> None:
    speaker, listener = initiator, responder
    while not initiator.finished:
        assert listener.read_message(speaker.write_message(b"")) == b""
        speaker, listener = listener, speaker


def test_hybrid_messages_have_their_exact_sizes() -> None:
    initiator, responder = pair()
    first = initiator.write_message(b"")
    assert len(first) == 1216
    responder.read_message(first)
    second = responder.write_message(b"")
    assert len(second) == 1152
    initiator.read_message(second)
    assert initiator.handshake_hash == responder.handshake_hash
    assert initiator.secrets(4) == responder.secrets(4)


def test_hybrid_first_message_is_e_and_the_encapsulation_key() -> None:
    e, seed = b"\x01" * 32, b"\x02" * 64
    initiator, _ = pair(e=e, e1=seed)
    message = initiator.write_message(b"")
    assert message[:32] == X25519PrivateKey.from_private_bytes(e).public_key().public_bytes_raw()
    assert message[32:] == MLKEM768PrivateKey.from_seed_bytes(seed).public_key().public_bytes_raw()


def test_both_agreements_reach_the_keys() -> None:
    """Fixed X25519 keys on both sides, and still other secrets each time: the encapsulation is fresh."""

    def secrets() -> list[bytearray]:
        initiator = HandshakeState(HYBRID, initiator=True, e=b"\x01" * 32, e1=b"\x02" * 64)
        responder = HandshakeState(HYBRID, initiator=False, e=b"\x03" * 32)
        finish(initiator, responder)
        return initiator.secrets(2)

    assert secrets() != secrets()


def test_public_keys_are_told_for_the_reflection_check() -> None:
    initiator, responder = pair()
    assert initiator.ephemeral_public == initiator.kem_public == responder.remote_kem == b""
    message = initiator.write_message(b"")
    responder.read_message(message)
    assert initiator.ephemeral_public == responder.remote_ephemeral == message[:32]
    assert initiator.kem_public == responder.remote_kem == message[32:]
    initiator.read_message(responder.write_message(b""))
    initiator.close()
    assert initiator.remote_ephemeral == responder.ephemeral_public
    assert responder.kem_public == b""


@settings(max_examples=60, deadline=None)
@given(position=st.integers(0, 1215), bit=st.integers(0, 7))
def test_any_flipped_bit_of_the_first_message_stops_the_handshake(position: int, bit: int) -> None:
    initiator, responder = pair()
    message = bytearray(initiator.write_message(b""))
    message[position] ^= 1 << bit

    def exchange() -> None:
        responder.read_message(bytes(message))
        initiator.read_message(responder.write_message(b""))

    with pytest.raises(HandshakeFailed):
        exchange()


@settings(max_examples=60, deadline=None)
@given(position=st.integers(0, 1151), bit=st.integers(0, 7))
def test_any_flipped_bit_of_the_second_message_is_noticed(position: int, bit: int) -> None:
    initiator, responder = pair()
    responder.read_message(initiator.write_message(b""))
    message = bytearray(responder.write_message(b""))
    message[position] ^= 1 << bit
    with pytest.raises(HandshakeFailed):
        initiator.read_message(bytes(message))


@pytest.mark.parametrize("suite", [HYBRID, *CLASSICAL])
def test_another_prologue_never_agrees(suite: str) -> None:
    initiator, _ = pair(suite)
    responder = HandshakeState(suite, initiator=False, prologue=b"another", s=b"\x44" * 32 if "_XX_" in suite else None)
    responder.read_message(initiator.write_message(b""))
    with pytest.raises(HandshakeFailed):
        initiator.read_message(responder.write_message(b""))


@settings(max_examples=60, deadline=None)
@given(message=st.binary(max_size=1400), suite=st.sampled_from([HYBRID, *CLASSICAL]), first=st.booleans())
def test_case_019_any_bytes_are_a_message_or_a_fault_of_the_peer(message: bytes, suite: str, first: bool) -> None:
    initiator, responder = pair(suite)
    reader = responder if first else initiator
    if not first:
        initiator.write_message(b"")
    try:
        reader.read_message(message)
    except HandshakeFailed:
        with pytest.raises(LocalProtocolError):
            reader.write_message(b"")


# --- keys that no honest peer has ---------------------------------------------------------

PRIME = 2**255 - 19
LOW_ORDER = [  # canonical encodings of every point of order 1, 2, 4 and 8 on the curve and its twist
    0,
    1,
    PRIME - 1,
    325606250916557431795983626356110631294008115727848805560023387167927233504,
    39382357235489614581723060781553021112529911719440698176882885853963445705823,
]


@pytest.mark.parametrize("point", LOW_ORDER)
def test_case_020_a_point_of_low_order_is_refused_by_both_sides(point: int) -> None:
    e = point.to_bytes(32, "little")
    initiator, responder = pair("Noise_NN_25519_ChaChaPoly_SHA256")
    initiator.write_message(b"")
    with pytest.raises(HandshakeFailed):
        initiator.read_message(e + bytes(16))
    responder.read_message(e)
    with pytest.raises(HandshakeFailed):
        responder.write_message(b"")


@pytest.mark.parametrize("point", [PRIME, PRIME + 1, PRIME + 9, 2**255 - 1, 2**255 + 9, 2**256 - 1])
def test_case_020_an_encoding_that_x25519_never_makes_is_refused(point: int) -> None:
    _, responder = pair("Noise_NN_25519_ChaChaPoly_SHA256")
    with pytest.raises(HandshakeFailed):
        responder.read_message(point.to_bytes(32, "little"))


@pytest.mark.parametrize(
    "key",
    [b"\xff" * 1184, b"\x00" * 1152 + b"\xff" * 31, b"\xff\x0f" + bytes(1182), bytes(1152) + b"\xff" * 32, bytes(1184)],
)
def test_case_021_a_bad_encapsulation_key_is_refused(key: bytes) -> None:
    """Coefficients of 3329 and above, as in FIPS 203 §7.2, one byte short, and one that hides nothing."""
    _, responder = pair()
    with pytest.raises(HandshakeFailed):
        responder.read_message(X25519PrivateKey.generate().public_key().public_bytes_raw() + key)


@pytest.mark.parametrize("length", [0, 1, 31, 32, 1215])
def test_a_short_first_message_is_refused(length: int) -> None:
    initiator, responder = pair()
    with pytest.raises(HandshakeFailed):
        responder.read_message(initiator.write_message(b"")[:length])


@pytest.mark.parametrize("length", [0, 31, 32, 47, 1135, 1136, 1151, 1153])
def test_a_second_message_of_another_length_is_refused(length: int) -> None:
    initiator, responder = pair()
    responder.read_message(initiator.write_message(b""))
    message = responder.write_message(b"").ljust(1153, b"\0")
    with pytest.raises(HandshakeFailed):
        initiator.read_message(message[:length])


def test_messages_stay_within_the_bounds_of_noise() -> None:
    initiator, responder = pair("Noise_NN_25519_ChaChaPoly_SHA256")
    responder.read_message(initiator.write_message(bytes(MAX_MESSAGE - 32)))
    initiator, responder = pair("Noise_NN_25519_ChaChaPoly_SHA256")
    with pytest.raises(HandshakeFailed):
        responder.read_message(bytes([9]) * (MAX_MESSAGE + 1))
    with pytest.raises(LocalProtocolError):
        initiator.write_message(bytes(MAX_MESSAGE - 31))


def test_without_ml_kem_there_is_no_handshake(monkeypatch: pytest.MonkeyPatch) -> None:
    initiator, _ = pair()
    message = initiator.write_message(b"")

    class Without:
        @staticmethod
        def _refuse(*_: object) -> None:
            raise UnsupportedAlgorithm("ML-KEM-768 is not supported by this backend.")

        generate = from_seed_bytes = from_public_bytes = _refuse

    monkeypatch.setattr(noise_primitives, "MLKEM768PrivateKey", Without)
    monkeypatch.setattr(noise_primitives, "MLKEM768PublicKey", Without)
    with pytest.raises(KeysUnavailable):
        pair()[0].write_message(b"")
    with pytest.raises(KeysUnavailable):
        pair()[1].read_message(message)
    with pytest.raises(KeysUnavailable):
        pair(e1=b"\x02" * 64)


# --- misuse ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Noise_NN_25519_ChaChaPoly",
        "Noise_IK_25519_ChaChaPoly_SHA256",
        "Noise_NN_448_ChaChaPoly_SHA256",
        "Noise_NN_25519_ChaChaPoly_MD5",
        "Noise_NN_25519_DES_SHA256",
        "Noise_NN_25519+MLKEM768_ChaChaPoly_SHA512",
        "Noise_NNhfs_25519_ChaChaPoly_SHA512",
        "noise_NN_25519_ChaChaPoly_SHA256",
        HYBRID + "_",
    ],
)
def test_only_known_protocols_are_spoken(name: str) -> None:
    with pytest.raises(LocalProtocolError):
        HandshakeState(name, initiator=True)


@pytest.mark.parametrize("keys", [{"s": b"x" * 31}, {"e": b"x" * 33}, {"e1": b"x" * 63}])
def test_private_keys_have_their_lengths(keys: dict[str, bytes]) -> None:
    with pytest.raises(LocalProtocolError):
        HandshakeState(HYBRID, initiator=True, **keys)


def test_a_pattern_with_static_keys_needs_one() -> None:
    with pytest.raises(LocalProtocolError):
        HandshakeState("Noise_XX_25519_ChaChaPoly_SHA256", initiator=True)


@pytest.mark.parametrize("suite", [HYBRID, "Noise_XX_25519_AESGCM_SHA512"])
def test_every_call_out_of_turn_is_refused_and_harmless(suite: str) -> None:
    initiator, responder = pair(suite)
    speaker, listener = initiator, responder
    while not initiator.finished:
        with pytest.raises(LocalProtocolError):
            listener.write_message(b"")
        with pytest.raises(LocalProtocolError):
            speaker.read_message(bytes(64))
        with pytest.raises(LocalProtocolError):
            _ = initiator.handshake_hash
        with pytest.raises(LocalProtocolError):
            initiator.split()
        with pytest.raises(LocalProtocolError):
            responder.secrets(1)
        listener.read_message(speaker.write_message(b""))
        speaker, listener = listener, speaker
    with pytest.raises(LocalProtocolError):
        speaker.write_message(b"")
    assert initiator.secrets(2) == responder.secrets(2)


@pytest.mark.parametrize("count", [-1, 0, 5])
def test_one_to_four_secrets(count: int) -> None:
    initiator, responder = pair()
    finish(initiator, responder)
    with pytest.raises(LocalProtocolError):
        initiator.secrets(count)
    assert len(initiator.secrets(4)) == 4


@pytest.mark.parametrize("first", [HandshakeState.split, lambda state: state.secrets(1), HandshakeState.close])
@pytest.mark.parametrize("second", [HandshakeState.split, lambda state: state.secrets(1)])
def test_a_handshake_is_used_up_once(
    first: Callable[[HandshakeState], object], second: Callable[[HandshakeState], object]
) -> None:
    initiator, responder = pair()
    finish(initiator, responder)
    h = initiator.handshake_hash
    first(initiator)
    with pytest.raises(LocalProtocolError):
        second(initiator)
    assert initiator.handshake_hash == h == responder.handshake_hash


def test_split_keys_are_the_first_two_secrets() -> None:
    initiator, responder = pair()
    finish(initiator, responder)
    o1, o2 = responder.secrets(2)
    for state, key in zip(initiator.split(), (o1, o2), strict=True):
        assert state._k == key[:32]


def test_a_failed_read_is_the_end() -> None:
    initiator, responder = pair()
    responder.read_message(initiator.write_message(b""))
    good = responder.write_message(b"")
    with pytest.raises(HandshakeFailed):
        initiator.read_message(good[:-1] + bytes([good[-1] ^ 1]))
    with pytest.raises(LocalProtocolError):
        initiator.read_message(good)
    assert not any(initiator._symmetric._ck)


# --- cipher states ----------------------------------------------------------------------------


@pytest.fixture(params=CIPHERS)
def cipher(request: pytest.FixtureRequest) -> Cipher:
    return CIPHERS[request.param]


def keyed(cipher: Cipher, key: bytes = b"\x05" * 32) -> CipherState:
    state = CipherState(cipher)
    state.initialize_key(bytearray(key))
    return state


def test_without_a_key_nothing_is_changed(cipher: Cipher) -> None:
    state = CipherState(cipher)
    assert not state.has_key
    assert state.encrypt_with_ad(b"ad", b"plain") == b"plain"
    assert state.decrypt_with_ad(b"ad", b"plain") == b"plain"
    with pytest.raises(LocalProtocolError):
        state.rekey()


def test_a_bad_tag_does_not_move_the_counter(cipher: Cipher) -> None:
    sending, receiving = keyed(cipher), keyed(cipher)
    sealed = sending.encrypt_with_ad(b"ad", b"plain")
    for wrong_ad, wrong in ((b"da", sealed), (b"ad", sealed[:-1]), (b"ad", b""), (b"ad", bytes(len(sealed)))):
        with pytest.raises(HandshakeFailed):
            receiving.decrypt_with_ad(wrong_ad, wrong)
    assert receiving.decrypt_with_ad(b"ad", sealed) == b"plain"
    with pytest.raises(HandshakeFailed):
        receiving.decrypt_with_ad(b"ad", sealed)


def test_the_last_nonce_is_reserved(cipher: Cipher) -> None:
    state = keyed(cipher)
    state.set_nonce(MAX_NONCE - 1)
    state.encrypt_with_ad(b"", b"the last one")
    for _ in range(2):
        with pytest.raises(LocalProtocolError):
            state.encrypt_with_ad(b"", b"one too many")
        with pytest.raises(LocalProtocolError):
            state.decrypt_with_ad(b"", bytes(32))


def test_a_closed_cipher_state_is_no_plaintext_one(cipher: Cipher) -> None:
    state = keyed(cipher)
    state.close()
    assert state.has_key
    assert not any(state._k)
    with pytest.raises(LocalProtocolError):
        state.encrypt_with_ad(b"", b"secret")


def test_closing_overwrites_the_buffers_and_may_be_repeated() -> None:
    initiator, responder = pair()
    finish(initiator, responder)
    ck, k = initiator._symmetric._ck, initiator._symmetric._cipher_state._k
    assert any(ck)
    assert any(k)
    initiator.close()
    initiator.close()
    assert not any(ck)
    assert not any(k)


def test_dropping_overwrites_the_buffers() -> None:
    initiator, responder = pair()
    finish(initiator, responder)
    sending, _ = responder.split()
    buffers = initiator._symmetric._ck, initiator._symmetric._cipher_state._k, sending._k
    assert all(any(buffer) for buffer in buffers)
    del initiator, sending
    assert not any(any(buffer) for buffer in buffers)

"""The key agreement as a whole: both sides agree or neither goes on, and nobody talks to itself."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey

from desktop_app.errors import (
    ConnectedToSelf,
    HandshakeFailed,
    KeysUnavailable,
    LocalProtocolError,
    RemoteProtocolError,
    UnsupportedVersion,
)
from desktop_app.protocol import noise_primitives
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys, require_kem, respond, unsupported_version
from desktop_app.protocol.noise import HandshakeState
from tests.support.session_pair import agree

M1, M2 = 1217, 1152
E = slice(1, 33)
EK = slice(33, M1)


def flipped(frame: bytes, position: int, mask: int = 1) -> bytes:
    changed = bytearray(frame)
    changed[position] ^= mask
    return bytes(changed)


def positions(*edges: int) -> Iterator[int]:
    """Both ends of every field of a frame, and places in between."""
    for start, end in pairwise(edges):
        yield from sorted({start, *range(start + 1, end - 1, 41), end - 1})


# --- agreement --------------------------------------------------------------------------------


def test_both_sides_have_the_same_secrets_and_know_their_role() -> None:
    ours, theirs = agree()
    assert (ours.initiator, theirs.initiator) == (True, False)
    assert ours.h == theirs.h
    secrets = [(side.key_initiator, side.key_responder, side.exporter, side.root) for side in (ours, theirs)]
    assert secrets[0] == secrets[1]
    assert [len(secret) for secret in secrets[0]] == [32, 32, 64, 64]
    assert len({bytes(secret) for secret in secrets[0]}) == 4


def test_no_two_handshakes_share_anything() -> None:
    (one, _), (two, _) = agree(), agree()
    assert one.h != two.h
    assert one.key_initiator != two.key_initiator
    assert set(one.public).isdisjoint(two.public)


def test_the_frames_have_the_lengths_of_the_specification() -> None:
    initiator = InitiatorHandshake(LiveKeys())
    answer, _ = respond(initiator.first_frame, LiveKeys())
    assert initiator.first_frame[0] == 1
    assert (len(initiator.first_frame), len(answer)) == (M1, M2)


def test_it_is_the_named_noise_protocol_with_the_named_prologue() -> None:
    """Against the state machine itself, with the name and the prologue of the README written out."""
    name, prologue = "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512", b"tallystick\x01"
    initiator = HandshakeState(name, initiator=True, prologue=prologue)
    answer, secrets = respond(b"\x01" + initiator.write_message(b""), LiveKeys())
    initiator.read_message(answer)
    assert initiator.handshake_hash == secrets.h
    o1, o2, exporter, root = initiator.secrets(4)
    assert (o1[:32], o2[:32]) == (secrets.key_initiator, secrets.key_responder)
    assert (exporter, root) == (secrets.exporter, secrets.root)


def test_another_prologue_agrees_on_nothing() -> None:
    initiator = HandshakeState(
        "Noise_NNhfs_25519+MLKEM768_ChaChaPoly_SHA512", initiator=True, prologue=b"tallystick\x02"
    )
    answer, _ = respond(b"\x01" + initiator.write_message(b""), LiveKeys())
    with pytest.raises(HandshakeFailed):
        initiator.read_message(answer)


def test_secrets_can_be_wiped() -> None:
    ours, _ = agree()
    ours.wipe()
    ours.wipe()
    for secret in (ours.key_initiator, ours.key_responder, ours.exporter, ours.root):
        assert secret == bytes(len(secret))


def test_case_098_without_ml_kem_nothing_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    class Without(MLKEM768PrivateKey):
        @classmethod
        def generate(cls) -> MLKEM768PrivateKey:
            raise UnsupportedAlgorithm("ML-KEM")

    require_kem()
    monkeypatch.setattr(noise_primitives, "MLKEM768PrivateKey", Without)
    live = LiveKeys()
    with pytest.raises(KeysUnavailable):
        require_kem()
    with pytest.raises(KeysUnavailable):
        InitiatorHandshake(live)


# --- changed on the way -----------------------------------------------------------------------


@pytest.mark.parametrize("mask", [0x01, 0x80])
def test_a_first_frame_changed_anywhere_agrees_on_nothing(mask: int) -> None:
    for position in positions(0, 1, 33, M1):
        initiator = InitiatorHandshake(LiveKeys())
        try:
            answer, _ = respond(flipped(initiator.first_frame, position, mask), LiveKeys())
        except RemoteProtocolError:
            continue
        with pytest.raises(HandshakeFailed):
            initiator.finish(answer)


@pytest.mark.parametrize("mask", [0x01, 0x80])
def test_an_answer_changed_anywhere_is_refused(mask: int) -> None:
    for position in positions(0, 32, 32 + 1088, 32 + 1104, M2):
        initiator = InitiatorHandshake(LiveKeys())
        answer, _ = respond(initiator.first_frame, LiveKeys())
        with pytest.raises(HandshakeFailed):
            initiator.finish(flipped(answer, position, mask))
        with pytest.raises(LocalProtocolError):
            initiator.finish(answer)


@pytest.mark.parametrize("length", [0, 1, 2, 32, M1 - 1, M1 + 1, 2048])
def test_case_021_a_first_frame_of_another_length_is_refused(length: int) -> None:
    frame = (InitiatorHandshake(LiveKeys()).first_frame + bytes(2048))[:length]
    with pytest.raises(HandshakeFailed):
        respond(frame, LiveKeys())


@pytest.mark.parametrize("length", [0, 1, 3, 32, M2 - 1, M2 + 1, 2048])
def test_case_021_an_answer_of_another_length_is_refused(length: int) -> None:
    initiator = InitiatorHandshake(LiveKeys())
    answer, _ = respond(initiator.first_frame, LiveKeys())
    with pytest.raises(HandshakeFailed):
        initiator.finish((answer + bytes(2048))[:length])


BAD_POINTS = {
    "zero": bytes(32),
    "one": (1).to_bytes(32, "little"),
    "order 8": bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
    "another of order 8": bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
    "minus one": (2**255 - 20).to_bytes(32, "little"),
    "not canonical": (2**255 - 19).to_bytes(32, "little"),
    "top bit": (9 + 2**255).to_bytes(32, "little"),
    "all ones": b"\xff" * 32,
}


@pytest.mark.parametrize("point", BAD_POINTS.values(), ids=list(BAD_POINTS))
def test_case_020_a_point_that_gives_no_secret_is_refused_on_both_sides(point: bytes) -> None:
    initiator = InitiatorHandshake(LiveKeys())
    live = LiveKeys()
    with pytest.raises(HandshakeFailed):
        respond(initiator.first_frame[:1] + point + initiator.first_frame[EK], live)
    assert not live._keys
    answer, _ = respond(initiator.first_frame, LiveKeys())
    with pytest.raises(HandshakeFailed):
        initiator.finish(point + answer[32:])


def test_case_021_an_encapsulation_key_out_of_range_is_refused() -> None:
    first = InitiatorHandshake(LiveKeys()).first_frame
    with pytest.raises(HandshakeFailed):
        respond(first[:33] + b"\xff" * 1184, LiveKeys())


# --- versions ---------------------------------------------------------------------------------


def test_only_later_versions_of_this_protocol_get_an_answer() -> None:
    answers = {first_byte: unsupported_version(bytes((first_byte,)) + bytes(M1 - 1)) for first_byte in range(256)}
    answered = {first_byte: answer for first_byte, answer in answers.items() if answer is not None}
    assert answered == dict.fromkeys(range(2, 16), b"\x00\x01")


@pytest.mark.parametrize(
    "greeting",
    [b"", b"GET / HTTP/1.1\r\n", b"\x16\x03\x01\x02\x00", b"SSH-2.0-OpenSSH_9.6\r\n", b"\x00\x00\x00\x2f\xffSMB"],
    ids=["nothing", "HTTP", "TLS", "SSH", "SMB"],
)
def test_other_protocols_get_no_answer(greeting: bytes) -> None:
    assert unsupported_version(greeting) is None
    with pytest.raises(HandshakeFailed):
        respond(greeting.ljust(M1, b"\0"), LiveKeys())


@pytest.mark.parametrize("version", [0, 2, 15, 16, 255])
def test_a_frame_of_another_version_is_never_taken_for_ours(version: int) -> None:
    first = InitiatorHandshake(LiveKeys()).first_frame
    with pytest.raises(HandshakeFailed):
        respond(bytes((version,)) + first[1:], LiveKeys())


def test_the_fixed_answer_is_understood_and_not_retried() -> None:
    live = LiveKeys()
    initiator = InitiatorHandshake(live)
    with pytest.raises(UnsupportedVersion) as raised:
        initiator.finish(b"\x00\x07")
    assert raised.value.fields["version"] == 7
    assert not live._keys
    with pytest.raises(LocalProtocolError):
        initiator.finish(bytes(M2))


# --- ourselves --------------------------------------------------------------------------------


def test_our_own_first_frame_led_back_is_recognised() -> None:
    live = LiveKeys()
    first = InitiatorHandshake(live).first_frame
    with pytest.raises(ConnectedToSelf):
        respond(first, live)
    respond(first, LiveKeys())


@pytest.mark.parametrize("ours", [E, EK], ids=["e", "ek"])
def test_one_key_of_ours_among_foreign_ones_is_enough(ours: slice) -> None:
    live = LiveKeys()
    mine, frame = InitiatorHandshake(live).first_frame, bytearray(InitiatorHandshake(LiveKeys()).first_frame)
    frame[ours] = mine[ours]
    with pytest.raises(ConnectedToSelf):
        respond(bytes(frame), live)


def test_our_own_e_in_the_answer_is_recognised() -> None:
    live = LiveKeys()
    initiator = InitiatorHandshake(live)
    answer, _ = respond(initiator.first_frame, LiveKeys())
    with pytest.raises(ConnectedToSelf):
        initiator.finish(initiator.first_frame[E] + answer[32:])


def test_the_key_of_a_session_that_we_answered_is_ours_too() -> None:
    live = LiveKeys()
    answer, _ = respond(InitiatorHandshake(LiveKeys()).first_frame, live)
    frame = bytearray(InitiatorHandshake(LiveKeys()).first_frame)
    frame[E] = answer[:32]
    with pytest.raises(ConnectedToSelf):
        respond(bytes(frame), live)


def test_keys_stay_known_through_the_session_and_are_forgotten_after_it() -> None:
    live = LiveKeys()
    initiator = InitiatorHandshake(live)
    answer, _ = respond(initiator.first_frame, LiveKeys())
    secrets = initiator.finish(answer)
    assert live.holds_any((initiator.first_frame[E],))
    assert live.holds_any((initiator.first_frame[EK],))
    live.discard(secrets.public)
    assert not live._keys
    respond(initiator.first_frame, live)


def test_forgetting_one_session_leaves_the_keys_of_another() -> None:
    live = LiveKeys()
    one, two = InitiatorHandshake(live), InitiatorHandshake(live)
    one.abandon()
    with pytest.raises(ConnectedToSelf):
        respond(two.first_frame, live)


def test_a_failed_or_abandoned_handshake_leaves_no_keys() -> None:
    live = LiveKeys()
    InitiatorHandshake(live).abandon()
    failed = InitiatorHandshake(live)
    with pytest.raises(HandshakeFailed):
        failed.finish(bytes(M2))
    assert not live._keys

"""Somebody on the wire changes the two frames in the clear: no session, no lower version, no weaker keys, no retry."""

import pytest

from desktop_app.errors import (
    AppError,
    ConnectionLost,
    HandshakeFailed,
    LimitExceeded,
    RecordCorrupt,
    UnsupportedVersion,
)
from desktop_app.events import CodeReady, ComparisonOver, Trouble
from desktop_app.protocol.handshake import PROLOGUE, LiveKeys, respond
from desktop_app.protocol.noise import HandshakeState
from tests.support.hostile_peer import HostilePeer, Kind
from tests.support.relay import (
    Action,
    Frame,
    Put,
    Relay,
    Way,
    answer,
    append,
    cut_before,
    flip,
    inject,
    reflect,
    truncate,
    twice,
)
from tests.support.victims import Victims

M1, M2 = (Way.OUT, 0), (Way.BACK, 0)
CIPHERTEXT = slice(32, 32 + 1088 + 16)
UNSUPPORTED = bytes.fromhex("00000002 0001")
CLASSICAL = "Noise_NN_25519_ChaChaPoly_SHA512"
Error = type[AppError] | tuple[type[AppError], ...]


def framed(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def assert_nothing_came_of_it(victims: Victims, relay: Relay, of_caller: Error, of_called: Error | None) -> None:
    """One connection, two typed ends, one sentence for the person who dialled and none for the other.

    `of_called`: None where no first frame arrived whole, and so nothing began.
    """
    assert isinstance(victims.a.ended().error, of_caller)
    if of_called is None:
        assert victims.b.over == []
    else:
        assert isinstance(victims.b.ended().error, of_called)
    assert len(relay.courses) == 1
    (trouble,) = [each for each in victims.a.node.heard(Trouble) if each.error is victims.a.over[0].error]
    assert str(trouble.error)
    for victim in victims:
        assert not victim.node.heard(CodeReady) + victim.node.heard(ComparisonOver)
    victims.assert_nothing_verified()


# --- one bit --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "position", [5, 20, 35, *(4 + 33 + offset for offset in (0, 1, 2, 590, 1151, 1152, 1183))], ids=str
)
def test_case_022_one_bit_of_the_first_message(victims: Victims, relay: Relay, position: int) -> None:
    """A key that is none any more fails where it arrives, any other change where the answer does."""
    relay.on(*M1, flip(position))
    victims.dial(relay.port)
    errors = {type(victim.ended().error) for victim in victims}
    assert errors == {HandshakeFailed, ConnectionLost}
    victims.assert_nothing_verified()


@pytest.mark.parametrize("position", [4, 34, 35, 36, 600, 1123, 1124, 1139, 1140, 1155])
def test_case_022_one_bit_of_the_second_message(victims: Victims, relay: Relay, position: int) -> None:
    relay.on(*M2, flip(position))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, HandshakeFailed, ConnectionLost)


@pytest.mark.parametrize(
    ("frame", "action", "of_caller", "of_called"),
    [
        (M1, flip(3), ConnectionLost, HandshakeFailed),  # one byte less
        (M1, flip(2, 0x08), ConnectionLost, LimitExceeded),
        (M1, flip(0, 0x80), ConnectionLost, LimitExceeded),
        (M2, flip(3, 0x80), HandshakeFailed, ConnectionLost),
        (M2, flip(2, 0x08), LimitExceeded, ConnectionLost),
        (M2, flip(0, 0x80), LimitExceeded, ConnectionLost),
    ],
)
def test_one_bit_of_a_length(
    victims: Victims,
    relay: Relay,
    frame: tuple[Way, int],
    action: Action,
    of_caller: Error,
    of_called: Error,
) -> None:
    relay.on(*frame, action)
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, of_caller, of_called)


def test_another_kem_ciphertext_in_the_second_message(victims: Victims, relay: Relay) -> None:
    """Made by somebody on the wire for the very key of the first message."""

    def substituted(frame: Frame) -> list[Put]:
        other, secrets = respond(relay.course.taken[Way.OUT][0].raw[4:], LiveKeys())
        secrets.wipe()
        return [Put(frame.way, frame.raw[:36] + other[CIPHERTEXT] + frame.raw[4 + CIPHERTEXT.stop :])]

    relay.on(*M2, substituted)
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, HandshakeFailed, ConnectionLost)


# --- elsewhere, again, or not at all --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("frame", "action", "of_caller", "of_called"),
    [
        (M1, twice, ConnectionLost, RecordCorrupt),
        (M1, reflect, HandshakeFailed, None),
        (M1, truncate, ConnectionLost, None),
        (M1, cut_before, ConnectionLost, None),
        (M2, twice, RecordCorrupt, ConnectionLost),
        (M2, reflect, (ConnectionLost, HandshakeFailed), RecordCorrupt),  # its HELLO may arrive in place of it
        (M2, truncate, ConnectionLost, ConnectionLost),
        (M2, cut_before, ConnectionLost, ConnectionLost),
    ],
)
def test_a_first_frame_that_comes_twice_or_back_or_not_whole(
    victims: Victims,
    relay: Relay,
    frame: tuple[Way, int],
    action: Action,
    of_caller: Error,
    of_called: Error | None,
) -> None:
    relay.on(*frame, action)
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, of_caller, of_called)


# --- another version ------------------------------------------------------------------------------------------------


def version(number: int) -> Action:
    return lambda frame: [Put(frame.way, frame.raw[:4] + bytes((number,)) + frame.raw[5:])]


@pytest.mark.parametrize("number", [2, 15])
def test_case_016_a_version_written_higher_is_answered_and_not_tried_again(
    victims: Victims, relay: Relay, number: int
) -> None:
    relay.on(*M1, version(number))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, UnsupportedVersion, UnsupportedVersion)
    assert bytes(relay.course.given[Way.BACK]) == UNSUPPORTED


@pytest.mark.parametrize("number", [0, 16, 0x16, 0xFF])
def test_a_version_that_there_is_not_is_closed_without_a_word(victims: Victims, relay: Relay, number: int) -> None:
    relay.on(*M1, version(number))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, ConnectionLost, HandshakeFailed)
    assert not relay.course.given[Way.BACK]


@pytest.mark.parametrize("spoken", [0, 1, 2, 255])
def test_case_016_100_the_unsupported_answer_of_somebody_else_ends_the_dial_and_nothing_more(
    victims: Victims, relay: Relay, spoken: int
) -> None:
    relay.on(*M1, answer(framed(bytes((0, spoken)))))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, UnsupportedVersion, None)


def test_the_unsupported_answer_put_before_the_real_one_ends_the_dial(victims: Victims, relay: Relay) -> None:
    relay.on(*M2, inject(UNSUPPORTED))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, UnsupportedVersion, ConnectionLost)


def test_the_unsupported_answer_put_behind_the_real_one_is_a_record_that_is_none(
    victims: Victims, relay: Relay
) -> None:
    relay.on(*M2, append(UNSUPPORTED))
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, LimitExceeded, ConnectionLost)


@pytest.mark.parametrize("versions", [[], [0], [2], [16, 255]], ids=str)
def test_case_100_a_hello_without_our_version_ends_the_session(victims: Victims, versions: list[int]) -> None:
    """Of somebody who has keys with the one who was meant: what relays cannot change, others can say."""
    with HostilePeer.dial(victims.b.node.engine.port) as peer:
        peer.agree().send(Kind.HELLO, versions, [])
        assert isinstance(victims.b.ended().error, UnsupportedVersion)
    victims.assert_nothing_verified()


# --- no weaker keys -------------------------------------------------------------------------------------------------


def without_kem(frame: Frame) -> list[Put]:
    """What plain NN would send: the version and e alone."""
    return [Put(frame.way, framed(frame.raw[4:37]))]


def test_case_023_a_first_message_without_its_kem_key_is_no_first_message(victims: Victims, relay: Relay) -> None:
    relay.on(*M1, without_kem)
    victims.dial(relay.port)
    assert_nothing_came_of_it(victims, relay, ConnectionLost, HandshakeFailed)


@pytest.mark.parametrize("filled", [False, True], ids=["as it is", "filled up"])
def test_case_023_a_classical_answer_is_no_answer(victims: Victims, relay: Relay, *, filled: bool) -> None:
    """Somebody in between takes the KEM away, and speaks plain NN to the one who dials."""

    def classical(frame: Frame) -> list[Put]:
        noise = HandshakeState(CLASSICAL, initiator=False, prologue=PROLOGUE)
        noise.read_message(frame.raw[5:37])
        message = noise.write_message(b"")
        return [Put(frame.way.other, framed(message.ljust(1152, b"\0") if filled else message))]

    relay.on(*M1, classical)
    victims.dial(relay.port)
    assert type(victims.a.ended().error) is HandshakeFailed
    victims.assert_nothing_verified()

"""Somebody on the wire and the records of epoch 0: whatever it does to one of them ends the comparison there."""

from contextlib import suppress

import pytest

from desktop_app.engine import Answer
from desktop_app.errors import ConnectionLost, HandshakeFailed, RecordCorrupt
from desktop_app.events import SessionEnded, Verified
from tests.adversary.meeting import Place, cases
from tests.adversary.records import FOREIGN, ON_ANY, ON_FOLLOWED, Attack
from tests.support.hostile_peer import Hangup, HostilePeer
from tests.support.relay import Course, Put, Relay, Way, answer, replace, swap
from tests.support.victims import Victims

HELLO_OUT, PROOFS_OUT, NONCE, CONFIRM_OUT, ABOUT_OUT = ((Way.OUT, number) for number in range(1, 6))
HELLO_BACK, PROOFS_BACK, COMMIT, OPEN, CONFIRM_BACK, ABOUT_BACK = ((Way.BACK, number) for number in range(1, 7))
PLACES = {
    "HELLO out": HELLO_OUT,
    "PROOFS out": PROOFS_OUT,
    "NONCE": NONCE,
    "CONFIRM out": CONFIRM_OUT,
    "HELLO back": HELLO_BACK,
    "PROOFS back": PROOFS_BACK,
    "COMMIT": COMMIT,
    "OPEN": OPEN,
    "CONFIRM back": CONFIRM_BACK,
}
FOLLOWED = {name: PLACES[name] for name in ("HELLO out", "HELLO back")}


def play(victims: Victims, relay: Relay, place: Place) -> None:
    """As far as this record: the person whose CONFIRM it is has to say that the codes match."""
    victims.dial(relay.port)
    if place in {CONFIRM_OUT, CONFIRM_BACK}:
        codes = victims.codes()
        victim, code = (victims.a, codes[0]) if place is CONFIRM_OUT else (victims.b, codes[1])
        victim.node.engine.answer_code(code.session, Answer.MATCH)


def assert_counted_as_seen(victims: Victims, course: Course) -> None:
    """Whoever gave its nonce, or its opening, counts; whoever was not asked for it does not."""
    for victim, given, asked in ((victims.a, NONCE, COMMIT), (victims.b, OPEN, NONCE)):
        if len(course.taken[given[0]]) > given[1]:
            assert victim.told
        if not course.passed(*asked):
            assert not victim.told


@pytest.fixture
def earlier(victims: Victims, relay: Relay) -> Course:
    """A session that was verified, and closed in order, before the one that is attacked: all of its frames."""
    victims.dial(relay.port)
    session, _ = victims.confirm()
    relay.wait(*_behind(ABOUT_OUT))
    relay.wait(*_behind(ABOUT_BACK))
    victims.a.node.engine.end_session(session)
    for victim in victims:
        assert victim.node.wait_for(SessionEnded).error is None
    victims.start_over()
    return relay.course


def _behind(place: Place) -> tuple[Way, int]:
    return place[0], place[1] + 1


@pytest.mark.parametrize(("place", "attack"), cases((PLACES, ON_ANY), (FOLLOWED, ON_FOLLOWED)))
def test_a_record_that_somebody_laid_hands_on_ends_the_comparison(
    victims: Victims, relay: Relay, place: Place, attack: Attack
) -> None:
    relay.on(*place, *attack.actions())
    play(victims, relay, place)
    attack.assert_noticed(victims, place[0])
    assert_counted_as_seen(victims, relay.course)
    victims.assert_nothing_verified()


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_the_same_record_of_another_session_ends_the_comparison(
    victims: Victims, relay: Relay, earlier: Course, place: Place
) -> None:
    way, number = place
    relay.on(way, number, replace(earlier.taken[way][number].raw))
    play(victims, relay, place)
    FOREIGN.assert_noticed(victims, way)
    assert_counted_as_seen(victims, relay.course)
    victims.assert_nothing_verified()


def test_a_whole_session_played_again_to_the_one_who_was_called_gets_no_further_than_its_keys(
    victims: Victims, earlier: Course
) -> None:
    with HostilePeer.dial(victims.b.node.engine.port) as player:
        for frame in earlier.taken[Way.OUT]:
            with suppress(Hangup):
                player.send_bytes(frame.raw)
        assert player.wait_closed()
    assert isinstance(victims.b.ended().error, RecordCorrupt)
    victims.assert_nothing_verified()


def test_a_whole_session_played_again_to_the_one_who_dials_fails_at_its_keys(
    victims: Victims, relay: Relay, earlier: Course
) -> None:
    relay.on(Way.OUT, 0, answer(b"".join(frame.raw for frame in earlier.taken[Way.BACK])))
    victims.dial(relay.port)
    assert isinstance(victims.a.ended().error, HandshakeFailed)
    victims.assert_nothing_verified()


# --- where epoch 0 ends ---------------------------------------------------------------------------------------------


def test_a_confirm_that_comes_behind_the_record_that_follows_it_confirms_nothing(
    victims: Victims, relay: Relay
) -> None:
    """Whoever confirms last has CONFIRM and ABOUT under way together."""
    relay.on(*CONFIRM_BACK, *swap())
    victims.dial(relay.port)
    victims.a.node.answer(Answer.MATCH)
    relay.wait(*_behind(CONFIRM_OUT))
    victims.b.node.answer(Answer.MATCH)
    assert isinstance(victims.a.ended().error, RecordCorrupt)
    assert isinstance(victims.b.ended().error, ConnectionLost)
    assert victims.a.told
    assert not victims.a.node.heard(Verified)


@pytest.mark.parametrize("of_epoch_0", [HELLO_OUT, CONFIRM_OUT], ids=["the first", "the last"])
def test_a_record_of_epoch_0_is_none_of_epoch_1(victims: Victims, relay: Relay, of_epoch_0: Place) -> None:
    """The first of each has the same number; the last is the one that went before."""
    way, number = of_epoch_0
    relay.on(*ABOUT_OUT, lambda frame: [Put(frame.way, relay.course.taken[way][number].raw)])
    victims.dial(relay.port)
    victims.confirm()
    assert isinstance(victims.b.ended().error, RecordCorrupt)
    assert isinstance(victims.a.ended().error, ConnectionLost)
    for victim in victims:
        assert isinstance(victim.node.wait_for(SessionEnded).error, RecordCorrupt | ConnectionLost)
        assert not victim.told

"""Somebody on the wire where a session turns: fresh keys, and its end."""

import pytest

from desktop_app.engine import writer
from desktop_app.errors import AppError, ConnectionLost, RecordCorrupt
from desktop_app.events import SessionEnded
from tests.adversary.meeting import Meet, Place, assert_both_told, cases
from tests.adversary.records import FOREIGN, ON_ANY, ON_FOLLOWED, Attack
from tests.support.relay import Action, Put, Way, cut_before, drop, flip, reflect, reflect_as_well, truncate, twice
from tests.support.victims import Victims

# From the moment on at which keys are old, or the person ends the session:
RENEW, SWITCH_OUT = ((Way.OUT, number) for number in range(2))
RENEWED, SWITCH_BACK = ((Way.BACK, number) for number in range(2))
CLOSE_OUT, CLOSE_BACK = (Way.OUT, 0), (Way.BACK, 0)
RENEWAL = {"RENEW": RENEW, "RENEWED": RENEWED, "SWITCH back": SWITCH_BACK, "SWITCH out": SWITCH_OUT}


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that are old are seen to be at once."""
    monkeypatch.setattr(writer, "_TICK", 0.01)


@pytest.mark.parametrize(("place", "attack"), cases((RENEWAL, ON_ANY), ({"RENEWED": RENEWED}, ON_FOLLOWED)))
def test_fresh_keys_that_somebody_laid_hands_on_end_the_session(
    victims: Victims, meet: Meet, monkeypatch: pytest.MonkeyPatch, place: Place, attack: Attack
) -> None:
    meeting = meet(1)
    meeting.send()
    meeting.from_here()
    meeting.attack(place, *attack.actions())
    with monkeypatch.context() as patch:
        meeting.renew(patch)
        attack.assert_noticed(victims, place[0])
    assert_both_told(victims)


@pytest.mark.parametrize("way", Way, ids=["out", "back"])
def test_the_last_record_of_the_old_keys_is_none_of_the_new(
    victims: Victims, meet: Meet, monkeypatch: pytest.MonkeyPatch, way: Way
) -> None:
    """SWITCH once more, in place of the first record behind it."""
    meeting = meet(1)
    meeting.send()
    meeting.from_here()
    switch = SWITCH_OUT if way is Way.OUT else SWITCH_BACK
    meeting.attack((way, switch[1] + 1), lambda _: [Put(way, meeting.taken(switch).raw)])
    with monkeypatch.context() as patch:
        meeting.renew(patch)
        meeting.wait_renewed()
    if way is Way.OUT:
        meeting.offer()
    else:
        meeting.b.engine.send([meeting.source / "film"], meeting.b.device_of(meeting.sessions[1]))
    FOREIGN.assert_noticed(victims, way)
    assert_both_told(victims)


Ends = type[AppError] | None


@pytest.mark.parametrize(
    ("place", "action", "here", "there"),
    [
        (CLOSE_OUT, flip(-1), ConnectionLost, RecordCorrupt),
        (CLOSE_OUT, truncate, ConnectionLost, ConnectionLost),
        (CLOSE_OUT, cut_before, ConnectionLost, ConnectionLost),
        (CLOSE_OUT, drop, ConnectionLost, ConnectionLost),
        (CLOSE_OUT, reflect, RecordCorrupt, ConnectionLost),
        (CLOSE_OUT, reflect_as_well, RecordCorrupt, None),
        (CLOSE_OUT, twice, None, None),
        (CLOSE_BACK, flip(-1), RecordCorrupt, None),
        (CLOSE_BACK, truncate, ConnectionLost, None),
        (CLOSE_BACK, cut_before, ConnectionLost, None),
        (CLOSE_BACK, drop, ConnectionLost, None),
        (CLOSE_BACK, reflect, ConnectionLost, None),
        (CLOSE_BACK, twice, None, None),
    ],
)
def test_only_a_close_that_arrives_ends_a_session_in_order(
    victims: Victims, meet: Meet, place: Place, action: Action, here: Ends, there: Ends
) -> None:
    meeting = meet(1)
    meeting.send()
    meeting.from_here()
    meeting.attack(place, action)
    meeting.end()
    for victim, error in zip(victims, (here, there), strict=True):
        told = victim.node.wait_for(SessionEnded).error
        assert type(told) is (type(None) if error is None else error)

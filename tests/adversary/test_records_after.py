"""Somebody on the wire and the records of a verified session: it ends at that record, and no byte behind it is kept."""

import pytest

from tests.adversary.meeting import (
    ACCEPT,
    DATA,
    DONE,
    END,
    ENDS,
    ENTRIES,
    OFFER,
    Meet,
    Place,
    assert_both_told,
    cases,
)
from tests.adversary.records import FOREIGN, ON_ANY, ON_FOLLOWED, Attack
from tests.support.relay import Way, replace
from tests.support.victims import Victims

PLACES = {
    "OFFER": OFFER,
    "ENTRIES": ENTRIES,
    "DATA": DATA,
    "ENDS": ENDS,
    "END": END,
    "ACCEPT": ACCEPT,
    "DONE": DONE,
}
FOLLOWED = {name: PLACES[name] for name in ("ENTRIES", "DATA", "ENDS")}
EPOCHS = pytest.mark.parametrize("epoch", [1, 2], ids=["epoch 1", "epoch 2"])


@EPOCHS
@pytest.mark.parametrize(("place", "attack"), cases((PLACES, ON_ANY), (FOLLOWED, ON_FOLLOWED)))
def test_case_040_041_a_record_that_somebody_laid_hands_on_ends_the_session(
    victims: Victims, meet: Meet, epoch: int, place: Place, attack: Attack
) -> None:
    meeting = meet(epoch)
    meeting.attack(place, *attack.actions())
    sent = meeting.offer()
    if place != OFFER:
        meeting.b.accept()
    attack.assert_noticed(victims, place[0])
    assert_both_told(victims)
    meeting.assert_only_whole_files(sent)


@EPOCHS
@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_case_045_the_same_record_of_another_session_ends_this_one(
    victims: Victims, meet: Meet, epoch: int, place: Place
) -> None:
    """Of the same two computers, the same file, and the same place in the stream."""
    earlier = meet(epoch)
    earlier.send()
    earlier.end()
    victims.start_over()
    (earlier.b.folder / "film").unlink()
    frames = earlier.relay.course.taken[place[0]]
    meeting = meet(epoch)
    meeting.attack(place, replace(frames[earlier.at[place[0]] + place[1]].raw))
    sent = meeting.offer()
    if place != OFFER:
        meeting.b.accept()
    FOREIGN.assert_noticed(victims, place[0])
    assert_both_told(victims)
    meeting.assert_only_whole_files(sent)


@pytest.mark.parametrize("number", [1, 5], ids=["epoch 0", "epoch 1"])
def test_the_first_record_of_an_epoch_before_ends_the_session(victims: Victims, meet: Meet, number: int) -> None:
    meeting = meet(2)
    meeting.attack(OFFER, replace(meeting.relay.course.taken[Way.OUT][number].raw))
    sent = meeting.offer()
    FOREIGN.assert_noticed(victims, Way.OUT)
    assert_both_told(victims)
    meeting.assert_only_whole_files(sent)

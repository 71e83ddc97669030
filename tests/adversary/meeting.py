"""A verified session whose records pass through somebody's hands. For the tests beside this."""

import os
from pathlib import Path
from typing import Final, Protocol

import pytest

from desktop_app.engine import writer
from desktop_app.errors import Interrupted
from desktop_app.events import SessionEnded, State, Transfer, TransferId
from desktop_app.protocol import limits
from tests.adversary.records import Attack
from tests.support.node import wait_until
from tests.support.relay import Action, Frame, Relay, Way
from tests.support.victims import Victims
from tests.transfer.trees import write

Place = tuple[Way, int]
ABOUT_OUT: Final = (Way.OUT, 5)
ABOUT_BACK: Final = (Way.BACK, 6)
# From the offer on:
OFFER, ENTRIES, DATA, ENDS, END = ((Way.OUT, number) for number in range(5))
ACCEPT, DONE = ((Way.BACK, number) for number in range(2))
FILE: Final = os.urandom(5000)


class Meeting:
    """A verified session through the relay, quiet, in this epoch."""

    def __init__(self, victims: Victims, relay: Relay, source: Path, patch: pytest.MonkeyPatch, epoch: int) -> None:
        self.a, self.b, self.relay, self.source = victims.a.node, victims.b.node, relay, source
        victims.dial(relay.port)
        self.sessions = victims.confirm()
        for way, number in (ABOUT_OUT, ABOUT_BACK):
            relay.wait(way, number + 1)
        if epoch == 2:
            with patch.context() as often:
                self.renew(often)
                self.send("before")
                self.wait_renewed()
        self.from_here()

    def from_here(self) -> None:
        """Places count from the next records on."""
        self.at = {way: len(self.relay.course.taken[way]) for way in Way}

    def renew(self, patch: pytest.MonkeyPatch) -> None:
        """Keys are old from now on, if they were used."""
        patch.setattr(writer, "_TICK", 0.01)
        patch.setattr(limits, "RENEW_AFTER_SECONDS", 0.0)
        patch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)

    def wait_renewed(self) -> None:
        sides = list(zip((self.a, self.b), self.sessions, strict=True))
        wait_until(lambda: all(node.facts(session).renewals == 1 for node, session in sides))

    def offer(self, name: str = "film") -> TransferId:
        return self.a.engine.send([write(self.source / name, FILE)], self.a.device_of(self.sessions[0]))

    def send(self, name: str = "film") -> None:
        number = self.offer(name)
        self.b.accept()
        assert self.a.finished(number).state is State.DELIVERED

    def end(self) -> None:
        self.a.engine.end_session(self.sessions[0])

    def attack(self, place: Place, *actions: Action) -> None:
        self.relay.on(place[0], self.at[place[0]] + place[1], *actions)

    def taken(self, place: Place) -> Frame:
        return self.relay.course.taken[place[0]][self.at[place[0]] + place[1]]

    def passed(self, place: Place) -> bool:
        return self.relay.course.passed(place[0], self.at[place[0]] + place[1])

    def assert_only_whole_files(self, sent: TransferId, name: str = "film") -> None:
        """Nothing but what was there completely, and nobody says "delivered" who was not told."""
        here = [each for each in self.b.engine.transfers() if each.session in {self.sessions[1], None}]
        received = [each for each in here if each.contents.names == (name,)]
        kept = any(each.state is State.DELIVERED for each in received)
        assert all(stands_still(each) for each in received)
        assert not kept or self.passed(END)
        if (self.b.folder / name).exists():
            assert kept or self.passed(ENDS)
            assert (self.b.folder / name).read_bytes() == FILE
        else:
            assert not kept
        wait_until(lambda: stands_still(self.a.transfer(sent)))
        delivered = self.a.transfer(sent).state is State.DELIVERED
        assert delivered == self.passed(DONE)


def stands_still(transfer: Transfer) -> bool:
    """Whether it is over, or was interrupted; here nobody calls again."""
    return transfer.state.final or isinstance(transfer.paused, Interrupted)


class Meet(Protocol):
    def __call__(self, epoch: int) -> Meeting: ...


def assert_both_told(victims: Victims) -> None:
    """Both people hear that the session is over, and that it was not closed in order."""
    for victim in victims:
        assert victim.node.wait_for(SessionEnded).error is victim.over[-1].error is not None
        assert not victim.told


def cases(*groups: tuple[dict[str, Place], dict[str, Attack]]) -> list[object]:
    """Each attack on each record."""
    return [
        pytest.param(place, attack, id=f"{name}, {what}")
        for places, attacks in groups
        for name, place in places.items()
        for what, attack in attacks.items()
    ]

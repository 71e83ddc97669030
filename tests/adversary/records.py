"""What somebody on the wire can do to one record, and who has to notice it. For the tests beside this."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.errors import AppError, ConnectionLost, LimitExceeded, RecordCorrupt
from tests.support.relay import (
    HEADER,
    Action,
    Frame,
    Put,
    Way,
    cut_before,
    drop,
    flip,
    forward,
    inject,
    reflect,
    reflect_as_well,
    swap,
    truncate,
    twice,
)
from tests.support.victims import Victims


@dataclass(frozen=True)
class Attack:
    """`actions` makes what happens to the record and to those that follow it. `error`: of the side that notices."""

    actions: Callable[[], tuple[Action, ...]]
    error: type[AppError] = RecordCorrupt
    by_sender: bool = False
    of_other: tuple[type[AppError], ...] = (ConnectionLost,)

    def assert_noticed(self, victims: Victims, way: Way) -> None:
        """Both sessions are over, each for its own reason."""
        sender, receiver = (victims.a, victims.b) if way is Way.OUT else (victims.b, victims.a)
        noticing, other = (sender, receiver) if self.by_sender else (receiver, sender)
        assert isinstance(noticing.ended().error, self.error)
        assert isinstance(other.ended().error, self.of_other)


def _shorter(frame: Frame) -> list[Put]:
    """Its length says one byte less than there are."""
    size = int.from_bytes(frame.raw[:HEADER], "big") - 1
    return [Put(frame.way, size.to_bytes(HEADER, "big") + frame.raw[HEADER:])]


def _once_more() -> tuple[Action, ...]:
    """The record before this one comes again in place of it."""
    before: list[bytes] = []

    def remember(frame: Frame) -> list[Put]:
        before.append(frame.raw)
        return forward(frame)

    return remember, lambda frame: [Put(frame.way, before[0])]


def always(*actions: Action) -> Callable[[], tuple[Action, ...]]:
    return lambda: actions


ON_ANY: Final = {
    "bit of the text": Attack(always(flip(HEADER))),
    "bit of the tag": Attack(always(flip(-1))),
    "shorter": Attack(always(_shorter)),
    "endless": Attack(always(flip(0, 0x80)), LimitExceeded),
    "twice": Attack(always(twice)),
    "junk first": Attack(always(inject((40).to_bytes(HEADER, "big") + os.urandom(40)))),
    "back to its sender": Attack(always(reflect), by_sender=True, of_other=(ConnectionLost, RecordCorrupt)),
    "back as well": Attack(always(reflect_as_well), by_sender=True),
    "half": Attack(always(truncate), ConnectionLost),
    "the end instead": Attack(always(cut_before), ConnectionLost),
}
FOREIGN: Final = Attack(always())  # in place of it one from elsewhere
ON_FOLLOWED: Final = {
    "swapped": Attack(swap),
    "left out": Attack(always(drop)),
    "the one before again": Attack(_once_more),
}

"""What its sender gives up while the line is cut, or before anybody heard of it: the peer hears of it next time."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled, PeerCancelled
from desktop_app.events import Direction, State
from desktop_app.protocol import messages
from desktop_app.storage.existing import Existing
from desktop_app.storage.scan import scan
from desktop_app.transfer.status import Status
from tests.support.played_session import PlayedComputer, Record
from tests.transfer.trees import write


class Two:
    """Who remember each other; Ada is sending a file to Ben, who has accepted it and has a part of it."""

    def __init__(self, root: Path) -> None:
        for name in ("ada", "ben"):
            (root / name).mkdir()
        self.ada = PlayedComputer(root / "ada", keeps=True, remembered=True)
        self.ben = PlayedComputer(root / "ben", keeps=True, remembered=True)
        self.to_ben, self.to_ada = deque[Record](), deque[Record]()
        self.selection = scan([write(root / "film", b"f" * 50_000, mtime=1)], lambda: False)
        self.sent = self.ada.send(self.selection)
        self.settle()
        self.ben.exchange.accept(self.ben.offers[-1].transfer.id, self.ben.into, Existing.KEEP_BOTH)
        self.ben.settle()
        self.pass_on(turns=3)

    @property
    def received(self) -> Status:
        return next(each for each in self.ben.statuses if each.transfer.direction is Direction.RECEIVING)

    def pass_on(self, turns: int) -> None:
        for _ in range(turns):
            for here, there in ((self.ada, self.ben), (self.ben, self.ada)):
                for record in here.write():
                    there.hear(record)

    def settle(self) -> None:
        for _ in range(200):
            self.pass_on(1)

    def meet_again(self) -> None:
        """As `Continuing` does on either side."""
        for computer in (self.ada, self.ben):
            computer.cut()
        for computer in (self.ada, self.ben):
            computer.meet()
            computer.take_back_what_was_given_up()
        for status in (self.sent,):
            if status.waits:
                self.ada.exchange.send(self.selection, status)
        self.settle()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    two = Two(tmp_path)
    assert two.received.transfer.state is State.MOVING
    yield two
    two.ada.close()
    two.ben.close()


def test_the_line_is_cut_before_the_peer_hears_of_it(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    two.meet_again()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert len(two.ben.offers) == 1, "nobody is asked again"
    assert not two.ada.keeping.any_taken_back


def test_the_line_is_cut_before_the_peer_can_say_that_it_has_heard(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    for record in two.ada.write(4):
        two.ben.hear(record)
    assert isinstance(two.received.transfer.error, PeerCancelled)
    two.meet_again()
    assert len(two.ben.offers) == 1, "nobody is asked again"
    assert len(two.ben.statuses) == 1
    assert not two.ada.keeping.any_taken_back


def test_both_give_it_up_while_the_line_is_cut(two: Two) -> None:
    for computer in (two.ada, two.ben):
        computer.cut()
    two.sent.end(Cancelled())
    two.received.end(Cancelled())
    two.meet_again()
    assert isinstance(two.received.transfer.error, Cancelled)
    assert len(two.ben.offers) == 1
    assert not two.ada.keeping.any_taken_back


def test_it_is_said_until_it_was_heard(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    for computer in (two.ada, two.ben):
        computer.cut()
    two.ada.meet()
    two.ada.take_back_what_was_given_up()  # and nobody hears it
    assert two.ada.keeping.any_taken_back
    two.meet_again()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert not two.ada.keeping.any_taken_back


def test_once_in_a_session(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    two.ada.take_back_what_was_given_up()
    said = two.ada.write(9)
    assert [type(each) for each in said if isinstance(each, messages.Offer | messages.Cancel)] == [messages.Cancel]


def test_what_was_heard_leaves_nothing_behind(two: Two, tmp_path: Path) -> None:
    two.ada.exchange.cancel(two.sent)
    two.settle()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert not two.ada.keeping.any_taken_back
    assert not [path for path in (tmp_path / "ada" / "profile").iterdir() if path.suffix == ".out"]

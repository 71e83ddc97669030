"""What its sender gives up while the line is cut, or before anybody heard of it: the peer hears of it next time."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled, PeerCancelled
from desktop_app.events import Direction, SessionId, State, Transfer
from desktop_app.protocol import messages
from desktop_app.storage.existing import Existing
from desktop_app.storage.scan import scan
from desktop_app.transfer.journal_records import Group
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status
from tests.support.played_session import PEER, PlayedComputer, Record
from tests.transfer.trees import write


class Two:
    """Who remember each other; Ada is sending a file to Ben, who has accepted it and has a part of it."""

    def __init__(self, root: Path, *, accepted: bool = True) -> None:
        for name in ("ada", "ben"):
            (root / name).mkdir()
        self.ada = PlayedComputer(root / "ada", keeps=True, remembered=True)
        self.ben = PlayedComputer(root / "ben", keeps=True, remembered=True)
        self.to_ben, self.to_ada = deque[Record](), deque[Record]()
        self.selection = scan([write(root / "film", b"f" * 50_000, mtime=1)], lambda: False)
        self.sent = self.ada.send(self.selection)
        self.settle()
        if accepted:
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

    def settle_but_for_lanes(self) -> None:
        for record in self.ben.write(9):
            self.ada.hear(record)

    def cut(self) -> None:
        """And both meet again, and say nothing yet."""
        for computer in (self.ada, self.ben):
            computer.cut()
        for computer in (self.ada, self.ben):
            computer.meet()

    def close(self) -> None:
        self.ada.close()
        self.ben.close()

    def meet_again(self) -> None:
        """As `Continuing` does on either side."""
        self.cut()
        for computer in (self.ada, self.ben):
            computer.take_back_what_was_given_up()
        if self.sent.waits:
            self.ada.exchange.send(self.selection, self.sent)
        self.settle()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    two = Two(tmp_path)
    assert two.received.transfer.state is State.MOVING
    yield two
    two.close()


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


def test_who_has_not_read_yet_what_an_earlier_run_left_answers_once_it_has(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    two.cut()
    two.ben.keeping.restoring = True
    two.ada.take_back_what_was_given_up()
    for record in two.ada.write(9):
        assert isinstance(record, messages.Offer | messages.Cancel)
        two.ben.exchange.receive(record)
    two.settle_but_for_lanes()
    assert two.ada.keeping.any_taken_back
    two.ben.keeping.restoring = False
    two.ben.settle()
    two.settle()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert len(two.ben.offers) == 1
    assert not two.ada.keeping.any_taken_back


def test_who_cannot_look_just_now_is_told_all_the_same(two: Two) -> None:
    gone = two.ben.into.with_name("gone")
    two.ada.exchange.cancel(two.sent)
    two.cut()
    two.ben.into.rename(gone)
    two.ada.take_back_what_was_given_up()
    for record in two.ada.write(9):
        two.ben.hear(record)  # and its lane refuses the offer before CANCEL is read
    two.settle()
    gone.rename(two.ben.into)
    assert isinstance(two.received.transfer.error, PeerCancelled)
    two.meet_again()
    assert not two.ada.keeping.any_taken_back
    assert len(two.ben.offers) == 1


def test_who_is_told_says_where_what_had_arrived_is(two: Two) -> None:
    gone, kept = two.ben.into.with_name("gone"), two.received.kept
    assert kept is not None
    kept.say(Group(0, 0, 0, (), (), ("note",), (), 0))
    two.ada.exchange.cancel(two.sent)
    two.cut()
    two.ben.into.rename(gone)
    two.ada.take_back_what_was_given_up()
    for record in two.ada.write(9):
        two.ben.hear(record)
    gone.rename(two.ben.into)
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert two.received.transfer.saved == (two.ben.into / "note",)


def test_the_accept_comes_when_it_was_given_up_already(tmp_path: Path) -> None:
    two = Two(tmp_path, accepted=False)
    two.ben.exchange.accept(two.ben.offers[-1].transfer.id, two.ben.into, Existing.KEEP_BOTH)
    two.ben.settle()
    accepted = two.ben.write(9)
    two.ada.exchange.cancel(two.sent)
    for record in accepted:
        two.ada.hear(record)
    two.meet_again()
    assert isinstance(two.received.transfer.error, PeerCancelled)
    assert not two.ada.keeping.any_taken_back
    two.close()


def test_the_history_has_not_come_to_it_yet(two: Two) -> None:
    over = list[tuple[Status, Transfer]]()
    two.received._ended = lambda status, row: over.append((status, row))
    two.ada.exchange.cancel(two.sent)
    for record in two.ada.write(4):
        two.ben.hear(record)
    two.meet_again()
    assert len(two.ben.offers) == 1, "nobody is asked again"
    for each in over:
        two.ben.keeping.over(*each)


def test_the_receiver_is_killed_before_its_history_comes_to_it(two: Two, tmp_path: Path) -> None:
    """It was written down before it was answered, and the sender does not say it again."""
    two.received._ended = lambda *_: None
    two.ada.exchange.cancel(two.sent)
    for record in two.ada.write(4):
        two.ben.hear(record)
    kept = two.received.kept
    assert kept is not None
    kept.close()
    later = Keeping(tmp_path / "ben" / "profile")
    assert not list(later.restore(lambda *_: pytest.fail("it is over"), lambda: False))
    assert not later.any_taken_back, "it is not ours to take back"
    settled = later.settled(kept.number)
    assert settled is not None
    assert settled.given_up
    later.close()


def test_one_session_at_a_time_says_it(two: Two) -> None:
    two.ada.exchange.cancel(two.sent)
    keeping, living = two.ada.keeping, {SessionId(number) for number in (1, 7, 8)}
    assert not keeping.taken_back(PEER, SessionId(7), living), "it is being said in the first"
    living.remove(SessionId(1))
    assert [len(keeping.taken_back(PEER, session, living)) for session in (SessionId(7), SessionId(8)) * 3] == [
        1, 0, 0, 0, 0, 0,
    ]  # fmt: skip


def test_it_is_not_said_for_longer_than_the_peer_remembers(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.ada.exchange.cancel(two.sent)
    two.cut()
    monkeypatch.setattr(Kept, "too_old", True)
    two.ada.take_back_what_was_given_up()
    assert not two.ada.write(9)
    assert not two.ada.keeping.any_taken_back

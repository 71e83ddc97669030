"""One row: never back, never changed after its end, and the last that is told is the newest."""

import threading
import time
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from desktop_app.errors import (
    Cancelled,
    ConnectionLost,
    ContentMismatch,
    Declined,
    DiskFullThere,
    NoAnswer,
    PartlyDelivered,
    PartlyReceived,
    PausedHere,
    PausedThere,
    PeerCancelled,
)
from desktop_app.events import Contents, Direction, SessionId, State, Transfer, TransferId
from desktop_app.protocol.top_names import TopNames
from desktop_app.transfer.journal_records import Begun, Offered
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status
from tests.support.node import PATIENCE
from tests.support.top_names import a_file


def transfer(state: State = State.MOVING) -> Transfer:
    contents = Contents(("album",), files=3, folders=1, total=30)
    return Transfer(TransferId(1), Direction.SENDING, "Kitchen PC", state, contents)


def kept_at(accepted: float, offered: float) -> Kept:
    number = Offered(b"o" * 16, 1, 0, 1, 0, 4, TopNames([a_file("note", 1)]))
    return Kept(Begun(number, "", "Kitchen PC", accepted, "spool", None, offered_at=offered), None)


class Row:
    def __init__(self, state: State = State.MOVING) -> None:
        self.told: list[Transfer] = []
        self.status = Status(transfer(state), self.told.append)


def test_each_change_is_told_as_a_whole_row() -> None:
    row = Row(State.PREPARING)
    row.status.become(State.CONNECTING, peer="Kitchen PC")
    row.status.become(State.ASKING)
    assert [each.state for each in row.told] == [State.CONNECTING, State.ASKING]
    assert row.told[-1] == row.status.transfer


def test_a_row_never_goes_back() -> None:
    row = Row(State.ASKING)
    row.status.become(State.COMPARING)
    assert row.status.transfer.state is State.ASKING


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (Declined(), State.DECLINED),
        (NoAnswer(), State.DECLINED),
        (Cancelled(), State.CANCELLED),
        (PeerCancelled(), State.CANCELLED),
        (ConnectionLost(), State.FAILED),
    ],
)
def test_how_it_ended_decides_the_state_and_stays(error: Declined, state: State) -> None:
    row = Row()
    row.status.end(error, (Path("/saved"),))
    ended = row.status.transfer
    assert (ended.state, ended.error, ended.saved) == (state, error, (Path("/saved"),))
    row.status.delivered()
    row.status.become(State.MOVING)
    row.status.failed_file("late", ContentMismatch())
    row.status.end(ConnectionLost())
    assert row.status.transfer is ended
    assert len(row.told) == 1


def test_single_failures_make_it_partly_delivered() -> None:
    row = Row()
    row.status.failed_file("album/1", ContentMismatch(path="album/1"))
    assert row.told == []
    row.status.delivered()
    ended = row.status.transfer
    assert ended.state is State.PARTLY
    assert isinstance(ended.error, PartlyDelivered)
    assert ended.error.fields == {"failed": 1, "files": 3}
    assert [failure.path for failure in ended.failures] == ["album/1"]


@pytest.mark.parametrize(
    ("direction", "kind"), [(Direction.SENDING, PartlyDelivered), (Direction.RECEIVING, PartlyReceived)]
)
def test_either_side_is_told_in_words_of_its_own(direction: Direction, kind: type[PartlyDelivered]) -> None:
    status = Status(replace(transfer(State.MOVING), direction=direction), lambda _: None)
    status.failed_file("album/1", ContentMismatch(path="album/1"))
    status.delivered()
    assert type(status.transfer.error) is kind


def test_a_failure_is_not_lost_to_a_change_at_the_same_moment() -> None:
    """One thread hears of a failed file while another one moves the row on."""
    row = Row()

    def fail() -> None:
        for number in range(2000):
            row.status.failed_file(str(number), ContentMismatch())

    failing = threading.Thread(target=fail)
    failing.start()
    while failing.is_alive():
        row.status.become(State.FINISHING)
        row.status.accepted(Path("/somewhere"), SessionId(1))
    failing.join()
    row.status.delivered()
    assert len(row.status.transfer.failures) == 2000


def test_a_hundred_thousand_failures_are_no_work() -> None:
    row = Row()
    for number in range(100_000):
        row.status.failed_file(str(number), ContentMismatch())
    row.status.delivered()
    assert len(row.status.transfer.failures) == 100_000


def test_of_two_that_tell_at_once_the_newest_row_is_told_last() -> None:
    told: list[State] = []

    def slow(changed: Transfer) -> None:
        if changed.state is State.FINISHING and not told:
            status.delivered()  # another thread is faster than our telling
        told.append(changed.state)

    status = Status(transfer(), slow)
    status.become(State.FINISHING)
    assert told[-1] is State.DELIVERED


def test_its_end_is_told_once_and_before_anybody_hears_of_it() -> None:
    said: list[str] = []
    status = Status(
        transfer(),
        lambda row: said.append(row.state.value),
        lambda _, row: said.append(f"ends: {row.state.value}"),
    )
    status.become(State.FINISHING)
    status.delivered()
    status.delivered()
    status.end(Cancelled())
    assert said == ["finishing", "ends: delivered", "delivered"]


def test_nobody_sees_the_end_before_it_was_noted() -> None:
    """One thread tells of a change, slowly, while another one ends it."""
    said: list[str] = []
    telling, ending = threading.Event(), threading.Event()

    def changed(row: Transfer) -> None:
        said.append(row.state.value)
        if row.state is State.FINISHING:
            telling.set()
            assert ending.wait(PATIENCE)

    def ended(status: Status, _row: Transfer) -> None:
        ending.set()
        time.sleep(0.05)  # time for the other one to look
        said.append(f"seen: {status.transfer.state.value}")

    status = Status(transfer(), changed, ended)
    teller = threading.Thread(target=status.become, args=(State.FINISHING,))
    teller.start()
    assert telling.wait(PATIENCE)
    status.delivered()
    teller.join()
    assert said[:2] == ["finishing", "seen: finishing"]
    assert said[-1] == "delivered"


def test_of_many_that_end_it_at_once_one_is_told() -> None:
    ended: list[Status] = []
    for number in range(50):
        status = Status(transfer(), lambda _: None, lambda over, _: ended.append(over))
        enders = [threading.Thread(target=status.end, args=(Cancelled(),)) for _ in range(8)]
        for each in enders:
            each.start()
        for each in enders:
            each.join()
        assert len(ended) == number + 1
        assert ended[-1] is status


def test_it_knows_when_it_began_and_when_bytes_first_moved() -> None:
    status = Row(State.ASKING).status
    assert status.begun_at == status.transfer.changed_at
    assert status.moving_at is None
    status.become(State.MOVING)
    moved = status.transfer.changed_at
    assert status.begun_at <= moved
    status.accepted(Path("/somewhere"), SessionId(1))
    assert status.transfer.changed_at > moved
    status.delivered()
    assert status.moving_at == moved


def test_it_knows_when_it_was_offered() -> None:
    assert Row(State.ASKING).status.offered_at is not None
    status = Row(State.PREPARING).status
    status.become(State.CONNECTING)
    assert status.offered_at is None
    status.become(State.ASKING)
    offered = status.transfer.changed_at
    status.become(State.MOVING)
    assert status.offered_at == offered


@pytest.mark.parametrize(
    ("offered", "accepted", "told"),
    [(50.0, 60.0, (50.0, 60.0)), (0.0, 60.0, (60.0, 60.0)), (70.0, 60.0, (60.0, 60.0)), (1e300, 60.0, (60.0, 60.0))],
    ids=["both", "of an earlier version", "a clock that went back", "nonsense"],
)
def test_what_an_earlier_run_has_begun_has_the_times_of_then(
    offered: float, accepted: float, told: tuple[float, float]
) -> None:
    status = Row(State.MOVING).status
    status.began_before(kept_at(accepted, offered))
    assert (status.offered_at, status.moving_at) == told
    assert status.begun_at == told[0]


@pytest.mark.parametrize(
    ("begun", "without_programs"),
    [({}, False), ({"unasked": True}, True), ({"unasked": True, "with_programs": True}, False)],
    ids=["a person", "as always", "the command line"],
)
def test_what_was_said_of_programs_holds_in_the_next_run(begun: dict[str, bool], without_programs: bool) -> None:
    status = Row(State.MOVING).status
    kept = kept_at(1.0, 1.0)
    status.began_before(Kept(msgspec.structs.replace(kept.begun, **begun), None))
    assert status.without_programs is without_programs


@pytest.mark.parametrize("accepted", [-1.0, 1e300, float("nan"), float("inf")])
def test_times_that_cannot_be_are_those_of_now(accepted: float) -> None:
    status = Row(State.MOVING).status
    before = time.time()
    status.began_before(kept_at(accepted, accepted))
    assert status.moving_at is not None
    assert before <= status.begun_at <= status.moving_at <= time.time()


def test_of_several_reasons_why_nothing_moves_the_most_useful_is_shown_until_all_are_gone() -> None:
    row = Row()
    reasons = (PausedThere(peer="Kitchen PC"), DiskFullThere(peer="Kitchen PC"), PausedHere())
    for reason in reasons:
        row.status.pause(reason)
        assert row.status.transfer.paused is reason
    row.status.pause(PausedThere(peer="Kitchen PC"))
    assert row.status.transfer.paused is reasons[-1]
    row.status.go_on(DiskFullThere)
    assert row.status.transfer.paused is reasons[-1]
    row.status.go_on(PausedHere)
    assert isinstance(row.status.transfer.paused, PausedThere)
    row.status.go_on(PausedThere)
    assert [type(each.paused) for each in row.told] == [PausedThere, DiskFullThere, PausedHere, PausedThere, type(None)]


@pytest.mark.parametrize("state", [State.ASKING, State.FINISHING])
def test_by_hand_only_what_moves_is_paused(state: State) -> None:
    row = Row(state)
    row.status.pause(PausedHere())
    row.status.pause(PausedThere())
    assert row.told == []
    row.status.pause(DiskFullThere())
    assert isinstance(row.status.transfer.paused, DiskFullThere)


def test_what_is_all_sent_is_paused_by_nobody_any_more() -> None:
    row = Row()
    row.status.pause(PausedHere())
    row.status.pause(DiskFullThere())
    row.status.become(State.FINISHING)
    assert not row.status.paused_here
    assert isinstance(row.status.transfer.paused, DiskFullThere)

"""The rows of one run: those that are over stay for a while, and not at any price."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.engine import transfers as module
from desktop_app.engine.past import Past
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import Cancelled, PathUnreadable
from desktop_app.events import Contents, Direction, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.storage.profile import Profile
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.status import Status


@pytest.fixture
def rows(tmp_path: Path) -> Iterator[Transfers]:
    profile = Profile(tmp_path)
    past = Past(profile, lambda _: None, lambda _: None)
    past.start()
    yield Transfers(lambda _: None, past, Keeping(profile.transfers), lambda _: None)
    past.close(5)


def add(rows: Transfers, names: int = 1) -> Status:
    found = tuple(f"a name {number}" for number in range(names))
    contents = Contents(found, files=names, folders=0, total=0)
    return rows.new(Transfer(rows.next_id(), Direction.RECEIVING, "Kitchen PC", State.ASKING, contents))


def taken_back(rows: Transfers, names: int) -> None:
    add(rows, names).end(Cancelled())


def partly(rows: Transfers, names: int) -> None:
    status = add(rows)
    for number in range(names):
        status.failed_file(f"file {number}", PathUnreadable(path="file"))
    status.delivered()


def half_saved(rows: Transfers, names: int) -> None:
    add(rows).end(Cancelled(), tuple(Path(f"/{number}") for number in range(names)))


def ids(rows: Transfers) -> list[TransferId]:
    return [each.id for each in rows.snapshot()]


@pytest.mark.parametrize("end", [taken_back, partly, half_saved])
def test_a_peer_that_offers_much_and_takes_it_back_does_not_fill_the_memory(
    rows: Transfers, end: Callable[[Transfers, int], None]
) -> None:
    first = add(rows, limits.TOP_NAMES_MAX)
    for _ in range(20):
        end(rows, limits.TOP_NAMES_MAX)
    last = add(rows)
    told = sum(len(each.contents.names) + len(each.failures) + len(each.saved) for each in rows.snapshot())
    assert told <= limits.TOP_NAMES_MAX + module._NAMES_KEPT + 1
    assert {first.transfer.id, last.transfer.id} <= set(ids(rows)), "what is not over stays"


def test_of_small_ones_the_newest_stay_and_so_many(rows: Transfers) -> None:
    for _ in range(module._OVER_KEPT + 20):
        add(rows).end(Cancelled())
    newest = add(rows)
    assert ids(rows) == list(range(21, newest.transfer.id + 1))

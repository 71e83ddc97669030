"""Who stands in for a writer that waits for a disk: never both at once, and nobody where nothing is read."""

import threading
import time
from collections.abc import Iterator

import pytest

from desktop_app.engine import stand_in
from desktop_app.engine.stand_in import StandIn
from tests.support.node import PATIENCE, wait_until


class Work:
    """What either does with the turn; it notices when both do."""

    def __init__(self) -> None:
        self.done_by: dict[str, int] = {}
        self.together = False
        self._busy = threading.Lock()

    def do(self) -> None:
        if not self._busy.acquire(blocking=False):
            self.together = True
            return
        name = threading.current_thread().name
        self.done_by[name] = self.done_by.get(name, 0) + 1
        time.sleep(0.001)
        self._busy.release()


@pytest.fixture
def work() -> Work:
    return Work()


@pytest.fixture
def helper(work: Work, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setattr(stand_in, "_PATIENCE", 0.02)
    monkeypatch.setattr(stand_in, "_LOOK", 0.005)
    helper = StandIn("stand-in")
    with helper.turn:
        yield helper
    helper.close()


def test_it_works_while_the_writer_is_away_and_never_beside_it(work: Work, helper: StandIn) -> None:
    for turn in range(40):
        before = work.done_by.get("stand-in", 0)
        helper.leave(work.do)
        if turn % 2:
            wait_until(lambda before=before: work.done_by.get("stand-in", 0) > before + 1)  # type: ignore[misc]
        helper.come_back()
        after = work.done_by.get("stand-in", 0)
        work.do()
        assert work.done_by.get("stand-in", 0) == after
    assert not work.together


def test_it_does_nothing_for_a_disk_that_answers(work: Work, helper: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stand_in, "_PATIENCE", PATIENCE)
    for _ in range(1000):
        helper.leave(work.do)
        helper.come_back()
    assert work.done_by == {}
    assert helper._thread is not None


def test_it_goes_home_when_nothing_is_read_and_comes_again(
    work: Work, helper: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stand_in, "_IDLE", 0.02)
    for _ in range(3):
        helper.leave(work.do)
        wait_until(lambda: bool(work.done_by))
        helper.come_back()
        work.done_by.clear()
        wait_until(lambda: helper._thread is None)

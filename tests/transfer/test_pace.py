"""Both people are told what their transfer waits for: a disk, the line or a computer, on this side or the other."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.events import Contents, Direction, Limit, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Pace
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.source import SourceFile
from desktop_app.transfer.outbox import Outbox
from desktop_app.transfer.pace import Pacer
from desktop_app.transfer.receiver import Receiver
from desktop_app.transfer.status import Status
from desktop_app.transport.address import Address
from desktop_app.transport.waiting import Waiting
from tests.support.line import Line
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import write

Pair = tuple[Node, Node]
STEP = 0.05  # seconds that a slow double takes for a mebibyte: twenty of them a second
SECOND = 1_000_000


def stand_still() -> None:
    """As a thread does whose disk is slow."""
    threading.Event().wait(STEP)


def compute() -> None:
    until = time.thread_time() + STEP
    while time.thread_time() < until:
        pass


def slow_down(monkeypatch: pytest.MonkeyPatch, kind: type, name: str, how: Callable[[], None]) -> None:
    real = getattr(kind, name)

    def slowly(*arguments: object) -> object:
        how()
        return real(*arguments)

    monkeypatch.setattr(kind, name, slowly)


def limits_shown(pair: Pair, folder: Path, line: Line | None = None) -> Callable[[], tuple[Limit | None, Limit | None]]:
    """Starts a film from one to the other; what each of them is told now."""
    a, b = pair
    session, _ = verify(a, b, at=None if line is None else Address("127.0.0.1", line.port))
    film = write(folder / "film", bytes(64 * limits.MIB))
    sent = a.engine.send([film], a.device_of(session))
    received = b.accept()

    def shown() -> tuple[Limit | None, Limit | None]:
        there, here = a.engine.progress(sent), b.engine.progress(received)
        assert there is not None
        assert here is not None
        return there.limited_by, here.limited_by

    return shown


@pytest.mark.parametrize(
    ("kind", "name", "how", "sender_sees", "receiver_sees"),
    [
        (PartialFile, "write", stand_still, Limit.THEIR_DISK, Limit.THIS_DISK),
        (SourceFile, "readinto", stand_still, Limit.THIS_DISK, Limit.THEIR_DISK),
        (Receiver, "on_data", compute, Limit.THEIR_COMPUTER, Limit.THIS_COMPUTER),
        (Outbox, "next", compute, Limit.THIS_COMPUTER, Limit.THEIR_COMPUTER),
    ],
    ids=["slow to write", "slow to read", "a slow receiver", "a slow sender"],
)
def test_whoever_is_slow_is_named_on_both_sides(
    pair_of_nodes: Pair,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: type,
    name: str,
    how: Callable[[], None],
    sender_sees: Limit,
    receiver_sees: Limit,
) -> None:
    slow_down(monkeypatch, kind, name, how)
    shown = limits_shown(pair_of_nodes, tmp_path)
    wait_until(lambda: shown() == (sender_sees, receiver_sees), lambda: str(shown()))


def test_a_slow_line_is_named_on_both_sides(pair_of_nodes: Pair, tmp_path: Path) -> None:
    with Line(pair_of_nodes[1].engine.port, bytes_per_second=20 * limits.MIB) as line:
        shown = limits_shown(pair_of_nodes, tmp_path, line)
        wait_until(lambda: shown() == (Limit.NETWORK, Limit.NETWORK), lambda: str(shown()))


# --- what is told, and when -------------------------------------------------------------------------------------------


class Side:
    """A pacer whose clocks a test moves."""

    def __init__(self) -> None:
        self.now = time.monotonic()
        self.line = 0.0
        contents = Contents(("film",), 1, 0, 10**9)
        transfer = Transfer(TransferId(1), Direction.SENDING, "Ada", State.MOVING, contents)
        self.status = Status(transfer, lambda _: None)
        self.disk = Waiting()
        self.pacer = Pacer(7, self.disk, lambda: self.line, offered=True)

    def pass_time(self, seconds: float, *, line: float = 0.0, disk: float = 0.0, moved: int = 1) -> Pace | None:
        self.now += seconds
        self.line += line
        self.disk._before += disk
        self.status.meter.bytes_done += moved
        return self.pacer.tick(self.status, self.now)

    def limited_by(self) -> Limit | None:
        return self.status.meter.limited_by


def test_it_is_told_about_once_a_second_while_anything_moves() -> None:
    side = Side()
    assert side.pass_time(0.5) is None
    pace = side.pass_time(1.0, line=0.9, disk=0.3)
    assert pace is not None
    assert (pace.stream, pace.offered) == (7, True)
    assert pace.span == pytest.approx(1.5 * SECOND, rel=0.01)
    assert (pace.disk, pace.line) == (0.3 * SECOND, 0.9 * SECOND)
    assert side.pass_time(1.5, moved=0) is None
    assert side.pass_time(0.1) is not None


def test_nothing_is_said_of_a_time_that_is_out_of_bounds() -> None:
    side = Side()
    assert side.pass_time(4000.0) is None
    pace = side.pass_time(1.0, line=5.0, disk=0.9)
    assert pace is not None
    assert pace.disk + pace.line == pace.span


def test_it_is_unknown_until_both_sides_have_told_and_while_nothing_may_move() -> None:
    side = Side()
    side.pass_time(1.1, disk=1.0)
    assert side.limited_by() is None
    side.pacer.heard(Pace(7, offered=False, span=SECOND, disk=0, line=SECOND))
    side.pass_time(1.1, disk=1.0)
    assert side.limited_by() is Limit.THIS_DISK
    side.status.become(State.FINISHING)
    assert side.pass_time(1.1) is None
    assert side.limited_by() is None


def test_one_odd_second_changes_nothing() -> None:
    side = Side()
    for _ in range(4):
        side.pacer.heard(Pace(7, offered=False, span=SECOND, disk=0, line=SECOND))
        side.pass_time(1.1, line=1.1)
    assert side.limited_by() is Limit.NETWORK
    side.pass_time(1.1, disk=0.5, line=0.6)
    assert side.limited_by() is Limit.NETWORK
    for _ in range(3):
        side.pass_time(1.1, disk=1.1)
    assert side.limited_by() is Limit.THIS_DISK


def test_a_call_counts_while_it_lasts_and_what_it_computed_no_longer() -> None:
    waiting = Waiting()
    with waiting:
        stand_still()
        assert waiting.seconds >= STEP * 0.9
    waited = waiting.seconds
    assert waited >= STEP * 0.9
    with waiting:
        compute()
        took = waiting.seconds - waited
    assert waiting.seconds - waited <= took - STEP * 0.9

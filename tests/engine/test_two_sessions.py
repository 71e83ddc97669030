"""Two sessions with one remembered device: what was cut goes on over the other one, and they do not become more."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.engine import returning
from desktop_app.errors import PausedHere
from desktop_app.events import DeviceId, Remembered, SessionEnded, SessionId, State, TransferId, Verified
from tests.support.cut import Line
from tests.support.held_look import HeldLook
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.transfer.trees import film

A_WHILE = 3.0  # seconds; the clock that brings sessions back is looked at every second
PAUSE = 0.1


@dataclass
class Two:
    """Over a line each, the older one first; both were dialled by the first node."""

    a: Node
    b: Node
    lines: tuple[Line, Line]

    def verified(self) -> SessionId:
        """The first node's next one, when the other has it, too."""
        self.b.wait_for(Verified)
        session = self.a.wait_for(Verified).session
        wait_until(lambda: self.a.facts(session).calls_itself != "")
        return session

    def lose(self, *lines: Line) -> None:
        for line in lines:
            line.cut()
        for _ in lines:
            for node in (self.a, self.b):
                assert node.wait_for(SessionEnded).error is not None

    def living(self) -> tuple[int, int]:
        of_a, of_b = (sum(not each.over for each in node.engine.sessions()) for node in (self.a, self.b))
        return of_a, of_b


@pytest.fixture
def two(pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> Iterator[Two]:
    monkeypatch.setattr(returning, "_PAUSES", (PAUSE,))
    a, b = pair_of_nodes
    with Line(b.address) as first, Line(b.address) as second:
        sessions = verify(a, b, first.address)
        for node, session in zip(pair_of_nodes, sessions, strict=True):
            node.engine.remember(session)
        for node in pair_of_nodes:
            node.wait_for(Remembered)
        two = Two(a, b, (first, second))
        a.engine.pair(second.address)
        two.verified()
        assert two.living() == (2, 2)
        yield two


def test_cut_both_one_of_them_comes_back(two: Two) -> None:
    """Each cut would leave one more session, else, of a device that is often away."""
    two.lose(*two.lines)
    for line in two.lines:
        line.mend()
    two.verified()
    time.sleep(A_WHILE)
    assert two.living() == (1, 1)


def test_who_is_there_still_is_dialled_again_when_the_other_one_is_cut_too(two: Two) -> None:
    two.lose(two.lines[0])
    two.lines[0].mend()
    time.sleep(A_WHILE)
    assert two.living() == (1, 1)
    two.lose(two.lines[1])
    two.verified()
    assert two.living() == (1, 1)


def test_once_a_person_ends_the_other_one_the_cut_one_does_not_come_back(two: Two) -> None:
    two.lose(two.lines[0])
    two.lines[0].mend()
    (left,) = (each for each in two.a.engine.sessions() if not each.over)
    two.a.engine.end_session(left.id)
    for node in (two.a, two.b):
        assert node.wait_for(SessionEnded).error is None
    time.sleep(A_WHILE)
    assert two.living() == (0, 0)


def paused_and_cut(two: Two, tmp_path: Path) -> tuple[TransferId, TransferId]:
    """By its sender's person, and with the line of the session that has it."""
    a, b = two.a, two.b
    sent = a.engine.send([film(tmp_path / "film", 256 << 20)], DeviceId(a.connected()))
    received = b.accept()
    wait_until(lambda: b.bytes_done(received) > 0)
    a.engine.pause(sent)
    wait_until(lambda: b.transfer(received).paused is not None)
    session = a.transfer(sent).session
    assert session is not None
    two.lose(next(each for each in two.lines if str(each.address) == a.facts(session).address))
    return sent, received


def test_a_transfer_goes_on_over_the_other_one_while_its_own_line_stays_cut(two: Two, tmp_path: Path) -> None:
    a, b = two.a, two.b
    sent, received = paused_and_cut(two, tmp_path)
    a.engine.unpause(sent)
    for node, number in ((a, sent), (b, received)):
        assert node.finished(number).state is State.DELIVERED
    assert two.living() == (1, 1)


def test_it_goes_on_too_where_the_person_says_so_before_the_other_session_has_it(
    two: Two, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is no session then that could be told."""
    a, b = two.a, two.b
    look = HeldLook(monkeypatch)
    sent, received = paused_and_cut(two, tmp_path)
    assert look.begun.wait(PATIENCE)
    a.engine.unpause(sent)
    assert not isinstance(a.transfer(sent).paused, PausedHere)
    look.go.set()
    for node, number in ((a, sent), (b, received)):
        assert node.finished(number).state is State.DELIVERED


def test_who_is_meant_is_sent_to_over_the_session_there_is_wherever_it_was_met(two: Two, tmp_path: Path) -> None:
    a, b = two.a, two.b
    (device,) = a.engine.remembered()
    with Line(b.address) as elsewhere:
        sent = a.engine.send([film(tmp_path / "film", 5)], elsewhere.address, expected=device.id)
        b.accept()
        assert a.finished(sent).state is State.DELIVERED
        assert elsewhere.carried == 0

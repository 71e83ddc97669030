"""A computer that sleeps: what may last ten minutes is over when it wakes, though the clock of programs stood still."""

import sys
import time

import pytest

from desktop_app.engine import sleepless
from desktop_app.protocol import limits
from desktop_app.protocol.pairing import SecretKind
from tests.engine.test_continuation import lose, verify
from tests.support.cut import Line
from tests.support.node import Node, StartNode, wait_until

NIGHT = 8 * 3600.0


def sleep(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    now = sleepless.now
    monkeypatch.setattr(sleepless, "now", lambda: now() + seconds)


def kept(node: Node) -> set[SecretKind]:
    return {each.kind for each in node.engine._keeper.known()}


@pytest.mark.parametrize("slept", [limits.CONTINUATION_SECONDS / 2, NIGHT])
def test_a_session_that_was_cut_before_a_night_does_not_come_back(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, slept: float
) -> None:
    a, b = pair_of_nodes
    with Line(b.address) as line:
        verify(a, b, line)
        lose(a, b, line)
        for node in (a, b):
            wait_until(lambda node=node: kept(node) == {SecretKind.CONTINUATION})  # type: ignore[misc]
        sleep(monkeypatch, slept)
        for node in (a, b):
            assert bool(kept(node)) is (slept < limits.CONTINUATION_SECONDS)


def test_an_invitation_does_not_last_over_a_night(start_node: StartNode, monkeypatch: pytest.MonkeyPatch) -> None:
    node = start_node("Ada")
    node.engine._keeper.invitations.give(("192.0.2.1",), 47471, sleepless.now())
    assert kept(node) == {SecretKind.INVITATION}
    sleep(monkeypatch, NIGHT)
    assert kept(node) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="each system has such a clock of its own")
def test_it_goes_on_while_linux_sleeps() -> None:
    assert sleepless.now() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=1.0)

"""Check the connection, as the window asks for it; what is found is tried in tests/discovery."""

import queue
import threading
from typing import Any

import pytest

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.scene import Own
from desktop_app.storage.settings import Visibility
from desktop_app.transport.address import Address
from tests.support.node import Node, StartNode

FOUND = (findings.Connected(adapter="eth0", addresses="192.0.2.1"),)
Told = tuple[Finding, ...]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Own, Address | None]]:
    asked: list[tuple[Own, Address | None]] = []

    def examine(own: Own, *, address: Address | None, **_: Any) -> Told:
        asked.append((own, address))
        return FOUND

    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", examine)
    return asked


def test_a_look_is_at_this_engine_and_is_told_once(node: Node, looks: list[tuple[Own, Address | None]]) -> None:
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    there = Address("192.0.2.7", 47471)
    node.engine.check(told.put, there)
    assert told.get(timeout=10) == FOUND
    ((own, address),) = looks
    assert address == there
    assert own == Own(node.engine.port, running=True, instance=node.engine._house.own_instance())


def test_who_hides_is_looked_at_as_one_who_hides(
    start_node: StartNode, looks: list[tuple[Own, Address | None]]
) -> None:
    node = start_node("Ada", visibility=Visibility.NOBODY)
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    node.engine.check(told.put)
    told.get(timeout=10)
    assert looks[0][0].hidden
    assert not looks[0][0].running


def test_a_look_that_fails_is_told_as_nothing_found(
    node: Node, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def examine(*_: object, **__: object) -> Told:
        raise ZeroDivisionError

    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", examine)
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    node.engine.check(told.put)
    assert told.get(timeout=10) == ()
    assert "checking the connection failed" in caplog.text


def test_the_end_does_not_wait_for_what_was_not_begun(node: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def examine(_own: Own, *, closing: threading.Event, **_: Any) -> Told:
        begun.set()
        assert closing.wait(10)
        return ()

    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", examine)
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    node.engine.check(told.put)
    assert begun.wait(10)
    node.engine.shutdown()
    assert told.get(timeout=10) == ()

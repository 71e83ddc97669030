"""Check the connection, as the window asks for it; what is found is tried in tests/discovery."""

import os
import queue
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding, Outlook
from desktop_app.discovery.checks.scene import Own
from desktop_app.engine import door
from desktop_app.engine.door import Sighted
from desktop_app.events import SessionEnded
from desktop_app.protocol import limits
from desktop_app.protocol.sight import Obstacle, Seen, Sight
from desktop_app.storage.settings import Visibility
from desktop_app.transport.address import Address
from tests.support.node import Node, StartNode, verify, wait_until
from tests.support.remembering import prove, remember

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


@pytest.fixture
def patch(pair_of_nodes: tuple[Node, Node]) -> Iterator[pytest.MonkeyPatch]:
    """Undone before the nodes, which patch the same, undo theirs: the other way round theirs would stay."""
    with pytest.MonkeyPatch.context() as patch:
        yield patch


def _sees(patch: pytest.MonkeyPatch, outlook: Callable[..., Outlook]) -> None:
    """What any node finds where a peer asks; for its own person it finds nothing."""
    patch.setattr("desktop_app.discovery.checks.examine.examine", lambda *_, **__: ())
    patch.setattr("desktop_app.discovery.checks.examine.outlook", outlook)


def _check(node: Node) -> Told:
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    node.engine.check(told.put)
    return told.get(timeout=10)


def test_the_other_side_of_a_session_is_asked_what_it_sees(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch
) -> None:
    ada, kitchen = pair_of_nodes
    looked: list[Own] = []

    def outlook(own: Own, **_: Any) -> Outlook:
        looked.append(own)
        return Outlook((Seen(Obstacle.FIREWALL_UFW, 0),), frozenset({ada.engine.instance}))

    _sees(patch, outlook)
    assert _check(ada) == (), "without a session nobody is asked"
    verify(ada, kitchen)
    (finding,) = _check(ada)
    assert (finding.code, finding.of) == ("there-firewall-ufw", "Kitchen PC")
    assert finding.command == f"sudo ufw allow {kitchen.engine.port}/tcp && sudo ufw allow mdns"
    assert [own.port for own in looked] == [kitchen.engine.port]
    assert _check(ada) == (finding,), "within the gap what it said holds"
    assert len(looked) == 1
    of_ada = _check(kitchen)
    assert [(each.code, each.of) for each in of_ada] == [
        ("there-unheard", "Ada's laptop"),
        ("there-firewall-ufw", "Ada's laptop"),
    ]


def test_one_device_with_two_sessions_is_asked_once(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch
) -> None:
    ada, kitchen = pair_of_nodes
    _sees(patch, lambda _, **__: Outlook((), frozenset()))
    remember(ada, kitchen)
    prove(ada, kitchen)
    prove(kitchen, ada)
    assert [finding.code for finding in _check(ada)] == ["there-unheard"]


def test_a_look_there_that_fails_is_told_as_no_answer(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ada, kitchen = pair_of_nodes

    def outlook(*_: object, **__: object) -> Outlook:
        raise ZeroDivisionError

    _sees(patch, outlook)
    verify(ada, kitchen)
    assert [finding.code for finding in _check(ada)] == ["there-silent"]
    assert "looking for a peer failed" in caplog.text


def test_where_no_look_can_be_begun_the_session_goes_on_and_the_next_question_is_answered(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch
) -> None:
    ada, kitchen = pair_of_nodes
    _sees(patch, lambda _, **__: Outlook((), frozenset()))
    patch.setattr(limits, "LOOK_GAP", 0.0)
    verify(ada, kitchen)

    start = threading.Thread.start

    def begin(thread: threading.Thread) -> None:
        if thread.name == "look":
            raise RuntimeError("can't start new thread")
        start(thread)

    with patch.context() as starved:
        starved.setattr(threading.Thread, "start", begin)
        assert [finding.code for finding in _check(ada)] == ["there-silent"]
    assert [finding.code for finding in _check(ada)] == ["there-unheard"]


def test_a_session_that_ends_meanwhile_is_waited_for_no_longer(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch
) -> None:
    ada, kitchen = pair_of_nodes
    asked, go_on = threading.Event(), threading.Event()

    def outlook(*_: object, **__: object) -> Outlook:
        asked.set()
        assert go_on.wait(10)
        return Outlook((), frozenset())

    _sees(patch, outlook)
    session, _ = verify(ada, kitchen)
    told: queue.SimpleQueue[Told] = queue.SimpleQueue()
    ada.engine.check(told.put)
    assert asked.wait(10)
    ada.engine.end_session(session)
    ada.wait_for(SessionEnded)
    assert [finding.code for finding in told.get(timeout=10)] == ["there-silent"]
    go_on.set()


def test_another_program_of_the_same_person_hears_what_the_peers_see(
    pair_of_nodes: tuple[Node, Node], patch: pytest.MonkeyPatch
) -> None:
    ada, kitchen = pair_of_nodes
    ufw = Seen(Obstacle.FIREWALL_UFW, 0)
    _sees(patch, lambda _, **__: Outlook((ufw,), frozenset({ada.engine.instance})))
    session, _ = verify(ada, kitchen)
    assert door.ask_sights(ada.engine.profile, ada.engine.instance) == {}, "not its own"
    here = os.getpid()
    patch.setattr(os, "getpid", lambda: here + 1)

    def told() -> Sighted:
        return door.ask_sights(ada.engine.profile, ada.engine.instance)[here, session]

    wait_until(lambda: told().over)
    assert told().sight == Sight(hears=True, port=kitchen.engine.port, seen=[ufw])
    assert (told().peer, told().announced) == (kitchen.name, True)

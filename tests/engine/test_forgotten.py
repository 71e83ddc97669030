"""How long a device is remembered: until it expires, is forgotten, or another record takes its place."""

import time

import pytest

from desktop_app.events import CodeReady, RememberedChanged, SessionEnded
from desktop_app.storage.devices import DeviceStore
from tests.support.node import Node, wait_until
from tests.support.remembering import prove, remember


@pytest.mark.parametrize("forgetting", [0, 1])
def test_forgetting_ends_live_sessions_and_the_trust(pair_of_nodes: tuple[Node, Node], forgetting: int) -> None:
    a, b = pair_of_nodes
    records = remember(a, b)
    prove(a, b)
    node, other = (a, b) if forgetting == 0 else (b, a)
    node.engine.forget(records[forgetting])
    node.wait_for(SessionEnded)
    other.wait_for(SessionEnded)
    assert not node.engine.remembered()
    stored = node.engine.profile.devices.read_text()
    assert '"secret"' not in stored
    node.engine.pair(other.address)
    assert node.wait_for(CodeReady).digits == other.wait_for(CodeReady).digits, "only a code helps now"


def test_what_expires_ends_its_live_session(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    prove(a, b)
    later = time.time() + 91 * 24 * 3600
    a.engine._store._clock = lambda: later
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is None
    a.wait_for(RememberedChanged, lambda event: not event.devices)
    assert not a.engine.remembered()


def test_another_process_that_forgets_ends_the_session_here(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    prove(a, b)
    DeviceStore(a.engine.profile, lambda _error: None).forget(record)
    for node in (a, b):
        node.wait_for(SessionEnded)


def test_a_device_that_had_forgotten_this_one_takes_the_place_of_its_old_record_where_its_person_says_so(
    pair_of_nodes: tuple[Node, Node],
) -> None:
    """The name alone is no proof: until then both are kept."""
    a, b = pair_of_nodes
    old, theirs = remember(a, b)
    b.engine.forget(theirs)
    wait_until(lambda: not b.engine.remembered())
    new, _ = remember(a, b)
    assert {each.id: each.name for each in a.engine.remembered()} == {old: b.name, new: f"{b.name} (2)"}
    a.engine.forget(old)
    a.engine.rename_remembered(new, b.name)
    wait_until(lambda: [(each.id, each.name) for each in a.engine.remembered()] == [(new, b.name)])
    session, _ = prove(a, b)
    assert a.facts(session).peer == b.name

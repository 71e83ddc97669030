"""Remembered devices over real connections: proven without a code, rotated, noticed when copied, forgotten."""

import pytest

from desktop_app.discovery.peers import Peer
from desktop_app.errors import NotProven
from desktop_app.events import (
    CodeReady,
    DeviceId,
    Method,
    RecordId,
    Remembered,
    RememberedChanged,
    SessionEnded,
    SessionId,
    Unproven,
    Verified,
)
from desktop_app.protocol import pairing
from tests.support.node import Node, StartNode, verify, wait_until

INSTANCE = "0123456789abcdef"


def remember(a: Node, b: Node) -> tuple[RecordId, RecordId]:
    """They compare a code, both want to be remembered, and the session ends; the record's id on either side."""
    session_a, session_b = verify(a, b)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    records = a.wait_for(Remembered).device.id, b.wait_for(Remembered).device.id
    end(a, b, session_a)
    return records


def end(a: Node, b: Node, session: SessionId) -> None:
    a.engine.end_session(session)
    a.wait_for(SessionEnded)
    b.wait_for(SessionEnded)


def prove(a: Node, b: Node) -> tuple[SessionId, SessionId]:
    """A dials B's address, and both are verified without a code."""
    a.engine.pair(b.address)
    verified_a, verified_b = a.wait_for(Verified), b.wait_for(Verified)
    assert (verified_a.method, verified_b.method) == (Method.RECORD, Method.RECORD)
    return verified_a.session, verified_b.session


def secrets_of(node: Node) -> list[tuple[str, ...]]:
    """For looking whether two nodes share one; of each record the secrets."""
    store = node.engine._store
    found: dict[str, tuple[str, ...]] = {}
    for each in store.known():
        found[each.identity] = (*found.get(each.identity, ()), bytes(each.secret).hex())
    return list(found.values())


def test_a_remembered_device_proves_itself_without_a_code(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    assert [each.name for each in a.engine.remembered()] == ["Kitchen PC"]
    assert [each.name for each in b.engine.remembered()] == ["Ada's laptop"]
    for dialling, called in ((a, b), (b, a), (a, b)):
        session, theirs = prove(dialling, called)
        facts = dialling.facts(session)
        assert facts.method is Method.RECORD
        assert facts.peer == called.name
        assert facts.calls_itself == called.name
        assert facts.compared_at < facts.verified_at
        assert dialling.facts(session).remembered == dialling.engine.remembered()[0].id
        end(dialling, called, session)
        assert called.facts(theirs).over
    assert len(a.heard(CodeReady)) == len(b.heard(CodeReady)) == 1


def test_each_use_rotates_the_secret_on_both_sides(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    seen = {secrets_of(a)[0]}
    for dialling, called in ((a, b), (b, a)):
        session, _ = prove(dialling, called)
        end(dialling, called, session)  # waits for the rotation
        wait_until(lambda: secrets_of(a) == secrets_of(b))
        assert len(secrets_of(a)[0]) == 1
        assert secrets_of(a)[0] not in seen
        seen.add(secrets_of(a)[0])


def test_one_side_alone_remembers_nothing(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    a.engine.remember(session)
    end(a, b, session)
    assert not a.engine.remembered() + b.engine.remembered()
    assert not a.engine.profile.devices.exists()


def test_the_store_is_private_and_holds_no_name_of_a_file(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    for node in (a, b):
        assert node.engine.profile.devices.stat().st_mode & 0o777 == 0o600


def test_a_device_of_another_name_keeps_the_name_that_was_given(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    a.engine.rename_remembered(record, "Mum's computer")
    a.wait_for(RememberedChanged, lambda event: event.devices[0].name == "Mum's computer")
    b.engine.change_settings(name="Somebody else")
    wait_until(lambda: b.engine.settings.name == "Somebody else")
    session, _ = prove(a, b)
    facts = a.facts(session)
    assert (facts.peer, facts.calls_itself) == ("Mum's computer", "Somebody else")


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


def test_a_remembered_device_is_called_by_its_card_and_must_prove_itself(
    start_node: StartNode,
) -> None:
    """The other side has forgotten this one: nothing falls back to a comparison by itself."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    _, record_b = remember(a, b)
    b.engine.forget(record_b)
    b.wait_for(RememberedChanged, lambda event: not event.devices)
    call_expecting(a, b)
    unproven = a.wait_for(Unproven)
    assert unproven.peer == "Kitchen PC"
    assert isinstance(unproven.error, NotProven)
    assert len(a.heard(CodeReady)) == 1, "no code but the first"
    a.engine.compare_anew(unproven.session)
    code = a.wait_for(CodeReady, lambda code: code.doubted == "Kitchen PC")
    b.wait_for(CodeReady, lambda event: event.digits == code.digits)


def call_expecting(a: Node, b: Node) -> None:
    """A's person clicks a card at B's address whose hints are those of the one device that A remembers."""
    (record,) = a.engine._store._records
    hints = tuple(pairing.hint(key, record.founded_as.other, INSTANCE) for key in record.hint_keys)
    a.engine._devices.peer_changed(Peer(INSTANCE, b.name, "linux", ("127.0.0.1",), b.engine.port, hints=hints))
    a.engine.pair(DeviceId(INSTANCE))

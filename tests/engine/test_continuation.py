"""A session that was cut comes back without a second comparison, once, for a while, and only to the same peer."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from secrets import token_bytes
from typing import Any

import pytest

from desktop_app.discovery.peers import Peer
from desktop_app.engine import Answer, returning
from desktop_app.engine.continuations import Continuations
from desktop_app.engine.identity import Identity
from desktop_app.events import (
    CodeReady,
    Method,
    Recognised,
    RecordId,
    Remembered,
    SessionEnded,
    SessionId,
    State,
    Verified,
)
from desktop_app.protocol import limits
from desktop_app.protocol.role import Role
from desktop_app.storage.devices import DeviceStore
from tests.support.cut import Line
from tests.support.hostile_peer import HostilePeer, Kind
from tests.support.node import Node, StartNode, wait_until

SECRET = bytearray(range(64))
MOVED = "f" * 16


@pytest.fixture
def line(pair_of_nodes: tuple[Node, Node]) -> Iterator[Line]:
    """Between the first node, which dials, and the second."""
    with Line(pair_of_nodes[1].address) as line:
        yield line


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))


def verify(a: Node, b: Node, line: Line) -> tuple[SessionId, SessionId]:
    """Over the line, with a code."""
    a.engine.pair(line.address)
    code_a, code_b = a.wait_for(CodeReady), b.wait_for(CodeReady)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    b.engine.answer_code(code_b.session, Answer.MATCH)
    for node in (a, b):
        node.wait_for(Verified)
    wait_until(lambda: a.facts(code_a.session).calls_itself != "" and b.facts(code_b.session).calls_itself != "")
    return code_a.session, code_b.session


def lose(a: Node, b: Node, line: Line) -> None:
    line.cut()
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is not None


def test_it_comes_back_by_itself_and_again(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    compared_at = a.facts(session).compared_at
    for _ in range(3):
        lose(a, b, line)
        line.mend()
        back_a, back_b = a.wait_for(Verified), b.wait_for(Verified)
        assert back_a.method is back_b.method is Method.CONTINUATION
        assert back_a.peer == b.name
        assert back_a.compared_at == compared_at
        wait_until(lambda event=back_a: a.facts(event.session).calls_itself != "")  # type: ignore[misc]
    assert len(a.heard(CodeReady)) == len(b.heard(CodeReady)) == 1


def test_case_081_a_remembered_device_that_moved_to_another_address_is_found_there(
    pair_of_nodes: tuple[Node, Node], line: Line
) -> None:
    """Wi-Fi instead of the cable: it announces itself as somebody else, and only its hints tell who that is."""
    a, b = pair_of_nodes
    for node, session in zip(pair_of_nodes, verify(a, b, line), strict=True):
        node.engine.remember(session)
    for node in pair_of_nodes:
        node.wait_for(Remembered)
    lose(a, b, line)
    with Line(b.address) as elsewhere:
        hints = tuple(b.engine._store.hints(MOVED))
        there = Peer(MOVED, "", "linux", ("127.0.0.1",), elsewhere.address.port, hints=hints)
        a.engine._devices.peer_changed(there)
        back = a.wait_for(Verified)
        assert (back.method, back.peer) == (Method.RECORD, b.name)
        assert elsewhere.carried == 1
        a.engine.end_session(back.session)
        a.wait_for(SessionEnded)


def test_a_cut_is_told_wherever_the_connection_came_from(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    """Systems allow more in the name of an interface than people may type in an address."""
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    link = a.engine._links.find(session)
    assert link is not None
    link.host, link.address = "fe80::1%vpn@home", "[fe80::1%vpn@home]:47471"
    lose(a, b, line)
    assert a.facts(session).over


def test_it_is_used_up_by_the_session_that_it_verifies(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    a, b = pair_of_nodes
    verify(a, b, line)
    lose(a, b, line)
    (kept,) = a.engine._keeper.continuations.known(time.monotonic())
    line.mend()
    back = [node.wait_for(Verified).session for node in (a, b)]
    for node in (a, b):
        assert not node.engine._keeper.continuations.known(time.monotonic())
    a.engine.end_session(back[0])
    for node in (a, b):
        node.wait_for(SessionEnded)
    a.engine._keeper.continuations.add(identity(), kept.founded_as, kept.secret, time.monotonic())
    a.engine.pair(b.address)
    a.wait_for(CodeReady)  # a copy of it proves nothing any more


def test_an_orderly_end_leaves_none(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    a.engine.end_session(session)
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is None
        assert not node.engine._keeper.continuations.known(time.monotonic())


@pytest.mark.parametrize("ending", ["ended", "forgotten"])
def test_whoever_hangs_up_instead_of_closing_does_not_come_back(node: Node, ending: str) -> None:
    """The person here has ended it: that the peer, or somebody on the wire, drops the line makes it no accident."""
    secret = token_bytes(64)
    record = RecordId(node.engine._store.found(bytearray(secret), Role.RESPONDER, "Lost phone"))
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().prove(secret, "initiator")
        session = node.wait_for(Verified).session
        wait_until(lambda: bool(node.engine.remembered()))
        if ending == "ended":
            node.engine.end_session(session)
        else:
            node.engine.forget(record)
        peer.expect(Kind.CLOSE)
    node.wait_for(SessionEnded)
    assert not node.engine._keeper.continuations.known(time.monotonic())


def test_a_broken_rule_leaves_none(node: Node) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        peer.agree().greet().compare()
        node.engine.answer_code(node.wait_for(CodeReady).session, Answer.MATCH)
        peer.verify().send(Kind.OFFER, 1)
        assert node.wait_for(SessionEnded).error is not None
    assert not node.engine._keeper.continuations.known(time.monotonic())


def test_what_is_sent_after_a_cut_finds_the_session_that_came_back(
    pair_of_nodes: tuple[Node, Node], line: Line, tmp_path: Path
) -> None:
    """It carries identity, not consent: the offer is asked for anew."""
    a, b = pair_of_nodes
    verify(a, b, line)
    lose(a, b, line)
    line.mend()
    a.wait_for(Verified)
    (tmp_path / "note").write_text("here")
    number = a.engine.send([tmp_path / "note"], line.address)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(Recognised)


def test_case_081_somebody_else_at_the_old_place_gets_nothing_and_no_code(
    start_node: StartNode, pair_of_nodes: tuple[Node, Node], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_UNNOTICED", 0.0)
    a, b = pair_of_nodes
    stranger = start_node("Kitchen PC")
    verify(a, b, line)
    lose(a, b, line)
    line.mend(stranger.address)
    wait_until(lambda: line.carried >= 2)
    wait_until(lambda: not a.engine._links._returning._lost)
    assert not stranger.heard(CodeReady) + stranger.heard(Verified)
    assert len(a.heard(CodeReady)) == 1
    assert a.engine._keeper.continuations.known(time.monotonic()), "a failed try does not use it up"


def test_a_remembered_device_comes_back_as_that_one(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b, line)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    for node in (a, b):
        node.wait_for(Remembered)
    lose(a, b, line)
    line.mend()
    for node in (a, b):
        back = node.wait_for(Verified)
        assert back.method is Method.RECORD, "the record is the identity; the continuation is used up with it"
        assert not node.engine._keeper.continuations.known(time.monotonic())


def test_forgetting_ends_what_could_come_back(pair_of_nodes: tuple[Node, Node], line: Line) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b, line)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    record = a.wait_for(Remembered).device.id
    b.wait_for(Remembered)
    lose(a, b, line)
    a.engine.forget(record)
    wait_until(lambda: not a.engine._keeper.continuations.known(time.monotonic()))


def test_a_cut_that_meets_the_forgetting_leaves_none(
    pair_of_nodes: tuple[Node, Node], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b, line)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    record = a.wait_for(Remembered).device.id
    b.wait_for(Remembered)
    monkeypatch.setattr(a.engine._keeper, "_on_forgotten", lambda _records: None)  # its link is beyond telling
    a.engine.forget(record)
    wait_until(lambda: not a.engine.remembered())
    lose(a, b, line)
    assert not a.engine._keeper.continuations.known(time.monotonic())


def test_who_was_cut_while_it_was_stored_is_forgotten_as_a_whole(
    pair_of_nodes: tuple[Node, Node], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk was slow: the session was over when its device came to be remembered."""
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b, line)
    asked, ready, real = threading.Event(), threading.Event(), DeviceStore.found

    def slow(store: DeviceStore, *of: Any, **at: Any) -> str:
        if store is a.engine._store:
            asked.set()
            assert ready.wait(10)
        return real(store, *of, **at)

    monkeypatch.setattr(DeviceStore, "found", slow)
    b.engine.remember(session_b)
    a.engine.remember(session_a)
    assert asked.wait(10)
    lose(a, b, line)
    ready.set()
    record = a.wait_for(Remembered).device.id
    assert a.engine._keeper.continuations.known(time.monotonic())
    a.engine.forget(record)
    wait_until(lambda: not a.engine._keeper.continuations.known(time.monotonic()))


def test_remembering_who_came_back_counts_from_when_people_compared(
    pair_of_nodes: tuple[Node, Node], line: Line
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    compared_at = a.facts(session).compared_at
    lose(a, b, line)
    line.mend()
    for node in (a, b):
        node.engine.remember(node.wait_for(Verified).session)
    assert a.wait_for(Remembered).device.compared_at == compared_at


# --- the table -----------------------------------------------------------------------------------------


def identity(*, record: str | None = None, since: float = 0.0) -> Identity:
    return Identity("Kitchen PC", Method.CODE, 0.0, since, None if record is None else RecordId(record))


def test_ten_minutes_and_no_longer() -> None:
    table = Continuations()
    number = table.add(identity(), Role.INITIATOR, SECRET, 0.0)
    assert number is not None
    (known,) = table.known(limits.CONTINUATION_SECONDS - 0.01)
    assert known.secret == SECRET
    held = table._table[number].secret
    assert not table.known(limits.CONTINUATION_SECONDS)
    assert not table.lives(number)
    assert held == bytes(64)


def test_a_chain_ends_after_a_day_unless_the_device_is_remembered() -> None:
    table, day = Continuations(), limits.CONTINUATION_CHAIN_SECONDS
    assert table.add(identity(since=100.0), Role.INITIATOR, SECRET, 100.0 + day - 1) is not None
    assert table.add(identity(since=100.0), Role.INITIATOR, SECRET, 100.0 + day) is None
    assert table.add(identity(since=100.0, record="r"), Role.INITIATOR, SECRET, 100.0 + day) is not None
    assert identity(since=100.0).continued().since == 100.0, "a continued session is no new beginning"


def test_it_can_be_spent_once_and_the_oldest_make_room() -> None:
    table = Continuations()
    numbers = [table.add(identity(), Role.RESPONDER, SECRET, 0.0) for _ in range(limits.CONTINUATIONS_MAX + 2)]
    assert len(table.known(0.0)) == limits.CONTINUATIONS_MAX
    assert not table.lives(str(numbers[1]))
    last = str(numbers[-1])
    assert list(table.spend([last, "unknown"])) == [last]
    assert not table.spend([last])


def test_nobody_drives_out_what_brings_others_back() -> None:
    table = Continuations()
    other = table.add(identity(record="quiet"), Role.RESPONDER, SECRET, 0.0)
    stranger = table.add(identity(since=1.0), Role.RESPONDER, SECRET, 1.0)
    for _ in range(2 * limits.CONTINUATIONS_MAX):
        last = table.add(identity(record="flood"), Role.RESPONDER, SECRET, 1.0)
    assert len(table.known(1.0)) == limits.CONTINUATIONS_MAX
    assert all(number is not None and table.lives(number) for number in (other, stranger, last))


def test_what_belongs_to_a_forgotten_device_goes_with_it() -> None:
    table = Continuations()
    table.add(identity(record="gone"), Role.INITIATOR, SECRET, 0.0)
    kept = table.add(identity(record="kept"), Role.INITIATOR, SECRET, 0.0)
    table.forget([RecordId("gone")])
    assert [each.identity for each in table.known(0.0)] == [kept]
    table.clear()
    assert not table.known(0.0)


def test_what_was_cut_before_its_device_was_stored_waits_for_that_device(
    pair_of_nodes: tuple[Node, Node], line: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or the next run of the program would not go on with it by itself."""
    a, b = pair_of_nodes
    session, other = verify(a, b, line)
    with (tmp_path / "film").open("wb") as film:
        film.truncate(2**31)
    sent = a.engine.send([tmp_path / "film"], a.device_of(session))
    received = b.accept()
    a.engine.pause(sent)  # or it might be through before the cut
    status = a.engine._transfers.find(sent)
    assert status is not None
    wait_until(lambda: status.kept is not None)
    over, found = threading.Event(), a.engine._keeper.store.found

    def found_later(*arguments: Any, **named: Any) -> str:
        assert over.wait(20)
        return found(*arguments, **named)

    monkeypatch.setattr(a.engine._keeper.store, "found", found_later)
    a.engine.remember(session)
    b.engine.remember(other)
    b.wait_for(Remembered)
    lose(a, b, line)
    over.set()
    device = a.wait_for(Remembered).device
    assert status.kept is not None
    assert status.kept.lasting_owner == device.id
    for node, number in ((a, sent), (b, received)):
        node.engine.cancel(number)

"""Remembered devices that are not seen: tried where they were met, when the person says so, and only then."""

import socket
import threading
from pathlib import Path

import pytest

from desktop_app.engine import devices
from desktop_app.engine.calls import Call, Stand
from desktop_app.errors import AnotherAnswered, NotProven, PeerUnreachable
from desktop_app.events import (
    CodeReady,
    Contents,
    Device,
    Direction,
    Kind,
    Method,
    OfferReceived,
    RecordId,
    SessionId,
    State,
    TextReceived,
    Transfer,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.protocol import limits
from tests.support.node import Node, StartNode, wait_until
from tests.support.remembering import remember


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "_AWAY_AFTER", 0.1)


def _met_at(node: Node) -> tuple[str, ...]:
    (known,) = node.engine.remembered()
    return known.met_at


def _away(node: Node) -> list[Device]:
    return [device for device in node.engine.devices() if device.away]


def test_where_a_device_proved_to_be_is_kept_and_it_is_tried_there_when_it_is_not_seen(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    wait_until(lambda: _met_at(a) == (str(b.address),))
    wait_until(lambda: _met_at(b) == (f"127.0.0.1:{limits.DEFAULT_PORT}",))  # who called is where it usually listens
    wait_until(lambda: len(_away(a)) == 1)
    assert not a.heard(Verified)[1:], "nobody goes there by itself"
    (note := tmp_path / "note").write_text("hello")
    number = a.engine.send([note], _away(a)[0].id)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert a.heard(Verified)[-1].method is Method.RECORD
    wait_until(lambda: not _away(a))  # its session is its card
    assert len(a.heard(CodeReady)) == 1


def test_an_away_device_is_expected_and_nobody_else_gets_anything(start_node: StartNode, tmp_path: Path) -> None:
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    (record, _) = remember(a, b)
    b.engine.shutdown()
    a.engine._keeper.change(lambda: a.engine._store.met(record, str(stranger.address)))
    wait_until(lambda: bool(_away(a)) and _met_at(a)[0] == str(stranger.address))
    (note := tmp_path / "note").write_text("hello")
    a.engine.send([note], _away(a)[0].id)
    assert isinstance(a.wait_for(Unproven).error, NotProven)
    assert not stranger.heard(CodeReady)


def test_of_an_away_device_that_is_off_the_person_hears(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    b.engine.shutdown()
    wait_until(lambda: bool(_away(a)))
    (note := tmp_path / "note").write_text("hello")
    number = a.engine.send([note], _away(a)[0].id)
    error = a.finished(number).error
    assert type(error) is PeerUnreachable, "who refuses at one of its earlier addresses may be anybody"


def test_the_places_are_few_and_gone_with_the_device(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    record, _ = remember(a, b)
    for number in range(6):
        a.engine._keeper.change(lambda number=number: a.engine._store.met(record, f"192.0.2.{number}:47471"))  # type: ignore[misc]
    last = tuple(f"192.0.2.{number}:47471" for number in (5, 4, 3, 2))
    wait_until(lambda: _met_at(a) == last)
    a.engine._keeper.change(lambda: a.engine._store.met(record, "192.0.2.3:47471"))
    wait_until(lambda: _met_at(a)[:2] == ("192.0.2.3:47471", "192.0.2.5:47471"))
    assert b"192.0.2.5" in a.engine.profile.devices.read_bytes()
    a.engine.forget(record)
    wait_until(lambda: not a.engine.remembered())
    assert b"192.0.2" not in a.engine.profile.devices.read_bytes()
    wait_until(lambda: not _away(a))


# --- several last addresses, of which each may be another computer's by now ---------------------------------------


def _met(node: Node, record: RecordId, *places: str) -> None:
    """The last of these is the one that is tried first."""
    for place in places:
        node.engine._keeper.change(lambda place=place: node.engine._store.met(record, place))  # type: ignore[misc]
    wait_until(lambda: bool(_away(node)) and _met_at(node)[0] == places[-1])


def test_where_another_computer_answers_the_next_address_is_tried_and_the_person_hears_of_both(
    start_node: StartNode, tmp_path: Path
) -> None:
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    record, _ = remember(a, b)
    _met(a, record, str(b.address), str(stranger.address))
    (note := tmp_path / "note").write_text("hello")
    number = a.engine.send([note], _away(a)[0].id)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(Unproven)
    assert not stranger.heard(OfferReceived)
    (told,) = [each.error for each in a.heard(Trouble) if isinstance(each.error, AnotherAnswered)]
    assert str(told) == (f"Another computer, which did not prove to be Kitchen PC, answered at {stranger.address}.")
    assert a.heard(Verified)[-1].peer == "Kitchen PC"


def test_what_joins_the_call_in_the_moment_in_which_it_goes_on_elsewhere_goes_along(
    start_node: StartNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    record, _ = remember(a, b)
    _met(a, record, str(b.address), str(stranger.address))
    text = Contents((), files=0, folders=0, total=5, kind=Kind.TEXT, characters=5)
    rows, calls, joined = a.engine._transfers, a.engine._links._calls, list[bool]()
    late = rows.new(Transfer(rows.next_id(), Direction.SENDING, "Kitchen PC", State.CONNECTING, text))
    take = calls.take

    def take_after_it_joined(session: SessionId, *stands: Stand) -> Call | None:
        if not joined:
            joined.append(calls.join(session, ("later", late)))
        return take(session, *stands)

    monkeypatch.setattr(calls, "take", take_after_it_joined)
    (note := tmp_path / "note").write_text("hello")
    number = a.engine.send([note], _away(a)[0].id)
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert joined == [True]
    assert b.wait_for(TextReceived).text == "later"


def test_what_is_no_tallystick_any_more_is_passed_by(start_node: StartNode, tmp_path: Path) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    record, _ = remember(a, b)
    with socket.create_server(("127.0.0.1", 0)) as other:
        closing = threading.Thread(target=lambda: other.accept()[0].close())
        closing.start()
        _met(a, record, str(b.address), f"127.0.0.1:{other.getsockname()[1]}")
        (note := tmp_path / "note").write_text("hello")
        number = a.engine.send([note], _away(a)[0].id)
        b.accept()
        assert a.finished(number).state is State.DELIVERED
        closing.join(10)
    assert not [each for each in a.heard(Trouble) if isinstance(each.error, AnotherAnswered)]


@pytest.mark.parametrize("paired", [False, True], ids=["send", "pair"])
def test_where_nobody_else_answers_the_failed_proof_is_told_as_ever(
    start_node: StartNode, tmp_path: Path, paired: bool
) -> None:
    """The next address is dead: that it could not be reached there is the smaller news."""
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    record, _ = remember(a, b)
    b.engine.shutdown()
    _met(a, record, str(b.address), str(stranger.address))
    (note := tmp_path / "note").write_text("hello")
    if paired:
        a.engine.pair(_away(a)[0].id)
    else:
        number = a.engine.send([note], _away(a)[0].id)
    unproven = a.wait_for(Unproven)
    assert (unproven.address, type(unproven.error)) == (str(stranger.address), NotProven)
    a.engine.give_up(unproven.session)
    if not paired:
        assert isinstance(a.finished(number).error, NotProven)
    assert not stranger.heard(CodeReady)
    assert len(a.heard(Unproven)) == 1


def test_whoever_is_there_may_be_compared_with_all_the_same(start_node: StartNode) -> None:
    a, b, stranger = start_node("Ada's laptop"), start_node("Kitchen PC"), start_node("Stranger")
    record, _ = remember(a, b)
    b.engine.shutdown()
    _met(a, record, str(b.address), str(stranger.address))
    a.engine.pair(_away(a)[0].id)
    a.engine.compare_anew(a.wait_for(Unproven).session)
    code = a.wait_for(CodeReady)
    assert (code.address, code.doubted) == (str(stranger.address), "Kitchen PC")

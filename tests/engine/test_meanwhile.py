"""What happens to a card while what is to be sent to it is looked at: whom the person meant counts."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desktop_app.discovery.peers import Peer
from desktop_app.engine import devices
from desktop_app.events import DeviceId, OfferReceived, Recognised, State
from desktop_app.storage.scan import scan
from desktop_app.storage.selection import Selection
from tests.support.node import Node, wait_until
from tests.support.remembering import INSTANCE, end, prove, remember, secrets_of, show_card


@dataclass(frozen=True)
class HeldScan:
    """Reading what is to be sent stops here until it may go on."""

    reached: threading.Event = field(default_factory=threading.Event)
    go_on: threading.Event = field(default_factory=threading.Event)

    def __call__(self, paths: Sequence[Path], stop: Callable[[], bool]) -> Selection:
        self.reached.set()
        assert self.go_on.wait(10)
        return scan(paths, stop)


@pytest.fixture
def held_scan(monkeypatch: pytest.MonkeyPatch) -> HeldScan:
    held = HeldScan()
    monkeypatch.setattr("desktop_app.engine.preparing.scan", held)
    return held


def send_to_a_stranger(a: Node, b: Node, note: Path, held_scan: HeldScan) -> None:
    """To a card at B's place that nobody has recognised; what is sent is still looked at."""
    a.engine._devices.peer_changed(Peer(INSTANCE, "Somebody", "linux", ("127.0.0.1",), b.engine.port))
    note.write_text("for somebody")
    a.engine.send([note], DeviceId(INSTANCE))
    assert held_scan.reached.wait(10)


def test_whom_a_card_stands_for_is_what_the_person_saw(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, held_scan: HeldScan
) -> None:
    """A stranger's card that turns out to be a remembered device while files are still looked at is asked about."""
    a, b = pair_of_nodes
    remember(a, b)
    send_to_a_stranger(a, b, tmp_path / "note", held_scan)
    show_card(a, b)
    held_scan.go_on.set()
    assert a.wait_for(Recognised).peer == "Kitchen PC"
    assert not b.heard(OfferReceived)


@pytest.mark.parametrize("seen", [True, False])
def test_who_is_meant_is_found_under_another_id(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, held_scan: HeldScan, monkeypatch: pytest.MonkeyPatch, seen: bool
) -> None:
    """It was started again, or has moved to another network, while its files were looked at; or it is not seen yet."""
    monkeypatch.setattr(devices, "_AWAY_AFTER", 0.0)
    a, b = pair_of_nodes
    remember(a, b)
    prove(a, b)
    wait_until(lambda: bool(a.engine.remembered()[0].met_at))
    end(a, b, a.engine.sessions()[0].id)
    show_card(a, b)
    (tmp_path / "note").write_text("for the kitchen")
    number = a.engine.send([tmp_path / "note"], DeviceId(INSTANCE))
    assert held_scan.reached.wait(10)
    a.engine._devices.peer_gone(INSTANCE)
    if seen:
        show_card(a, b, "fedcba9876543210")
    wait_until(lambda: [each.away for each in a.engine.devices()] == [not seen])
    held_scan.go_on.set()
    b.accept()
    assert a.finished(number).state is State.DELIVERED


def test_who_has_gone_meanwhile_is_told_by_the_name_of_its_card(
    node: Node, tmp_path: Path, held_scan: HeldScan
) -> None:
    node.engine._devices.peer_changed(Peer(INSTANCE, "Somebody", "linux", ("127.0.0.1",), 9))
    (tmp_path / "note").write_text("for somebody")
    number = node.engine.send([tmp_path / "note"], DeviceId(INSTANCE))
    assert held_scan.reached.wait(10)
    node.engine._devices.peer_gone(INSTANCE)
    held_scan.go_on.set()
    assert str(node.finished(number).error) == "Somebody could not be reached."


def test_who_comes_to_a_card_since_it_was_clicked_is_asked_about(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held_scan: HeldScan
) -> None:
    """A stranger's card; while files are looked at, a remembered device calls and says that the card is its own."""
    a, b = pair_of_nodes
    remember(a, b)
    send_to_a_stranger(a, b, tmp_path / "note", held_scan)
    monkeypatch.setattr(b.engine._house, "own_instance", lambda: INSTANCE)
    before = secrets_of(a)
    _, session = prove(b, a)
    wait_until(lambda: a.device_of(session) == INSTANCE)
    wait_until(lambda: secrets_of(a) == secrets_of(b) != before)  # amid it the two may not agree on who is who
    held_scan.go_on.set()
    assert a.wait_for(Recognised).peer == "Kitchen PC"
    assert not b.heard(OfferReceived)

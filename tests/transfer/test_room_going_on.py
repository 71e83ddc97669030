"""Going on needs no room on the disk that was reserved already."""

import os
import time
from pathlib import Path

import pytest

from desktop_app.engine import returning
from desktop_app.errors import PausedThere, WaitsForSender
from desktop_app.events import OfferReceived
from desktop_app.storage import room
from tests.support.cut import Line
from tests.support.disks import MakeDisk, make_disk
from tests.support.node import Node, verify, wait_until
from tests.transfer.test_resume import Stop, both_delivered
from tests.transfer.trees import write

__all__ = ["make_disk"]

MIB = 1 << 20
pytestmark = pytest.mark.disks


@pytest.mark.parametrize("kind", ["tmpfs", "ext4"])
def test_a_film_that_takes_more_than_half_of_the_disk_goes_on(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    a, b = pair_of_nodes
    disk = make_disk(kind, mib=40)
    stop = Stop(monkeypatch, 4 * MIB)
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)
        sent = a.engine.send([write(tmp_path / "film", os.urandom(24 * MIB))], a.device_of(session))
        received = b.accept(disk)
        assert stop.reached.wait(10)
        line.cut()
        wait_until(lambda: a.transfer(sent).paused is not None)
        stop.go.set()
        b.wait_paused(received, WaitsForSender)
        line.mend()
        both_delivered(a, b, sent, received)


def test_a_film_that_begins_again_needs_no_room_beside_what_it_replaces(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has changed meanwhile, and what is here of it is of no use."""
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    a, b = pair_of_nodes
    disk = make_disk(mib=40)
    stop = Stop(monkeypatch, 4 * MIB)
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)
        sent = a.engine.send([write(tmp_path / "film", os.urandom(24 * MIB))], a.device_of(session))
        received = b.accept(disk)
        assert stop.reached.wait(10)
        line.cut()
        wait_until(lambda: a.transfer(sent).paused is not None)
        stop.go.set()
        b.wait_paused(received, WaitsForSender)
        write(tmp_path / "film", os.urandom(24 * MIB))
        line.mend()
        both_delivered(a, b, sent, received)
    assert (disk / "film").read_bytes() == (tmp_path / "film").read_bytes()


def test_what_is_paused_and_has_its_room_does_not_take_that_of_another_one(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was paused before the line was cut, and both have met again."""
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    a, b = pair_of_nodes
    disk = make_disk(mib=40)
    stop = Stop(monkeypatch, 4 * MIB)
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)
        sent = a.engine.send([write(tmp_path / "film", os.urandom(24 * MIB))], a.device_of(session))
        received = b.accept(disk)
        assert stop.reached.wait(10)
        b.engine.pause(received)
        line.cut()
        wait_until(lambda: a.transfer(sent).paused is not None)
        stop.go.set()
        b.wait_paused(received, WaitsForSender)
        line.mend()
        a.wait_paused(sent, PausedThere)
        time.sleep(0.2)
        a.engine.send([write(tmp_path / "song", os.urandom(8 * MIB))], a.connected())
        offer = b.wait_for(OfferReceived)
        b.engine.consider(offer.transfer.id, disk)
        offer = b.wait_for(OfferReceived)
        assert offer.problem is None, str(offer.problem)

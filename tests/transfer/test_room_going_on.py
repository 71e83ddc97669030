"""Going on needs no room on the disk that was reserved already."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import PausedThere
from desktop_app.events import OfferReceived, TransferId
from desktop_app.storage import room
from tests.support.cut import Line
from tests.support.disks import MakeDisk, make_disk
from tests.support.node import Node, verify
from tests.transfer.test_resume import Stop, _soon_and_packed, both_delivered, cut_off
from tests.transfer.trees import write

__all__ = ["_soon_and_packed", "make_disk"]

MIB = 1 << 20
pytestmark = pytest.mark.disks


@contextlib.contextmanager
def a_film(
    nodes: tuple[Node, Node], disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[TransferId, TransferId, Line, Stop]]:
    """That takes more than half of the disk, and is held at its beginning."""
    monkeypatch.setattr(room, "RESERVE", 2 * MIB)
    a, b = nodes
    stop = Stop(monkeypatch, 4 * MIB)
    with Line(b.address) as line:
        session, _ = verify(a, b, line.address)
        sent = a.engine.send([write(tmp_path / "film", os.urandom(24 * MIB))], a.device_of(session))
        yield sent, b.accept(disk), line, stop


@pytest.mark.parametrize("kind", ["tmpfs", "ext4"])
def test_a_film_that_takes_more_than_half_of_the_disk_goes_on(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    a, b = pair_of_nodes
    disk = make_disk(kind, mib=40)
    with a_film(pair_of_nodes, disk, tmp_path, monkeypatch) as (sent, received, line, stop):
        cut_off(a, b, sent, received, line, stop)
        line.mend()
        both_delivered(a, b, sent, received)


def test_a_film_that_begins_again_needs_no_room_beside_what_it_replaces(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has changed meanwhile, and what is here of it is of no use."""
    a, b = pair_of_nodes
    disk = make_disk(mib=40)
    with a_film(pair_of_nodes, disk, tmp_path, monkeypatch) as (sent, received, line, stop):
        cut_off(a, b, sent, received, line, stop)
        write(tmp_path / "film", os.urandom(24 * MIB))
        line.mend()
        both_delivered(a, b, sent, received)
    assert (disk / "film").read_bytes() == (tmp_path / "film").read_bytes()


def test_what_is_paused_and_has_its_room_does_not_take_that_of_another_one(
    pair_of_nodes: tuple[Node, Node], make_disk: MakeDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was paused before the line was cut, and both have met again."""
    a, b = pair_of_nodes
    disk = make_disk(mib=40)
    with a_film(pair_of_nodes, disk, tmp_path, monkeypatch) as (sent, received, line, stop):
        assert stop.reached.wait(10)
        b.engine.pause(received)
        cut_off(a, b, sent, received, line, stop)
        line.mend()
        a.wait_paused(sent, PausedThere)
        time.sleep(0.2)
        a.engine.send([write(tmp_path / "song", os.urandom(8 * MIB))], a.connected())
        offer = b.wait_for(OfferReceived)
        b.engine.consider(offer.transfer.id, disk)
        offer = b.wait_for(OfferReceived)
        assert offer.problem is None, str(offer.problem)

"""What one device had accepted and another one got: the receipt is of the one that has it, on both sides."""

from pathlib import Path

import pytest

from desktop_app.errors import WaitsForPerson
from desktop_app.events import OfferReceived
from tests.engine.pasts import common_of, common_parts, documents
from tests.support.node import Node, StartNode, match_codes, verify
from tests.transfer.test_resume import FILM, Stop, again, album, both_delivered, only_row

__all__ = ["album"]


@pytest.fixture
def stop(monkeypatch: pytest.MonkeyPatch) -> Stop:
    return Stop(monkeypatch, FILM // 2)


@pytest.fixture
def a(start_node: StartNode, album: Path, stop: Stop) -> Node:
    """Whose album waits for a peer that is not there any more."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    session, _ = verify(a, b)
    sent = a.engine.send([album], a.device_of(session))
    b.accept()
    assert stop.reached.wait(10)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPerson))
    a.forget()
    return a


def same_receipt(a: Node, c: Node, folder: Path) -> None:
    sent, received = only_row(a).id, only_row(c).id
    both_delivered(a, c, sent, received)
    here, there = documents(a, sent, folder / "a"), documents(c, received, folder / "c")
    assert common_parts(*here) == common_parts(*there)
    assert common_of(here[0])["receiver"] == "Garden PC"


def test_what_goes_on_to_another_device_is_vouched_for_by_that_one(
    a: Node, start_node: StartNode, tmp_path: Path
) -> None:
    c = start_node("Garden PC")
    a.engine.resume(only_row(a).id, c.address)
    match_codes(a, c)
    c.accept()
    same_receipt(a, c, tmp_path)


def test_it_is_that_device_after_a_restart_too(
    a: Node, start_node: StartNode, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    c, stop = start_node("Garden PC"), Stop(monkeypatch, FILM // 2)
    a.engine.resume(only_row(a).id, c.address)
    match_codes(a, c)
    received = c.accept()
    assert stop.reached.wait(10)
    stop.shut_down(a, then=lambda: a.wait_paused(only_row(a).id, WaitsForPerson))
    new = again(a)
    try:
        assert only_row(new).peer == "Garden PC"
        new.engine.resume(only_row(new).id)
        match_codes(new, c)
        offer = c.wait_for(OfferReceived, lambda event: event.continues is not None)
        c.engine.accept(received, offer.into)
        same_receipt(new, c, tmp_path)
    finally:
        new.engine.shutdown()

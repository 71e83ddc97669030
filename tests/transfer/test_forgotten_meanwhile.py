"""A device is forgotten while a transfer to it waits: its person can still go on with it, by comparing a code."""

from pathlib import Path

import pytest

from desktop_app.events import OfferReceived
from tests.support.node import StartNode, match_codes, wait_until
from tests.transfer.test_resume import album, amid_the_film, both_delivered
from tests.transfer.trees import tree

__all__ = ["album"]


def test_what_waits_for_a_forgotten_device_can_be_continued_by_a_code(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    (device,) = a.engine.remembered()
    a.engine.forget(device.id)
    wait_until(lambda: not a.engine.remembered())
    stop.go.set()
    wait_until(lambda: a.transfer(sent).waits and b.transfer(received).waits)
    a.engine.resume(sent, b.address)
    match_codes(a, b)
    offer = b.wait_for(OfferReceived, lambda event: event.continues is not None)
    b.engine.accept(received, offer.into)
    both_delivered(a, b, sent, received)
    assert tree(b.folder / "album") == tree(album)

"""A device is forgotten while a transfer to it waits: its person can still go on with it, by comparing a code."""

from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.events import CodeReady, OfferReceived
from tests.support.node import StartNode, wait_until
from tests.transfer.test_resume import FILM, Stop, album, begin_remembered, both_delivered, remembered_both
from tests.transfer.trees import tree

__all__ = ["album"]


def test_what_waits_for_a_forgotten_device_can_be_continued_by_a_code(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    remembered_both(a, b)
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin_remembered(a, b, album)
    assert stop.reached.wait(10)
    (device,) = a.engine.remembered()
    a.engine.forget(device.id)
    wait_until(lambda: not a.engine.remembered())
    stop.go.set()
    wait_until(lambda: a.transfer(sent).waits and b.transfer(received).waits)
    a.engine.resume(sent, b.address)
    code_a, code_b = a.wait_for(CodeReady), b.wait_for(CodeReady)
    a.engine.answer_code(code_a.session, Answer.MATCH)
    b.engine.answer_code(code_b.session, Answer.MATCH)
    offer = b.wait_for(OfferReceived, lambda event: event.continues is not None)
    b.engine.accept(received, offer.into)
    both_delivered(a, b, sent, received)
    assert tree(b.folder / "album") == tree(album)

"""What continues may be accepted into another folder: then it begins anew, and nothing of before counts."""

from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.errors import WaitsForPerson, WaitsForSender
from desktop_app.events import CodeReady, OfferReceived
from tests.engine.pasts import common_parts, documents
from tests.support.node import StartNode, verify
from tests.transfer.test_resume import FILM, Stop, again, album, both_delivered, only_row
from tests.transfer.trees import tree

__all__ = ["album"]


def test_what_continues_is_accepted_into_another_folder(
    start_node: StartNode, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    stop = Stop(monkeypatch, FILM // 2)
    session, _ = verify(a, b)
    sent, received = a.engine.send([album], a.device_of(session)), b.accept()
    assert stop.reached.wait(10)
    stop.shut_down(a, then=lambda: a.wait_paused(sent, WaitsForPerson))
    b.wait_paused(received, WaitsForSender)
    new = again(a)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    try:
        new.engine.resume(only_row(new).id)
        code_a, code_b = new.wait_for(CodeReady), b.wait_for(CodeReady)
        new.engine.answer_code(code_a.session, Answer.MATCH)
        b.engine.answer_code(code_b.session, Answer.MATCH)
        b.wait_for(OfferReceived, lambda event: event.continues is not None)
        b.engine.accept(received, elsewhere)
        here, there = both_delivered(new, b, only_row(new).id, received)
        assert tree(elsewhere / "album") == tree(album)
        mine = common_parts(*documents(new, here.id, tmp_path / "a"))
        assert common_parts(*documents(b, there.id, tmp_path / "b")) == mine
        progress = b.engine.progress(received)
        assert progress is not None
        assert progress.bytes_done == progress.bytes_total
        assert progress.files_done == progress.files_total
    finally:
        new.engine.shutdown()

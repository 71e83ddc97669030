"""What continues may be accepted into another folder: then it begins anew, and nothing of before counts."""

from pathlib import Path

import pytest

from desktop_app.events import OfferReceived
from tests.engine.pasts import common_parts, documents
from tests.support.node import StartNode, match_codes
from tests.transfer.test_resume import album, both_delivered, left_by_a_stranger, only_row
from tests.transfer.trees import tree

__all__ = ["album"]


def test_what_continues_is_accepted_into_another_folder(
    start_node: StartNode, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, b, _, received = left_by_a_stranger(start_node, album, monkeypatch)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    try:
        new.engine.resume(only_row(new).id)
        match_codes(new, b)
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

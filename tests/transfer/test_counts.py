"""What both sides say of a transfer that went on is the same, and true."""

import os
from pathlib import Path

import pytest

from desktop_app.engine import continuing
from desktop_app.errors import SourceChanged, WaitsForPeer, WriteFailed
from desktop_app.events import State
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.source import SourceFile
from tests.engine.pasts import newest
from tests.support.cut import Line
from tests.support.node import Node, StartNode, verify
from tests.support.remembering import show_card
from tests.transfer.test_resume import (
    FILM,
    Stop,
    _soon_and_packed,
    again,
    album,
    amid_the_film,
    both_delivered,
    cut_off,
    line,
    only_row,
)
from tests.transfer.trees import write

__all__ = ["_soon_and_packed", "album", "line"]


def test_what_was_left_out_is_told_after_a_restart_too(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    (album / "link").symlink_to("/etc/passwd")
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    assert [each.path for each in a.transfer(sent).left_out] == ["album/link"]
    stop.shut_down(a, then=lambda: a.wait_paused(sent, WaitsForPeer))
    b.wait_paused(received, WaitsForPeer)
    new = again(a)
    try:
        show_card(new, b)
        here, _ = both_delivered(new, b, only_row(new).id, received)
        assert [each.path for each in here.left_out] == ["album/link"]
        assert newest(new).left_out == 1
    finally:
        new.engine.shutdown()


def test_a_file_that_both_sides_lost_is_counted_once(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk there failed amid it, and while it was read here it changed."""
    a, b = pair_of_nodes
    write(album / "a39", os.urandom(1 << 20))
    write_to = PartialFile.write

    def failing(file: PartialFile, data: memoryview) -> int:
        if file.path.name == "a39":
            raise WriteFailed(path=file.path.text, reason="the disk reported an error")
        return write_to(file, data)

    monkeypatch.setattr(PartialFile, "write", failing)
    check = SourceFile.check_unchanged

    def changed(source: SourceFile) -> None:
        if source.item.entry.path.endswith("a39"):
            raise SourceChanged(path=source.item.entry.path)
        check(source)

    monkeypatch.setattr(SourceFile, "check_unchanged", changed)
    stop = Stop(monkeypatch, FILM // 2)
    session, _ = verify(a, b, line.address)
    sent, received = a.engine.send([album], a.device_of(session)), b.accept()
    cut_off(a, b, sent, received, line, stop)
    line.mend()
    here, there = a.finished(sent), b.finished(received)
    assert here.state is there.state is State.PARTLY
    assert len(there.failures) == 1
    assert len(here.failures) == 1, here.failures

"""A line that is cut again while it is looked whether what was interrupted can go on."""

from pathlib import Path

import pytest

from desktop_app.errors import WaitsForSender
from desktop_app.events import SessionEnded, Verified
from tests.support.cut import Line
from tests.support.held_look import HeldLook
from tests.support.node import Node, wait_until
from tests.transfer.test_resume import FILM, Stop, _soon_and_packed, album, begin, both_delivered, line
from tests.transfer.trees import tree

__all__ = ["_soon_and_packed", "album", "line"]


def test_the_line_is_cut_again_while_a_large_folder_is_looked_through(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin(a, b, album, line)
    assert stop.reached.wait(10)
    look = HeldLook(monkeypatch)
    line.cut()
    stop.go.set()
    b.wait_paused(received, WaitsForSender)
    for node in (a, b):
        node.wait_for(SessionEnded)
        node.forget()
    line.mend()
    assert look.begun.wait(10)
    for node in (a, b):
        node.wait_for(Verified)
    line.cut()
    for node in (a, b):
        node.wait_for(SessionEnded)
    line.mend()
    for node in (a, b):
        session = node.wait_for(Verified).session
        wait_until(lambda node=node, session=session: node.facts(session).calls_itself != "")  # type: ignore[misc]
    wait_until(lambda: len(a.engine._links.introduced_links()) == 1)
    look.go.set()
    both_delivered(a, b, sent, received)
    assert tree(b.folder / "album") == tree(album)

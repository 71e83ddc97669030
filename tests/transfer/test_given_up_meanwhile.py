"""Its receiver gives it up while the line is cut: it was not declined, and what was delivered was sent."""

from pathlib import Path

import pytest

from desktop_app.errors import PeerCancelled
from desktop_app.events import State
from tests.support.cut import Line
from tests.support.node import Node
from tests.transfer.test_resume import FILM, Stop, _soon_and_packed, album, begin, cut_off, line

__all__ = ["_soon_and_packed", "album", "line"]


def test_what_its_receiver_gave_up_meanwhile_was_cancelled_there(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin(a, b, album, line)
    cut_off(a, b, sent, received, line, stop)
    assert len(list((b.folder / "album").iterdir())) >= 40, "these are delivered"
    b.engine.cancel(received)
    line.mend()
    here = a.finished(sent)
    assert here.error is not None
    assert "Nothing was sent" not in here.error.next_step, (str(here.error), here.error.next_step)
    assert isinstance(here.error, PeerCancelled)
    assert here.state is b.finished(received).state is State.CANCELLED

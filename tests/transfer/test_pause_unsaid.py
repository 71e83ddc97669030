"""A pause that could not be said any more is kept all the same."""

import time
from pathlib import Path

import pytest

from desktop_app.errors import PausedHere, WaitsForPeer
from tests.support.node import StartNode, wait_until
from tests.transfer.test_resume import LONG_FILM, again, album, amid_the_film, only_row
from tests.transfer.trees import write

__all__ = ["album"]


def test_what_is_paused_while_the_line_takes_nothing_stays_paused_after_a_restart(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(album / "film", bytes(LONG_FILM))
    a, b, stop, sent, _ = amid_the_film(start_node, album, monkeypatch)  # nobody reads there: soon the line is full
    last = -1
    while (done := a.bytes_done(sent)) != last:
        last = done
        time.sleep(0.5)
    a.engine.pause(sent)
    assert isinstance(a.transfer(sent).paused, PausedHere)
    session = a.transfer(sent).session
    assert session is not None
    a.cut(session)
    wait_until(lambda: a.transfer(sent).session is None)
    assert isinstance(a.transfer(sent).paused, WaitsForPeer)
    stop.shut_down(b, a, then=lambda: None)
    new = again(a)
    try:
        status = new.engine._transfers.find(only_row(new).id)
        assert status is not None
        assert status.paused_here, "its person let it wait"
    finally:
        new.engine.shutdown()

"""A system that gives no more threads for a while: what only helps is done without."""

import os
import threading
from pathlib import Path

import pytest

from desktop_app.events import SessionEnded, State
from desktop_app.protocol import limits
from tests.support.node import Node, verify
from tests.transfer.trees import write


@pytest.fixture
def refused(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """No thread of such a name is started; the names of those that were not."""
    names: list[str] = []
    start = threading.Thread.start

    def begin(thread: threading.Thread) -> None:
        if request.param in thread.name:
            names.append(thread.name)
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", begin)
    return names


@pytest.mark.parametrize("refused", ["stand-in", "write-back"], indirect=True)
def test_a_transfer_does_without_the_threads_that_only_help_it(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, refused: list[str]
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "film", os.urandom(40 * limits.MIB))], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert refused
    a.engine.end_session(session)
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is None

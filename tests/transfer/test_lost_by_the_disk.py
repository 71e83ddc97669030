"""A disk that reports an error once, as Linux does: what it lost must not be called delivered."""

import errno
import os
import threading
from pathlib import Path

import pytest

from desktop_app.events import State
from desktop_app.storage import system_calls
from desktop_app.transfer import commits
from tests.support.node import Node, verify
from tests.transfer.trees import write

MIB = 1 << 20


def test_what_the_disk_lost_while_a_mark_was_made_is_not_delivered(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one descriptor the system tells it to the first who asks, and to nobody after that."""
    a, b = pair_of_nodes
    monkeypatch.setattr(commits, "_MARK_BYTES", MIB)
    sync, told = system_calls.sync_data, threading.Event()

    def failing(descriptor: int) -> None:
        if threading.current_thread().name == "write-back" and not told.is_set():
            told.set()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        sync(descriptor)

    monkeypatch.setattr(system_calls, "sync_data", failing)
    session, _ = verify(a, b)
    sent = a.engine.send([write(tmp_path / "film", os.urandom(32 * MIB))], a.device_of(session))
    received = b.accept()
    here, there = a.finished(sent), b.finished(received)
    assert told.is_set()
    assert there.state is here.state is State.PARTLY, (here.state, there.state)
    assert not (b.folder / "film").exists()

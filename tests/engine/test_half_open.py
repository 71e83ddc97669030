"""A connection that the caller has lost already, while the other side does not know it yet: as after another Wi-Fi."""

import contextlib
import socket
from collections.abc import Iterator

import pytest

from desktop_app.engine import returning
from desktop_app.events import SessionEnded, Verified
from desktop_app.protocol import limits
from tests.engine.test_continuation import verify
from tests.support import cut
from tests.support.cut import Line
from tests.support.node import Node


def _carry(source: socket.socket, target: socket.socket) -> None:
    """And the other end never hears that it is over."""
    with contextlib.suppress(OSError):
        while part := source.recv(65536):
            target.sendall(part)


@pytest.fixture
def line(pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    monkeypatch.setattr(cut, "_carry", _carry)
    with Line(pair_of_nodes[1].address) as line:
        yield line


def test_it_comes_back_when_the_other_side_has_noticed_too(
    pair_of_nodes: tuple[Node, Node], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.2, 0.5, 1.0))
    monkeypatch.setattr(limits, "SILENCE", 8.0)
    monkeypatch.setattr(limits, "HEARTBEAT", 2.0)
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    a.cut(session)
    for node in (a, b):
        node.wait_for(SessionEnded)
    for node in (a, b):
        node.wait_for(Verified)

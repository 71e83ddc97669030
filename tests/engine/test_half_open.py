"""A connection that the caller has lost already, while the other side does not know it yet: as after another Wi-Fi."""

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from desktop_app.discovery.peers import Peer
from desktop_app.engine import calling, returning
from desktop_app.events import DeviceId, SessionEnded, State, TextReceived, Unproven, Verified
from desktop_app.protocol import limits
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from tests.engine.test_continuation import verify
from tests.support import cut
from tests.support.cut import Line
from tests.support.node import Node, match_codes


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


def test_what_joins_it_on_its_way_back_before_that_has_a_code_compared_and_is_no_alarm(
    pair_of_nodes: tuple[Node, Node], line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other side can prove nothing yet; a device that is not remembered has not forgotten this one either."""
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 5.0))
    a, b = pair_of_nodes
    session, _ = verify(a, b, line)
    a.engine._devices.peer_changed(Peer(b.engine.instance, b.name, "linux", ("127.0.0.1",), line.address.port))
    dialling, go = threading.Event(), threading.Event()

    def slowly(addresses: Sequence[Address], stop: Callable[[], bool]) -> Channel:
        dialling.set()
        assert go.wait(10)
        return dial(addresses, stop)

    monkeypatch.setattr(calling, "dial", slowly)
    a.cut(session)
    assert dialling.wait(10)
    number = a.engine.send_text("are you there?", DeviceId(b.engine.instance))
    go.set()
    match_codes(a, b)
    taken = b.wait_for(TextReceived)
    b.engine.take_text(taken.transfer.id)
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(Unproven)

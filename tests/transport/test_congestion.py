"""Real connections, and what the kernel says of them."""

import socket
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from desktop_app.transport import congestion
from desktop_app.transport.channel import Channel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="of Linux")


def controls(pair: tuple[socket.socket, socket.socket]) -> list[bytes]:
    found = (each.getsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, 16) for each in pair)
    return [each.partition(b"\0")[0] for each in found]


@pytest.fixture
def pair(request: pytest.FixtureRequest) -> Iterator[tuple[socket.socket, socket.socket]]:
    """Two ends that have the congestion control of the parameter."""
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as dialler:
        for each in (server, dialler):
            try:
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, request.param)
            except OSError:
                pytest.skip(f"this kernel has no {request.param.decode()}, or not for us")
        dialler.connect(server.getsockname())
        caller, _ = server.accept()
        with caller:
            assert controls((dialler, caller)) == [request.param] * 2
            yield dialler, caller


@pytest.mark.parametrize("pair", [b"bbr"], indirect=True)
def test_a_near_line_is_not_paced(pair: tuple[socket.socket, socket.socket]) -> None:
    channels = [Channel(each) for each in pair]
    assert controls(pair) == [b"reno"] * 2
    channels[0].send_all(b"still a line", until=None)
    received = bytearray(12)
    channels[1].receive_into(memoryview(received), until=None)
    assert received == b"still a line"


@pytest.mark.parametrize("pair", [b"bbr"], indirect=True)
def test_a_far_line_is_left_as_it_is(
    pair: tuple[socket.socket, socket.socket], monkeypatch: pytest.MonkeyPatch
) -> None:
    near = congestion.round_trip(pair[0])
    assert 0 < near < 0.003
    monkeypatch.setattr(congestion, "_NEAR", near / 2)
    Channel(pair[0])
    assert controls(pair) == [b"bbr"] * 2


@pytest.mark.parametrize("pair", [b"cubic", b"reno"], indirect=True)
def test_what_does_not_pace_is_left_as_it_is(pair: tuple[socket.socket, socket.socket]) -> None:
    before = controls(pair)
    for each in pair:
        Channel(each)
    assert controls(pair) == before


def test_a_socket_that_has_no_congestion_control_is_no_trouble() -> None:
    near, far = socket.socketpair()
    with closing(near), closing(far):
        congestion.fit(near)

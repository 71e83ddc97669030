"""The corners of one connection's life that whole nodes seldom meet."""

import threading
from collections.abc import Callable
from typing import cast

from desktop_app.engine.calls import Target
from desktop_app.engine.comparisons import Comparisons
from desktop_app.engine.link import Link, Node
from desktop_app.errors import SessionOver
from desktop_app.events import SessionId
from desktop_app.protocol.handshake import LiveKeys
from desktop_app.transport.channel import Channel
from tests.support.channel_pair import connected_sockets


class Told:
    """Hears only of the end."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self.live_keys = LiveKeys()
        self.comparisons = Comparisons()

    def ended(self, link: Link) -> None:
        self.over.set()


def test_a_stop_that_meets_the_connect_is_not_lost() -> None:
    """There is no channel to abort yet; the new one must not wait for a peer that is not wanted any more."""
    near, far = connected_sockets()
    stop: list[Callable[[], None]] = []

    def connect() -> Channel:
        channel = Channel(near)
        stop[0]()
        return channel

    told = Told()
    link = Link(SessionId(1), connect, cast(Node, told), Target())
    stop.append(lambda: link.stop(SessionOver()))
    link.start()
    assert told.over.wait(2)
    link.join(2)
    assert isinstance(link.error, SessionOver)
    assert link.host == "127.0.0.1", "by which its slot is given back"
    assert far.recv(1) == b"", "the connection is closed, without a first frame"
    far.close()

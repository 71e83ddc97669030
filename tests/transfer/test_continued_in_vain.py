"""A person continues what waits, where nobody answers any more; meanwhile the peer comes back by itself."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.engine import calling
from desktop_app.errors import ConnectedToSelf, PeerUnreachable, WaitsForPeer
from desktop_app.events import State, Trouble, Verified
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from tests.support.node import Node, StartNode, wait_until
from tests.transfer.test_resume import (
    again,
    album,
    amid_the_film,
    both_delivered,
    only_row,
)

__all__ = ["album"]


@contextlib.contextmanager
def back_again(node: Node, *, to: Node) -> Iterator[Node]:
    """Started once more, and calling the one device that it remembers."""
    new = again(node)
    try:
        (device,) = new.engine.remembered()
        new.engine.pair(to.address, expected=device.id)
        yield new
    finally:
        new.engine.shutdown()


def test_what_a_person_continues_in_vain_goes_on_with_the_peer_that_came_meanwhile(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, stop, sent, _received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPeer))
    dialling, go = threading.Event(), threading.Event()

    def slowly(*arguments: Any) -> Channel:
        if not dialling.is_set():
            dialling.set()
            assert go.wait(20)
            raise PeerUnreachable(peer="Kitchen PC")
        return dial(*arguments)

    monkeypatch.setattr(calling, "dial", slowly)
    a.engine.resume(sent, Address("127.0.0.1", 9))
    assert dialling.wait(10)
    a.forget()
    try:
        with back_again(b, to=a) as new:
            new.wait_for(Verified)
            a.wait_for(Verified)
            wait_until(lambda: len(a.engine._links.introduced_links()) == 1)
            go.set()
            both_delivered(a, new, sent, only_row(new).id)
    finally:
        go.set()


def test_what_a_person_continues_where_no_peer_is_waits_on(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is this computer's own by now: that is told, and nothing is lost by it."""
    a, b, stop, sent, _received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPeer))
    a.engine.resume(sent, a.address)
    a.wait_for(Trouble, lambda event: isinstance(event.error, ConnectedToSelf))
    assert a.wait_paused(sent, WaitsForPeer).state is State.MOVING
    with back_again(b, to=a) as new:
        both_delivered(a, new, sent, only_row(new).id)


def test_what_came_by_an_interface_of_any_name_can_be_continued(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Systems allow more in such a name than people may type in an address: then it has to be seen."""
    a, b, stop, sent, _received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPeer))
    for device in a.engine.devices():
        a.engine._devices.peer_gone(device.id)
    status = a.engine._transfers.find(sent)
    assert status is not None
    assert status.kept is not None
    status.kept.address = "[fe80::1%vpn@home]:47471"
    a.engine.resume(sent)
    a.wait_paused(sent, PeerUnreachable)


def test_what_could_not_be_looked_at_for_want_of_a_thread_goes_on_a_moment_later(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, stop, sent, _received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPeer))
    start, refused = threading.Thread.start, threading.Event()

    def begin(thread: threading.Thread) -> None:
        if thread.name.startswith("continue-") and not refused.is_set():
            refused.set()
            raise RuntimeError("can't start new thread")
        start(thread)

    monkeypatch.setattr(threading.Thread, "start", begin)
    with back_again(b, to=a) as new:
        both_delivered(a, new, sent, only_row(new).id)
        assert refused.is_set()

"""What an earlier run has left is read while everything else goes on, and until then nothing is judged without it."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.engine import continuing
from desktop_app.errors import WaitsForPeer
from desktop_app.events import OfferReceived, Restored, State
from desktop_app.storage import journal
from desktop_app.storage.journal import Journal
from tests.support.node import Node, StartNode, wait_until
from tests.support.remembering import prove, show_card
from tests.transfer.test_resume import album, amid_the_film, both_delivered, only_row
from tests.transfer.trees import tree

__all__ = ["album"]

QUICK = 1.0  # seconds; a disk that is waited for takes all of `SLOW`
SLOW = 20.0


class SlowDisk:
    """A journal of an earlier run is read from it as slowly as the test wants."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.reached, self.go, self.readers = threading.Event(), threading.Event(), set[str]()
        read = journal._read

        def slowly(descriptor: int, stop: Callable[[], bool]) -> Iterator[tuple[bytes, int]]:
            self.readers.add(threading.current_thread().name)
            self.reached.set()
            assert self.go.wait(SLOW)
            return read(descriptor, stop)

        patch.setattr(journal, "_read", slowly)


@pytest.fixture
def interrupted(start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Node, Node]]:
    """Ada's laptop was sending to the Kitchen PC, which remembers it, and both were shut down amid that."""
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(b, then=lambda: a.wait_paused(sent, WaitsForPeer))
    b.wait_paused(received, WaitsForPeer)
    a.engine.shutdown()
    new = Node.again(a), Node.again(b)
    yield new
    for node in new:
        node.engine.shutdown()


def offers(node: Node) -> int:
    """How many a peer has made that are neither taken back nor over."""
    conversations = [link.conversation for link in node.engine._links.introduced_links()]
    return sum(len(each.exchange._incoming._receivers) for each in conversations if each is not None)


def test_the_window_does_not_wait_for_the_disk(interrupted: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> None:
    node, disk = interrupted[0], SlowDisk(monkeypatch)
    begun = time.monotonic()
    node.engine.start()
    assert time.monotonic() - begun < QUICK
    assert disk.reached.wait(QUICK)
    assert node.engine.restoring
    assert node.engine.transfers() == ()
    assert not node.heard(Restored)
    disk.go.set()
    node.wait_for(Restored)
    wait_until(lambda: not node.engine.restoring)
    assert only_row(node).state is State.MOVING
    assert isinstance(only_row(node).paused, WaitsForPeer)
    assert disk.readers == {"restore"}


def test_what_is_offered_again_meanwhile_is_no_new_offer(
    interrupted: tuple[Node, Node], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = interrupted
    a.engine.start()
    a.wait_for(Restored)
    disk = SlowDisk(monkeypatch)
    b.engine.start()
    assert disk.reached.wait(QUICK)
    show_card(a, b)
    wait_until(lambda: offers(b) == 1)
    time.sleep(0.2)
    assert not b.heard(OfferReceived)
    assert b.engine.transfers() == ()
    disk.go.set()
    b.wait_for(Restored)
    both_delivered(a, b, only_row(a).id, only_row(b).id)
    assert not b.heard(OfferReceived)
    assert tree(b.folder / "album") == tree(album)
    assert [path.name for path in b.folder.iterdir()] == ["album"]


def test_who_was_met_meanwhile_gets_what_waits_for_them(
    interrupted: tuple[Node, Node], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = interrupted
    b.engine.start()
    b.wait_for(Restored)
    disk = SlowDisk(monkeypatch)
    a.engine.start()
    prove(a, b)
    wait_until(lambda: bool(a.engine._links.introduced_links()))
    disk.go.set()
    a.wait_for(Restored)
    both_delivered(a, b, only_row(a).id, only_row(b).id)
    assert tree(b.folder / "album") == tree(album)


def test_a_new_offer_that_is_taken_back_meanwhile_was_never_there(
    interrupted: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = interrupted
    a.engine.start()
    a.wait_for(Restored)
    a.engine.cancel(only_row(a).id)
    disk = SlowDisk(monkeypatch)
    b.engine.start()
    prove(a, b)
    (tmp_path / "note").write_text("x")
    number = a.engine.send([tmp_path / "note"], b.address)
    wait_until(lambda: offers(b) == 1)
    a.engine.cancel(number)
    assert a.finished(number).state is State.CANCELLED
    wait_until(lambda: offers(b) == 0)
    disk.go.set()
    b.wait_for(Restored)
    assert not b.heard(OfferReceived)
    assert [row.contents.names for row in b.engine.transfers()] == [("album",)]


def test_who_leaves_meanwhile_waits_for_no_disk_and_loses_nothing(
    interrupted: tuple[Node, Node], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = interrupted
    checked, check = threading.Event(), journal._checksum

    def slowly(content: bytes) -> bytes:
        checked.set()
        time.sleep(QUICK)
        return check(content)

    with monkeypatch.context() as patch:
        patch.setattr(journal, "_checksum", slowly)
        b.engine.start()
        assert checked.wait(QUICK)
        begun = time.monotonic()
        b.engine.shutdown()
        assert time.monotonic() - begun < 2 * QUICK
        assert "restore" not in {thread.name for thread in threading.enumerate()}
        assert b.engine.restoring
        assert not b.heard(Restored)
    (left,) = (b.root / "profile" / "transfers").glob("*.in")
    found = Journal.take(left)
    assert found is not None
    found[0].close()
    new = Node.again(b)
    try:
        new.engine.start()
        new.wait_for(Restored)
        a.engine.start()
        a.wait_for(Restored)
        show_card(a, new)
        both_delivered(a, new, only_row(a).id, only_row(new).id)
        assert tree(b.folder / "album") == tree(album)
    finally:
        new.engine.shutdown()

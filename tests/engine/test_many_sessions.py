"""Two hundred sessions one after another: two computers that were never switched off are as they were."""

import gc
import threading
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from desktop_app.engine import Answer, facts, returning
from desktop_app.engine.conversation import Conversation
from desktop_app.engine.link import Link
from desktop_app.errors import ConnectionLost, NotEnoughSpace, ProfileUnusable, Size
from desktop_app.events import ComparisonOver, OfferReceived, SessionEnded, State, TransferId, Trouble, Verified
from desktop_app.protocol import limits
from desktop_app.storage import spool
from desktop_app.storage.room import Room
from desktop_app.transfer import lane
from desktop_app.transfer.content import Content
from desktop_app.transfer.exchange import Exchange
from desktop_app.transfer.incoming import Incoming
from desktop_app.transfer.lane import Lane
from desktop_app.transfer.outgoing import Outgoing
from desktop_app.transfer.receiver import Receiver
from desktop_app.transfer.sender import Sender
from desktop_app.transport.record_channel import RecordChannel
from tests.support import native_memory
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import film, write

WARMING_UP = 50
SESSIONS = 200  # the first of them are for warming up
GROWTH = 64 * limits.KIB  # of what Python holds; the public keys of those sessions alone would be three times that
NATIVE_GROWTH = 256 * limits.KIB  # of what libraries hold beside that

Descriptors = set[tuple[str, str]]  # the number of each, and what it is of


@pytest.fixture
def _traced() -> Iterator[None]:
    tracemalloc.start()
    yield
    tracemalloc.stop()


def descriptors() -> Descriptors:
    listing, found = Path("/proc/self/fd"), Descriptors()
    for each in listing.iterdir() if listing.exists() else ():
        with suppress(OSError):  # the one of this listing is closed again
            found.add((each.name, str(each.readlink())))
    return found


@pytest.fixture
def of_earlier_tests() -> Descriptors:
    """What is open before there are nodes."""
    return descriptors()


def one_session(a: Node, b: Node) -> None:
    session, _ = verify(a, b)
    a.engine.end_session(session)
    for node in (a, b):
        assert node.wait_for(SessionEnded).error is None
        assert len(node.heard(Verified)) == 1
        node.forget()


def settled(of_earlier_tests: Descriptors) -> tuple[int, int, int, int]:
    """Threads, descriptors, bytes that Python holds, bytes that libraries hold, when no session is left."""
    wait_until(lambda: not any(thread.name.startswith("session") for thread in threading.enumerate()))
    gc.collect()
    opened = len(descriptors() - of_earlier_tests)  # those may be closed at any moment
    return threading.active_count(), opened, tracemalloc.get_traced_memory()[0], native_memory.allocated()


@pytest.mark.usefixtures("_traced")
def test_case_099_two_hundred_sessions_leave_threads_descriptors_and_memory_where_they_were(
    of_earlier_tests: Descriptors, pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facts, "_KEPT", WARMING_UP)  # those are kept on purpose; from here on no more of them
    for _ in range(WARMING_UP):
        one_session(*pair_of_nodes)
    threads, open_before, held, native = settled(of_earlier_tests)
    for _ in range(SESSIONS - WARMING_UP):
        one_session(*pair_of_nodes)
    threads_after, open_after, held_after, native_after = settled(of_earlier_tests)
    assert (threads_after, open_after) == (threads, open_before)
    assert held_after - held < GROWTH
    assert native_after - native < NATIVE_GROWTH


# --- one by one -----------------------------------------------------------------------------------------------


@pytest.fixture
def _no_collector() -> Iterator[None]:
    """What goes away in here goes away by itself, and at once."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def in_order(a: Node, b: Node, source: Path) -> None:
    verify(a, b)
    a.engine.end_session(a.heard(Verified)[-1].session)


def by_difference(a: Node, b: Node, source: Path) -> None:
    a.engine.pair(b.address)
    a.answer(Answer.DIFFERENT)


def in_the_middle_of_a_transfer(a: Node, b: Node, source: Path) -> None:
    session, _ = verify(a, b)
    a.engine.send([source], a.device_of(session))
    received = b.accept()
    wait_until(lambda: (progress := b.engine.progress(received)) is not None and progress.bytes_done > 0)
    link = a.engine._links.find(session)
    assert link is not None
    link.stop(ConnectionLost())


def after_a_file_that_failed(a: Node, b: Node, source: Path) -> None:
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    source.write_bytes(b"another one")
    b.engine.accept(offer.transfer.id)
    assert a.finished(number).state is State.PARTLY
    a.engine.end_session(session)


@contextmanager
def full_disk(a: Node, b: Node, source: Path) -> Iterator[TransferId]:
    """A transfer that waits for room, until the end of this block."""

    def ask(_room: Room, size: int) -> None:
        raise NotEnoughSpace(needed=Size(size), free=Size(0))

    session, _ = verify(a, b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lane, "_RETRY", 0.05)
        patch.setattr(Room, "ask", ask)
        sent = a.engine.send([source], a.device_of(session))
        b.accept()
        wait_until(lambda: a.transfer(sent).paused is not None)
        yield sent


def while_the_disk_is_full(a: Node, b: Node, source: Path) -> None:
    with full_disk(a, b, source):
        link = a.engine._links.find(a.heard(Verified)[-1].session)
        assert link is not None
        link.stop(ConnectionLost())
        wait_until(lambda: len(b.heard(SessionEnded)) == 1)


def after_a_full_disk(a: Node, b: Node, source: Path) -> None:
    with full_disk(a, b, write(source.with_name("note"), b"x")) as sent:
        pass
    assert a.finished(sent).state is State.DELIVERED
    a.engine.end_session(a.heard(Verified)[-1].session)


def without_room_for_a_receipt(a: Node, b: Node, source: Path) -> None:
    session, _ = verify(a, b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "BUFFER", 1)
        for node in (a, b):
            node.engine.profile.receipts.write_text("in the way")
        sent = a.engine.send([write(source.with_name("note"), b"x")], a.device_of(session))
        b.accept()
        assert a.finished(sent).state is State.DELIVERED
        for node in (a, b):
            node.wait_for(Trouble, lambda trouble: isinstance(trouble.error, ProfileUnusable))
    a.engine.end_session(session)


PARTS = (Link, Conversation, Exchange, RecordChannel, Outgoing, Sender, Incoming, Lane, Content, Receiver)


def living() -> list[object]:
    """What sessions are made of."""
    return [each for each in gc.get_objects() if type(each) in PARTS]


ENDINGS = [
    in_order,
    by_difference,
    in_the_middle_of_a_transfer,
    after_a_file_that_failed,
    while_the_disk_is_full,
    after_a_full_disk,
    without_room_for_a_receipt,
]


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize("end", ENDINGS)
def test_a_session_that_is_over_is_gone_and_only_what_is_shown_stays(
    pair_of_nodes: tuple[Node, Node],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    end: Callable[[Node, Node, Path], None],
) -> None:
    """Its buffers are megabytes, and hold the last that was read of a file."""
    monkeypatch.setattr(returning, "_PAUSES", (3600.0,))
    a, b = pair_of_nodes
    of_other_tests = living()
    end(a, b, film(tmp_path / "film"))
    for node in pair_of_nodes:
        node.wait_for(ComparisonOver if end is by_difference else SessionEnded)

    def left() -> list[str]:
        return [type(each).__name__ for each in living() if not any(each is other for other in of_other_tests)]

    wait_until(lambda: not left(), lambda: str(left()))

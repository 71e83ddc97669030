"""A peer that lies about what was interrupted, or about whose it is."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from blake3 import blake3

from desktop_app.errors import Interrupted, LimitExceeded, UnexpectedMessage, WriteFailed
from desktop_app.events import OfferReceived, SessionEnded, SessionId, State, TransferId
from desktop_app.protocol import limits
from desktop_app.storage.directory import Directory
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.room import RESERVE
from desktop_app.transfer.journal_records import Owned
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status
from tests.support.hostile_peer import ANEW, Hangup, HostilePeer, Kind, file_end, file_entry, manifest_digest, top_file
from tests.support.node import Node, wait_until
from tests.support.verified_peer import offer_to, verified
from tests.transfer.trees import write

FIRST, FILM = os.urandom(1000), os.urandom(3 * limits.MIB)
ENTRIES = [file_entry("first", len(FIRST)), file_entry("film", len(FILM))]
HALF = 2 * limits.MIB
NUMBER = os.urandom(limits.OFFER_ID)
OFFER = (NUMBER, 0, 2, 0, len(FIRST) + len(FILM), 2, 0, 5, [top_file("first", len(FIRST)), top_file("film", len(FILM))])


@pytest.fixture
def interrupted(node: Node) -> TransferId:
    """The first file is settled, and of the film two thirds are here."""
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        number = node.accept()
        assert peer.expect(Kind.ACCEPT) == [0, False, *ANEW]
        peer.send(Kind.ENTRIES, 0, ENTRIES)
        peer.send_data(0, FIRST)
        peer.send(Kind.FILE_ENDS, 0, 0, [file_end(FIRST)])
        for start in range(0, HALF, limits.MIB):
            peer.send_data(0, FILM[start : start + limits.MIB])
        wait_until(lambda: (seen := node.engine.progress(number)) is not None and seen.bytes_done == 1000 + HALF)
    node.wait_for(SessionEnded)
    node.wait_paused(number, Interrupted)
    return number


@pytest.fixture
def again(node: Node, interrupted: TransferId) -> Iterator[HostilePeer]:
    """Somebody with the same offer; the person has agreed to it."""
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        offer = node.wait_for(OfferReceived)
        assert offer.transfer.id == interrupted
        assert offer.continues == 1000 + HALF
        node.engine.accept(interrupted, offer.into)
        digest = manifest_digest(ENTRIES[:1], [file_end(FIRST)])
        assert peer.expect(Kind.ACCEPT) == [0, False, 1, digest, HALF, blake3(FILM[:HALF]).digest()]
        yield peer


@pytest.mark.parametrize("offset", [HALF, 0])
def test_what_goes_on_is_whole(node: Node, interrupted: TransferId, again: HostilePeer, offset: int) -> None:
    again.send(Kind.RESUME, 0, offset)
    again.send(Kind.ENTRIES, 0, ENTRIES[1:])
    for start in range(offset, len(FILM), limits.MIB):
        again.send_data(0, FILM[start : start + limits.MIB])
    again.send(Kind.FILE_ENDS, 0, 1, [file_end(FILM)])
    digest = manifest_digest(ENTRIES, [file_end(FIRST), file_end(FILM)])
    again.send(Kind.END, 0, digest)
    assert again.expect(Kind.DONE) == [0, digest]
    assert node.finished(interrupted).state is State.DELIVERED
    assert sorted(path.name for path in node.folder.iterdir()) == ["film", "first"]
    assert (node.folder / "film").read_bytes() == FILM
    assert (node.folder / "first").read_bytes() == FIRST


def test_done_is_said_as_often_as_it_is_asked_for(node: Node, interrupted: TransferId, again: HostilePeer) -> None:
    test_what_goes_on_is_whole(node, interrupted, again, HALF)
    digest = manifest_digest(ENTRIES, [file_end(FIRST), file_end(FILM)])
    for stream in (1, 2):
        again.send(Kind.OFFER, NUMBER, stream, *OFFER[2:])
        assert again.expect(Kind.ACCEPT) == [stream, False, 2, digest, 0, b""]
        again.send(Kind.RESUME, stream, 0)
        again.send(Kind.END, stream, digest)
        assert again.expect(Kind.DONE) == [stream, digest]
    assert sorted(path.name for path in node.folder.iterdir()) == ["film", "first"]
    assert len(node.engine.transfers()) == 1


Lie = Callable[[HostilePeer], None]


def said(*messages: tuple[Any, ...]) -> Lie:
    def lie(peer: HostilePeer) -> None:
        for message in messages:
            (peer.send_data if message[0] == Kind.DATA else peer.send)(*(message[message[0] == Kind.DATA :]))

    return lie


LIES: dict[str, Lie] = {
    "content before RESUME": said((Kind.ENTRIES, 0, ENTRIES[1:])),
    "END before RESUME": said((Kind.END, 0, bytes(32))),
    "bytes before RESUME": said((Kind.DATA, 0, b"x")),
    "another offset": said((Kind.RESUME, 0, HALF - 1)),
    "RESUME twice": said((Kind.RESUME, 0, HALF), (Kind.RESUME, 0, HALF)),
    "RESUME of another stream": said((Kind.RESUME, 7, HALF)),
    "a smaller file": said((Kind.RESUME, 0, HALF), (Kind.ENTRIES, 0, [file_entry("film", HALF - 1)])),
    "a folder": said((Kind.RESUME, 0, HALF), (Kind.ENTRIES, 0, [["film", 1, 0, 0, False]])),
    "less than was offered": said((Kind.RESUME, 0, 0), (Kind.END, 0, bytes(32))),
    "an end of a settled entry": said((Kind.RESUME, 0, 0), (Kind.FILE_ENDS, 0, 0, [file_end(FIRST)])),
    "the same offer in the same session": said((Kind.OFFER, NUMBER, 1, *OFFER[2:])),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
def test_a_lie_ends_the_session_and_leaves_nothing_half(
    node: Node, interrupted: TransferId, again: HostilePeer, lie: Lie
) -> None:
    lie(again)
    with pytest.raises(Hangup):
        again.receive()
    assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage | LimitExceeded)
    assert node.finished(interrupted).state is State.FAILED
    wait_until(lambda: [path.name for path in node.folder.iterdir()] == ["first"])


def test_a_cut_while_an_earlier_session_still_has_it_ends_whatever_else_was_offered(
    node: Node, interrupted: TransferId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What waits for the earlier session gives up amid the end of this one."""
    asks = threading.Event()

    def has_it(_: Keeping, __: Status, ___: SessionId, stop: Callable[[], bool], ____: float = 0.0) -> bool:
        asks.set()
        wait_until(stop)
        return False

    monkeypatch.setattr(Keeping, "claim", has_it)
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        node.engine.accept(interrupted, node.wait_for(OfferReceived).into)
        assert asks.wait(10)
        peer.offer(1, ["other"], total=3)
        other = node.wait_for(OfferReceived, lambda event: event.transfer.id != interrupted).transfer.id
    node.wait_for(SessionEnded)
    assert node.finished(other).state is State.FAILED
    assert node.transfer(interrupted).waits


def test_a_prefix_that_was_not_kept_is_no_promise_of_the_end(
    node: Node, interrupted: TransferId, again: HostilePeer
) -> None:
    """Whoever goes on with other bytes gets MISMATCH, as ever."""
    again.send(Kind.RESUME, 0, HALF)
    again.send(Kind.ENTRIES, 0, ENTRIES[1:])
    again.send_data(0, bytes(len(FILM) - HALF))
    again.send(Kind.FILE_ENDS, 0, 1, [file_end(FILM)])
    assert again.expect(Kind.FAILED) == [0, 1, 6]
    digest = manifest_digest(ENTRIES, [file_end(FIRST), file_end(FILM)])
    again.send(Kind.END, 0, digest)
    again.expect(Kind.DONE)
    assert node.finished(interrupted).state is State.PARTLY
    assert [path.name for path in node.folder.iterdir()] == ["first"]


def test_case_065_the_same_number_with_other_fields_is_a_new_offer(node: Node, interrupted: TransferId) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, NUMBER, 0, 1, 0, 7, 1, 0, 4, [top_file("film", 7)])
        offer = node.wait_for(OfferReceived)
        assert offer.transfer.id != interrupted
        assert offer.continues is None
        node.engine.accept(offer.transfer.id)
        assert peer.expect(Kind.ACCEPT) == [0, False, *ANEW]
        assert isinstance(node.transfer(interrupted).paused, Interrupted)


@pytest.mark.parametrize(
    "accept",
    [(0, False, 1, bytes(32), 0, b""), (0, False, 0, b"", 1, bytes(32)), (0, False, 10**6, bytes(32), 0, b"")],
)
def test_a_receiver_that_has_something_of_a_new_offer_is_no_receiver(
    node: Node, tmp_path: Path, accept: tuple[Any, ...]
) -> None:
    with HostilePeer.dial(node.engine.port) as peer:
        number = offer_to(node, verified(node, peer), write(tmp_path / "note", b"x"))
        peer.send(Kind.ACCEPT, *accept)
        assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage | LimitExceeded)
        assert node.finished(number).state is State.FAILED


@pytest.mark.parametrize("end", ["it cancels", "the person declines", "it hangs up"])
def test_who_only_knows_the_number_ends_nothing_and_borrows_no_name(
    node: Node, interrupted: TransferId, end: str
) -> None:
    """Whoever accepted from one peer is asked about another one by its own name; a no leaves all as it was."""
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer, "Somebody else")
        peer.send(Kind.OFFER, *OFFER)
        offer = node.wait_for(OfferReceived)
        assert (offer.transfer.id, offer.transfer.peer) == (interrupted, "Somebody else")
        match end:
            case "it cancels":
                peer.send(Kind.CANCEL, 0, True)
                peer.expect(Kind.CANCELLED)
            case "the person declines":
                node.engine.decline(interrupted)
                peer.expect(Kind.REFUSE)
    wait_until(lambda: node.transfer(interrupted).session is None)
    row = node.transfer(interrupted)
    assert (row.state, row.peer) == (State.MOVING, "Stranger")
    assert isinstance(row.paused, Interrupted)
    assert len(list(node.folder.glob(".tallystick-partial-*"))) == 1


def test_room_that_is_reserved_need_not_be_free_once_more(
    node: Node, interrupted: TransferId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of the film had its room on the disk from the beginning."""
    monkeypatch.setattr(Directory, "free", lambda _: RESERVE)
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        node.engine.accept(interrupted, node.wait_for(OfferReceived).into)
        assert peer.expect(Kind.ACCEPT)[2] == 1


def test_what_failed_before_and_came_again_is_not_lost(
    node: Node, interrupted: TransferId, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The film fails amid its bytes, the session is cut, and then it comes whole."""
    digest = manifest_digest(ENTRIES, [file_end(FIRST), file_end(FILM)])
    with monkeypatch.context() as broken, HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        node.engine.accept(interrupted, node.wait_for(OfferReceived).into)
        peer.expect(Kind.ACCEPT)
        peer.send(Kind.RESUME, 0, 0)

        def fail(file: PartialFile, _: memoryview) -> int:
            raise WriteFailed(path=file.path.text, reason="a bad block")

        broken.setattr(PartialFile, "write", fail)
        peer.send(Kind.ENTRIES, 0, ENTRIES[1:])
        peer.send_data(0, FILM[: limits.MIB])
        assert peer.expect(Kind.FAILED) == [0, 1, 5]
    node.wait_for(SessionEnded)
    node.wait_paused(interrupted, Interrupted)
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        node.engine.accept(interrupted, node.wait_for(OfferReceived).into)
        assert peer.expect(Kind.ACCEPT)[2] == 1
        peer.send(Kind.RESUME, 0, 0)
        peer.send(Kind.ENTRIES, 0, ENTRIES[1:])
        for start in range(0, len(FILM), limits.MIB):
            peer.send_data(0, FILM[start : start + limits.MIB])
        peer.send(Kind.FILE_ENDS, 0, 1, [file_end(FILM)])
        peer.send(Kind.END, 0, digest)
        assert peer.expect(Kind.DONE) == [0, digest]
        assert node.finished(interrupted).state is State.DELIVERED
        peer.send(Kind.OFFER, NUMBER, 1, *OFFER[2:])
        assert peer.expect(Kind.ACCEPT) == [1, False, 2, digest, 0, b""]
        peer.send(Kind.RESUME, 1, 0)
        peer.send(Kind.END, 1, digest)
        assert peer.expect(Kind.DONE) == [1, digest], "nothing is said to be lost"


def test_what_came_from_a_remembered_device_is_vouched_for_to_nobody_else(
    node: Node, interrupted: TransferId, again: HostilePeer
) -> None:
    test_what_goes_on_is_whole(node, interrupted, again, HALF)
    done = node.root / "profile/transfers" / f"{NUMBER.hex()}.done"
    wait_until(done.exists)
    kept = Kept.take(done)
    assert kept is not None
    kept.goes_on_with(Owned("a remembered device"))
    kept.close()
    wait_until(lambda: node.engine.transfers()[0].state is State.DELIVERED)
    again.send(Kind.OFFER, NUMBER, 1, *OFFER[2:])
    offer = node.wait_for(OfferReceived)
    assert offer.transfer.id != interrupted
    assert offer.continues is None

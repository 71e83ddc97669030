"""Lies about what is there already: nothing is skipped, written or learned by them."""

from pathlib import Path
from typing import Any

import pytest
from blake3 import blake3

from desktop_app.errors import RemoteProtocolError, UnexpectedMessage
from desktop_app.events import OfferReceived, SessionEnded, State, TransferId
from desktop_app.storage.existing import Existing
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.support.hostile_peer import (
    ANEW,
    FOLDER_END,
    HostilePeer,
    Kind,
    file_end,
    file_entry,
    folder_entry,
    manifest_digest,
)
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended, assert_goes_on, offer_to
from tests.transfer.trees import tree, write

TEN = b"0123456789"
DIGEST = blake3(TEN).digest()
PIN = b"my PIN: 42"


def assert_failed(node: Node, peer: HostilePeer, number: TransferId) -> None:
    assert_ended(node, peer, RemoteProtocolError)
    assert node.finished(number).state is State.FAILED


# --- as the one who receives from the node: album (0), album/a (1), album/b (2), album/inner (3), album/inner/c (4) ---


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for path in ("a", "b", "inner/c"):
        write(tmp_path / "album" / path, path.encode() * 10)
    return tmp_path / "album"


@pytest.fixture
def offered(node: Node, peer: HostilePeer, album: Path) -> TransferId:
    return offer_to(node, peer, album)


def test_nothing_is_sent_before_it_is_asked_for(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, True, *ANEW)
    peer.expect(Kind.ENTRIES)
    peer.socket.settimeout(0.4)
    with pytest.raises(TimeoutError):
        peer.receive()
    peer.socket.settimeout(10)
    peer.send(Kind.COMPARE, 0, 0, [1, 4])
    digests = peer.expect(Kind.DIGESTS)
    assert digests == [0, [blake3(b"a" * 10).digest(), blake3(b"inner/c" * 10).digest()]]
    peer.socket.settimeout(0.4)
    with pytest.raises(TimeoutError):
        peer.receive()
    peer.socket.settimeout(10)
    peer.send(Kind.SAME, 0, [4])
    assert peer.expect(Kind.DATA) == [0, b"a" * 10 + b"b" * 10]
    (_, first, ends) = peer.expect(Kind.FILE_ENDS)
    assert (first, ends[4]) == (0, [0, blake3(b"inner/c" * 10).digest()])
    peer.send(Kind.DONE, 0, peer.expect(Kind.END)[1])
    ended = node.finished(offered)
    assert (ended.state, ended.were_there) == (State.DELIVERED, 1)


def test_who_has_none_of_them_gets_all(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, True, *ANEW)
    peer.expect(Kind.ENTRIES)
    peer.send(Kind.COMPARE, 0, 0, [])
    assert len(peer.expect(Kind.DATA)[1]) == 90


def test_a_file_that_cannot_be_read_is_no_digest_and_never_the_same(
    node: Node, peer: HostilePeer, offered: TransferId, album: Path
) -> None:
    (album / "a").unlink()
    peer.send(Kind.ACCEPT, 0, True, *ANEW)
    peer.expect(Kind.ENTRIES)
    peer.send(Kind.COMPARE, 0, 0, [1, 2])
    assert peer.expect(Kind.DIGESTS) == [0, [b"", blake3(b"b" * 10).digest()]]
    peer.send(Kind.SAME, 0, [1])
    assert_failed(node, peer, offered)


@pytest.mark.parametrize(
    "said",
    [
        [(Kind.COMPARE, 0, 0, [])],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.COMPARE, 0, 0, [])],
        [(Kind.ACCEPT, 0, False, *ANEW), (Kind.SAME, 0, [])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.SAME, 0, [])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 1, 0, [])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 1, [])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [0])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [5])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [1, 900])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [1]), (Kind.COMPARE, 0, 0, [1])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [1]), (Kind.SAME, 0, [2])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [1]), (Kind.SAME, 0, []), (Kind.SAME, 0, [])],
        [(Kind.ACCEPT, 0, True, *ANEW), (Kind.COMPARE, 0, 0, [1]), (Kind.DONE, 0, bytes(32))],
        [(Kind.DIGESTS, 0, [DIGEST])],
    ],
    ids=lambda said: " ".join(kind.name for kind, *_ in said),
)
def test_an_answer_out_of_place_ends_the_session(
    node: Node, peer: HostilePeer, offered: TransferId, said: list[tuple[Any, ...]]
) -> None:
    """Each is said as soon as it can be understood: after ENTRIES, after DIGESTS."""
    for kind, *fields in said:
        peer.send(kind, *fields)
        if (kind, *fields) == (Kind.ACCEPT, 0, True, *ANEW):
            peer.expect(Kind.ENTRIES)
        if kind == Kind.COMPARE and fields[-1] == [1] and said[-1][0] == Kind.SAME:
            peer.expect(Kind.DIGESTS)
    assert_failed(node, peer, offered)


@pytest.mark.parametrize("after", [Kind.ACCEPT, Kind.COMPARE])
def test_a_peer_that_never_answers_can_be_given_up(
    node: Node, peer: HostilePeer, offered: TransferId, after: Kind
) -> None:
    peer.send(Kind.ACCEPT, 0, True, *ANEW)
    peer.expect(Kind.ENTRIES)
    if after == Kind.COMPARE:
        peer.send(Kind.COMPARE, 0, 0, [1])
        peer.expect(Kind.DIGESTS)
    node.engine.cancel(offered)
    assert peer.expect(Kind.CANCEL) == [0, True]
    peer.send(Kind.SAME if after == Kind.COMPARE else Kind.COMPARE, 0, *([[]] if after == Kind.COMPARE else [0, []]))
    peer.send(Kind.CANCELLED, 0, False)
    assert node.finished(offered).state is State.CANCELLED
    assert_goes_on(node, peer)


def test_a_full_disk_and_a_question_hold_the_same_stream(node: Node, peer: HostilePeer, offered: TransferId) -> None:
    peer.send(Kind.ACCEPT, 0, True, *ANEW)
    peer.expect(Kind.ENTRIES)
    peer.send(Kind.FULL, 0)
    peer.send(Kind.COMPARE, 0, 0, [1])
    peer.socket.settimeout(0.4)
    with pytest.raises(TimeoutError):
        peer.receive()
    peer.socket.settimeout(10)
    peer.send(Kind.ROOM, 0)
    peer.expect(Kind.DIGESTS)
    peer.send(Kind.SAME, 0, [])
    assert len(peer.expect(Kind.DATA)[1]) == 90


# --- as the one who sends to the node: album (0), album/a (1), album/b (2) of ten bytes each ----------------------

ENTRIES = [folder_entry("album"), file_entry("album/a", 10), file_entry("album/b", 10)]


def everything(node: Node) -> dict[str, tuple[str, bytes, int]]:
    """That a person would see."""
    return {path: what for path, what in tree(node.folder).items() if not path.startswith(PARTIAL_PREFIX)}


def accepted(node: Node, peer: HostilePeer, existing: Existing = Existing.SKIP_IDENTICAL) -> TransferId:
    peer.offer(0, ["album"], files=2, folders=1, total=20)
    number = node.wait_for(OfferReceived).transfer.id
    node.engine.accept(number, None, existing)
    compare = existing is Existing.SKIP_IDENTICAL and (node.folder / "album").exists()
    assert peer.expect(Kind.ACCEPT) == [0, compare, *ANEW]
    return number


@pytest.fixture
def asked(node: Node, peer: HostilePeer) -> TransferId:
    """The node has album/a with ten bytes, and a secret in album/b."""
    write(node.folder / "album" / "a", TEN)
    write(node.folder / "album" / "b", PIN)
    number = accepted(node, peer)
    peer.send(Kind.ENTRIES, 0, ENTRIES)
    assert peer.expect(Kind.COMPARE) == [0, 0, [1, 2]]
    return number


def finish(peer: HostilePeer, ends: list[Any]) -> Any:
    peer.send(Kind.FILE_ENDS, 0, 0, ends)
    digest = manifest_digest(ENTRIES, ends)
    peer.send(Kind.END, 0, digest)
    return digest


def test_an_honest_comparison(node: Node, peer: HostilePeer, asked: TransferId) -> None:
    before = everything(node)
    peer.send(Kind.DIGESTS, 0, [DIGEST, DIGEST])
    assert peer.expect(Kind.SAME) == [0, [1]]
    peer.send_data(0, TEN)
    digest = finish(peer, [FOLDER_END, file_end(TEN), file_end(TEN)])
    assert peer.expect(Kind.DONE) == [0, digest]
    ended = node.finished(asked)
    assert (ended.state, ended.were_there) == (State.DELIVERED, 1)
    after = everything(node)
    assert {path: after[path] for path in before} == before
    assert (node.folder / "album (2)" / "b").read_bytes() == TEN
    assert not (node.folder / "album (2)" / "a").exists()


def test_only_whoever_knows_the_content_learns_that_it_is_there(
    node: Node, peer: HostilePeer, asked: TransferId
) -> None:
    """All that the node ever says of its own files is which entries they stand for."""
    peer.send(Kind.DIGESTS, 0, [bytes(32), blake3(b"my PIN: 41").digest()])
    assert peer.expect(Kind.SAME) == [0, []]


def test_without_that_choice_nothing_is_said_of_what_is_there(node: Node, peer: HostilePeer) -> None:
    write(node.folder / "album" / "a", TEN)
    accepted(node, peer, Existing.KEEP_BOTH)
    peer.send(Kind.ENTRIES, 0, ENTRIES)
    peer.send_data(0, TEN * 2)
    finish(peer, [FOLDER_END, file_end(TEN), file_end(TEN)])
    peer.expect(Kind.DONE)


def test_where_no_name_is_there_nobody_asks(node: Node, peer: HostilePeer) -> None:
    write(node.folder / "other" / "a", TEN)
    accepted(node, peer)
    peer.send(Kind.ENTRIES, 0, ENTRIES)
    peer.send_data(0, TEN * 2)
    finish(peer, [FOLDER_END, file_end(TEN), file_end(TEN)])
    peer.expect(Kind.DONE)


def test_no_path_leads_out_of_the_folder(node: Node, peer: HostilePeer) -> None:
    write(node.root / "profile" / "secret", TEN)
    (node.folder / "album").mkdir()
    (node.folder / "album" / "a").symlink_to(node.root / "profile" / "secret")
    (node.folder / "album" / "b").mkdir()
    number = accepted(node, peer)
    peer.send(Kind.ENTRIES, 0, ENTRIES)
    assert peer.expect(Kind.COMPARE) == [0, 0, []]
    peer.send(Kind.CANCEL, 0, True)
    assert node.finished(number).state is State.CANCELLED


@pytest.mark.parametrize(
    "said",
    [
        [(Kind.DATA, TEN)],
        [(Kind.ENTRIES, 0, [file_entry("album/c", 0)])],
        [(Kind.FILE_ENDS, 0, 0, [FOLDER_END])],
        [(Kind.END, 0, bytes(32))],
        [(Kind.DIGESTS, 0, [DIGEST])],
        [(Kind.DIGESTS, 0, [DIGEST] * 3)],
        [(Kind.DIGESTS, 1, [DIGEST] * 2)],
        [(Kind.DIGESTS, 0, [DIGEST] * 2), (Kind.DIGESTS, 0, [DIGEST] * 2)],
        [(Kind.DIGESTS, 0, [DIGEST] * 2), (Kind.DATA, TEN * 2)],
        [(Kind.DIGESTS, 0, [DIGEST] * 2), (Kind.DATA, TEN), (Kind.FILE_ENDS, 0, 0, [FOLDER_END, [0, bytes(32)]])],
        [(Kind.DIGESTS, 0, [DIGEST] * 2), (Kind.FILE_ENDS, 0, 0, [FOLDER_END, file_end(TEN), file_end(TEN)])],
        [(Kind.COMPARE, 0, 0, [])],
        [(Kind.SAME, 0, [])],
    ],
    ids=lambda said: " ".join(kind.name for kind, *_ in said),
)
def test_a_broken_rule_ends_the_session_and_changes_nothing(
    node: Node, peer: HostilePeer, asked: TransferId, said: list[tuple[Any, ...]]
) -> None:
    before = everything(node)
    for kind, *fields in said:
        if kind == Kind.DATA:
            peer.send_data(0, *fields)
        else:
            peer.send(kind, *fields)
    assert_failed(node, peer, asked)
    wait_until(lambda: tree(node.folder) == before)  # nothing partial either


def test_digests_of_a_transfer_that_compares_nothing_end_the_session(node: Node, peer: HostilePeer) -> None:
    number = accepted(node, peer)
    peer.send(Kind.ENTRIES, 0, ENTRIES)
    peer.send(Kind.DIGESTS, 0, [DIGEST])
    assert isinstance(node.wait_for(SessionEnded).error, UnexpectedMessage)
    assert node.finished(number).state is State.FAILED


def test_what_was_the_same_and_changed_at_the_source_is_told(node: Node, peer: HostilePeer, asked: TransferId) -> None:
    peer.send(Kind.DIGESTS, 0, [DIGEST, b""])
    assert peer.expect(Kind.SAME) == [0, [1]]
    digest = finish(peer, [FOLDER_END, [1, b""], [2, b""]])
    assert peer.expect(Kind.DONE) == [0, digest]
    ended = node.finished(asked)
    assert (ended.state, ended.were_there, len(ended.failures)) == (State.PARTLY, 0, 2)
    assert [path.name for path in node.folder.iterdir()] == ["album"]

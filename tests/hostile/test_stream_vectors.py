"""The failures of a stream that C2SP/CCTV has vectors for (`age/testdata/stream_*`), each told in our framing.

There a payload is chunks of 64 KiB with a tag each and a mark on the last one; here it is records of file bytes, then
FILE_ENDS and END. Nonces are counted and never sent, so `stream_no_nonce` and `stream_short_nonce` have no counterpart.
"""

import os
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress

import pytest

from desktop_app.errors import Interrupted
from desktop_app.events import OfferReceived, SessionEnded, State, TransferId
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.support.hostile_peer import Hangup, HostilePeer, Kind, file_end, file_entry, manifest_digest
from tests.support.node import Node, wait_until

CHUNK = 64 * 1024
TAG = 16


class Stream:
    """One file of that size on its way, chunk by chunk."""

    def __init__(self, peer: HostilePeer, size: int) -> None:
        self.peer, self.content = peer, os.urandom(size)
        self.entries, self.ends = [file_entry("film", size)], [file_end(self.content)]

    def begin(self) -> None:
        self.peer.send(Kind.ENTRIES, 0, self.entries)

    def sealed(self, number: int) -> bytes:
        chunk = self.content[number * CHUNK : (number + 1) * CHUNK]
        return self.peer.seal(bytes((Kind.DATA,)) + bytes(4) + chunk)

    def send(self, *numbers: int) -> None:
        for number in numbers:
            self.peer.send_bytes(self.sealed(number))

    def final(self) -> None:
        self.peer.send(Kind.FILE_ENDS, 0, 0, self.ends)

    def end(self) -> None:
        self.peer.send(Kind.END, 0, manifest_digest(self.entries, self.ends))

    def hang_up(self) -> None:
        with suppress(OSError):  # whoever was told something wrong may have closed already
            self.peer.socket.shutdown(socket.SHUT_WR)


Tell = Callable[[Stream], None]


def whole(*numbers: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*numbers)
        stream.final()
        stream.end()

    return tell


def bad_tag(*before: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*before)
        record = bytearray(stream.sealed(len(before)))
        record[-1] ^= 1
        stream.peer.send_bytes(bytes(record))

    return tell


def missing_tag(stream: Stream) -> None:
    stream.begin()
    sealed = stream.sealed(0)[4:-TAG]
    stream.peer.send_bytes(len(sealed).to_bytes(4, "big") + sealed)


def no_chunks(stream: Stream) -> None:
    stream.begin()
    stream.final()


def no_final(*numbers: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*numbers)
        stream.hang_up()

    return tell


def short(*before: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*before)
        stream.peer.send_bytes(stream.sealed(len(before))[: 4 + TAG + 5])
        stream.hang_up()

    return tell


def last_chunk_empty(*before: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*before)
        stream.peer.send_data(0, b"")

    return tell


def two_final(*numbers: int) -> Tell:
    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(*numbers)
        stream.final()
        stream.final()

    return tell


def garbage(size: int) -> Tell:
    """Behind the last chunk; behind END it is the next record's, and this file's no more."""

    def tell(stream: Stream) -> None:
        stream.begin()
        stream.send(0)
        stream.peer.send_bytes(os.urandom(size))
        stream.hang_up()

    return tell


GOOD: dict[str, tuple[int, Tell]] = {
    "empty_payload": (0, whole()),
    "one chunk": (9, whole(0)),
    "last_chunk_full": (CHUNK, whole(0)),
    "two_chunks": (CHUNK + 9, whole(0, 1)),
    "last_chunk_full_second": (2 * CHUNK, whole(0, 1)),
    "three_chunks": (2 * CHUNK + 9, whole(0, 1, 2)),
}
BAD: dict[str, tuple[int, Tell]] = {
    "bad_tag": (9, bad_tag()),
    "bad_tag_second_chunk": (CHUNK + 9, bad_tag(0)),
    "bad_tag_second_chunk_full": (2 * CHUNK, bad_tag(0)),
    "missing_tag": (200, missing_tag),
    "no_chunks": (9, no_chunks),
    "no_final": (9, no_final(0)),
    "no_final_full": (CHUNK, no_final(0)),
    "no_final_two_chunks": (CHUNK + 9, no_final(0, 1)),
    "no_final_two_chunks_full": (2 * CHUNK, no_final(0, 1)),
    "short_chunk": (9000, short()),
    "short_second_chunk": (CHUNK + 9000, short(0)),
    "last_chunk_empty": (CHUNK, last_chunk_empty(0)),
    "only an empty chunk": (0, last_chunk_empty()),
    "two_final_chunks": (9, two_final(0)),
    "two_final_chunks_full": (CHUNK, two_final(0)),
    "trailing_garbage_short": (9, garbage(5)),
    "trailing_garbage_long": (9, garbage(100)),
    "a chunk left out": (3 * CHUNK, whole(0, 2)),
    "two chunks swapped": (2 * CHUNK, whole(1, 0)),
    "a chunk twice": (CHUNK, whole(0, 0)),
}


def begin(node: Node, peer: HostilePeer, size: int) -> tuple[Stream, TransferId]:
    peer.offer(0, ["film"], total=size)
    offer = node.wait_for(OfferReceived)
    node.engine.accept(offer.transfer.id)
    peer.expect(Kind.ACCEPT)
    return Stream(peer, size), offer.transfer.id


@pytest.mark.parametrize(("size", "tell"), GOOD.values(), ids=GOOD.keys())
def test_case_050_a_whole_stream_gives_its_file(node: Node, peer: HostilePeer, size: int, tell: Tell) -> None:
    stream, transfer = begin(node, peer, size)
    tell(stream)
    peer.expect(Kind.DONE)
    assert node.finished(transfer).state is State.DELIVERED
    assert (node.folder / "film").read_bytes() == stream.content


def finals(node: Node) -> Iterable[str]:
    return [path.name for path in node.folder.iterdir() if not path.name.startswith(PARTIAL_PREFIX)]


@pytest.mark.parametrize(("size", "tell"), BAD.values(), ids=BAD.keys())
def test_case_050_any_other_stream_gives_no_file(node: Node, peer: HostilePeer, size: int, tell: Tell) -> None:
    stream, transfer = begin(node, peer, size)
    with suppress(Hangup):
        tell(stream)
    if tell in {BAD["two chunks swapped"][1]}:  # by the sender itself: the digest is another one
        assert peer.expect(Kind.FAILED) == [0, 0, 6]
        assert finals(node) == []
        return
    node.wait_for(SessionEnded)
    assert finals(node) == []
    if not node.transfer(transfer).state.final:  # what was only interrupted could go on
        node.wait_paused(transfer, Interrupted)
        node.engine.cancel(transfer)
    wait_until(lambda: list(node.folder.iterdir()) == [])

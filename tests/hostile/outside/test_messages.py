"""A device that is remembered and has proved itself sends what no program of ours would: each costs it its session,
and nobody anything else."""

import os
from collections.abc import Callable
from contextlib import suppress

import msgspec
import pytest

from desktop_app.protocol import limits
from tests.hostile.outside.running import Running, leave
from tests.support.hostile_peer import (
    FOLDER_END,
    Hangup,
    HostilePeer,
    Kind,
    file_end,
    file_entry,
    folder_entry,
    top_file,
    top_folder,
)

pytestmark = pytest.mark.network

Attack = Callable[[HostilePeer], None]


def raw(kind: int, fields: bytes) -> Attack:
    """A record whose message was not made by any encoder."""
    return lambda peer: peer.send_plaintext(bytes((kind,)) + fields)


def said(kind: int, *fields: object) -> Attack:
    return lambda peer: peer.send(kind, *fields)


def offered(name: str = "film", **facts: int) -> Attack:
    return lambda peer: peer.offer(0, [name], **facts)


def named(*names: object) -> Attack:
    """An offer of one file of one byte."""
    return said(Kind.OFFER, os.urandom(16), 0, 1, 0, 1, 1, 0, 4, [*names])


def packed(*fields: object) -> bytes:
    return msgspec.msgpack.encode(fields)


def one_of(kind: Kind, hole: bytes) -> Attack:
    """An offer whose names are these bytes."""
    head = packed(os.urandom(16), 0, 1, 0, 1, 1, 0, 4)
    return raw(kind, bytes((0x99,)) + head[1:] + hole)


NUMBER = os.urandom(limits.OFFER_ID)
ILLEGAL: dict[str, Attack] = {
    # nested, endless, and otherwise expensive to read
    "case_064 ten thousand arrays in each other": one_of(Kind.OFFER, b"\x91" * 10_000),
    "case_064 sixty thousand maps in each other": one_of(Kind.OFFER, b"\x81\xa1a" * 20_000),
    "case_064 an array of four billion": one_of(Kind.OFFER, b"\xdd\xff\xff\xff\xff"),
    "case_064 a map of four billion": one_of(Kind.OFFER, b"\xdf\xff\xff\xff\xff"),
    "case_064 a text of four billion": one_of(Kind.OFFER, b"\x91\xdb\xff\xff\xff\xff"),
    "case_064 bytes of four billion": one_of(Kind.OFFER, b"\x91\xc6\xff\xff\xff\xff"),
    "case_064 an extension of four billion": one_of(Kind.OFFER, b"\xc9\xff\xff\xff\xff\x01"),
    "case_064 the byte that msgpack never uses": one_of(Kind.OFFER, b"\xc1"),
    "case_064 a time instead of a number": raw(Kind.TEXT, b"\x92\xd6\xff\x00\x00\x00\x00\xa1x"),
    "case_064 the same field twice, in a map": raw(Kind.TEXT, b"\x83\xa6stream\x00\xa4text\xa1x\xa6stream\x01"),
    "case_064 a control message that is too long": raw(Kind.TEXT, packed(0, "x" * limits.CONTROL_MAX)),
    "case_064 twelve thousand names": named(*[top_file("")] * 12_000),
    "a message and another one behind it": raw(Kind.HEARTBEAT, b"\x90\x90"),
    "half a message": raw(Kind.TEXT, b"\x92\x00"),
    "a record of one byte": raw(Kind.OFFER, b""),
    "a type and nothing of it": raw(Kind.HEARTBEAT, b""),
    "bytes of no stream at all": raw(Kind.DATA, b"\x00\x00"),
    "bytes of a stream, but none": raw(Kind.DATA, bytes(4)),
    "a heartbeat that says something": said(Kind.HEARTBEAT, 1),
    # numbers that are none
    "a number that is true": said(Kind.TEXT, True, "x"),
    "nothing for a number": said(Kind.TEXT, None, "x"),
    "a stream below zero": said(Kind.OFFER, os.urandom(16), -1, 1, 0, 1, 1, 0, 4, [top_file("film", 1)]),
    "a stream of five bytes": said(Kind.OFFER, os.urandom(16), 2**32, 1, 0, 1, 1, 0, 4, [top_file("film", 1)]),
    "a number of seventeen bytes": said(Kind.OFFER, os.urandom(17), 0, 1, 0, 1, 1, 0, 4, [top_file("film", 1)]),
    "names that are bytes": named([b"film", 0, 1, 1]),
    "names that are nothing": named([None, 0, 1, 1]),
    "names that are only names": named("film"),
    "a name of a kind that there is not": named(["film", 2, 1, 1]),
    "a name with a size below zero": named(["film", 0, 1, -1]),
    "a name with a size that is a fraction": named(["film", 0, 1, 1.0]),
    "a name with a size beyond all": named(["film", 0, 1, 2**63]),
    "a name with one field more": named(["film", 0, 1, 1, 1]),
    "a file that is two files": named(["film", 0, 2, 1]),
    "a folder of bytes and no files": named(["film", 1, 0, 1]),
    "a name of more bytes than are offered": named(top_file("film", 2)),
    "a name of fewer bytes than are offered": named(top_file("film")),
    "a folder where none is offered": named(top_folder("film", 1, 1)),
    "a name of half a character": one_of(Kind.OFFER, b"\x91\x94\xa3\xed\xa0\x80\x00\x01\x01"),
    "case_054 a name of an overlong slash": one_of(Kind.OFFER, b"\x91\x94\xa4..\xc0\xaf\x00\x01\x01"),
    "an offer of more than a million": offered(files=limits.ENTRIES_MAX + 1),
    "an offer of a million and one in all": offered(files=limits.ENTRIES_MAX, folders=1),
    "an offer of nothing": offered(files=0, top_level=1),
    "an offer of more programs than files": said(
        Kind.OFFER, os.urandom(16), 0, 1, 0, 1, 1, 2, 4, [top_file("film", 1)]
    ),
    "an offer of a path that is too long": said(
        Kind.OFFER, os.urandom(16), 0, 1, 0, 1, 1, 0, 1025, [top_file("film", 1)]
    ),
    "an offer of more bytes than numbers are exact": offered(total=2**53),
    "an offer without its first names": named(),
    # out of place
    "ABOUT once more": said(Kind.ABOUT, "", ""),
    "PROOFS once more": said(Kind.PROOFS, [os.urandom(32) for _ in range(16)], False),
    "ROTATE by the side that was not the first": said(Kind.ROTATE, 2**53),
    "STORED that nobody asked for": said(Kind.STORED),
    "a renewal for the epoch after the next": said(Kind.RENEW, 3, os.urandom(32), os.urandom(1184)),
    "case_047 a renewal whose key gives no secret": said(Kind.RENEW, 2, bytes(32), os.urandom(1184)),
    "CLOSE for a reason that there is not": said(Kind.CLOSE, 255),
    "CLOSE for a reason below zero": said(Kind.CLOSE, -1),
    "a pace of an offer that there is not": said(Kind.PACE, 9, True, 1, 0, 0),
}


@pytest.mark.parametrize("attack", ILLEGAL.values(), ids=ILLEGAL.keys())
def test_what_is_illegal_costs_the_session(victim: Running, attack: Attack) -> None:
    with victim.liar() as peer, suppress(Hangup):
        attack(peer)
        assert peer.wait_closed()
    assert not [path for path in victim.folder.iterdir() if path.name.startswith(".")]


# --- after an offer that was taken ---------------------------------------------------------------------------


def taken(peer: HostilePeer, stream: int, names: list[str], **facts: int) -> None:
    peer.offer(stream, names, **facts)
    peer.expect(Kind.ACCEPT)


def announced(files: int) -> list[list[object]]:
    return [folder_entry("album"), *(file_entry(f"album/{number}", 0) for number in range(files))]


def ended(*ends: list[object]) -> Attack:
    """Empty files of the album, whose own end is as it should be."""

    def attack(peer: HostilePeer) -> None:
        peer.send(Kind.ENTRIES, 0, announced(len(ends)))
        peer.send(Kind.FILE_ENDS, 0, 0, [FOLDER_END, *ends])

    return attack


def one_byte_too_many(peer: HostilePeer) -> None:
    peer.send(Kind.ENTRIES, 0, [folder_entry("album"), file_entry("album/a", 10)])
    peer.send_data(0, b"0123456789!")


AMID: dict[str, Attack] = {
    "1,025 entries at once": said(Kind.ENTRIES, 0, announced(1024)),
    "513 ends at once": ended(*[file_end(b"")] * 512),
    "a truth that is a number": said(Kind.CANCEL, 0, 1),
    "a pace slower than an hour": said(Kind.PACE, 0, True, 3600 * 10**6 + 1, 0, 0),
    "a result that there is not": ended([9, b""]),
    "a result that only a receiver has": ended([6, b""]),
    "a failure with a digest": ended([1, bytes(32)]),
    "an end with a number below zero": said(Kind.FILE_ENDS, 0, -1, [file_end(b"")]),
    "a time after all time": said(Kind.ENTRIES, 0, [folder_entry("album"), ["album/a", 0, 1, 2**63, False]]),
    "a text under the number of the offer": said(Kind.TEXT, 0, "hello"),
    "an offer under the number of the offer": offered(),
    "RESUME of what begins": said(Kind.RESUME, 0, 5),
    "DIGESTS that nobody asked for": said(Kind.DIGESTS, 0, [bytes(32)]),
    "ROOM of what is not full": said(Kind.ROOM, 0),
    "SAME to nobody": said(Kind.SAME, 0, [0]),
    "GO_ON of what goes on": said(Kind.GO_ON, 0, True),
    "ACCEPT of its own offer": said(Kind.ACCEPT, 0, False, 0, b"", 0, b""),
    "DONE of its own offer": said(Kind.DONE, 0, bytes(32)),
    "case_065 another offer under its number": lambda peer: peer.send(
        Kind.OFFER, NUMBER, 0, 1, 0, 1, 1, 0, 4, [top_file("other", 1)]
    ),
    "case_061 a byte too many in the last record": one_byte_too_many,
}


@pytest.mark.parametrize("attack", AMID.values(), ids=AMID.keys())
def test_what_is_illegal_amid_a_transfer_costs_both(victim: Running, attack: Attack) -> None:
    with victim.liar() as peer:
        taken(peer, 0, ["album"], files=2000, folders=1, total=20)
        with suppress(Hangup):
            attack(peer)
            assert peer.wait_closed()
    assert victim.program.until("failed")["code"] in {"unexpected-message", "limit-exceeded", "remote-protocol"}
    assert not (victim.folder / "album").exists()


def test_case_062_what_no_disk_holds_is_refused_before_anything_is_made(victim: Running) -> None:
    with victim.liar() as peer:
        peer.offer(0, ["film"], total=1 << 50)
        peer.expect(Kind.REFUSE)
        leave(peer)
    assert victim.program.until("failed")["code"] == "not-enough-space"
    assert not [path for path in victim.folder.iterdir() if path.name.startswith(".")]

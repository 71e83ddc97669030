"""What is kept of an interrupted transfer, on the disk, and what somebody may have done to it meanwhile."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from blake3 import blake3

from desktop_app.errors import FolderUnusable
from desktop_app.events import OfferReceived, Restored, State, TransferId
from desktop_app.storage import journal
from desktop_app.storage.journal import Journal
from desktop_app.storage.names import PARTIAL_PREFIX
from tests.hostile.test_resuming import ENTRIES, FILM, FIRST, HALF, OFFER, interrupted
from tests.support.hostile_peer import HostilePeer, Kind, file_end, manifest_digest
from tests.support.node import Node, wait_until
from tests.support.verified_peer import verified

__all__ = ["interrupted"]

MIB = 1 << 20


def one_bit(part: Path) -> None:
    content = bytearray(part.read_bytes())
    content[HALF - 1] ^= 1
    part.write_bytes(content)


def cut_short(part: Path) -> None:
    os.truncate(part, MIB + 1)


def emptied(part: Path) -> None:
    os.truncate(part, 0)


def longer(part: Path) -> None:
    with part.open("ab") as file:
        file.write(os.urandom(MIB))


def another_of_that_length(part: Path) -> None:
    part.write_bytes(os.urandom(part.stat().st_size))


def gone(part: Path) -> None:
    part.unlink()


def a_link(part: Path) -> None:
    part.unlink()
    part.symlink_to(part.parent.parent.parent / "around" / "letter")


def a_folder(part: Path) -> None:
    part.unlink()
    part.mkdir()


def a_pipe(part: Path) -> None:
    part.unlink()
    os.mkfifo(part)


DEEDS = [one_bit, cut_short, emptied, longer, another_of_that_length, gone, a_link, a_pipe]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__.replace("_", " "))
def test_case_073_what_was_done_to_half_a_file_is_never_joined_to_the_rest(
    node: Node, interrupted: TransferId, deed: Callable[[Path], None]
) -> None:
    """An honest sender holds the answer against its file, and sends what is not the same once more."""
    (part,) = (each for each in node.folder.glob(f"{PARTIAL_PREFIX}*/*") if each.name.isdecimal())
    deed(part)
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        offer = node.wait_for(OfferReceived)
        node.engine.accept(offer.transfer.id, offer.into)
        stream, _, entries, _, offset, prefix = peer.expect(Kind.ACCEPT)
        assert entries == 1
        start = offset if offset and blake3(FILM[:offset]).digest() == prefix else 0
        assert start in ({0, HALF} if deed is longer else {0})
        peer.send(Kind.RESUME, stream, start)
        peer.send(Kind.ENTRIES, stream, ENTRIES[1:])
        for at in range(start, len(FILM), MIB):
            peer.send_data(stream, FILM[at : at + MIB])
        peer.send(Kind.FILE_ENDS, stream, 1, [file_end(FILM)])
        digest = manifest_digest(ENTRIES, [file_end(FIRST), file_end(FILM)])
        peer.send(Kind.END, stream, digest)
        assert peer.expect(Kind.DONE) == [stream, digest]
        assert node.finished(interrupted).state is State.DELIVERED
    assert (node.folder / "film").read_bytes() == FILM


def test_case_073_a_folder_in_the_place_of_half_a_file_is_told_and_left_alone(
    node: Node, interrupted: TransferId
) -> None:
    (part,) = (each for each in node.folder.glob(f"{PARTIAL_PREFIX}*/*") if each.name.isdecimal())
    a_folder(part)
    with HostilePeer.dial(node.engine.port) as peer:
        verified(node, peer)
        peer.send(Kind.OFFER, *OFFER)
        offer = node.wait_for(OfferReceived)
        node.engine.accept(offer.transfer.id, offer.into)
        assert peer.expect(Kind.REFUSE) == [0, 5]
    assert isinstance(node.wait_paused(interrupted, FolderUnusable).paused, FolderUnusable)
    assert part.is_dir()


# --- the journal ------------------------------------------------------------------------------------------------------


def changed(field: str, value: object) -> Callable[[Path], None]:
    """Its first record says something else, and its check sums are right."""

    def change(path: Path) -> None:
        records: list[Any] = [msgspec.msgpack.decode(each) for each in journal.read(path)]
        assert field in records[0]
        records[0][field] = value
        rewrite(path, records)

    return change


def said_as_well(**record: object) -> Callable[[Path], None]:
    return lambda path: rewrite(path, [*(msgspec.msgpack.decode(each) for each in journal.read(path)), record])


def rewrite(path: Path, records: list[Any]) -> None:
    path.unlink()
    new = Journal.create(path)
    for record in records:
        new.append(msgspec.msgpack.encode(record))
    new.close()


def every_tenth_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for at in range(0, len(content), 10):
        content[at] ^= 0xFF
    path.write_bytes(content)


def nothing_but_noise(path: Path) -> None:
    path.write_bytes(os.urandom(5000))


def of_another_kind(path: Path) -> None:
    path.unlink()
    path.mkdir()


HOSTILE: dict[str, Callable[[Path], None]] = {
    "changed": every_tenth_byte,
    "noise": nothing_but_noise,
    "a folder": of_another_kind,
    "a private folder elsewhere": changed("private", "../around"),
    "a private folder that is this one": changed("private", "."),
    "a private folder without a name": changed("private", ""),
    "a private folder that is none": changed("private", "received"),
    "no end of a name": changed("private", f"{PARTIAL_PREFIX}\0"),
    "a folder that is none": changed("folder", b"/nonexistent\0"),
    "a folder that is not whole": changed("folder", b"around"),
    "a spool elsewhere": changed("spool", "../../around/letter"),
    "a spool at the root": changed("spool", "/etc/passwd"),
    "an offer of unsafe names": changed(
        "offered", {"number": bytes(16), "files": 1, "folders": 0, "total": 1, "programs": 0, "longest_path": 1,
                    "names": ["../around/letter"]},
    ),
    "an offer of less than nothing": changed(
        "offered", {"number": b"", "files": -1, "folders": -5, "total": -(2**62), "programs": 0, "longest_path": 1,
                    "names": []},
    ),
    "a time that there is not": changed("at", float("nan")),
    "a time long ago": changed("at", -1e308),
    "a record of a later version": said_as_well(type="reviewed", by="nobody"),
    "more entries than there are": said_as_well(
        type="group", entries=10**6, size=2**62, bytes=2**62, files=[[0, 1, 1]], folders=[], names=[], same=[],
        were_there=0,
    ),
    "fewer entries than none": said_as_well(
        type="group", entries=-1, size=-1, bytes=-1, files=[], folders=[], names=[], same=[], were_there=-1
    ),
    "folders elsewhere": said_as_well(
        type="group", entries=1, size=0, bytes=0, files=[[0, 1, 1]], folders=[["first", "../around", 0]],
        names=["../around/letter"], same=[], were_there=0,
    ),
    "files before the first": said_as_well(
        type="group", entries=1, size=0, bytes=0, files=[[-1, -1, -1]], folders=[], names=[], same=[], were_there=0
    ),
    "more of a file than it has": said_as_well(type="reached", entry=1, partial=2, size=2**62),
    "less of a file than nothing": said_as_well(type="reached", entry=1, partial=2, size=-5),
    "a file of a strange number": said_as_well(type="reached", entry=1, partial=-7, size=5),
}  # fmt: skip


@pytest.mark.parametrize("deed", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("then", ["it comes again", "it is given up"])
def test_case_074_a_journal_that_cannot_be_believed_harms_nothing(
    node: Node, interrupted: TransferId, deed: Callable[[Path], None], then: str
) -> None:
    node.engine.shutdown()
    (path,) = (node.root / "profile" / "transfers").glob("*.in")
    deed(path)
    again = Node.again(node)
    try:
        again.engine.start()
        again.wait_for(Restored)
        if then == "it is given up":
            for row in again.engine.transfers():
                again.engine.cancel(row.id)
                assert again.finished(row.id).state.final
        else:
            with HostilePeer.dial(again.engine.port) as peer:
                verified(again, peer)
                peer.send(Kind.OFFER, *OFFER)
                offer = again.wait_for(OfferReceived)
                again.engine.accept(offer.transfer.id, offer.into)
                kind, _ = peer.receive()
                assert kind in {Kind.ACCEPT, Kind.REFUSE, Kind.CANCEL}, Kind(kind).name
        wait_until(lambda: not [each for each in again.engine.sessions() if not each.over])
    finally:
        again.engine.shutdown()

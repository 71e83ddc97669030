"""A verified peer that lies about what it sends: each lie ends as it should, and nothing else is touched."""

import os
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from desktop_app.errors import (
    AppError,
    ContentMismatch,
    Interrupted,
    LimitExceeded,
    RemoteProtocolError,
    StorageError,
    UnexpectedMessage,
)
from desktop_app.events import OfferReceived, State, TransferId
from desktop_app.protocol import limits
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
    top_file,
)
from tests.support.node import Node, wait_until
from tests.support.verified_peer import assert_ended
from tests.transfer.trees import tree, write


class Liar:
    """A verified hostile peer of one node, with canaries around the folder that it may write to."""

    def __init__(self, node: Node, peer: HostilePeer) -> None:
        self.node, self.peer = node, peer
        self.around = node.folder.parent
        write(self.around / "canary", b"mine")
        write(self.around / "home" / ".bashrc", b"mine")
        write(node.folder / "canary", b"mine")
        (node.folder / "link").symlink_to(self.around / "home")
        self.before = self.canaries()

    def canaries(self) -> dict[str, Any]:
        seen = tree(self.around, but="profile")  # where the node writes what it has noted
        return {path: what for path, what in seen.items() if what[0] == "file"}

    def offer(self, stream: int, *names: str | list[Any], accept: bool = True, **facts: int) -> TransferId:
        self.peer.offer(stream, list(names), **facts)
        offer = self.node.wait_for(OfferReceived)
        if accept:
            self.node.engine.accept(offer.transfer.id)
            assert self.peer.expect(Kind.ACCEPT) == [stream, False, *ANEW]
        return offer.transfer.id

    def assert_harmless(self) -> None:
        """Nothing was written but what was there before."""
        wait_until(lambda: self.canaries() == self.before, lambda: str(self.canaries().keys() ^ self.before.keys()))

    def assert_session_ended(self, error: type[AppError] = RemoteProtocolError) -> None:
        assert_ended(self.node, self.peer, error)
        self.assert_harmless()


@pytest.fixture
def liar(node: Node, peer: HostilePeer) -> Liar:
    return Liar(node, peer)


def send_file(peer: HostilePeer, stream: int, path: str, content: bytes, digest: bytes = b"") -> None:
    """One file from its entry to END, with its own digest or another one."""
    entries, ends = [file_entry(path, len(content))], [[0, digest] if digest else file_end(content)]
    peer.send(Kind.ENTRIES, stream, entries)
    if content:
        peer.send_data(stream, content)
    peer.send(Kind.FILE_ENDS, stream, 0, ends)
    peer.send(Kind.END, stream, manifest_digest(entries, ends))


def test_an_honest_file_of_this_harness_is_delivered(liar: Liar) -> None:
    transfer = liar.offer(0, "album", files=1, folders=1, total=3)
    entries, ends = [folder_entry("album"), file_entry("album/a", 3)], [FOLDER_END, file_end(b"abc")]
    liar.peer.send(Kind.ENTRIES, 0, entries)
    liar.peer.send_data(0, b"abc")
    liar.peer.send(Kind.FILE_ENDS, 0, 0, ends)
    digest = manifest_digest(entries, ends)
    liar.peer.send(Kind.END, 0, digest)
    assert liar.peer.expect(Kind.DONE) == [0, digest]
    assert liar.node.finished(transfer).state is State.DELIVERED
    assert (liar.node.folder / "album/a").read_bytes() == b"abc"


BAD_NAMES = {
    "case_051": ["/etc/passwd", "//srv/share", "C:\\x", "C:x", "\\\\?\\C:\\x", "\\\\.\\PhysicalDrive0",
                 "..", ".", "", "../x", "a/..", "a/../../x", "a//b", "a/", "/", "a:b", "a*b", 'a"b', "a<b"],
    "case_052": ["CON", "con.txt", "nul.jpg.txt", "COM1", "COM\u00b9", "LPT9 .txt", "CONIN$", "aux/x"],
    "case_053": ["a.", "a ", " a", "a. . .", "." + "a" * 255],
    "case_054": ["a\x00b", "a\x01b", "a\x7fb", "a\u0085b", "a\u2028b", "a\u202eb", "a\u200bb", "a\nb"],
    "case_057": ["x" * 256, "é" * 128, "/".join("d" * 33), "x/" * 600 + "x"],
    "case_066": [".tallystick-partial-x", ".TALLYSTICK-partial-x"],
}  # fmt: skip
EVERY_BAD_NAME = [pytest.param(name, id=f"{case} {name!a}") for case, names in BAD_NAMES.items() for name in names]


@pytest.mark.parametrize("name", EVERY_BAD_NAME)
def test_an_unsafe_top_level_name_is_refused_before_anybody_is_asked(liar: Liar, name: str) -> None:
    liar.peer.offer(0, [name])
    assert liar.peer.expect(Kind.REFUSE) == [0, 3]
    assert not liar.node.heard(OfferReceived)
    liar.assert_harmless()


@pytest.mark.parametrize("names", [["A.txt", "a.txt"], ["\u00e9", "e\u0301"], ["ß", "SS"], ["same", "same"]])
def test_case_056_top_level_names_that_are_one_name_somewhere_are_refused(liar: Liar, names: list[str]) -> None:
    liar.peer.offer(0, names, files=len(names))
    assert liar.peer.expect(Kind.REFUSE) == [0, 3]
    liar.assert_harmless()


@pytest.mark.parametrize(
    "name", [each for each in EVERY_BAD_NAME if len(str(each.values[0])) < 800] + ["a", "canary/x", "link/.bashrc"]
)
def test_an_unsafe_or_colliding_entry_ends_the_transfer_and_not_more(liar: Liar, name: str) -> None:
    transfer = liar.offer(0, "album", files=2, folders=1, total=6)
    inside = f"album/{name}" if name not in {"canary/x", "link/.bashrc"} else f"album/../{name}"
    liar.peer.send(Kind.ENTRIES, 0, [folder_entry("album"), file_entry("album/a", 3), file_entry(inside, 3)])
    assert liar.peer.expect(Kind.CANCEL) == [0, False]
    liar.peer.send_data(0, b"abcabc")  # what was on its way
    liar.peer.send(Kind.CANCELLED, 0, True)
    ended = liar.node.finished(transfer)
    assert ended.state is State.FAILED
    assert isinstance(ended.error, StorageError)
    liar.assert_harmless()
    liar.offer(1, "next", total=4)
    send_file(liar.peer, 1, "next", b"fine")
    liar.peer.expect(Kind.DONE)
    assert (liar.node.folder / "next").read_bytes() == b"fine"


def lie(*records: tuple[Any, ...]) -> Callable[[HostilePeer], None]:
    """Records for stream 0, which offered the file "film" of 10 bytes: ("data", bytes) or (kind, fields...)."""

    def tell(peer: HostilePeer) -> None:
        for kind, *fields in records:
            if kind is Kind.DATA:
                peer.send_data(0, *fields)
            else:
                peer.send(kind, *fields)

    return tell


FILM = file_entry("film", 10)
TEN = b"0123456789"
ENDS = [file_end(TEN)]
WHOLE = (
    (Kind.ENTRIES, 0, [FILM]),
    (Kind.DATA, TEN),
    (Kind.FILE_ENDS, 0, 0, ENDS),
)
LIES: dict[str, Callable[[HostilePeer], None]] = {
    "case_065 an entry outside the offer": lie((Kind.ENTRIES, 0, [file_entry("other", 10)])),
    "an entry below another name": lie((Kind.ENTRIES, 0, [file_entry("canary", 10)])),
    "more files than offered": lie((Kind.ENTRIES, 0, [file_entry("film/a", 5), file_entry("film/b", 5)])),
    "case_061 more bytes than offered": lie((Kind.ENTRIES, 0, [file_entry("film", 11)])),
    "folders that were not offered": lie((Kind.ENTRIES, 0, [folder_entry("film")])),
    "a folder with a size": lie((Kind.ENTRIES, 0, [["film", 1, 10, 0, False]])),
    "case_060 a size below zero": lie((Kind.ENTRIES, 0, [["film", 0, -1, 0, False]])),
    "case_060 a size beyond all": lie((Kind.ENTRIES, 0, [["film", 0, 2**63, 0, False]])),
    "case_060 a size that is text": lie((Kind.ENTRIES, 0, [["film", 0, "10", 0, False]])),
    "case_060 a size that is a fraction": lie((Kind.ENTRIES, 0, [["film", 0, 10.0, 0, False]])),
    "case_060 a size of 2^64 - 1": lie((Kind.ENTRIES, 0, [["film", 0, 2**64 - 1, 0, False]])),
    "case_060 a size of 1e308": lie((Kind.ENTRIES, 0, [["film", 0, 1e308, 0, False]])),
    "case_060 a size that is no number": lie((Kind.ENTRIES, 0, [["film", 0, float("nan"), 0, False]])),
    "case_060 no size": lie((Kind.ENTRIES, 0, [["film", 0, 0, False]])),
    "case_054 a name that is no text": lie((Kind.ENTRIES, 0, [[b"fi\xfflm", 0, 10, 0, False]])),
    "case_059 a mode instead of the flag": lie((Kind.ENTRIES, 0, [["film", 0, 10, 0, 0o4777]])),
    "case_059 a time that is no number": lie((Kind.ENTRIES, 0, [["film", 0, 10, float("nan"), False]])),
    "an entry with one field more": lie((Kind.ENTRIES, 0, [[*FILM, 1]])),
    "an unknown kind": lie((Kind.ENTRIES, 0, [["film", 2, 10, 0, False]])),
    "no entries": lie((Kind.ENTRIES, 0, [])),
    "data before its entry": lie((Kind.DATA, TEN)),
    "case_061 more data than the file has": lie((Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN + b"!")),
    "case_042 data after the file": lie((Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.DATA, b"!")),
    "case_043 empty data": lie((Kind.ENTRIES, 0, [FILM]), (Kind.DATA, b"")),
    "case_043 an end before its bytes": lie(
        (Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN[:9]), (Kind.FILE_ENDS, 0, 0, [file_end(TEN)])
    ),
    "ends that skip one": lie((Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.FILE_ENDS, 0, 1, [file_end(TEN)])),
    "more ends than entries": lie(
        (Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.FILE_ENDS, 0, 0, [file_end(TEN)] * 2)
    ),
    "an end without an entry": lie((Kind.FILE_ENDS, 0, 0, [file_end(TEN)])),
    "a digest that is short": lie(
        (Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.FILE_ENDS, 0, 0, [[0, bytes(31)]])
    ),
    "case_041 END at once": lie((Kind.END, 0, bytes(32))),
    "case_041 END before the file's end": lie((Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.END, 0, bytes(32))),
    "case_042 data after its end": lie(*WHOLE, (Kind.DATA, TEN)),
    "case_042 a second end": lie(*WHOLE, (Kind.FILE_ENDS, 0, 1, ENDS)),
    "END with another digest": lie(
        (Kind.ENTRIES, 0, [FILM]), (Kind.DATA, TEN), (Kind.FILE_ENDS, 0, 0, [[1, b""]]), (Kind.END, 0, bytes(32))
    ),
    "case_061 fewer bytes than offered": lambda peer: send_file(peer, 0, "film", TEN[:9]),
    "nothing of what was offered": lambda peer: peer.send(Kind.END, 0, manifest_digest([], [])),
    "case_065 a second offer of the same stream": lie(
        (Kind.OFFER, bytes(16), 0, 1, 0, 10, 1, 0, 4, [top_file("film", 10)])
    ),
    "entries for no stream": lie((Kind.ENTRIES, 7, [FILM])),
    "ACCEPT of no offer": lie((Kind.ACCEPT, 0, False, *ANEW)),
    "REFUSE of no offer": lie((Kind.REFUSE, 0, 0)),
    "DONE of no offer": lie((Kind.DONE, 0, bytes(32))),
    "FAILED of no offer": lie((Kind.FAILED, 0, 0, 5)),
    "CANCEL of no offer": lie((Kind.CANCEL, 9, True)),
    "CANCEL of no offer of ours": lie((Kind.CANCEL, 0, False)),
    "CANCELLED without CANCEL": lie((Kind.CANCELLED, 0, True)),
    "CANCELLED without CANCEL of ours": lie((Kind.CANCELLED, 0, False)),
    "NAMES after all names": lie((Kind.NAMES, 0, [top_file("more")])),
    "NAMES of no offer": lie((Kind.NAMES, 5, [top_file("more")])),
    "HELLO": lie((Kind.HELLO, [1], [])),
    "CONFIRM": lie((Kind.CONFIRM,)),
    "ABOUT again": lie((Kind.ABOUT, "", "")),
    "SWITCH without RENEW": lie((Kind.SWITCH, 2)),
    "case_047 RENEW at once": lie((Kind.RENEW, 2, os.urandom(32), os.urandom(1184))),
    "RENEWED to no RENEW": lie((Kind.RENEWED, 2, os.urandom(32), os.urandom(1088))),
    "an unknown type": lie((0x7E, 1)),
}


def test_folders_that_no_entry_names_are_not_made(liar: Liar) -> None:
    liar.offer(0, "album", files=1, folders=1, total=3)
    liar.peer.send(Kind.ENTRIES, 0, [folder_entry("album"), file_entry("album/a/b/c", 3)])
    liar.assert_session_ended()
    assert not (liar.node.folder / "album").exists()


def test_a_folder_cannot_be_left_out_of_what_it_holds(liar: Liar) -> None:
    liar.offer(0, "album", files=1, folders=1, total=3)
    liar.peer.send(Kind.ENTRIES, 0, [folder_entry("album"), file_entry("album/a", 3)])
    liar.peer.send_data(0, b"abc")
    liar.peer.send(Kind.FILE_ENDS, 0, 0, [[3, b""], file_end(b"abc")])
    liar.assert_session_ended()
    assert not (liar.node.folder / "album").exists()


@pytest.mark.parametrize("tell", LIES.values(), ids=LIES.keys())
def test_a_broken_rule_ends_the_session_and_leaves_nothing(liar: Liar, tell: Callable[[HostilePeer], None]) -> None:
    transfer = liar.offer(0, "film", total=10)
    tell(liar.peer)
    liar.assert_session_ended()
    assert liar.node.finished(transfer).state is State.FAILED
    assert not list(liar.node.folder.glob(".*"))


@pytest.mark.parametrize(
    "tell",
    [
        lie((Kind.DATA, TEN)),
        lie((Kind.ENTRIES, 0, [FILM])),
        lie((Kind.FILE_ENDS, 0, 0, [[1, b""]])),
        lie((Kind.END, 0, bytes(32))),
    ],
)
@pytest.mark.parametrize("answer", ["none", "declined"])
def test_case_067_content_of_an_offer_that_was_not_accepted_ends_the_session(
    liar: Liar, tell: Callable[[HostilePeer], None], answer: str
) -> None:
    transfer = liar.offer(0, "film", total=10, accept=False)
    if answer == "declined":
        liar.node.engine.decline(transfer)
        liar.peer.expect(Kind.REFUSE)
    tell(liar.peer)
    liar.assert_session_ended(UnexpectedMessage)
    liar.node.engine.accept(transfer)
    liar.assert_harmless()


def test_case_040_a_flipped_bit_in_a_record_ends_the_session_at_that_record(liar: Liar) -> None:
    transfer = liar.offer(0, "film", total=10)
    liar.peer.send(Kind.ENTRIES, 0, [FILM])
    frame = bytearray(liar.peer.seal(bytes((Kind.DATA,)) + bytes(4) + TEN))
    frame[12] ^= 1
    liar.peer.send_bytes(bytes(frame))
    liar.assert_session_ended()
    assert liar.node.finished(transfer).state is State.FAILED


@pytest.mark.parametrize("length", [0, 15, 16, limits.RECORD_MAX + 1, 2**31, 2**32 - 1])
def test_case_046_a_record_of_an_impossible_length_ends_the_session_before_it_is_read(liar: Liar, length: int) -> None:
    liar.offer(0, "film", total=10)
    liar.peer.send_bytes(length.to_bytes(4, "big"))
    liar.assert_session_ended(LimitExceeded)


def test_case_041_a_record_cut_short_leaves_no_final_name(liar: Liar) -> None:
    transfer = liar.offer(0, "film", total=10)
    liar.peer.send(Kind.ENTRIES, 0, [FILM])
    liar.peer.send_data(0, TEN)
    liar.peer.send_bytes(liar.peer.seal(bytes((Kind.DATA,)) + bytes(4) + TEN)[:-1])
    liar.peer.close()
    liar.node.wait_paused(transfer, Interrupted)
    assert not (liar.node.folder / "film").exists()
    liar.node.engine.cancel(transfer)
    wait_until(lambda: not [path for path in liar.node.folder.iterdir() if path.name.startswith(PARTIAL_PREFIX)])
    liar.assert_harmless()


def test_a_file_with_another_digest_is_thrown_away_and_the_sender_told(liar: Liar) -> None:
    transfer = liar.offer(0, "film", total=10)
    send_file(liar.peer, 0, "film", TEN, digest=bytes(32))
    assert liar.peer.expect(Kind.FAILED) == [0, 0, 6]
    (stream, digest) = liar.peer.expect(Kind.DONE)
    assert (stream, digest) == (0, manifest_digest([FILM], [[0, bytes(32)]]))
    ended = liar.node.finished(transfer)
    assert ended.state is State.PARTLY
    assert [type(failure.error) for failure in ended.failures] == [ContentMismatch]
    liar.assert_harmless()


def test_a_file_that_somebody_tidies_away_while_it_arrives_is_lost_and_nothing_else(liar: Liar) -> None:
    transfer = liar.offer(0, "film", total=10)
    liar.peer.send(Kind.ENTRIES, 0, [FILM])
    liar.peer.send_data(0, TEN)
    wait_until(lambda: bool(list(liar.node.folder.glob(f"{PARTIAL_PREFIX}*/1"))))
    for private in liar.node.folder.glob(f"{PARTIAL_PREFIX}*"):
        shutil.rmtree(private)
    liar.peer.send(Kind.FILE_ENDS, 0, 0, ENDS)
    liar.peer.send(Kind.END, 0, manifest_digest([FILM], ENDS))
    assert liar.peer.expect(Kind.FAILED) == [0, 0, 5]
    liar.peer.expect(Kind.DONE)
    assert liar.node.finished(transfer).state is State.PARTLY
    liar.assert_harmless()


@pytest.mark.parametrize("mtime", [-(2**63), 2**63 - 1, -1])
def test_case_059_a_time_that_no_disk_can_hold_is_clamped(liar: Liar, mtime: int) -> None:
    liar.offer(0, "film", total=0)
    entries, ends = [["film", 0, 0, mtime, True]], [file_end(b"")]
    liar.peer.send(Kind.ENTRIES, 0, entries)
    liar.peer.send(Kind.FILE_ENDS, 0, 0, ends)
    liar.peer.send(Kind.END, 0, manifest_digest(entries, ends))
    liar.peer.expect(Kind.DONE)
    status = (liar.node.folder / "film").stat()
    assert 0 <= status.st_mtime < 2**33
    assert not status.st_mode & 0o111, "no stranger makes anything executable"


def test_case_051_055_058_names_that_look_like_more_than_names_are_plain_names(liar: Liar) -> None:
    names = ["~", "%APPDATA%", "$HOME", "a\u2215b", "\uff0e\uff0e", "\uff0fetc", ".ssh", "desktop.ini"]
    liar.offer(0, *names, files=len(names), total=0)
    entries, ends = [file_entry(name, 0) for name in names], [file_end(b"")] * len(names)
    liar.peer.send(Kind.ENTRIES, 0, entries)
    liar.peer.send(Kind.FILE_ENDS, 0, 0, ends)
    liar.peer.send(Kind.END, 0, manifest_digest(entries, ends))
    liar.peer.expect(Kind.DONE)
    assert {path.name for path in liar.node.folder.iterdir()} == {*names, "canary", "link"}


def test_case_044_bytes_of_one_file_are_not_those_of_another(liar: Liar) -> None:
    """By the sender itself; from outside a record has its place in its stream (`tests/adversary`)."""
    transfer = liar.offer(0, top_file("one", 3), top_file("two", 3), files=2, total=6)
    entries, ends = [file_entry("one", 3), file_entry("two", 3)], [file_end(b"abc"), file_end(b"xyz")]
    liar.peer.send(Kind.ENTRIES, 0, entries)
    liar.peer.send_data(0, b"xyzabc")
    liar.peer.send(Kind.FILE_ENDS, 0, 0, ends)
    liar.peer.send(Kind.END, 0, manifest_digest(entries, ends))
    assert [liar.peer.expect(Kind.FAILED) for _ in entries] == [[0, 0, 6], [0, 1, 6]]
    assert liar.node.finished(transfer).state is State.PARTLY
    liar.assert_harmless()


def test_case_066_a_folder_named_like_what_is_there_is_another_one(liar: Liar) -> None:
    """Like a file, and like a link that leads elsewhere."""
    for stream, name in enumerate(("canary", "link")):
        liar.offer(stream, name, files=1, folders=1, total=3)
        entries, ends = [folder_entry(name), file_entry(f"{name}/a", 3)], [FOLDER_END, file_end(b"abc")]
        liar.peer.send(Kind.ENTRIES, stream, entries)
        liar.peer.send_data(stream, b"abc")
        liar.peer.send(Kind.FILE_ENDS, stream, 0, ends)
        liar.peer.send(Kind.END, stream, manifest_digest(entries, ends))
        liar.peer.expect(Kind.DONE)
        assert (liar.node.folder / f"{name} (2)" / "a").read_bytes() == b"abc"
    assert (liar.node.folder / "canary").read_bytes() == b"mine"
    assert [path.name for path in (liar.around / "home").iterdir()] == [".bashrc"]

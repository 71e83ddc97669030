"""A verified peer whose names at the top are not what its offer says, or not what comes: over before anybody is asked,
or before it is complete."""

from contextlib import suppress
from typing import Any

import pytest

from desktop_app.errors import RemoteProtocolError
from desktop_app.events import OfferReceived, State
from tests.support.hostile_peer import (
    FOLDER_END,
    Hangup,
    HostilePeer,
    Kind,
    file_end,
    file_entry,
    folder_entry,
    manifest_digest,
    top_file,
    top_folder,
)
from tests.support.node import Node
from tests.support.verified_peer import assert_ended

OFFERED = {
    "more bytes than in all": [top_file("film", 11)],
    "bytes that overflow in all": [top_file("film", 2**53 - 1), top_file("other", 2**53 - 1)],
    "fewer bytes than in all": [top_file("film", 9), top_file("other")],
    "more files than in all": [top_folder("film", 3, 10)],
    "fewer files than in all": [top_folder("film", 1, 10), top_folder("other", 0, 0)],
    "more folders than in all": [top_folder("film", 1, 10), top_folder("other", 1, 0), top_folder("third", 0, 0)],
    "folders in no folder": [top_file("film", 10), top_file("other")],
    "a kind that there is not": [["film", 2, 1, 10], top_folder("other", 1, 0)],
    "a size below zero": [top_file("film", 11), ["other", 1, 1, -1]],
    "no size": [["film", 0, 1], top_folder("other", 1, 10)],
    "a file that is two": [["film", 0, 2, 10], top_folder("other", 0, 0)],
    "files below zero": [["film", 1, -1, 0], top_folder("other", 3, 10)],
    "bytes of no files": [top_folder("film", 0, 10), top_folder("other", 2, 0)],
}


@pytest.mark.parametrize("later", [False, True], ids=["in OFFER", "in NAMES"])
@pytest.mark.parametrize("names", OFFERED.values(), ids=OFFERED.keys())
def test_names_that_are_not_what_is_offered_end_the_session_before_anybody_is_asked(
    node: Node, peer: HostilePeer, names: list[list[Any]], later: bool
) -> None:
    """Where these names should have two files, ten bytes, and at most two folders."""
    first = [top_file("first")] if later else names
    peer.offer(0, first, files=2 + later, folders=2, total=10, top_level=len(names) + later)
    if later:
        peer.send(Kind.NAMES, 0, names)
    assert_ended(node, peer, RemoteProtocolError)
    assert not node.heard(OfferReceived)


def test_each_name_is_told_with_what_comes_under_it(node: Node, peer: HostilePeer) -> None:
    peer.offer(0, [top_folder("album", 2, 10)], files=4, folders=3, total=17, top_level=4)
    peer.send(Kind.NAMES, 0, [top_file("film", 7)])
    peer.send(Kind.NAMES, 0, [top_folder("empty", 0, 0), top_file("none")])
    contents = node.wait_for(OfferReceived).transfer.contents
    assert contents.names == ("album", "film", "empty", "none")
    assert [(each.name, each.is_folder, each.files, each.size) for each in contents.items] == [
        ("album", True, 2, 10), ("film", False, 1, 7), ("empty", True, 0, 0), ("none", False, 1, 0),
    ]  # fmt: skip


OTHERWISE: dict[str, list[list[Any]]] = {
    "the file is a folder": [folder_entry("film")],
    "the folder is a file": [file_entry("album", 10)],
    "the file holds one": [folder_entry("album"), file_entry("film/a", 5)],
    "more in the folder": [folder_entry("album"), file_entry("album/a", 11)],
    "more files in the folder": [folder_entry("album"), file_entry("album/a", 5), file_entry("album/b", 5)],
    "less in the folder": [folder_entry("album"), file_entry("album/a", 5), file_entry("film", 10)],
    "no empty folder": [
        folder_entry("album"), file_entry("album/a", 10), file_entry("film", 5), folder_entry("album/b"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("entries", OTHERWISE.values(), ids=OTHERWISE.keys())
def test_a_name_with_something_else_under_it_than_was_shown_ends_the_session(
    node: Node, peer: HostilePeer, entries: list[list[Any]]
) -> None:
    """In all it may be just what was offered: a folder with a file of ten bytes, a file of five, an empty folder."""
    names = [top_folder("album", 1, 10), top_file("film", 5), top_folder("empty", 0, 0)]
    peer.offer(0, names, files=2, folders=2, total=15)
    transfer = node.accept()
    peer.expect(Kind.ACCEPT)
    ends: list[list[Any]] = []
    with suppress(Hangup):
        peer.send(Kind.ENTRIES, 0, entries)
        for path, kind, size, *_ in entries:
            content = path[:1].encode() * size
            ends.append(FOLDER_END if kind else file_end(content))
            if size:
                peer.send_data(0, content)
        peer.send(Kind.FILE_ENDS, 0, 0, ends)
        peer.send(Kind.END, 0, manifest_digest(entries, ends))
    assert_ended(node, peer, RemoteProtocolError)
    assert node.finished(transfer).state is State.FAILED

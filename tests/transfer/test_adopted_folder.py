"""A folder that was about to be made when the program ended: what has its name by then may be somebody else's."""

import errno
import os
import shutil
from pathlib import Path

import pytest

from desktop_app.engine import continuing
from desktop_app.errors import DiskFull, WaitsForPeer
from desktop_app.storage.directory import Directory
from tests.support.node import StartNode
from tests.support.remembering import show_card
from tests.transfer.test_resume import again, album, begin_remembered, both_delivered, only_row, remembered_both
from tests.transfer.trees import tree, write

__all__ = ["album"]


def test_a_folder_that_a_person_made_meanwhile_is_not_taken_for_the_one_that_was_to_be_made(
    start_node: StartNode, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The share of the disk was used up, and the folder could not be made."""
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    remembered_both(a, b)
    make_child, full = Directory.make_child, [True]

    def make(directory: Directory, name: str, mode: int = 0o777) -> Directory:
        if name == "album" and full[0]:
            raise OSError(errno.EDQUOT, os.strerror(errno.EDQUOT))
        return make_child(directory, name, mode)

    monkeypatch.setattr(Directory, "make_child", make)
    sent, received = begin_remembered(a, b, album)
    b.wait_paused(received, DiskFull)
    # Of the profile the journals alone: a secret that is replaced after this moment stays so on the other side.
    journals, killed = b.root / "profile" / "transfers", tmp_path / "as they were when it was killed"
    shutil.copytree(journals, killed)
    b.engine.shutdown()
    a.wait_paused(sent, WaitsForPeer)
    shutil.rmtree(journals)
    shutil.copytree(killed, journals)
    full[0] = False
    write(b.folder / "album" / "mine", b"of the person here")
    new = again(b)
    try:
        show_card(a, new)
        _, there = both_delivered(a, new, sent, only_row(new).id)
        assert [path.name for path in (b.folder / "album").iterdir()] == ["mine"]
        assert there.saved == (b.folder / "album (2)",)
        assert tree(b.folder / "album (2)") == tree(album)
    finally:
        new.engine.shutdown()

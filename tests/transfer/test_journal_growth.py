"""A journal of a long transfer is read however long that took."""

import os
from pathlib import Path

from desktop_app.events import Contents, Direction, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.protocol.top_names import TopNames
from desktop_app.storage.destination import Destination
from desktop_app.transfer.commits import Commits
from desktop_app.transfer.journal_records import Begun, Offered
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.recorder import Recorder
from desktop_app.transfer.status import Status
from tests.support.top_names import a_file


def test_what_takes_long_and_skips_many_names_can_be_continued(tmp_path: Path) -> None:
    """Ten thousand names at the top that were there already, and a commit every five seconds for twenty minutes."""
    names = [f"{number:06} " + "n" * 120 for number in range(10_000)]
    offered = Offered(os.urandom(limits.OFFER_ID), 10_001, 0, 1, 0, 200, TopNames([a_file("note", 1)]))
    row = Transfer(TransferId(1), Direction.RECEIVING, "Kitchen PC", State.MOVING, Contents((), 10_001, 0, 1))
    status = Status(row, lambda _: None, recorder=Recorder(tmp_path / "spools"))
    path = tmp_path / "transfers" / "1.in"
    folder = tmp_path / "into"
    folder.mkdir()
    with Destination(folder) as destination:
        destination.begin(["note"], 1)
        begun = Begun(
            offered, "", "Kitchen PC", 1.0, "s", None, folder=os.fsencode(folder), private=destination.private
        )
        kept = Kept.begin(path, begun)
        assert status.keep(kept)
        commits = Commits(destination, status, lambda *_: None, dict.fromkeys(names))
        for _ in range(20 * 12):
            commits.commit(10_000)
        status.recorder.close()
    kept.close()
    again = Kept.take(path)
    assert again is not None, "it is forgotten, and its journal is gone"
    assert again.entries == 10_000
    again.close()

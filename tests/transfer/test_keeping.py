"""What is kept of transfers that are not over, where several processes have one profile."""

import os
from pathlib import Path

import pytest

from desktop_app.events import Contents, Direction, SessionId, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.storage.history import History
from desktop_app.storage.profile import Profile
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Begun, Offered
from desktop_app.transfer.status import Status
from tests.transfer.trees import write


@pytest.mark.parametrize("direction", Direction)
def test_the_spool_of_what_waits_is_not_abandoned_to_a_process_that_does_not_go_on_with_it(
    tmp_path: Path, direction: Direction
) -> None:
    profile = Profile(tmp_path / "profile")
    keeping, other = Keeping(profile.transfers), Keeping(profile.transfers)
    status = Status(
        Transfer(TransferId(1), direction, "Kitchen PC", State.MOVING, Contents((), 1, 0, 1)), lambda _: None
    )
    offered = Offered(os.urandom(limits.OFFER_ID), 1, 0, 1, 0, 4, ("note",))
    keeping.begin(status, Begun(offered, "", "Kitchen PC", 0.0, "spool", None), SessionId(1))
    spool = write(profile.receipts / "spool", b"entries", mtime=1)
    history = History(profile, lambda _: None)
    history.tidy(other.spools())
    assert spool.exists()
    keeping.close()
    history.tidy(other.spools())
    history.close()
    assert spool.exists()


def test_a_folder_among_the_journals_keeps_nobody_from_starting(tmp_path: Path) -> None:
    strange = tmp_path / "transfers" / "strange.done"
    strange.mkdir(parents=True)
    os.utime(strange, (1, 1))
    assert Keeping(strange.parent).restore(lambda *_: pytest.fail("it is no journal")) == []
    assert strange.exists()

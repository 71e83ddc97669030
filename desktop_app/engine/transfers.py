"""All transfers of this run, by their number."""

import contextlib
import itertools
import threading
from collections.abc import Callable, Collection, Sequence
from typing import Final

from desktop_app.engine.past import Past
from desktop_app.errors import AppError, Cancelled, ProfileUnusable
from desktop_app.events import Direction, SessionFacts, SessionId, State, Transfer, TransferChanged, TransferId
from desktop_app.transfer import resuming
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status

# Of those that are over: a peer may offer and take back as often as it likes.
_OVER_KEPT: Final = 1000
_NAMES_KEPT: Final = 20_000  # in all of them: of what was offered, saved, left out or failed


class Transfers:
    """The table of rows. Safe from any thread."""

    def __init__(
        self,
        emit: Callable[[TransferChanged], None],
        past: Past,
        keeping: Keeping,
        facts: Callable[[SessionId], SessionFacts | None],
    ) -> None:
        self.keeping: Final = keeping  # of those that were accepted
        self.facts: Final = facts
        self._emit, self._past = emit, past
        self._lock = threading.Lock()
        self._numbers = itertools.count(1)
        self._table: dict[TransferId, Status] = {}

    def next_id(self) -> TransferId:
        return TransferId(next(self._numbers))

    def new(self, transfer: Transfer) -> Status:
        """A row in the table."""
        status = self.make(transfer)
        self.add(status)
        return status

    def make(self, transfer: Transfer, spool: str = "") -> Status:
        """A row that nobody sees before it is added. `spool`: what an earlier run has recorded of it."""
        return Status(
            transfer, lambda changed: self._emit(TransferChanged(changed)), self._past.keep, self._past.recorder(spool)
        )

    def add(self, status: Status) -> None:
        with self._lock:
            self._table[status.transfer.id] = status
            over = [each.transfer for each in self._table.values() if each.over]
            for each in over[: _surplus(over)]:
                del self._table[each.id]

    def find(self, transfer: TransferId) -> Status | None:
        with self._lock:
            return self._table.get(transfer)

    def is_over(self, transfer: TransferId) -> bool:
        """Also where it is not in the table any more."""
        status = self.find(transfer)
        return status is None or status.over

    def forget(self, transfers: Collection[TransferId] | None) -> None:
        """Take them out of the table, or all where it is None; what is not over stays."""
        with self._lock:
            for number in [each for each, status in self._table.items() if status.over]:
                if transfers is None or number in transfers:
                    del self._table[number]

    def finish(self, status: Status, kept: Kept) -> None:
        """It was received whole, and an earlier run of the program was killed before that was in the history."""
        recorder = status.recorder
        recorder.offered(kept.number)
        with contextlib.suppress(ProfileUnusable):
            recorder.go_on_at(kept.size, kept.losses())
            resuming.tell_failures(status, kept)
            recorder.done(kept.digest)
        status.delivered(kept.saved)

    def give_up(self, status: Status) -> None:
        """No session has it: what was delivered before is known from its journal."""
        kept = status.kept if status.transfer.direction is Direction.RECEIVING else None
        status.end(Cancelled(), () if kept is None else kept.saved)

    def session_over(self, session: SessionId, error: AppError) -> None:
        """Whatever of that session is not finished will never be."""
        with self._lock:
            left = [status for status in self._table.values() if status.transfer.session == session and not status.over]
        for status in left:
            status.end(error)

    def cancel_preparing(self) -> None:
        """What is still being read will never be sent."""
        with self._lock:
            left = [status for status in self._table.values() if status.transfer.state is State.PREPARING]
        for status in left:
            status.end(Cancelled())

    def snapshot(self) -> tuple[Transfer, ...]:
        with self._lock:
            return tuple(status.transfer for status in self._table.values())


def _surplus(over: Sequence[Transfer]) -> int:
    """How many of these have to go, the oldest first."""
    names = 0
    for kept, each in enumerate(reversed(over)):
        names += len(each.contents.names) + len(each.saved) + len(each.left_out) + len(each.failures)
        if kept == _OVER_KEPT or names > _NAMES_KEPT:
            return len(over) - kept
    return 0

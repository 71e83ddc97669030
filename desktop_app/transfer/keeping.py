"""Every accepted transfer of this computer that is not over, and for a week those that are, should a peer not know it.

NUMBER.out, NUMBER.in   it is under way, or waits
NUMBER.done             it is settled here, or somebody gave it up
"""

import contextlib
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Final

from desktop_app.errors import Cancelled, CannotContinue, PeerCancelled, ProfileUnusable
from desktop_app.events import Direction, SessionId, State, Transfer
from desktop_app.storage import partial
from desktop_app.transfer.journal_records import Begun, GivenUp, Noted, Owned
from desktop_app.transfer.kept import DAYS, Kept
from desktop_app.transfer.status import Status

_SUFFIX: Final = {Direction.SENDING: ".out", Direction.RECEIVING: ".in"}
_GIVEN_UP: Final = Cancelled | PeerCancelled
_DONE: Final = ".done"
_LOCK: Final = ".lock"
_LOOK: Final = 0.02  # seconds between looks whether a session has let go
NOBODY_YET: Final = SessionId(0)  # has it until there is a session


class Keeping:
    """Safe from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._table: dict[tuple[Direction, bytes], Status] = {}
        self._given_up: dict[bytes, Kept] = {}  # offers of ours, until the peer has heard that they are taken back
        self._records: dict[str, str] = {}  # of chains whose peer has become a remembered device
        self._closed = False
        self.restoring = False  # what an earlier run has left is not all in here yet: no offer can be judged

    # --- in one run ------------------------------------------------------------------------------------

    def begin(self, status: Status, begun: Begun, session: SessionId) -> None:
        """It was accepted. Where the disk does not take that down, it will not survive an interruption."""
        direction = status.transfer.direction
        number = begun.offered.number
        if status.kept is not None:  # accepted once more, from the start
            partial.remove_left(status.kept.folder, status.kept.begun.private)
            status.kept.remove()
        with contextlib.suppress(OSError):
            self._path(number, _DONE).unlink()
        try:
            kept = Kept.begin(self._path(number, _SUFFIX[direction]), begun)
        except ProfileUnusable:
            return
        kept.session = session
        with self._lock:  # held for both, so that `over` finds neither or both
            is_kept = status.keep(kept)
            if is_kept:
                self._table[direction, number] = status
        if is_kept:
            self.goes_on_with(kept, Owned(begun.owner))
        else:
            kept.remove()

    def goes_on_with(self, kept: Kept, owned: Owned) -> None:
        """A person may have chosen another peer than the one of before. Its owner may be a chain whose peer has become
        a remembered device since somebody looked: `remembered` finds what it is said of, or it is in the table here."""
        if self._record_of(owned.owner) != kept.owner:
            kept.goes_on_with(owned)
            kept.goes_on_with(Owned(self._record_of(owned.owner)))

    def _record_of(self, owner: str) -> str:
        """What a chain is by now, or it itself."""
        with self._lock:
            return self._records.get(owner, owner)

    def receiving(self, number: bytes) -> Status | None:
        """The incoming transfer of that offer that is not over."""
        status = self._of(number)
        if status is None or status.over or (status.kept is not None and status.kept.only_noting):
            return None
        return status

    def settled(self, number: bytes) -> Kept | None:
        """An incoming transfer of that offer that was finished, or given up by anybody, within the last days."""
        status = self._of(number)  # if the history has not come to it yet
        if status is not None and status.kept is not None and isinstance(status.transfer.error, _GIVEN_UP):
            status.kept.say(GivenUp())
        kept = Kept.look(self._path(number, _DONE)) if status is None else status.kept
        if kept is None or kept.too_old or not (kept.finished or kept.given_up):
            return None
        return kept

    def sending(self, owner: str) -> list[Status]:
        """What waits to go on to that peer; nothing where it is nobody in particular."""
        with self._lock:
            found = [status for (direction, _), status in self._table.items() if direction is Direction.SENDING]
        return [
            status
            for status in found
            if status.waits and status.kept is not None and status.kept.owner == owner != "" and not status.kept.too_old
        ]

    def unfinished_from(self, owner: str) -> int:
        """How much was accepted from that peer and is not over, whether it moves or waits."""
        with self._lock:
            found = [status for (direction, _), status in self._table.items() if direction is Direction.RECEIVING]
        return sum(not each.over and each.kept is not None and each.kept.owner == owner for each in found)

    def waiting(self) -> list[Status]:
        """All that no session has, of both directions."""
        with self._lock:
            found = list(self._table.values())
        return [status for status in found if status.waits]

    @property
    def any_taken_back(self) -> bool:
        return bool(self._given_up)

    def remembered(self, chain: str, record: str) -> None:
        """The peer of these sessions is a remembered device from now on."""
        with self._lock:
            self._records[chain] = record
            found = [*(status.kept for status in self._table.values()), *self._given_up.values()]
        for kept in found:
            if kept is not None and kept.owner == chain:
                kept.goes_on_with(Owned(record))

    def taken_back(self, owner: str, session: SessionId, living: Collection[SessionId]) -> list[Kept]:
        """Offers to that peer that were given up, which it may not know: to be said in this session. Where it is being
        said in another one of the `living`, and an answer may come, it is not. None to nobody in particular."""
        with self._lock:
            old = [kept for kept in self._given_up.values() if kept.too_old]
            for kept in old:
                del self._given_up[kept.number]
            found = [
                kept for kept in self._given_up.values() if kept.owner == owner != "" and kept.said_in not in living
            ]
            for kept in found:
                kept.said_in = session
        for kept in old:
            kept.remove()
        return found

    def give_up(self, begun: Begun, session: SessionId) -> None:
        """An offer of ours that was accepted when its person had given it up, as is being said in that session."""
        with contextlib.suppress(ProfileUnusable):
            kept = Kept.begin(self._path(begun.offered.number, _SUFFIX[Direction.SENDING]), begun)
            kept.said_in = session
            kept.say(GivenUp())
            with self._lock:
                self._given_up[kept.number] = kept

    def heard(self, number: bytes) -> None:
        """The peer knows that this offer of ours is over; its end here may not be in the history yet."""
        with self._lock:
            status = self._table.get((Direction.SENDING, number))
            if status is not None and status.kept is not None:
                status.kept.heard = True
            kept = self._given_up.pop(number, None)
        if kept is not None:
            kept.remove()

    def claim(self, status: Status, session: SessionId, stop: Callable[[], bool], seconds: float = 0.0) -> bool:
        """It goes on in this session, once no other one has it. False where that takes longer, or `stop` says so."""
        until = time.monotonic() + seconds
        while not stop():
            with self._lock:
                if status.over or status.kept is None:
                    return False
                if status.waits:
                    status.kept.session = session
                    return True
            if time.monotonic() >= until:
                return False
            time.sleep(_LOOK)
        return False

    def over(self, status: Status, transfer: Transfer) -> None:
        """It has ended like that, and is in the history."""
        kept = status.kept
        if kept is None:
            return
        try:
            self._see_off(transfer, kept)
        finally:
            with self._lock:
                if self._table.get((transfer.direction, kept.number)) is status:
                    del self._table[transfer.direction, kept.number]
            kept.let_go()

    def _see_off(self, transfer: Transfer, kept: Kept) -> None:
        delivered = transfer.state in {State.DELIVERED, State.PARTLY}
        if transfer.direction is Direction.SENDING:
            if not isinstance(transfer.error, Cancelled | CannotContinue) or not self._has_to_be_told(kept):
                kept.remove()
            return
        given_up = isinstance(transfer.error, _GIVEN_UP)
        if delivered:
            kept.say(Noted())
        elif given_up:
            kept.say(GivenUp())
        partial.remove_left(kept.folder, kept.begun.private)  # which a power cut may have brought back
        if delivered or given_up:
            kept.set_aside(self._path(kept.number, _DONE))
        else:
            kept.remove()

    def _has_to_be_told(self, kept: Kept) -> bool:
        """Whether the peer may wait for what is given up here."""
        kept.say(GivenUp())
        with self._lock:
            if not kept.alive or not kept.owner or kept.heard:
                return False
            self._given_up[kept.number] = kept
            return True

    # --- from run to run -------------------------------------------------------------------------------

    def await_restored(self, stop: Callable[[], bool]) -> bool:
        """Until all that an earlier run has left is in here. False where `stop` says so first."""
        while self.restoring:
            if stop():
                return False
            time.sleep(_LOOK)
        return True

    def restore(self, make: Callable[[Kept, Direction], Status], stop: Callable[[], bool]) -> Iterator[Status]:
        """What an earlier run has left, one after the other, until `stop` says so; `make` a row of each, which no
        session may have before its first `interrupted`. What is too old, or belongs to nobody, goes. Takes long."""
        for path in self._files():
            direction = next((each for each, suffix in _SUFFIX.items() if path.suffix == suffix), None)
            if direction is None:
                with contextlib.suppress(OSError):  # another process may be at it
                    if path.suffix != _LOCK and time.time() - path.stat().st_mtime > DAYS:
                        path.unlink()
                continue
            try:
                kept = Kept.take(path, stop)
            except ProfileUnusable:
                continue
            except Cancelled:
                return
            if kept is None:
                continue
            if kept.given_up and direction is Direction.RECEIVING:  # its program was killed before it saw it off
                partial.remove_left(kept.folder, kept.begun.private)
                kept.set_aside(self._path(kept.number, _DONE))
                continue
            if kept.given_up and (kept.too_old or not kept.owner):
                kept.remove()
                continue
            status = None
            if not kept.given_up:
                kept.session = NOBODY_YET
                status = make(kept, direction)
            with self._lock:
                if self._closed:
                    kept.close()
                    return
                if status is None:
                    self._given_up[kept.number] = kept
                else:
                    status.kept = kept
                    self._table[direction, kept.number] = status
            if status is not None:
                yield status

    def forget_settled(self, offers: Collection[str] | None = None) -> None:
        """Of these, in hex, or of all: their names go from the disk. Who offers one again offers something new."""
        for path in self._files():
            if path.suffix == _DONE and (offers is None or path.stem in offers):
                with contextlib.suppress(OSError):
                    path.unlink()

    def remove_abandoned(self, folder: Path) -> None:
        """Partial data in there that no journal speaks of any more, whichever process has it."""
        begun = [Kept.beginning(path) for path in self._files() if path.suffix == _SUFFIX[Direction.RECEIVING]]
        partial.remove_abandoned(folder, {each.private for each in begun if each is not None}, DAYS)

    def spools(self) -> set[str]:
        """Those that are still written, or will be gone on with, by whichever process."""
        with self._lock:
            statuses = list(self._table.values())
        begun = [status.kept.begun for status in statuses if status.kept is not None]
        begun += filter(None, (Kept.beginning(path) for path in self._files() if path.suffix in _SUFFIX.values()))
        return {each.spool for each in begun}

    def close(self) -> None:
        """The next run may have them."""
        with self._lock:
            self._closed = True
            statuses, given_up = list(self._table.values()), list(self._given_up.values())
        for status in statuses:
            status.recorder.close()
            if status.kept is not None:
                status.kept.close()
        for kept in given_up:
            kept.close()

    def _of(self, number: bytes) -> Status | None:
        with self._lock:
            return self._table.get((Direction.RECEIVING, number))

    def _files(self) -> Iterator[Path]:
        with contextlib.suppress(OSError):
            yield from sorted(self._folder.iterdir())

    def _path(self, number: bytes, suffix: str) -> Path:
        return self._folder / (number.hex() + suffix)

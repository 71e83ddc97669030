"""Where one transfer stands: its `Transfer` row, replaced as a whole at each change and told upwards."""

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.errors import (
    AppError,
    Cancelled,
    ComparisonEnded,
    Declined,
    DiskFull,
    DiskFullThere,
    Interrupted,
    NoAnswer,
    PartlyDelivered,
    PartlyReceived,
    PausedHere,
    PausedThere,
    PeerCancelled,
    PeerUnreachable,
    ProfileUnusable,
    RefusedThere,
    SessionOver,
    TransportError,
)
from desktop_app.events import Direction, FileFailure, SessionId, State, Transfer
from desktop_app.storage.selection import Selected
from desktop_app.transfer.journal_records import Held
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.progress import Meter
from desktop_app.transfer.recorder import Recorder

_ORDER: Final = list(State)
# Of several reasons why nothing moves the first is shown: what the person here can do something about.
_SHOWN_FIRST: Final = (Interrupted, PausedHere, DiskFull, DiskFullThere, PausedThere)
_BY_HAND: Final = (PausedHere, PausedThere)
_INTERRUPTIONS: Final = (TransportError, ComparisonEnded, SessionOver, RefusedThere, NoAnswer)  # of what is kept
_TOLD: Final = (RefusedThere, NoAnswer, PeerUnreachable)  # of those, what came of a try to go on


class Status:
    """The one place that changes a row. Once a state is final, nothing changes any more."""

    def __init__(
        self,
        transfer: Transfer,
        changed: Callable[[Transfer], None],
        ended: Callable[["Status", Transfer], None] = lambda *_: None,
        recorder: Recorder | None = None,
    ) -> None:
        """`changed` hears of every change; `ended` once, before anybody can see the end, and it may not take long."""
        self._lock = threading.Lock()
        self._changed, self._ended = changed, ended
        self._failures: list[FileFailure] = []
        self._were_there = 0
        self._reasons: dict[type[AppError], AppError] = {}  # why nothing moves
        self._transfer = replace(transfer, changed_at=time.time())
        self.begun_at = self._transfer.changed_at  # seconds since 1970, as the next two
        self.offered_at = self.begun_at if transfer.state is State.ASKING else None
        self.moving_at: float | None = None
        self.selected = Selected({})  # sending; what of it did not arrive, once it is over
        self.kept: Kept | None = None  # from its acceptance on
        self.given_up = False  # sending: all of it was sent, and whether it was delivered is heard in a moment
        self.without_programs = False  # receiving: nobody was asked about it, because none was offered
        self.recorder: Final = recorder or Recorder()
        self.meter = Meter(bytes_total=transfer.contents.total, files_total=transfer.contents.files)

    @property
    def transfer(self) -> Transfer:
        return self._transfer

    @property
    def over(self) -> bool:
        return self._transfer.state.final

    def keep(self, kept: Kept) -> bool:
        """False where it is over already: nobody would let go of that any more."""
        with self._lock:
            if self.over:
                return False
            self.kept = kept
            return True

    def began_before(self, kept: Kept) -> None:
        """In an earlier run, whose times hold as far as they can be right; and what was accepted then."""
        now, begun = time.time(), kept.begun
        self.moving_at = begun.at if 0.0 <= begun.at <= now else now
        self.begun_at = begun.offered_at if 0.0 < begun.offered_at <= self.moving_at else self.moving_at
        self.offered_at = self.begun_at
        self.without_programs = begun.unasked and not begun.with_programs

    def become(self, state: State, *, peer: str | None = None, session: SessionId | None = None) -> None:
        """Go on to `state`; a row never goes back, whichever thread comes late."""

        def change(now: Transfer) -> Transfer:
            if state is State.FINISHING:  # there is nothing left to be held up
                for kind in _BY_HAND:
                    self._reasons.pop(kind, None)
            return replace(
                self._with_reason(now),
                state=max(now.state, state, key=_ORDER.index),
                peer=now.peer if peer is None else peer,
                session=now.session if session is None else session,
            )

        self._replace(change)

    def prepared(self, transfer: Transfer) -> None:
        """What is to be sent is known now."""
        self.meter = Meter(bytes_total=transfer.contents.total, files_total=transfer.contents.files)
        self._replace(lambda _: transfer)

    def left_out(self, left_out: Sequence[FileFailure]) -> None:
        """Of what goes on; an earlier run knew it, and told nobody else."""
        if left_out:
            self._replace(lambda now: now if now.left_out else replace(now, left_out=tuple(left_out)))

    def accepted(
        self, folder: Path, session: SessionId, *, unasked: bool = False, without_programs: bool = False
    ) -> None:
        """It goes there, from now on. `unasked`: as its person said beforehand."""
        self.without_programs = without_programs

        def change(now: Transfer) -> Transfer:
            state = max(now.state, State.MOVING, key=_ORDER.index)
            return replace(self._with_reason(now), state=state, session=session, into=folder, unasked=unasked)

        self._replace(change)

    @property
    def paused_here(self) -> bool:
        """Whether the person here lets it wait."""
        return PausedHere in self._reasons

    def note_pause(self) -> None:
        """The next run is to know that, too."""
        if (kept := self.kept) is not None and kept.held != self.paused_here:
            kept.say(Held(self.paused_here))

    def pause(self, reason: AppError) -> None:
        """Nothing moves until every reason is gone. Where it stands, and how far it is, stays.

        By hand only while it moves: what is finishing, or has not begun, is not held up.
        """

        def change(now: Transfer) -> Transfer:
            if now.state is State.MOVING or not isinstance(reason, _BY_HAND):
                self._reasons[type(reason)] = reason
            return self._with_reason(now)

        self._replace(change)

    def go_on(self, kind: type[AppError]) -> None:
        """A reason of this kind is gone; there may be others."""

        def change(now: Transfer) -> Transfer:
            self._reasons.pop(kind, None)
            return self._with_reason(now)

        self._replace(change)

    def _with_reason(self, now: Transfer) -> Transfer:
        """`now` itself where the same is to be said as before."""
        reason = next((self._reasons[kind] for kind in _SHOWN_FIRST if kind in self._reasons), None)
        return now if str(reason) == str(now.paused) else replace(now, paused=reason)

    @property
    def were_there(self) -> int:
        """Files so far that were there already."""
        return self._were_there

    @property
    def waits(self) -> bool:
        """Whether it was interrupted, and no session has it."""
        return self.kept is not None and self.kept.session is None and not self.over

    def interrupted(self, reason: AppError | None = None) -> None:
        """No session has it any more, and it is kept: it goes on later, in the same row.

        `reason`: why it cannot go on just now, where it is not only that nobody is there.
        """
        if (kept := self.kept) is not None:
            if reason is not None:
                reason.without_trace().fields.setdefault("peer", kept.peer or "The other computer")

            def change(now: Transfer) -> Transfer:
                because = reason or kept.why_waiting(now.direction, kept.peer)
                held = self._reasons.get(PausedHere)
                self._reasons = {Interrupted: because} if held is None else {Interrupted: because, PausedHere: held}
                return replace(self._with_reason(now), state=State.MOVING, session=None, peer=kept.peer)

            self._replace(change)
            self.note_pause()  # which nobody may have come to say any more
            kept.session = None  # somebody else may go on with it now

    def given_back(self) -> None:
        """Who asked to go on with it does not after all; another session may have it by now."""
        if self.waits:
            self.interrupted()

    def survives(self, error: AppError) -> bool:
        """Whether that only interrupts it."""
        return self.kept is not None and self.kept.alive and isinstance(error, _INTERRUPTIONS)

    def begins_again(self, were_there: int = 0) -> None:
        """It is being looked through; what failed so far is told again."""
        with self._lock:
            self._failures.clear()
            self._were_there = were_there

    def begins_anew(self) -> None:
        """It was accepted once more, from the start: of what an earlier session has brought nothing counts."""
        self.begins_again()
        self.meter.begin_again(0, 0)
        self.recorder.begins_again()
        with contextlib.suppress(ProfileUnusable):  # there will be no receipt
            self.recorder.go_on_at(0)

    def failed_file(self, path: str, error: AppError) -> None:
        """One file did not make it; told with the end, not one by one."""
        with self._lock:
            if not self.over:
                self._failures.append(FileFailure(path, error.without_trace()))

    def was_there(self) -> None:
        """One file was there already, with the same content; told with the end."""
        with self._lock:
            self._were_there += 1

    def delivered(self, saved: tuple[Path, ...] = ()) -> None:
        """Everything that could arrive has: DELIVERED, or PARTLY where single files failed."""

        def end(now: Transfer) -> Transfer:
            now = self._summed_up(now, saved)
            if not now.failures:
                return replace(now, state=State.DELIVERED)
            kind = PartlyReceived if now.direction is Direction.RECEIVING else PartlyDelivered
            error = kind(failed=len(now.failures), files=now.contents.files)
            return replace(now, state=State.PARTLY, error=error)

        self._replace(end)

    def end(self, error: AppError, saved: tuple[Path, ...] = (), *, unless: State | None = None) -> None:
        """It is over and not delivered; or, where it is kept and was only interrupted, it waits. `unless`: it stays as
        it is in that state."""
        error.without_trace().fields.setdefault("peer", self._transfer.peer or "The other computer")
        if self.given_up and self.survives(error):
            error = Cancelled(peer=error.fields["peer"])
        if self.survives(error):
            self.interrupted(error if isinstance(error, _TOLD) else None)
            return
        if isinstance(error, Declined):
            state = State.DECLINED
        elif isinstance(error, Cancelled | PeerCancelled):
            state = State.CANCELLED
        else:
            state = State.FAILED

        def change(now: Transfer) -> Transfer:
            return now if now.state is unless else replace(self._summed_up(now, saved), state=state, error=error)

        self._replace(change)

    def _summed_up(self, now: Transfer, saved: tuple[Path, ...]) -> Transfer:
        return replace(now, saved=saved, failures=tuple(self._failures), were_there=self._were_there, paused=None)

    def _settled(self, over: Transfer) -> Transfer:
        """Keep of what was selected only what can be sent again."""
        sources = self.selected.sources
        if over.state.may_be_tried_again:
            return replace(over, again=bool(sources))
        failed = [each.path for each in over.failures] if over.state is State.PARTLY else []
        tops = {path.partition("/")[0] for path in failed}
        self.selected = Selected({name: path for name, path in sources.items() if name in tops}, failed)
        return over

    def _replace(self, change: Callable[[Transfer], Transfer]) -> None:
        """`change` is called with the lock held; a row that it leaves as it is, is not told.

        Two threads may tell at once: the newest row is told last.
        """
        with self._lock:
            if self.over:
                return
            changed = change(self._transfer)
            if changed is self._transfer:
                return
            changed = replace(changed, changed_at=time.time())
            if self.offered_at is None and changed.state is State.ASKING:
                self.offered_at = changed.changed_at
            if self.moving_at is None and changed.state is State.MOVING:
                self.moving_at = changed.changed_at
            if changed.state.final:
                changed = self._settled(changed)
                self._ended(self, changed)
            self._transfer = changed
        told: Transfer | None = None
        while told is not self._transfer:
            told = self._transfer
            self._changed(told)

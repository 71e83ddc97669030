"""Where one transfer stands: its `Transfer` row, replaced as a whole at each change and told upwards."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop_app.errors import AppError, Cancelled, Declined, PartlyDelivered, PeerCancelled
from desktop_app.events import FileFailure, SessionId, State, Transfer
from desktop_app.transfer.progress import Meter
from desktop_app.transfer.recorder import Recorder

_ORDER: Final = list(State)


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
        self._transfer = replace(transfer, changed_at=time.time())
        self.begun_at: Final = self._transfer.changed_at  # seconds since 1970, as the next one
        self.moving_at: float | None = None
        self.recorder: Final = recorder or Recorder()
        self.meter = Meter(bytes_total=transfer.contents.total, files_total=transfer.contents.files)

    @property
    def transfer(self) -> Transfer:
        return self._transfer

    @property
    def over(self) -> bool:
        return self._transfer.state.final

    def become(self, state: State, *, peer: str | None = None, session: SessionId | None = None) -> None:
        """Go on to `state`; a row never goes back, whichever thread comes late."""
        self._replace(
            lambda now: replace(
                now,
                state=max(now.state, state, key=_ORDER.index),
                peer=now.peer if peer is None else peer,
                session=now.session if session is None else session,
            )
        )

    def prepared(self, transfer: Transfer) -> None:
        """What is to be sent is known now."""
        self.meter = Meter(bytes_total=transfer.contents.total, files_total=transfer.contents.files)
        self._replace(lambda _: transfer)

    def goes_into(self, folder: Path) -> None:
        self._replace(lambda now: replace(now, into=folder))

    def pause(self, reason: AppError) -> None:
        """Nothing moves for now. Where it stands, and how far it is, stays."""
        if str(reason) != str(self._transfer.paused):
            self._replace(lambda now: replace(now, paused=reason))

    def go_on(self) -> None:
        if self._transfer.paused is not None:
            self._replace(lambda now: replace(now, paused=None))

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
            error = PartlyDelivered(failed=len(now.failures), files=now.contents.files)
            return replace(now, state=State.PARTLY, error=error)

        self._replace(end)

    def end(self, error: AppError, saved: tuple[Path, ...] = ()) -> None:
        """It is over and not delivered."""
        error.without_trace().fields.setdefault("peer", self._transfer.peer or "The other computer")
        if isinstance(error, Declined):
            state = State.DECLINED
        elif isinstance(error, Cancelled | PeerCancelled):
            state = State.CANCELLED
        else:
            state = State.FAILED
        self._replace(lambda now: replace(self._summed_up(now, saved), state=state, error=error))

    def _summed_up(self, now: Transfer, saved: tuple[Path, ...]) -> Transfer:
        return replace(now, saved=saved, failures=tuple(self._failures), were_there=self._were_there, paused=None)

    def _replace(self, change: Callable[[Transfer], Transfer]) -> None:
        """`change` is called with the lock held. Two threads may tell at once: the newest row is told last."""
        with self._lock:
            if self.over:
                return
            changed = replace(change(self._transfer), changed_at=time.time())
            if self.moving_at is None and changed.state is State.MOVING:
                self.moving_at = changed.changed_at
            if changed.state.final:
                self._ended(self, changed)
            self._transfer = changed
        told: Transfer | None = None
        while told is not self._transfer:
            told = self._transfer
            self._changed(told)

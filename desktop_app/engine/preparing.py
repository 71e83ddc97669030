"""What a person wants to send is read first, each selection on a thread of its own."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from desktop_app.engine.jobs import Errands
from desktop_app.errors import AppError, Cancelled, LocalProtocolError
from desktop_app.errors.crashes import log_crash
from desktop_app.events import Contents, FileFailure, State
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status

Read = Callable[[Callable[[], bool]], Selection]  # hears when to stop
_log: Final = logging.getLogger(__name__)


class Preparing:
    """Safe from any thread."""

    def __init__(self) -> None:
        self._errands = Errands()
        self._stopping = False

    def begin(self, read: Read, status: Status, then: Callable[[Selection], None]) -> None:
        """Read what there is; `then` hears of it on that thread, unless the transfer is over by then."""
        name = f"prepare-{status.transfer.id}"
        if not self._errands.run(name, lambda: self._prepare(read, status, then)):
            status.end(Cancelled())

    def stop(self) -> None:
        """Nothing more is read."""
        self._stopping = True

    def close(self, seconds: float) -> None:
        """After `stop`; may be called twice."""
        self._errands.close(seconds)

    def _prepare(self, read: Read, status: Status, then: Callable[[Selection], None]) -> None:
        try:
            selection = read(lambda: status.over or self._stopping)
            if status.over:
                return
            left_out = tuple(FileFailure(each.path, each.error.without_trace()) for each in selection.left_out)
            contents = Contents(
                tuple(selection.names), selection.files, selection.folders, selection.total, selection.programs
            )
            status.prepared(replace(status.transfer, state=State.CONNECTING, contents=contents, left_out=left_out))
            status.sources = selection.sources
            then(selection)
        except AppError as error:
            status.end(error)
        except Exception as crash:
            log_crash(_log, "preparing a transfer failed", crash)
            status.end(LocalProtocolError(detail="preparation"))

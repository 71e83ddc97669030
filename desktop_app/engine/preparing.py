"""What a person wants to send: a row for each, and what has to be read first, on a thread of its own."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from desktop_app.engine.calling import Calling
from desktop_app.engine.calls import Meant, To
from desktop_app.engine.devices import Devices
from desktop_app.engine.jobs import Errands
from desktop_app.engine.past import Past
from desktop_app.engine.transfers import Transfers
from desktop_app.errors import AppError, Cancelled, LocalProtocolError, TextUnusable
from desktop_app.errors.crashes import log_crash
from desktop_app.events import Contents, Direction, FileFailure, HistoryId, Kind, RecordId, State, Transfer, TransferId
from desktop_app.protocol.invitation import Invitation
from desktop_app.storage.scan import scan, scan_again
from desktop_app.storage.selection import Selection
from desktop_app.transfer.status import Status
from desktop_app.transfer.texts import contents_of

Read = Callable[[Callable[[], bool]], Selection]  # hears when to stop
_log: Final = logging.getLogger(__name__)


def left_out_of(selection: Selection) -> tuple[FileFailure, ...]:
    """As a row tells it."""
    return tuple(FileFailure(each.path, each.error.without_trace()) for each in selection.left_out)


class Preparing:
    """Safe from any thread. `to` and `expected` are as `Engine.send` has them."""

    def __init__(self, transfers: Transfers, past: Past, devices: Devices, calling: Calling) -> None:
        self._transfers, self._past, self._devices, self._calling = transfers, past, devices, calling
        self._errands = Errands()
        self._stopping = False

    def send(self, paths: Sequence[Path], to: To, expected: RecordId | None) -> TransferId:
        names = tuple(path.name for path in paths)
        return self._begin(partial(scan, paths), names, to, expected)

    def retry(self, of: TransferId | HistoryId, to: To, expected: RecordId | None) -> TransferId:
        """What did not arrive of that one; of an earlier run its names are known once it is read."""
        status = self._transfers.find(of) if isinstance(of, int) else None
        names = () if status is None else tuple(status.selected.sources)
        return self._begin(lambda stop: self._scan_again(of, stop), names, to, expected)

    def send_text(self, text: str, to: To, expected: RecordId | None) -> TransferId:
        contents = Contents((), files=0, folders=0, total=0, kind=Kind.TEXT, characters=len(text))
        status, meant = self._row(State.CONNECTING, contents, to, expected)
        try:
            status.prepared(replace(status.transfer, contents=contents_of(text)))
        except TextUnusable as error:
            status.end(error)
        else:
            self._calling.send(text, status, to, meant)
        return status.transfer.id

    def stop(self) -> None:
        """Nothing more is read."""
        self._stopping = True

    def close(self, seconds: float) -> None:
        """After `stop`; may be called twice."""
        self._errands.close(seconds)

    # --- inside ------------------------------------------------------------------------------------------

    def _begin(self, read: Read, names: tuple[str, ...], to: To, expected: RecordId | None) -> TransferId:
        status, meant = self._row(State.PREPARING, Contents(names, files=0, folders=0, total=0), to, expected)
        number = status.transfer.id
        if not self._errands.run(f"prepare-{number}", lambda: self._prepare(read, status, to, meant)):
            status.end(Cancelled())
        return number

    def _row(self, state: State, contents: Contents, to: To, expected: RecordId | None) -> tuple[Status, Meant]:
        """For what is to be sent; and whom the person means."""
        device, meant = self._devices.meant(to, expected)
        where = to.addresses[0] if isinstance(to, Invitation) else str(to)
        peer = where if device is None else device.name or (device.remembered.name if device.remembered else "")
        transfer = Transfer(self._transfers.next_id(), Direction.SENDING, peer, state, contents)
        return self._transfers.new(transfer), meant

    def _prepare(self, read: Read, status: Status, to: To, meant: Meant) -> None:
        try:
            selection = read(lambda: status.over or self._stopping)
            if status.over:
                return
            left_out = left_out_of(selection)
            counts = (selection.files, selection.folders, selection.total, selection.programs)
            contents = Contents(selection.names, *counts, items=selection.tops)
            status.prepared(replace(status.transfer, state=State.CONNECTING, contents=contents, left_out=left_out))
            status.selected = selection.selected
            self._calling.send(selection, status, to, meant)
        except AppError as error:
            status.end(error)
        except Exception as crash:
            log_crash(_log, "preparing a transfer failed", crash)
            status.end(LocalProtocolError(detail="preparation"))

    def _scan_again(self, of: TransferId | HistoryId, stop: Callable[[], bool]) -> Selection:
        """Raises SourcesForgotten, ProfileUnusable, and like `scan`."""
        status = self._transfers.find(of) if isinstance(of, int) else None
        return scan_again(self._past.failed(of) if status is None else status.selected, stop)

"""What can be done with a transfer that is over: open what came, save its receipt, see its details, forget it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop_app.engine import transfer_facts
from desktop_app.errors import AppError
from desktop_app.events import DeviceId, HistoryId, PastTransfer, RecordId, Transfer, TransferId
from desktop_app.gui import plain, transfer_text
from desktop_app.gui.bridge import door_to
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.clear_dialog import ClearDialog
from desktop_app.gui.desktop import Desktop
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.notices import Notices
from desktop_app.gui.past_details import PastDetails
from desktop_app.gui.sheet import put_up

_JSON: Final = "json"


AskDevice = Callable[[Callable[[], str], Callable[[DeviceId], object]], None]


class PastActions(QObject):
    """Signals: forgotten(HistoryId), as soon as the person said so; retried(HistoryId | TransferId, TransferId): what
    failed of that one is sent again by the other."""

    forgotten = Signal(object)
    retried = Signal(object, object)
    _saved = Signal(object, object)

    def __init__(
        self,
        engine: EngineFace,
        choosing: Choosing,
        desktop: Desktop,
        notices: Notices,
        ask_device: AskDevice,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._ask_device = ask_device
        self._engine, self._choosing, self._desktop = engine, choosing, desktop
        self._notices, self._window = notices, window
        self._details: PastDetails | None = None
        self._saved.connect(self._tell_saved)

    def open(self, transfer: Transfer) -> None:
        path = transfer.saved[0]
        self._desktop.open(path, self._gone(path), lambda: self._tell_helpless(str(path)))

    def show_in_folder(self, transfer: Transfer) -> None:
        path = transfer.saved[0]
        self._desktop.show(path, self._gone(path), lambda: self._tell_helpless(str(path.parent)))

    def browse(self, address: str) -> None:
        """A page, in the person's browser."""
        self._desktop.browse(address, lambda: self._tell_helpless(address))

    def show_details(self, entry: PastTransfer) -> None:
        if self._details is not None:
            self._details.close()
        details = PastDetails(entry, self._window)
        details.open_wanted.connect(lambda: self.open(entry.transfer))
        details.folder_wanted.connect(lambda: self.show_in_folder(entry.transfer))
        details.receipt_wanted.connect(lambda: self.save_receipt(entry.id, entry.transfer))
        details.retry_wanted.connect(lambda: self.retry(entry.id, entry.transfer, entry.remembered))
        details.forget_wanted.connect(lambda: self.ask_to_forget(entry.id, entry.transfer))
        details.finished.connect(self._details_closed)
        self._details = details
        put_up(details)

    def retry(self, of: TransferId | HistoryId, transfer: Transfer, remembered: RecordId | None = None) -> None:
        """What did not arrive goes to the same device again, where it is clear which one that is."""
        device = transfer_facts.whom(transfer, self._engine.session, self._engine.devices(), remembered)
        if device is not None:
            self._retry(of, device)
            return

        def what() -> str:
            title = transfer_text.title(transfer.contents)
            return title if transfer.again else self.tr("What failed of {what}").format(what=title)

        self._ask_device(what, lambda device: self._retry(of, device))

    def save_receipt(self, of: TransferId | HistoryId, transfer: Transfer) -> None:
        names = transfer.contents.names
        name = self.tr("Receipt of {name}").format(name=plain.for_file(names[0] if names else str(of)))
        kinds = ((self.tr("Text"), "txt"), (self.tr("JSON, for programs"), _JSON))
        self._choosing.save(
            self._details or self._window,
            self.tr("Save the receipt"),
            name,
            kinds,
            lambda path, replace: self._save(of, path, replace=replace),
        )

    def ask_to_forget(self, of: TransferId | HistoryId, transfer: Transfer) -> None:
        dialog = ClearDialog(lambda: transfer_text.title(transfer.contents), self._details or self._window)
        dialog.accepted.connect(lambda: self._forget(of))
        put_up(dialog)

    def ask_to_clear(self) -> None:
        dialog = ClearDialog(None, self._window)
        dialog.accepted.connect(lambda: self._engine.clear_history(None))
        put_up(dialog)

    def _retry(self, of: TransferId | HistoryId, device: DeviceId) -> None:
        self.retried.emit(of, self._engine.retry(of, device))

    def _forget(self, of: TransferId | HistoryId) -> None:
        self._engine.clear_history([of])
        if self._details is not None:
            self._details.close()
        if isinstance(of, str):  # the numbers of this run are others
            self.forgotten.emit(of)

    def _save(self, of: TransferId | HistoryId, path: Path, *, replace: bool) -> None:
        then = partial(door_to(self._saved), path)
        self._engine.save_receipt(of, path, then, as_json=path.suffix.lower() == f".{_JSON}", replace=replace)

    @Slot(object, object)
    def _tell_saved(self, path: Path, error: AppError | None) -> None:
        if error is not None:
            self._notices.warn(error)
        else:
            self._notices.say(
                lambda: self.tr("The receipt was saved as {name}.").format(name=plain.isolated(path.name)),
                lambda: plain.isolated(str(path.parent)),
            )

    def _gone(self, path: Path) -> Callable[[], None]:
        return lambda: self._notices.say(
            lambda: self.tr("{name} is no longer in {folder}.").format(
                name=plain.isolated(path.name), folder=plain.isolated(str(path.parent))
            )
        )

    def _tell_helpless(self, what: str) -> None:
        self._notices.say(
            lambda: self.tr("There is no program here that opens it."),
            lambda: plain.isolated(what),
        )

    def _details_closed(self) -> None:
        self._details = None

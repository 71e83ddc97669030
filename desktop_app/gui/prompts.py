"""What people are asked, one question at a time: codes, offers, and what went wrong with a code."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.engine import Answer
from desktop_app.errors import AppError
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    OfferReceived,
    SessionId,
    State,
    Transfer,
    TransferId,
    Verified,
)
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.failure_dialog import FailureDialog
from desktop_app.gui.notices import Notices
from desktop_app.gui.offer_dialog import OfferDialog


class Prompts(QObject):
    """A code is on the screen until its comparison is over; offers wait for codes and for each other."""

    def __init__(self, engine: EngineFace, choosing: Choosing, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._engine, self._choosing, self._notices, self._window = engine, choosing, notices, window
        self._code: CodeDialog | None = None
        self._failure: FailureDialog | None = None
        self._offer: OfferDialog | None = None
        self._waiting: dict[TransferId, OfferReceived] = {}

    def show_code(self, code: CodeReady) -> None:
        if self._code is not None:
            self._engine.answer_code(code.session, Answer.NOT_NOW)  # the code on the screen never changes
            return
        dialog = CodeDialog(code, self._engine.settings.name, self._window)
        dialog.answered.connect(self._answer_code)
        self._code = dialog
        self._open(dialog, self._code_closed)

    def show_verified(self, event: Verified) -> None:
        if self._code is not None and self._code.session == event.session:
            self._code.show_verified()

    def show_comparison_over(self, event: ComparisonOver) -> None:
        put_off = False
        if self._code is not None and self._code.session == event.session:
            put_off = self._code.put_off
            self._code.finish()
        if event.counted:
            self._show_failure(event.error)
        elif not put_off:
            self._notices.warn(event.error)

    def show_offer(self, offer: OfferReceived) -> None:
        """Also for an offer that is on the screen already: its facts for another folder."""
        if self._offer is not None and self._offer.transfer == offer.transfer.id:
            self._offer.show_offer(offer)
            return
        self._waiting[offer.transfer.id] = offer
        self._next_offer()

    def follow(self, transfer: Transfer) -> None:
        """Takes back a question that nobody can answer any more."""
        if transfer.state is State.ASKING:
            return
        self._waiting.pop(transfer.id, None)
        if self._offer is not None and self._offer.transfer == transfer.id:
            self._offer.finish()

    def _answer_code(self, session: SessionId, answer: Answer) -> None:
        self._engine.answer_code(session, answer)

    def _show_failure(self, error: AppError) -> None:
        if self._failure is not None:
            return
        dialog = FailureDialog(error, self._window)
        dialog.accepted.connect(self._engine.dismiss_failure)
        self._failure = dialog
        self._open(dialog, self._failure_closed)

    def _next_offer(self) -> None:
        if self._code is not None or self._failure is not None or self._offer is not None or not self._waiting:
            return
        offer = self._waiting.pop(next(iter(self._waiting)))
        dialog = OfferDialog(offer, self._window)
        dialog.answered.connect(self._answer_offer)
        dialog.folder_wanted.connect(lambda: self._choose_folder(dialog, offer.into))
        self._offer = dialog
        self._open(dialog, self._offer_closed)

    def _answer_offer(self, transfer: TransferId, accepted: bool, into: Path | None) -> None:
        if accepted:
            self._engine.accept(transfer, into)
        else:
            self._engine.decline(transfer)

    def _choose_folder(self, dialog: OfferDialog, start: Path) -> None:
        def chosen(folder: Path) -> None:
            dialog.look_into(folder)
            self._engine.consider(dialog.transfer, folder)

        self._choosing.folder(dialog, self.tr("Save in"), chosen, start)

    def _code_closed(self) -> None:
        self._code = None
        self._next_offer()

    def _failure_closed(self) -> None:
        self._failure = None
        self._next_offer()

    def _offer_closed(self) -> None:
        self._offer = None
        self._next_offer()

    def _open(self, dialog: QDialog, closed: Callable[[], None]) -> None:
        dialog.finished.connect(lambda _: closed())
        dialog.finished.connect(dialog.deleteLater)
        if self._window.isMinimized():
            self._window.showNormal()
        dialog.open()
        QApplication.alert(self._window)

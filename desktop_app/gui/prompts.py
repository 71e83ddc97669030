"""What people are asked, one question at a time: codes, offers, who is meant, and what went wrong with proofs."""

from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_app.engine import Answer
from desktop_app.errors import AppError
from desktop_app.events import (
    AlwaysAccept,
    CodeReady,
    ComparisonOver,
    Direction,
    OfferReceived,
    Recognised,
    RecordId,
    SessionEnded,
    SessionId,
    State,
    TextReceived,
    Transfer,
    TransferId,
    Unproven,
    Verified,
)
from desktop_app.gui import trust_text
from desktop_app.gui.choosing import Choosing
from desktop_app.gui.code_dialog import CodeDialog
from desktop_app.gui.engine_face import EngineFace
from desktop_app.gui.failure_dialog import FailureDialog
from desktop_app.gui.notices import Notices
from desktop_app.gui.offer_dialog import OfferDialog
from desktop_app.gui.recognised_dialog import RecognisedDialog
from desktop_app.gui.text_dialog import TextDialog
from desktop_app.gui.unproven_dialog import UnprovenDialog
from desktop_app.storage.existing import Existing

_Question = OfferReceived | TextReceived | Recognised | Unproven
_Dialog = OfferDialog | RecognisedDialog | UnprovenDialog


class Prompts(QObject):
    """A code is on the screen until its comparison is over; other questions wait for codes and for each other. A text
    waits for all of them, and none for a text that is being read: it is put over that. A code waits until every failed
    comparison was seen, and until the page of the one that succeeded before it has gone.

    Signals: remember_wanted(SessionId, RememberedDevice or None): instead of that one.
    """

    remember_wanted = Signal(object, object)

    def __init__(
        self,
        engine: EngineFace,
        choosing: Choosing,
        notices: Notices,
        window: QWidget,
        may_hold: Callable[[], bool] = lambda: False,
    ) -> None:
        """`may_hold`: whether a question can wait until somebody looks at the window, being put elsewhere."""
        super().__init__(window)
        self._may_hold = may_hold
        self._held: list[QDialog] = []
        self._engine, self._choosing, self._notices, self._window = engine, choosing, notices, window
        self._code: CodeDialog | None = None
        self._next_code: CodeReady | None = None  # until there is room for it; the time it has goes on
        self._failed: deque[AppError] = deque()  # to be shown before anything else
        self._told: SessionId | None = None  # whose comparison came to nothing, which a notice says
        self._failure: FailureDialog | None = None
        self._asking: _Dialog | None = None
        self._text: TextDialog | None = None
        self._waiting: dict[tuple[type[_Question], int], _Question] = {}

    # --- what there is to ask ---

    def show_code(self, code: CodeReady) -> None:
        comparing = self._code is not None and not self._code.succeeded
        if comparing or self._next_code is not None:
            self._engine.answer_code(code.session, Answer.NOT_NOW)  # the code on the screen never changes
            return
        self._take_back_what_was_told()
        self._next_code = code
        self._next()

    def _show_code(self, code: CodeReady) -> None:
        settings = self._engine.settings
        doubted = (each for each in self._engine.remembered() if code.doubted and each.name == code.doubted)
        dialog = CodeDialog(
            code,
            settings.name,
            settings.remember_days,
            self._window,
            careful=settings.careful,
            before=next(doubted, None),
        )
        dialog.answered.connect(self._answer_code)
        dialog.remember_wanted.connect(self.remember_wanted)
        self._code = dialog
        self._open(dialog, self._code_closed)

    def show_verified(self, event: Verified) -> None:
        self._take_back_what_was_told()
        if self._code is not None and self._code.session == event.session:
            self._code.show_verified()

    def show_comparison_over(self, event: ComparisonOver) -> None:
        put_off = False
        if event.counted:
            self._failed.append(event.error)
        self._drop_next_code(event.session)
        if self._code is not None and self._code.session == event.session:
            put_off = self._code.put_off
            self._code.finish()
        if event.counted:
            self._next()
        elif not put_off:
            self._take_back_what_was_told()
            self._notices.warn(event.error, about=event.session)
            self._told = event.session

    def _drop_next_code(self, session: SessionId) -> None:
        """Nobody compares that code any more."""
        if self._next_code is not None and self._next_code.session == session:
            self._next_code = None

    def _take_back_what_was_told(self) -> None:
        """Another comparison began, or somebody is verified: why an earlier one came to nothing is past."""
        if self._told is not None:
            self._notices.unsay(self._told)
            self._told = None

    def show_offer(self, offer: OfferReceived) -> None:
        """Also for an offer that is on the screen already: its facts for another folder."""
        if isinstance(self._asking, OfferDialog) and self._asking.transfer == offer.transfer.id:
            self._asking.show_offer(offer)
        else:
            self._ask(offer, offer.transfer.id)

    def show_text(self, event: TextReceived) -> None:
        self._ask(event, event.transfer.id)

    def show_unproven(self, event: Unproven) -> None:
        self._ask(event, event.session)

    def show_recognised(self, event: Recognised) -> None:
        self._ask(event, event.session)

    @property
    def holding(self) -> bool:
        return bool(self._held)

    def put_held(self) -> None:
        """The window is in sight now."""
        while self._held:
            self._held.pop(0).open()

    # --- what settles itself ---

    def follow(self, transfer: Transfer) -> None:
        """Takes back a question that nobody can answer any more: for what was interrupted and is asked about again
        each change is one, for that moves already."""
        if transfer.state is not State.ASKING:
            self._waiting.pop((OfferReceived, transfer.id), None)
            if self._waiting.pop((TextReceived, transfer.id), None) is not None:
                self._count_texts()
            if isinstance(self._asking, OfferDialog) and self._asking.transfer == transfer.id:
                self._asking.finish()
            if self._text is not None and self._text.transfer == transfer.id and self._text in self._held:
                self._text.finish()
        asking = self._asking
        if isinstance(asking, RecognisedDialog) and transfer.state.final and not self._waits_for(asking.session):
            asking.finish()
            self._engine.end_session(asking.session)

    def session_ended(self, event: SessionEnded) -> None:
        self._waiting.pop((Recognised, event.session), None)
        if isinstance(self._asking, RecognisedDialog) and self._asking.session == event.session:
            self._asking.finish()
        self._drop_next_code(event.session)
        if self._code is not None and self._code.session == event.session:
            self._code.finish()

    # --- one at a time ---

    def _ask(self, question: _Question, number: int) -> None:
        self._waiting[type(question), number] = question
        self._next()
        self._count_texts()

    def _next(self) -> None:
        """A failure at once, else a code, else the question that has waited longest, else a text."""
        if self._failure is None and self._failed:
            self._show_failure(self._failed.popleft())
        if self._failure is None and self._code is None and self._next_code is not None:
            code, self._next_code = self._next_code, None
            self._show_code(code)
        while self._code is None and self._failure is None and self._asking is None and self._waiting:
            key = min(self._waiting, key=lambda each: each[0] is TextReceived)
            if self._text is not None and key[0] is TextReceived:
                break
            question = self._waiting.pop(key)
            match question:
                case OfferReceived():
                    self._show_asking(self._offer_dialog(question))
                case Recognised(session):
                    waits = self._waits_for(session)
                    if waits:
                        self._show_asking(self._recognised_dialog(question, waits))
                    else:
                        self._engine.end_session(session)
                case Unproven():
                    self._show_asking(self._unproven_dialog(question))
                case TextReceived():
                    self._text = self._text_dialog(question)
                    self._count_texts()
                    self._open(self._text, self._text_closed)

    def _count_texts(self) -> None:
        """Whoever reads one sees how many wait for that."""
        if self._text is not None:
            self._text.show_waiting(sum(kind is TextReceived for kind, _ in self._waiting))

    def _text_dialog(self, event: TextReceived) -> TextDialog:
        dialog = TextDialog(event, self._known(event.transfer.session), self._window)
        dialog.seen.connect(self._engine.take_text)
        return dialog

    def _known(self, session: SessionId | None) -> Callable[[], str]:
        return lambda: trust_text.verified(None if session is None else self._engine.session(session))

    def _offer_dialog(self, offer: OfferReceived) -> OfferDialog:
        session, usual = offer.transfer.session, self._engine.settings.existing
        asked_of = self._asked_of(session)
        dialog = OfferDialog(offer, self._known(session), usual, self._window, proved=asked_of is not None)
        if asked_of is not None:
            dialog.always_wanted.connect(
                lambda folder, most: self._engine.always_accept(asked_of, AlwaysAccept(folder, most))
            )
        dialog.answered.connect(self._answer_offer)
        dialog.folder_wanted.connect(lambda: self._choose_folder(dialog, offer.into))
        return dialog

    def _asked_of(self, session: SessionId | None) -> RecordId | None:
        """The remembered device that proved itself in that session, where it is not always accepted yet."""
        facts = None if session is None else self._engine.session(session)
        known = (each for each in self._engine.remembered() if facts is not None and each.id == facts.proved)
        return next((each.id for each in known if each.always is None), None)

    def _waits_for(self, session: SessionId) -> list[Transfer]:
        return held_back(self._engine.transfers(), session)

    def _recognised_dialog(self, event: Recognised, held_back: list[Transfer]) -> RecognisedDialog:
        dialog = RecognisedDialog(event, held_back, self._window)
        dialog.answered.connect(self._answer_recognised)
        self._notices.unsay(event.session)
        return dialog

    def _unproven_dialog(self, event: Unproven) -> UnprovenDialog:
        dialog = UnprovenDialog(event, self._window)
        dialog.answered.connect(self._answer_unproven)
        return dialog

    def _show_failure(self, error: AppError) -> None:
        dialog = FailureDialog(error, self._window)
        dialog.accepted.connect(self._failure_seen)
        self._failure = dialog
        self._open(dialog, self._failure_closed)

    def _show_asking(self, dialog: _Dialog) -> None:
        self._asking = dialog
        self._open(dialog, self._asking_closed)

    # --- the answers ---

    def _answer_code(self, session: SessionId, answer: Answer) -> None:
        self._engine.answer_code(session, answer)

    def _answer_offer(self, transfer: TransferId, accepted: bool, into: Path | None, existing: Existing | None) -> None:
        if accepted:
            self._engine.accept(transfer, into, existing)
        else:
            self._engine.decline(transfer)

    def _answer_recognised(self, session: SessionId, meant: bool) -> None:
        if meant:
            self._engine.go_on(session)
        else:
            self._engine.end_session(session)

    def _answer_unproven(self, session: SessionId, anew: bool) -> None:
        if anew:
            self._engine.compare_anew(session)
        else:
            self._engine.give_up(session)

    def _choose_folder(self, dialog: OfferDialog, start: Path) -> None:
        def chosen(folder: Path) -> None:
            dialog.look_into(folder)
            self._engine.consider(dialog.transfer, folder)

        self._choosing.folder(dialog, self.tr("Save in"), chosen, start)

    def _failure_seen(self) -> None:
        """Others may come in once the last of them was."""
        if not self._failed:
            self._engine.dismiss_failure()

    # --- opening and closing ---

    def _code_closed(self) -> None:
        self._code = None
        self._uncovered()

    def _failure_closed(self) -> None:
        self._failure = None
        self._uncovered()

    def _asking_closed(self) -> None:
        self._asking = None
        self._uncovered()

    def _text_closed(self) -> None:
        self._text = None
        self._next()

    def _uncovered(self) -> None:
        """The keys that answered what was over the text are not meant for it."""
        if self._text is not None:
            self._text.lock()
        self._next()

    def _open(self, dialog: QDialog, closed: Callable[[], None]) -> None:
        dialog.finished.connect(lambda _: closed())
        dialog.finished.connect(dialog.deleteLater)
        if self._may_hold():
            self._held.append(dialog)
            dialog.finished.connect(lambda: self._held.remove(dialog) if dialog in self._held else None)
            return
        if self._window.isMinimized():
            self._window.showNormal()
        elif not self._window.isVisible():
            self._window.show()
        dialog.open()
        QApplication.alert(self._window)


def held_back(transfers: Iterable[Transfer], session: SessionId) -> list[Transfer]:
    """What is only sent once the person has said who is meant."""
    waiting = (each for each in transfers if each.session == session and not each.state.final)
    return [each for each in waiting if each.direction is Direction.SENDING]

"""What is over: every transfer that ended goes into the history, a delivered one with all that its receipt needs.

One thread does it, in order, so that neither a session nor a face ever waits for this disk.
"""

import contextlib
import logging
from array import array
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future, wait
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from desktop_app.engine import past_rows
from desktop_app.engine.jobs import Errands, Jobs
from desktop_app.engine.past_rows import Ended
from desktop_app.errors import AppError, Cancelled, ProfileUnusable, phrase
from desktop_app.events import (
    Event,
    HistoryChanged,
    HistoryId,
    HistoryPage,
    Kind,
    PastTransfer,
    SessionFacts,
    SessionId,
    State,
    Transfer,
    TransferId,
    Trouble,
)
from desktop_app.storage import document, spool
from desktop_app.storage.history import History, Row
from desktop_app.storage.history_errors import ReceiptUnavailable, SourcesForgotten
from desktop_app.storage.profile import Profile
from desktop_app.storage.selection import Selected
from desktop_app.transfer import receipt_json, receipt_text
from desktop_app.transfer.keeping import Keeping
from desktop_app.transfer.receipt import Facts, Receipt
from desktop_app.transfer.recorder import Recorder
from desktop_app.transfer.status import Status

_RECEIPT: Final = msgspec.json.Decoder(Facts)
_log: Final = logging.getLogger(__name__)
_WAITING_MAX: Final = 1000  # a peer that offers faster than the disk takes notes is not noted any more
_NUMBERS_KEPT: Final = 2000  # of transfers of this run
_DIGITS: Final = 19  # fewer than of the largest number that a row may have
_PATIENCE: Final = 0.2  # seconds between looks whether an answer is still wanted
_LOOK: Final = 1.0  # seconds between looks whether another process changed the history

T = TypeVar("T")
Saved = Callable[[AppError | None], None]  # hears that a receipt is there, or why not
Gone = Callable[[Collection[TransferId] | None], None]  # hears what of this run was forgotten; None: all that is over


class Past:
    """Safe from any thread; `facts` is what is known of a session, `gone` is called on the history's thread."""

    def __init__(
        self,
        profile: Profile,
        emit: Callable[[Event], None],
        facts: Callable[[SessionId], SessionFacts | None],
        gone: Gone = lambda _: None,
        keeping: Keeping | None = None,
    ) -> None:
        self._keeping = keeping or Keeping(profile.transfers)
        self._history = History(profile, lambda error: emit(Trouble(error)))
        self._spools = profile.receipts
        self._emit, self._facts, self._gone = emit, facts, gone
        self._jobs = Jobs(
            "history", lambda error: emit(Trouble(error)), look=self._look, every=_LOOK, last=self._history.close
        )
        self._numbers: dict[TransferId, int] = {}  # of this run, in the history
        self._unreadable: set[int] = set()  # as far as somebody looked
        self._tidy = False
        self._savers = Errands()
        self._closing = False

    def start(self) -> None:
        self._jobs.start()

    def close(self, seconds: float) -> None:
        """Give up receipts that are being saved, do what is queued, then stop; may be called twice."""
        self._closing = True
        self._savers.close(seconds)
        self._jobs.close(seconds)

    # --- transfers of this run ---------------------------------------------------------------------------

    def recorder(self, spool: str = "") -> Recorder:
        """For the receipt of a new transfer, or of one of an earlier run."""
        return Recorder(self._spools, spool)

    def keep(self, status: Status, transfer: Transfer) -> None:
        """It is over, and ended like that."""
        if status.moving_at is None and status.kept is None and self._jobs.waiting > _WAITING_MAX:
            status.recorder.discard()
            return
        ended = Ended.of(status, transfer)
        self._jobs.do(lambda: self._keep_and_let_go(ended, status, transfer))

    def _keep_and_let_go(self, ended: Ended, status: Status, transfer: Transfer) -> None:
        facts = self._facts(transfer.session) if transfer.session is not None else None
        kept = status.kept
        if kept is not None and kept.facts is not None and (facts is None or facts.id != kept.accepted_in):
            facts = kept.facts  # of the session in which it was accepted: the same on both sides
        try:
            if kept is not None and kept.accepted_in is None and self._history.holds(kept.begun.spool):
                status.recorder.close()  # an earlier run was killed just after it had noted this
            else:
                self._keep(ended, status.recorder, facts)
        finally:
            self._keeping.over(status, transfer)

    def _keep(self, ended: Ended, recorder: Recorder, facts: SessionFacts | None) -> None:
        transfer = ended.transfer
        row = past_rows.row_of(ended, facts)
        if facts is not None and transfer.state in {State.DELIVERED, State.PARTLY}:
            row = self._with_receipt(row, ended, facts, recorder)
        recorder.discard()
        try:
            self._numbers[transfer.id] = self._history.add(row, ended.words)
        except ProfileUnusable:
            spool.remove(self._spools, [row.spool])
            raise
        if len(self._numbers) > _NUMBERS_KEPT:
            del self._numbers[next(iter(self._numbers))]
        self._emit(HistoryChanged())
        if not self._tidy:
            self._tidy = True
            self._history.tidy(self._keeping.spools())

    def _with_receipt(self, row: Row, ended: Ended, facts: SessionFacts, recorder: Recorder) -> Row:
        """Where the disk did not take what it needs, that is told, and there is none."""
        try:
            recorded = recorder.finish()
        except ProfileUnusable as error:
            self._emit(Trouble(error))
            return row
        if recorded is None:
            return row
        receipt = msgspec.json.encode(past_rows.receipt_facts(ended, facts, recorded)).decode()
        return msgspec.structs.replace(row, receipt=receipt, spool=recorded.spool)

    # --- what a person wants -----------------------------------------------------------------------------

    def page(self, then: Callable[[HistoryPage], None], query: str, before: HistoryId | None, limit: int) -> None:
        """`then` hears what was found, on the history's thread; nothing where the disk says no, which is told."""

        def look() -> None:
            found: list[PastTransfer] = []
            try:
                found = self._find(query, None if before is None else _number(before), limit + 1)
            finally:
                then(HistoryPage(tuple(found[:limit]), more=len(found) > limit))

        self._jobs.do(look)

    def index(self, then: Callable[["array[int] | None"], None], query: str, without: Collection[TransferId]) -> None:
        """`then` hears on the history's thread which there are, the newest first; None where the disk says no, which
        is told."""

        def look() -> None:
            numbers: array[int] | None = None
            try:
                numbers = self._history.numbers(query)
                passed_over = self._unreadable | {self._numbers.get(each, 0) for each in without}
                if passed_over:
                    numbers = array("q", (each for each in numbers if each not in passed_over))
            finally:
                then(numbers)

        self._jobs.do(look)

    def entries(self, then: Callable[[tuple[PastTransfer, ...] | None], None], numbers: Collection[int]) -> None:
        """`then` hears on the history's thread what these are, as far as they are there and can be read; None where the
        disk says no, which is told."""

        def look() -> None:
            found: tuple[PastTransfer, ...] | None = None
            try:
                found = tuple(self._read(self._history.rows(numbers)))
            finally:
                then(found)

        self._jobs.do(look)

    def clear(self, entries: Collection[HistoryId | TransferId] | None) -> None:
        """Forget these, or all where it is None; HistoryChanged follows."""

        def forget() -> None:
            if entries is None:
                self._history.clear()
                self._keeping.forget_settled()
                self._forgotten(None)
            else:
                numbers = {self._number_of(entry) for entry in entries}
                offers = {past_rows.offer_of(row) for row in self._history.rows(numbers)}
                self._history.remove(numbers)
                self._keeping.forget_settled(offers)
                self._forgotten({each for each in entries if isinstance(each, int)} | self._of_this_run(numbers))

        self._jobs.do(forget)

    def save_receipt(
        self, of: TransferId | HistoryId, path: Path, then: Saved, *, as_json: bool, replace: bool
    ) -> None:
        """On a thread of its own, for a million entries take a while. `then` hears there why not, or None."""

        def save() -> None:
            try:
                receipt = self._receipt(of)
                pieces = receipt_json.as_json(receipt) if as_json else receipt_text.as_text(receipt)
                document.write(path, self._while_open(pieces), replace=replace)
            except AppError as error:
                then(error)
            else:
                then(None)

        self._savers.run("receipt", save)

    def failed(self, of: TransferId | HistoryId) -> Selected:
        """What of it did not arrive; waits for the history's thread. Raises SourcesForgotten, ProfileUnusable."""
        row = self._ask(lambda: self._history.find(self._number_of(of)))
        try:
            found = Selected({}) if row is None else past_rows.failed(row)
        except ValueError:
            found = Selected({})
        if not found.sources:
            raise SourcesForgotten
        return found

    # --- the thread of a receipt -------------------------------------------------------------------------

    def _receipt(self, of: TransferId | HistoryId) -> Receipt:
        row = self._ask(lambda: self._history.find(self._number_of(of)))
        if row is None:
            raise ReceiptUnavailable(reason=phrase("it is not in the history"))
        if not row.spool:
            is_text = past_rows.kind_of(row) is Kind.TEXT  # even a digest would betray a short one
            raise ReceiptUnavailable(
                reason=phrase("nothing of a text is kept") if is_text else phrase("there was nothing to vouch for")
            )
        try:
            facts = _RECEIPT.decode(row.receipt)
        except (ValueError, RecursionError) as error:
            raise ReceiptUnavailable(reason=phrase("what was kept for it is damaged")) from error
        return Receipt.read(facts, self._spools / row.spool)

    def _ask(self, do: Callable[[], T]) -> T:
        """What `do` finds on the history's thread. Raises Cancelled where all is being closed."""
        answer: Future[T] = Future()

        def job() -> None:
            try:
                answer.set_result(do())
            except AppError as error:
                answer.set_exception(error)

        self._jobs.do(job)
        while not answer.done():
            if self._closing:
                raise Cancelled
            wait([answer], _PATIENCE)
        return answer.result()

    def _while_open(self, pieces: Iterator[bytes]) -> Iterator[bytes]:
        for piece in pieces:
            if self._closing:
                raise Cancelled
            yield piece

    # --- the history's thread ----------------------------------------------------------------------------

    def _forgotten(self, transfers: Collection[TransferId] | None) -> None:
        if transfers is None:
            self._numbers.clear()
        else:
            self._numbers = {each: number for each, number in self._numbers.items() if each not in transfers}
        self._gone(transfers)
        self._emit(HistoryChanged())

    def _of_this_run(self, numbers: Collection[int]) -> set[TransferId]:
        return {each for each, number in self._numbers.items() if number in numbers}

    def _look(self) -> None:
        """Another process may have added to it, or cleared it. What the disk says against a look is told elsewhere."""
        with contextlib.suppress(ProfileUnusable):
            if self._history.changed_elsewhere():
                self._forgotten(self._of_this_run(self._history.lacking(self._numbers.values())))

    def _number_of(self, transfer: TransferId | HistoryId) -> int:
        return _number(transfer) if isinstance(transfer, str) else self._numbers.get(transfer, 0)

    def _find(self, query: str, before: int | None, wanted: int) -> list[PastTransfer]:
        """Rows that this version cannot read are passed over."""
        found: list[PastTransfer] = []
        while len(found) < wanted:
            rows = self._history.page(query, before, wanted)
            found += self._read(rows)
            if len(rows) < wanted:
                break
            before = rows[-1].number
        return found[:wanted]

    def _read(self, rows: Sequence[Row]) -> Iterator[PastTransfer]:
        of_this_run = {number: transfer for transfer, number in self._numbers.items()}
        for row in rows:
            try:
                yield past_rows.past_transfer(row, of_this_run.get(row.number))
            except ValueError:
                self._unreadable.add(row.number)
                _log.warning("a row of the history cannot be read")


def _number(entry: HistoryId) -> int:
    """0, which no row has, for what is no number of one."""
    return int(entry) if entry.isascii() and entry.isdecimal() and len(entry) < _DIGITS else 0

"""`history` and `receipt`: transfers that are over, of whichever run of the window or the command line."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Final, TypeVar

from desktop_app.cli.commands import History, Receipt
from desktop_app.cli.conversation import is_sure
from desktop_app.cli.errors import HistoryKept, NoSuchPast, NothingToRetry
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox, InputReader
from desktop_app.cli.questions import Clearing
from desktop_app.engine.past import Past
from desktop_app.errors import AppError, ProfileUnusable
from desktop_app.events import Direction, Event, HistoryId, HistoryPage, PastTransfer, State, Trouble
from desktop_app.storage.history_errors import SourcesForgotten
from desktop_app.storage.profile import Profile

_LOOK: Final = 0.1  # seconds between two looks whether it was stopped
_CLOSE_SECONDS: Final = 60.0  # another process may keep the disk busy

T = TypeVar("T")


def history(profile: Profile, face: Face, inbox: Inbox, reader: InputReader | None, command: History) -> ExitCode:
    """Raises HistoryKept, ProfileUnusable, Stopped."""
    if command.clear:
        if not command.unasked and not is_sure(face, inbox, reader, Clearing()):
            raise HistoryKept
        with _opened(profile, face) as past:
            past.clear(None)
        face.history_cleared()
        return ExitCode.DONE
    pages: SimpleQueue[HistoryPage] = SimpleQueue()
    with _opened(profile, face) as past:
        past.page(pages.put, command.query, None, command.limit)
        page = _next(inbox, pages)
    for entry in reversed(page.transfers):  # the newest last, next to where a person types on
        face.past(entry)
    if not page.transfers:
        face.no_history(command.query)
    return ExitCode.DONE


def receipt(profile: Profile, face: Face, inbox: Inbox, command: Receipt) -> ExitCode:
    """JSON where the name of the file says so. Raises ReceiptUnavailable, StorageError, Stopped."""
    path = command.path.absolute()
    answers: SimpleQueue[AppError | None] = SimpleQueue()
    with _opened(profile, face) as past:
        as_json = path.suffix.lower() == ".json"
        past.save_receipt(HistoryId(command.of), path, answers.put, as_json=as_json, replace=False)
        error = _next(inbox, answers)
    if error is not None:
        raise error
    face.receipt_saved(path)
    return ExitCode.DONE


def check_retry(profile: Profile, face: Face, inbox: Inbox, number: str) -> None:
    """Before anything connects, or a row is made that nothing can come of. Raises NoSuchPast, NothingToRetry,
    SourcesForgotten, ProfileUnusable, Stopped."""
    answers: SimpleQueue[tuple[PastTransfer, ...] | None] = SimpleQueue()
    with _opened(profile, face) as past:
        past.entries(answers.put, [int(number)])
        found = _next(inbox, answers)
    if not found:
        raise NoSuchPast(transfer=number)
    (entry,) = found
    if not entry.can_retry:
        raise SourcesForgotten if _failed(entry) else NothingToRetry(transfer=number)


def _failed(entry: PastTransfer) -> bool:
    """Whether files that were sent did not arrive. A text is kept nowhere, and what could not be read was not sent."""
    what, state = entry.transfer.contents, entry.transfer.state
    sent = entry.transfer.direction is Direction.SENDING and what.files + what.folders > 0
    return sent and (entry.failed > 0 if state is State.PARTLY else state.may_be_tried_again)


@contextmanager
def _opened(profile: Profile, face: Face) -> Iterator[Past]:
    """What went wrong with the disk is raised once all is done; anything milder is told."""
    troubles: list[AppError] = []

    def heard(event: Event) -> None:
        if isinstance(event, Trouble):
            troubles.append(event.error)

    past = Past(profile, heard, lambda _session: None)
    past.start()
    try:
        yield past
    finally:
        past.close(_CLOSE_SECONDS)
    for error in troubles:
        if isinstance(error, ProfileUnusable):
            raise error
        face.error(error)


def _next(inbox: Inbox, answers: SimpleQueue[T]) -> T:
    """What the history's own thread says. Raises Stopped."""
    while True:
        try:
            return answers.get(timeout=_LOOK)
        except Empty:
            inbox.get(0.0)

"""A transfer that is over, as a row of the history and back.

Long lists are cut, with their numbers kept: a peer decides how many names and failures there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Self

import msgspec

from desktop_app.errors import AppError, Size
from desktop_app.events import (
    Contents,
    Direction,
    FileFailure,
    HistoryId,
    Item,
    Kind,
    Method,
    PastTransfer,
    RecordId,
    SessionFacts,
    State,
    Transfer,
    TransferId,
)
from desktop_app.protocol.manifest import EntryKind
from desktop_app.protocol.top_names import TopName, TopNames
from desktop_app.storage.history import TEXT_MAX, Row
from desktop_app.storage.history_errors import EndedOtherwise
from desktop_app.storage.selection import Selected
from desktop_app.transfer.receipt import Common, Facts, LeftOut, Local, Moment
from desktop_app.transfer.recorder import Recorded
from desktop_app.transfer.status import Status

NAMES_KEPT: Final = 20
FAILURES_KEPT: Final = 20
_SOURCES_KEPT: Final = 100
_FIELD_MAX: Final = 4096  # characters of an error's sentence, and of one field of it
_KINDS: Final[dict[str, type[AppError]]] = {}  # by their codes; noted where one is looked for


@dataclass(frozen=True, slots=True)
class Ended:
    """A transfer that is over, with its long lists cut and their numbers beside them."""

    transfer: Transfer
    words: str  # what a search finds it by
    top_level: int
    failed: int
    left_out: int
    begun_at: float  # seconds since 1970, as the next two
    offered_at: float | None
    moving_at: float | None
    selected: Selected  # what did not arrive, as far as all of it is kept
    offer: str = ""  # its number, in hex, where a journal speaks of it

    @classmethod
    def of(cls, status: Status, whole: Transfer) -> Self:
        names = whole.contents.names
        cut = replace(
            whole,
            contents=replace(whole.contents, names=names[:NAMES_KEPT], items=whole.contents.items[:NAMES_KEPT]),
            saved=whole.saved[:NAMES_KEPT],
            failures=whole.failures[:FAILURES_KEPT],
            left_out=whole.left_out[:FAILURES_KEPT],
        )
        words = text("\n".join((whole.peer, *names[:TEXT_MAX]))[:TEXT_MAX])
        failed, left_out = len(whole.failures), len(whole.left_out)
        times = status.begun_at, status.offered_at, status.moving_at
        offer = "" if status.kept is None else status.kept.number.hex()
        return cls(cut, words, len(names), failed, left_out, *times, _worth_keeping(status.selected), offer)


def _worth_keeping(selected: Selected) -> Selected:
    """All of it or nothing: not what is much, and no path that cannot be stored as it is."""
    paths = (*selected.sources, *selected.sources.values(), *selected.only)
    few = len(selected.only) <= FAILURES_KEPT and len(selected.sources) <= _SOURCES_KEPT
    return selected if few and all(text(path) == path for path in paths) else Selected({})


class _Amount(msgspec.Struct, frozen=True):
    bytes: int


class _Problem(msgspec.Struct, frozen=True):
    code: str
    sentence: str
    fields: dict[str, str | int | _Amount]


class _Failure(msgspec.Struct, frozen=True):
    path: str
    problem: _Problem


class _Details(msgspec.Struct, frozen=True):
    names: list[str]  # where it is not known what they are; else it is all in `items`
    top_level: int
    programs: int
    saved: list[str]
    failures: list[_Failure]
    failed: int
    left_out: list[_Failure]
    all_left_out: int
    problem: _Problem | None
    were_there: int = 0
    sources: dict[str, str] = {}  # where that of which something failed is on this computer
    only: list[str] = []  # paths in those, if not all
    kind: Kind = Kind.FILES
    characters: int = 0
    unasked: bool = False
    items: list[TopName] = []
    offer: str = ""


_DETAILS: Final = msgspec.json.Decoder(_Details)


def row_of(ended: Ended, facts: SessionFacts | None) -> Row:
    """Without number and receipt."""
    transfer, error = ended.transfer, ended.transfer.error
    items = [_top_name(each) for each in transfer.contents.items]
    details = _Details(
        names=[] if items else [text(name) for name in transfer.contents.names],
        top_level=ended.top_level,
        programs=transfer.contents.programs,
        saved=[text(str(path)) for path in transfer.saved],
        failures=_failures(transfer.failures),
        failed=ended.failed,
        left_out=_failures(transfer.left_out),
        all_left_out=ended.left_out,
        problem=None if error is None else _problem(error),
        were_there=transfer.were_there,
        sources=dict(ended.selected.sources),
        only=list(ended.selected.only),
        kind=transfer.contents.kind,
        characters=transfer.contents.characters,
        unasked=transfer.unasked,
        items=items,
        offer=ended.offer,
    )
    return Row(
        number=0,
        direction=transfer.direction.value,
        peer=text(transfer.peer),
        remembered=(facts.remembered if facts is not None else None) or "",
        method=facts.method.value if facts is not None else "",
        state=transfer.state.value,
        files=transfer.contents.files,
        folders=transfer.contents.folders,
        total=transfer.contents.total,
        error_code="" if error is None else error.code,
        sentence="" if error is None else _sentence(error),
        folder="" if transfer.into is None else text(str(transfer.into)),
        started_at=ended.begun_at,
        ended_at=transfer.changed_at,
        details=msgspec.json.encode(details).decode(),
        receipt="",
        spool="",
    )


def receipt_facts(ended: Ended, facts: SessionFacts, recorded: Recorded) -> Facts:
    """What the receipt of a delivered transfer says beside its entries."""
    transfer = ended.transfer
    sends = transfer.direction is Direction.SENDING
    names = (facts.own_name, facts.calls_itself)
    sender, receiver = names if sends else names[::-1]
    common = Common(
        offer=recorded.offer.hex(),
        sender=sender,
        receiver=receiver,
        verification=facts.method.value,
        agreement=facts.agreement,
        cipher=facts.cipher,
        files=transfer.contents.files,
        folders=transfer.contents.folders,
        total=transfer.contents.total,
        manifest=recorded.digest.hex(),
    )
    local = Local(
        saved_by="sender" if sends else "receiver",
        peer=text(transfer.peer),
        address=facts.address,
        compared_at=facts.compared_at,
        connected_at=facts.connected_at,
        verified_at=facts.verified_at,
        offered_at=ended.offered_at or ended.begun_at,
        started_at=ended.moving_at or ended.begun_at,
        ended_at=transfer.changed_at,
        renewals=facts.renewals,
        left_out=ended.left_out,
        unasked=None if sends else transfer.unasked,
        first_left_out=tuple(LeftOut(text(each.path), text(str(each.error))) for each in transfer.left_out),
    )
    return Facts(common, local, recorded.lost)


def kind_of(row: Row) -> Kind | None:
    try:
        return _details(row).kind
    except ValueError:
        return None


def offer_of(row: Row) -> str:
    """By which a journal may know it; empty for none."""
    try:
        return _details(row).offer
    except ValueError:
        return ""


def past_transfer(row: Row, of_this_run: TransferId | None) -> PastTransfer:
    """Raises ValueError for a row that `row_of` did not make."""
    details = _details(row)
    tops = TopNames(details.items)
    contents = Contents(
        names=tops.names or tuple(details.names),
        files=row.files,
        folders=row.folders,
        total=row.total,
        programs=details.programs,
        kind=details.kind,
        characters=details.characters,
        items=tops or (),
    )
    transfer = Transfer(
        id=of_this_run or TransferId(0),
        direction=Direction(row.direction),
        peer=row.peer,
        state=State(row.state),
        contents=contents,
        into=Path(row.folder) if row.folder else None,
        unasked=details.unasked,
        saved=tuple(map(Path, details.saved)),
        left_out=tuple(FileFailure(each.path, _error(each.problem)) for each in details.left_out),
        failures=tuple(FileFailure(each.path, _error(each.problem)) for each in details.failures),
        again=bool(details.sources) and State(row.state).may_be_tried_again,
        were_there=details.were_there,
        error=None if details.problem is None else _error(details.problem),
        changed_at=msgspec.convert(row.ended_at, Moment),
    )
    return PastTransfer(
        id=HistoryId(str(row.number)),
        transfer=transfer,
        method=Method(row.method) if row.method else None,
        remembered=RecordId(row.remembered) if row.remembered else None,
        started_at=msgspec.convert(row.started_at, Moment),
        top_level=details.top_level,
        failed=details.failed,
        left_out=details.all_left_out,
        has_receipt=bool(row.spool),
        can_retry=bool(details.sources),
    )


def failed(row: Row) -> Selected:
    """What of it did not arrive. Raises ValueError for a row that `row_of` did not make."""
    details = _details(row)
    partly = State(row.state) is State.PARTLY
    return Selected(details.sources, [each.path for each in details.failures] if partly else details.only)


def _details(row: Row) -> _Details:
    """Raises ValueError."""
    try:
        return _DETAILS.decode(row.details)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def text(raw: str) -> str:
    """What can be stored: a name on this disk may hold bytes that are no text."""
    return raw.encode(errors="replace").decode()


def _top_name(item: Item) -> TopName:
    kind = EntryKind.FOLDER if item.is_folder else EntryKind.FILE
    return TopName(text(item.name), kind, item.files, item.size)


def _failures(all_failures: Sequence[FileFailure]) -> list[_Failure]:
    return [_Failure(text(each.path), _problem(each.error)) for each in all_failures]


def _problem(error: AppError) -> _Problem:
    return _Problem(error.code, _sentence(error), {name: _field(value) for name, value in error.fields.items()})


def _sentence(error: AppError) -> str:
    return text(str(error))[:_FIELD_MAX]


def _field(value: object) -> str | int | _Amount:
    if isinstance(value, Size):
        return _Amount(int(value))
    return value if isinstance(value, int) else text(str(value))[:_FIELD_MAX]


def _error(problem: _Problem) -> AppError:
    """The same error again, to be told in any language; in its old words where this version does not know it."""
    kind = _kind(problem.code)
    if kind is None:
        return EndedOtherwise(words=problem.sentence, noted=problem.code)
    return kind(**{
        name: Size(value.bytes) if isinstance(value, _Amount) else value for name, value in problem.fields.items()
    })  # fmt: skip


def _kind(code: str) -> type[AppError] | None:
    if code not in _KINDS:
        _note_kinds(AppError)
    return _KINDS.get(code)


def _note_kinds(root: type[AppError]) -> None:
    """The first of a code in the tree is the one that has it."""
    _KINDS.setdefault(root.code, root)
    for below in root.__subclasses__():
        _note_kinds(below)

"""A transfer in words: what it is and how it stands."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.engine.transfer_facts import goes_on
from desktop_app.errors import NoAnswerHere, PausedHere, PausedThere, TextNotTaken
from desktop_app.events import Contents, Direction, FileFailure, Kind, Limit, Progress, State, Transfer
from desktop_app.gui import error_text, phrasing, plain, sizes
from desktop_app.gui.icons import Tone


def title(contents: Contents, top_level: int = 0) -> str:
    """holiday 2026 — 214 files, 3.2 GB. `top_level`: how many names there are, where not all of them are known."""
    if contents.kind is Kind.TEXT:
        return text_of(contents.characters)
    count = max(len(contents.names), top_level)
    if not count:
        return QCoreApplication.translate("transfer", "Reading what was chosen…")
    first = plain.isolated(contents.names[0])
    names = first if count == 1 else phrasing.and_more(first, count - 1)
    if not contents.files and not contents.folders:
        return names  # it is not read yet
    if count == 1 and contents.files <= 1 and not contents.folders:
        return QCoreApplication.translate("transfer", "{name} — {size}").format(
            name=first, size=sizes.amount(contents.total)
        )
    return QCoreApplication.translate("transfer", "{names} — {what}").format(names=names, what=sizes.contents(contents))


def text_of(characters: int) -> str:
    """Text, 214 characters."""
    return QCoreApplication.translate("transfer", "Text, {count} characters", "", characters).format(
        count=QLocale().toString(characters)
    )


def with_whom(transfer: Transfer) -> str:
    """To Kitchen PC, or from there."""
    if transfer.direction is Direction.SENDING:
        text = QCoreApplication.translate("transfer", "To {peer}")
    else:
        text = QCoreApplication.translate("transfer", "From {peer}")
    return text.format(peer=plain.isolated(transfer.peer))


def asks(transfer: Transfer) -> str:
    """Who wants what of the person here."""
    if transfer.contents.kind is Kind.TEXT:
        text = QCoreApplication.translate("transfer", "{peer} sent you a text")
    else:
        text = QCoreApplication.translate("transfer", "{peer} wants to send you files")
    return text.format(peer=plain.isolated(transfer.peer))


def picture(transfer: Transfer) -> tuple[str, Tone]:
    """The icon that goes with it."""
    if transfer.state is State.DELIVERED:
        return "verified", "accent"
    if transfer.waits or goes_on(transfer):
        return "waiting", "muted"
    if isinstance(transfer.paused, PausedHere | PausedThere):
        return "pause", "muted"
    if transfer.state in {State.FAILED, State.PARTLY} or transfer.paused is not None:
        return "warning", "danger"
    if transfer.state in {State.CANCELLED, State.DECLINED}:
        return "cross", "muted"
    return ("send" if transfer.direction is Direction.SENDING else "receive"), "text"


def were_there(files: int) -> str:
    """The receiver had them already."""
    return QCoreApplication.translate("transfer", "{count} were there already", "", files).format(
        count=QLocale().toString(files)
    )


def reason(failure: FileFailure) -> str:
    """The file and why; most sentences name the file themselves."""
    sentence = error_text.sentence(failure.error)
    if "path" in failure.error.fields or "name" in failure.error.fields:
        return sentence
    return f"{plain.isolated(failure.path)} — {sentence}"


def status(transfer: Transfer, progress: Progress | None = None) -> str:
    """One line on how it stands; with the numbers while bytes move."""
    if transfer.waits and transfer.paused is not None:
        return error_text.whole(transfer.paused)
    if goes_on(transfer):
        text = QCoreApplication.translate("transfer", "Continuing with {peer}…")
        return text.format(peer=plain.isolated(transfer.peer))
    if isinstance(transfer.paused, PausedHere | PausedThere):
        return _by_hand(transfer, progress)
    if transfer.paused is not None:
        return QCoreApplication.translate("transfer", "Paused: {why}").format(why=error_text.whole(transfer.paused))
    how = (_sending if transfer.direction is Direction.SENDING else _receiving)(transfer, progress)
    if transfer.were_there:
        how = f"{how} · {were_there(transfer.were_there)}"
    return f"{how} · {unasked()}" if transfer.unasked else how


def retry(transfer: Transfer) -> str:
    """What the button or the entry says that sends what did not arrive once more."""
    if transfer.again:
        return QCoreApplication.translate("transfer", "Send again")
    return QCoreApplication.translate("transfer", "Retry failed")


def unasked() -> str:
    """The person said so beforehand."""
    return QCoreApplication.translate("transfer", "accepted without asking")


def bottleneck(transfer: Transfer, progress: Progress) -> str:
    """What would have to be faster; empty where that is not known."""
    match progress.limited_by:
        case Limit.THIS_DISK:
            text = QCoreApplication.translate("transfer", "Limited by the disk of this computer")
        case Limit.THEIR_DISK:
            text = QCoreApplication.translate("transfer", "Limited by the disk of {peer}")
        case Limit.NETWORK:
            text = QCoreApplication.translate("transfer", "Limited by the network")
        case Limit.THIS_COMPUTER:
            text = QCoreApplication.translate("transfer", "Limited by this computer")
        case Limit.THEIR_COMPUTER:
            text = QCoreApplication.translate("transfer", "Limited by {peer}")
        case None:
            return ""
    return text.format(peer=plain.isolated(transfer.peer))


def _by_hand(transfer: Transfer, progress: Progress | None) -> str:
    if isinstance(transfer.paused, PausedHere):
        who = QCoreApplication.translate("transfer", "Paused by you")
    else:
        who = QCoreApplication.translate("transfer", "Paused by {peer}").format(peer=plain.isolated(transfer.peer))
    return who if progress is None else f"{who} · {sizes.percent(progress)}"


def _sending(transfer: Transfer, progress: Progress | None) -> str:
    peer, is_text = plain.isolated(transfer.peer), transfer.contents.kind is Kind.TEXT
    match transfer.state:
        case State.PREPARING:
            text = QCoreApplication.translate("transfer", "To {peer} · Reading what was chosen…")
        case State.CONNECTING:
            text = QCoreApplication.translate("transfer", "Connecting to {peer}…")
        case State.COMPARING:
            text = QCoreApplication.translate("transfer", "Compare the code with {peer}")
        case State.ASKING if is_text:
            text = QCoreApplication.translate("transfer", "Waiting to be shown on {peer}…")
        case State.ASKING:
            text = QCoreApplication.translate("transfer", "Waiting for {peer} to accept…")
        case State.MOVING:
            return _moving(transfer, progress)
        case State.FINISHING:
            text = QCoreApplication.translate("transfer", "All sent. {peer} is checking and saving…")
        case State.DELIVERED if is_text:
            text = QCoreApplication.translate("transfer", "Delivered {time} — shown on {peer}")
        case State.DELIVERED:
            text = QCoreApplication.translate("transfer", "Delivered {time} — checked and saved on {peer}")
        case State.DECLINED:
            text = QCoreApplication.translate("transfer", "{peer} declined.")
        case _:
            return _ended(transfer)
    if transfer.error is not None and transfer.state.final:
        return _ended(transfer)
    return text.format(peer=peer, time=sizes.clock(transfer.changed_at))


def _receiving(transfer: Transfer, progress: Progress | None) -> str:
    peer, is_text = plain.isolated(transfer.peer), transfer.contents.kind is Kind.TEXT
    folder = plain.isolated(transfer.into.name or str(transfer.into)) if transfer.into is not None else ""
    match transfer.state:
        case State.MOVING:
            return _moving(transfer, progress)
        case State.FINISHING:
            text = QCoreApplication.translate("transfer", "From {peer} · Checking and saving…")
        case State.DELIVERED if is_text:
            text = QCoreApplication.translate("transfer", "Received {time} from {peer} — kept on no disk")
        case State.DELIVERED if folder:
            text = QCoreApplication.translate("transfer", "Received {time} from {peer} — checked and saved in {folder}")
        case State.DELIVERED:
            text = QCoreApplication.translate("transfer", "Received {time} from {peer} — checked and saved")
        case State.DECLINED if isinstance(transfer.error, NoAnswerHere | TextNotTaken):
            return error_text.sentence(transfer.error)
        case State.DECLINED:
            text = QCoreApplication.translate("transfer", "You declined this from {peer}.")
        case State.PARTLY | State.CANCELLED | State.FAILED:
            return _ended(transfer)
        case _ if is_text:
            text = QCoreApplication.translate("transfer", "From {peer} · Waiting to be shown")
        case _:
            text = QCoreApplication.translate("transfer", "{peer} waits for your answer")
    return text.format(peer=peer, folder=folder, time=sizes.clock(transfer.changed_at))


def _moving(transfer: Transfer, progress: Progress | None) -> str:
    return with_whom(transfer) if progress is None else f"{with_whom(transfer)} · {sizes.progress_line(progress)}"


def _ended(transfer: Transfer) -> str:
    if transfer.error is not None:
        return error_text.whole(transfer.error)
    if transfer.state is State.CANCELLED:
        return QCoreApplication.translate("transfer", "The transfer was cancelled.")
    if transfer.state is State.PARTLY:
        return QCoreApplication.translate("transfer", "Some files were not delivered.")
    return QCoreApplication.translate("transfer", "The transfer failed.")

"""A transfer in words: what it is and how it stands."""

from PySide6.QtCore import QCoreApplication

from desktop_app.events import Contents, Direction, Progress, State, Transfer
from desktop_app.gui import error_text, plain, sizes


def title(contents: Contents) -> str:
    """holiday 2026 — 214 files, 3.2 GB."""
    count = len(contents.names)
    if not count:
        return QCoreApplication.translate("transfer", "Reading what was chosen…")
    first = plain.isolated(contents.names[0])
    if count == 1 and contents.files <= 1 and not contents.folders:
        return QCoreApplication.translate("transfer", "{name} — {size}").format(
            name=first, size=sizes.amount(contents.total)
        )
    if count == 1:
        names = first
    else:
        names = QCoreApplication.translate("transfer", "{name} and {count} more", None, count - 1).format(
            name=first, count=count - 1
        )
    return QCoreApplication.translate("transfer", "{names} — {what}").format(names=names, what=sizes.contents(contents))


def status(transfer: Transfer, progress: Progress | None = None) -> str:
    """One line on how it stands; with the numbers while bytes move."""
    if transfer.paused is not None:
        return QCoreApplication.translate("transfer", "Paused: {why}").format(why=error_text.whole(transfer.paused))
    if transfer.direction is Direction.SENDING:
        return _sending(transfer, progress)
    return _receiving(transfer, progress)


def _sending(transfer: Transfer, progress: Progress | None) -> str:
    peer = plain.isolated(transfer.peer)
    match transfer.state:
        case State.PREPARING:
            text = QCoreApplication.translate("transfer", "To {peer} · Reading what was chosen…")
        case State.CONNECTING:
            text = QCoreApplication.translate("transfer", "Connecting to {peer}…")
        case State.COMPARING:
            text = QCoreApplication.translate("transfer", "Compare the code with {peer}")
        case State.ASKING:
            text = QCoreApplication.translate("transfer", "Waiting for {peer} to accept…")
        case State.MOVING:
            return _moving(QCoreApplication.translate("transfer", "To {peer}").format(peer=peer), progress)
        case State.FINISHING:
            text = QCoreApplication.translate("transfer", "All sent. {peer} is checking and saving…")
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
    peer = plain.isolated(transfer.peer)
    folder = plain.isolated(transfer.into.name or str(transfer.into)) if transfer.into is not None else ""
    match transfer.state:
        case State.MOVING:
            return _moving(QCoreApplication.translate("transfer", "From {peer}").format(peer=peer), progress)
        case State.FINISHING:
            text = QCoreApplication.translate("transfer", "From {peer} · Checking and saving…")
        case State.DELIVERED if folder:
            text = QCoreApplication.translate("transfer", "Received {time} from {peer} — checked and saved in {folder}")
        case State.DELIVERED:
            text = QCoreApplication.translate("transfer", "Received {time} from {peer} — checked and saved")
        case State.DECLINED:
            text = QCoreApplication.translate("transfer", "You declined this from {peer}.")
        case State.PARTLY | State.CANCELLED | State.FAILED:
            return _ended(transfer)
        case _:
            text = QCoreApplication.translate("transfer", "{peer} waits for your answer")
    return text.format(peer=peer, folder=folder, time=sizes.clock(transfer.changed_at))


def _moving(where: str, progress: Progress | None) -> str:
    return where if progress is None else f"{where} · {sizes.progress_line(progress)}"


def _ended(transfer: Transfer) -> str:
    if transfer.error is not None:
        return error_text.whole(transfer.error)
    if transfer.state is State.CANCELLED:
        return QCoreApplication.translate("transfer", "The transfer was cancelled.")
    if transfer.state is State.PARTLY:
        return QCoreApplication.translate("transfer", "Some files were not delivered.")
    return QCoreApplication.translate("transfer", "The transfer failed.")

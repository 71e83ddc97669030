"""A transfer that is over, of whichever run, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from desktop_app.events import Method, PastTransfer, State
from desktop_app.gui import error_text, sizes, transfer_text


def title(entry: PastTransfer) -> str:
    """holiday 2026 — 214 files, 3.2 GB."""
    return transfer_text.title(entry.transfer.contents, entry.top_level)


def line(entry: PastTransfer) -> str:
    """When, to whom or from whom, and how it ended."""
    transfer = entry.transfer
    if transfer.state is State.DELIVERED:
        return transfer_text.status(transfer)
    how = transfer_text.status(transfer) if transfer.error is None else error_text.sentence(transfer.error)
    return f"{transfer_text.with_whom(transfer)} · {sizes.clock(transfer.changed_at)} · {how}"


def whole(entry: PastTransfer) -> str:
    """For who only hears it."""
    return f"{title(entry)}. {line(entry)}"


def refused() -> str:
    """In place of one that the disk did not let be looked up."""
    return QCoreApplication.translate("past", "This transfer could not be looked up.")


def look_again() -> str:
    """What can be done about that."""
    return QCoreApplication.translate("past", "Double-click or press Enter to look again.")


def verified(entry: PastTransfer) -> str:
    """By what the session of it was authenticated."""
    match entry.method:
        case Method.CODE if entry.remembered is not None:
            return QCoreApplication.translate("past", "Code compared; remembered since then")
        case Method.CODE:
            return QCoreApplication.translate("past", "Code compared")
        case Method.RECORD:
            return QCoreApplication.translate("past", "Remembered; it proved itself")
        case Method.INVITATION:
            return QCoreApplication.translate("past", "By invitation")
        case Method.CONTINUATION:
            return QCoreApplication.translate("past", "Verified before; continued after an interruption")
        case None:
            return QCoreApplication.translate("past", "There was no verified session")


def times(entry: PastTransfer) -> str:
    """12 Oct, 14:02 · 3 min; the end alone where it was short."""
    ended = sizes.clock(entry.transfer.changed_at)
    seconds = entry.transfer.changed_at - entry.started_at
    if seconds < 60:
        return ended
    return QCoreApplication.translate("past", "{time}, after {age}").format(time=ended, age=sizes.age(seconds))


def not_all(shown: int, number: int) -> str:
    """Of long lists only the first are kept."""
    if number <= shown:
        return ""
    return QCoreApplication.translate("past", "The first {shown} of {count}.").format(
        shown=QLocale().toString(shown), count=QLocale().toString(number)
    )

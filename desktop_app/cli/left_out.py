"""What was selected and never sent, though its person may count on it."""

from desktop_app.errors import PathUnreadable
from desktop_app.events import FileFailure, Transfer
from desktop_app.storage import scan


def missed(transfer: Transfer) -> int:
    """How many were left out for want of a permission or for their name, say; links and special files never count."""
    return sum(not _by_design(each) for each in transfer.left_out)


def _by_design(failure: FileFailure) -> bool:
    return isinstance(failure.error, PathUnreadable) and failure.error.fields.get("reason") in scan.BY_DESIGN

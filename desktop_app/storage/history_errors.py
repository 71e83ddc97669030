"""Errors of what is kept of earlier transfers: leaves of the tree in `desktop_app.errors`."""

from desktop_app.errors import StorageError, TransferEnded


class HistoryReset(StorageError):
    """The history was unusable and is set aside; a new one begins."""

    code = "history-reset"
    sentence = "The history of earlier transfers could not be used ({reason}); a new one was begun."
    advice = "The old file was kept as “{kept}”. Received files are not touched by this."


class ReceiptUnavailable(StorageError):
    code = "receipt-unavailable"
    sentence = "There is no receipt of this transfer ({reason})."
    advice = "Only what was delivered has one, as long as it is in the history."


class SourcesForgotten(StorageError):
    code = "sources-forgotten"
    sentence = "It is not known any more where these files are on this computer."
    advice = "Choose them again to send them."


class EndedOtherwise(TransferEnded):
    """How an earlier transfer ended, in the words of a version of Tallystick that knew more."""

    code = "ended-otherwise"
    sentence = "Another version of Tallystick noted: “{words}”."

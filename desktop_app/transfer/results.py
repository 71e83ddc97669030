"""How single files came out: an error on one side, a number on the wire, an error on the other side."""

from desktop_app.errors import (
    AppError,
    ContentMismatch,
    NameRefusedThere,
    NoSpaceThere,
    NotEnoughSpace,
    NotKeptThere,
    PathMissing,
    PathUnreadable,
    SourceChanged,
    StorageError,
    UnsafeName,
    phrase,
)
from desktop_app.protocol.manifest import FileResult


def of_sender(error: StorageError) -> FileResult:
    """What to tell the receiver of a file that is left out."""
    match error:
        case PathMissing():
            return FileResult.VANISHED
        case SourceChanged():
            return FileResult.CHANGED
        case _:
            return FileResult.UNREADABLE


def from_receiver(result: FileResult, path: str) -> AppError:
    """What the receiver's word for a failed file means here."""
    match result:
        case FileResult.NO_SPACE:
            return NoSpaceThere()
        case FileResult.MISMATCH:
            return ContentMismatch(path=path)
        case FileResult.UNSAFE_NAME:
            return NameRefusedThere()
        case _:
            return NotKeptThere(path=path)


def of_receiver(error: AppError) -> FileResult:
    """What to tell the sender of a file that cannot be kept."""
    match error:
        case NotEnoughSpace():
            return FileResult.NO_SPACE
        case ContentMismatch():
            return FileResult.MISMATCH
        case UnsafeName():
            return FileResult.UNSAFE_NAME
        case _:
            return FileResult.WRITE_FAILED


def from_sender(result: FileResult, path: str) -> AppError:
    """What the sender's word for a file that it left out means here."""
    match result:
        case FileResult.VANISHED:
            return PathMissing(path=path)
        case FileResult.CHANGED:
            return SourceChanged(path=path)
        case _:
            return PathUnreadable(path=path, reason=phrase("on the sending computer"))

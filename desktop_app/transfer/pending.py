"""An entry that was announced, until it is settled."""

from blake3 import blake3

from desktop_app.errors import AppError, UnexpectedMessage
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import ExistingFile
from desktop_app.storage.names import ReceivedPath
from desktop_app.storage.partial import PartialFile
from desktop_app.transfer.resuming import BegunBefore


class Pending:
    """One entry of an incoming transfer."""

    __slots__ = ("_hasher", "before", "begun", "entry", "error", "file", "index", "left", "marked", "path", "same")

    def __init__(self, index: int, entry: Entry, path: ReceivedPath) -> None:
        self.index, self.entry, self.path = index, entry, path
        self.left = entry.size
        self.marked = 0  # bytes
        self._hasher: blake3 | None = None  # 2 KiB: only once bytes come
        self.file: PartialFile | None = None
        self.begun = False  # room was taken for it, or given back
        self.error: AppError | None = None
        self.before: BegunBefore | None = None  # its first bytes are here since an earlier session
        self.same: ExistingFile | None = None  # what is here already, and makes its bytes needless

    def take_up(self, before: BegunBefore) -> None:
        """Its first bytes are here since an earlier session. Raises UnexpectedMessage where they cannot be its."""
        if self.entry.kind is not EntryKind.FILE or self.entry.size < before.size:
            raise UnexpectedMessage(detail="another entry than RESUME spoke of")
        self.before, self._hasher, self.marked = before, before.hasher, before.size
        self.left -= before.size

    def hash(self, data: memoryview) -> None:
        """These bytes of it came."""
        if self._hasher is None:
            self._hasher = blake3()
        self._hasher.update(data)

    def has(self, digest: bytes) -> bool:
        """Whether that is the digest of all that came."""
        return (self._hasher or blake3()).digest() == digest

    def file_in(self, destination: Destination) -> PartialFile:
        """Where its bytes go, made at need. Raises NotEnoughSpace or WriteFailed."""
        if self.file is None:
            if self.before is None:
                self.file = destination.create(self.path, self.entry)
            else:
                self.file = destination.take_up(self.before.partial, self.path, self.entry, self.before.size)
            self.begun = True
        return self.file

    def drop(self, destination: Destination) -> None:
        """It does not come, or not as it should: its room is free again."""
        if self.file is not None:
            self.file.discard()
            self.file = None
        elif not self.begun:
            destination.spare(self.entry.size)
            self.begun = True

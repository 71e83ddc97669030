"""What a transfer consists of: entries, their bounds, and the digest over all of them.

Nothing here judges whether a name is safe to write: that is `storage.names`. This holds
what the wire promises: types and sizes.
"""

from dataclasses import dataclass
from enum import IntEnum
from struct import Struct
from typing import Annotated

import msgspec
from blake3 import blake3

from desktop_app.protocol import limits


class EntryKind(IntEnum):
    FILE = 0
    FOLDER = 1


class Entry(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One file or folder. `path` is relative, its components joined by "/"; `mtime` in ns since 1970."""

    path: str
    kind: EntryKind
    size: Annotated[int, msgspec.Meta(ge=0, le=limits.FILE_SIZE_MAX)]
    mtime: Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
    executable: bool

    @property
    def top_name(self) -> str:
        """The first component, which has to be among the offer's names."""
        return self.path.partition("/")[0]


class FileResult(IntEnum):
    """How one entry came out; 0 is the only good one."""

    OK = 0
    CHANGED = 1  # at the source, while it was read
    VANISHED = 2
    UNREADABLE = 3
    UNSAFE_NAME = 4
    WRITE_FAILED = 5
    MISMATCH = 6
    NO_SPACE = 7


class FileEnd(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """The sender's last word on an entry: its BLAKE3 digest (32 bytes), or why it is left out."""

    result: FileResult
    digest: bytes


_LENGTH = 8
_FIXED = Struct(">BQqBB")
_AFTER_PATH = _FIXED.size + limits.DIGEST


class ManifestDigest:
    """BLAKE3 over every entry with its result and digest, in the order of the stream.

    Canonical form of one entry: 8-byte length of the path, the path in UTF-8, then kind (1),
    size (8), mtime (8, signed), executable (1), result (1), all big-endian, then the file's
    digest (32 zero bytes for a folder or where the result is not OK).
    """

    def __init__(self) -> None:
        self._hash = blake3()

    def add(self, entry: Entry, result: FileResult, digest: bytes) -> bytes:
        """`result` is the sender's: both sides hash the same words. Returns what was hashed, the canonical form."""
        path = entry.path.encode()
        good = result is FileResult.OK and entry.kind is EntryKind.FILE
        canonical = (
            len(path).to_bytes(_LENGTH, "big")
            + path
            + _FIXED.pack(entry.kind, entry.size, entry.mtime, entry.executable, result)
            + (digest if good else bytes(limits.DIGEST))
        )
        self._hash.update(canonical)
        return canonical

    def finish(self) -> bytes:
        return self._hash.digest()


@dataclass(frozen=True, slots=True)
class Ended:
    """An entry with the sender's last word on it; `digest` is empty where there is none."""

    entry: Entry
    result: FileResult
    digest: bytes


def read_canonical(data: bytes, at: int) -> tuple[Ended, int] | None:
    """The entry whose canonical form begins at `at`, and where the next one does; None where not all of it is there.

    Raises ValueError for what no `ManifestDigest` has made.
    """
    begins = at + _LENGTH
    length = int.from_bytes(data[at:begins], "big")
    if len(data) < begins:
        return None
    if length > limits.PATH_MAX:
        raise ValueError("a path that is too long")
    ends = begins + length + _AFTER_PATH
    if len(data) < ends:
        return None
    kind, size, mtime, executable, result = _FIXED.unpack_from(data, begins + length)
    entry = Entry(data[begins : begins + length].decode(), EntryKind(kind), size, mtime, bool(executable))
    good = result == FileResult.OK and kind == EntryKind.FILE
    return Ended(entry, FileResult(result), data[ends - limits.DIGEST : ends] if good else b""), ends

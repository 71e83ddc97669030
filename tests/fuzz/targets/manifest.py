"""The canonical form of entries, as journals and receipts keep them, and sums that stay inside an offer."""

from collections.abc import Iterator
from typing import Final

from desktop_app.errors import LimitExceeded, UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind, FileResult, ManifestDigest, read_canonical
from desktop_app.protocol.top_names import EntrySums, TopNames
from tests.support.top_names import a_file, a_folder

SIZE_MAX: Final = 512
_DIGEST: Final = bytes(range(limits.DIGEST))


def seeds() -> Iterator[bytes]:
    digest = ManifestDigest()
    whole = b""
    for entry, result in (
        (Entry("photos", EntryKind.FOLDER, 0, -1, executable=False), FileResult.OK),
        (Entry("photos/größe.jpg", EntryKind.FILE, 2**40, 2**62, executable=True), FileResult.OK),
        (Entry("photos/lost", EntryKind.FILE, 7, -(2**62), executable=False), FileResult.VANISHED),
    ):
        whole += digest.add(entry, result, _DIGEST)
        yield b"\0" + whole
        yield b"\7" + whole[:-1]


def run(data: bytes) -> None:
    """The first byte says how many files there were in the offer."""
    files, kept = data[0] if data else 0, data[1:]
    sums = EntrySums(folders=1, names=TopNames([a_folder("photos", files, 2**41 if files else 0), a_file("", 5)]))
    at, again, taken = 0, b"", 0
    while True:
        try:
            found = read_canonical(kept, at)
        except ValueError:
            break
        if found is None:
            break
        ended, following = found
        assert following > at
        made = ManifestDigest().add(ended.entry, ended.result, ended.digest)
        assert ManifestDigest().add(*_parts(made)) == made, "its own form is read as something else"
        assert len(made) == following - at
        again, at = again + made, following
        try:
            sums.add(ended.entry)
            taken += ended.entry.kind is EntryKind.FILE
        except (UnexpectedMessage, LimitExceeded):
            continue
        assert taken <= files + 1
    assert at <= len(kept)


def _parts(made: bytes) -> tuple[Entry, FileResult, bytes]:
    found = read_canonical(made, 0)
    assert found is not None
    ended, end = found
    assert end == len(made)
    return ended.entry, ended.result, ended.digest

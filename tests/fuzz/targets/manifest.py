"""The canonical form of entries, as journals and receipts keep them, and entries that bear out an offer or do not."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from desktop_app.errors import LimitExceeded, UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Entry, EntryKind, FileResult, ManifestDigest, read_canonical
from desktop_app.protocol.top_names import EntrySums, TopName, TopNames
from tests.support.top_names import a_file, a_folder, of_entries

SIZE_MAX: Final = 512
_SIZE_MAX: Final = limits.FILE_SIZE_MAX // 8
_ONE_MORE_FOLDER: Final = 8
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
        for how in range(_ONE_MORE_FOLDER + 1):
            yield bytes((how,)) + whole
        yield b"\0" + whole[:-1]


def run(data: bytes) -> None:
    """The first byte says how the offer was, which the entries that follow have to bear out."""
    how, kept = data[0] if data else 0, data[1:]
    at, again, entries = 0, b"", list[Entry]()
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
        entries.append(ended.entry)
    assert at <= len(kept)
    if all(entry.size <= _SIZE_MAX for entry in entries):
        honest = [replace(entry, size=0) if entry.kind is EntryKind.FOLDER else entry for entry in entries]
        _hold_against(entries, _changed(list(of_entries(honest)), how % _ONE_MORE_FOLDER), how)


def _changed(tops: list[TopName], how: int) -> list[TopName]:
    """What an honest sender would have offered, or almost."""
    first = tops[0] if tops else a_file("more")
    match how:
        case 3 if first.is_folder:
            return [a_folder(first.name, first.files + 1, first.size), *tops[1:]]
        case 4 if first.files:
            return [replace(first, size=first.size + 1), *tops[1:]]
        case 5:
            return tops[1:]
        case 6:
            return [a_folder(first.name, first.files, first.size) if not first.is_folder else a_file(first.name)]
        case 7:
            return [*tops, a_file("more")]
    return tops


def _hold_against(entries: list[Entry], tops: list[TopName], how: int) -> None:
    folders = sum(entry.kind is EntryKind.FOLDER for entry in entries) + (how == _ONE_MORE_FOLDER)
    sums = EntrySums(folders=folders, names=TopNames(tops))
    try:
        for entry in entries:
            sums.add(entry)
        sums.finish()
    except (UnexpectedMessage, LimitExceeded):
        assert not _borne_out(entries, tops, folders), "just what was offered was refused"
    else:
        assert _borne_out(entries, tops, folders), "something else than what was offered was taken"


def _borne_out(entries: list[Entry], tops: list[TopName], folders: int) -> bool:
    """As the specification has it, once all have come."""
    promised = {top.name: top for top in tops}
    for entry in entries:
        top = promised.get(entry.top_name)
        if top is None or top.is_folder != ("/" in entry.path or entry.kind is EntryKind.FOLDER):
            return False
    came = {entry.path for entry in entries}
    below = {name: [entry for entry in entries if entry.top_name == name] for name in promised}
    return (
        came >= promised.keys()
        and all(not entry.size for entry in entries if entry.kind is EntryKind.FOLDER)
        and folders == sum(entry.kind is EntryKind.FOLDER for entry in entries)
        and all(top.files == sum(not entry.kind for entry in below[top.name]) for top in tops)
        and all(top.size == sum(entry.size for entry in below[top.name]) for top in tops)
    )


def _parts(made: bytes) -> tuple[Entry, FileResult, bytes]:
    found = read_canonical(made, 0)
    assert found is not None
    ended, end = found
    assert end == len(made)
    return ended.entry, ended.result, ended.digest

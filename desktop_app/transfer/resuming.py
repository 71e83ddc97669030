"""Going on with an interrupted transfer: what each side has to look through before it can.

The receiver vouches for what is settled, and for the beginning of the next file; the sender holds both against what it
has. Where they agree only the rest is sent.
"""

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from blake3 import blake3

from desktop_app.errors import (
    AppError,
    CannotContinue,
    ContentMismatch,
    ProfileUnusable,
    StorageError,
    WriteFailed,
    phrase,
)
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import Ended, EntryKind, FileResult, ManifestDigest
from desktop_app.protocol.messages import Accept
from desktop_app.protocol.top_names import EntrySums
from desktop_app.storage import spool
from desktop_app.storage.destination import Destination
from desktop_app.storage.names import NameTree, ReceivedPath
from desktop_app.storage.partial import clamped_mtime
from desktop_app.storage.selection import Selection, SourceEntry
from desktop_app.storage.source import hash_source
from desktop_app.transfer import results
from desktop_app.transfer.journal_records import Group, Lost
from desktop_app.transfer.kept import Kept
from desktop_app.transfer.status import Status

_STEP: Final = limits.MIB
_LOOK_EVERY: Final = 256  # entries
_DAMAGED: Final = phrase("what was kept of an interrupted transfer is damaged")


class Stopped(Exception):
    """Nobody wants it any more."""


# --- receiving --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BegunBefore:
    """The beginning of the first file that is not settled."""

    entry: int
    partial: int
    size: int
    hasher: blake3


@dataclass(frozen=True, slots=True)
class Before:
    """What is here of a transfer since earlier sessions."""

    entries: int = 0
    digest: bytes = b""
    file: BegunBefore | None = None

    @property
    def continues(self) -> bool:
        return bool(self.entries or self.file is not None)

    def accept(self, stream: int, *, compare: bool) -> Accept:
        size, prefix = (0, b"") if self.file is None else (self.file.size, self.file.hasher.digest())
        return Accept(stream, compare, self.entries, self.digest, size, prefix)


def look_through(
    kept: Kept,
    destination: Destination,
    sums: EntrySums,
    tree: NameTree,
    manifest: ManifestDigest,
    status: Status,
    stop: Callable[[], bool],
) -> Before:
    """Finish what a kill has left half done, and tell `sums`, `tree`, `manifest` and the row what is settled.

    Raises StorageError: ProfileUnusable where it cannot be gone on with at all. Raises Stopped soon after `stop`.
    """
    recorder, offered = status.recorder, kept.begun.offered
    all_settled = kept.entries == offered.files + offered.folders
    destination.begin_again(kept.begun.private, offered.total - kept.bytes, may_be_gone=all_settled)
    recorder.begins_again()
    recorder.go_on_at(kept.size, kept.losses())
    for made in kept.folders:
        destination.folders.made_before(*made)
    inside: dict[str, set[str]] = {folder: set() for folder in kept.making}
    for folder, name in kept.making.items():
        inside.setdefault(folder.rpartition("/")[0], set()).add(name)
    for folder, name in kept.making.items():
        destination.folders.may_be_made(folder, name, inside[folder])
    destination.file_names.extend(kept.names)
    status.begins_again(kept.were_there)
    half_done = kept.half_done
    entries = bytes_done = files_done = 0
    for number, (ended, path) in enumerate(_settled(kept, recorder.spool, stop)):
        entry = ended.entry
        sums.add(entry)
        tree.add(path, entry.kind)
        manifest.add(entry, ended.result, ended.digest)
        if entry.kind is EntryKind.FILE:
            files_done += 1
            bytes_done += entry.size
        elif number not in kept.lost:
            destination.folders.settled_before(path.text, clamped_mtime(entry.mtime))
        if number in half_done and number not in kept.lost:
            partial, inode = half_done[number]
            try:
                destination.deliver_again(partial, path, inode)
            except WriteFailed as error:
                lost = Lost(number, results.of_receiver(error))
                kept.say(lost, durable=True)
                recorder.lost(lost.entry, lost.result)
        _tell_failure(status, kept, number, ended)
        entries += 1
    if entries != kept.entries:
        raise ProfileUnusable(path=str(recorder.spool), reason=_DAMAGED)
    file = _begun_before(kept, destination, stop)
    destination.settle_again(None if file is None else file.partial)
    new_names = tuple(destination.file_names[len(kept.names) :])
    new_folders = tuple(destination.folders.made_since(len(kept.folders)))
    again = Group(entries, kept.size, bytes_done, (), new_folders, new_names, (), kept.were_there, again=True)
    kept.say(again, durable=True)  # what has these numbers from now on is something else
    status.meter.begin_again(bytes_done, files_done)
    return Before(entries, manifest.finish() if entries else b"", file)


def tell_failures(status: Status, kept: Kept) -> None:
    """Of a transfer that was finished in an earlier run. Raises ProfileUnusable."""
    for number, (ended, _) in enumerate(_settled(kept, status.recorder.spool, lambda: False)):
        _tell_failure(status, kept, number, ended)


def _tell_failure(status: Status, kept: Kept, number: int, ended: Ended) -> None:
    path = ended.entry.path
    if ended.result is not FileResult.OK:
        status.failed_file(path, results.from_sender(ended.result, path))
    elif number in kept.lost:
        status.failed_file(path, _lost(path, kept.lost[number]))


def _settled(kept: Kept, path: Path | None, stop: Callable[[], bool]) -> Iterator[tuple[Ended, ReceivedPath]]:
    """Raises ProfileUnusable, and Stopped."""
    if path is None:
        raise ProfileUnusable(path="", reason=_DAMAGED)
    try:
        for number, (ended, _) in enumerate(spool.entries(path, kept.size)):
            if number % _LOOK_EVERY == 0 and stop():
                raise Stopped
            yield ended, ReceivedPath.parse(ended.entry.path)
    except (OSError, ValueError) as error:
        raise ProfileUnusable(path=str(path), reason=_DAMAGED) from error


def _begun_before(kept: Kept, destination: Destination, stop: Callable[[], bool]) -> BegunBefore | None:
    """The file that was arriving, as far as it is here; a room that was reserved for it proves nothing."""
    reached = kept.reached
    if reached is None or reached.entry != kept.entries or not reached.size:
        return None
    try:
        descriptor = destination.open_partial(reached.partial)
    except OSError:
        return None
    hasher, left, room = blake3(), reached.size, memoryview(bytearray(_STEP))
    try:
        with io.FileIO(descriptor, closefd=False) as file:  # which closes nothing where it is no file at all
            while left:
                if stop():
                    raise Stopped
                count = file.readinto(room[: min(left, len(room))])
                if not count:
                    return None
                hasher.update(room[:count])
                left -= count
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return BegunBefore(reached.entry, reached.partial, reached.size, hasher)


def _lost(path: str, result: FileResult) -> StorageError:
    """What was told of it when it happened is no longer known in detail."""
    if result is FileResult.MISMATCH:
        return ContentMismatch(path=path)
    full = result is FileResult.NO_SPACE
    return WriteFailed(path=path, reason=phrase("the disk was full") if full else phrase("an earlier failure"))


# --- sending ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Settled:
    """What need not be sent again."""

    entries: int = 0
    bytes: int = 0
    files: int = 0
    offset: int = 0  # of the next file
    hasher: blake3 | None = None  # over that much of it


def check(
    accept: Accept,
    selection: Selection,
    status: Status,
    manifest: ManifestDigest,
    room: memoryview,
    fail: Callable[[int, str, AppError], None],
) -> Iterator[Settled | None]:
    """Hold what the receiver says against what is here; it takes long, so others have their turn at each None.

    The last one tells what is settled. Raises CannotContinue.
    """
    settled = Settled(entries=accept.entries)
    if accept.entries > len(selection.entries):
        raise CannotContinue
    size = 0
    known = _known(status, accept.entries)
    for number in range(accept.entries):
        if number % _LOOK_EVERY == 0:
            yield None
        item = selection.entries[number]
        found = next(known, None)
        if found is not None:
            ended, size = found
            entry, result, digest = ended.entry, ended.result, ended.digest
            if (entry.path, entry.kind, entry.size) != (item.entry.path, item.entry.kind, item.entry.size):
                raise CannotContinue
            manifest.add(entry, result, digest)
            if result is not FileResult.OK:
                fail(number, entry.path, results.from_sender(result, entry.path))
        else:  # a crash of this computer has lost what it knew
            digest = bytes(limits.DIGEST)
            if item.entry.kind is EntryKind.FILE:
                hasher = blake3()
                yield from _hash(item, item.entry.size, hasher, room)
                digest = hasher.digest()
            if size >= 0:
                _go_on_at(status, size)
                size = -1
            status.recorder.entry(manifest.add(item.entry, FileResult.OK, digest))
        if item.entry.kind is EntryKind.FILE:
            settled.files += 1
            settled.bytes += item.entry.size
    if size >= 0:
        _go_on_at(status, size)
    if accept.entries and manifest.finish() != accept.digest:
        raise CannotContinue
    if accept.offset and accept.entries < len(selection.entries):
        item = selection.entries[accept.entries]
        hasher = blake3()
        if item.entry.kind is EntryKind.FILE and item.entry.size >= accept.offset:
            try:
                yield from _hash(item, accept.offset, hasher, room)
            except CannotContinue:
                hasher = blake3()  # when its turn comes it is told
            if hasher.digest() == accept.prefix:
                settled.offset, settled.hasher = accept.offset, hasher
    yield settled


def _go_on_at(status: Status, size: int) -> None:
    """Where the disk says no, there will be no receipt."""
    with contextlib.suppress(ProfileUnusable):
        status.recorder.go_on_at(size)


def _known(status: Status, entries: int) -> Iterator[tuple[Ended, int]]:
    path = status.recorder.spool
    if path is None or status.recorder.flush() is None:
        return
    try:
        for number, found in enumerate(spool.entries(path, path.stat().st_size)):
            if number == entries:
                return
            yield found
    except (OSError, ValueError):
        return


def _hash(item: SourceEntry, size: int, hasher: blake3, room: memoryview) -> Iterator[None]:
    """Raises CannotContinue where it is not as it was found."""
    try:
        for _ in hash_source(item, size, hasher, room):
            yield None
    except StorageError as error:
        raise CannotContinue from error

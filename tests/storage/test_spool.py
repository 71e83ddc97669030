"""Spools: the manifest byte for byte, private, read back as a stream, and honest about damage."""

import os
import stat
import time
from pathlib import Path

import pytest
from blake3 import blake3

from desktop_app.errors import ProfileUnusable
from desktop_app.protocol.manifest import Ended, Entry, EntryKind, FileResult, ManifestDigest
from desktop_app.storage import spool
from desktop_app.storage.spool import Spool, manifest_digest, outcomes, remove, remove_abandoned

OK, CHANGED, WRITE_FAILED = FileResult.OK, FileResult.CHANGED, FileResult.WRITE_FAILED


def is_whole(path: Path, lost: int, digest: bytes) -> bool:
    try:
        return manifest_digest(path, lost) == digest and bool(list(outcomes(path, lost)))
    except ValueError:
        return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "receipts"


def ended(number: int, result: FileResult = OK) -> Ended:
    entry = Entry(f"album/größe {number}.jpg", EntryKind.FILE, number, -number, executable=number % 2 == 0)
    return Ended(entry, result, blake3(str(number).encode()).digest() if result is OK else b"")


def spooled(folder: Path, entries: list[Ended], lost: list[tuple[int, FileResult]] | None = None) -> tuple[Path, bytes]:
    """A finished one, and the digest of its manifest."""
    written, digest = Spool(folder), ManifestDigest()
    for each in entries:
        written.append(digest.add(each.entry, each.result, each.digest))
    written.finish(lost or [])
    return folder / written.name, digest.finish()


def test_what_was_written_is_read_back_and_has_the_digest_of_the_manifest(folder: Path) -> None:
    entries = [ended(number) for number in range(7)]
    path, digest = spooled(folder, entries)
    assert [each for each, _ in outcomes(path, 0)] == entries
    assert manifest_digest(path, 0) == digest == blake3(path.read_bytes()).digest()


def test_of_two_words_on_an_entry_the_senders_counts(folder: Path) -> None:
    entries = [ended(0), ended(1, CHANGED), ended(2), ended(3)]
    path, digest = spooled(folder, entries, [(0, WRITE_FAILED), (1, WRITE_FAILED), (3, FileResult.NO_SPACE)])
    assert [result for _, result in outcomes(path, 3)] == [WRITE_FAILED, CHANGED, OK, FileResult.NO_SPACE]
    assert manifest_digest(path, 3) == digest


def test_it_is_private(folder: Path) -> None:
    path, _ = spooled(folder, [ended(1)])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_short_one_touches_no_disk_until_it_is_finished(folder: Path) -> None:
    short = Spool(folder)
    short.append(bytes(spool.BUFFER - 1))
    assert not folder.exists()
    short.append(b"x")
    assert [path.stat().st_size for path in folder.iterdir()] == [spool.BUFFER]
    short.discard()
    short.discard()
    assert list(folder.iterdir()) == []


def test_many_entries_cross_every_border_of_the_parts_that_are_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = [ended(number) for number in range(200)]
    monkeypatch.setattr(spool, "BUFFER", 100)
    path, _ = spooled(folder, entries, [(199, WRITE_FAILED)])
    for part in (1, 7, 79, 80, 81, 100_000):
        monkeypatch.setattr(spool, "_PART", part)
        found = list(outcomes(path, 1))
        assert [each for each, _ in found] == entries
        assert [result for _, result in found] == [OK] * 199 + [WRITE_FAILED]


@pytest.mark.parametrize("lost", [0, 2])
def test_one_that_was_cut_short_says_so(folder: Path, lost: int) -> None:
    not_kept = [(number, WRITE_FAILED) for number in range(lost)]
    path, digest = spooled(folder, [ended(number) for number in range(3)], not_kept)
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert not is_whole(path, lost, digest)
    path.write_bytes(whole)
    assert is_whole(path, lost, digest)


def test_lost_entries_that_do_not_exist_are_damage(folder: Path) -> None:
    path, _ = spooled(folder, [ended(0)], [(1, WRITE_FAILED)])
    with pytest.raises(ValueError):
        list(outcomes(path, 1))


def test_a_disk_that_says_no_is_told_and_nothing_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = Spool(folder)
    written.append(b"x")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProfileUnusable, match="the disk is full"):
        written.finish([])
    written.discard()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    folder.write_text("in the way")
    with pytest.raises(ProfileUnusable):
        spooled(folder, [ended(1)])


def test_only_what_has_a_plain_name_in_the_folder_is_removed(folder: Path, tmp_path: Path) -> None:
    path, _ = spooled(folder, [ended(1)])
    kept, _ = spooled(folder, [ended(2)])
    outside = tmp_path / "precious"
    outside.write_text("precious")
    remove(folder, [path.name, "", "..", "../precious", str(outside), "not there"])
    assert list(folder.iterdir()) == [kept]
    assert outside.exists()


def test_what_a_killed_process_left_is_removed_once_it_is_old(folder: Path) -> None:
    (used, _), (young, _), (old, _) = (spooled(folder, [ended(number)]) for number in range(3))
    past = time.time() - 2 * 24 * 3600
    for path in (used, old):
        os.utime(path, (past, past))
    remove_abandoned(folder, {used.name})
    assert set(folder.iterdir()) == {used, young}


def test_without_a_folder_there_is_nothing_to_remove(folder: Path) -> None:
    remove(folder, ["0" * 32])
    remove_abandoned(folder, set())
    assert not folder.exists()

"""What is there already: plain files below plain folders, read and never touched."""

import errno
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from blake3 import blake3

from desktop_app.storage import existing as existing_module
from desktop_app.storage import system_calls
from desktop_app.storage.destination import Destination
from desktop_app.storage.existing import ExistingFile, ExistingFiles
from desktop_app.storage.names import ReceivedPath
from tests.storage.receiving import MTIME

pytestmark = pytest.mark.usefixtures("both_ways")


@pytest.fixture
def files(save: Path, outside: Path) -> Iterator[ExistingFiles]:
    """Of a folder that holds an album and a film, and links of every kind."""
    for path in ("album/1.jpg", "album/inner/2.jpg", "film"):
        (save / path).parent.mkdir(parents=True, exist_ok=True)
        (save / path).write_bytes(b"content")
        os.utime(save / path, ns=(MTIME, MTIME))  # two changes in a row may have the same time
    (save / "album" / "link").symlink_to("1.jpg")
    (save / "album" / "elsewhere").symlink_to(outside)
    (save / "linked").symlink_to(outside)
    os.mkfifo(save / "album" / "pipe")
    with Destination(save) as to:
        found = to.existing_files(["album", "film", "linked", "new"])
        yield found
        found.close()


def find(files: ExistingFiles, path: str, size: int = len(b"content")) -> ExistingFile | None:
    return files.find(ReceivedPath.parse(path), size)


def read(files: ExistingFiles, path: str) -> ExistingFile:
    file = find(files, path)
    assert file is not None
    files.read(file, lambda: False)
    return file


def test_plain_files_of_the_same_size_are_found(files: ExistingFiles) -> None:
    assert files.any
    for path in ("album/1.jpg", "album/inner/2.jpg", "film", "album/1.jpg"):
        assert read(files, path).digest == blake3(b"content").digest()
    for path in ("album/1.jpg", "film"):
        assert find(files, path, 6) is None
        assert find(files, path, 8) is None


def test_nothing_else_is(files: ExistingFiles, save: Path) -> None:
    for path in ("album/pipe", "album/link", "album/inner", "album/elsewhere", "linked"):
        assert find(files, path, (save / path).lstat().st_size) is None
    for path in ("new", "album", "album/3.jpg", "album/inner", "album/1.jpg/x", "album/pipe"):
        assert find(files, path) is None
    for path in ("album/link", "album/elsewhere/precious", "linked/precious", "linked"):
        assert find(files, path, len(b"precious")) is None
        assert find(files, path) is None


def test_folders(files: ExistingFiles) -> None:
    assert files.holds_folder("album")
    assert files.holds_folder("album/inner")
    for path in ("new", "film", "linked", "album/elsewhere", "album/1.jpg", "album/missing"):
        assert not files.holds_folder(path)


def test_only_under_the_offered_names(save: Path) -> None:
    (save / "mine").write_bytes(b"content")
    with Destination(save) as to:
        files = to.existing_files(["album"])
        assert not files.any
        assert find(files, "mine") is None
        files.close()


@pytest.mark.parametrize("how", ["written", "replaced", "removed", "a link", "touched"])
@pytest.mark.parametrize("when", ["before it is read", "while it is read", "afterwards"])
def test_a_file_that_changes_is_not_taken_for_the_one_that_was_found(
    files: ExistingFiles, save: Path, how: str, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = save / "album" / "1.jpg"
    file = find(files, "album/1.jpg")
    assert file is not None

    def change() -> bool:
        if how == "written":
            path.write_bytes(b"CONTENT")
        elif how == "touched":
            os.utime(path, ns=(10**18, 10**18))
        else:
            path.unlink(missing_ok=True)
            if how == "replaced":
                path.write_bytes(b"content")
            elif how == "a link":
                path.symlink_to("inner/2.jpg")
        return False

    if when == "before it is read":
        change()
    files.read(file, change if when == "while it is read" else lambda: False)
    assert (file.digest != b"") is (when == "afterwards")
    if when == "afterwards":
        assert files.is_still(file)
        change()
    assert not files.is_still(file)


@pytest.mark.parametrize("returns", ["nothing", "empty", "alike"])
def test_what_is_below_a_folder_that_was_moved_away_is_there_no_more(
    files: ExistingFiles, save: Path, returns: str
) -> None:
    file = read(files, "album/inner/2.jpg")
    (save / "album").rename(save / "moved")
    if returns != "nothing":
        (save / "album" / "inner").mkdir(parents=True)
    if returns == "alike":
        (save / "album" / "inner" / "2.jpg").write_bytes(b"content")
    assert not files.is_still(file)
    found = find(files, "album/inner/2.jpg")
    assert (found is not None) is (returns == "alike")
    if found is not None:
        files.read(found, lambda: False)
        assert files.is_still(found)


def test_reading_ends_soon_after_a_stop(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(existing_module, "_STEP", 10)
    (save / "film").write_bytes(bytes(1000))
    asked = itertools.count(1)
    with Destination(save) as to:
        files = to.existing_files(["film"])
        file = find(files, "film", 1000)
        assert file is not None
        files.read(file, lambda: next(asked) > 3)
        assert file.digest == b""
        assert next(asked) == 5
        files.close()


def test_a_disk_that_fails_has_nothing(files: ExistingFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    good = read(files, "film")
    monkeypatch.setattr(system_calls, "sync_data", fail)
    assert not files.make_durable([good])
    monkeypatch.setattr(system_calls, "sync_filesystem", fail)
    assert not files.make_durable([good] * 10) or not system_calls._syncfs
    monkeypatch.setattr(ExistingFiles, "_digest", fail)
    assert read(files, "film").digest == b""


def test_what_is_there_is_made_durable_by_itself_or_all_at_once(
    files: ExistingFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def sync_disk(_descriptor: int) -> bool:
        synced.append("disk")
        return True

    monkeypatch.setattr(system_calls, "sync_data", lambda _descriptor: synced.append("file"))
    monkeypatch.setattr(system_calls, "sync_filesystem", sync_disk)
    found = [read(files, "film"), read(files, "album/1.jpg")]
    assert files.make_durable(found)
    assert synced == ["file", "file"]
    assert files.make_durable([*found, *found, *found])
    assert "disk" in synced or files._root.descriptor is None
    assert files.make_durable([])


def test_nothing_stays_open(files: ExistingFiles) -> None:
    listing = Path("/proc/self/fd")
    if not listing.exists():
        pytest.skip("counts descriptors in /proc")
    files.close()
    before = len(list(listing.iterdir()))
    for _ in range(20):
        read(files, "album/inner/2.jpg")
        read(files, "film")
        find(files, "album/missing/2.jpg")
    files.close()
    assert len(list(listing.iterdir())) == before

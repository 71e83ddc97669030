"""Receiving into a folder: only whole, durable files get a final name, and nothing that was there is touched."""

import errno
import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app.errors import (
    FolderUnusable,
    NameCollision,
    NotEnoughSpace,
    StorageError,
    UnsafeName,
    WriteFailed,
)
from desktop_app.storage import directory, received_folders, room, system_calls
from desktop_app.storage.destination import CommitFailure, Destination
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.private_directory import MARKER
from tests.storage.receiving import MTIME, below, make_folder, partial_directories, receive
from tests.support.disks import MakeDisk


@pytest.mark.usefixtures("both_ways")
def test_a_transfer(save: Path) -> None:
    big = os.urandom(20 << 20)
    with Destination(save) as to:
        to.begin(["top", "single.txt"], 1 << 20)
        [private] = partial_directories(save)
        assert private.stat().st_mode & 0o777 == 0o700
        assert (private / MARKER).stat().st_mode & 0o777 == 0o600
        make_folder(to, "top")
        make_folder(to, "top/empty", MTIME + 1)
        files = [
            receive(to, "top/a", b"a"),
            receive(to, "top/deep/er/b", b""),
            receive(to, "single.txt", b"single"),
            receive(to, "top/big", big),
        ]
        assert below(save) == {}
        assert (private / "1").stat().st_size == 1
        assert to.commit(files, last=True) == ()
        expected = {"top/a": b"a", "top/deep/er/b": b"", "single.txt": b"single", "top/big": big}
        assert below(save) == expected
        to.finish()
        assert to.saved() == (save / "top", save / "single.txt")
    assert below(save) == expected
    assert not partial_directories(save)
    assert (save / "top/a").stat().st_mtime_ns == MTIME
    assert (save / "top").stat().st_mtime_ns == MTIME
    assert (save / "top/empty").stat().st_mtime_ns == MTIME + 1


@pytest.mark.usefixtures("both_ways")
def test_nothing_that_is_there_is_replaced_or_merged_into(save: Path, outside: Path) -> None:
    (save / "file.txt").write_bytes(b"theirs")
    (save / "folder").mkdir()
    (save / "folder" / "a").write_bytes(b"theirs")
    (save / "link").symlink_to(outside)
    (save / "file (2).txt").symlink_to("dangling")
    (save / "was a folder").mkdir()
    names = ["file.txt", "folder", "link", "was a folder"]
    with Destination(save) as to:
        to.begin(names, 0)
        make_folder(to, "folder")
        make_folder(to, "link")
        files = [receive(to, name, b"mine") for name in ("file.txt", "folder/a", "folder/b", "link/c", "was a folder")]
        assert to.commit(files) == ()
        to.finish()
        assert {path.name for path in to.saved()} == {"file (3).txt", "folder (2)", "link (2)", "was a folder (2)"}
    assert below(save) == {
        "file.txt": b"theirs",
        "folder/a": b"theirs",
        "file (3).txt": b"mine",
        "folder (2)/a": b"mine",
        "folder (2)/b": b"mine",
        "link (2)/c": b"mine",
        "was a folder (2)": b"mine",
    }


@pytest.mark.parametrize(
    ("names", "error"),
    [
        (["a", "../b"], UnsafeName),
        (["a/b"], UnsafeName),
        (["con"], UnsafeName),
        (["a", "A"], NameCollision),
        ([""], UnsafeName),
    ],
)
def test_bad_names_before_anything_is_written(save: Path, names: list[str], error: type[StorageError]) -> None:
    with Destination(save) as to, pytest.raises(error):
        to.begin(names, 0)
    assert not list(save.iterdir())


def test_space_is_checked_before_anything_is_written(save: Path) -> None:
    with Destination(save) as to:
        status = os.statvfs(save)
        assert abs(to.free() + room.RESERVE - status.f_bavail * status.f_frsize) < room.RESERVE
        with pytest.raises(NotEnoughSpace) as caught:
            to.begin(["a"], 1 << 60)
        assert caught.value.fields["needed"] == 1 << 60
    assert not list(save.iterdir())


def test_case_070_the_folder_itself(tmp_path: Path) -> None:
    with Destination(tmp_path / "new") as to:
        assert to.path == tmp_path / "new"
    (tmp_path / "file").write_bytes(b"")
    for bad in ("missing/new", "file", "file/below"):
        with pytest.raises(FolderUnusable) as caught:
            Destination(tmp_path / bad)
        assert str(tmp_path / bad) in str(caught.value)
    (tmp_path / "chosen link").symlink_to("new")  # the person's own link is the person's choice
    with Destination(tmp_path / "chosen link") as to:
        to.begin(["a"], 0)
        to.commit([receive(to, "a", b"x")])
        to.finish()
    assert below(tmp_path / "new") == {"a": b"x"}


@pytest.mark.disks
def test_case_070_a_read_only_folder_is_found_out_at_the_beginning(make_disk: MakeDisk) -> None:
    small_disk = make_disk()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with Destination(small_disk) as to, pytest.raises(FolderUnusable) as caught:
        to.begin(["a"], 0)
    assert "read-only" in str(caught.value)


@pytest.mark.parametrize("group", [1, received_folders.SYNC_EACH + 1])
def test_case_071_a_failed_sync_is_a_failed_file_and_never_tried_again(
    save: Path, group: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    syncs: list[object] = []

    def fail_once(*arguments: object) -> bool:
        syncs.append(arguments)
        if len(syncs) == 1:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return True

    monkeypatch.setattr(system_calls, "sync_data", fail_once)
    monkeypatch.setattr(system_calls, "sync_filesystem", fail_once)
    with Destination(save) as to:
        to.begin(["t"], 0)
        files = [receive(to, f"t/{number}", b"x") for number in range(group)]
        failures = to.commit(files)
        assert {failure.file for failure in failures} == set(files)
        assert all(isinstance(failure.error, WriteFailed) for failure in failures)
        assert "disk reported an error" in str(failures[0].error)
        assert below(save) == {}
        assert len(syncs) == 1
        assert to.commit([receive(to, "t/again", b"x")]) == ()
    assert below(save) == {"t/again": b"x"}


def test_content_is_durable_before_its_name_and_its_name_before_the_answer(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync_data, rename, sync = system_calls.sync_data, system_calls.rename_exclusive, directory.Directory.sync

    def note_sync_data(descriptor: int) -> None:
        order.append("content")
        sync_data(descriptor)

    def note_rename(old: str, new: str, *, old_directory: int | None, new_directory: int | None) -> None:
        order.append("name")
        rename(old, new, old_directory=old_directory, new_directory=new_directory)

    def note_sync(opened: directory.Directory) -> None:
        order.append("directory")
        sync(opened)

    with Destination(save) as to:
        to.begin(["a"], 0)
        file = receive(to, "a", b"x")
        monkeypatch.setattr(system_calls, "sync_data", note_sync_data)
        monkeypatch.setattr(system_calls, "rename_exclusive", note_rename)
        monkeypatch.setattr(directory.Directory, "sync", note_sync)
        to.commit([file])
    assert order == ["content", "name", "directory"]


def test_a_disk_that_cannot_rename_safely_is_found_out_at_the_beginning(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(system_calls, "rename_exclusive", cannot)
    with Destination(save) as to, pytest.raises(FolderUnusable):
        to.begin(["a"], 0)
    assert not list(save.iterdir())


def test_use_out_of_order_is_an_error_of_its_own(save: Path) -> None:
    to = Destination(save)
    with pytest.raises(FolderUnusable):
        to.commit([])
    to.begin(["a"], 0)
    to.close()
    to.close()
    to.discard()
    with pytest.raises(StorageError):
        to.free()


def test_folders_are_durable_before_the_note_that_speaks_of_them(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a power cut a folder of which the journal knows would be missing for good."""
    seen: list[str] = []
    monkeypatch.setattr(directory.Directory, "sync", lambda each: seen.append(Path(each.path).name))

    class Notes:
        def durable(self, _: Sequence[PartialFile]) -> None:
            seen.append("the note")

        def lost(self, _: Sequence[CommitFailure]) -> None:
            seen.append("a loss")

    with Destination(save) as to:
        to.begin(["top"], 1 << 20)
        make_folder(to, "top")
        make_folder(to, "top/empty")
        assert to.commit([], Notes()) == ()
    assert set(seen[: seen.index("the note")]) == {save.name, "top", "empty"}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give it to somebody else")
def test_a_private_directory_of_another_user_is_not_gone_on_with(save: Path) -> None:
    """Where others may write they could put their own in its place, with content that nobody checked."""
    with Destination(save) as to:
        to.begin(["top"], 1)
        private = to.private
        receive(to, "top", b"x")
    os.chown(save / private, 12345, 12345)
    with Destination(save) as to, pytest.raises(FolderUnusable):
        to.begin_again(private, 1)

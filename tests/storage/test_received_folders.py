"""Folders of a transfer: found again where they were made, or noticed to be elsewhere."""

import errno
import os
import threading
from pathlib import Path

import pytest

from desktop_app.errors import (
    FolderUnusable,
    StorageError,
    WriteFailed,
)
from desktop_app.storage import directory, received_folders
from desktop_app.storage.destination import Destination
from desktop_app.storage.directory import Directory
from tests.storage.receiving import below, make_folder, partial_directories, receive


@pytest.mark.usefixtures("both_ways")
def test_the_folder_is_replaced_by_a_link(save: Path, outside: Path) -> None:
    with Destination(save) as to:
        to.begin(["a", "b"], 0)
        assert to.commit([receive(to, "a", b"first")]) == ()
        save.rename(save.with_name("moved"))
        save.symlink_to(outside)
        with pytest.raises(StorageError) as caught:
            to.commit([receive(to, "b", b"second")])
        if directory.HAS_DESCRIPTORS:
            assert isinstance(caught.value, FolderUnusable)
        to.discard()
    assert below(save.with_name("moved")) == {"a": b"first"}


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("by", ["link", "folder", "nothing"])
@pytest.mark.parametrize("forgotten", [True, False])
def test_a_received_folder_is_replaced(
    save: Path, outside: Path, by: str, forgotten: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if forgotten:  # its handle was given up, so it is found by its name again
        monkeypatch.setattr(received_folders, "HANDLES", 1)
    with Destination(save) as to:
        to.begin(["t", "u"], 0)
        make_folder(to, "t/sub")
        make_folder(to, "u/other")
        (save / "t").rename(save / "moved")
        if by == "link":
            (save / "t").symlink_to(outside)
        elif by == "folder":
            (save / "t" / "sub").mkdir(parents=True)
        with pytest.raises(StorageError) as caught:
            to.commit([receive(to, "t/sub/x", b"x")])
        if directory.HAS_DESCRIPTORS:
            assert isinstance(caught.value, FolderUnusable)
    assert not (save / "t" / "sub" / "x").exists()


@pytest.mark.skipif(not directory.HAS_DESCRIPTORS, reason="needs descriptors of directories")
def test_a_racing_swap_of_a_received_folder(save: Path, outside: Path) -> None:
    done = threading.Event()

    def swap() -> None:
        while not done.is_set():
            try:
                (save / "t").rename(save / "aside")
                (save / "t").symlink_to(outside)
                (save / "t").unlink()
                (save / "aside").rename(save / "t")
            except OSError:
                continue

    noticed = 0
    with Destination(save) as to:
        to.begin(["t"], 0)
        make_folder(to, "t")
        swapper = threading.Thread(target=swap)
        swapper.start()
        try:
            for number in range(300):
                try:
                    to.commit([receive(to, f"t/f{number}/x", b"x")])
                except FolderUnusable:
                    noticed += 1
        finally:
            done.set()
            swapper.join()
        to.discard()
    assert noticed


def test_a_folder_that_cannot_be_made_durable(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Destination(save) as to:
        to.begin(["t", "b"], 0)
        good, bad = receive(to, "b", b"x"), receive(to, "t/a", b"x")

        def fail(opened: directory.Directory) -> None:
            if opened.path.endswith("/t"):
                raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(directory.Directory, "sync", fail)
        assert [failure.file for failure in to.commit([good, bad])] == [bad]


def test_case_069_names_that_appear_meanwhile(save: Path) -> None:
    with Destination(save) as to:
        to.begin(["t", "a"], 0)
        make_folder(to, "t")
        files = [receive(to, "t/x", b"mine"), receive(to, "a", b"mine")]
        (save / "t" / "x").write_bytes(b"theirs")
        (save / "t" / "sub").mkdir()
        (save / "a").write_bytes(b"theirs")
        make_folder(to, "t/sub")
        to.commit([*files, receive(to, "t/sub/y", b"mine")])
        to.finish()
    assert below(save) == {
        "t/x": b"theirs",
        "t/x (2)": b"mine",
        "a": b"theirs",
        "a (2)": b"mine",
        "t/sub (2)/y": b"mine",
    }


def test_an_empty_folder_that_is_not_durable_is_not_passed_over(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is there that could be called lost."""
    with Destination(save) as to:
        to.begin(["t"], 0)
        make_folder(to, "t")

        def fail(opened: directory.Directory) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(directory.Directory, "sync", fail)
        assert to.commit([], last=True) == ()
        monkeypatch.undo()  # a second try may find nothing left to do
        with pytest.raises(WriteFailed):
            to.finish()
    assert not partial_directories(save)


@pytest.mark.usefixtures("both_ways")
@pytest.mark.parametrize("call", ["status_of", "names"])
def test_a_folder_that_the_disk_cannot_look_at_is_one_failure(
    save: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """The stick was pulled out, or its network share went away: that is said, and ends nothing else."""
    real = getattr(Directory, call)

    def gone(folder: Directory, *name: str) -> object:
        if "sub" in (*name, Path(folder.path).name):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(folder, *name)

    with Destination(save) as to:
        to.begin(["t"], 0)
        make_folder(to, "t")
        monkeypatch.setattr(Directory, call, gone)
        with pytest.raises(WriteFailed, match="the disk reported an error"):
            make_folder(to, "t/sub")
        assert to.commit([receive(to, "t/x", b"x")]) == ()
    assert below(save)["t/x"] == b"x"

"""Directories held open: nothing is followed, nothing replaced, on both ways of doing it."""

import ctypes
import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage import directory as directory_module
from desktop_app.storage import system_calls
from desktop_app.storage.directory import Directory

WAYS = ["paths"] + (["descriptors"] if directory_module.HAS_DESCRIPTORS else [])


@pytest.fixture(params=WAYS)
def root(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Directory]:
    monkeypatch.setattr(directory_module, "HAS_DESCRIPTORS", request.param == "descriptors")
    (tmp_path / "root").mkdir()
    with Directory(str(tmp_path / "root")) as opened:
        yield opened


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    folder = tmp_path / "outside"
    folder.mkdir()
    return folder


def write(directory: Directory, name: str, content: bytes = b"new") -> None:
    descriptor = directory.create_file(name)
    os.write(descriptor, content)
    os.close(descriptor)


def test_a_new_file_is_private_and_never_an_old_one(root: Directory) -> None:
    write(root, "a")
    path = Path(root.path, "a")
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        root.create_file("a")
    assert path.read_bytes() == b"new"


def test_a_new_directory_is_never_an_old_one(root: Directory) -> None:
    with root.make_child("a") as child:
        write(child, "b")
    with pytest.raises(FileExistsError):
        root.make_child("a")
    with root.open_child("a") as child:
        assert child.names() == ["b"]
        assert child.exists("b")
        assert not child.exists("c")


@pytest.mark.parametrize("exclusive", [True, False], ids=["in one step", "link and unlink"])
def test_case_069_rename_never_replaces(root: Directory, exclusive: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not exclusive:
        monkeypatch.setattr(system_calls, "_renameat2", None)
        monkeypatch.setattr(system_calls, "_renameatx_np", None)
    with root.make_child("into") as into:
        write(root, "mine", b"mine")
        write(into, "taken", b"theirs")
        Path(into.path, "link").symlink_to("nowhere")
        for name in ("taken", "link"):
            with pytest.raises(FileExistsError):
                root.rename_into("mine", into, name)
        root.rename_into("mine", into, "free")
        assert Path(into.path, "taken").read_bytes() == b"theirs"
        assert Path(into.path, "free").read_bytes() == b"mine"
        assert not root.exists("mine")


def test_rename_falls_back_where_the_file_system_cannot(root: Directory, monkeypatch: pytest.MonkeyPatch) -> None:
    refused: list[object] = []

    def refuse(*arguments: object) -> int:
        refused.append(arguments)
        ctypes.set_errno(errno.EINVAL)
        return -1

    monkeypatch.setattr(system_calls, "_renameat2", refuse)
    write(root, "a", b"mine")
    write(root, "b", b"theirs")
    with pytest.raises(FileExistsError):
        root.rename_into("a", root, "b")
    root.rename_into("a", root, "c")
    assert len(refused) == 2
    assert sorted(root.names()) == ["b", "c"]


def test_links_are_not_directories(root: Directory, outside: Path) -> None:
    Path(root.path, "link").symlink_to(outside)
    with pytest.raises(OSError):
        root.open_child("link")
    with pytest.raises(FileExistsError):
        root.make_child("link")
    with pytest.raises(FileExistsError):
        root.create_file("link")
    with pytest.raises(OSError):
        Directory(str(Path(root.path, "link")))
    assert root.exists("link")
    assert not list(outside.iterdir())


@pytest.mark.parametrize("name", ["", ".", "..", "a/b", "/etc"])
def test_only_single_names(root: Directory, name: str) -> None:
    for action in (root.open_child, root.make_child, root.create_file, root.exists, root.remove_file):
        with pytest.raises(ValueError, match="single name"):
            action(name)


def test_a_directory_that_was_swapped_for_a_link_is_not_followed(root: Directory, outside: Path) -> None:
    child = root.make_child("child")
    Path(child.path).rename(Path(root.path, "moved"))
    Path(root.path, "child").symlink_to(outside)
    assert not child.is_in_place()
    assert root.identity_of("child") != child.identity
    if child.descriptor is None:
        with pytest.raises(OSError):
            write(child, "a")
    else:
        write(child, "a")  # into the directory that was opened, wherever it is now
        assert Path(root.path, "moved", "a").exists()
    assert not list(outside.iterdir())
    child.close()


# In a process of its own: two threads of one interpreter may keep step, so that one only ever sees the same half of
# what the other does.
SWAPPER = """
import os, sys
inside, aside, outside = sys.argv[1:]
print(flush=True)
while True:
    os.rename(inside, aside)
    os.symlink(outside, inside)
    os.unlink(inside)
    os.rename(aside, inside)
"""


def test_a_racing_swap_never_leads_outside(root: Directory, outside: Path) -> None:
    """Somebody exchanges a folder for a link all the time. Without descriptors one call may lose this race."""
    if root.descriptor is None:
        pytest.skip("without descriptors a swap between look and call cannot be excluded")
    inside, aside = Path(root.path, "inside"), Path(root.path, "aside")
    inside.mkdir()
    swapper = subprocess.Popen([sys.executable, "-c", SWAPPER, inside, aside, outside], stdout=subprocess.PIPE)
    reached = refused = number = 0
    try:
        assert swapper.stdout is not None
        swapper.stdout.readline()
        enough = time.monotonic() + 10
        while not (reached and refused) or (min(reached, refused) < 300 and time.monotonic() < enough):
            number += 1
            try:
                with root.open_child("inside") as child:
                    write(child, f"file {number}")
                    with child.make_child(f"folder {number}") as deeper:
                        write(deeper, "a")
                    reached += 1
            except OSError:
                refused += 1
    finally:
        swapper.kill()
        swapper.communicate()
    assert reached
    assert refused
    assert not list(outside.iterdir())


def test_closing_twice(root: Directory) -> None:
    child = root.make_child("child")
    child.close()
    child.close()
    with pytest.raises(OSError):
        child.names()
    with pytest.raises(OSError):
        child.create_file("a")


def test_times_space_and_durability(root: Directory) -> None:
    write(root, "a")
    root.set_mtime_of("a", 10**18)
    root.set_mtime(2 * 10**18)
    assert Path(root.path, "a").stat().st_mtime_ns == 10**18
    assert root.status().st_mtime_ns == 2 * 10**18
    assert root.free() > 0
    root.sync()
    root.sync_filesystem()
    root.remove_file("a")
    with root.make_child("b"):
        pass
    root.remove_child("b")
    assert root.names() == []


def test_no_descriptor_is_inherited_or_left(root: Directory) -> None:
    if root.descriptor is not None:
        assert not os.get_inheritable(root.descriptor)
    before = open_descriptors()
    for number in range(50):
        with root.make_child(str(number)):
            pass
        with pytest.raises(FileNotFoundError):
            root.open_child("missing")
    assert open_descriptors() == before


def open_descriptors() -> int:
    listing = Path("/proc/self/fd")
    return len(list(listing.iterdir())) if listing.exists() else 0


def test_a_child_that_cannot_be_opened_is_not_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Directory(str(tmp_path)) as directory:

        def no_descriptor(_self: Directory, _name: str) -> Directory:
            raise OSError(errno.EMFILE, "Too many open files")

        monkeypatch.setattr(Directory, "open_child", no_descriptor)
        with pytest.raises(OSError, match="Too many open files"):
            directory.make_child("child")
    assert list(tmp_path.iterdir()) == []

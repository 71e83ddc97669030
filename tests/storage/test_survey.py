"""What is said of a folder before anything is accepted into it, and that looking changes nothing."""

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.errors import (
    AppError,
    FilesTooBigHere,
    FolderUnusable,
    NamesNotHeldHere,
    NamesTooLongHere,
    NotEnoughSpace,
    PathsTooLongHere,
    WriteFailed,
)
from desktop_app.protocol import limits
from desktop_app.storage import directory, system_calls
from desktop_app.storage.destination import Destination
from desktop_app.storage.directory import Directory
from desktop_app.storage.room import Promises
from desktop_app.storage.survey import Survey, Wanted, survey
from tests.storage.receiving import below, make_folder, receive
from tests.support.disks import MakeDisk, forget_inodes

GIB = limits.GIB


def look(
    folder: Path, *names: str, files: int = 9, total: int = 100, longest: int = 20, promises: Promises | None = None
) -> Survey:
    return survey(folder, Wanted(names or ("film",), files, total, longest), promises or Promises())


def kinds(found: Survey) -> list[type[AppError]]:
    return [type(warning) for warning in found.warnings]


@pytest.mark.usefixtures("both_ways")
def test_an_ordinary_folder_suits_and_is_left_as_it_was(save: Path) -> None:
    (save / "mine").write_bytes(b"mine")
    found = look(save, "film", "Grüße 🎉.txt", "x" * 255, longest=1024)
    assert (found.problem, found.warnings, found.existing) == (None, (), ())
    assert found.identity == (save.stat().st_dev, save.stat().st_ino)
    with Destination(save) as to:
        assert abs(found.free - to.free()) < GIB
    assert [path.name for path in save.iterdir()] == ["mine"]


@pytest.mark.usefixtures("both_ways")
def test_names_that_are_there_are_told_in_whatever_spelling(save: Path, outside: Path) -> None:
    (save / "file.txt").write_bytes(b"theirs")
    (save / "folder").mkdir()
    (save / "link").symlink_to(outside)
    (save / "cafe\u0301").write_bytes(b"")
    found = look(save, "FILE.TXT", "new", "folder", "link", "caf\u00e9")
    assert found.existing == ("FILE.TXT", "folder", "link", "caf\u00e9")


def test_a_folder_that_would_be_made_is_not_made_yet(save: Path) -> None:
    found = look(save / "new", "film")
    assert (found.problem, found.warnings, found.existing, found.identity) == (None, (), (), None)
    assert not list(save.iterdir())
    (save / "a file").write_bytes(b"")
    for bad in ("missing/new", "a file", "a file/below"):
        with pytest.raises(FolderUnusable):
            look(save / bad)


def test_what_others_were_promised_is_not_free(save: Path) -> None:
    promises = Promises()
    with Destination(save, promises=promises) as first:
        before = look(save, promises=promises).free
        first.begin(["a"], before // 2)
        found = look(save, total=before * 6 // 10, promises=promises)
        assert abs(found.free - before // 2) < GIB
        assert isinstance(found.problem, NotEnoughSpace)
        first.discard()
    assert look(save, total=before * 6 // 10, promises=promises).problem is None


@pytest.mark.disks
def test_a_disk_that_cannot_be_written_to_is_told_at_once(make_disk: MakeDisk) -> None:
    disk = make_disk(mib=100)
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    with pytest.raises(FolderUnusable) as caught:
        look(disk)
    assert "read-only" in str(caught.value)


def test_a_disk_without_safe_renaming_is_told_at_once(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(system_calls, "rename_exclusive", cannot)
    with pytest.raises(FolderUnusable) as caught:
        look(save)
    assert "replacing another" in str(caught.value)
    assert not list(save.iterdir())


@pytest.fixture
def short_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on eCryptfs."""
    create, make = Directory.create_file, Directory.make_child

    def held(name: str) -> None:
        if len(name.encode()) > 143:
            raise OSError(errno.ENAMETOOLONG, os.strerror(errno.ENAMETOOLONG))

    def create_file(self: Directory, name: str, mode: int = 0o600) -> int:
        held(name)
        return create(self, name, mode)

    def make_child(self: Directory, name: str, mode: int = 0o777) -> Directory:
        held(name)
        return make(self, name, mode)

    def rename(old: str, new: str, *, old_directory: int | None, new_directory: int | None) -> None:
        held(new)
        rename_exclusive(old, new, old_directory=old_directory, new_directory=new_directory)

    rename_exclusive = system_calls.rename_exclusive
    monkeypatch.setattr(Directory, "create_file", create_file)
    monkeypatch.setattr(Directory, "make_child", make_child)
    monkeypatch.setattr(system_calls, "rename_exclusive", rename)
    monkeypatch.setattr(Directory, "longest_name", lambda _directory: 143)


@pytest.mark.usefixtures("short_names")
def test_case_076_a_disk_of_short_names(save: Path) -> None:
    found = look(save, "fits" + "x" * 139, longest=143)
    assert (found.problem, found.warnings) == (None, ())
    found = look(save, "film", "x" * 144, longest=144)
    assert kinds(found) == [NamesNotHeldHere, NamesTooLongHere]
    assert found.warnings[0].fields["names"] == ("x" * 144,)
    assert found.warnings[1].fields["most"] == 143
    assert found.problem is None
    assert isinstance(look(save, "é" * 72, longest=144).problem, NamesNotHeldHere)
    assert kinds(look(save, "film", longest=144)) == [NamesTooLongHere], "deeper names may be too long"
    assert not list(save.iterdir())


@pytest.mark.usefixtures("short_names")
def test_a_number_fits_into_a_short_name(save: Path) -> None:
    name = "x" * 139 + ".txt"
    (save / name).write_bytes(b"theirs")
    (save / ("d" * 143)).mkdir()
    with Destination(save) as to:
        to.begin([name, "d" * 143, "y" * 144], 0)
        make_folder(to, "d" * 143)
        with pytest.raises(WriteFailed) as caught:
            receive(to, "y" * 144, b"too long")
        assert "too long for this disk" in str(caught.value)
        assert to.commit([receive(to, name, b"mine")]) == ()
        to.finish()
    assert below(save) == {name: b"theirs", "x" * 135 + " (2).txt": b"mine"}
    assert {path.name for path in save.iterdir() if path.is_dir()} == {"d" * 143, "d" * 139 + " (2)"}


def test_a_disk_that_writes_names_in_its_own_way(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = Directory.names
    monkeypatch.setattr(
        Directory, "names", lambda self: [name.encode("ascii", "replace").decode() for name in names(self)]
    )
    found = look(save, "film", "日本語.txt")
    assert kinds(found) == [NamesNotHeldHere]
    assert found.warnings[0].fields["names"] == ("日本語.txt",)
    assert isinstance(look(save, "日本語.txt").problem, NamesNotHeldHere)


def test_a_disk_that_fails_is_no_matter_of_names(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create = Directory.create_file

    def fail(self: Directory, name: str, mode: int = 0o600) -> int:
        if not name.isascii():
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return create(self, name, mode)

    monkeypatch.setattr(Directory, "create_file", fail)
    with pytest.raises(FolderUnusable) as caught:
        look(save, "日本語.txt")
    assert "the disk reported an error" in str(caught.value)
    assert not list(save.iterdir())


@pytest.mark.disks
@pytest.mark.parametrize(
    ("kind", "mib", "most", "bigger"),
    [("vfat", 6 * 1024, 4 * GIB - 1, 5 * GIB), ("ext2", 20 * 1024, 16 * GIB, 18 * GIB)],
)
def test_case_075_a_disk_of_small_files(make_disk: MakeDisk, kind: str, mib: int, most: int, bigger: int) -> None:
    disk = make_disk(kind, mib=mib)
    several = look(disk, "films", files=3, total=bigger)
    assert kinds(several) == [FilesTooBigHere]
    told = several.warnings[0].fields["most"]
    assert isinstance(told, int)
    assert abs(told - most) <= 128 * limits.MIB
    assert several.problem is None
    single = look(disk, "film", files=1, total=bigger)
    assert isinstance(single.problem, FilesTooBigHere)
    assert single.warnings == ()
    assert kinds(look(disk, "films", files=3, total=told)) == []
    assert {path.name for path in disk.iterdir()} <= {"lost+found"}


def test_case_076_paths_that_programs_could_not_open_are_told(save: Path) -> None:
    where = Directory(str(save))
    deep = save
    for _ in range(14):
        deeper = where.make_child("d" * 220)
        where.close()
        where, deep = deeper, deep / ("d" * 220)
    where.close()
    assert kinds(look(deep, longest=200)) == []
    assert kinds(look(deep, longest=1024)) == [PathsTooLongHere]


@pytest.mark.disks
@pytest.mark.parametrize("kind", ["tmpfs", "ext4", "vfat", "exfat", "btrfs"])
def test_case_075_a_transfer_into_every_kind_of_disk(make_disk: MakeDisk, kind: str) -> None:
    disk = make_disk(kind, mib=200)
    (disk / "Report.txt").write_bytes(b"theirs")
    big, names = os.urandom(3 << 20), ["report.txt", "Grüße 🎉", "film"]
    assert look(disk, *names, total=len(big)).existing == ("report.txt",)
    with Destination(disk) as to:
        to.begin(names, len(big))
        make_folder(to, "Grüße 🎉/Straße/empty")
        files = [
            receive(to, "report.txt", b"mine"),
            receive(to, "film", big),
            receive(to, "Grüße 🎉/Straße/日本語.txt", b""),
        ]
        files += [receive(to, f"Grüße 🎉/Straße/{number}", b"x" * number) for number in range(50)]
        assert to.commit(files) == ()
        to.finish()
        report = next(path for path in to.saved() if path.name.startswith("report"))
    folds = kind in {"vfat", "exfat"}
    assert report.name == ("report (2).txt" if folds else "report.txt")
    assert (disk / "Report.txt").read_bytes() == b"theirs"
    assert report.read_bytes() == b"mine"
    assert (disk / "film").read_bytes() == big
    assert len(below(disk)) == 54
    assert not list(disk.glob(".tally*"))


@pytest.mark.disks
@pytest.mark.parametrize("between", [lambda: None, forget_inodes], ids=["at once", "after a lack of memory"])
def test_a_folder_of_a_disk_that_renumbers_is_found_again(
    make_disk: MakeDisk, between: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.storage.received_folders.HANDLES", 1)
    disk = make_disk("vfat", mib=200)
    folder = disk / "save"
    folder.mkdir()
    seen = look(folder).identity
    between()
    with Destination(folder, seen=seen) as to:
        to.begin(["a", "b"], 0)
        for name in ("a", "b", "a/c", "b/d"):
            make_folder(to, name)
        between()
        assert to.commit([receive(to, f"{name}/x", b"x") for name in ("a/c", "b/d", "a", "b")]) == ()
        between()
        to.finish()
    assert len(below(folder)) == 4


def test_where_numbers_do_not_last_only_a_folder_will_do(
    save: Path, outside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not directory.HAS_DESCRIPTORS:
        pytest.skip("numbers last where there are no descriptors")
    monkeypatch.setattr(system_calls, "has_lasting_numbers", lambda _descriptor: False)
    monkeypatch.setattr("desktop_app.storage.received_folders.HANDLES", 1)
    for by in ("link", "file", "nothing"):
        with Destination(save) as to:
            to.begin(["t", "u"], 0)
            make_folder(to, "t")
            make_folder(to, "u")
            made = next(path for path in to.saved() if path.name.startswith("t"))
            made.rename(save / f"moved {by}")
            if by == "link":
                made.symlink_to(outside)
            elif by == "file":
                made.write_bytes(b"theirs")
            with pytest.raises(FolderUnusable):
                to.commit([receive(to, "t/x", b"x")])
            to.discard()

"""What a scan finds, what it leaves out, and that it touches nothing on the way."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.errors import Cancelled, NothingToSend, PathMissing, PathUnreadable, TooManyFiles
from desktop_app.protocol import limits
from desktop_app.protocol.manifest import EntryKind
from desktop_app.protocol.top_names import TopNames
from desktop_app.storage import directory
from desktop_app.storage.names import NameTree, ReceivedPath, collision_key
from desktop_app.storage.scan import _SORTED, in_order, scan_again
from desktop_app.storage.selection import Selected
from desktop_app.storage.source import Selection, scan
from tests.support.top_names import a_folder


def never() -> bool:
    return False


def sent(selection: Selection) -> list[str]:
    return [item.entry.path for item in selection.entries]


def left_out(selection: Selection) -> dict[str, str]:
    return {item.path: item.error.code for item in selection.left_out}


def tree(root: Path, *files: str) -> Path:
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return root


@pytest.mark.usefixtures("both_ways")
def test_folders_come_before_what_they_hold_and_files_before_folders(tmp_path: Path) -> None:
    tree(tmp_path / "top", "b", "a/z", "a/y/x", "C", "c2/d")
    (tmp_path / "top" / "empty").mkdir()
    selection = scan([tmp_path / "top"], never)
    assert sent(selection) == [
        "top", "top/b", "top/C", "top/a", "top/a/z", "top/a/y", "top/a/y/x", "top/c2", "top/c2/d", "top/empty",
    ]  # fmt: skip
    assert (selection.files, selection.folders) == (5, 5)
    assert selection.total == sum(len(name) for name in ("b", "a/z", "a/y/x", "C", "c2/d"))
    assert selection.names == ("top",)
    assert selection.longest_path == len("top/a/y/x")
    assert selection.left_out == ()
    names = NameTree(selection.files)
    for item in selection.entries:
        path = Path(item.path)
        status = path.lstat()
        assert path == tmp_path / item.entry.path
        assert (item.device, item.inode) == (status.st_dev, status.st_ino)
        assert item.entry.mtime == status.st_mtime_ns
        assert item.entry.size == (status.st_size if item.entry.kind is EntryKind.FILE else 0)
        names.add(ReceivedPath.parse(item.entry.path), item.entry.kind)


def test_entries_are_a_sequence(tmp_path: Path) -> None:
    entries = scan([tree(tmp_path / "t", "a/1", "a/2", "b/1")], never).entries
    assert len(entries) == 6
    assert [entries[number] for number in range(6)] == list(entries)
    assert entries[-1].entry.path == "t/b/1"
    assert [item.entry.path for item in entries[1:3]] == ["t/a", "t/a/1"]
    with pytest.raises(IndexError):
        entries[6]


@pytest.mark.skipif(os.name != "posix", reason="makes special files")
@pytest.mark.usefixtures("both_ways")
def test_case_079_special_files_are_listed_and_never_opened(tmp_path: Path) -> None:
    top = tree(tmp_path / "top", "a")
    secret = tree(tmp_path / "outside", "secret")
    (top / "to file").symlink_to(secret / "secret")
    (top / "to folder").symlink_to(secret)
    (top / "loop").symlink_to(top)
    (top / "dangling").symlink_to("nowhere")
    os.mkfifo(top / "fifo")  # opening it would block
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(top / "socket"))
    selection = scan([top], never)
    assert sent(selection) == ["top", "top/a"]
    names = ("to file", "to folder", "loop", "dangling", "fifo", "socket")
    assert left_out(selection) == {f"top/{name}": "path-unreadable" for name in names}
    assert "link" in str(selection.left_out[0].error)


def test_a_selected_link_is_listed_too(tmp_path: Path) -> None:
    tree(tmp_path, "real/a", "b")
    (tmp_path / "link").symlink_to("real")
    selection = scan([tmp_path / "link", tmp_path / "b"], never)
    assert sent(selection) == ["b"]
    assert left_out(selection) == {"link": "path-unreadable"}
    with pytest.raises(NothingToSend):
        scan([tmp_path / "link"], never)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that takes any name")
@pytest.mark.usefixtures("both_ways")
def test_names_that_a_receiver_would_refuse(tmp_path: Path) -> None:
    bad = ["con.txt", "a:b", "trailing.", " lead", "back\\slash", "new\nline", ".tallystick-partial-00"]
    top = tree(tmp_path / "top", "good", "nul/inside", *bad)
    Path(os.fsdecode(os.fsencode(top) + b"/not-\xff-utf8")).write_bytes(b"")
    selection = scan([top], never)
    assert sent(selection) == ["top", "top/good"]
    expected = {f"top/{name}" for name in (*bad, "nul", "not-\N{REPLACEMENT CHARACTER}-utf8")}
    assert left_out(selection) == dict.fromkeys(expected, "unsafe-name")
    for item in selection.left_out:
        item.path.encode()


@pytest.mark.skipif(sys.platform != "linux", reason="needs a case-sensitive file system")
def test_names_that_are_the_same_elsewhere(tmp_path: Path) -> None:
    top = tree(tmp_path / "top", "A.txt", "a.txt", "e\u0301", "\u00e9", "Folder/x", "folder/y")
    selection = scan([top], never)
    assert sent(selection) == ["top", "top/A.txt", "top/e\u0301", "top/Folder", "top/Folder/x"]
    assert left_out(selection) == dict.fromkeys(["top/a.txt", "top/\u00e9", "top/folder"], "name-collision")


def test_too_deep_and_too_long(tmp_path: Path) -> None:
    deep = tmp_path / "/".join(["d"] * limits.DEPTH_MAX)
    tree(deep, "too deep")
    tree(deep.parent, "deep enough")
    long = tmp_path / "l" / "/".join(["x" * 200] * 5)
    tree(long, "y" * 17, "y" * 18)
    selection = scan([tmp_path / "d", tmp_path / "l"], never)
    assert selection.longest_path == limits.PATH_MAX
    assert {Path(path).name: code for path, code in left_out(selection).items()} == {
        "too deep": "unsafe-name",
        "y" * 18: "unsafe-name",
    }
    for item in selection.entries:
        ReceivedPath.parse(item.entry.path)


def test_top_level_names_become_distinct(tmp_path: Path) -> None:
    tree(tmp_path, "1/name.txt", "2/name.txt", "3/NAME.txt", "4/name.txt/inside")
    selected = [tmp_path / "1/name.txt", tmp_path / "2/name.txt", tmp_path / "3/NAME.txt", tmp_path / "4/name.txt"]
    selection = scan([*selected, selected[0]], never)
    assert selection.names == ("name.txt", "name (2).txt", "NAME (3).txt", "name (4).txt")
    assert [Path(item.path).read_bytes() for item in selection.entries[:3]] == [
        b"1/name.txt",
        b"2/name.txt",
        b"3/NAME.txt",
    ]
    assert sent(selection)[-1] == "name (4).txt/inside"
    assert selection.entries[-1].path == str(tmp_path / "4/name.txt/inside")


def test_paths_without_a_name_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path / "real", "in/a")
    monkeypatch.chdir(tmp_path / "real" / "in")
    for path, expected in [(Path(), "in"), (Path(".."), "real"), (Path("../.."), tmp_path.name), (Path("a"), "a")]:
        selection = scan([path], never)
        assert selection.names == (expected,)
        assert Path(selection.entries[0].path).is_absolute()


def test_the_root_of_a_disk_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def nothing(opened: directory.Directory) -> list[str]:
        seen.append(opened.path)
        return []

    monkeypatch.setattr(directory.Directory, "names", nothing)
    selection = scan([Path("/")], never)
    assert selection.names == ("root",)
    assert selection.entries[0].path == "/"
    assert seen == ["/"]


def test_programs(tmp_path: Path) -> None:
    top = tree(tmp_path / "top", "a.EXE", "b.txt", "c.sh", "script", "d.jpg.scr")
    (top / "script").chmod(0o755)
    selection = scan([top], never)
    assert selection.programs == 4
    assert [item.entry.path for item in selection.entries if item.entry.executable] == ["top/script"]


def test_what_was_selected_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(PathMissing) as caught:
        scan([tmp_path / "gone"], never)
    assert str(tmp_path / "gone") in str(caught.value)
    with pytest.raises(PathMissing):
        scan([tree(tmp_path, "file") / "file" / "below"], never)
    with pytest.raises(NothingToSend):
        scan([], never)


def test_case_091_stops_soon(tmp_path: Path) -> None:
    top = tree(tmp_path / "top", *map(str, range(600)))
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) == 2

    with pytest.raises(Cancelled):
        scan([top], stop)
    assert len(asked) == 2


def test_limits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    top = tree(tmp_path / "top", *"abc")
    monkeypatch.setattr(limits, "ENTRIES_MAX", 4)
    assert len(scan([top], never).entries) == 4
    monkeypatch.setattr(limits, "ENTRIES_MAX", 3)
    with pytest.raises(TooManyFiles):
        scan([top], never)
    monkeypatch.setattr(limits, "TOP_NAMES_MAX", 1)
    with pytest.raises(TooManyFiles):
        scan([top / "a", top / "b"], never)
    monkeypatch.setattr(limits, "FILE_SIZE_MAX", 1)
    assert left_out(scan([top / "a", tree(tmp_path, "big") / "big"], never)) == {"big": "path-unreadable"}


@pytest.fixture
def for_everybody() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


_AS_SOMEBODY = """
import os, sys
from pathlib import Path
from desktop_app.errors import PathUnreadable
from desktop_app.storage.source import scan
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
top = Path(sys.argv[1])
selection = scan([top], lambda: False)
print(sorted(item.entry.path for item in selection.entries))
print(sorted((item.path, item.error.code) for item in selection.left_out))
for name in ("file", "folder"):
    try:
        scan([top / name], lambda: False)
    except PathUnreadable as error:
        print(error.fields["reason"])
"""


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_unreadable(for_everybody: Path) -> None:
    top = tree(for_everybody / "top", "file", "good", "folder/a")
    (top / "file").chmod(0)
    (top / "folder").chmod(0)
    try:
        printed = subprocess.run([sys.executable, "-c", _AS_SOMEBODY, str(top)], capture_output=True, text=True)
    finally:
        (top / "folder").chmod(0o755)
    assert printed.stdout.splitlines() == [
        "['top', 'top/good']",
        "[('top/file', 'path-unreadable'), ('top/folder', 'path-unreadable')]",
        "permission denied",
        "permission denied",
    ], printed.stderr


def test_a_selected_path_is_read_only_when_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_arguments, **_options: False)
    with pytest.raises(PathUnreadable):
        scan([tree(tmp_path, "a") / "a"], never)


_MEASURE = """
import os, resource, sys
from pathlib import Path
from desktop_app.storage.source import scan
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
selection = scan([Path(sys.argv[1])], lambda: False)
assert len(selection.entries) == 20_021
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the kernel for peak memory")
def test_a_million_entries_fit_into_memory(tmp_path: Path) -> None:
    top = tmp_path / "top"
    tree(top, "first")
    for folder in range(20):
        inner = top / f"a folder with a name {folder}"
        inner.mkdir()
        for number in range(1000 if folder else 999):
            os.link(top / "first", inner / f"a picture with a name {number}.jpg")
    kib = int(
        subprocess.run([sys.executable, "-c", _MEASURE, str(top)], check=True, capture_output=True, text=True).stdout
    )
    assert kib * 50 < 300 * 1024


@pytest.mark.usefixtures("both_ways")
def test_what_failed_is_found_again_in_its_folders_and_nothing_else(tmp_path: Path) -> None:
    tree(tmp_path / "one" / "src", "a", "main.db", "deep/er/x", "deep/y", "other/z")
    tree(tmp_path / "two" / "src", "b", "gone")
    tree(tmp_path, "note.txt")
    first = scan([tmp_path / "one" / "src", tmp_path / "two" / "src", tmp_path / "note.txt"], never)
    assert first.selected.sources == {
        "src": str(tmp_path / "one" / "src"),
        "src (2)": str(tmp_path / "two" / "src"),
        "note.txt": str(tmp_path / "note.txt"),
    }
    (tmp_path / "two" / "src" / "gone").unlink()
    (tmp_path / "one" / "src" / "a").unlink()
    (tmp_path / "one" / "src" / "a").symlink_to("/etc/passwd")
    failed = ["src/main.db", "src/deep/er/x", "src/a", "src (2)/b", "src (2)/gone", "elsewhere/c"]
    again = scan_again(Selected(first.selected.sources, failed), never)
    assert sent(again) == [
        "src", "src/main.db", "src/deep", "src/deep/er", "src/deep/er/x", "src (2)", "src (2)/b",
    ]  # fmt: skip
    assert (again.files, again.folders) == (3, 4)
    assert again.tops == TopNames([a_folder("src", 2, len("main.dbdeep/er/x")), a_folder("src (2)", 1, 1)])
    assert left_out(again) == {
        "src/a": "path-unreadable",
        "src (2)/gone": "path-missing",
        "elsewhere/c": "path-missing",
    }
    assert [Path(item.path).read_bytes() for item in again.entries if item.entry.kind is EntryKind.FILE] == [
        b"main.db",
        b"deep/er/x",
        b"b",
    ]


def test_a_failed_file_that_was_sent_by_itself_is_sent_so_again(tmp_path: Path) -> None:
    tree(tmp_path, "a.txt", "b.txt")
    sources = {name: str(tmp_path / name) for name in ("a.txt", "b.txt", "c.txt")}
    again = scan_again(Selected(sources, ["b.txt", "c.txt"]), never)
    assert sent(again) == ["b.txt"]
    assert left_out(again) == {"c.txt": "path-missing"}
    with pytest.raises(NothingToSend):
        scan_again(Selected(sources, ["c.txt"]), never)


def test_many_names_of_one_folder_come_in_the_order_of_a_few() -> None:
    names = [f"{letter}{number % 977}{end}" for number in range(4000) for letter in "aAäÄ" for end in ("", ".X", ".x")]
    names = sorted(set(names), key=hash)
    alike = sorted(sorted(names), key=collision_key)
    assert len(names) > 2 * _SORTED
    assert list(in_order(names)) == alike

"""However many entries a selection has, each is found again, and all of them take little memory."""

import os
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.protocol.manifest import EntryKind
from desktop_app.storage import selection
from desktop_app.storage.selection import SourceEntries

BLOCK = 4
_names = st.sampled_from(["a", "b", "re\u0301sume\u0301", "x y"])
_paths = st.lists(st.lists(_names, min_size=1, max_size=3).map("/".join), max_size=30)
TOP = "/home/ada/Pictures/holiday".replace("/", os.sep)


def status(number: int, *, folder: bool = False) -> Any:
    """Of a file or folder that has this number in everything that is kept of it."""
    return SimpleNamespace(
        st_mode=0o040755 if folder else 0o100644,
        st_size=number,
        st_mtime_ns=-number,
        st_dev=number // 5,
        st_ino=2**63 + number,
    )


def add(entries: SourceEntries, paths: list[str]) -> None:
    entries.add_top(TOP, "sent as", status(0, folder=True), executable=False)
    for number, path in enumerate(paths, 1):
        folder, _, name = f"sent as/{path}".rpartition("/")
        entries.add(folder, name, status(number, folder=number % 7 == 0), executable=number % 3 == 0)


@given(_paths, st.lists(st.integers(0, 30)), st.slices(31))
def test_each_is_found_again_in_whatever_order(paths: list[str], asked: list[int], part: slice) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(selection, "_BLOCK", BLOCK)
        entries = SourceEntries()
        add(entries, paths)
        found = list(entries)
        for number in (number for number in asked if number < len(found)):
            assert entries[number] == found[number]
            assert entries[number - len(found)] == found[number]
        assert entries[part] == found[part]
        with pytest.raises(IndexError):
            entries[len(found)]
    assert len(entries) == len(found) == len(paths) + 1
    assert (found[0].entry.path, found[0].path) == ("sent as", TOP)
    for number, (path, item) in enumerate(zip(paths, found[1:], strict=True), 1):
        is_folder = number % 7 == 0
        assert item.entry.path == f"sent as/{path}"
        assert item.path == f"{TOP}/{path}".replace("/", os.sep)
        assert item.entry.kind is (EntryKind.FOLDER if is_folder else EntryKind.FILE)
        assert (item.entry.size, item.entry.mtime) == (0 if is_folder else number, -number)
        assert item.entry.executable is (number % 3 == 0 and not is_folder)
        assert (item.device, item.inode) == (number // 5, 2**63 + number)


_FILL = """
import os, resource, sys
from desktop_app.storage.selection import SourceEntries
entries, status = SourceEntries(), os.stat(sys.executable)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
entries.add_top("/home/ada/Pictures/holiday", "holiday", status, executable=False)
for number in range(200_000):
    entries.add(f"holiday/day {number // 500}", f"picture {number}.jpg", status, executable=False)
for entry in entries:
    assert entry.path
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the kernel for peak memory")
def test_a_million_entries_fit_into_memory() -> None:
    kib = int(subprocess.run([sys.executable, "-c", _FILL], check=True, capture_output=True, text=True).stdout)
    assert kib * 5 < 30 * 1024

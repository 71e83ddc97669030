"""Files while they arrive: private, bounded, and gone when they are not wanted."""

import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from desktop_app.errors import (
    ContentMismatch,
    NotEnoughSpace,
)
from desktop_app.protocol.manifest import Entry, EntryKind
from desktop_app.storage import partial, received_folders, room, system_calls
from desktop_app.storage.destination import Destination
from desktop_app.storage.directory import Directory
from desktop_app.storage.names import ReceivedPath
from desktop_app.storage.private_directory import PrivateDirectory
from tests.storage.receiving import below, make_folder, partial_directories, receive
from tests.support.disks import MakeDisk


@pytest.mark.parametrize("umask", [0o022, 0o077])
@pytest.mark.parametrize("keep", [True, False])
def test_case_059_modes_are_what_the_umask_leaves(save: Path, umask: int, keep: bool) -> None:
    before = os.umask(umask)
    try:
        with Destination(save, keep_executable=keep) as to:
            to.begin(["t"], 0)
            file = receive(to, "t/run", b"x", executable=True)
            [private] = partial_directories(save)
            to.commit([file, receive(to, "t/data", b"x")])
            assert private.stat().st_mode & 0o777 == 0o700
    finally:
        os.umask(before)
    assert (save / "t/run").stat().st_mode & 0o7777 == (0o755 if keep else 0o644) & ~umask
    assert (save / "t/data").stat().st_mode & 0o7777 == 0o644 & ~umask
    assert (save / "t").stat().st_mode & 0o7777 == 0o755 & ~umask


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="becomes somebody else")
@pytest.mark.parametrize("count", [1, 65])
def test_nobody_else_reads_an_arriving_file(count: int) -> None:
    with tempfile.TemporaryDirectory() as place, Destination(Path(place)) as to:
        Path(place).chmod(0o755)
        control = Path(place, "control")
        control.write_bytes(b"y")
        to.begin(["a"], 2)
        for number in range(count):
            path = f"a/{number}"
            to.create(ReceivedPath.parse(path), Entry(path, EntryKind.FILE, 2, 0, False)).write(memoryview(b"x"))
        [private] = partial_directories(Path(place))
        arriving = next(path for path in private.rglob(str(count)))
        seen = [subprocess.run(["cat", path], user=65534, capture_output=True).stdout for path in (control, arriving)]
        assert seen == [b"y", b""]
        assert arriving.read_bytes() == b"x"
        to.discard()


@pytest.mark.parametrize("mtime", [-(2**63), -1, 0, 4_102_444_800 * 10**9 + 1, 2**63 - 1])
def test_case_059_times_are_clamped(save: Path, mtime: int) -> None:
    with Destination(save) as to:
        to.begin(["a", "d"], 0)
        make_folder(to, "d", mtime)
        to.commit([receive(to, "a", b"x", mtime=mtime)])
        to.finish()
    for name in "ad":
        assert 0 <= (save / name).stat().st_mtime <= 4_102_444_800


def test_only_complete_files_are_delivered(save: Path) -> None:
    with Destination(save) as to:
        to.begin(["a", "b"], 10)
        short = to.create(ReceivedPath.parse("a"), Entry("a", EntryKind.FILE, 10, 0, False))
        short.write(memoryview(b"12345"))
        with pytest.raises(ContentMismatch):
            short.write(memoryview(b"678901"))
        assert short.size_written == 5
        [failure] = to.commit([short, receive(to, "b", b"x")])
        assert failure.file is short
        assert isinstance(failure.error, ContentMismatch)
        to.finish()
    assert below(save) == {"b": b"x"}
    assert not partial_directories(save)


def test_case_078_discard_keeps_what_was_delivered_and_what_is_not_ours(save: Path) -> None:
    with Destination(save) as to:
        to.begin(["a", "b", "c"], 0)
        to.commit([receive(to, "a", b"x")])
        dropped = receive(to, "b", b"x")
        dropped.discard()
        dropped.discard()
        receive(to, "c", b"x")
        to.discard()
        to.discard()
        assert not partial_directories(save)
        assert to.saved() == (save / "a",)
    assert below(save) == {"a": b"x"}
    with Destination(save) as to:
        to.begin(["d"], 0)
        [private] = partial_directories(save)
        (private / "somebody's").write_bytes(b"precious")
        to.discard()
    assert (private / "somebody's").read_bytes() == b"precious"


def test_two_that_remove_the_same_directory_do_not_stop_each_other(save: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gives a transfer up, and the history that hears of it, are two threads."""
    with Directory(str(save)) as root:
        ours = PrivateDirectory(root)
        for name in ("1", "2"):
            os.close(ours.directory.create_file(name))
        listed = ours.directory.names()
        (save / ours.name / "1").unlink()
        monkeypatch.setattr(Directory, "names", lambda _: listed)
        ours.remove()
    assert list(save.iterdir()) == []


@pytest.mark.parametrize("by", ["link", "folder"])
def test_case_078_discard_after_the_partial_directory_was_swapped(save: Path, outside: Path, by: str) -> None:
    with Destination(save) as to:
        to.begin(["a"], 0)
        receive(to, "a", b"x")
        [private] = partial_directories(save)
        private.rename(save / "moved")
        if by == "link":
            private.symlink_to(outside)
        else:
            private.mkdir()
        to.discard()
    assert private.is_symlink() == (by == "link")
    assert private.is_dir()
    assert not list((save / "moved").iterdir())


def test_many_small_files_need_few_descriptors(save: Path) -> None:
    listing = Path("/proc/self/fd")
    if not listing.exists():
        pytest.skip("counts descriptors in /proc")
    before = len(list(listing.iterdir()))
    with Destination(save) as to:
        to.begin(["t"], 0)
        files = [receive(to, f"t/{number % 100}/{number}", b"x") for number in range(500)]
        assert len(list(listing.iterdir())) - before < partial.KEPT_OPEN + 10
        assert to.commit(files) == ()
        assert len(list(listing.iterdir())) - before < received_folders.HANDLES + 10
        to.finish()
    assert len(list(listing.iterdir())) == before
    assert len(below(save)) == 500


def test_files_that_were_closed_early_are_synced_one_by_one_where_nothing_else_is_possible(
    save: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(system_calls, "sync_filesystem", lambda _descriptor: False)
    monkeypatch.setattr(system_calls, "sync_data", synced.append)
    with Destination(save) as to:
        to.begin(["t"], 0)
        files = [receive(to, f"t/{number}", b"x") for number in range(partial.KEPT_OPEN * 2)]
        assert not files[-1].is_open
        assert to.commit(files) == ()
        to.finish()
    assert len(synced) == len(files)
    assert len(below(save)) == len(files)


@pytest.mark.disks
def test_a_disk_that_fills_up(make_disk: MakeDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    small_disk = make_disk()
    monkeypatch.setattr(room, "RESERVE", 0)
    with Destination(small_disk) as to:
        to.begin(["a", "b", "c", "d"], 1 << 20)
        with pytest.raises(NotEnoughSpace) as caught:  # refused when its room is reserved
            to.create(ReceivedPath.parse("a"), Entry("a", EntryKind.FILE, 8 << 20, 0, False))
        assert caught.value.fields["needed"] == 8 << 20
        kept = receive(to, "b", b"b" * (1 << 20))
        # As big as is left, and nobody reserves room for less than a MiB.
        small = (receive(to, f"c/{number}", b"c" * 500_000) for number in range(8))
        with pytest.raises(NotEnoughSpace):
            list(small)
        assert to.commit([kept]) == ()
        to.discard()
    assert below(small_disk) == {"b": b"b" * (1 << 20)}

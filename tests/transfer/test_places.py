"""What a folder and its disk cannot hold: told with the offer, and file by file where that was not known before."""

import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import FilesTooBigHere, FolderUnusable, NotKeptThere, WriteFailed
from desktop_app.events import OfferReceived, State
from desktop_app.protocol import limits
from desktop_app.storage import system_calls
from desktop_app.storage.directory import Directory
from desktop_app.storage.existing import Existing
from tests.support.disks import MakeDisk, forget_inodes, make_disk
from tests.support.node import Node, verify
from tests.transfer.trees import film, tree, write

__all__ = ["make_disk"]


@pytest.mark.disks
@pytest.mark.parametrize(("kind", "mib", "size"), [("ext2", 20 * 1024, 18), ("vfat", 6 * 1024, 5)])
def test_files_that_are_too_big_for_a_disk_are_told_with_the_offer(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, make_disk: MakeDisk, kind: str, mib: int, size: int
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    disk = make_disk(kind, mib=mib)
    write(tmp_path / "films" / "small", b"x")
    one = film(tmp_path / "films" / "film", size * limits.GIB)
    for source, alone in ((one, True), (tmp_path / "films", False)):
        number = a.engine.send([source], a.device_of(session))
        offer = b.wait_for(OfferReceived)
        assert offer.warnings == ()
        b.engine.consider(offer.transfer.id, disk)
        again = b.wait_for(OfferReceived)
        if alone:
            assert isinstance(again.problem, FilesTooBigHere)
            assert again.warnings == ()
        else:
            assert again.problem is None
            assert [type(warning) for warning in again.warnings] == [FilesTooBigHere]
        b.engine.decline(offer.transfer.id)
        assert a.finished(number).state is State.DECLINED


@pytest.mark.disks
@pytest.mark.parametrize("kind", ["ext4", "vfat", "exfat"])
def test_the_whole_way_onto_another_disk(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, make_disk: MakeDisk, kind: str
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    disk = make_disk(kind, mib=200)
    write(disk / "Album" / "mine", b"mine")
    for number in range(300):
        write(tmp_path / "album" / f"Straße {number % 3}" / f"{number} 🎉.txt", os.urandom(number * 50), mtime=10**18)
    write(tmp_path / "album" / "film", os.urandom(20 * limits.MIB), mtime=10**18)
    number = a.engine.send([tmp_path / "album"], a.device_of(session))
    received = b.accept(disk)
    assert a.finished(number).state is State.DELIVERED
    (saved,) = b.finished(received).saved
    assert saved.name == ("album" if kind == "ext4" else "album (2)")
    sent = {path: what for path, what in tree(tmp_path / "album").items() if what[0] == "file"}
    assert {path: what for path, what in tree(saved).items() if what[0] == "file"} == sent
    assert tree(disk / "Album")["mine"][1] == b"mine"
    forget_inodes()
    (disk / "Album").rename(disk / "moved")
    saved.rename(disk / "album")
    number = a.engine.send([tmp_path / "album"], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    b.engine.accept(offer.transfer.id, disk, Existing.SKIP_IDENTICAL)
    assert a.finished(number).were_there == b.finished(offer.transfer.id).were_there == 301
    assert {path.name for path in disk.iterdir()} - {"lost+found"} == {"album", "moved"}


def test_a_file_that_turns_out_to_be_too_big_fails_alone(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    reserve = system_calls.preallocate

    def limited(descriptor: int, size: int) -> bool:
        if size > 4 * limits.MIB:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return reserve(descriptor, size)

    monkeypatch.setattr(system_calls, "preallocate", limited)
    write(tmp_path / "films" / "big", os.urandom(5 * limits.MIB))
    write(tmp_path / "films" / "small", os.urandom(2 * limits.MIB))
    number = a.engine.send([tmp_path / "films"], a.device_of(session))
    received = b.accept()
    there, here = a.finished(number), b.finished(received)
    assert there.state is here.state is State.PARTLY
    assert [(failure.path, type(failure.error)) for failure in there.failures] == [("films/big", NotKeptThere)]
    assert [(failure.path, type(failure.error)) for failure in here.failures] == [("films/big", WriteFailed)]
    assert "too big for this disk" in str(here.failures[0].error)
    assert [path.name for path in (b.folder / "films").iterdir()] == ["small"]


def test_a_name_that_turns_out_to_be_too_long_fails_alone_and_at_once(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    monkeypatch.setattr(Directory, "longest_name", lambda _directory: 143)
    created: list[str] = []
    create_file = Directory.create_file

    def note(directory: Directory, name: str, mode: int = 0o600) -> int:
        if directory.path.startswith(str(b.folder)):
            created.append(name)
        return create_file(directory, name, mode)

    write(tmp_path / "album" / ("x" * 144), os.urandom(100))
    write(tmp_path / "album" / ("é" * 72), os.urandom(100))
    write(tmp_path / "album" / ("é" * 71), os.urandom(100))
    number = a.engine.send([tmp_path / "album"], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert [warning.code for warning in offer.warnings] == ["names-too-long-here"]
    assert "more than 143 bytes" in str(offer.warnings[0])
    monkeypatch.setattr(Directory, "create_file", note)
    b.engine.accept(offer.transfer.id)
    there, here = a.finished(number), b.finished(offer.transfer.id)
    assert there.state is here.state is State.PARTLY
    assert {failure.path for failure in here.failures} == {"album/" + "x" * 144, "album/" + "é" * 72}
    assert "too long for this disk" in str(here.failures[0].error)
    assert [path.name for path in (b.folder / "album").iterdir()] == ["é" * 71]
    assert created == ["0", "1"], "the marker, and the one file that fits"


def test_a_folder_without_safe_renaming_is_no_place(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)

    def cannot(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(system_calls, "rename_exclusive", cannot)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert isinstance(offer.problem, FolderUnusable)
    assert list(b.folder.iterdir()) == []
    b.engine.decline(offer.transfer.id)
    assert a.finished(number).state is State.DECLINED

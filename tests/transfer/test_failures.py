"""Single files that cannot be sent or kept: the rest is delivered, and both sides list the same."""

import os
from pathlib import Path

import pytest

from desktop_app.errors import ContentMismatch, NotKeptThere, PathMissing, PathUnreadable, SourceChanged, WriteFailed
from desktop_app.events import OfferReceived, State, Transfer, TransferId
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.source import SourceFile
from desktop_app.transport.record_channel import RecordChannel
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import write


def offered(a: Node, b: Node, source: Path) -> tuple[TransferId, OfferReceived]:
    session, _ = verify(a, b)
    number = a.engine.send([source], a.device_of(session))
    return number, b.wait_for(OfferReceived)


def both(a: Node, b: Node, sent: TransferId, offer: OfferReceived) -> tuple[Transfer, Transfer]:
    return a.finished(sent), b.finished(offer.transfer.id)


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for number in range(5):
        write(tmp_path / "album" / f"{number}.jpg", os.urandom(3000))
    write(tmp_path / "album" / "big", os.urandom(3 << 20))
    return tmp_path / "album"


@pytest.mark.parametrize("victim", ["0.jpg", "2.jpg", "big"])
@pytest.mark.parametrize("what", ["vanished", "changed", "replaced", "grown", "shrunk"])
def test_a_source_that_is_not_what_was_found_is_left_out(
    pair_of_nodes: tuple[Node, Node], album: Path, victim: str, what: str
) -> None:
    a, b = pair_of_nodes
    sent, offer = offered(a, b, album)
    path = album / victim
    match what:
        case "vanished":
            path.unlink()
        case "changed":
            content = path.read_bytes()
            write(path, content, mtime=1)
        case "replaced":
            status = path.stat()
            content = path.read_bytes()
            path.rename(album / "moved away")
            write(path, content, mtime=status.st_mtime_ns)
        case "grown":
            with path.open("ab") as file:
                file.write(b"more")
        case "shrunk":
            os.truncate(path, 1)
    b.engine.accept(offer.transfer.id)
    here, there = both(a, b, sent, offer)
    assert here.state is there.state is State.PARTLY
    expected = PathMissing if what == "vanished" else SourceChanged
    for transfer in (here, there):
        assert [(failure.path, type(failure.error)) for failure in transfer.failures] == [(f"album/{victim}", expected)]
    names = {f"{number}.jpg" for number in range(5)} | {"big"}
    assert {path.name for path in (b.folder / "album").iterdir()} == names - {victim}
    for name in names - {victim}:
        assert (b.folder / "album" / name).read_bytes() == (album / name).read_bytes()
    assert not list(b.folder.glob(".*"))


@pytest.mark.parametrize("victim", ["2.jpg", "big"])
def test_a_source_that_changes_under_the_reader_is_left_out(
    pair_of_nodes: tuple[Node, Node], album: Path, victim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    sent, offer = offered(a, b, album)
    readinto = SourceFile.readinto

    def meanwhile(source: SourceFile, view: memoryview) -> int:
        if source.item.entry.path.endswith(victim):
            os.utime(album / victim, ns=(1, 1))
        return readinto(source, view)

    monkeypatch.setattr(SourceFile, "readinto", meanwhile)
    b.engine.accept(offer.transfer.id)
    for transfer in both(a, b, sent, offer):
        assert transfer.state is State.PARTLY
        assert [type(failure.error) for failure in transfer.failures] == [SourceChanged]
    assert not (b.folder / "album" / victim).exists()
    assert len(list((b.folder / "album").iterdir())) == 5


def test_a_source_that_cannot_be_read_any_more_is_left_out(
    pair_of_nodes: tuple[Node, Node], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    sent, offer = offered(a, b, album)
    readinto = SourceFile.readinto

    def broken(source: SourceFile, view: memoryview) -> int:
        if source.item.entry.path.endswith("3.jpg"):
            raise PathUnreadable(path=source.item.entry.path, reason="input/output error")
        return readinto(source, view)

    monkeypatch.setattr(SourceFile, "readinto", broken)
    b.engine.accept(offer.transfer.id)
    for transfer in both(a, b, sent, offer):
        assert transfer.state is State.PARTLY
        assert [(failure.path, type(failure.error)) for failure in transfer.failures] == [
            ("album/3.jpg", PathUnreadable)
        ]


@pytest.mark.parametrize("victim", ["1.jpg", "big"])
def test_a_file_that_the_receiver_cannot_write_fails_alone(
    pair_of_nodes: tuple[Node, Node], album: Path, victim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    sent, offer = offered(a, b, album)
    write_to = PartialFile.write

    def failing(file: PartialFile, data: memoryview) -> int:
        if file.path.name == victim:
            raise WriteFailed(path=file.path.text, reason="input/output error")
        return write_to(file, data)

    monkeypatch.setattr(PartialFile, "write", failing)
    b.engine.accept(offer.transfer.id)
    here, there = both(a, b, sent, offer)
    assert here.state is there.state is State.PARTLY
    assert [(failure.path, type(failure.error)) for failure in here.failures] == [(f"album/{victim}", NotKeptThere)]
    assert [(failure.path, type(failure.error)) for failure in there.failures] == [(f"album/{victim}", WriteFailed)]
    assert not (b.folder / "album" / victim).exists()


def test_bytes_that_change_on_the_way_to_the_disk_are_noticed(
    pair_of_nodes: tuple[Node, Node], album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest of the sender is held against what was received, whatever happened in between."""
    a, b = pair_of_nodes
    sent, offer = offered(a, b, album)
    readinto = SourceFile.readinto

    def other_bytes(source: SourceFile, view: memoryview) -> int:
        count = readinto(source, view)
        if source.item.entry.path.endswith("4.jpg"):
            spoilt.append(view)
        return count

    spoilt: list[memoryview] = []
    send_data = RecordChannel.send_data

    def spoiling(records: RecordChannel, stream: int, count: int) -> None:
        for view in spoilt:
            view[0] ^= 1
        spoilt.clear()
        send_data(records, stream, count)

    monkeypatch.setattr(SourceFile, "readinto", other_bytes)
    monkeypatch.setattr(RecordChannel, "send_data", spoiling)
    b.engine.accept(offer.transfer.id)
    for transfer in both(a, b, sent, offer):
        assert transfer.state is State.PARTLY
        assert [(failure.path, type(failure.error)) for failure in transfer.failures] == [
            ("album/4.jpg", ContentMismatch)
        ]
    assert not (b.folder / "album/4.jpg").exists()


def test_links_and_special_files_are_left_out_and_listed_by_the_sender(
    pair_of_nodes: tuple[Node, Node], album: Path
) -> None:
    a, b = pair_of_nodes
    (album / "link").symlink_to("/etc/passwd")
    os.mkfifo(album / "pipe")
    sent, offer = offered(a, b, album)
    b.engine.accept(offer.transfer.id)
    here, there = both(a, b, sent, offer)
    assert here.state is there.state is State.DELIVERED
    assert {failure.path for failure in here.left_out} == {"album/link", "album/pipe"}
    wait_until(lambda: len(list((b.folder / "album").iterdir())) == 6)

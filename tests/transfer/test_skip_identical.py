"""What is there already with the same content is neither sent nor written again; whatever differs keeps both."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.errors import Interrupted, NotKeptThere, WriteFailed
from desktop_app.events import OfferReceived, SessionEnded, SessionId, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.storage import settings as settings_file
from desktop_app.storage.existing import Existing, ExistingFiles
from desktop_app.storage.source import SourceFile
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import tree, write

MIB = limits.MIB


def album(root: Path) -> Path:
    for number in range(20):
        write(root / "album" / f"{number}.jpg", os.urandom(50_000 + number), mtime=10**18 + number * 10**9)
    write(root / "album/inner/film", os.urandom(3 * MIB))
    write(root / "album/inner/nothing", b"")
    (root / "album/empty").mkdir()
    return root / "album"


def begin(
    a: Node, b: Node, session: SessionId, source: Path, existing: Existing | None = Existing.SKIP_IDENTICAL
) -> tuple[TransferId, TransferId]:
    sent = a.engine.send([source], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    assert offer.problem is None
    b.engine.accept(offer.transfer.id, None, existing)
    return sent, offer.transfer.id


def deliver(
    a: Node, b: Node, session: SessionId, source: Path, existing: Existing | None = Existing.SKIP_IDENTICAL
) -> tuple[Transfer, Transfer]:
    sent, received = begin(a, b, session, source, existing)
    there, here = a.finished(sent), b.finished(received)
    assert there.state is here.state is State.DELIVERED, (there, here)
    assert there.failures == here.failures == ()
    for node, number in ((a, sent), (b, received)):
        progress = node.engine.progress(number)
        assert progress is not None
        assert (progress.bytes_done, progress.files_done) == (progress.bytes_total, progress.files_total)
    return there, here


def identities(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Which files these are, and whether anybody touched them."""
    return {
        str(path.relative_to(folder)): (path.stat().st_ino, path.stat().st_mtime_ns, path.stat().st_ctime_ns)
        for path in sorted(folder.rglob("*"))
    }


def test_the_same_again_costs_neither_the_line_nor_the_disk(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, session_there = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    before, opened = identities(b.folder), b.facts(session_there).bytes_opened
    there, here = deliver(a, b, session, source)
    assert there.were_there == here.were_there == 22
    assert here.saved == (b.folder / "album",)
    assert identities(b.folder) == before
    assert b.facts(session_there).bytes_opened - opened < 20_000


def test_batches_of_entries_that_end_amid_others_keep_what_was_found(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    """Long paths make small batches, whose ends come together with those of the next one."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for number in range(900):
        write(tmp_path / "notes" / f"{number:0200}", b"%d" % number)
    deliver(a, b, session, tmp_path / "notes")
    there, here = deliver(a, b, session, tmp_path / "notes")
    assert there.were_there == here.were_there == 900
    assert here.saved == (b.folder / "notes",)


def test_what_differs_keeps_both_and_what_is_new_goes_beside_it(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    theirs = b.folder / "album"
    write(theirs / "1.jpg", os.urandom(50_001))  # another content of the same size
    write(theirs / "2.jpg", b"shorter")
    (theirs / "3.jpg").unlink()
    (theirs / "4.jpg").rename(theirs / "moved.jpg")
    (theirs / "4.jpg").symlink_to("moved.jpg")
    write(source / "new/5.jpg", b"new", mtime=10**18)
    (source / "new empty").mkdir()
    os.utime(source / "new", ns=(10**18, 10**18))
    before = identities(theirs)
    there, here = deliver(a, b, session, source)
    assert there.were_there == here.were_there == 18
    assert here.saved == (theirs, b.folder / "album (2)")
    assert identities(theirs) == before
    made = tree(b.folder / "album (2)")
    assert set(made) == {"1.jpg", "2.jpg", "3.jpg", "4.jpg", "new", "new/5.jpg", "new empty"}
    sent = tree(source)
    assert {path: made[path] for path in made} == {path: sent[path] for path in made}


def test_a_folder_that_is_made_for_one_file_has_its_time(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    write(source / "inner/film", os.urandom(100))
    os.utime(source / "inner", ns=(10**18, 10**18))
    os.utime(source, ns=(10**18, 10**18))
    deliver(a, b, session, source)
    assert set(tree(b.folder / "album (2)")) == {"inner", "inner/film"}
    assert (b.folder / "album (2)").stat().st_mtime_ns == 10**18
    assert (b.folder / "album (2)" / "inner").stat().st_mtime_ns == 10**18


@pytest.mark.parametrize("same", [True, False])
def test_a_single_file(pair_of_nodes: tuple[Node, Node], tmp_path: Path, same: bool) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    content = os.urandom(20 * MIB)
    write(b.folder / "film.mkv", content if same else content[:-1] + bytes((content[-1] ^ 1,)))
    _, here = deliver(a, b, session, write(tmp_path / "film.mkv", content))
    assert here.were_there == same
    assert here.saved == (b.folder / ("film.mkv" if same else "film (2).mkv"),)
    assert (b.folder / "film (2).mkv").exists() is not same
    assert here.saved[0].read_bytes() == content


@pytest.mark.parametrize(
    ("setting", "chosen", "skips"),
    [
        (Existing.ASK, None, False),
        (Existing.KEEP_BOTH, None, False),
        (Existing.SKIP_IDENTICAL, None, True),
        (Existing.SKIP_IDENTICAL, Existing.KEEP_BOTH, False),
        (Existing.ASK, Existing.SKIP_IDENTICAL, True),
        (Existing.SKIP_IDENTICAL, Existing.ASK, False),
    ],
)
def test_the_person_decides_and_else_the_setting(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, setting: Existing, chosen: Existing | None, skips: bool
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    assert b.engine.settings.existing is Existing.ASK
    b.engine.change_settings(existing=setting)
    wait_until(lambda: settings_file.load(b.engine.profile)[0].existing is setting)
    write(b.folder / "note.txt", b"hello")
    deliver(a, b, session, write(tmp_path / "note.txt", b"hello"), chosen)
    assert (b.folder / "note (2).txt").exists() is not skips


def test_many_files_in_several_batches(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for number in range(3000):
        write(tmp_path / "many" / f"{number % 7}" / f"{number}", b"%d" % number)
        if number % 2:
            write(b.folder / "many" / f"{number % 7}" / f"{number}", b"%d" % number)
    there, here = deliver(a, b, session, tmp_path / "many")
    assert there.were_there == here.were_there == 1500
    assert len([path for path in (b.folder / "many (2)").rglob("*") if path.is_file()]) == 1500
    for path in (b.folder / "many (2)").rglob("*"):
        assert path.is_dir() or path.read_bytes() == path.name.encode()


def test_links_in_the_way_are_not_followed(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    mine = write(tmp_path / "mine" / "0.jpg", (source / "0.jpg").read_bytes()).parent
    (b.folder / "album").symlink_to(mine)
    _, here = deliver(a, b, session, source)
    assert here.were_there == 0
    assert here.saved == (b.folder / "album (2)",)
    assert tree(b.folder / "album (2)") == tree(source)
    assert [path.name for path in mine.iterdir()] == ["0.jpg"]


def test_a_file_that_changes_before_the_end_is_no_success(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    durable = ExistingFiles.make_durable

    def change(files: ExistingFiles, found: object) -> bool:
        made = durable(files, found)  # type: ignore[arg-type]
        (b.folder / "album" / "7.jpg").unlink()
        return made

    monkeypatch.setattr(ExistingFiles, "make_durable", change)
    sent, received = begin(a, b, session, source)
    there, here = a.finished(sent), b.finished(received)
    assert there.state is here.state is State.PARTLY
    assert [(failure.path, type(failure.error)) for failure in here.failures] == [("album/7.jpg", WriteFailed)]
    assert [(failure.path, type(failure.error)) for failure in there.failures] == [("album/7.jpg", NotKeptThere)]
    assert here.were_there == 21


@pytest.mark.parametrize("where", ["read", "make_durable"])
def test_a_disk_that_fails_sends_everything_again(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    monkeypatch.setattr(ExistingFiles, where, lambda *_arguments: False)
    _, here = deliver(a, b, session, source)
    assert here.were_there == 0
    assert {path: what for path, what in tree(b.folder / "album (2)").items() if what[0] == "file"} == {
        path: what for path, what in tree(source).items() if what[0] == "file"
    }


def test_a_source_that_cannot_be_compared_is_told_when_its_turn_comes(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    sent = a.engine.send([source], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    (source / "3.jpg").unlink()
    b.engine.accept(offer.transfer.id, None, Existing.SKIP_IDENTICAL)
    there, here = a.finished(sent), b.finished(offer.transfer.id)
    assert there.state is here.state is State.PARTLY
    assert [failure.path for failure in there.failures] == ["album/3.jpg"]
    assert there.were_there == here.were_there == 21
    assert not (b.folder / "album (2)").exists()


class Gate:
    """A method that is kept waiting, as by a slow disk."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, kind: type, name: str, *, stop: Callable[[object], bool]
    ) -> None:
        method = getattr(kind, name)
        self.reached = threading.Event()
        self.open = threading.Event()

        def wait(*arguments: object) -> object:
            self.reached.set()
            while not self.open.wait(0.01) and not stop(arguments[-1]):
                pass
            return method(*arguments)

        monkeypatch.setattr(kind, name, wait)


@pytest.mark.parametrize("who", ["sender", "receiver", "cut"])
def test_given_up_while_the_receiver_reads_what_it_has(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, session_there = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    gate = Gate(monkeypatch, ExistingFiles, "read", stop=lambda stop: callable(stop) and stop())
    sent, received = begin(a, b, session, source)
    assert gate.reached.wait(5)
    start = time.monotonic()
    if who == "sender":
        a.engine.cancel(sent)
    elif who == "receiver":
        b.engine.cancel(received)
    else:
        b.cut(session_there)
        for node, number in ((a, sent), (b, received)):
            node.wait_paused(number, Interrupted)
            node.engine.cancel(number)
    there, here = a.finished(sent), b.finished(received)
    assert time.monotonic() - start < 2
    assert there.state is here.state is State.CANCELLED
    wait_until(lambda: [path.name for path in b.folder.iterdir()] == ["album"])


def test_reading_for_a_long_time_on_either_side_is_no_silence(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stream has its turns only to read, so the session must say that it lives; others go on meanwhile."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    monkeypatch.setattr(limits, "HEARTBEAT", 0.2)
    monkeypatch.setattr(limits, "SILENCE", 1.5)
    content = os.urandom(30 * MIB)
    write(b.folder / "film", content)
    readinto = SourceFile.readinto

    def slowly(source: SourceFile, view: memoryview) -> int:
        if source.item.entry.path == "film":
            time.sleep(0.1)
        return readinto(source, view)

    monkeypatch.setattr(SourceFile, "readinto", slowly)
    gate = Gate(monkeypatch, ExistingFiles, "read", stop=lambda _stop: False)
    sent, received = begin(a, b, session, write(tmp_path / "film", content))
    assert gate.reached.wait(5)
    note, _ = begin(a, b, session, write(tmp_path / "note", b"hello"))
    assert a.finished(note).state is State.DELIVERED
    time.sleep(2)
    gate.open.set()
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert b.transfer(received).were_there == 1
    assert not a.heard(SessionEnded) + b.heard(SessionEnded)


def test_two_of_the_same_at_once_are_both_kept(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    """When they were accepted neither was there."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sources = [write(tmp_path / name / "note.txt", name.encode()) for name in ("one", "two", "three")]
    sent = [a.engine.send([source], a.device_of(session)) for source in sources]
    offers = [b.wait_for(OfferReceived) for _ in sources]
    for offer in offers:
        b.engine.accept(offer.transfer.id, None, Existing.SKIP_IDENTICAL)
    for number in sent:
        assert a.finished(number).state is State.DELIVERED
    names = {"note.txt", "note (2).txt", "note (3).txt"}
    assert {path.name for path in b.folder.iterdir()} == names
    assert {(b.folder / name).read_bytes() for name in names} == {b"one", b"two", b"three"}


def test_what_is_there_needs_no_room(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise for it is given back as soon as that is known, not only at the end."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = album(tmp_path)
    deliver(a, b, session, source)
    promises = b.engine._links.reception.promises
    left: list[int] = []
    still = ExistingFiles.is_still

    def note(files: ExistingFiles, file: object) -> bool:
        left.append(sum(room.left for room in promises._rooms))
        return still(files, file)  # type: ignore[arg-type]

    sent, received = begin(a, b, session, source)
    monkeypatch.setattr(ExistingFiles, "is_still", note)
    assert a.finished(sent).state is b.finished(received).state is State.DELIVERED
    assert left[-1] == 0
    wait_until(lambda: not promises._rooms)

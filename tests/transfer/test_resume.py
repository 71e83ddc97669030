"""What was interrupted goes on where it stopped, in the same row, and nothing arrives twice or half."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.engine import continuing, returning
from desktop_app.engine.transfer_facts import can_continue
from desktop_app.errors import (
    CannotContinue,
    FolderAway,
    FolderUnusableThere,
    PausedHere,
    PausedThere,
    PeerCancelled,
    WaitsForPeer,
    WaitsForPerson,
    WaitsForSender,
)
from desktop_app.events import OfferReceived, Restored, State, Transfer, TransferId
from desktop_app.protocol import limits
from desktop_app.storage import selection
from desktop_app.storage.names import PARTIAL_PREFIX
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.private_directory import MARKER
from tests.engine.pasts import common_parts, documents
from tests.support.computers import ROOT
from tests.support.cut import Line
from tests.support.node import Node, StartNode, match_codes, verify, wait_until
from tests.support.remembering import remember, show_card
from tests.transfer.trees import tree, write

FILM = 24 * limits.MIB
LONG_FILM = 96 * limits.MIB  # more than is on its way at once


@pytest.fixture
def album(tmp_path: Path) -> Path:
    for number in range(40):
        write(tmp_path / "album" / f"a{number:02}", os.urandom(2000 + number))
    write(tmp_path / "album" / "film", os.urandom(FILM))
    for number in range(20):
        write(tmp_path / "album" / "later" / f"b{number:02}", os.urandom(3000 + number))
    (tmp_path / "album" / "later" / "empty").mkdir()
    return tmp_path / "album"


@pytest.fixture
def line(pair_of_nodes: tuple[Node, Node]) -> Iterator[Line]:
    with Line(pair_of_nodes[1].address) as line:
        yield line


@pytest.fixture(autouse=True)
def _soon_and_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is sent is packed, as one of many thousand entries is."""
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    monkeypatch.setattr(selection, "_BLOCK", 8)


class Stop:
    """Holds the receiver when so many bytes of the film are written, once, until `go`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int) -> None:
        self.reached, self.go, self.sent = threading.Event(), threading.Event(), 0
        write_to = PartialFile.write

        def write(file: PartialFile, data: memoryview) -> int:
            if file.path.name == "film" and file.size_written >= at and not self.reached.is_set():
                self.reached.set()
                assert self.go.wait(20)
            if file.path.name == "film":
                self.sent += len(data)
            return write_to(file, data)

        monkeypatch.setattr(PartialFile, "write", write)

    def shut_down(self, *nodes: Node, then: Callable[[], object]) -> None:
        """These, amid the film, which goes on after `then`."""
        threads = [threading.Thread(target=node.engine.shutdown) for node in nodes]
        for thread in threads:
            thread.start()
        then()
        self.go.set()
        for thread in threads:
            thread.join()


def begin(a: Node, b: Node, source: Path, line: Line) -> tuple[TransferId, TransferId]:
    session, _ = verify(a, b, line.address)
    sent = a.engine.send([source], a.device_of(session))
    return sent, b.accept()


def cut_off(a: Node, b: Node, sent: TransferId, received: TransferId, line: Line, stop: Stop) -> None:
    """Amid the film; both wait then."""
    assert stop.reached.wait(10)
    line.cut()
    wait_until(lambda: a.transfer(sent).paused is not None)
    stop.go.set()
    b.wait_paused(received, WaitsForSender)


def both_delivered(a: Node, b: Node, sent: TransferId, received: TransferId) -> tuple[Transfer, Transfer]:
    here, there = a.finished(sent), b.finished(received)
    assert here.state is there.state is State.DELIVERED, (here, there)
    return here, there


def test_a_cut_transfer_goes_on_by_itself_amid_a_file(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin(a, b, album, line)
    assert stop.reached.wait(10)
    line.cut()
    wait_until(lambda: a.transfer(sent).paused is not None)
    assert isinstance(a.transfer(sent).paused, WaitsForPerson)
    assert a.transfer(sent).state is State.MOVING
    stop.go.set()
    b.wait_paused(received, WaitsForSender)
    assert len(list(b.folder.glob(".tallystick-partial-*"))) == 1
    line.mend()
    here, there = both_delivered(a, b, sent, received)
    assert (here.paused, there.paused) == (None, None)
    assert tree(b.folder / "album") == tree(album)
    assert [path.name for path in b.folder.iterdir()] == ["album"]
    assert there.saved == (b.folder / "album",)
    assert stop.sent < FILM + limits.MIB, "what was here did not come again"
    assert len(b.heard(OfferReceived)) == 1
    assert common_parts(*documents(a, sent, tmp_path / "a")) == common_parts(*documents(b, received, tmp_path / "b"))
    for node in (a, b):
        assert not [path for path in (node.root / "profile/transfers").iterdir() if path.suffix in {".in", ".out"}]
        progress = node.engine.progress(sent if node is a else received)
        assert progress is not None
        assert progress.bytes_done == progress.bytes_total
        assert progress.files_done == progress.files_total


def test_a_folder_that_is_moved_away_meanwhile_is_waited_for(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can choose another one any more, and nobody says so; that it goes on is said, and holds."""
    monkeypatch.setattr(continuing, "_AGAIN", (0.1,))
    a, b = pair_of_nodes
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin(a, b, album, line)
    cut_off(a, b, sent, received, line, stop)
    away = b.folder.rename(b.root / "away")
    line.mend()
    a.wait_paused(sent, FolderUnusableThere)
    b.wait_paused(received, FolderAway)
    row = b.transfer(received)
    assert "by itself" in row.paused.next_step if row.paused is not None else ""
    assert not can_continue(row), "there is nobody to call"
    away.rename(b.folder)
    both_delivered(a, b, sent, received)
    assert tree(b.folder / "album") == tree(album)


def test_what_is_given_up_just_before_the_line_is_cut_is_given_up_on_both_sides(
    pair_of_nodes: tuple[Node, Node], line: Line, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin(a, b, album, line)
    assert stop.reached.wait(10)
    a.engine.cancel(sent)
    assert a.finished(sent).state is State.CANCELLED
    line.cut()
    stop.go.set()
    line.mend()
    assert isinstance(b.finished(received).error, PeerCancelled)
    wait_until(lambda: not list(b.folder.glob(".*")))
    assert len(b.heard(OfferReceived)) == 1, "nobody is asked again"
    wait_until(lambda: not [path for path in (a.root / "profile/transfers").iterdir() if path.suffix == ".out"])


def remembered_both(a: Node, b: Node) -> None:
    remember(a, b)
    for node in (a, b):
        node.forget()


def begin_remembered(a: Node, b: Node, source: Path) -> tuple[TransferId, TransferId]:
    """A knows B's card, and calls it."""
    show_card(a, b)
    (device,) = a.engine.devices()
    sent = a.engine.send([source], device.id)
    return sent, b.accept()


def again(node: Node) -> Node:
    started = Node.again(node)
    started.engine.start()
    started.wait_for(Restored)
    return started


def only_row(node: Node) -> Transfer:
    (row,) = node.engine.transfers()
    return row


def amid_the_film(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Node, Node, Stop, TransferId, TransferId]:
    """Of an album, between two that remember each other."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    remembered_both(a, b)
    stop = Stop(monkeypatch, FILM // 2)
    sent, received = begin_remembered(a, b, album)
    assert stop.reached.wait(10)
    return a, b, stop, sent, received


def left_by_a_stranger(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Node, Node, Stop, TransferId]:
    """Who sent it, started again, and who was receiving it when the other one was shut down."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    stop = Stop(monkeypatch, FILM // 2)
    session, _ = verify(a, b)
    sent, received = a.engine.send([album], a.device_of(session)), b.accept()
    assert stop.reached.wait(10)
    stop.shut_down(a, then=lambda: a.wait_paused(sent, WaitsForPerson))
    b.wait_paused(received, WaitsForSender)
    return again(a), b, stop, received


@pytest.mark.parametrize("who", ["sender", "receiver", "both"])
def test_remembered_devices_go_on_by_themselves_after_a_restart(
    start_node: StartNode, album: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    stopped = {"sender": [a], "receiver": [b], "both": [a, b]}[who]
    stop.shut_down(*stopped, then=lambda: a.wait_paused(sent, WaitsForPeer))
    b.wait_paused(received, WaitsForPeer)
    new_a, new_b = (again(node) if node in stopped else node for node in (a, b))
    try:
        assert (only_row(new_a).state, only_row(new_b).state) == (State.MOVING, State.MOVING)
        show_card(new_a, new_b)
        here, there = both_delivered(new_a, new_b, only_row(new_a).id, only_row(new_b).id)
        assert tree(b.folder / "album") == tree(album)
        assert [path.name for path in b.folder.iterdir()] == ["album"]
        assert there.saved == (b.folder / "album",)
        assert stop.sent < FILM + limits.MIB
        assert not new_b.heard(OfferReceived) or who == "sender"
        papers = documents(new_a, here.id, tmp_path / "a"), documents(new_b, there.id, tmp_path / "b")
        assert common_parts(*papers[0]) == common_parts(*papers[1])
    finally:
        for node in (new_a, new_b):
            node.engine.shutdown()


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_what_a_person_paused_goes_on_once_that_person_resumes_it_after_a_restart(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch, who: str
) -> None:
    """One word is enough: it does not have to be connected first and let go then."""
    write(album / "film", bytes(LONG_FILM))
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    here, there = (a, b) if who == "sender" else (b, a)
    number = {a: sent, b: received}
    here.engine.pause(number[here])
    stop.go.set()
    there.wait_paused(number[there], PausedThere)
    here.engine.shutdown()
    there.wait_paused(number[there], WaitsForPeer)
    new = again(here)
    try:
        now_a, now_b = (new, b) if who == "sender" else (a, new)
        new.engine.resume(only_row(new).id, there.address)
        both_delivered(now_a, now_b, only_row(now_a).id, only_row(now_b).id)
        assert tree(b.folder / "album") == tree(album)
    finally:
        new.engine.shutdown()


@pytest.mark.parametrize("who", ["sender", "receiver"])
@pytest.mark.parametrize("unpaused", [False, True], ids=["paused", "paused and no longer"])
def test_what_a_person_paused_waits_for_that_person_after_a_restart(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch, who: str, unpaused: bool
) -> None:
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    write(album / "film", bytes(LONG_FILM))
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    here, there = (a, b) if who == "sender" else (b, a)
    number = {a: sent, b: received}
    here.engine.pause(number[here])
    stop.go.set()
    there.wait_paused(number[there], PausedThere)
    stop = Stop(monkeypatch, 0)
    if unpaused:
        here.engine.unpause(number[here])
        assert stop.reached.wait(10)
    stop.shut_down(here, then=lambda: a.wait_paused(sent, WaitsForPeer))
    there.wait_paused(number[there], WaitsForPeer)
    new = again(here)
    try:
        now_a, now_b = (new, b) if who == "sender" else (a, new)
        show_card(now_a, now_b)
        if not unpaused:
            there.wait_paused(number[there], PausedThere)
            new.wait_paused(only_row(new).id, PausedHere)
            assert stop.sent < LONG_FILM
            assert not only_row(new).state.final
            new.engine.unpause(only_row(new).id)
        both_delivered(now_a, now_b, only_row(now_a).id, only_row(now_b).id)
        assert tree(b.folder / "album") == tree(album)
    finally:
        new.engine.shutdown()


def test_who_is_not_remembered_compares_and_is_asked_again(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new, b, stop, received = left_by_a_stranger(start_node, album, monkeypatch)
    try:
        new.engine.resume(only_row(new).id)
        match_codes(new, b)
        offer = b.wait_for(OfferReceived, lambda event: event.continues is not None)
        assert offer.transfer.id == received
        assert offer.continues is not None
        assert offer.continues >= FILM // 2
        assert offer.transfer.state is State.MOVING, "no row goes back"
        assert offer.problem is None
        b.engine.accept(received, offer.into)
        both_delivered(new, b, only_row(new).id, received)
        assert tree(b.folder / "album") == tree(album)
        assert [path.name for path in b.folder.iterdir()] == ["album"]
        assert stop.sent < FILM + limits.MIB
    finally:
        new.engine.shutdown()


@pytest.mark.parametrize("change", ["a settled file", "the rest", "the file that was arriving"])
def test_what_changed_meanwhile_is_noticed(
    start_node: StartNode, album: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    monkeypatch.setattr(continuing, "_PAUSES", (0.05, 0.2))
    a, b, stop, sent, received = amid_the_film(start_node, album, monkeypatch)
    stop.shut_down(a, then=lambda: a.wait_paused(sent, WaitsForPeer))
    match change:
        case "a settled file":  # what was delivered is what was sent: this one is not read again
            write(album / "a01", os.urandom(2001))
        case "the rest":
            write(album / "later" / "b01", b"another size")
        case "the file that was arriving":
            write(album / "film", os.urandom(FILM))
    new = again(a)
    try:
        show_card(new, b)
        ended = new.finished(only_row(new).id)
        if change == "the rest":
            assert isinstance(ended.error, CannotContinue)
            assert b.finished(received).state is State.CANCELLED
            wait_until(lambda: not list(b.folder.glob(".*")))
        else:
            both_delivered(new, b, ended.id, received)
            arrived, here = tree(b.folder / "album"), tree(album)
            if change == "a settled file":
                del arrived["a01"], here["a01"]
            assert arrived == here
    finally:
        new.engine.shutdown()


def test_case_078_what_was_killed_before_a_journal_spoke_of_it_goes_at_once(start_node: StartNode) -> None:
    a = start_node()
    a.engine.shutdown()
    with made_elsewhere(a.folder, "sys.stdin.read()") as (_, living):
        for then in ("", "to.written_down()"):
            with made_elsewhere(a.folder, then) as (process, known):
                process.wait(10)
        assert len([*a.folder.glob(".*")]) == 3
        new = again(a)
        try:
            wait_until(lambda: len([*a.folder.glob(".*")]) == 2)
            assert {path.name for path in a.folder.glob(".*")} == {living, known}
        finally:
            new.engine.shutdown()


@contextlib.contextmanager
def made_elsewhere(folder: Path, then: str) -> "Iterator[tuple[subprocess.Popen[str], str]]":
    """The private directory of a transfer, by another process, which then does something and dies."""
    code = f"""
import os, sys
from pathlib import Path
from desktop_app.storage.destination import Destination
to = Destination(Path({str(folder)!r}))
to.begin(["film"], 0)
print(to.private, flush=True)
{then}
os._exit(0)
"""
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.stdin.close()


def test_case_078_what_no_journal_speaks_of_goes_after_a_week(start_node: StartNode) -> None:
    a = start_node()
    a.engine.shutdown()
    old, young, other = (a.folder / f"{PARTIAL_PREFIX}{name}" for name in ("old", "young", "other"))
    for folder in (old, young, other):
        write(folder / "1", b"half")
        if folder is not other:
            write(folder / MARKER, b"ours")
    for folder in (old, other):
        os.utime(folder, (1, 1))
    new = again(a)
    try:
        wait_until(lambda: not old.exists())
        assert young.exists()
        assert other.exists(), "not ours"
    finally:
        new.engine.shutdown()

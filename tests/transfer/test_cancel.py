"""Given up by either person in any state: partial data goes, finished files stay, the session lives."""

import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.engine.link import Link
from desktop_app.errors import Cancelled, ConnectionLost, NotNow, PeerCancelled
from desktop_app.events import OfferReceived, SessionEnded, SessionId, State, TransferId, Trouble
from desktop_app.storage.destination import Destination
from desktop_app.storage.names import PARTIAL_PREFIX, ReceivedPath
from desktop_app.storage.source import SourceFile
from desktop_app.transfer import exchange
from desktop_app.transport.address import Address
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.transfer.held_end import HeldEnd
from tests.transfer.trees import film, write


def assert_alive(a: Node, b: Node, session: SessionId, tmp_path: Path) -> None:
    """The session was not harmed: a clean transfer goes through it."""
    number = a.engine.send([write(tmp_path / "afterwards", b"fine")], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert not a.heard(SessionEnded) + b.heard(SessionEnded)


def assert_no_partial(folder: Path) -> None:
    wait_until(lambda: not list(folder.glob(".*")), lambda: str(list(folder.iterdir())))


def moving(a: Node, b: Node, session: SessionId, source: Path) -> tuple[TransferId, TransferId]:
    """A transfer of which bytes have arrived."""
    sent = a.engine.send([source], a.device_of(session))
    received = b.accept()
    wait_until(lambda: (progress := b.engine.progress(received)) is not None and progress.bytes_done > 0)
    return sent, received


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_cancelled_while_it_moves(pair_of_nodes: tuple[Node, Node], tmp_path: Path, who: str) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, received = moving(a, b, session, film(tmp_path / "film"))
    start = time.monotonic()
    if who == "sender":
        a.engine.cancel(sent)
    else:
        b.engine.cancel(received)
    there, here = b.finished(received), a.finished(sent)
    assert time.monotonic() - start < 2
    assert here.state is there.state is State.CANCELLED
    assert isinstance(here.error, Cancelled if who == "sender" else PeerCancelled)
    assert isinstance(there.error, PeerCancelled if who == "sender" else Cancelled)
    assert_no_partial(b.folder)
    assert list(b.folder.iterdir()) == []
    assert_alive(a, b, session, tmp_path)


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_cancelled_while_the_person_is_asked(pair_of_nodes: tuple[Node, Node], tmp_path: Path, who: str) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    if who == "sender":
        a.engine.cancel(sent)
    else:
        b.engine.cancel(offer.transfer.id)
    assert a.finished(sent).state is State.CANCELLED
    assert b.finished(offer.transfer.id).state is State.CANCELLED
    b.engine.accept(offer.transfer.id)  # too late
    assert_alive(a, b, session, tmp_path)
    assert sorted(path.name for path in b.folder.iterdir()) == ["afterwards"]


def test_cancelled_before_it_was_offered(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where the order to give up overtakes the one to send."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    orders: list[Callable[[], None]] = []
    command = Link.command
    with monkeypatch.context() as patch:
        patch.setattr(Link, "command", lambda link, do: orders.append(lambda: command(link, do)))
        sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
        wait_until(lambda: len(orders) == 1)
        a.engine.cancel(sent)
    assert a.transfer(sent).state is State.CANCELLED
    for order in orders:
        order()
    assert_alive(a, b, session, tmp_path)
    assert len(b.heard(OfferReceived)) == 1


def test_cancelled_while_its_peer_is_called_is_no_comparison_that_was_put_off(node: Node, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        sent = node.engine.send([write(tmp_path / "note", b"hello")], Address("127.0.0.1", silent.getsockname()[1]))
        caller, _ = silent.accept()
        with caller:
            node.engine.cancel(sent)
            wait_until(lambda: not node.engine._links._table.all())
    assert node.transfer(sent).state is State.CANCELLED
    assert not [event for event in node.heard(Trouble) if isinstance(event.error, NotNow)]


@pytest.fixture
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A film takes its time, however late this thread comes to give it up."""
    readinto = SourceFile.readinto

    def slowly(source: SourceFile, view: memoryview) -> int:
        if source.item.entry.path.endswith("film"):
            time.sleep(0.01)
        return readinto(source, view)

    monkeypatch.setattr(SourceFile, "readinto", slowly)


@pytest.mark.usefixtures("unhurried")
@pytest.mark.parametrize("who", ["sender", "receiver", "both"])
def test_finished_files_stay_and_are_listed(pair_of_nodes: tuple[Node, Node], tmp_path: Path, who: str) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = tmp_path / "album"
    for number in range(1600):  # more than are made durable at once, and their ends come in groups, too
        write(source / f"{number}", os.urandom(100))
    film(write(source / "inner/film", b""))
    sent, received = moving(a, b, session, source)
    wait_until(lambda: (b.folder / "album").exists() and len(list((b.folder / "album").iterdir())) > 1000)
    if who in {"sender", "both"}:
        a.engine.cancel(sent)
    if who in {"receiver", "both"}:
        b.engine.cancel(received)
    assert a.finished(sent).state is State.CANCELLED
    transfer = b.finished(received)
    assert transfer.state is State.CANCELLED
    assert transfer.saved == (b.folder / "album",)
    assert_no_partial(b.folder)
    for path in (b.folder / "album").iterdir():
        if path.is_file():
            assert path.read_bytes() == (source / path.name).read_bytes()
    assert not list(b.folder.rglob("film"))
    assert_alive(a, b, session, tmp_path)


def test_the_receiver_may_cancel_between_two_small_files(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The person's word comes from another thread while a record with many files is being taken apart."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    source = tmp_path / "album"
    for number in range(50):
        write(source / f"{number:02}", os.urandom(100))
    created, cancelled = threading.Event(), threading.Event()
    create = Destination.create

    def slowly(destination: Destination, path: object, entry: object) -> object:
        if not created.is_set():
            created.set()
            assert cancelled.wait(5)
        return create(destination, path, entry)  # type: ignore[arg-type]

    monkeypatch.setattr(Destination, "create", slowly)
    sent = a.engine.send([source], a.device_of(session))
    received = b.accept()
    assert created.wait(5)
    b.engine.cancel(received)
    wait_until(lambda: b.transfer(received).state.final)
    cancelled.set()
    assert a.finished(sent).state is State.CANCELLED
    assert_no_partial(b.folder)
    assert_alive(a, b, session, tmp_path)


def test_the_receiver_may_cancel_while_the_last_files_are_made_durable(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """END is being worked on: neither side may say something else than the other."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    end = HeldEnd(monkeypatch)
    sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    received = b.accept()
    assert end.reached.wait(PATIENCE)
    b.engine.cancel(received)
    wait_until(lambda: a.transfer(sent).state.final)
    end.go.set()
    assert a.finished(sent).state is State.CANCELLED
    assert b.finished(received).state is State.CANCELLED
    assert_no_partial(b.folder)
    assert_alive(a, b, session, tmp_path)


@pytest.mark.parametrize("delivered", [True, False])
def test_a_cancel_when_all_was_sent_waits_a_moment_for_the_last_word(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, delivered: bool
) -> None:
    """It may be delivered already; then both sides say that. But a disk that hangs there keeps nobody waiting here."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    end = HeldEnd(monkeypatch)
    monkeypatch.setattr(exchange, "_LAST_WORD", 4.0 if delivered else 0.1)
    sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    received = b.accept()
    assert end.reached.wait(PATIENCE)
    a.wait_state(sent, State.FINISHING)
    a.engine.cancel(sent)
    if delivered:
        end.go.set()
    assert a.finished(sent).state is (State.DELIVERED if delivered else State.CANCELLED)
    end.go.set()
    assert b.finished(received).state is State.DELIVERED
    assert_alive(a, b, session, tmp_path)


def test_an_impatient_person_cancels_once(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent, received = moving(a, b, session, film(tmp_path / "film"))
    for _ in range(20):
        a.engine.cancel(sent)
        b.engine.cancel(received)
    assert a.finished(sent).state is b.finished(received).state is State.CANCELLED
    assert_alive(a, b, session, tmp_path)


def test_a_cancel_while_folders_are_made_lists_what_is_there(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for turn in range(4):
        source = tmp_path / f"tree-{turn}"
        for number in range(400):
            (source / f"{number}" / "inner").mkdir(parents=True)
        sent = a.engine.send([source], a.device_of(session))
        received = b.accept()
        wait_until(lambda source=source: (b.folder / source.name).exists())  # type: ignore[misc]
        b.engine.cancel(received)
        assert b.finished(received).state in {State.CANCELLED, State.DELIVERED}
        assert a.finished(sent).state is b.transfer(received).state
    assert_alive(a, b, session, tmp_path)


def test_a_receiver_that_is_cut_off_in_the_middle_of_a_file_leaves_no_final_name(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    sent, received = moving(a, b, session_a, film(tmp_path / "film"))
    b.cut(session_b)
    assert isinstance(a.wait_for(SessionEnded).error, ConnectionLost)
    assert isinstance(b.wait_for(SessionEnded).error, ConnectionLost)
    assert not a.transfer(sent).state.final
    assert not b.transfer(received).state.final
    assert all(path.name.startswith(PARTIAL_PREFIX) for path in b.folder.iterdir())
    b.engine.cancel(received)
    assert b.finished(received).state is State.CANCELLED
    assert a.finished(sent).state in {State.CANCELLED, State.DECLINED}, "it hears of that when they meet again"
    wait_until(lambda: list(b.folder.iterdir()) == [])


def test_what_is_saved_can_be_asked_for_while_folders_are_made(tmp_path: Path) -> None:
    """A cancelling person's thread asks the destination while the session's reader works on it."""
    over = threading.Event()
    wrong: list[RuntimeError] = []
    interval = sys.getswitchinterval()
    with Destination(tmp_path) as destination:
        destination.begin(["album"], 0)

        def look() -> None:
            try:
                while not over.is_set():
                    destination.saved()
            except RuntimeError as error:
                wrong.append(error)

        looking = threading.Thread(target=look)
        sys.setswitchinterval(1e-6)
        try:
            looking.start()
            for number in range(400):
                destination.folder(ReceivedPath.parse(f"album/{number}"))
        finally:
            over.set()
            looking.join()
            sys.setswitchinterval(interval)
        assert wrong == []
        assert destination.saved() == (tmp_path / "album",)
        destination.discard()

"""A disk that does not answer, as a network share that went away: people and the peer are not kept waiting for it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import writer
from desktop_app.engine.conversation import Conversation
from desktop_app.errors import Cancelled, PausedHere, PausedThere, PeerCancelled, SessionOver
from desktop_app.events import SessionEnded, State, TextReceived
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Heartbeat, Message
from desktop_app.storage.partial import PartialFile
from desktop_app.storage.source import SourceFile
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.transfer.trees import tree, write

MIB = limits.MIB
FILM = 24 * MIB

Pair = tuple[Node, Node]


class Stall:
    """The disk of one method stops answering in the middle of the film, until `release`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> None:
        self.begun, self._released, self._calls = threading.Event(), threading.Event(), 0
        method = getattr(kind, name)

        def stalling(*arguments: object) -> object:
            self._calls += 1
            if self._calls == 5:
                self.begun.set()
                assert self._released.wait(50)
            return method(*arguments)

        monkeypatch.setattr(kind, name, stalling)

    def release(self) -> None:
        self._released.set()


class Stalled:
    """A film whose sender's or receiver's disk does not answer."""

    def __init__(self, pair: Pair, folder: Path, stall: Stall) -> None:
        self.a, self.b = pair
        self.stall = stall
        self.session, self.session_b = verify(self.a, self.b)
        self.source = write(folder / "film", bytes(FILM))
        self.sent = self.a.engine.send([self.source], self.a.device_of(self.session))
        self.received = self.b.accept()
        assert stall.begun.wait(PATIENCE)

    def assert_delivered(self) -> None:
        self.stall.release()
        assert self.a.finished(self.sent).state is State.DELIVERED
        assert self.b.finished(self.received).state is State.DELIVERED
        assert tree(self.b.folder)["film"] == tree(self.source.parent)["film"]

    def assert_session_lives(self) -> None:
        self.stall.release()
        note = write(self.source.parent / "note", b"fine")
        number = self.a.engine.send([note], self.a.device_of(self.session))
        self.b.accept()
        assert self.a.finished(number).state is State.DELIVERED
        assert not self.a.heard(SessionEnded) + self.b.heard(SessionEnded)
        wait_until(lambda: [path.name for path in self.b.folder.iterdir()] == ["note"])


@pytest.fixture
def reading(pair_of_nodes: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stalled]:
    stalled = Stalled(pair_of_nodes, tmp_path / "source", Stall(monkeypatch, SourceFile, "readinto"))
    yield stalled
    stalled.stall.release()


@pytest.fixture
def writing(pair_of_nodes: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stalled]:
    stalled = Stalled(pair_of_nodes, tmp_path / "source", Stall(monkeypatch, PartialFile, "write"))
    yield stalled
    stalled.stall.release()


# --- the sender's disk ---------------------------------------------------------------------------------------------


def test_the_sender_gives_up_what_cannot_be_read(reading: Stalled) -> None:
    reading.a.engine.cancel(reading.sent)
    assert isinstance(reading.a.transfer(reading.sent).error, Cancelled)
    assert isinstance(reading.b.finished(reading.received).error, PeerCancelled)
    reading.assert_session_lives()


def test_the_receiver_gives_up_what_cannot_be_read_there(reading: Stalled) -> None:
    reading.b.engine.cancel(reading.received)
    assert isinstance(reading.b.transfer(reading.received).error, Cancelled)
    assert isinstance(reading.a.finished(reading.sent).error, PeerCancelled)
    reading.assert_session_lives()


def test_a_pause_is_told_before_the_disk_answers(reading: Stalled) -> None:
    reading.a.engine.pause(reading.sent)
    assert isinstance(reading.a.transfer(reading.sent).paused, PausedHere)
    reading.b.wait_paused(reading.received, PausedThere)
    reading.a.engine.unpause(reading.sent)
    wait_until(lambda: reading.b.transfer(reading.received).paused is None)
    reading.assert_delivered()


def test_a_pause_of_both_outlasts_the_stall(reading: Stalled) -> None:
    reading.a.engine.pause(reading.sent)
    reading.b.engine.pause(reading.received)
    reading.b.wait_paused(reading.received, PausedHere)
    reading.stall.release()
    reading.b.engine.unpause(reading.received)
    reading.b.wait_paused(reading.received, PausedThere)
    reading.a.engine.unpause(reading.sent)
    reading.assert_delivered()


def test_texts_pass_in_both_directions(reading: Stalled) -> None:
    a, b = reading.a, reading.b
    there = a.engine.send_text("there", a.device_of(reading.session))
    b.engine.take_text(b.wait_for(TextReceived).transfer.id)
    back = b.engine.send_text("and back", b.device_of(reading.session_b))
    a.engine.take_text(a.wait_for(TextReceived).transfer.id)
    assert a.finished(there).state is b.finished(back).state is State.DELIVERED
    reading.assert_delivered()


def test_signs_of_life_are_given_and_the_session_lives(reading: Stalled, monkeypatch: pytest.MonkeyPatch) -> None:
    """For longer than a peer may be silent."""
    heard = threading.Semaphore(0)
    receive = Conversation.receive

    def listening(conversation: Conversation, message: Message) -> None:
        if isinstance(message, Heartbeat) and conversation is theirs:
            heard.release()
        receive(conversation, message)

    link = reading.b.engine._links.find(reading.session_b)
    assert link is not None
    theirs = link.conversation
    monkeypatch.setattr(Conversation, "receive", listening)
    monkeypatch.setattr(writer, "_TICK", 0.1)
    monkeypatch.setattr(limits, "HEARTBEAT", 0.2)
    monkeypatch.setattr(limits, "SILENCE", 3.0)
    for _ in range(20):  # some four seconds
        assert heard.acquire(timeout=PATIENCE)
    reading.assert_delivered()


def test_the_session_can_be_ended(reading: Stalled) -> None:
    """In order there, at once; here when the disk answers."""
    reading.a.engine.end_session(reading.session)
    assert isinstance(reading.b.wait_for(SessionEnded).error, SessionOver)
    reading.stall.release()
    reading.a.wait_for(SessionEnded)


def test_other_transfers_are_answered(reading: Stalled, tmp_path: Path) -> None:
    """What comes the other way is offered, accepted, written and vouched for meanwhile."""
    a, b = reading.a, reading.b
    number = b.engine.send([write(tmp_path / "back" / "photo", bytes(3 * MIB))], b.device_of(reading.session_b))
    a.accept()
    assert b.finished(number).state is State.DELIVERED
    assert (a.folder / "photo").stat().st_size == 3 * MIB
    reading.assert_delivered()


# --- the receiver's disk -------------------------------------------------------------------------------------------


def test_the_receiver_gives_up_what_cannot_be_written(writing: Stalled) -> None:
    writing.b.engine.cancel(writing.received)
    assert isinstance(writing.b.transfer(writing.received).error, Cancelled)
    assert isinstance(writing.a.finished(writing.sent).error, PeerCancelled)
    writing.assert_session_lives()


def test_the_sender_gives_up_what_cannot_be_written_there(writing: Stalled) -> None:
    """There the row ends when the disk answers: what this side says stands behind the bytes on the way."""
    writing.a.engine.cancel(writing.sent)
    assert isinstance(writing.a.transfer(writing.sent).error, Cancelled)
    writing.stall.release()
    assert isinstance(writing.b.finished(writing.received).error, PeerCancelled)
    writing.assert_session_lives()


def test_a_pause_is_told_before_that_disk_answers(writing: Stalled) -> None:
    writing.b.engine.pause(writing.received)
    assert isinstance(writing.b.transfer(writing.received).paused, PausedHere)
    writing.a.wait_paused(writing.sent, PausedThere)
    writing.b.engine.unpause(writing.received)
    writing.assert_delivered()

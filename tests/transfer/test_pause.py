"""Paused and resumed by either person: nothing moves meanwhile, and everything arrives in the end."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine import door, returning, writer
from desktop_app.engine.conversation import Conversation
from desktop_app.engine.door import AskCancel, AskPause, AskResume, AskRetry, AskTransfers
from desktop_app.errors import AppError, Interrupted, PausedHere, PausedThere
from desktop_app.events import OfferReceived, SessionEnded, State, TransferFacts, TransferId, Verified
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Heartbeat, Message
from desktop_app.transfer.receiver import Receiver
from tests.support.node import PATIENCE, Node, verify, wait_until
from tests.transfer.held_end import HeldEnd
from tests.transfer.trees import tree, write

MIB = limits.MIB
FILM = 48 * MIB

Pair = tuple[Node, Node]


class Moving:
    """A film on its way from one to the other, of which something came but never all: the receiver takes one record
    for each `step` until it is let `go`."""

    def __init__(self, pair: Pair, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.a, self.b = pair
        self.session, _ = verify(self.a, self.b)
        self._may_take = threading.Semaphore(2)
        self._free = threading.Event()
        on_data = Receiver.on_data

        def taking(receiver: Receiver, data: memoryview) -> None:
            while not self._free.is_set() and not self._may_take.acquire(timeout=0.02):
                pass
            on_data(receiver, data)

        monkeypatch.setattr(Receiver, "on_data", taking)
        self.source = write(folder / "film", bytes(FILM))
        self.sent = self.a.engine.send([self.source], self.a.device_of(self.session))
        self.received = self.b.accept()
        wait_until(lambda: self.b.bytes_done(self.received) >= MIB)

    def go(self) -> None:
        self._free.set()

    def number(self, node: Node) -> TransferId:
        return self.sent if node is self.a else self.received

    def reason(self, node: Node) -> type[AppError] | None:
        paused = node.transfer(self.number(node)).paused
        return None if paused is None else type(paused)

    def wait_reasons(self, a: type[AppError] | None, b: type[AppError] | None) -> None:
        wait_until(lambda: (self.reason(self.a), self.reason(self.b)) == (a, b), lambda: str(self.reason(self.a)))

    def assert_delivered(self) -> None:
        assert self.a.finished(self.sent).state is State.DELIVERED
        ended = self.b.finished(self.received)
        assert (ended.state, ended.paused) == (State.DELIVERED, None)
        assert tree(self.b.folder)["film"] == tree(self.source.parent)["film"]


@pytest.fixture
def moving(pair_of_nodes: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Moving]:
    moving = Moving(pair_of_nodes, tmp_path / "source", monkeypatch)
    yield moving
    moving.go()


def all_arrived(moving: Moving) -> int:
    """Bytes that the receiver has once a word of the sender's, said after everything else, came."""
    a, b = moving.a, moving.b
    note = a.engine.send([write(moving.source.parent / "note", b"later")], a.device_of(moving.session))
    b.accept()
    assert a.finished(note).state is State.DELIVERED
    return b.bytes_done(moving.received)


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_nothing_moves_between_pause_and_resume(moving: Moving, who: str) -> None:
    """A transfer that was begun later passes it, and the row says at once who paused it."""
    here, there = (moving.a, moving.b) if who == "sender" else (moving.b, moving.a)
    here.engine.pause(moving.number(here))
    assert moving.reason(here) is PausedHere
    moving.go()
    wait_until(lambda: moving.reason(there) is PausedThere)
    assert str(there.transfer(moving.number(there)).paused) == f"{here.name} paused this transfer."
    first = all_arrived(moving)
    assert first < FILM
    write(moving.source.parent / "note", b"later still")
    assert all_arrived(moving) == first
    assert here.transfer(moving.number(here)).state is State.MOVING
    here.engine.unpause(moving.number(here))
    assert moving.reason(here) is None
    moving.assert_delivered()


def test_it_goes_on_only_when_neither_pauses_it(moving: Moving) -> None:
    a, b = moving.a, moving.b
    a.engine.pause(moving.sent)
    moving.go()
    moving.wait_reasons(PausedHere, PausedThere)
    b.engine.pause(moving.received)
    moving.wait_reasons(PausedHere, PausedHere)
    a.engine.unpause(moving.sent)
    moving.wait_reasons(PausedThere, PausedHere)
    first = all_arrived(moving)
    assert first < FILM
    a.engine.pause(moving.sent)
    b.engine.unpause(moving.received)
    moving.wait_reasons(PausedHere, PausedThere)
    write(moving.source.parent / "note", b"later still")
    assert all_arrived(moving) == first
    a.engine.unpause(moving.sent)
    moving.assert_delivered()


def test_a_person_who_cannot_decide_harms_nothing(moving: Moving) -> None:
    """Both press again and again; what crosses the wire is in order all the same."""

    def undecided(node: Node) -> None:
        for _ in range(100):
            node.engine.pause(moving.number(node))
            node.engine.pause(moving.number(node))
            node.engine.unpause(moving.number(node))
            node.engine.unpause(moving.number(node))

    people = [threading.Thread(target=undecided, args=(node,)) for node in (moving.a, moving.a, moving.b, moving.b)]
    for person in people:
        person.start()
    moving.go()
    for person in people:
        person.join()
    moving.assert_delivered()
    assert not moving.a.heard(SessionEnded) + moving.b.heard(SessionEnded)


@pytest.mark.parametrize("pauses", ["sender", "receiver"])
@pytest.mark.parametrize("cancels", ["sender", "receiver"])
def test_what_is_paused_can_be_cancelled_by_either(moving: Moving, pauses: str, cancels: str) -> None:
    people = {"sender": moving.a, "receiver": moving.b}
    here = people[pauses]
    here.engine.pause(moving.number(here))
    moving.go()
    wait_until(lambda: None not in (moving.reason(moving.a), moving.reason(moving.b)))
    people[cancels].engine.cancel(moving.number(people[cancels]))
    for node in people.values():
        ended = node.finished(moving.number(node))
        assert (ended.state, ended.paused) == (State.CANCELLED, None)
    here.engine.unpause(moving.number(here))  # too late
    wait_until(lambda: not list(moving.b.folder.iterdir()))
    write(moving.source.parent / "note", b"fine")
    number = moving.a.engine.send([moving.source.parent / "note"], moving.a.device_of(moving.session))
    moving.b.accept()
    assert moving.a.finished(number).state is State.DELIVERED


def test_a_pause_may_last(moving: Moving, monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer than a peer may be silent: both go on giving signs of life."""
    heard = threading.Semaphore(0)
    receive = Conversation.receive

    def listening(conversation: Conversation, message: Message) -> None:
        if isinstance(message, Heartbeat):
            heard.release()
        receive(conversation, message)

    monkeypatch.setattr(Conversation, "receive", listening)
    moving.b.engine.pause(moving.received)
    moving.go()
    moving.wait_reasons(PausedThere, PausedHere)
    monkeypatch.setattr(writer, "_TICK", 0.1)
    monkeypatch.setattr(limits, "HEARTBEAT", 0.2)
    monkeypatch.setattr(limits, "SILENCE", 3.0)
    for _ in range(40):  # of both: some four seconds
        assert heard.acquire(timeout=15)
    moving.b.engine.unpause(moving.received)
    moving.assert_delivered()


def test_what_was_not_accepted_yet_or_is_all_sent_cannot_wait(
    pair_of_nodes: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    end = HeldEnd(monkeypatch)
    sent = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    offer = b.wait_for(OfferReceived)
    for node, number in ((a, sent), (b, offer.transfer.id)):
        node.engine.pause(number)
        assert (node.transfer(number).state, node.transfer(number).paused) == (State.ASKING, None)
    b.engine.accept(offer.transfer.id)
    assert end.reached.wait(PATIENCE)
    wait_until(lambda: a.transfer(sent).state is State.FINISHING)
    a.engine.pause(sent)
    b.engine.pause(offer.transfer.id)  # the receiver may not know yet that nothing more comes
    assert a.transfer(sent).paused is None
    end.go.set()
    for node, number in ((a, sent), (b, offer.transfer.id)):
        assert node.finished(number).state is State.DELIVERED


def test_what_is_paused_and_then_cut_waits_for_both(moving: Moving, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (3600.0,))
    moving.a.engine.pause(moving.sent)
    moving.go()
    moving.wait_reasons(PausedHere, PausedThere)
    moving.a.cut(moving.session)
    for node in (moving.a, moving.b):
        number = moving.number(node)
        node.wait_paused(number, Interrupted)
        node.engine.unpause(number)
        assert isinstance(node.transfer(number).paused, Interrupted)
        node.engine.cancel(number)
        ended = node.finished(number)
        assert (ended.state, ended.paused) == (State.CANCELLED, None)


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_what_is_paused_stays_so_over_a_cut(moving: Moving, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    """The session comes back by itself, the transfer waits for the person who paused it; the other side is told."""
    monkeypatch.setattr(returning, "_PAUSES", (0.05,))
    here, there = (moving.a, moving.b) if who == "sender" else (moving.b, moving.a)
    here.engine.pause(moving.number(here))
    moving.go()
    wait_until(lambda: moving.reason(there) is PausedThere)
    moving.a.cut(moving.session)
    for node in (moving.a, moving.b):
        node.wait_for(SessionEnded)
        node.wait_for(Verified)
    there.wait_paused(moving.number(there), PausedThere)
    here.wait_paused(moving.number(here), PausedHere)
    first = moving.b.bytes_done(moving.received)
    time.sleep(0.3)
    assert moving.b.bytes_done(moving.received) == first < FILM
    here.engine.unpause(moving.number(here))
    moving.assert_delivered()


# --- through the door, by another program of the same person ----------------------------------------------------


def asked(node: Node, request: door.AskOfTransfers) -> tuple[TransferFacts, ...]:
    (told,) = door.ask_of_transfers(node.engine.profile, request)
    assert told.transfers is not None
    return told.transfers


def test_another_program_of_either_person_pauses_and_resumes(moving: Moving) -> None:
    for here in (moving.a, moving.b):
        number = moving.number(here)
        (before,) = asked(here, AskTransfers())
        assert (before.can_pause, before.can_resume, before.state) == (True, False, State.MOVING)
        assert before.progress is not None
        (paused,) = asked(here, AskPause(number))
        assert paused.paused is not None
        assert (paused.paused.code, paused.can_pause, paused.can_resume) == ("paused-here", False, True)
        assert moving.reason(here) is PausedHere
        assert asked(here, AskPause(number)) == (), "it waits already"
        (going,) = asked(here, AskResume(number))
        assert (going.can_pause, going.can_resume) == (True, False)
        assert moving.reason(here) is not PausedHere
        assert asked(here, AskResume(number)) == ()
    moving.go()
    moving.assert_delivered()
    (over,) = asked(moving.a, AskTransfers())
    assert (over.state, over.progress, over.can_pause) == (State.DELIVERED, None, False)
    for request in (AskPause, AskResume, AskCancel, AskRetry):
        assert asked(moving.a, request(moving.sent)) == ()
        assert asked(moving.a, request(TransferId(99))) == ()


def test_another_program_gives_one_up(moving: Moving) -> None:
    (given_up,) = asked(moving.a, AskCancel(moving.sent))
    assert given_up.state is State.CANCELLED
    moving.go()
    assert moving.b.finished(moving.received).state is State.CANCELLED

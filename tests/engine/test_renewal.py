"""Fresh keys while files move: nobody notices but the facts."""

import os
import threading
import time
from pathlib import Path

import pytest

from desktop_app.engine import writer
from desktop_app.events import SessionEnded, State
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Message, Switch
from desktop_app.transport.record_channel import RecordChannel
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import tree, write


@pytest.fixture(autouse=True)
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys are old at once, and asking for new ones is never too soon."""
    monkeypatch.setattr(writer, "_TICK", 0.01)
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", 0.01)
    monkeypatch.setattr(limits, "RENEW_GAP_SECONDS", 0.0)


@pytest.mark.parametrize("sender", ["initiator", "responder", "both"])
def test_keys_are_renewed_in_the_middle_of_files_in_either_direction(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, sender: str
) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    ways = {"initiator": [(a, b, session_a)], "responder": [(b, a, session_b)]}
    source = tmp_path / "films"
    for number in range(3):
        write(source / f"{number}.film", os.urandom(20 * limits.MIB))
    for number in range(200):
        write(source / f"{number}.note", os.urandom(number))
    sent = []
    for sending, receiving, session in ways.get(sender, ways["initiator"] + ways["responder"]):
        for copy in ("first", "second", "third"):
            number = sending.engine.send([source], sending.device_of(session))
            sent.append((sending, number, receiving, receiving.accept(receiving.folder / copy)))
    for sending, number, receiving, received in sent:
        assert sending.finished(number).state is State.DELIVERED
        (saved,) = receiving.finished(received).saved
        assert tree(saved) == tree(source)
    facts = a.facts(session_a)
    assert facts.renewals > 3
    assert facts.renewed_at is not None
    wait_until(lambda: abs(a.facts(session_a).renewals - b.facts(session_b).renewals) <= 1)
    assert b.facts(session_b).renewals > 3
    assert not a.heard(SessionEnded) + b.heard(SessionEnded)


def test_an_idle_session_keeps_its_keys(pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HEARTBEAT", 0.02)
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    before = b.facts(session_b).bytes_opened
    wait_until(lambda: b.facts(session_b).bytes_opened > before + 200)  # many heartbeats
    assert a.facts(session_a).renewals == 0


def test_keys_too_old_end_the_session(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "RENEW_AFTER_SECONDS", 3600.0)
    monkeypatch.setattr(limits, "EPOCH_SECONDS", 0.2)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    number = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    error = a.wait_for(SessionEnded).error
    assert error is not None
    assert error.code in {"limit-exceeded", "connection-lost"}


def test_a_peer_may_renew_again_the_moment_it_has_seen_our_switch(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The responder's writer is slow between SWITCH and the record after it; the initiator is not."""
    real = RecordChannel.send

    def slow(records: RecordChannel, message: Message) -> None:
        real(records, message)
        if isinstance(message, Switch) and threading.current_thread().name.startswith("session-in"):
            time.sleep(0.05)

    monkeypatch.setattr(RecordChannel, "send", slow)
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    film = write(tmp_path / "film", b"")
    os.truncate(film, 400 * limits.MIB)
    number = a.engine.send([film], a.device_of(session))
    b.accept()
    assert a.finished(number).state is State.DELIVERED
    assert a.facts(session).renewals > 1

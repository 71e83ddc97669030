"""Files that can be run stay so only from a device that is remembered; nobody else makes anything executable."""

from pathlib import Path

import pytest

from desktop_app.engine import Answer, returning
from desktop_app.events import Method, Remembered, SessionEnded, SessionId, State, Verified
from tests.support.cut import Line
from tests.support.node import Node, verify, wait_until
from tests.transfer.trees import write


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    write(tmp_path / "tools" / "run", b"#!/bin/sh\n").chmod(0o755)
    write(tmp_path / "tools" / "read", b"me").chmod(0o644)
    return tmp_path / "tools"


def modes(a: Node, b: Node, session: SessionId, tools: Path) -> dict[str, bool]:
    """Which of the files B's person could run after accepting them."""
    number = a.engine.send([tools], a.device_of(session))
    received = b.accept()
    assert a.finished(number).state is State.DELIVERED
    (saved,) = b.finished(received).saved
    return {path.name: bool(path.stat().st_mode & 0o111) for path in saved.iterdir()}


def test_not_from_somebody_whose_code_was_compared(pair_of_nodes: tuple[Node, Node], tools: Path) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    assert modes(a, b, session, tools) == {"run": False, "read": False}


def test_from_a_device_from_the_moment_it_is_remembered(pair_of_nodes: tuple[Node, Node], tools: Path) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    a.engine.remember(session_a)
    assert modes(a, b, session_a, tools) == {"run": False, "read": False}
    b.engine.remember(session_b)
    a.wait_for(Remembered)
    b.wait_for(Remembered)
    assert modes(a, b, session_a, tools) == {"run": True, "read": False}
    a.engine.end_session(session_a)
    a.wait_for(SessionEnded)
    b.wait_for(SessionEnded)
    a.engine.pair(b.address)
    verified = a.wait_for(Verified, lambda event: event.session != session_a)
    assert verified.method is Method.RECORD
    assert modes(a, b, verified.session, tools) == {"run": True, "read": False}


def test_not_from_a_device_that_was_forgotten_a_moment_ago(
    pair_of_nodes: tuple[Node, Node], tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    a.engine.remember(session_a)
    b.engine.remember(session_b)
    a.wait_for(Remembered)
    record = b.wait_for(Remembered).device.id
    monkeypatch.setattr(b.engine._links, "end_forgotten", lambda _records: None)  # its session is not over yet
    b.engine.forget(record)
    wait_until(lambda: not b.engine.remembered())
    assert modes(a, b, session_a, tools) == {"run": False, "read": False}


def test_not_from_a_session_that_only_came_back(
    pair_of_nodes: tuple[Node, Node], tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(returning, "_PAUSES", (0.05, 0.2))
    a, b = pair_of_nodes
    with Line(b.address) as line:
        a.engine.pair(line.address)
        session = a.answer(Answer.MATCH).session
        there = b.answer(Answer.MATCH).session
        a.wait_for(Verified)
        b.wait_for(Verified)
        wait_until(lambda: bool(a.facts(session).calls_itself and b.facts(there).calls_itself))
        line.cut()
        for node in (a, b):
            assert node.wait_for(SessionEnded).error is not None
        line.mend()
        back = a.wait_for(Verified, lambda event: event.session != session)
        assert back.method is Method.CONTINUATION
        assert modes(a, b, back.session, tools) == {"run": False, "read": False}

"""Rotation on real connections: copies are noticed, and no cut loses the secret that both have in common."""

import shutil
import threading
from itertools import chain
from pathlib import Path

import pytest

from desktop_app.errors import ConnectionLost, NotProven
from desktop_app.events import (
    Method,
    SessionEnded,
    Unproven,
    Verified,
)
from desktop_app.protocol.messages import Message, Rotate, Rotated, Stored
from desktop_app.protocol.remembering import Effect, Remembering
from tests.support.node import Node, StartNode, wait_until
from tests.support.remembering import call_expecting, end, prove, remember, secrets_of


@pytest.mark.parametrize("copied", ["founder", "other"])
@pytest.mark.parametrize("first", ["original", "copy"])
def test_the_second_user_of_a_copied_profile_is_told(
    start_node: StartNode, tmp_path: Path, copied: str, first: str
) -> None:
    """Whichever of the two is used first goes on; the other cannot prove itself any more."""
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    remember(a, b)
    original, peer = (a, b) if copied == "founder" else (b, a)
    original.engine.shutdown()
    root = tmp_path / "copy"
    shutil.copytree(original.engine.profile.root, root / "profile")
    users = {"original": Node.again(original), "copy": Node.again(original, root)}
    try:
        early, late = users[first], users["copy" if first == "original" else "original"]
        early.engine.start()
        session, _ = prove(early, peer)
        end(early, peer, session)
        late.engine.start()
        call_expecting(late, peer)
        assert isinstance(late.wait_for(Unproven).error, NotProven)
        session, _ = prove(early, peer)
        end(early, peer, session)
    finally:
        for node in users.values():
            node.engine.shutdown()


@pytest.mark.parametrize("founder_dials", [True, False])
@pytest.mark.parametrize("message", [Rotate, Stored, Rotated])
@pytest.mark.parametrize("arrives", [True, False])
def test_a_rotation_that_is_cut_anywhere_leaves_a_common_secret(
    pair_of_nodes: tuple[Node, Node],
    monkeypatch: pytest.MonkeyPatch,
    message: type[Message],
    arrives: bool,
    founder_dials: bool,
) -> None:
    """Cut just before or just after each of the three messages, on real connections with real stores."""
    a, b = pair_of_nodes
    remember(a, b)
    dialling, called = (a, b) if founder_dials else (b, a)
    cut = threading.Event()
    say = Remembering.say

    def cut_the_line() -> None:
        """Once both know who the other is: the one that was asked to rotate may be behind."""
        links = [link for node in pair_of_nodes for link in node.engine._links._table.all()]
        wait_until(lambda: all(link.told_verified for link in links))
        for link in links:
            link.stop(ConnectionLost())

    def cutting(self: Remembering, said: Message) -> Effect:
        effect = say(self, said)
        if isinstance(said, message) and not cut.is_set():
            cut.set()
            if not arrives:
                cut_the_line()
        return effect

    receive = Remembering.receive

    def cut_behind(self: Remembering, heard: Message) -> Effect:
        effect = receive(self, heard)
        if isinstance(heard, message) and arrives:
            cut_the_line()
        return effect

    with monkeypatch.context() as patched:
        patched.setattr(Remembering, "say", cutting)
        patched.setattr(Remembering, "receive", cut_behind)
        patched.setattr("desktop_app.engine.returning._PAUSES", (60.0,))
        prove(dialling, called)
        for node in pair_of_nodes:
            node.wait_for(SessionEnded)
    assert cut.is_set()
    for node in pair_of_nodes:
        node.engine._keeper.continuations.clear()
    before = {each for node in pair_of_nodes for each in chain.from_iterable(secrets_of(node))}
    session, _ = prove(called, dialling)
    wait_until(lambda: secrets_of(a) == secrets_of(b) and before.isdisjoint(*secrets_of(a)))
    end(called, dialling, session)
    assert len(secrets_of(a)[0]) == 1


def test_sessions_in_both_directions_at_once_keep_the_secret(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    remember(a, b)
    for _ in range(5):
        a.engine.pair(b.address)
        b.engine.pair(a.address)
        mine = [a.wait_for(Verified).session, a.wait_for(Verified).session]
        for _ in range(2):
            assert b.wait_for(Verified).method is Method.RECORD
        for session in mine:
            a.engine.end_session(session)
        for node in (a, b):
            node.wait_for(SessionEnded)
            node.wait_for(SessionEnded)
        wait_until(lambda: set(secrets_of(a)[0]) & set(secrets_of(b)[0]) != set())

"""What a running Tallystick tells at its door, and what it does for whoever comes through it."""

import os
from pathlib import Path

import pytest

from desktop_app.engine import door
from desktop_app.engine.door import AskEnd, AskSessions, AskTransfers, Door, Told
from desktop_app.events import SessionEnded, SessionFacts, SessionId
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Visibility
from desktop_app.transport import local_door
from desktop_app.transport.local_door import LocalDoor
from tests.support.node import Node, StartNode, verify, wait_until

HERE = os.getpid()


def told(node: Node) -> tuple[SessionFacts, ...]:
    (answer,) = door.ask(node.engine.profile, AskSessions())
    assert answer.process == HERE
    assert answer.sessions is not None
    return answer.sessions


def test_its_sessions_are_told_as_they_are(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    assert told(a) == told(b) == ()
    session, theirs = verify(a, b)
    for node, number in ((a, session), (b, theirs)):
        wait_until(lambda node=node, number=number: told(node) == (node.facts(number),))  # type: ignore[misc]
    a.engine.end_session(session)
    a.wait_for(SessionEnded)
    (facts,) = told(a)
    assert facts.over
    assert facts == a.facts(session)


def test_a_session_is_ended_through_the_door(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    assert [each.sessions for each in door.ask(a.engine.profile, AskEnd(SessionId(session + 1)))] == [()]
    (answer,) = door.ask(a.engine.profile, AskEnd(session))
    assert answer.sessions is not None
    assert [facts.id for facts in answer.sessions] == [session]
    assert a.wait_for(SessionEnded).session == session
    b.wait_for(SessionEnded)
    assert [each.sessions for each in door.ask(a.engine.profile, AskEnd(session))] == [()], "it is over"


def test_a_name_that_is_no_text_keeps_no_transfer_from_being_told(node: Node, tmp_path: Path) -> None:
    there, missing = (tmp_path / os.fsdecode(name) for name in (b"there \xff", b"missing \xff"))
    there.write_bytes(b"what Linux takes for a name")
    for path in (there, missing):
        node.finished(node.engine.send([path], node.address))
    (answer,) = door.ask_of_transfers(node.engine.profile, AskTransfers())
    assert answer.transfers is not None
    assert [tuple(each.contents.names) for each in answer.transfers] == [("there ?",), ("missing ?",)]


@pytest.mark.parametrize(
    "request_",
    [
        b"",
        b"null",
        b'{"ask": "keys"}',
        b'{"ask": "end"}',
        b'{"ask": "sessions", "x": 1}',
        b"[" * 1000,
        b'{"ask": "\x80"}',
    ],
)
def test_nothing_else_is_answered(node: Node, request_: bytes, caplog: pytest.LogCaptureFixture) -> None:
    there = door.places(node.engine.profile)
    assert [each.content for each in local_door.ask_all(there, request_)] == [None]
    assert told(node) == ()
    assert not caplog.records


@pytest.mark.parametrize("said", [b'{"instance": "\x80"}', b'{"sessions": [{"peer": "\x80"}]}', b"[" * 10_000])
def test_what_another_process_says_there_may_be_nonsense(node: Node, said: bytes) -> None:
    other = LocalDoor(door.places(node.engine.profile), lambda _: said)
    try:
        assert door.instances(node.engine.profile) == {node.engine.instance}
        assert sorted(each.sessions is None for each in door.ask(node.engine.profile, AskSessions())) == [False, True]
    finally:
        other.close()


def test_under_which_id_it_can_be_seen_is_told(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    assert a.engine.instance
    assert door.instances(a.engine.profile) == {a.engine.instance}
    a.engine.change_settings(visibility=Visibility.NOBODY)
    wait_until(lambda: door.instances(a.engine.profile) == frozenset())
    assert door.instances(b.engine.profile) == {b.engine.instance}


def test_several_processes_of_one_profile_each_have_a_door(node: Node) -> None:
    other = type(node.engine)(node.engine.profile, lambda _: None, port=0)
    other.start()
    assert door.ask(node.engine.profile, AskSessions()) == [Told(HERE, ()), Told(HERE, ())]
    other.shutdown()
    other.shutdown()
    assert door.ask(node.engine.profile, AskSessions()) == [Told(HERE, ())]


def test_another_profile_is_another_house(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    b.engine.shutdown()
    assert door.ask(b.engine.profile, AskSessions()) == []
    assert door.ask(a.engine.profile, AskSessions()) == [Told(HERE, ())]


@pytest.mark.parametrize("only_the_asker_knows", [True, False])
def test_where_the_door_is(node: Node, monkeypatch: pytest.MonkeyPatch, home: Path, only_the_asker_knows: bool) -> None:
    """Where the system says so, else in the profile; whoever asks looks in both."""
    monkeypatch.setattr(door, "_RUNTIME", home / "nowhere")
    runtime = os.environ["XDG_RUNTIME_DIR"]
    profile = Profile(home / "profile")
    if only_the_asker_knows:
        monkeypatch.delenv("XDG_RUNTIME_DIR")
    own = Door(profile, node.engine)
    own.open()
    try:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        assert (profile.root / "run").exists() is only_the_asker_knows
        assert door.ask(profile, AskSessions()) == [Told(HERE, ())]
    finally:
        own.close()


def test_where_no_door_can_be_opened_all_else_works(
    pair_of_nodes: tuple[Node, Node], start_node: StartNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "places", lambda _profile: [Path("/proc/nowhere")])
    node = start_node("Attic")
    verify(node, pair_of_nodes[0])
    node.engine.shutdown()

"""A verified session: used again, ended, and gone without a trace."""

import socket
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop_app.engine import Answer, calling
from desktop_app.engine.calls import Call, Calls
from desktop_app.engine.link import Link
from desktop_app.engine.session_record import SessionRecord
from desktop_app.errors import ConnectedToSelf, ConnectionLost, Interrupted, PeerUnreachable, SessionOver
from desktop_app.events import CodeReady, Method, SessionEnded, SessionId, State, Trouble
from desktop_app.protocol import limits
from desktop_app.storage import landlock
from desktop_app.storage.names import PARTIAL_PREFIX
from desktop_app.transport import agreement
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel
from desktop_app.transport.dialer import dial
from tests.support.channel_pair import full_port
from tests.support.node import PATIENCE, Node, StartNode, match_codes, verify, wait_until
from tests.support.remembering import prove, remember


def test_both_sides_tell_the_same_facts_about_a_session(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    facts_a, facts_b = a.facts(session_a), b.facts(session_b)
    assert (facts_a.peer, facts_b.peer) == (b.name, a.name)
    assert (facts_a.initiator, facts_b.initiator) == (True, False)
    assert facts_a.method is facts_b.method is Method.CODE
    assert facts_a.cipher == facts_b.cipher
    wait_until(lambda: a.facts(session_a).bytes_opened == b.facts(session_b).bytes_sealed)
    assert facts_a.keys_destroyed_at is None
    assert facts_a.confined_by == ("Landlock" if landlock.works() else "")


def test_a_second_send_over_a_living_session_needs_no_new_code(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    (tmp_path / "note.txt").write_text("hello")
    for to in (a.device_of(session), b.address):
        number = a.engine.send([tmp_path / "note.txt"], to)
        b.accept()
        assert a.finished(number).state is State.DELIVERED
    assert len(a.heard(CodeReady)) == len(b.heard(CodeReady)) == 1


def test_the_receiver_may_send_back_over_the_same_session(pair_of_nodes: tuple[Node, Node], tmp_path: Path) -> None:
    a, b = pair_of_nodes
    _, session = verify(a, b)
    (tmp_path / "answer.txt").write_text("hello back")
    number = b.engine.send([tmp_path / "answer.txt"], b.device_of(session))
    a.accept()
    assert b.finished(number).state is State.DELIVERED
    assert (a.folder / "answer.txt").read_text() == "hello back"


def test_two_sends_to_an_address_that_has_not_answered_yet_share_one_comparison(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_sent = threading.Event()

    def slow_dial(addresses: Sequence[Address], stop: Callable[[], bool]) -> Channel:
        assert both_sent.wait(PATIENCE)
        return dial(addresses, stop)

    monkeypatch.setattr(calling, "dial", slow_dial)
    a, b = pair_of_nodes
    numbers = []
    for name in ("first", "second"):
        (tmp_path / name).write_text(name)
        numbers.append(a.engine.send([tmp_path / name], b.address))
        a.wait_state(numbers[-1], State.CONNECTING)
    wait_until(lambda: not [t for t in threading.enumerate() if t.name.startswith("prepare")])
    both_sent.set()
    a.answer(Answer.MATCH)
    b.answer(Answer.MATCH)
    for _ in numbers:
        b.accept()
    assert [a.finished(number).state for number in numbers] == [State.DELIVERED] * 2
    assert len(a.heard(CodeReady)) == 1


def test_ending_a_session_ends_it_on_both_sides_in_order(pair_of_nodes: tuple[Node, Node]) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    device = a.device_of(session_a)
    a.engine.end_session(session_a)
    assert a.wait_for(SessionEnded).error is None
    assert b.wait_for(SessionEnded).error is None
    assert device not in [known.id for known in a.engine.devices()]
    assert b.facts(session_b).keys_destroyed_at is not None
    a.engine.pair(b.address)
    assert a.wait_for(CodeReady).session != session_a, "a new session is compared anew"


@pytest.mark.parametrize("remembered", [True, False])
def test_what_is_sent_while_a_session_ends_waits_for_another_one(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch, remembered: bool
) -> None:
    """The person ended it because it hung; it takes a second or two until it is over."""
    a, b = pair_of_nodes
    if remembered:
        remember(a, b)
    session, _ = prove(a, b) if remembered else verify(a, b)
    monkeypatch.setattr(SessionRecord, "rotating", property(lambda _: True))  # an orderly end waits for it
    a.engine.end_session(session)
    number = a.engine.send_text("again", b.address, expected=a.facts(session).remembered)
    assert not a.facts(session).over
    if not remembered:
        match_codes(a, b)
    assert a.wait_state(number, State.ASKING).session != session


def test_shutdown_in_the_middle_of_a_transfer_is_told_to_the_peer_at_once(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path
) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    with (tmp_path / "film").open("wb") as film:
        film.truncate(2 << 30)
    sent = a.engine.send([tmp_path / "film"], a.device_of(session))
    received = b.accept()
    wait_until(lambda: (progress := b.engine.progress(received)) is not None and progress.bytes_done > 0)
    b.engine.shutdown()
    assert isinstance(b.transfer(received).paused, Interrupted)
    ended = a.wait_for(SessionEnded, timeout=3)
    assert isinstance(ended.error, SessionOver)
    a.wait_paused(sent, Interrupted)
    assert all(path.name.startswith(PARTIAL_PREFIX) for path in b.folder.iterdir())


def test_what_nobody_has_answered_when_the_program_ends_is_cancelled(node: Node) -> None:
    """No code was up that its person could have put off."""
    with full_port() as port:
        number = node.engine.send_text("hello", Address("127.0.0.1", port))
        node.wait_state(number, State.CONNECTING)
        node.engine.shutdown()
    assert node.transfer(number).state is State.CANCELLED


def test_shutdown_may_be_called_twice(start_node: StartNode) -> None:
    a = start_node()
    a.engine.shutdown()
    a.engine.shutdown()


def test_case_017_calling_oneself_is_refused_and_named(node: Node, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    number = node.engine.send([tmp_path / "note.txt"], node.address)
    transfer = node.finished(number)
    assert transfer.state is State.FAILED
    assert isinstance(transfer.error, ConnectedToSelf)
    assert not node.heard(CodeReady)


def test_where_nobody_listens_a_send_fails_and_a_pairing_says_so(start_node: StartNode, tmp_path: Path) -> None:
    a, gone = start_node(), start_node()
    gone.engine.shutdown()
    (tmp_path / "note.txt").write_text("hello")
    number = a.engine.send([tmp_path / "note.txt"], gone.address)
    assert isinstance(a.finished(number).error, PeerUnreachable)
    a.engine.pair(gone.address)
    a.wait_for(Trouble, lambda trouble: isinstance(trouble.error, PeerUnreachable))


def test_a_dial_that_hangs_ends_with_the_transfer_it_was_for(node: Node, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("hello")
    with full_port() as port:
        number = node.engine.send([tmp_path / "note.txt"], Address("127.0.0.1", port))
        node.wait_state(number, State.CONNECTING)
        node.engine.cancel(number)
        assert node.finished(number).state is State.CANCELLED
        wait_until(lambda: not [t for t in threading.enumerate() if t.name.startswith("session-out")])
    assert not any(isinstance(trouble.error, PeerUnreachable) for trouble in node.heard(Trouble))


def test_calls_that_are_made_again_take_no_more_slots_than_one_each(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nobody answers after some tries; after eight of these no call ever began again."""
    monkeypatch.setattr(agreement, "_AGAIN", (0.01, 0.01, 0.01))
    a, b = pair_of_nodes
    (tmp_path / "note.txt").write_text("hello")
    calls, over = 0, threading.Event()

    def hang_up() -> None:
        nonlocal calls
        while not over.is_set():
            caller, _ = busy.accept()
            calls += 1
            caller.close()

    with socket.create_server(("127.0.0.1", 0)) as busy:
        thread = threading.Thread(target=hang_up)
        thread.start()
        port = busy.getsockname()[1]
        for _ in range(3):
            number = a.engine.send([tmp_path / "note.txt"], Address("127.0.0.1", port))
            assert isinstance(a.finished(number).error, ConnectionLost)
        over.set()
        socket.create_connection(("127.0.0.1", port), PATIENCE).close()
        thread.join()
    assert calls > limits.UNVERIFIED_TOTAL
    verify(a, b)


def test_a_caller_for_whom_there_is_no_thread_is_turned_away_and_comes_again(
    pair_of_nodes: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    real, refused = Link.start, threading.Event()

    def start(link: Link) -> None:
        if not link.initiator and not refused.is_set():
            refused.set()
            raise RuntimeError("can't start new thread")
        real(link)

    monkeypatch.setattr(Link, "start", start)
    verify(a, b)
    assert refused.is_set()


def test_what_is_sent_the_moment_a_call_begins_waits_with_it(
    pair_of_nodes: tuple[Node, Node], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = pair_of_nodes
    (tmp_path / "note").write_text("twice")
    numbers, begin = [], Calls.begin

    def slow(calls: Calls, session: SessionId, call: Call) -> None:
        monkeypatch.setattr(Calls, "begin", begin)
        numbers.append(a.engine.send([tmp_path / "note"], b.address))
        time.sleep(0.3)  # which finds the link, or has to wait
        begin(calls, session, call)

    monkeypatch.setattr(Calls, "begin", slow)
    numbers.append(a.engine.send([tmp_path / "note"], b.address))
    for node in (a, b):
        node.answer(Answer.MATCH)
    for _ in range(2):
        b.accept()
    assert len(numbers) == 2
    for number in numbers:
        assert a.finished(number).state is State.DELIVERED

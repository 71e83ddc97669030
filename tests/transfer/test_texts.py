"""Texts: shown there or refused, at once and beside everything else; on no disk, in no receipt."""

from pathlib import Path

import pytest

from desktop_app.engine import Answer
from desktop_app.errors import (
    AppError,
    Cancelled,
    ConnectionLost,
    NoText,
    NotText,
    PeerCancelled,
    TextDeclined,
    TextTooLong,
    TooManyTextsThere,
)
from desktop_app.events import (
    CodeReady,
    Direction,
    HistoryChanged,
    HistoryPage,
    Kind,
    PastTransfer,
    SessionEnded,
    SessionId,
    State,
    TextReceived,
    TransferId,
)
from desktop_app.protocol import limits
from desktop_app.storage.history_errors import ReceiptUnavailable
from tests.support.node import PATIENCE, Node, StartNode, verify, wait_until
from tests.transfer.trees import write

SECRET = "The code of the door is 4711.\n\tAnna \N{GRINNING FACE}\x1b[31m\x00"
Pair = tuple[Node, Node]


def send(a: Node, session: SessionId, text: str = SECRET) -> TransferId:
    return a.engine.send_text(text, a.device_of(session))


def test_delivered_once_it_is_taken(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = send(a, session)
    received = b.wait_for(TextReceived)
    assert received.text == SECRET
    row = received.transfer
    assert (row.state, row.direction, row.peer) == (State.ASKING, Direction.RECEIVING, "Ada's laptop")
    contents = row.contents
    assert (contents.kind, contents.characters, contents.total) == (Kind.TEXT, len(SECRET), len(SECRET.encode()))
    assert a.transfer(sent).contents == contents
    a.wait_state(sent, State.ASKING)
    b.engine.take_text(row.id)
    assert a.finished(sent).state is State.DELIVERED
    assert b.finished(row.id).state is State.DELIVERED
    b.engine.take_text(row.id)  # once is enough
    assert not a.heard(SessionEnded)


def test_it_waits_for_the_comparison_like_everything(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    sent = a.engine.send_text(SECRET, b.address)
    code = a.answer(Answer.MATCH)
    b.answer(Answer.MATCH)
    received = b.wait_for(TextReceived)
    b.engine.take_text(received.transfer.id)
    assert a.finished(sent).session == code.session


def test_it_is_sent_to_nobody_whom_the_person_does_not_recognise(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    sent = a.engine.send_text(SECRET, b.address)
    a.answer(Answer.DIFFERENT)
    b.wait_for(CodeReady)
    assert a.finished(sent).state is State.FAILED
    assert not b.heard(TextReceived)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", NoText),
        ("t" * (limits.TEXT_MAX + 1), TextTooLong),
        ("\N{EURO SIGN}" * 20_001, TextTooLong),
        ("\udcff", NotText),
    ],
    ids=["none", "too long", "too many bytes", "no text"],
)
def test_what_cannot_be_sent_says_why(pair_of_nodes: Pair, text: str, error: type[AppError]) -> None:
    a, b = pair_of_nodes
    ended = a.finished(a.engine.send_text(text, b.address))
    assert ended.state is State.FAILED
    assert type(ended.error) is error
    assert not a.heard(CodeReady)


def test_the_longest_arrives_as_it_was(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    text = "\N{EURO SIGN}" * 20_000
    sent = send(a, session, text)
    received = b.wait_for(TextReceived)
    assert received.text == text
    b.engine.take_text(received.transfer.id)
    assert a.finished(sent).state is State.DELIVERED


def test_declined(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = send(a, session)
    received = b.wait_for(TextReceived).transfer.id
    b.engine.decline(received)
    ended = a.finished(sent)
    assert ended.state is State.DECLINED
    assert isinstance(ended.error, TextDeclined)
    assert b.finished(received).state is State.DECLINED
    b.engine.take_text(received)  # too late
    assert not a.heard(SessionEnded)


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_taken_back_while_it_waits(pair_of_nodes: Pair, who: str) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = send(a, session)
    received = b.wait_for(TextReceived).transfer.id
    if who == "sender":
        a.engine.cancel(sent)
        assert isinstance(a.transfer(sent).error, Cancelled)
        assert isinstance(b.finished(received).error, PeerCancelled)
        b.engine.take_text(received)  # too late
    else:
        b.engine.cancel(received)
        assert isinstance(b.transfer(received).error, Cancelled)
        assert isinstance(a.finished(sent).error, TextDeclined)
    again = send(a, session, "again")
    b.engine.take_text(b.wait_for(TextReceived).transfer.id)
    assert a.finished(again).state is State.DELIVERED


def test_a_paused_text_is_none(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = send(a, session)
    received = b.wait_for(TextReceived).transfer.id
    a.engine.pause(sent)
    b.engine.pause(received)
    assert a.transfer(sent).paused is b.transfer(received).paused is None
    b.engine.take_text(received)
    assert a.finished(sent).state is State.DELIVERED


def test_no_more_wait_than_a_person_can_read(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    sent = [send(a, session, f"number {number}") for number in range(limits.TEXTS_WAITING + 1)]
    one_too_many = a.finished(sent[-1])
    assert isinstance(one_too_many.error, TooManyTextsThere)
    for number in range(limits.TEXTS_WAITING):
        received = b.wait_for(TextReceived)
        assert received.text == f"number {number}"
        b.engine.take_text(received.transfer.id)
    assert all(a.finished(number).state is State.DELIVERED for number in sent[:-1])
    assert not a.heard(SessionEnded)


def test_both_ways_at_once_beside_offers(pair_of_nodes: Pair, tmp_path: Path) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    files = a.engine.send([write(tmp_path / "note", b"hello")], a.device_of(session_a))
    numbers = [(a, send(a, session_a, "there")), (b, send(b, session_b, "and back"))]
    a.engine.take_text(a.wait_for(TextReceived, lambda event: event.text == "and back").transfer.id)
    b.engine.take_text(b.wait_for(TextReceived, lambda event: event.text == "there").transfer.id)
    b.accept()
    for node, number in (*numbers, (a, files)):
        assert node.finished(number).state is State.DELIVERED


def test_what_nobody_took_is_lost_with_the_session(pair_of_nodes: Pair) -> None:
    a, b = pair_of_nodes
    session_a, session_b = verify(a, b)
    sent = send(a, session_a)
    received = b.wait_for(TextReceived).transfer.id
    b.cut(session_b)
    for node, number in ((a, sent), (b, received)):
        ended = node.finished(number)
        assert ended.state is State.FAILED
        assert isinstance(ended.error, ConnectionLost)


# --- what stays of it ---------------------------------------------------------------------------------------------


def history(node: Node) -> list[PastTransfer]:
    pages: list[HistoryPage] = []
    node.engine._past.page(pages.append, "", None, 50)
    wait_until(lambda: bool(pages))
    return list(pages[0].transfers)


def test_the_history_says_how_long_it_was_and_nothing_holds_what_it_said(start_node: StartNode) -> None:
    a, b = start_node("Ada's laptop"), start_node("Kitchen PC")
    session, _ = verify(a, b)
    sent = send(a, session)
    received = b.wait_for(TextReceived).transfer.id
    b.engine.take_text(received)
    a.finished(sent)
    for node in (a, b):
        node.wait_for(HistoryChanged)
        [entry] = history(node)
        contents = entry.transfer.contents
        assert (contents.kind, contents.characters, contents.names) == (Kind.TEXT, len(SECRET), ())
        assert (entry.transfer.state, entry.has_receipt) == (State.DELIVERED, False)
        errors: list[AppError | None] = []
        node.engine.save_receipt(entry.id, node.root / "receipt.json", errors.append, as_json=True)
        wait_until(lambda errors=errors: bool(errors), timeout=PATIENCE)  # type: ignore[misc]
        assert isinstance(errors[0], ReceiptUnavailable)
        assert "text" in str(errors[0])
        node.engine.shutdown()
        for path in node.root.rglob("*"):
            if path.is_file():
                assert b"4711" not in path.read_bytes(), path

"""Who owes whom an answer about what it sees, and how soon one may ask again."""

import pytest

from desktop_app.errors import UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Hello
from desktop_app.protocol.sight import Looking
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair

GAP = limits.LOOK_GAP


def test_one_asks_and_is_answered_and_asks_again_after_a_while() -> None:
    asker, answerer = Looking(), Looking()
    now = 1000.0
    for _ in range(3):
        assert asker.may_ask(now)
        asker.ask()
        assert not asker.may_ask(now + 10 * GAP), "before it was answered"
        answerer.on_look(now)
        answerer.answer(now)
        asker.on_sight(now)  # in no time: the other side counts no later
        assert not asker.may_ask(now + GAP - 0.001)
        now += GAP


def test_both_may_ask_at_once() -> None:
    one = Looking()
    one.ask()
    one.on_look(0.0)
    one.answer(0.0)
    one.on_sight(0.0)


def test_who_asks_before_the_answer_or_too_soon_after_it_breaks_the_rule() -> None:
    answerer = Looking()
    answerer.on_look(0.0)
    with pytest.raises(UnexpectedMessage):
        answerer.on_look(10 * GAP)
    answerer.answer(10 * GAP)
    with pytest.raises(UnexpectedMessage):
        answerer.on_look(11 * GAP - 0.001)
    answerer.on_look(11 * GAP)


def test_an_answer_to_no_question_breaks_the_rule() -> None:
    asker = Looking()
    with pytest.raises(UnexpectedMessage):
        asker.on_sight(0.0)
    asker.ask()
    asker.on_sight(0.0)
    with pytest.raises(UnexpectedMessage):
        asker.on_sight(0.0)


@pytest.mark.parametrize(
    ("versions", "understands"), [([1], False), ([1, 0x119], True), ([0x119, 7, 1], True), ([1, 0x11A, 2], False)]
)
def test_what_the_other_side_understands_is_in_its_hello(versions: list[int], understands: bool) -> None:
    pair = SessionPair()
    hello, _ = pair[RESPONDER].start()
    assert isinstance(hello, Hello)
    assert hello.versions == [1, 0x119]
    assert pair[INITIATOR].start()
    pair[INITIATOR].receive(Hello(versions, hello.ciphers))
    assert pair[INITIATOR]._understands_look is understands

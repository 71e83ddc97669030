"""One question at a time, and no answer to one that nobody could have read."""

from pathlib import Path

import pytest

from desktop_app.cli.inbox import Line
from desktop_app.cli.questions import Question, Questions, Reply, Subject
from desktop_app.errors import CodeMismatch, NotEnoughSpace
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Contents,
    Direction,
    OfferReceived,
    SessionId,
    State,
    Transfer,
    TransferId,
)

LOCK = 1.5


def code(session: int = 1) -> CodeReady:
    return CodeReady(SessionId(session), "Kitchen", "192.0.2.7", "4821 0973", ("velvet", "anchor", "plate"), True)


def offer(number: int = 1, *, possible: bool = True) -> OfferReceived:
    contents = Contents(("holiday",), files=1, folders=0, total=1)
    transfer = Transfer(TransferId(number), Direction.RECEIVING, "Kitchen", State.ASKING, contents)
    problem = None if possible else NotEnoughSpace(needed=2, free=1)
    return OfferReceived(transfer, free=1, into=Path("/tmp"), existing=(), problem=problem)


NOTICE = ComparisonOver(SessionId(1), "Kitchen", CodeMismatch(), counted=True)


class Listener:
    """Asker and actor in one: writes down what it is told, and understands the words of Reply."""

    def __init__(self, lock: float = LOCK) -> None:
        self.told: list[tuple[str, object]] = []
        self.now = 100.0
        self.questions = Questions(self, self.act, prepare=self.prepare, clock=lambda: self.now, lock=lock)

    def prepare(self) -> None:
        self.told.append(("prepare", None))

    def act(self, question: Question, reply: Reply) -> None:
        self.told.append(("act", (question.subject, reply)))

    def ask(self, question: Question) -> None:
        self.told.append(("ask", question.subject))

    def understand(self, text: str, _question: Question | None) -> Reply | None:
        return Reply(text) if text in {reply.value for reply in Reply} else None

    def not_understood(self, text: str, _question: Question | None) -> None:
        self.told.append(("what?", text))

    def too_early(self, question: Question) -> None:
        self.told.append(("too early", question.subject))

    def answered(self, question: Question, reply: Reply) -> None:
        pass

    def withdrawn(self, question: Question) -> None:
        self.told.append(("withdrawn", question.subject))

    def type(self, text: str, later: float = LOCK) -> None:
        self.now += later
        self.questions.line(Line(text, self.now))

    def acts(self) -> list[object]:
        return [what for how, what in self.told if how == "act"]

    def asked(self) -> list[object]:
        return [what for how, what in self.told if how == "ask"]


@pytest.fixture
def listener() -> Listener:
    return Listener()


@pytest.mark.parametrize(
    ("subject", "good", "bad"),
    [
        (code(), {Reply.MATCH, Reply.DIFFERENT, Reply.NOT_NOW}, {Reply.ACCEPT, Reply.DECLINE, Reply.DISMISS}),
        (offer(), {Reply.ACCEPT, Reply.DECLINE}, {Reply.MATCH, Reply.DIFFERENT, Reply.NOT_NOW, Reply.DISMISS}),
        (offer(possible=False), {Reply.DECLINE}, {Reply.ACCEPT, Reply.MATCH}),
        (NOTICE, {Reply.DISMISS}, {Reply.MATCH, Reply.ACCEPT}),
    ],
)
def test_each_question_takes_its_own_answers(subject: Subject, good: set[Reply], bad: set[Reply]) -> None:
    for reply in Reply:
        listener = Listener()
        listener.questions.ask(subject)
        listener.type(reply.value)
        assert (reply in good) == (listener.acts() == [(subject, reply)])
        assert (reply in bad) <= (listener.acts() == [])


def test_what_was_typed_too_early_is_no_answer(listener: Listener) -> None:
    listener.questions.ask(code())
    for later in (-5.0, 0.0, LOCK + 4.9):
        listener.type("match", later)
    assert listener.acts() == []
    assert [how for how, _ in listener.told].count("too early") == 3
    listener.type("match", 0.2)
    assert len(listener.acts()) == 1


def test_a_program_may_answer_at_once() -> None:
    listener = Listener(lock=0)
    listener.questions.ask(code())
    listener.type("match", -0.01)
    assert listener.acts() == [(code(), Reply.MATCH)]


def test_what_was_typed_before_any_question_is_no_answer(listener: Listener) -> None:
    listener.type("match")
    listener.questions.ask(code())
    assert listener.told == [("what?", "match"), ("prepare", None), ("ask", code())]


def test_a_wrong_line_loses_nothing(listener: Listener) -> None:
    listener.questions.ask(code())
    listener.type("accept")
    listener.type("nonsense")
    listener.type("match")
    assert [what for how, what in listener.told if how == "what?"] == ["accept", "nonsense"]
    assert listener.acts() == [(code(), Reply.MATCH)]


def test_questions_wait_for_each_other(listener: Listener) -> None:
    listener.questions.ask(code(1))
    listener.questions.ask(offer(1))
    assert listener.asked() == [code(1)]
    listener.type("match")
    assert listener.asked() == [code(1), offer(1)]
    listener.type("decline", 0.1)
    assert len(listener.acts()) == 1, "the next question has its own lock"
    listener.type("decline")
    assert listener.acts()[1] == (offer(1), Reply.DECLINE)
    assert listener.questions.current is None


def test_a_question_that_settled_itself_goes_away(listener: Listener) -> None:
    for subject in (code(7), offer(7), offer(8), NOTICE):
        listener.questions.ask(subject)
    listener.questions.withdraw(transfer=TransferId(8))
    assert listener.asked() == [code(7)], "not the one on the screen"
    listener.questions.withdraw(session=SessionId(7))
    assert ("withdrawn", code(7)) in listener.told
    assert listener.asked() == [code(7), offer(7)], "a session is not the transfer of the same number"
    listener.type("accept")
    assert listener.asked()[-1] == NOTICE
    listener.questions.withdraw(session=SessionId(1))
    assert listener.questions.current == Question(NOTICE), "a failure stays until it was seen"


def test_where_nobody_can_answer_the_careful_answer_is_given(listener: Listener) -> None:
    listener.questions.ask(code())
    listener.questions.ask(offer())
    listener.questions.close()
    assert listener.acts() == [(code(), Reply.NOT_NOW), (offer(), Reply.DECLINE)]
    listener.questions.ask(code(2))
    assert listener.acts()[2:] == [(code(2), Reply.NOT_NOW)]
    assert listener.asked() == [code()]


def test_nobody_has_seen_a_failure_that_nobody_could_see(listener: Listener) -> None:
    listener.questions.close()
    listener.questions.ask(NOTICE)
    assert listener.acts() == []

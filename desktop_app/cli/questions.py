"""What waits for a person's answer, one at a time, in the order it came."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from desktop_app.cli.inbox import Line
from desktop_app.engine.typed_code import TRIES, is_whole, same
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    OfferReceived,
    Recognised,
    RememberedDevice,
    SessionId,
    TransferId,
    Unproven,
)
from desktop_app.storage.existing import Existing


class Reply(Enum):
    MATCH = "match"
    DIFFERENT = "different"
    NOT_NOW = "not-now"
    ACCEPT = "accept"  # as the policy for existing names says, which keeps both where it leaves that to the person
    SKIP_IDENTICAL = "skip-identical"  # accept, and skip what is there already with the same content
    DECLINE = "decline"
    DISMISS = "dismiss"
    STOP = "stop"
    COMPARE = "compare"
    GO_ON = "go-on"  # without what is waited for
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Is this device really to be forgotten?"""

    device: RememberedDevice


@dataclass(frozen=True, slots=True)
class Clearing:
    """Is the whole history really to be forgotten?"""


@dataclass(frozen=True, slots=True)
class Unremembered:
    """Is it enough, to wait until the other side remembers this computer, too?"""

    session: SessionId


@dataclass(frozen=True, slots=True)
class Covered:
    """In careful mode: which code does the other screen show? The one here stays covered until that was typed."""

    code: CodeReady
    left: int = TRIES

    @property
    def session(self) -> SessionId:
        return self.code.session


@dataclass(frozen=True, slots=True)
class Typed:
    """A whole code, as somebody typed it. It is judged here, and no answer."""

    digits: str


def typed_in(text: str, question: "Question") -> Typed | None:
    """The whole code in that line, where one is to be typed."""
    covered = question.subject
    return Typed(text) if isinstance(covered, Covered) and is_whole(text, covered.code.digits) else None


Subject = (
    CodeReady | Covered | OfferReceived | ComparisonOver | Unproven | Recognised | Unremembered | Forgetting | Clearing
)


@dataclass(frozen=True, slots=True)
class Question:
    """A code to compare, an offer to answer, a failed comparison to be seen, or what a proof or its lack is to mean."""

    subject: Subject
    existing: Existing = Existing.ASK  # what becomes of names that are there already, where an offer is accepted

    @property
    def number(self) -> int:
        """By which a program may name it: that of the session or of the transfer, 0 where it is about neither."""
        match self.subject:
            case OfferReceived(transfer=transfer):
                return transfer.id
            case Forgetting() | Clearing():
                return 0
            case CodeReady() | Covered() | ComparisonOver() | Unproven() | Recognised() | Unremembered():
                return self.subject.session

    @property
    def chooses_existing(self) -> bool:
        """Whether the person is to say what becomes of names that are there already."""
        return self.existing is Existing.ASK and isinstance(self.subject, OfferReceived) and bool(self.subject.existing)

    @property
    def choices(self) -> tuple[Reply, ...]:
        match self.subject:
            case CodeReady():
                return Reply.MATCH, Reply.DIFFERENT, Reply.NOT_NOW
            case Covered():
                return Reply.DIFFERENT, Reply.NOT_NOW
            case OfferReceived(problem=None) if self.chooses_existing:
                return Reply.ACCEPT, Reply.SKIP_IDENTICAL, Reply.DECLINE
            case OfferReceived(problem=None):
                return Reply.ACCEPT, Reply.DECLINE
            case OfferReceived():
                return (Reply.DECLINE,)
            case ComparisonOver():
                return (Reply.DISMISS,)
            case Unproven():
                return Reply.STOP, Reply.COMPARE
            case Unremembered():
                return (Reply.GO_ON,)
            case Recognised() | Forgetting() | Clearing():
                return Reply.YES, Reply.NO

    @property
    def unanswered(self) -> Reply | None:
        """What holds where nobody can answer. A failed comparison then stays unseen, and blocks further ones; what
        is waited for has its time."""
        match self.subject:
            case CodeReady() | Covered():
                return Reply.NOT_NOW
            case OfferReceived():
                return Reply.DECLINE
            case ComparisonOver() | Unremembered():
                return None
            case Unproven():
                return Reply.STOP
            case Recognised() | Forgetting() | Clearing():
                return Reply.NO

    def after(self, typed: Typed) -> "Question | None":
        """What is asked once that was typed; None where no code is to be typed, or not any more."""
        match self.subject:
            case Covered(left=0):
                return None
            case Covered(code=code) if same(typed.digits, code.digits):
                return Question(code)
            case Covered(left=left) as covered:
                return Question(replace(covered, left=left - 1))
            case _:
                return None

    def about(self, session: SessionId | None, transfer: TransferId | None) -> bool:
        match self.subject:
            case CodeReady() | Covered() | Unremembered():
                return self.subject.session == session
            case OfferReceived():
                return self.subject.transfer.id == transfer
            case ComparisonOver() | Unproven() | Recognised() | Forgetting() | Clearing():
                return False


class Asker(Protocol):
    """Who shows questions and understands answers."""

    def ask(self, question: Question) -> None: ...
    def understand(self, text: str, question: Question | None, /) -> Reply | Typed | None: ...
    def not_understood(self, text: str, question: Question | None, /) -> None: ...
    def too_early(self, question: Question, /) -> None:
        """Nobody can have read that question when the line was typed."""

    def answered(self, question: Question, reply: Reply) -> None: ...
    def withdrawn(self, question: Question) -> None: ...


class Questions:
    """Nothing typed before a question was shown, or within `lock` seconds after, answers it.

    Without a lock the other side is a program, which reads before it writes, and may do so at once.
    """

    def __init__(
        self,
        asker: Asker,
        act: Callable[[Question, Reply], None],
        *,
        prepare: Callable[[], None],
        clock: Callable[[], float],
        lock: float,
    ) -> None:
        """`act` carries a reply out. `prepare` is called just before a question is shown."""
        self._asker, self._act, self._prepare, self._clock, self._lock = asker, act, prepare, clock, lock
        self._open: list[Question] = []
        self._shown_at = 0.0
        self.closed = False  # nobody can answer any more

    @property
    def current(self) -> Question | None:
        return self._open[0] if self._open else None

    def ask(self, subject: Subject, existing: Existing = Existing.ASK) -> None:
        self._open.append(Question(subject, existing))
        if len(self._open) == 1:
            self._show()

    def withdraw(self, *, session: SessionId | None = None, transfer: TransferId | None = None) -> None:
        """The matter settled itself: the peer went away, or nobody answered in time."""
        current = self.current
        self._open = [question for question in self._open if not question.about(session, transfer)]
        if current is not None and self.current is not current:
            self._asker.withdrawn(current)
            self._show()

    def line(self, line: Line) -> None:
        """Somebody typed something."""
        question = self.current
        if question is not None and self._lock and line.at < self._shown_at + self._lock:
            self._asker.too_early(question)
            return
        reply = self._asker.understand(line.text, question)
        if question is not None and isinstance(reply, Reply) and reply in question.choices:
            self._answer(question, reply)
        elif question is not None and isinstance(reply, Typed) and (then := question.after(reply)) is not None:
            self._open[0] = then
            self._show()
        else:
            self._asker.not_understood(line.text, question)

    def close(self) -> None:
        """Nobody can answer any more."""
        self.closed = True
        self._show()

    def _show(self) -> None:
        if (question := self.current) is None:
            return
        if not self.closed:
            self._prepare()
            self._asker.ask(question)
            self._shown_at = self._clock()
        elif question.unanswered is not None:
            self._answer(question, question.unanswered)

    def _answer(self, question: Question, reply: Reply) -> None:
        self._open.pop(0)
        self._asker.answered(question, reply)
        self._act(question, reply)
        self._show()

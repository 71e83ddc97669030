"""The main thread's loop: waits for what the engine tells, and meanwhile serves questions and progress.

A command calls `next_event` again and again and reads like its own story.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desktop_app.cli.face import Face
from desktop_app.cli.inbox import Inbox, InputClosed, InputReader, Line
from desktop_app.cli.questions import Clearing, Covered, Forgetting, Question, Questions, Reply, Subject, Unremembered
from desktop_app.engine import Answer, Engine, door
from desktop_app.errors import NobodyAsked
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Device,
    Event,
    Method,
    OfferReceived,
    Recognised,
    Remembered,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.storage.existing import Existing
from desktop_app.storage.profile import Profile

TICK: Final = 0.2  # seconds; progress is told five times in each
_WAIT: Final = 60.0  # seconds between two looks at nothing

_MOVING: Final = frozenset({State.MOVING, State.FINISHING})
_ANSWERS: Final = {Reply.MATCH: Answer.MATCH, Reply.DIFFERENT: Answer.DIFFERENT, Reply.NOT_NOW: Answer.NOT_NOW}


@dataclass(frozen=True, slots=True)
class Answered(Event):
    """A question is answered, and the engine will do what that means."""

    subject: Subject
    reply: Reply


def questions_for(
    face: Face, reader: InputReader | None, act: Callable[[Question, Reply], None], *, lock: float
) -> Questions:
    """For whoever reads and types there; closed where nobody does. `lock` as `Questions` has it."""

    def prepare() -> None:
        if reader is not None:
            reader.discard_typed()
            reader.start()

    questions = Questions(face, act, prepare=prepare, clock=time.monotonic, lock=lock)
    if reader is None:
        questions.close()
    return questions


def is_sure(face: Face, inbox: Inbox, reader: InputReader | None, what: Forgetting | Clearing) -> bool:
    """What the person says; no, where nobody can answer. Raises Stopped."""
    replies: list[Reply] = []
    # Whoever typed the command expects the question: an answer at once is no stray key.
    questions = questions_for(face, reader, lambda _question, reply: replies.append(reply), lock=0.0)
    questions.ask(what)
    while not replies:
        match inbox.get(_WAIT):
            case Line() as line:
                questions.line(line)
            case InputClosed():
                questions.close()
    return replies == [Reply.YES]


class Conversation:
    """What a command works with. `reader` is None where nobody can answer."""

    def __init__(self, engine: Engine, face: Face, inbox: Inbox, reader: InputReader | None, profile: Profile) -> None:
        self.engine, self.face, self.profile = engine, face, profile
        self._inbox = inbox
        self._questions = questions_for(face, reader, self._act, lock=face.answer_lock)
        self._moving: dict[TransferId, Transfer] = {}
        self._next_progress = 0.0
        self._doubted: dict[SessionId, str] = {}  # who was called, or is called the same, and did not prove itself

    def next_event(self, until: float = float("inf")) -> Event | None:
        """The next event; None once the monotonic clock passed `until`. Raises Stopped on a signal."""
        while (now := time.monotonic()) < until:
            match self._inbox.get(min(TICK, until - now)):
                case Line() as line:
                    self._questions.line(line)
                case InputClosed():
                    self._questions.close()
                case Event() as event:
                    self._follow(event)
                    return event
            self._tell_progress()
        return None

    def tell_troubles(self) -> None:
        """What the start has found, for whoever ends before anything else comes."""
        until = time.monotonic() + TICK
        while (event := self.next_event(until)) is not None:
            if isinstance(event, Trouble):
                self.face.error(event.error)

    def seen(self) -> list[Device]:
        """Who is near. A running Tallystick of this profile is no other device."""
        own = door.instances(self.profile)
        return [device for device in self.engine.devices() if device.id not in own and not device.away]

    def ask(self, subject: Subject, existing: Existing = Existing.ASK) -> None:
        """Have a person decide; the reply goes to the engine by itself. `existing`: where an offer is accepted."""
        if isinstance(subject, CodeReady):
            if subject.doubted:
                self._doubted[subject.session] = subject.doubted
            if subject.incoming and self.engine.settings.careful:
                subject = Covered(subject)
        self._questions.ask(subject, existing)

    def withdraw(self, session: SessionId) -> None:
        """Its comparison is over, and nobody is verified."""
        self._doubted.pop(session, None)
        self._questions.withdraw(session=session)

    def verified(self, event: Verified, *, remember: bool) -> bool:
        """Say so. `remember`: a device that people compared a code with just now; whether it is asked to."""
        self.face.verified(event)
        asked = remember and event.method is Method.CODE
        if asked:
            self.engine.remember(event.session)
        return asked

    def remembered(self, event: Remembered) -> None:
        """Say so, and which record nobody can prove any more where this is the same device once more."""
        self._questions.withdraw(session=event.session)  # whether to wait for it any longer
        doubted = self._doubted.pop(event.session, None)
        others = (each for each in self.engine.remembered() if each.id != event.device.id)
        self.face.remembered(event.device, next((each for each in others if each.name == doubted), None))

    def attend(self, event: Event, *, remember: bool) -> None:
        """What everybody who called does about an event, unless the command has something else in mind for it.
        `remember` as in `verified`."""
        match event:
            case CodeReady() | Unproven() | Recognised():
                self.ask(event)
            case ComparisonOver(session=session):
                self.withdraw(session)
            case Verified():
                self.verified(event, remember=remember)
            case Remembered():
                self.remembered(event)
            case Trouble(error=error):
                self.face.error(error)

    def _follow(self, event: Event) -> None:
        if isinstance(event, TransferChanged):
            transfer = event.transfer
            if transfer.state in _MOVING:
                before = self._moving.get(transfer.id)
                if before is not None and str(before.paused) != str(transfer.paused):
                    self.face.paused(transfer)
                self._moving[transfer.id] = transfer
            else:
                self._moving.pop(transfer.id, None)
            if transfer.state is not State.ASKING:
                self._questions.withdraw(transfer=transfer.id)
        self._tell_progress()

    def _tell_progress(self) -> None:
        if not self._moving or time.monotonic() < self._next_progress:
            return
        self._next_progress = time.monotonic() + TICK
        for transfer in self._moving.values():
            if transfer.paused is None and (progress := self.engine.progress(transfer.id)) is not None:
                self.face.progress(transfer, progress)

    def _act(self, question: Question, reply: Reply) -> None:
        self._inbox.put(Answered(question.subject, reply))  # before what follows from it
        match question.subject:
            case CodeReady(session=session) | Covered(session=session):
                nobody = reply is Reply.NOT_NOW and self._questions.closed
                self.engine.answer_code(session, Answer.NOBODY if nobody else _ANSWERS[reply])
            case OfferReceived(transfer=transfer, into=into):
                if reply is Reply.DECLINE:
                    self.engine.decline(transfer.id, NobodyAsked() if self._questions.closed else None)
                else:
                    skip = reply is Reply.SKIP_IDENTICAL
                    self.engine.accept(transfer.id, into, Existing.SKIP_IDENTICAL if skip else question.existing)
            case ComparisonOver():
                self.engine.dismiss_failure()
            case Unproven(session=session):
                if reply is Reply.COMPARE:
                    self.engine.compare_anew(session)
                else:
                    self.engine.give_up(session)
            case Unremembered():
                """Who waits reads it in `Answered`."""
            case Recognised(session=session):
                if reply is Reply.YES:
                    self.engine.go_on(session)
                else:
                    self.engine.end_session(session)

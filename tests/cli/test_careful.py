"""Careful mode without a window: who is called types the code of the other screen, which is not shown here before."""

import io
import json
from dataclasses import replace

import pytest

from desktop_app.cli.inbox import Line
from desktop_app.cli.questions import Covered, Question, Questions, Reply
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.engine import Answer
from desktop_app.engine.typed_code import TRIES, is_whole, same
from desktop_app.errors import CodeMismatch
from desktop_app.events import ComparisonOver, Method, SessionId, Verified
from desktop_app.storage.settings import Settings
from tests.cli.scripted_engine import CODE, PEER, CommandLine, ScriptedEngine

INCOMING = replace(CODE, incoming=True)
LOCK = 1.5


class Seat:
    """A person at a terminal; everything that was answered, and the screen since the last look."""

    def __init__(self) -> None:
        self._screen, self.now = io.StringIO(), 100.0
        face = TerminalFace(self._screen, self._screen)
        self.acts: list[Reply] = []
        self.questions = Questions(
            face, lambda _, reply: self.acts.append(reply), prepare=lambda: None, clock=lambda: self.now, lock=LOCK
        )

    def type(self, text: str, later: float = LOCK) -> str:
        self.now += later
        self.questions.line(Line(text, self.now))
        return self.seen()

    def seen(self) -> str:
        text = self._screen.getvalue()
        self._screen.seek(0)
        self._screen.truncate()
        return text


@pytest.fixture
def seat() -> Seat:
    seat = Seat()
    seat.questions.ask(Covered(INCOMING))
    return seat


def test_the_code_is_covered_until_it_was_typed_and_then_compared_as_ever(seat: Seat) -> None:
    covered = seat.seen()
    assert covered.splitlines()[1].endswith("“Kitchen PC”, wants to compare a code.")
    assert "\n    ···· ····\n" in covered
    assert covered.endswith(
        "Type the code that the screen of “Kitchen PC” shows.  the eight digits  [d] different  [Enter] not now\n"
    )
    assert "velvet" not in covered
    shown = seat.type(" 4821 0973 ")
    assert "\n    4821 0973\n    velvet · anchor · plate\n" in shown
    assert shown.endswith("Is exactly this code on the other screen?  [m] they match  [d] different  [Enter] not now\n")
    assert not seat.acts, "being right is no answer"
    assert "no answer" in seat.type("m", later=LOCK - 0.1)
    seat.type("m", later=0.2)
    assert seat.acts == [Reply.MATCH]


def test_wrong_twice_leaves_no_way_to_say_that_it_matches(seat: Seat) -> None:
    seat.seen()
    once = seat.type("48210974")
    assert once.startswith("That is not the code of this computer. Look again, and type it once more.  the eight")
    twice = seat.type("11111111")
    assert twice == (
        "That is not the code of this computer either. If you typed what is there, it is different.  "
        "[d] different  [Enter] not now\n"
    )
    for more in ("48210973", "m"):
        assert seat.type(more) == "[d] different  [Enter] not now\n"
    assert not seat.acts, "that the codes differ is for the person to say"
    seat.type("d")
    assert seat.acts == [Reply.DIFFERENT]


@pytest.mark.parametrize("half", ["4821 097", "482109731", "m", "4821-0973", "4821 o973", "x 48210973"])
def test_what_is_no_whole_code_costs_no_try(seat: Seat, half: str) -> None:
    seat.seen()
    assert seat.type(half) == "the eight digits  [d] different  [Enter] not now\n"
    seat.type("11111111")
    assert "velvet" in seat.type("48210973")


@pytest.mark.parametrize(("typed", "reply"), [("", Reply.NOT_NOW), ("d", Reply.DIFFERENT)])
def test_nobody_has_to_type_it(seat: Seat, typed: str, reply: Reply) -> None:
    seat.type(typed)
    assert seat.acts == [reply]


def test_a_covered_code_goes_with_its_session(seat: Seat) -> None:
    seat.questions.withdraw(session=INCOMING.session)
    assert seat.questions.current is None
    seat.questions.ask(Covered(INCOMING))
    seat.questions.close()
    assert seat.acts == [Reply.NOT_NOW]


def test_digits_of_every_script_are_the_same_code() -> None:
    assert is_whole("٤٨٢١ ٠٩٧٣", CODE.digits)
    assert same("٤٨٢١ ٠٩٧٣", CODE.digits)
    assert not same("٤٨٢١ ٠٩٧٤", CODE.digits)
    assert not is_whole("٤٨²٢ ٠٩٧٣", CODE.digits)


def test_who_calls_hears_that_it_may_be_typed_there() -> None:
    screen = io.StringIO()
    TerminalFace(screen, screen).ask(Question(CODE))
    assert screen.getvalue().endswith(
        "Is exactly this code on the other screen? If dots are there, this code is typed there first.  "
        "[m] they match  [d] different  [Enter] not now\n"
    )


# --- as programs have it ----------------------------------------------------------------------------------


def careful(*, incoming: bool = True) -> ScriptedEngine:
    differs = ComparisonOver(SessionId(1), PEER, CodeMismatch(), counted=True)
    engine = ScriptedEngine(
        {
            "start": [replace(CODE, incoming=incoming)],
            ("answer_code", Answer.MATCH): [Verified(SessionId(1), PEER, Method.CODE, 0.0), differs],
            ("answer_code", Answer.DIFFERENT): [differs],
        }
    )
    engine.settings = Settings(name="Ada's laptop", careful=True)
    return engine


def receive(
    tallystick: CommandLine, engine: ScriptedEngine, folder: object, *answers: object
) -> list[dict[str, object]]:
    typed = "".join(f"{json.dumps(each)}\n" for each in answers)
    assert tallystick.run(engine, "receive", "--json", "--into", folder, "--once", answers={"code": typed}) == 4
    return tallystick.events()


def test_a_program_gets_the_code_once_its_person_has_typed_it(tallystick: CommandLine, tmp_path: object) -> None:
    engine = careful()
    told = receive(
        tallystick,
        engine,
        f"{tmp_path}/in",
        "match",
        "right",
        "1111 1111",
        {"answer": "48210973", "question": 1},
        "match",
    )
    codes = [event for event in told if event["event"] == "code"]
    assert [(code["digits"], code["words"], code["tries"]) for code in codes] == [
        (None, None, TRIES),
        (None, None, 1),
        ("4821 0973", ["velvet", "anchor", "plate"], None),
    ]
    refused = [event for event in told if event["event"] == "error"]
    assert [event["code"] for event in refused] == ["bad-answer", "bad-answer"]
    assert refused[0]["advice"] == "Possible answers: the code on the other screen, different, not-now."
    assert engine.called("answer_code") == [Answer.MATCH]


def test_a_program_that_was_wrong_twice_cannot_say_that_it_matches(tallystick: CommandLine, tmp_path: object) -> None:
    engine = careful()
    told = receive(tallystick, engine, f"{tmp_path}/in", "11111111", "11111112", "48210973", "match", "different")
    assert [event["tries"] for event in told if event["event"] == "code"] == [2, 1, 0]
    assert [event["advice"] for event in told if event["event"] == "error"] == [
        "Possible answers: different, not-now."
    ] * 2
    assert {event["digits"] for event in told if event["event"] == "code"} == {None}
    assert engine.called("answer_code") == [Answer.DIFFERENT]


def test_who_calls_reads_the_code_as_ever(tallystick: CommandLine, tmp_path: object) -> None:
    engine = careful(incoming=False)
    told = receive(tallystick, engine, f"{tmp_path}/in", "match")
    assert [event["digits"] for event in told if event["event"] == "code"] == ["4821 0973"]

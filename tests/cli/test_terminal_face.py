"""What a person at a terminal sees and may type."""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli.questions import Question, Reply
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.errors import (
    CodeMismatch,
    FilesTooBigHere,
    Names,
    NamesNotHeldHere,
    NotEnoughSpace,
    PathUnreadable,
    Size,
    WriteFailed,
)
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Contents,
    Direction,
    FileFailure,
    Listening,
    Method,
    Progress,
    SessionId,
    State,
    Verified,
)
from desktop_app.storage.existing import Existing
from tests.cli.scripted_engine import CODE, PEER, offer, remembered, transfer
from tests.support.top_names import a_file, a_folder, contents

HOSTILE = "\x1b[2J\r\n4821 0973\u202e\u2028"


class Screen(io.StringIO):
    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def screen() -> Screen:
    return Screen(terminal=True)


@pytest.fixture
def face(screen: Screen) -> TerminalFace:
    return TerminalFace(screen, screen)


def test_a_question_that_is_open_is_the_last_that_is_said(face: TerminalFace, screen: Screen) -> None:
    question, keys = Question(offer()), "[a] accept  [d] decline\n"
    face.ask(question)
    face.remembered(remembered())
    assert screen.getvalue().endswith(f"Remembered as “{PEER}” for 90 days.\n{keys}")
    face.answered(question, Reply.ACCEPT)
    face.remembered(remembered())
    assert not screen.getvalue().endswith(keys)
    face.ask(question)
    face.withdrawn(question)
    face.remembered(remembered())
    assert not screen.getvalue().endswith(keys)


def test_the_code_stands_alone(face: TerminalFace, screen: Screen) -> None:
    face.ask(Question(CODE))
    assert screen.getvalue() == (
        "\n"
        "Not verified yet: the computer at 192.0.2.7:47471, which calls itself “Kitchen PC”. "
        "Compare this code with it.\n"
        "\n"
        "    4821 0973\n"
        "    velvet · anchor · plate\n"
        "\n"
        "Is exactly this code on the other screen? If dots are there, this code is typed there first.  "
        "[m] they match  [d] different  [Enter] not now\n"
    )


def test_case_035_a_name_cannot_imitate_the_code(face: TerminalFace, screen: Screen) -> None:
    face.ask(Question(CodeReady(SessionId(1), HOSTILE, HOSTILE, "1111 2222", ("one", "two", "three"), incoming=True)))
    lines = screen.getvalue().splitlines()
    assert [line for line in lines if line.startswith("    ")] == ["    1111 2222", "    one · two · three"]
    assert "\x1b" not in screen.getvalue()
    assert lines[1].startswith("Not verified yet: the computer at ")
    assert lines[1].endswith("”, wants to compare a code.")
    assert lines[1].count("”") == 1


@pytest.mark.parametrize(
    ("typed", "reply"),
    [("m", Reply.MATCH), (" M ", Reply.MATCH), ("d", Reply.DIFFERENT), ("", Reply.NOT_NOW), ("y", None), ("mm", None)],
)
def test_answers_to_a_code(face: TerminalFace, typed: str, reply: Reply | None) -> None:
    assert face.understand(typed, Question(CODE)) is reply


@pytest.mark.parametrize(("typed", "reply"), [("a", Reply.ACCEPT), ("d", Reply.DECLINE), ("", None), ("m", None)])
def test_answers_to_an_offer(face: TerminalFace, typed: str, reply: Reply | None) -> None:
    assert face.understand(typed, Question(offer())) is reply


def test_answers_to_a_failure_and_to_nothing(face: TerminalFace, screen: Screen) -> None:
    notice = Question(ComparisonOver(SessionId(1), PEER, CodeMismatch(), counted=True))
    assert face.understand("", notice) is Reply.DISMISS
    assert face.understand("m", notice) is None
    assert face.understand("m", None) is None
    face.not_understood("m", None)
    assert screen.getvalue() == ""
    face.not_understood("x", Question(CODE))
    assert screen.getvalue() == "[m] they match  [d] different  [Enter] not now\n"


def test_an_offer_says_what_matters(face: TerminalFace, screen: Screen) -> None:
    face.ask(Question(offer(into=Path("/in"), existing=("holiday 2026",))))
    assert screen.getvalue() == (
        "\n"
        "Kitchen PC wants to send you 214 files, 3.2 GB:\n"
        "    3.2 GB  “holiday 2026”, a folder of 214 files\n"
        "Free here: 120.0 GB. To be saved in /in\n"
        "There already, and kept: “holiday 2026”.\n"
        "[a] accept, what comes gets a number  "
        "[s] accept, skip identical files, what differs gets a number  [d] decline\n"
    )


def test_of_many_names_it_shows_the_first_and_each_size_as_ours(face: TerminalFace, screen: Screen) -> None:
    spoof = "a”, a folder of 9 files\n    9.9 GB  “b"
    files = a_file(spoof, 1), a_file("film.mkv", 4_200_000_000), *(a_file(f"{number}.txt") for number in range(1000))
    asked = offer()
    what = contents(a_folder("empty"), *files)
    face.ask(Question(replace(asked, transfer=replace(asked.transfer, contents=what))))
    assert screen.getvalue().splitlines()[2:8] == [
        "       0 B  “empty”, a folder of 0 files",
        '       1 B  “a", a folder of 9 files\\n    9.9 GB  "b”',
        "    4.2 GB  “film.mkv”",
        "       0 B  “0.txt”",
        "       0 B  “1.txt”",
        "            and 998 more",
    ]


@pytest.mark.parametrize(
    ("existing", "said"),
    [
        (Existing.KEEP_BOTH, "What comes gets a number."),
        (Existing.SKIP_IDENTICAL, "Identical files are skipped; what differs gets a number."),
    ],
)
def test_what_is_settled_for_existing_names_is_said_and_not_asked(
    face: TerminalFace, screen: Screen, existing: Existing, said: str
) -> None:
    question = Question(offer(existing=("holiday 2026",)), existing)
    face.ask(question)
    assert f"There already, and kept: “holiday 2026”. {said}\n[a] accept  [d] decline\n" in screen.getvalue()
    assert Reply.SKIP_IDENTICAL not in question.choices


def test_an_offer_says_what_the_disk_cannot_hold(face: TerminalFace, screen: Screen) -> None:
    names = NamesNotHeldHere(path="/in", names=Names(("a?", HOSTILE)))
    face.ask(Question(offer(warnings=(names, FilesTooBigHere(path="/in", most=Size(4_294_967_295))))))
    assert "The disk of “/in” cannot hold these names: “a?”, “" in screen.getvalue()
    assert "The disk of “/in” holds no files of more than 4.3 GB. Bigger ones will be left out." in screen.getvalue()
    assert screen.getvalue().endswith("\n[a] accept  [d] decline\n")
    assert "\x1b" not in screen.getvalue()


def test_an_offer_that_continues_says_how_much_is_here(face: TerminalFace, screen: Screen) -> None:
    face.ask(Question(offer(continues=1_200_000_000)))
    assert "It was interrupted: 1.2 GB are here already, only the rest comes.\n" in screen.getvalue()


@pytest.mark.parametrize(("files", "said"), [(1, "1 file was there already"), (3, "3 files were there already")])
def test_what_was_there_already_is_told_at_the_end(face: TerminalFace, screen: Screen, files: int, said: str) -> None:
    face.ended(transfer(State.DELIVERED, were_there=files))
    assert f"{said}, with the same content.\n" in screen.getvalue()


def test_an_offer_that_cannot_be_taken_says_why(face: TerminalFace, screen: Screen) -> None:
    face.ask(Question(offer(problem=NotEnoughSpace(needed=2, free=1))))
    assert "There is not enough space" in screen.getvalue()
    assert screen.getvalue().endswith("\n[d] decline\n")


def test_programs_are_pointed_out(face: TerminalFace, screen: Screen) -> None:
    contents = Contents((HOSTILE,), files=3, folders=0, total=1, programs=2)
    event = offer()
    face.ask(Question(type(event)(transfer(State.ASKING, contents=contents), 1, Path("/in"), (), None)))
    assert "Among them: 2 programs." in screen.getvalue()
    assert "\x1b" not in screen.getvalue()


def test_progress_is_one_line_that_is_written_over(
    face: TerminalFace, screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    for done in (48, 49):
        face.progress(transfer(State.MOVING), Progress(done, 100, 0, 1, 94e6, 17))
    face.verified(Verified(SessionId(1), PEER, Method.CODE, 0.0))
    assert screen.getvalue() == (
        "\r\x1b[K48 % · 94.0 MB/s · 17 s left "
        "\r\x1b[K49 % · 94.0 MB/s · 17 s left "
        "\r\x1b[KVerified: both screens showed the same code. This is Kitchen PC.\n"
    )


def test_where_output_is_no_terminal_there_is_no_progress() -> None:
    screen = Screen(terminal=False)
    face = TerminalFace(screen, screen)
    face.progress(transfer(State.MOVING), Progress(48, 100, 0, 1, 94e6, 17))
    face.listening(Listening(5000, 47471), "Ada")
    assert screen.getvalue().startswith(
        "Ready. This computer is called “Ada” and listens on port 5000 (47471 was taken)."
    )
    assert "\x1b" not in screen.getvalue()


def test_after_the_answer_it_says_for_whom_it_waits(face: TerminalFace, screen: Screen) -> None:
    face.answered(Question(CODE), Reply.MATCH)
    face.answered(Question(CODE), Reply.NOT_NOW)
    assert screen.getvalue() == "Waiting for Kitchen PC…\n"


def test_long_lists_of_failures_are_cut() -> None:
    out, errors = Screen(terminal=True), Screen(terminal=True)
    failures = tuple(FileFailure(f"{HOSTILE}{number}", WriteFailed(path="x", reason="y")) for number in range(1000))
    ended = transfer(State.FAILED, Direction.RECEIVING, error=WriteFailed(path=HOSTILE, reason="the disk is full"))
    face = TerminalFace(out, errors)
    face.ended(ended)
    face.ended(transfer(State.PARTLY, failures=failures, saved=(Path(HOSTILE.replace("\r", "")),)))
    lines = errors.getvalue().splitlines()
    assert len(lines) == 2 + 1 + 20 + 1
    assert lines[-1] == "Not delivered: 980 more"
    assert "\x1b" not in errors.getvalue() + out.getvalue()


def test_a_failure_names_its_file_once(face: TerminalFace, screen: Screen) -> None:
    link = FileFailure("a/link", PathUnreadable(path="a/link", reason="it is a link"))
    face.step(transfer(State.CONNECTING, left_out=(link,)))
    assert "Left out: “a/link” cannot be read (it is a link).\n" in screen.getvalue()


def test_the_last_line_says_how_many_were_left_out(face: TerminalFace, screen: Screen) -> None:
    link = FileFailure("a/link", PathUnreadable(path="a/link", reason="it is a link, and links are not followed"))
    locked = FileFailure("a/b", PathUnreadable(path="a/b", reason="permission denied"))
    face.ended(transfer(State.DELIVERED, left_out=(link,)))
    assert "left out" not in screen.getvalue()
    face.ended(transfer(State.DELIVERED, left_out=(link, locked)))
    assert screen.getvalue().splitlines()[-1] == "Not everything was sent: 1 file or folder was left out."
    face.ended(transfer(State.PARTLY, failures=(locked,), left_out=(locked, locked)))
    assert screen.getvalue().splitlines()[-1] == "Not everything was sent: 2 files or folders were left out."


def test_every_character_of_a_foreign_file_system_can_be_shown() -> None:
    screen = Screen(terminal=False)
    face = TerminalFace(screen, screen)
    face.ended(transfer(State.DELIVERED, Direction.RECEIVING, saved=(Path(os.fsdecode(b"/in/\xff\n")),)))
    assert screen.getvalue().encode().endswith(b"  /in/\\udcff\\n\n")

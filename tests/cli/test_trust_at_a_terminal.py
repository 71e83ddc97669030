"""What a person at a terminal reads and may type about devices that are remembered, or did not prove to be."""

import io
import time
from dataclasses import replace

import pytest

from desktop_app.cli import plain_text
from desktop_app.cli.inbox import Line
from desktop_app.cli.questions import Clearing, Forgetting, Question, Questions, Reply, Subject
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.errors import NotProven
from desktop_app.events import CodeReady, Method, Recognised, SessionId, Unproven, Verified
from tests.cli.scripted_engine import CODE, DAY, PEER, remembered
from tests.cli.test_terminal_face import HOSTILE

ADDRESS = "192.0.2.7:47471"
KNOWN = remembered()
UNPROVEN = Unproven(SessionId(1), PEER, ADDRESS, NotProven(peer=PEER))
RECOGNISED = Recognised(SessionId(1), PEER, ADDRESS, KNOWN.compared_at)
FORGETTING = Forgetting(KNOWN)


@pytest.fixture
def screen() -> io.StringIO:
    return io.StringIO()


@pytest.fixture
def face(screen: io.StringIO) -> TerminalFace:
    return TerminalFace(screen, screen)


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (Method.CODE, "Verified: both screens showed the same code. This is Kitchen PC."),
        (Method.RECORD, "Verified: this is Kitchen PC, remembered since 12 Oct 2001."),
        (Method.CONTINUATION, "Verified: this is Kitchen PC again, after the connection was cut."),
        (Method.INVITATION, "Verified by invitation: this is Kitchen PC."),
    ],
)
def test_how_it_was_verified(face: TerminalFace, screen: io.StringIO, method: Method, said: str) -> None:
    face.verified(Verified(SessionId(1), PEER, method, KNOWN.compared_at))
    assert screen.getvalue() == f"{said}\n"


@pytest.mark.parametrize(("days", "said"), [(90, "90 days"), (1, "1 day")])
def test_for_how_long_it_is_remembered(face: TerminalFace, screen: io.StringIO, days: int, said: str) -> None:
    face.remembered(replace(KNOWN, expires_at=KNOWN.used_at + days * DAY))
    assert screen.getvalue() == f"Remembered as “Kitchen PC” for {said}.\n"


def test_beside_which_record_it_is_remembered(face: TerminalFace, screen: io.StringIO) -> None:
    face.remembered(remembered("Kitchen PC (2)", 2), KNOWN)
    assert screen.getvalue().splitlines()[1] == (
        "“Kitchen PC”, verified 12 Oct 2001, is still remembered beside it. If this is the same device, "
        "“tallystick forget” takes the old one away, and “tallystick rename” gives this one its name."
    )


def test_a_doubt_stands_above_the_code(face: TerminalFace, screen: io.StringIO) -> None:
    face.ask(Question(replace(CODE, doubted=PEER)))
    _, who, doubt, _, digits, *_ = screen.getvalue().splitlines()
    assert who.startswith("Not verified yet: ")
    assert doubt == (
        "Careful: it did not prove to be “Kitchen PC”, which is remembered here. "
        "It may have forgotten this computer, or somebody is in between."
    )
    assert digits == "    4821 0973"


def test_whoever_did_not_prove_itself(face: TerminalFace, screen: io.StringIO) -> None:
    face.ask(Question(UNPROVEN))
    assert screen.getvalue() == (
        "\n"
        "This did not prove to be Kitchen PC. It may have forgotten this computer, or somebody is in between.\n"
        "The computer at 192.0.2.7:47471 answered. "
        "Nothing was sent. Comparing codes anew is possible, if both people look closely.\n"
        "[s] or [Enter] stop  [c] compare codes anew\n"
    )


def test_an_address_where_a_remembered_device_was(face: TerminalFace, screen: io.StringIO) -> None:
    face.ask(Question(RECOGNISED))
    assert screen.getvalue() == (
        "You called 192.0.2.7:47471: this is Kitchen PC (verified 12 Oct 2001). Send to it?  [y] yes  [n] no\n"
    )


def test_forgetting_is_asked_about(face: TerminalFace, screen: io.StringIO) -> None:
    face.ask(Question(FORGETTING))
    assert screen.getvalue() == (
        "Forget “Kitchen PC”, verified 12 Oct 2001? Its sessions end, and the next one compares a code.  "
        "[y] yes  [n] no\n"
    )


@pytest.mark.parametrize(
    "subject",
    [
        CodeReady(SessionId(1), HOSTILE, HOSTILE, "1111 2222", ("one", "two", "three"), True, doubted=HOSTILE),
        Unproven(SessionId(1), HOSTILE, HOSTILE, NotProven(peer=HOSTILE)),
        Recognised(SessionId(1), HOSTILE, HOSTILE, 0.0),
        Forgetting(replace(KNOWN, name=HOSTILE)),
    ],
)
def test_no_name_reaches_the_terminal_as_it_is(face: TerminalFace, screen: io.StringIO, subject: Subject) -> None:
    face.ask(Question(subject))
    face.remembered(replace(KNOWN, name=HOSTILE), replace(KNOWN, name=HOSTILE))
    face.forgotten(replace(KNOWN, name=HOSTILE))
    face.renamed(replace(KNOWN, name=HOSTILE), replace(KNOWN, name=HOSTILE))
    face.away([replace(KNOWN, name=HOSTILE)])
    assert not {"\x1b", "\r", "\u202e", "\u2028"} & set(screen.getvalue())


@pytest.mark.parametrize(
    ("subject", "typed", "reply"),
    [
        (UNPROVEN, "s", Reply.STOP),
        (UNPROVEN, "", Reply.STOP),
        (UNPROVEN, "C", Reply.COMPARE),
        (UNPROVEN, "y", None),
        (UNPROVEN, "m", None),
        (RECOGNISED, "y", Reply.YES),
        (RECOGNISED, "n", Reply.NO),
        (RECOGNISED, "", Reply.NO),
        (RECOGNISED, "a", None),
        (FORGETTING, "y", Reply.YES),
        (FORGETTING, "", Reply.NO),
        (Clearing(), "y", Reply.YES),
        (Clearing(), "", Reply.NO),
    ],
)
def test_answers(face: TerminalFace, subject: Subject, typed: str, reply: Reply | None) -> None:
    assert face.understand(typed, Question(subject)) is reply


@pytest.mark.parametrize(
    ("subject", "choices", "unanswered"),
    [
        (UNPROVEN, (Reply.STOP, Reply.COMPARE), Reply.STOP),
        (RECOGNISED, (Reply.YES, Reply.NO), Reply.NO),
        (FORGETTING, (Reply.YES, Reply.NO), Reply.NO),
    ],
)
def test_what_holds_where_nobody_answers(
    face: TerminalFace, subject: Subject, choices: tuple[Reply, ...], unanswered: Reply
) -> None:
    replies: list[Reply] = []
    questions = Questions(face, lambda _, reply: replies.append(reply), prepare=lambda: None, clock=time.time, lock=0)
    assert Question(subject).choices == choices
    questions.ask(subject)
    questions.line(Line("nonsense", time.time()))
    questions.withdraw(session=SessionId(1))
    assert replies == []
    questions.close()
    assert replies == [unanswered]


def test_days_of_this_year_and_of_others() -> None:
    now = time.localtime()
    new_year = time.mktime((now.tm_year, 1, 1, 12, 0, 0, 0, 0, -1))
    assert plain_text.day(new_year) == "1 Jan"
    assert plain_text.day(new_year - DAY) == f"31 Dec {now.tm_year - 1}"
    assert plain_text.date(new_year) == f"1 Jan {now.tm_year}"

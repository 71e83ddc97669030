"""`history` and `receipt`: what a computer sent and received, shown, found, forgotten and vouched for."""

import json
from pathlib import Path

import pytest

from desktop_app.cli import past_text, question_text
from desktop_app.cli.questions import Clearing, Question
from desktop_app.engine.past import Past
from desktop_app.errors import AppError, NoAnswer, NoAnswerHere, NotKeptThere
from desktop_app.events import Contents, Direction, HistoryId, PastTransfer, State, Transfer, TransferId
from tests.cli.scripted_engine import CommandLine, ScriptedEngine, transfer
from tests.cli.test_terminal_face import HOSTILE
from tests.engine.pasts import delivered
from tests.support.node import Node, verify

Lines = tuple[CommandLine, CommandLine]


@pytest.fixture
def lines(
    pair_of_nodes: tuple[Node, Node],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Lines:
    """The command lines of the one who sent two files, one after another, and of the one who has them."""
    a, b = pair_of_nodes
    session, _ = verify(a, b)
    for name in ("thesis.pdf", "holiday.jpg"):
        (tmp_path / name).write_bytes(b"content")
        delivered(a, b, session, tmp_path / name)
    for node in (a, b):
        node.engine.shutdown()
    of_a, of_b = (CommandLine(capsys, monkeypatch, node.root / "profile") for node in (a, b))
    return of_a, of_b


def run(line: CommandLine, *typed: object) -> int:
    return line.run(ScriptedEngine({}), *typed)


def test_people_see_the_newest_last(lines: Lines) -> None:
    sender, receiver = lines
    assert run(sender, "history") == 0
    assert sender.err == ""
    shown = [line for line in sender.out.splitlines() if not line.startswith(" ")]
    assert [line.split()[0] for line in shown] == ["1", "2"]
    assert all(line.endswith(" to Kitchen PC: 1 file, 7 B, delivered") for line in shown), sender.out
    assert sender.out.index("thesis.pdf") < sender.out.index("holiday.jpg")
    assert run(receiver, "history", "--limit", 1) == 0
    assert " from Ada's laptop: 1 file, 7 B, received" in receiver.out
    assert "thesis.pdf" not in receiver.out


def test_programs_read_one_line_each(lines: Lines) -> None:
    assert run(lines[1], "--json", "history", "HOLIDAY") == 0
    [told] = lines[1].events()
    assert (told["event"], told["peer"], told["state"], told["method"]) == (
        "transfer",
        "Ada's laptop",
        "delivered",
        "code",
    )
    assert (told["names"], told["bytes"], told["receipt"], told["error"]) == (["holiday.jpg"], 7, True, None)
    assert [Path(path).name for path in told["saved"]] == ["holiday.jpg"]


def test_nothing_found_and_nothing_there(lines: Lines, tallystick: CommandLine) -> None:
    assert run(lines[0], "history", "no", "such") == 0
    assert lines[0].out == "Nothing in the history holds “no such”.\n"
    assert run(tallystick, "history") == 0
    assert tallystick.out == "The history is empty.\n"
    assert run(tallystick, "--json", "history") == 0
    assert tallystick.out == ""


def test_forgetting_it(lines: Lines, pair_of_nodes: tuple[Node, Node]) -> None:
    receiver, folder = lines[1], pair_of_nodes[1].folder
    assert run(receiver, "history", "--clear", "--yes") == 0
    assert "is empty now" in receiver.out
    assert run(receiver, "--json", "history") == 0
    assert receiver.out == ""
    assert (folder / "thesis.pdf").read_bytes() == b"content"


@pytest.mark.parametrize(("answer", "code"), [('"yes"\n', 0), ('{"answer": "no", "question": 0}\n', 3)])
def test_a_program_is_asked_before_all_of_it_is_forgotten(lines: Lines, answer: str, code: int) -> None:
    line = lines[0]
    assert line.run(ScriptedEngine({}), "--json", "history", "--clear", answers={"clear": answer}) == code
    assert line.events()[-1].get("code", "cleared") == ("history-kept" if code else "cleared")
    assert run(line, "--json", "history") == 0
    assert len(line.events()) == (2 if code else 0)


def test_a_person_is_asked_first_and_where_nobody_can_answer_it_stays(lines: Lines) -> None:
    assert list(question_text.lines(Question(Clearing()))) == [
        "Forget all earlier transfers and their receipts? Files stay where they are.  [y] yes  [n] no"
    ]
    assert lines[0].run(ScriptedEngine({}), "history", "--clear", closed=True) == 3
    assert lines[0].err == "The history stays.\n  With --yes it is forgotten without a question.\n"
    assert run(lines[0], "--json", "history") == 0
    assert len(lines[0].events()) == 2


def test_both_sides_save_the_same_receipt(lines: Lines, tmp_path: Path) -> None:
    common = []
    for number, line in enumerate(lines):
        path = tmp_path / f"receipt-{number}.json"
        assert run(line, "receipt", 1, path) == 0
        assert line.out == f"Saved: {path}\n"
        common.append(json.loads(path.read_text())["common"])
    assert common[0] == common[1]
    text = tmp_path / "receipt.txt"
    assert run(lines[0], "receipt", 2, text) == 0
    assert "holiday.jpg" in text.read_text()


def test_no_receipt(lines: Lines, tmp_path: Path) -> None:
    sender, taken = lines[0], tmp_path / "taken.txt"
    taken.write_text("mine")
    for number, path, code in ((7, tmp_path / "new", "receipt-unavailable"), (1, taken, "file-name-unusable")):
        assert run(sender, "--json", "receipt", number, path) == 6
        [error] = sender.events("error")
        assert error["code"] == code
    assert run(sender, "receipt", 1, taken) == 6
    assert sender.err == f"“{taken}” could not be written (the name is taken).\n  Choose another file name.\n"
    assert taken.read_text() == "mine"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("number", "code", "why"),
    [(7, 6, "no-such-past"), ("9" * 30, 6, "no-such-past"), (1, 3, "nothing-to-retry")],
)
def test_what_cannot_be_retried_makes_no_row(lines: Lines, number: object, code: int, why: str) -> None:
    sender, engine = lines[0], ScriptedEngine({})
    assert sender.run(engine, "--json", "retry", number, "--to", "192.0.2.7") == code
    assert [event["code"] for event in sender.events()] == [why]
    assert engine.calls == []


def test_where_its_files_are_forgotten_it_makes_none_either(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = PastTransfer(HistoryId("1"), transfer(State.PARTLY), None, None, 0.0, 1, 3, 0, has_receipt=False)
    monkeypatch.setattr(Past, "entries", lambda _past, then, _numbers: then((entry,)))
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "retry", 1, "--to", "192.0.2.7") == 6
    assert [event["code"] for event in tallystick.events()] == ["sources-forgotten"]
    assert engine.calls == []


@pytest.mark.parametrize(
    ("error", "end"), [(NoAnswer(), "not answered"), (NoAnswerHere(), "not answered"), (None, "declined")]
)
def test_what_nobody_answered_was_not_declined(error: AppError | None, end: str) -> None:
    entry = PastTransfer(
        HistoryId("1"), transfer(State.DECLINED, error=error), None, None, 0.0, 1, 0, 0, has_receipt=False
    )
    assert next(past_text.lines(entry)).endswith(f", {end}")


def test_an_unusable_profile_is_told(tallystick: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("a file in its place")
    assert run(tallystick, "history") == 6
    assert "Traceback" not in tallystick.err


def test_foreign_words_stay_on_their_line() -> None:
    hostile = Transfer(
        TransferId(0),
        Direction.RECEIVING,
        HOSTILE,
        State.FAILED,
        Contents((HOSTILE,), 1, 0, 5),
        into=Path(HOSTILE),
        error=NotKeptThere(peer=HOSTILE),
        changed_at=1_000_000.0,
    )
    told = "\n".join(
        past_text.lines(PastTransfer(HistoryId("1"), hostile, None, None, 0.0, 30, 0, 1, has_receipt=False))
    )
    assert HOSTILE not in told
    assert len(told.splitlines()) == 5
    assert "(of 30)" in told

"""`sessions`: what running Tallysticks say at their doors, shown and told; one of them is ended."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli import session_text, sessions
from desktop_app.events import Method, RecordId, SessionId
from desktop_app.transport import local_door
from desktop_app.transport.local_door import LocalDoor
from tests.cli.running import NOW, House, Open
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine, session_facts
from tests.cli.test_terminal_face import HOSTILE

HERE = os.getpid()
OPEN = session_facts(connected_at=NOW - 180, verified_at=NOW - 170, compared_at=NOW - 170)


def run(tallystick: CommandLine, *typed: object) -> int:
    return tallystick.run(ScriptedEngine({}), *typed)


def test_sessions_are_told_to_programs(tallystick: CommandLine, opened: Open) -> None:
    over = session_facts(
        id=SessionId(1), method=Method.RECORD, remembered=RecordId("r"), connected_at=NOW - 20, keys_destroyed_at=NOW
    )
    opened(House(replace(OPEN, id=SessionId(2)), over))
    assert run(tallystick, "--json", "sessions") == 0
    first, second = tallystick.events("session")
    assert len(tallystick.events()) == 2
    assert (first["process"], first["session"], first["id"]) == (HERE, 2, f"{HERE}.2")
    assert (first["state"], first["method"], first["peer"], first["keys_destroyed_at"]) == ("open", "code", PEER, None)
    assert first["age"] == pytest.approx(time.time() - first["connected_at"], abs=60)
    assert (first["agreement"], first["cipher"], first["epoch"]) == ("X25519 + ML-KEM-768", "AES-256-GCM", 1)
    assert (second["state"], second["method"], second["remembered"]) == ("over", "record", "r")
    assert (second["keys_destroyed_at"], second["age"]) == (NOW, 20)


def test_sessions_are_shown_to_people(tallystick: CommandLine, opened: Open) -> None:
    opened(House(OPEN))
    opened(House(replace(OPEN, keys_destroyed_at=NOW)))
    assert run(tallystick, "sessions") == 0
    lines = [line for line in tallystick.out.splitlines() if not line.startswith(" ")]
    assert sorted("over" in line for line in lines) == [False, True]
    assert all(line.startswith(f"{HERE}.1  Kitchen PC at 192.0.2.7:47471, ") for line in lines)


@pytest.mark.parametrize("running", [0, 1])
def test_no_sessions(tallystick: CommandLine, opened: Open, running: int) -> None:
    for _ in range(running):
        opened(House())
    assert run(tallystick, "sessions") == 0
    assert tallystick.out == "There are no sessions.\n"
    assert run(tallystick, "--json", "sessions") == 0
    assert tallystick.out == ""


def test_one_that_does_not_answer_is_told(
    tallystick: CommandLine, opened: Open, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened(House(OPEN))
    monkeypatch.setattr(local_door, "CALLER_SECONDS", 0.2)
    place = Path(os.environ["XDG_RUNTIME_DIR"])
    silent = LocalDoor(list(place.iterdir()), lambda _: None)
    try:
        assert run(tallystick, "--json", "sessions") == 0
    finally:
        silent.close()
    assert sorted(event["event"] for event in tallystick.events()) == ["error", "session"]
    assert tallystick.events("error")[0]["code"] == "process-silent"


# --- the end of one -----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["1", f"{HERE}.1"], ids=["number", "process and number"])
def test_one_is_ended(tallystick: CommandLine, opened: Open, number: str) -> None:
    house = House(OPEN, replace(OPEN, id=SessionId(2)))
    opened(house)
    assert run(tallystick, "sessions", "--end", number) == 0
    assert house.told_to_end == [SessionId(1)]
    assert tallystick.out == f"Session {HERE}.1 with Kitchen PC is over. Its keys no longer exist.\n"


def test_a_program_is_told_when_the_keys_are_gone(tallystick: CommandLine, opened: Open) -> None:
    opened(House(OPEN))
    assert run(tallystick, "sessions", "--json", "--end", "1") == 0
    (told,) = tallystick.events()
    assert (told["event"], told["state"], told["keys_destroyed_at"]) == ("session", "over", NOW)


@pytest.mark.parametrize("number", ["2", f"{HERE + 1}.1", "3"], ids=["over", "of another process", "of none"])
def test_one_that_is_not_open_cannot_be_ended(tallystick: CommandLine, opened: Open, number: str) -> None:
    house = House(OPEN, replace(OPEN, id=SessionId(2), keys_destroyed_at=NOW))
    opened(house)
    assert run(tallystick, "sessions", "--json", "--end", number) == 5
    assert [event["code"] for event in tallystick.events()] == ["no-such-session"]
    assert house.told_to_end == []


def test_two_of_one_number_are_told_apart_by_their_process(tallystick: CommandLine, opened: Open) -> None:
    houses = House(OPEN), House(OPEN)
    for house in houses:
        opened(house)
    assert run(tallystick, "sessions", "--end", "1") == 2
    assert f"There is more than one open session 1: {HERE}.1, {HERE}.1." in tallystick.err
    assert [house.told_to_end for house in houses] == [[], []]


def test_one_that_does_not_end_is_told(tallystick: CommandLine, opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_END_SECONDS", 0.3)
    opened(House(OPEN, stubborn=True))
    assert run(tallystick, "sessions", "--json", "--end", "1") == 5
    assert [event["code"] for event in tallystick.events()] == ["peer-timeout"]


ENDS_WITH_ITS_SESSION = """
import os, sys
from pathlib import Path
from desktop_app.engine.door import Door
from desktop_app.storage.profile import Profile
from tests.cli.test_sessions import House, OPEN
class Last(House):
    def end_session(self, session):
        os._exit(0)
Door(Profile(Path(sys.argv[1])), Last(OPEN)).open()
print("open", flush=True)
sys.stdin.read()
"""


def test_a_process_that_ends_takes_its_keys_with_it(tallystick: CommandLine, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ENDS_WITH_ITS_SESSION, str(tmp_path / "profile")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"open\n"
        assert run(tallystick, "sessions", "--json", "--end", f"{process.pid}.1") == 0
        assert json.loads(tallystick.out)["state"] == "over"
    finally:
        process.kill()
        process.communicate()


# --- in words ---------------------------------------------------------------------------------------------


def test_a_session_in_words() -> None:
    day = time.mktime((2001, 10, 12, 14, 1, 9, 0, 0, -1))
    facts = session_facts(
        id=SessionId(2),
        connected_at=day,
        verified_at=day + 10,
        compared_at=day + 10,
        epoch=4,
        renewals=3,
        renewed_at=day + 300,
        bytes_sealed=1_200_000_000,
        bytes_opened=3_400,
        calls_itself="pc-7",
    )
    assert list(session_text.lines(4711, facts, day + 420)) == [
        "4711.2  Kitchen PC at 192.0.2.7:47471, open for 7 min",
        "  Code compared 12 Oct 2001 14:01:19",
        "  It calls itself “pc-7” now.",
        "  X25519 + ML-KEM-768, AES-256-GCM, epoch 4: keys renewed 3 times, last 2 min ago",
        "  1.2 GB sealed, 3.4 kB opened",
        "  Received files are kept in their folder by Tallystick alone",
    ]
    landlocked = replace(facts, confined_by="Landlock")
    assert list(session_text.lines(4711, landlocked, day + 420))[-1] == (
        "  Received files are kept in their folder by Tallystick, and by Landlock as well"
    )
    over = replace(facts, keys_destroyed_at=day + 600, renewals=1, calls_itself=PEER)
    assert list(session_text.lines(4711, over, day + 7200)) == [
        "4711.2  Kitchen PC at 192.0.2.7:47471, over: keys destroyed 12 Oct 2001 14:11:09",
        "  Code compared 12 Oct 2001 14:01:19",
        "  X25519 + ML-KEM-768, AES-256-GCM, epoch 4: keys renewed 1 time",
        "  1.2 GB sealed, 3.4 kB opened",
    ]
    fresh = replace(facts, epoch=1, renewals=0, renewed_at=None)
    assert "epoch 1: keys not renewed yet" in "".join(session_text.lines(1, fresh, day))


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (Method.CODE, "Code compared 12 Oct 2001 14:01:09"),
        (Method.RECORD, "Remembered device, proved 13 Oct 2001 14:01:09, code compared 12 Oct 2001 14:01:09"),
        (Method.CONTINUATION, "Continued after a cut 13 Oct 2001 14:01:09, code compared 12 Oct 2001 14:01:09"),
        (Method.INVITATION, "By invitation, proved 13 Oct 2001 14:01:09"),
    ],
)
def test_how_a_session_was_authenticated(method: Method, words: str) -> None:
    compared, proved = (time.mktime((2001, 10, day, 14, 1, 9, 0, 0, -1)) for day in (12, 13))
    facts = session_facts(method=method, compared_at=compared, verified_at=proved)
    assert session_text.authenticated(facts) == words


def test_no_name_of_a_session_reaches_the_terminal_as_it_is() -> None:
    facts = session_facts(peer=HOSTILE, address=HOSTILE, calls_itself=HOSTILE + "x")
    assert not {"\x1b", "\r", "\u202e", "\u2028", "\n"} & set("".join(session_text.lines(1, facts, NOW)))

"""`transfers`, `pause`, `resume NUMBER` and `retry`: what running Tallysticks say and do at their doors."""

import os
from dataclasses import replace

import pytest

from desktop_app.cli import transfer_text
from desktop_app.engine.looks import Asked, AskedPeer
from desktop_app.errors import PartlyDelivered
from desktop_app.events import Direction, Said, SessionId, State, TransferId
from desktop_app.protocol.sight import Obstacle, Seen, Sight
from desktop_app.storage.history_errors import SourcesForgotten
from desktop_app.transport.address import Address
from tests.cli.running import MOVING, PAUSED, House, Open
from tests.cli.scripted_engine import CommandLine, ScriptedEngine, changed
from tests.cli.test_terminal_face import HOSTILE

HERE = os.getpid()
ONE = TransferId(1)
PARTLY = replace(
    MOVING,
    state=State.PARTLY,
    progress=None,
    failed=2,
    can_pause=False,
    can_retry=True,
    error=Said("partly-delivered", str(PartlyDelivered(failed=2, files=214)), ""),
)


def run(tallystick: CommandLine, *typed: object) -> int:
    return tallystick.run(ScriptedEngine({}), *typed)


def house(**changes: object) -> House:
    made = House()
    made.moving[ONE] = replace(MOVING, **changes)  # type: ignore[arg-type]
    return made


def test_they_are_told_to_programs(tallystick: CommandLine, opened: Open) -> None:
    opened(house(paused=PAUSED))
    assert run(tallystick, "--json", "transfers") == 0
    (told,) = tallystick.events()
    assert (told["event"], told["id"], told["process"]) == ("transfer", f"{HERE}.1", HERE)
    assert (told["direction"], told["peer"], told["state"]) == ("sending", "Kitchen PC", "moving")
    assert (told["names"], told["files"], told["bytes"]) == (["holiday 2026"], 214, 3_200_000_000)
    assert told["paused"] == {"code": PAUSED.code, "message": PAUSED.sentence, "advice": PAUSED.advice}
    assert (told["progress"]["bytes"], told["progress"]["total"]) == (48, 100)
    assert (told["can_pause"], told["can_resume"], told["can_retry"]) == (True, False, False)


def test_they_are_shown_to_people(tallystick: CommandLine, opened: Open) -> None:
    opened(house())
    assert run(tallystick, "transfers") == 0
    assert tallystick.out.splitlines() == [
        f"{HERE}.1  to Kitchen PC: 214 files, 3.2 GB, 48 % · 94.0 MB/s · 17 s left",
        "  “holiday 2026”",
    ]


def test_one_that_is_not_over_is_in_reach_behind_however_many_newer_ones(tallystick: CommandLine, opened: Open) -> None:
    many = house()
    for number in range(2, 302):
        over = replace(MOVING, id=TransferId(number), state=State.DELIVERED, progress=None, can_pause=False)
        many.moving[over.id] = over
    opened(many)
    assert run(tallystick, "--json", "transfers") == 0
    shown = [told["id"] for told in tallystick.events()]
    assert len(shown) == 200
    assert (shown[0], shown[1], shown[-1]) == (f"{HERE}.1", f"{HERE}.103", f"{HERE}.301")
    assert run(tallystick, "pause", "1") == 0
    assert many.told == [("pause", ONE)]


def test_how_they_stand_is_said_in_words() -> None:
    waits, partly, came = (
        list(transfer_text.lines(1, facts))
        for facts in (
            replace(MOVING, paused=PAUSED),
            PARTLY,
            replace(MOVING, state=State.DELIVERED, direction=Direction.RECEIVING, progress=None),
        )
    )
    assert waits[0].endswith(", waiting, 48 %")
    assert waits[2] == "  You paused it. Resume it when you like."
    assert partly[0].endswith(", partly delivered")
    assert partly[2] == "  2 of 214 files were not delivered."
    assert came[0].endswith(" from Kitchen PC: 214 files, 3.2 GB, received")


def test_no_name_reaches_the_terminal_as_it_is() -> None:
    contents = replace(MOVING.contents, names=(HOSTILE,))
    told = Said("x", HOSTILE, HOSTILE)
    shown = "\n".join(transfer_text.lines(1, replace(MOVING, peer=HOSTILE, contents=contents, paused=told, error=told)))
    assert not {"\x1b", "\r", "\u202e", "\u2028"} & set(shown)


@pytest.mark.parametrize("running", [0, 1])
def test_none(tallystick: CommandLine, opened: Open, running: int) -> None:
    for _ in range(running):
        opened(House())
    assert run(tallystick, "transfers") == 0
    assert tallystick.out == (
        "No Tallystick that runs has a transfer. “tallystick history” shows what is over,\n"
        "and “tallystick resume” goes on with what was interrupted.\n"
    )
    assert run(tallystick, "--json", "transfers") == 0
    assert tallystick.out == ""


# --- a word on one of them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["1", f"{HERE}.1"], ids=["number", "process and number"])
def test_one_is_paused_and_resumed(tallystick: CommandLine, opened: Open, number: str) -> None:
    there = house()
    opened(there)
    assert run(tallystick, "pause", number) == 0
    assert tallystick.out.splitlines()[0].endswith(", waiting, 48 %")
    assert run(tallystick, "--json", "resume", number) == 0
    assert tallystick.events()[0]["paused"] is None
    assert there.told == [("pause", ONE), ("unpause", ONE), ("resume", ONE)]


def test_one_is_given_up(tallystick: CommandLine, opened: Open) -> None:
    there = house()
    opened(there)
    assert run(tallystick, "resume", "1", "--cancel") == 0
    assert there.told == [("cancel", ONE)]
    assert tallystick.out.splitlines()[0].endswith(", cancelled")
    assert run(tallystick, "--json", "resume", "1", "--cancel") == 3
    assert tallystick.events()[0]["code"] == "not-unfinished"


def test_what_failed_is_sent_again(tallystick: CommandLine, opened: Open) -> None:
    there = house()
    there.moving[ONE] = PARTLY
    opened(there)
    assert run(tallystick, "--json", "retry", "1") == 0
    assert there.told == [("retry", ONE)]
    assert (tallystick.events()[0]["id"], tallystick.events()[0]["state"]) == (f"{HERE}.2", "preparing")
    there.device_is_near = False
    assert run(tallystick, "--json", "retry", "1") == 5
    assert tallystick.events()[0]["code"] == "device-unclear"


@pytest.mark.parametrize(
    ("typed", "facts", "code"),
    [
        ("pause", replace(MOVING, can_pause=False), "not-moving"),
        ("resume", MOVING, "not-waiting"),
        ("retry", MOVING, "nothing-failed"),
    ],
)
def test_what_cannot_be_done_is_told_and_not_done(
    tallystick: CommandLine, opened: Open, typed: str, facts: object, code: str
) -> None:
    there = House()
    there.moving[ONE] = facts  # type: ignore[assignment]
    opened(there)
    assert run(tallystick, "--json", typed, "1") == 3
    assert [event["code"] for event in tallystick.events()] == [code]
    assert there.told == []


def test_one_that_there_is_not_or_more_than_once(tallystick: CommandLine, opened: Open) -> None:
    first, second = house(), house()
    opened(first)
    assert run(tallystick, "--json", "pause", "2") == 5
    assert tallystick.events()[0]["code"] == "no-such-transfer"
    opened(second)
    assert run(tallystick, "--json", "pause", "1") == 2
    assert tallystick.events()[0]["code"] == "transfer-ambiguous"
    assert first.told == second.told == []


# --- what the peers of running Tallysticks see ---------------------------------------------------------------


@pytest.fixture
def _nothing_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", lambda *_, **__: ())


@pytest.mark.usefixtures("_nothing_here")
def test_the_doctor_asks_the_peers_of_what_runs_and_waits_for_them(
    tallystick: CommandLine, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked("0123456789abcdef")
    there = House()
    rounds: list[str] = []

    def ask(instance: str) -> list[AskedPeer]:
        rounds.append(instance)
        if len(rounds) == 3:
            asked.end(Sight(hears=True, port=47471, seen=[Seen(Obstacle.FIREWALL_UFW, 0)]))
        return [AskedPeer(SessionId(1), "Kitchen PC", asked), AskedPeer(SessionId(2), "Old PC", None)]

    monkeypatch.setattr(there, "ask_what_they_see", ask)
    opened(there)
    monkeypatch.setattr(os, "getpid", lambda: HERE + 1)  # who asks is another program
    assert run(tallystick, "--json", "doctor") == 8
    assert [(event["code"], event["of"]) for event in tallystick.events("finding")] == [
        ("there-firewall-ufw", "Kitchen PC"),
        ("there-silent", "Old PC"),
    ]
    assert len(rounds) == 3


# --- of the history, by this program ------------------------------------------------------------------------


@pytest.fixture
def _in_the_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop_app.cli.run.check_retry", lambda *_: None)


@pytest.mark.usefixtures("_in_the_history")
def test_what_failed_of_an_old_transfer_is_sent_by_the_program_itself(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"retry": [changed(State.DELIVERED)]})
    assert tallystick.run(engine, "--json", "retry", "17", "--to", "192.0.2.7") == 0
    assert engine.sent == "17"
    assert engine.called("retry") == [Address("192.0.2.7", 47471)]
    assert [event["event"] for event in tallystick.events()] == ["delivered"]


@pytest.mark.usefixtures("_in_the_history")
def test_what_the_history_no_longer_knows_is_told(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"retry": [changed(State.FAILED, error=SourcesForgotten())]})
    assert tallystick.run(engine, "--json", "retry", "17", "--to", "192.0.2.7") == 6
    assert tallystick.events("failed")[0]["code"] == SourcesForgotten.code

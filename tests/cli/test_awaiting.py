"""Both people say whether the devices remember each other: `pair` and `receive --once` leave the other one time."""

import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli import awaiting, receiving, sending
from desktop_app.engine import Answer, Engine
from desktop_app.errors import (
    ProfileUnusable,
)
from desktop_app.events import (
    Direction,
    Event,
    RecordId,
    Remembered,
    SessionEnded,
    SessionId,
    State,
    Trouble,
    Verified,
)
from desktop_app.storage.profile import Profile
from tests.cli.scripted_engine import (
    PEER,
    CommandLine,
    ScriptedEngine,
    changed,
    offer,
)
from tests.cli.test_remembered import BY_CODE, KNOWN, REMEMBERED, SESSION, kinds, pairing
from tests.support.node import PATIENCE, StartNode

ENDLESS = 3600.0  # no test lives so long


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", 0.2)
    monkeypatch.setattr(awaiting, "DISK_SECONDS", 0.1)


# --- pair -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("follows", [[], [SessionEnded(SESSION, PEER, None)]])
def test_the_other_person_may_not_want_it(tallystick: CommandLine, follows: list[Event]) -> None:
    engine = pairing(BY_CODE, *follows)
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 4
    assert kinds(tallystick) == ["code", "verified", "awaits_remembering", "error"]
    assert tallystick.events("error")[0]["code"] == "only-verified"


def test_what_both_said_holds_also_where_the_session_ends_before_the_disk_has_it(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, SessionEnded(SESSION, PEER, None), REMEMBERED)
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 0
    assert kinds(tallystick) == ["code", "verified", "awaits_remembering", "remembered"]


@pytest.mark.parametrize("answer", ['"go-on"\n', f'{{"answer": "go-on", "question": {SESSION}}}\n'])
def test_whoever_knows_that_they_do_not_want_it_goes_on(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", ENDLESS)
    answers = {"code": '"match"\n', "awaits_remembering": answer}
    assert tallystick.run(pairing(), "--json", "pair", PEER, answers=answers) == 4
    told = tallystick.events("awaits_remembering")[0]
    assert (told["peer"], told["seconds"], told["choices"]) == (PEER, ENDLESS, ["go-on"])
    assert told["question"] == SESSION
    assert [event["code"] for event in tallystick.events("error")] == ["only-verified"]


def test_where_the_input_ends_it_is_waited_for_all_the_same(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"pair": [BY_CODE], "remember": [REMEMBERED]})
    assert tallystick.run(engine, "--json", "pair", PEER, closed=True) == 0
    assert kinds(tallystick) == ["verified", "awaits_remembering", "remembered"]


def test_at_a_terminal_it_is_said_what_is_waited_for_and_what_came_of_it(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = ScriptedEngine({"pair": [BY_CODE], "remember": [REMEMBERED]})
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", 1.0)
    waiting = f"Waiting until {PEER} remembers this computer, too, for 1 s at most…\n"
    assert tallystick.run(engine, "pair", PEER) == 0
    assert waiting + f"Remembered as “{PEER}” for 90 days.\n" in tallystick.out
    engine.script.pop("remember")
    assert tallystick.run(engine, "pair", PEER) == 4
    assert tallystick.out.endswith(waiting)
    assert tallystick.err.startswith(f"“{PEER}” is verified, but not remembered.\n")


class RealEngine(ScriptedEngine):
    """No script: what the command line opens is an engine."""

    def open(self, _profile: object, emit: Callable[[Event], None], **options: object) -> Engine:
        assert isinstance(_profile, Profile)
        return Engine(_profile, emit, **options)  # type: ignore[arg-type]


def test_a_person_there_has_a_moment_to_say_so(
    tallystick: CommandLine, start_node: StartNode, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", PATIENCE)
    kitchen = start_node("Kitchen PC")

    def person() -> None:
        kitchen.answer(Answer.MATCH)
        session = kitchen.wait_for(Verified).session
        time.sleep(4.0)  # as the page of a window that nobody touches
        kitchen.engine.remember(session)

    there = threading.Thread(target=person)
    there.start()
    code = tallystick.run(RealEngine({}), "--json", "pair", kitchen.address, answers={"code": '"match"\n'})
    there.join()
    assert code == 0
    assert tallystick.events("remembered")[0]["name"] == kitchen.name
    assert tallystick.events("error")[0]["code"] == "no-network"  # but the loopback
    assert len(kitchen.engine.remembered()) == 1


def test_without_the_disk_it_is_not_waited_for(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", PATIENCE)
    engine = pairing(BY_CODE, Trouble(ProfileUnusable(path="x", reason="y")), REMEMBERED)
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 4
    assert [event["code"] for event in tallystick.events("error")] == ["profile-unusable", "only-verified"]


def test_another_session_that_is_remembered_meanwhile_is_not_the_one_that_is_waited_for(
    tallystick: CommandLine,
) -> None:
    engine = pairing(BY_CODE, Remembered(SessionId(2), replace(KNOWN, id=RecordId("another"), name="Attic")))
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 4
    assert kinds(tallystick) == ["code", "verified", "awaits_remembering", "remembered", "error"]
    assert tallystick.events("error")[0]["code"] == "only-verified"


def test_whoever_stops_it_hears_that_nothing_is_remembered(tallystick: CommandLine) -> None:
    engine = pairing()
    engine.remember = lambda *_: signal.raise_signal(signal.SIGINT)  # type: ignore[method-assign]
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 130
    assert [event["code"] for event in tallystick.events("error")] == ["only-verified"]


# --- receive --once -----------------------------------------------------------------------------------


ONCE = ("--json", "receive", "--once", "--accept", "all", "--into")


def received_from_them(*after_delivery: Event, remembered_first: bool = False) -> ScriptedEngine:
    """Somebody who compared a code sends something; what follows then."""
    delivered = changed(State.DELIVERED, Direction.RECEIVING)
    asked: list[Event] = [REMEMBERED] if remembered_first else []
    return ScriptedEngine({"start": [BY_CODE, offer()], "remember": asked, "accept": [delivered, *after_delivery]})


def test_receiving_once_waits_until_the_other_side_remembers_this_computer_too(
    tallystick: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "REMEMBER_SECONDS", ENDLESS)
    assert tallystick.run(received_from_them(REMEMBERED), *ONCE, tmp_path) == 0
    assert kinds(tallystick) == ["verified", "delivered", "awaits_remembering", "remembered"]


@pytest.mark.parametrize(
    ("follows", "answers"),
    [([SessionEnded(SESSION, PEER, None)], {}), ([], {"awaits_remembering": '"go-on"\n'})],
    ids=["they left", "enough"],
)
def test_receiving_once_ends_as_the_transfer_did_where_nobody_there_wants_it(
    tallystick: CommandLine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    follows: list[Event],
    answers: dict[str, str],
) -> None:
    monkeypatch.setattr(receiving, "REMEMBER_SECONDS", ENDLESS)
    assert tallystick.run(received_from_them(*follows), *ONCE, tmp_path, answers=answers) == 0
    assert kinds(tallystick) == ["verified", "delivered", "awaits_remembering", "error"]
    assert tallystick.events("error")[0]["code"] == "only-verified"


def test_receiving_once_waits_for_nothing_where_nothing_is_open(
    tallystick: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receiving, "REMEMBER_SECONDS", ENDLESS)
    assert tallystick.run(received_from_them(remembered_first=True), *ONCE, tmp_path) == 0
    assert kinds(tallystick) == ["verified", "remembered", "delivered"]
    assert tallystick.run(received_from_them(), *ONCE, tmp_path, "--no-remember") == 0
    assert kinds(tallystick) == ["verified", "delivered"]

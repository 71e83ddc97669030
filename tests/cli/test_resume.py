"""`resume` against a scripted engine: who is waited for, and for how long."""

import os
from dataclasses import replace

import pytest

from desktop_app.errors import AppError, NoAnswer, PausedHere, PeerUnreachable, WaitsForPeer, WaitsForPerson
from desktop_app.events import (
    Direction,
    Event,
    Method,
    SessionEnded,
    SessionId,
    State,
    Transfer,
    TransferChanged,
    TransferId,
    Verified,
)
from desktop_app.protocol import limits
from tests.cli.running import MOVING, House, Open
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine, changed, transfer

REMEMBERED, STRANGER = WaitsForPeer(peer=PEER), WaitsForPerson(peer=PEER)
MET = Verified(SessionId(1), PEER, Method.CONTINUATION, 0.0)
DELIVERED = changed(State.DELIVERED)


def dialled(why: AppError) -> Event:
    return changed(State.MOVING, paused=why)


def waits(why: AppError) -> Event:
    return changed(State.MOVING, paused=why, session=None)


def interrupted(why: AppError, *then: Event) -> ScriptedEngine:
    engine = ScriptedEngine({"resume": list(then)})
    engine.waiting = (transfer(State.MOVING, paused=why, session=None),)
    return engine


@pytest.mark.parametrize(
    "then",
    [
        pytest.param([dialled(REMEMBERED), waits(REMEMBERED)], id="nobody at its old address"),
        pytest.param([waits(PeerUnreachable(peer=PEER))], id="no address"),
        pytest.param([dialled(REMEMBERED), MET, changed(State.MOVING), waits(REMEMBERED)], id="it went away again"),
    ],
)
def test_a_remembered_device_is_waited_for(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, then: list[Event]
) -> None:
    assert tallystick.run(interrupted(REMEMBERED, *then, DELIVERED), "--json", "resume") == 0

    monkeypatch.setattr(limits, "CONTINUATION_SECONDS", 0.05)
    assert tallystick.run(interrupted(REMEMBERED, *then), "--json", "resume") == 5
    assert tallystick.events()[-1]["code"] == "kept-for-later"


@pytest.mark.parametrize("why", [STRANGER, PeerUnreachable(peer=PEER)])
def test_a_stranger_who_is_not_there_is_not_waited_for(tallystick: CommandLine, why: AppError) -> None:
    engine = interrupted(STRANGER, *([dialled(STRANGER)] if why is STRANGER else []), waits(why), DELIVERED)
    assert tallystick.run(engine, "--json", "resume") == 5
    assert tallystick.events()[-1]["code"] == why.code


def test_a_stranger_whose_session_was_cut_comes_back_and_one_that_ended_it_does_not(tallystick: CommandLine) -> None:
    cut = (dialled(STRANGER), MET, changed(State.MOVING), waits(STRANGER))
    assert tallystick.run(interrupted(STRANGER, *cut, DELIVERED), "--json", "resume") == 0

    ended = SessionEnded(SessionId(1), PEER, None)
    assert tallystick.run(interrupted(STRANGER, *cut, ended, DELIVERED), "--json", "resume") == 5
    assert tallystick.events()[-1]["code"] == "kept-for-later"


def test_who_is_there_and_does_not_answer_is_not_waited_for(tallystick: CommandLine) -> None:
    engine = interrupted(REMEMBERED, dialled(REMEMBERED), MET, waits(NoAnswer(peer=PEER)), DELIVERED)
    assert tallystick.run(engine, "--json", "resume") == 3
    assert tallystick.events()[-1]["code"] == "no-answer"


def test_what_a_person_paused_in_an_earlier_run_goes_on_at_once(tallystick: CommandLine) -> None:
    """The rows of how it was read from the disk may come after the question for it."""
    read = (waits(PausedHere()), waits(REMEMBERED))
    engine = interrupted(PausedHere(), *read, dialled(REMEMBERED), MET, changed(State.MOVING), DELIVERED)
    assert tallystick.run(engine, "--json", "resume") == 0
    assert tallystick.events("error") == []


def test_what_is_accepted_meanwhile_is_not_cut_off(tallystick: CommandLine) -> None:
    """Whoever called may send something else over that session."""

    def other(state: State) -> Event:
        return TransferChanged(replace(transfer(state, Direction.RECEIVING), id=TransferId(7)))

    ends = (other(State.MOVING), DELIVERED, other(State.FINISHING), other(State.DELIVERED))
    assert tallystick.run(interrupted(REMEMBERED, MET, *ends), "--json", "resume") == 0
    assert len(tallystick.events("delivered")) == 2


def test_where_none_was_interrupted_it_is_said_how_the_paused_ones_go_on(tallystick: CommandLine, opened: Open) -> None:
    there = House()
    there.moving = {MOVING.id: replace(MOVING, can_resume=True), TransferId(2): replace(MOVING, id=TransferId(2))}
    opened(there)
    number = f"{os.getpid()}.1"
    assert tallystick.run(ScriptedEngine({}), "--json", "resume") == 0
    assert tallystick.events() == [{"event": "nothing_waits", "there": [number]}]
    assert tallystick.run(ScriptedEngine({}), "resume") == 0
    assert tallystick.out.splitlines()[1:] == [f"  tallystick resume {number}"]


def kept(number: int, peer: str, *names: str) -> Transfer:
    one = transfer(State.MOVING, paused=WaitsForPeer(peer=peer), session=None)
    return replace(one, id=TransferId(number), peer=peer, contents=replace(one.contents, names=names))


def several() -> ScriptedEngine:
    engine = ScriptedEngine({})
    engine.waiting = (
        kept(1, "Kitchen PC", "Film.mkv"),
        kept(2, "Attic", "film.mkv"),
        kept(3, "Attic", "a", "holiday 2026"),
    )
    return engine


@pytest.mark.parametrize(
    ("words", "meant"),
    [(["kitchen"], [1]), (["FILM"], [1, 2]), (["attic", "film"], [2]), (["2026", "a"], [3]), (["Attic"], [2, 3])],
)
def test_only_those_with_each_word_in_a_name_are_given_up(
    tallystick: CommandLine, words: list[str], meant: list[int]
) -> None:
    over = [TransferChanged(replace(kept(number, PEER), state=State.CANCELLED, paused=None)) for number in meant]
    engine = several()
    engine.script = {("cancel", TransferId(number)): [event] for number, event in zip(meant, over, strict=True)}
    assert tallystick.run(engine, "--json", "resume", "--cancel", "--only", *words) == 0
    assert engine.called("cancel") == meant
    assert not engine.called("resume")


def test_a_name_is_found_however_its_letters_are_put_together(tallystick: CommandLine) -> None:
    """macOS and Linux do that differently; the history finds it, too."""
    engine = ScriptedEngine({})
    engine.waiting = (kept(1, "Attic", "Cafe\u0301.mkv"),)
    assert tallystick.run(engine, "--json", "resume", "--list", "--only", "caf\u00e9") == 0


def test_they_are_listed_and_nothing_else_is_done(tallystick: CommandLine) -> None:
    engine = several()
    assert tallystick.run(engine, "--json", "resume", "--list", "--only", "attic") == 0
    assert [(event["peer"], event["names"]) for event in tallystick.events("waiting")] == [
        ("Attic", ["film.mkv"]),
        ("Attic", ["a", "holiday 2026"]),
    ]
    assert not engine.called("resume")
    assert not engine.options["offers"], "nobody sees this computer for that"
    assert tallystick.run(several(), "resume", "--list") == 0
    lines = tallystick.out.splitlines()
    assert lines[0].startswith("to Kitchen PC: 214 files, ")
    assert "waiting, 1 %" in lines[0]
    assert lines[1] == "  “Film.mkv”"


def test_where_no_name_has_the_word_those_that_wait_are_told_and_stay(tallystick: CommandLine) -> None:
    engine = several()
    assert tallystick.run(engine, "--json", "resume", "--cancel", "--only", "film", "cellar") == 3
    assert [event.get("code") for event in tallystick.events()] == ["nothing-waits-named", None, None, None]
    assert "“film”, “cellar”" in tallystick.events("error")[0]["message"]
    assert not engine.called("cancel")
    assert not engine.called("resume")


def test_what_was_not_meant_and_waits_on_keeps_the_command_from_nothing(tallystick: CommandLine) -> None:
    """It is told of now and then, and never ends."""
    engine = several()
    engine.script = {"resume": [TransferChanged(kept(2, "Attic", "film.mkv")), DELIVERED]}
    assert tallystick.run(engine, "--json", "resume", "--only", "kitchen") == 0
    assert engine.called("resume") == [1]

"""`receive`, `devices` and `doctor` against a scripted engine."""

import io
import signal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import looking
from desktop_app.cli.questions import Question
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.engine import Answer
from desktop_app.errors import (
    AskedForSize,
    CodeMismatch,
    ConnectionLost,
    FilesTooBigHere,
    NobodyAsked,
    NoNetwork,
    NotEnoughSpace,
    NotNow,
    PartlyReceived,
    SettingsReset,
    Size,
)
from desktop_app.events import (
    ComparisonOver,
    Direction,
    Listening,
    Method,
    SessionId,
    State,
    TransferId,
    Trouble,
    Verified,
)
from desktop_app.storage.existing import Existing
from desktop_app.storage.settings import Settings, Visibility
from tests.cli.scripted_engine import CODE, CONTENTS, PEER, CommandLine, ScriptedEngine, changed, device, offer

LISTENING = Listening(47471, 47471)
INCOMING = State.MOVING, Direction.RECEIVING
UNASKED: dict[str, Any] = {"unasked": True, "into": Path("/home/ada/Kitchen")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "in"


def delivered(folder: Path) -> object:
    return changed(State.DELIVERED, Direction.RECEIVING, saved=(folder / "holiday 2026",))


def test_a_whole_reception(tallystick: CommandLine, folder: Path) -> None:
    engine = ScriptedEngine(
        {
            "start": [LISTENING, CODE],
            ("answer_code", Answer.MATCH): [Verified(SessionId(1), PEER, Method.CODE, 0.0), offer()],
            "accept": [changed(*INCOMING), delivered(folder)],  # type: ignore[list-item]
        }
    )
    answers = {"code": '"match"\n', "offer": '"accept"\n'}
    command = ("receive", "--json", "--into", folder, "--once", "--no-remember")
    assert tallystick.run(engine, *command, answers=answers) == 0
    assert folder.is_dir()
    assert engine.options["save_folder"] == folder
    assert len(engine.called("accept")) == 1
    assert engine.unasked == [False], "a person has"
    assert (engine.options["can_show_codes"], engine.options["offers"]) == (True, True)
    assert [event["event"] for event in tallystick.events() if event["event"] != "progress"] == [
        "listening",
        "code",
        "verified",
        "offer",
        "delivered",
    ]
    told = tallystick.events("offer")[0]
    assert told["names"] == list(CONTENTS.names)
    assert told["items"] == [{"kind": "folder", "files": 214, "size": 3_200_000_000}]
    assert (told["peer"], told["files"], told["folders"], told["total"]) == (PEER, 214, 3, 3_200_000_000)
    assert told["into"] == "/elsewhere"  # where the engine says it goes
    assert tallystick.events("delivered")[0]["saved"] == [str(folder / "holiday 2026")]


def test_declining(tallystick: CommandLine, folder: Path) -> None:
    engine = ScriptedEngine({"start": [offer()], "decline": [changed(State.DECLINED, Direction.RECEIVING)]})
    assert (
        tallystick.run(engine, "--json", "receive", "--into", folder, "--once", answers={"offer": '"decline"\n'}) == 3
    )
    assert engine.called("decline") == [TransferId(1)]


@pytest.mark.parametrize(
    ("policy", "method", "asked"),
    [
        ("all", Method.CODE, False),
        ("remembered", Method.RECORD, False),
        ("remembered", Method.CODE, True),
        ("remembered", Method.INVITATION, True),
        ("ask", Method.RECORD, True),
    ],
)
def test_whose_offers_are_taken_unasked(
    tallystick: CommandLine, folder: Path, policy: str, method: Method, asked: bool
) -> None:
    engine = ScriptedEngine(
        {
            "start": [offer()],
            "accept": [delivered(folder)],  # type: ignore[list-item]
            "decline": [changed(State.DECLINED, Direction.RECEIVING)],
        }
    )
    engine.method = method
    code = tallystick.run(engine, "--json", "receive", "--into", folder, "--once", "--accept", policy, closed=True)
    assert code == (3 if asked else 0)
    assert bool(tallystick.events("offer")) <= asked
    assert bool(engine.called("accept")) is not asked
    assert engine.unasked == ([] if asked else [True]), "nobody has seen what is accepted"


@pytest.mark.parametrize("command", ["receive", "invite"])
def test_where_nobody_can_be_asked_nobody_is_said_to_have_declined(
    tallystick: CommandLine, folder: Path, command: str
) -> None:
    ended = changed(State.DECLINED, Direction.RECEIVING, error=NobodyAsked(peer=PEER))
    engine = ScriptedEngine({"start": [offer()], "decline": [ended]})
    once = ["--once"] if command == "receive" else []
    assert tallystick.run(engine, "--json", command, "--into", folder, *once, closed=True) == 3
    assert isinstance(engine.declined_because, NobodyAsked)
    assert tallystick.events("failed")[0]["code"] == "nobody-asked"


def test_whoever_declines_is_said_to_have_done_it(tallystick: CommandLine, folder: Path) -> None:
    engine = ScriptedEngine({"start": [offer()], "decline": [changed(State.DECLINED, Direction.RECEIVING)]})
    tallystick.run(engine, "--json", "receive", "--into", folder, "--once", answers={"offer": '"decline"\n'})
    assert engine.declined_because is None


def test_an_offer_that_does_not_fit_cannot_be_accepted(tallystick: CommandLine, folder: Path) -> None:
    event = offer(problem=NotEnoughSpace(needed=10**18, free=1))
    engine = ScriptedEngine({"start": [event], "decline": [changed(State.DECLINED, Direction.RECEIVING)]})
    code = tallystick.run(
        engine, "--json", "receive", "--into", folder, "--once", answers={"offer": '"accept"\n"decline"\n'}
    )
    assert code == 3
    assert tallystick.events("offer")[0]["problem"]["code"] == "not-enough-space"
    assert [error["code"] for error in tallystick.events("error")] == ["bad-answer"]


def test_names_that_are_there_already_are_told(tallystick: CommandLine, folder: Path) -> None:
    event = offer(existing=("holiday 2026",))
    engine = ScriptedEngine({"start": [event], "decline": [changed(State.DECLINED, Direction.RECEIVING)]})
    tallystick.run(engine, "--json", "receive", "--into", folder, "--once", answers={"offer": '"decline"\n'})
    assert tallystick.events("offer")[0]["existing"] == ["holiday 2026"]
    assert tallystick.events("offer")[0]["choices"] == ["accept", "skip-identical", "decline"]


@pytest.mark.parametrize(
    ("options", "answer", "meant"),
    [
        ((), "accept", Existing.ASK),
        ((), "skip-identical", Existing.SKIP_IDENTICAL),
        (("--existing", "keep-both"), "accept", Existing.KEEP_BOTH),
        (("--existing", "skip-identical"), "accept", Existing.SKIP_IDENTICAL),
        (("--existing", "skip-identical", "--accept", "all"), "", Existing.SKIP_IDENTICAL),
    ],
)
def test_what_becomes_of_names_that_are_there_already(
    tallystick: CommandLine, folder: Path, options: tuple[str, ...], answer: str, meant: Existing
) -> None:
    engine = ScriptedEngine({"start": [offer(existing=("holiday 2026",))], "accept": [delivered(folder)]})  # type: ignore[list-item]
    answers = {"offer": f'"{answer}"\n'}
    assert tallystick.run(engine, "--json", "receive", "--into", folder, "--once", *options, answers=answers) == 0
    assert engine.existing == [meant]
    if options and answer:
        assert tallystick.events("offer")[0]["choices"] == ["accept", "decline"]


def test_what_the_disk_cannot_hold_is_told(tallystick: CommandLine, folder: Path) -> None:
    event = offer(warnings=(FilesTooBigHere(path=str(folder), most=Size(4_294_967_295)),))
    engine = ScriptedEngine({"start": [event], "accept": [delivered(folder)]})  # type: ignore[list-item]
    tallystick.run(engine, "--json", "receive", "--into", folder, "--once", answers={"offer": '"accept"\n'})
    [warning] = tallystick.events("offer")[0]["warnings"]
    assert warning["code"] == "files-too-big-here"
    tallystick.run(engine, "receive", "--into", folder, "--once", "--accept", "all")
    assert "holds no files of more than 4.3 GB" in tallystick.err


def test_an_offer_that_the_peer_takes_back_is_no_question_any_more(tallystick: CommandLine, folder: Path) -> None:
    gone = changed(State.FAILED, Direction.RECEIVING, error=ConnectionLost(peer=PEER))
    engine = ScriptedEngine({"start": [offer(), gone, CODE]})
    engine.answer_code = engine.decline = lambda *_: signal.raise_signal(signal.SIGTERM)  # type: ignore[method-assign,assignment]
    answers = {"failed": '"decline"\n', "error": '"not-now"\n'}
    assert tallystick.run(engine, "--json", "receive", "--into", folder, answers=answers) == 143
    assert [event["event"] for event in tallystick.events()] == ["offer", "failed", "code", "error"]


def test_partly_received(tallystick: CommandLine, folder: Path) -> None:
    ended = changed(State.PARTLY, Direction.RECEIVING, error=PartlyReceived(failed=1, files=2))
    engine = ScriptedEngine({"start": [offer()], "accept": [ended]})
    assert tallystick.run(engine, "--json", "receive", "--into", folder, "--once", "--accept", "all") == 7
    (failed,) = tallystick.events("failed")
    assert (failed["code"], failed["message"]) == ("partly-received", "1 of 2 files were not delivered.")
    assert failed["advice"] == "Look at the list and have those sent again."
    assert tallystick.run(engine, "receive", "--into", folder, "--once", "--accept", "all") == 7
    assert "have those sent again" in tallystick.err


def test_a_failed_comparison_has_to_be_seen(tallystick: CommandLine, folder: Path) -> None:
    over = ComparisonOver(SessionId(1), PEER, CodeMismatch(peer=PEER), counted=True)
    engine = ScriptedEngine({"start": [CODE], ("answer_code", Answer.DIFFERENT): [over]})
    engine.dismiss_failure = lambda: signal.raise_signal(signal.SIGTERM)  # type: ignore[method-assign]
    answers = {"code": '"different"\n', "failed": '"match"\n"dismiss"\n'}
    assert tallystick.run(engine, "--json", "receive", "--into", folder, answers=answers) == 143
    (failed,) = tallystick.events("failed")
    assert (failed["peer"], failed["code"], failed["dismiss"]) == (PEER, "code-differed", True)
    assert [error["code"] for error in tallystick.events("error")] == ["bad-answer"]


@pytest.mark.parametrize("counted", [True, False])
def test_once_ends_with_a_failed_comparison_but_not_with_one_put_off(
    tallystick: CommandLine, folder: Path, counted: bool
) -> None:
    error = CodeMismatch(peer=PEER) if counted else NotNow(peer=PEER)
    engine = ScriptedEngine(
        {
            "start": [
                CODE,
                ComparisonOver(SessionId(1), PEER, error, counted=counted),
                changed(State.DELIVERED, Direction.RECEIVING),
            ]
        }
    )
    code = tallystick.run(engine, "--json", "receive", "--into", folder, "--once")
    assert code == (4 if counted else 0)


def test_where_nobody_can_answer_no_code_is_offered(tallystick: CommandLine, folder: Path) -> None:
    engine = ScriptedEngine({"start": [LISTENING, changed(State.DELIVERED, Direction.RECEIVING)]})
    assert tallystick.run(engine, "receive", "--into", folder, "--once") == 0
    assert engine.options["can_show_codes"] is False
    assert tallystick.out.splitlines() == [
        f"Made the folder {folder}",
        "Ready. This computer is called “Ada's laptop” and listens on port 47471.",
        "Press Ctrl+C to stop.",
        "Received from Kitchen PC: 214 files, 3.2 GB, checked and saved.",
    ]


def test_without_once_it_goes_on(tallystick: CommandLine, folder: Path) -> None:
    endings = [changed(State.DELIVERED, Direction.RECEIVING), changed(State.DECLINED, Direction.RECEIVING)]
    engine = ScriptedEngine({"start": [*endings, Trouble(NoNetwork()), CODE]})
    engine.answer_code = lambda *_: signal.raise_signal(signal.SIGINT)  # type: ignore[method-assign]
    assert tallystick.run(engine, "--json", "receive", "--into", folder, answers={"code": '"match"\n'}) == 130
    assert [event["event"] for event in tallystick.events()] == ["delivered", "failed", "error", "code"]


@pytest.mark.parametrize("name", ["file", "missing/in"])
def test_a_folder_that_cannot_be_used_is_told_first(tallystick: CommandLine, tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "receive", "--into", tmp_path / name) == 6
    assert engine.calls == []
    assert tallystick.events()[0]["code"] == "folder-unusable"


# --- looking around ---------------------------------------------------------------------------------


def test_devices_are_listed(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    engine = ScriptedEngine({}, (device("b\x1b[2J", 2), device("A", 1)))
    assert tallystick.run(engine, "--json", "devices") == 0
    first, second = tallystick.events("device")
    assert first == {
        "event": "device",
        "peer": "A",
        "name": "A",
        "addresses": ["192.0.2.1"],
        "port": 47471,
        "id": "id-1",
        "platform": "linux",
        "verified": False,
        "remembered": None,
    }
    assert second["name"] == "b\x1b[2J"
    assert tallystick.run(engine, "devices") == 0
    assert tallystick.out.splitlines() == ["A  192.0.2.1  port 47471", "b\\x1b[2J  192.0.2.2  port 47471"]


def test_no_devices(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    engine = ScriptedEngine({"start": [Trouble(NoNetwork())]}, ())
    assert tallystick.run(engine, "devices") == 0
    assert tallystick.out == "No devices were seen. “tallystick doctor” looks for the cause.\n"
    assert "not connected to any network" in tallystick.err


def test_an_answer_meant_for_an_offer_that_went_away_takes_no_other(tallystick: CommandLine, folder: Path) -> None:
    gone = changed(State.CANCELLED, Direction.RECEIVING, error=ConnectionLost(peer=PEER))
    engine = ScriptedEngine({"start": [offer(), gone, offer()]})
    engine.decline = lambda *_: signal.raise_signal(signal.SIGTERM)  # type: ignore[method-assign]
    answers = {"failed": '"accept"\n{"answer": "accept", "question": 7}\n"decline"\n'}
    assert tallystick.run(engine, "--json", "receive", "--into", folder, answers=answers) == 143
    assert not engine.called("accept")
    first, second = tallystick.events("error")[:2]
    assert first["code"] == second["code"] == "bad-answer"
    assert f'with "question": {offer().transfer.id}, for the offer before it was withdrawn' in first["advice"]
    assert "withdrawn" not in second["advice"]


def test_all_offers_are_taken_but_those_that_cannot_be(tallystick: CommandLine, folder: Path) -> None:
    problem = NotEnoughSpace(needed=2, free=1)
    ended = changed(State.FAILED, Direction.RECEIVING, error=problem)
    engine = ScriptedEngine({"start": [offer(problem=problem)], "decline": [ended]})
    assert tallystick.run(engine, "--json", "receive", "--into", folder, "--once", "--accept", "all") == 6
    assert not engine.called("accept")
    assert engine.declined_because is problem
    assert [(event["event"], event["code"]) for event in tallystick.events()] == [("failed", "not-enough-space")]


def test_a_folder_that_is_made_is_told(tallystick: CommandLine, tmp_path: Path) -> None:
    engine = ScriptedEngine({"start": [changed(State.DELIVERED, Direction.RECEIVING)]})
    said = f"Made the folder {tmp_path / 'new'}\n"
    for is_new in (True, False):
        assert tallystick.run(engine, "receive", "--into", tmp_path / "new", "--once") == 0
        assert (said in tallystick.out) is is_new


@pytest.mark.parametrize("json", [True, False])
def test_what_is_always_accepted_is_said_to_come_unasked(tallystick: CommandLine, folder: Path, json: bool) -> None:
    moving = changed(State.MOVING, Direction.RECEIVING, **UNASKED)
    ended = changed(State.DELIVERED, Direction.RECEIVING, saved=(Path("/home/ada/Kitchen/holiday 2026"),), **UNASKED)
    engine = ScriptedEngine({"start": [moving, moving, ended]})
    typed = ("--json",) if json else ()
    options = ("--existing", "skip-identical", "--once")
    assert tallystick.run(engine, *typed, "receive", "--into", folder, *options, closed=True) == 0
    assert engine.options["existing"] is Existing.SKIP_IDENTICAL, "who is not asked needs it beforehand"
    if json:
        (told,) = tallystick.events("accepted")
        assert (told["peer"], told["into"], told["total"]) == (PEER, "/home/ada/Kitchen", 3_200_000_000)
        assert tallystick.events("delivered")[0]["unasked"] is True
    else:
        line = f"{PEER} sends 214 files, 3.2 GB, accepted without asking: into /home/ada/Kitchen"
        assert tallystick.out.count(line) == 1


def test_why_somebody_is_asked_after_all_is_told(tallystick: CommandLine, folder: Path) -> None:
    event = offer(asked_because=AskedForSize(most=Size(10**9)))
    engine = ScriptedEngine({"start": [event], "decline": [changed(State.DECLINED, Direction.RECEIVING)]})
    answers = {"offer": '"decline"\n'}
    assert tallystick.run(engine, "--json", "receive", "--into", folder, "--once", answers=answers) == 3
    assert tallystick.events("offer")[0]["because"]["code"] == "asked-for-size"
    screen = io.StringIO()
    TerminalFace(screen, screen).ask(Question(event))
    assert "You are asked because this would be more than 1.0 GB within 24 hours." in screen.getvalue()


def test_where_nobody_may_call_it_says_so_after_what_the_start_has_found(tallystick: CommandLine, folder: Path) -> None:
    engine = ScriptedEngine({"start": [Trouble(SettingsReset(reason="it is too big", kept=Path("/old")))]})
    engine.settings = Settings(visibility=Visibility.NOBODY)
    assert tallystick.run(engine, "receive", "--json", "--into", folder) == 6
    assert [event["code"] for event in tallystick.events()] == ["settings-reset", "nobody-may-call"]

"""`pair`, `send` and `receive` with devices that are remembered, against a scripted engine."""

import io
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.cli import looking, sending, target
from desktop_app.cli.conversation import Conversation
from desktop_app.cli.inbox import Inbox
from desktop_app.cli.json_face import JsonFace
from desktop_app.engine import Answer
from desktop_app.errors import (
    DevicesReset,
    NotNow,
    NotProven,
    ProfileUnusable,
    TooManyDevices,
)
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    DeviceId,
    Direction,
    Event,
    Method,
    Remembered,
    RememberedDevice,
    SessionId,
    State,
    Trouble,
    Unproven,
    Verified,
)
from desktop_app.storage.profile import Profile
from tests.cli.scripted_engine import (
    CODE,
    PEER,
    CommandLine,
    ScriptedEngine,
    changed,
    device,
    offer,
    remembered,
)

ADDRESS = "192.0.2.7:47471"
KNOWN = remembered()
SESSION = SessionId(1)
BY_CODE = Verified(SESSION, PEER, Method.CODE, KNOWN.compared_at)
BY_RECORD = Verified(SESSION, PEER, Method.RECORD, KNOWN.compared_at)
UNPROVEN = Unproven(SESSION, PEER, ADDRESS, NotProven(peer=PEER))
DOUBTED = CodeReady(SessionId(2), PEER, ADDRESS, CODE.digits, CODE.words, incoming=False, doubted=PEER)
REMEMBERED = Remembered(SESSION, KNOWN)


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 0.3)
    monkeypatch.setattr(target, "SETTLE", 0.01)
    monkeypatch.setattr(sending, "REMEMBER_SECONDS", 0.2)


def kinds(tallystick: CommandLine) -> list[str]:
    return [event["event"] for event in tallystick.events() if event["event"] != "progress"]


# --- what is remembered -----------------------------------------------------------------------------


def pairing(verified: Verified = BY_CODE, *after_remember: Event) -> ScriptedEngine:
    return ScriptedEngine({"pair": [CODE], ("answer_code", Answer.MATCH): [verified], "remember": list(after_remember)})


def test_a_device_that_people_compared_with_is_remembered(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, REMEMBERED)
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 0
    assert engine.called("remember") == [SESSION]
    assert kinds(tallystick) == ["code", "verified", "awaits_remembering", "remembered"]
    verified, told = tallystick.events("verified")[0], tallystick.events("remembered")[0]
    assert (verified["method"], verified["compared_at"]) == ("code", KNOWN.compared_at)
    assert (told["id"], told["name"], told["expires"]) == (KNOWN.id, PEER, KNOWN.expires_at)


def test_what_keeps_it_from_being_remembered_is_told(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, Trouble(TooManyDevices(peer=PEER, most=100)))
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 6
    assert kinds(tallystick) == ["code", "verified", "awaits_remembering", "error"]


def test_whoever_does_not_want_it_says_so(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, REMEMBERED)
    assert tallystick.run(engine, "--json", "pair", PEER, "--no-remember", answers={"code": '"match"\n'}) == 0
    assert engine.called("remember") == []
    assert kinds(tallystick) == ["code", "verified"]


@pytest.mark.parametrize("method", [Method.RECORD, Method.CONTINUATION, Method.INVITATION])
def test_only_people_found_a_record(tallystick: CommandLine, method: Method) -> None:
    engine = ScriptedEngine({"pair": [Verified(SESSION, PEER, method, KNOWN.compared_at)], "remember": [REMEMBERED]})
    assert tallystick.run(engine, "--json", "pair", PEER) == 0
    assert engine.called("remember") == []
    assert tallystick.events("verified")[0]["method"] == method.name.lower()
    assert kinds(tallystick) == ["verified"]


@pytest.mark.parametrize("options", [[], ["--no-remember"]])
def test_sending_remembers_by_the_way(tallystick: CommandLine, photo: Path, options: list[str]) -> None:
    engine = ScriptedEngine(
        {
            "send": [CODE],
            ("answer_code", Answer.MATCH): [BY_CODE, changed(State.ASKING)],
            "remember": [REMEMBERED, changed(State.DELIVERED)],
        }
    )
    if options:
        engine.script["answer_code", Answer.MATCH] = [BY_CODE, changed(State.DELIVERED)]
    answers = {"code": '"match"\n'}
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, *options, answers=answers) == 0
    assert engine.called("remember") == ([] if options else [SESSION])
    assert kinds(tallystick) == ["code", "verified", *(() if options else ("remembered",)), "delivered"]


@pytest.mark.parametrize("options", [[], ["--no-remember"]])
def test_receiving_remembers_by_the_way(tallystick: CommandLine, tmp_path: Path, options: list[str]) -> None:
    ended = changed(State.DELIVERED, Direction.RECEIVING)
    engine = ScriptedEngine({"start": [BY_CODE, ended], "remember": [REMEMBERED]})
    receive = ("--json", "receive", "--into", tmp_path / "in", "--once", *options)
    assert tallystick.run(engine, *receive) == 0
    assert engine.called("remember") == ([] if options else [SESSION])


def test_receiving_tells_who_is_remembered(tallystick: CommandLine, tmp_path: Path) -> None:
    engine = ScriptedEngine({"start": [BY_RECORD, REMEMBERED, changed(State.DELIVERED, Direction.RECEIVING)]})
    assert tallystick.run(engine, "--json", "receive", "--into", tmp_path / "in", "--once") == 0
    assert kinds(tallystick) == ["verified", "remembered", "delivered"]


def test_trouble_with_what_is_kept_does_not_end_a_pairing(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"start": [Trouble(DevicesReset(reason="x", kept="y"))], "pair": [BY_RECORD]})
    assert tallystick.run(engine, "--json", "pair", ADDRESS) == 0
    assert kinds(tallystick) == ["error", "verified"]


@pytest.mark.parametrize(
    ("method", "proved", "asked"),
    [
        (Method.RECORD, KNOWN, False),
        (Method.CONTINUATION, KNOWN, False),
        (Method.CONTINUATION, None, True),
        (Method.CODE, KNOWN, True),
    ],
)
def test_whose_offers_are_those_of_a_remembered_device(
    tallystick: CommandLine, tmp_path: Path, method: Method, proved: RememberedDevice | None, asked: bool
) -> None:
    ended = changed(State.DELIVERED, Direction.RECEIVING)
    engine = ScriptedEngine({"start": [offer()], "accept": [ended], "decline": [ended]})
    engine.method, engine.proved = method, proved
    receive = ("--json", "receive", "--into", tmp_path / "in", "--once", "--accept", "remembered")
    tallystick.run(engine, *receive, closed=True)
    assert bool(engine.called("decline")) is asked
    assert bool(engine.called("accept")) is not asked


# --- whoever did not prove itself -----------------------------------------------------------------------


def doubting() -> ScriptedEngine:
    failed = changed(State.FAILED, error=NotProven(peer=PEER))
    return ScriptedEngine(
        {
            "send": [changed(State.CONNECTING), UNPROVEN],
            "give_up": [failed],
            "compare_anew": [DOUBTED],
            ("answer_code", Answer.MATCH): [BY_CODE, changed(State.DELIVERED)],
            ("answer_code", Answer.NOT_NOW): [changed(State.FAILED, error=NotNow(peer=PEER))],
        }
    )


@pytest.mark.parametrize(("typed", "closed"), [('"stop"\n', False), ("", True)])
def test_nothing_goes_to_whoever_did_not_prove_itself(
    tallystick: CommandLine, photo: Path, typed: str, closed: bool
) -> None:
    engine = doubting()
    answers = {} if closed else {"unproven": typed}
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, answers=answers, closed=closed) == 4
    assert engine.called("give_up") == [SESSION]
    assert engine.called("compare_anew") == []
    assert tallystick.events("failed")[0]["code"] == "not-proven"


def test_without_a_terminal_it_stops(tallystick: CommandLine, photo: Path) -> None:
    engine = doubting()
    assert tallystick.run(engine, "send", photo, "--to", PEER) == 4
    assert engine.called("give_up") == [SESSION]
    assert "This did not prove to be Kitchen PC." in tallystick.err


def test_comparing_anew_keeps_the_doubt_in_sight(tallystick: CommandLine, photo: Path) -> None:
    engine = doubting()
    answers = {"unproven": '"match"\n"compare"\n', "code": '"match"\n'}
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, answers=answers) == 0
    assert engine.called("compare_anew") == [SESSION]
    assert engine.called("give_up") == []
    assert kinds(tallystick) == ["unproven", "error", "code", "verified", "delivered"]
    unproven, code = tallystick.events("unproven")[0], tallystick.events("code")[0]
    assert (unproven["peer"], unproven["address"], unproven["code"]) == (PEER, ADDRESS, "not-proven")
    assert code["doubted"] == PEER
    assert tallystick.events("error")[0]["advice"] == "Possible answers: stop, compare."


def test_a_code_without_doubt(tallystick: CommandLine) -> None:
    tallystick.run(pairing(), "--json", "pair", PEER, answers={"code": '"match"\n'})
    assert tallystick.events("code")[0]["doubted"] is None


@pytest.mark.parametrize(("typed", "closed"), [('"stop"\n', False), ("", True)])
def test_a_pairing_that_is_not_proven(tallystick: CommandLine, typed: str, closed: bool) -> None:
    engine = ScriptedEngine({"pair": [UNPROVEN]})
    answers = {} if closed else {"unproven": typed}
    assert tallystick.run(engine, "--json", "pair", PEER, answers=answers, closed=closed) == 4
    assert engine.called("give_up") == [SESSION]
    assert tallystick.events("error")[0]["code"] == "not-proven"


def test_pairing_anew(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, REMEMBERED)
    engine.script |= {"pair": [UNPROVEN], "compare_anew": [DOUBTED]}
    answers = {"unproven": '"compare"\n', "code": '"match"\n'}
    assert tallystick.run(engine, "--json", "pair", PEER, answers=answers) == 0
    assert kinds(tallystick) == ["unproven", "code", "verified", "awaits_remembering", "remembered"]


def test_a_failed_comparison_after_a_doubt(tallystick: CommandLine) -> None:
    over = ComparisonOver(SessionId(2), PEER, NotNow(peer=PEER), counted=False)
    engine = ScriptedEngine({"pair": [UNPROVEN], "compare_anew": [DOUBTED], ("answer_code", Answer.NOT_NOW): [over]})
    answers = {"unproven": '"compare"\n', "code": '"not-now"\n'}
    assert tallystick.run(engine, "--json", "pair", PEER, answers=answers) == 4
    assert kinds(tallystick) == ["unproven", "code", "failed"]


def test_a_store_that_cannot_be_read_ends_nothing_but_is_told(tallystick: CommandLine, photo: Path) -> None:
    trouble = Trouble(ProfileUnusable(path="/p", reason="x"))
    engine = ScriptedEngine({"start": [trouble], "send": [changed(State.DELIVERED)]})
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS) == 0
    assert kinds(tallystick) == ["error", "delivered"]


def test_a_remembered_device_that_is_not_seen_is_tried_where_it_was_met(tallystick: CommandLine, photo: Path) -> None:
    away = replace(device(), id=DeviceId("remembered-1"), remembered=KNOWN, away=True)
    engine = ScriptedEngine({"send": [changed(State.DELIVERED)]}, (away,), (KNOWN,))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 0
    assert (engine.called("send"), engine.expected) == ([away.id], KNOWN.id)


@pytest.mark.parametrize("seen_as", [KNOWN, None], ids=["recognised", "by its name"])
def test_one_that_is_seen_goes_before_it(
    tallystick: CommandLine, photo: Path, seen_as: RememberedDevice | None
) -> None:
    away = replace(device(), id=DeviceId("remembered-1"), remembered=KNOWN, away=True)
    seen = replace(device(number=2), remembered=seen_as)
    engine = ScriptedEngine({"send": [changed(State.DELIVERED)]}, (away, seen), (KNOWN,))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 0
    assert engine.called("send") == [seen.id]


def test_devices_lists_it_among_those_that_are_away(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    known = replace(KNOWN, met_at=("192.0.2.9:5000",))
    away = replace(device(), remembered=known, away=True)
    assert tallystick.run(ScriptedEngine({}, (away,), (known,)), "--json", "devices") == 0
    (told,) = tallystick.events()
    assert (told["event"], told["met_at"]) == ("remembered", ["192.0.2.9:5000"])
    assert tallystick.run(ScriptedEngine({}, (away,), (known,)), "devices") == 0
    assert tallystick.out.splitlines()[-1].endswith(", was at 192.0.2.9:5000")


# --- one that has forgotten this computer, and is compared with anew --------------------------------------


def test_which_record_is_left_of_it_is_told(tallystick: CommandLine) -> None:
    again = replace(remembered(f"{PEER} (2)", 2))
    doubted = replace(CODE, doubted=PEER)
    engine = ScriptedEngine(
        {
            "pair": [doubted],
            ("answer_code", Answer.MATCH): [BY_CODE],
            "remember": [Remembered(SESSION, again)],
        },
        remembered=(again, KNOWN),
    )
    assert tallystick.run(engine, "--json", "pair", ADDRESS, answers={"code": '"match"\n'}) == 0
    (told,) = tallystick.events("remembered")
    assert (told["name"], told["doubted"]["name"], told["doubted"]["id"]) == (f"{PEER} (2)", PEER, KNOWN.id)


@pytest.mark.parametrize("code", [CODE, replace(CODE, doubted="Cellar PC")], ids=["no doubt", "forgotten meanwhile"])
def test_where_nobody_is_doubted_nothing_is_said_of_another_record(tallystick: CommandLine, code: CodeReady) -> None:
    engine = ScriptedEngine(
        {"pair": [code], ("answer_code", Answer.MATCH): [BY_CODE], "remember": [REMEMBERED]}, remembered=(KNOWN,)
    )
    assert tallystick.run(engine, "--json", "pair", ADDRESS, answers={"code": '"match"\n'}) == 0
    assert tallystick.events("remembered")[0]["doubted"] is None


def test_who_was_doubted_is_kept_no_longer_than_the_comparison(tmp_path: Path) -> None:
    """Anybody may call, again and again, while `receive` runs for months."""
    engine = ScriptedEngine({}, remembered=(KNOWN,))
    talk = Conversation(
        engine.open(None, lambda _event: None), JsonFace(io.StringIO()), Inbox(), None, Profile(tmp_path)
    )
    for number in range(1, 4):
        session = SessionId(number)
        talk.attend(replace(DOUBTED, session=session, doubted=PEER if number > 1 else ""), remember=True)
        talk.attend(ComparisonOver(session, PEER, NotNow(), counted=False), remember=True)
    assert talk._doubted == {}

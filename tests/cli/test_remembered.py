"""`pair`, `send` and `receive` with devices that are remembered, against a scripted engine."""

from pathlib import Path

import pytest

from desktop_app.cli import sending, target
from desktop_app.engine import Answer
from desktop_app.errors import (
    Cancelled,
    ConnectionLost,
    DevicesReset,
    NotNow,
    NotProven,
    ProfileUnusable,
    TooManyDevices,
)
from desktop_app.events import (
    CodeReady,
    ComparisonOver,
    Device,
    DeviceChanged,
    DeviceId,
    Direction,
    Event,
    Method,
    Recognised,
    Remembered,
    RememberedDevice,
    SessionEnded,
    SessionId,
    State,
    Trouble,
    Unproven,
    Verified,
)
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
from tests.cli.test_send import seeing

ADDRESS = "192.0.2.7:47471"
KNOWN = remembered()
SESSION = SessionId(1)
BY_CODE = Verified(SESSION, PEER, Method.CODE, KNOWN.compared_at)
BY_RECORD = Verified(SESSION, PEER, Method.RECORD, KNOWN.compared_at)
RECOGNISED = Recognised(SESSION, PEER, ADDRESS, KNOWN.compared_at)
UNPROVEN = Unproven(SESSION, PEER, ADDRESS, NotProven(peer=PEER))
DOUBTED = CodeReady(SessionId(2), PEER, ADDRESS, CODE.digits, CODE.words, incoming=False, doubted=PEER)
REMEMBERED = Remembered(SESSION, KNOWN)


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 0.3)
    monkeypatch.setattr(target, "SETTLE", 0.01)
    monkeypatch.setattr(target, "SETTLE_STRANGER", 0.02)
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
    assert kinds(tallystick) == ["code", "verified", "remembered"]
    verified, told = tallystick.events("verified")[0], tallystick.events("remembered")[0]
    assert (verified["method"], verified["compared_at"]) == ("code", KNOWN.compared_at)
    assert (told["id"], told["name"], told["expires"]) == (KNOWN.id, PEER, KNOWN.expires_at)


@pytest.mark.parametrize("follows", [[], [SessionEnded(SESSION, PEER, None), REMEMBERED]])
def test_the_other_person_may_not_want_it(tallystick: CommandLine, follows: list[Event]) -> None:
    engine = pairing(BY_CODE, *follows)
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 0
    assert kinds(tallystick) == ["code", "verified"]


def test_what_keeps_it_from_being_remembered_is_told(tallystick: CommandLine) -> None:
    engine = pairing(BY_CODE, Trouble(TooManyDevices(peer=PEER, most=100)))
    assert tallystick.run(engine, "--json", "pair", PEER, answers={"code": '"match"\n'}) == 0
    assert kinds(tallystick) == ["code", "verified", "error"]


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
    engine = ScriptedEngine({"pair": [UNPROVEN], "compare_anew": [DOUBTED], ("answer_code", Answer.MATCH): [BY_CODE]})
    answers = {"unproven": '"compare"\n', "code": '"match"\n'}
    assert tallystick.run(engine, "--json", "pair", PEER, answers=answers) == 0
    assert kinds(tallystick) == ["unproven", "code", "verified"]


# --- an address, and who is there -----------------------------------------------------------------------


def recognising(*, yes: Event | None = None) -> ScriptedEngine:
    return ScriptedEngine(
        {
            "send": [BY_RECORD, RECOGNISED],
            "go_on": [yes or changed(State.DELIVERED)],
            "end_session": [changed(State.CANCELLED, error=Cancelled())],
        },
        remembered=(KNOWN, remembered("Attic", 2)),
    )


def test_yes_this_is_the_one(tallystick: CommandLine, photo: Path) -> None:
    engine = recognising()
    answers = {"recognised": '"yes"\n'}
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, answers=answers) == 0
    assert engine.called("go_on") == [SESSION]
    assert engine.called("end_session") == []
    told = tallystick.events("recognised")[0]
    assert (told["peer"], told["called"], told["compared_at"]) == (PEER, ADDRESS, KNOWN.compared_at)


@pytest.mark.parametrize(("typed", "closed"), [('"no"\n', False), ("", True)])
def test_no_this_is_another_one(tallystick: CommandLine, photo: Path, typed: str, closed: bool) -> None:
    engine = recognising()
    answers = {} if closed else {"recognised": typed}
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, answers=answers, closed=closed) == 4
    assert engine.called("end_session") == [SESSION]
    assert engine.called("go_on") == []
    assert tallystick.events("failed")[0]["code"] == "not-meant"


def test_after_a_yes_an_error_is_told_as_it_is(tallystick: CommandLine, photo: Path) -> None:
    engine = recognising(yes=changed(State.FAILED, error=ConnectionLost(peer=PEER)))
    answers = {"recognised": '"yes"\n'}
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, answers=answers) == 5
    assert tallystick.events("failed")[0]["code"] == "connection-lost"


@pytest.mark.parametrize("typed", [PEER, "kitchen pc", KNOWN.id])
def test_the_expected_one_is_sent_to_without_a_question(tallystick: CommandLine, photo: Path, typed: str) -> None:
    engine = recognising()
    engine.proved = KNOWN
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, "--expect", typed, closed=True) == 0
    assert engine.called("go_on") == [SESSION]
    assert kinds(tallystick) == ["verified", "delivered"]


@pytest.mark.parametrize("proved", [None, remembered(PEER, 3)])
def test_another_one_than_expected_gets_nothing(
    tallystick: CommandLine, photo: Path, proved: RememberedDevice | None
) -> None:
    """Whatever it is called: the record decides."""
    engine = recognising()
    engine.proved = proved
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, "--expect", PEER) == 4
    assert engine.called("go_on") == []
    assert engine.called("end_session") == [SESSION]
    assert tallystick.events("failed")[0]["code"] == "not-proven"


def test_where_one_is_expected_no_code_is_compared(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine(
        {
            "send": [CODE],
            ("answer_code", Answer.NOT_NOW): [changed(State.FAILED, error=NotNow(peer=PEER))],
            "pair": [CODE],
        },
        remembered=(KNOWN,),
    )
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, "--expect", PEER) == 4
    assert kinds(tallystick) == ["failed"]
    assert tallystick.events("failed")[0]["code"] == "not-proven"
    assert tallystick.run(engine, "--json", "pair", ADDRESS, "--expect", PEER) == 4
    assert kinds(tallystick) == ["error"]
    assert engine.called("answer_code") == [Answer.NOT_NOW, Answer.NOT_NOW]


@pytest.mark.parametrize(("proved", "code"), [(KNOWN, 0), (remembered("Attic", 2), 4), (None, 4)])
def test_pairing_with_the_expected_one(tallystick: CommandLine, proved: RememberedDevice | None, code: int) -> None:
    engine = ScriptedEngine({"pair": [BY_RECORD]}, remembered=(KNOWN,))
    engine.proved = proved
    assert tallystick.run(engine, "--json", "pair", ADDRESS, "--expect", PEER) == code


@pytest.mark.parametrize(
    ("to", "expected", "code", "error"),
    [(ADDRESS, "Cellar", 4, "not-remembered"), (PEER, PEER, 2, "bad-address")],
)
def test_who_cannot_be_expected(
    tallystick: CommandLine, photo: Path, to: str, expected: str, code: int, error: str
) -> None:
    engine = ScriptedEngine({}, remembered=(KNOWN,))
    for command in (["send", str(photo), "--to", to], ["pair", to]):
        assert tallystick.run(engine, "--json", *command, "--expect", expected) == code
        assert [event["code"] for event in tallystick.events("error")] == [error]
    assert engine.called("send") + engine.called("pair") == []


# --- whom a name means --------------------------------------------------------------------------------------


def seen(name: str, number: int, known: RememberedDevice | None = None) -> Device:
    plain = device(name, number)
    return Device(plain.id, name, "linux", plain.addresses, plain.port, remembered=known)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (PEER, 1),  # not its namesake
        ("kitchen pc", 1),
        ("id-2", 2),
        ("Mum's computer", 3),
        ("hidden", 4),
    ],
)
def test_a_remembered_name_means_the_recognised_device(
    tallystick: CommandLine, photo: Path, typed: str, found: int
) -> None:
    devices = (
        seen(PEER, 2),
        seen(PEER, 1, KNOWN),
        seen("mum-laptop", 3, remembered("Mum's computer", 3)),
        seen("", 4, remembered("Hidden", 4)),
    )
    engine = ScriptedEngine({"send": [changed(State.DELIVERED)]}, devices)
    assert tallystick.run(engine, "--json", "send", photo, "--to", typed) == 0
    assert engine.called("send") == [DeviceId(f"id-{found}")]


def test_a_remembered_device_cannot_take_the_name_of_another(tallystick: CommandLine, photo: Path) -> None:
    """It would be asked to prove that it is itself, and could."""
    engine = ScriptedEngine({}, (seen(PEER, 1, remembered("Attic", 2)),))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 5
    (error,) = tallystick.events()
    assert (error["code"], error["seen"]) == ("peer-not-found", ["Attic"])


def test_a_namesake_that_comes_first_is_not_taken_at_once(
    tallystick: CommandLine, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "SETTLE_STRANGER", 5.0)
    namesake, own = seen(PEER, 2), seen(PEER, 1, KNOWN)
    engine = ScriptedEngine({"start": [DeviceChanged(own)], "send": [changed(State.DELIVERED)]}, remembered=(KNOWN,))
    seeing(engine, (namesake,), (namesake, own))
    monkeypatch.setattr(target, "WAIT", 0.4)
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 0
    assert engine.called("send") == [DeviceId("id-1")]


@pytest.mark.parametrize(
    ("found", "longer"), [(seen(PEER, 1), True), (seen(PEER, 1, KNOWN), False), (seen("Attic", 1), False)]
)
def test_how_long_another_may_still_come(found: Device, longer: bool) -> None:
    seconds = target._settling(found.name.upper(), [found], [KNOWN])
    assert seconds == (target.SETTLE_STRANGER if longer else target.SETTLE)


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

"""`send` and `pair` against a scripted engine: what is said, what is asked, and the exit code."""

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import target
from desktop_app.engine import Answer, door
from desktop_app.errors import (
    AppError,
    Cancelled,
    CodeMismatch,
    ComparisonUnfinished,
    ConnectionLost,
    Declined,
    DiscoveryBlocked,
    DiskFullThere,
    NobodyCompared,
    NoNetwork,
    NothingToSend,
    NotNow,
    PartlyDelivered,
    PeerBusy,
    PeerUnreachable,
    PortInUse,
    SourceChanged,
    UnsafeName,
)
from desktop_app.events import (
    ComparisonOver,
    Device,
    DeviceChanged,
    DeviceId,
    Event,
    FileFailure,
    Method,
    Progress,
    SessionId,
    State,
    TransferChanged,
    TransferId,
    Trouble,
    Verified,
)
from desktop_app.transport.address import Address
from tests.cli.scripted_engine import CODE, PEER, CommandLine, ScriptedEngine, changed, device, transfer

VERIFIED = Verified(SessionId(1), PEER, Method.CODE, 0.0)
FAILED = UnsafeName(name="a\x1b", reason="control character")


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 0.3)
    monkeypatch.setattr(target, "SETTLE", 0.01)


def over(error: AppError) -> ComparisonOver:
    return ComparisonOver(SessionId(1), PEER, error, counted=True)


def comparison(*after_match: Event) -> ScriptedEngine:
    return ScriptedEngine(
        {
            "send": [changed(State.PREPARING), changed(State.CONNECTING), CODE, changed(State.COMPARING)],
            ("answer_code", Answer.MATCH): [VERIFIED, *after_match],
            ("answer_code", Answer.DIFFERENT): [over(CodeMismatch()), changed(State.FAILED, error=CodeMismatch())],
            ("answer_code", Answer.NOT_NOW): [over(NotNow()), changed(State.FAILED, error=NotNow(peer=PEER))],
            ("answer_code", Answer.NOBODY): [
                over(nobody := NobodyCompared(peer=PEER)),
                changed(State.FAILED, error=nobody),
            ],
        }
    )


def test_delivered(tallystick: CommandLine, photo: Path) -> None:
    engine = comparison(
        changed(State.ASKING), changed(State.MOVING), changed(State.FINISHING), changed(State.DELIVERED)
    )
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, answers={"code": '{"answer": "match"}\n'}) == 0
    assert engine.called("send") == [DeviceId("id-1")]
    assert engine.sent == (photo,)
    assert [event["event"] for event in tallystick.events() if event["event"] != "progress"] == [
        "code",
        "verified",
        "delivered",
    ]
    code = tallystick.events("code")[0]
    assert (code["peer"], code["digits"], code["words"], code["incoming"]) == (
        PEER,
        "4821 0973",
        ["velvet", "anchor", "plate"],
        False,
    )
    delivered = tallystick.events("delivered")[0]
    assert (delivered["peer"], delivered["files"], delivered["bytes"]) == (PEER, 214, 3_200_000_000)
    assert all(event["peer"] == PEER for event in tallystick.events())


@pytest.mark.parametrize(
    ("typed", "answer", "error"),
    [
        ('"different"\n', Answer.DIFFERENT, "code-differed"),
        ('{"answer": "not-now"}\n', Answer.NOT_NOW, "not-now"),
        ("", Answer.NOBODY, "nobody-compared"),
    ],
)
def test_not_verified(tallystick: CommandLine, photo: Path, typed: str, answer: Answer, error: str) -> None:
    engine = comparison()
    answers = {"code": typed}
    assert tallystick.run(engine, "send", "--json", photo, "--to", PEER, answers=answers, closed=not typed) == 4
    assert engine.called("answer_code") == [answer]
    assert [event["code"] for event in tallystick.events("failed")] == [error]


def test_without_a_terminal_nobody_can_compare(tallystick: CommandLine, photo: Path) -> None:
    engine = comparison()
    assert tallystick.run(engine, "send", photo, "--to", PEER) == 4
    assert engine.called("answer_code") == [Answer.NOBODY]
    assert CODE.digits not in tallystick.out
    assert f"Nobody here could compare a code with {PEER}." in tallystick.err


def test_a_wrong_answer_loses_nothing(tallystick: CommandLine, photo: Path) -> None:
    engine = comparison(changed(State.DELIVERED))
    typed = '"accept"\nmatch\n{"answer": "match", "more": 1}\n[]\n' + "[" * 4000 + '\n"match"\n'
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, answers={"code": typed}) == 0
    errors = tallystick.events("error")
    assert [event["code"] for event in errors] == ["bad-answer"] * 5
    assert "match, different, not-now" in errors[0]["advice"]


@pytest.mark.parametrize(
    ("ending", "code", "told"),
    [
        (changed(State.DECLINED, error=Declined(peer=PEER)), 3, "declined"),
        (changed(State.FAILED, error=ConnectionLost(peer=PEER)), 5, "connection-lost"),
        (changed(State.FAILED, error=ComparisonUnfinished(peer=PEER)), 4, "comparison-unfinished"),
        (changed(State.FAILED, error=PeerUnreachable(peer=PEER)), 5, "peer-unreachable"),
        (changed(State.FAILED, error=SourceChanged(path="a")), 6, "source-changed"),
        (changed(State.CANCELLED, error=Cancelled()), 3, "cancelled"),
        (changed(State.DECLINED), 3, "declined"),
    ],
)
def test_other_endings(tallystick: CommandLine, photo: Path, ending: Event, code: int, told: str) -> None:
    engine = ScriptedEngine({"send": [ending]})
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == code
    assert [(event["peer"], event["code"]) for event in tallystick.events()] == [(PEER, told)]


def test_partly_delivered_lists_what_was_not(tallystick: CommandLine, photo: Path) -> None:
    ending = changed(
        State.PARTLY,
        error=PartlyDelivered(failed=1, files=2),
        failures=(FileFailure("b/a\x1b", FAILED),),
        left_out=(FileFailure("link", SourceChanged(path="link")),),
    )
    engine = ScriptedEngine({"send": [ending]})
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 7
    (failed,) = tallystick.events()
    assert failed["failures"] == [{"path": "b/a\x1b", "code": "unsafe-name", "message": str(FAILED)}]
    assert [each["path"] for each in failed["left_out"]] == ["link"]
    assert "\x1b" not in tallystick.out

    assert tallystick.run(engine, "send", photo, "--to", PEER) == 7
    assert "1 of 2 files were not delivered." in tallystick.err
    assert "Not delivered: b/a\\x1b" in tallystick.err


def test_a_pause_is_told_once_and_its_end(tallystick: CommandLine, photo: Path) -> None:
    full = changed(State.MOVING, paused=DiskFullThere(peer=PEER))
    engine = comparison(changed(State.MOVING), full, full, changed(State.MOVING), changed(State.DELIVERED))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER, answers={"code": '{"answer": "match"}\n'}) == 0
    told = [event for event in tallystick.events() if event["event"] in {"paused", "resumed", "delivered"}]
    assert [event["event"] for event in told] == ["paused", "resumed", "delivered"]
    assert (told[0]["code"], told[0]["peer"]) == ("disk-full-there", PEER)


def test_a_human_reads_few_lines(tallystick: CommandLine, photo: Path) -> None:
    steps = [State.PREPARING, State.CONNECTING, State.ASKING, State.ASKING, State.MOVING, State.FINISHING]
    engine = ScriptedEngine({"send": [*map(changed, steps), changed(State.DELIVERED)]})
    assert tallystick.run(engine, "send", photo, "--to", PEER) == 0
    assert tallystick.out.splitlines() == [
        "Looking for “Kitchen PC”…",
        "Reading what is to be sent…",
        "Connecting to Kitchen PC…",
        "Waiting for Kitchen PC to accept…",
        "Delivered: 214 files, 3.2 GB, checked and saved on Kitchen PC.",
    ]
    assert tallystick.err == ""


@pytest.mark.parametrize("existing", [True, False])
def test_a_missing_path_is_told_before_anything_connects(
    tallystick: CommandLine, photo: Path, tmp_path: Path, existing: bool
) -> None:
    engine = ScriptedEngine({})
    paths = [photo, tmp_path / "missing"] if existing else [tmp_path / "missing"]
    assert tallystick.run(engine, "--json", "send", *paths, "--to", PEER) == 6
    assert engine.calls == []
    (error,) = tallystick.events()
    assert (error["event"], error["code"]) == ("error", "path-missing")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_path_is_told_before_anything_connects(tallystick: CommandLine, photo: Path) -> None:
    photo.chmod(0)
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 6
    assert engine.calls == []
    assert tallystick.events()[0]["code"] == "path-unreadable"


def test_links_are_left_to_the_engine(tallystick: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    engine = ScriptedEngine({"send": [changed(State.FAILED, error=NothingToSend())]})
    assert tallystick.run(engine, "--json", "send", tmp_path / "link", "--to", PEER) == 6
    assert tallystick.events()[0]["code"] == "nothing-to-send"


def test_a_port_that_is_taken(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine({})
    engine.start_error = PortInUse(port=5000)
    assert tallystick.run(engine, "--json", "--port", 5000, "send", photo, "--to", PEER) == 6
    assert engine.options["port"] == 5000
    assert tallystick.events()[0]["code"] == "port-in-use"


# --- whom a name means ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (PEER, DeviceId("id-1")),
        ("kitchen pc", DeviceId("id-1")),
        ("id-2", DeviceId("id-2")),
        ("Ke\u0301v", DeviceId("id-3")),
        ("twin", DeviceId("id-4")),
        ("TWIN", DeviceId("id-5")),
        ("192.0.2.9", Address("192.0.2.9", 47471)),
        ("fe80::1%eth0", Address("fe80::1%eth0", 47471)),
        ("kitchen.local:5000", Address("kitchen.local", 5000)),
    ],
)
def test_whom_a_name_means(tallystick: CommandLine, photo: Path, typed: str, found: object) -> None:
    names = [PEER, "Other", "KÉV", "twin", "TWIN"]
    devices = tuple(device(name, number) for number, name in enumerate(names, 1))
    engine = ScriptedEngine({"send": [changed(State.DELIVERED)]}, devices)
    assert tallystick.run(engine, "--json", "send", photo, "--to", typed) == 0
    assert engine.called("send") == [found]


def seeing(engine: ScriptedEngine, *sights: tuple[Device, ...]) -> None:
    """Has the list of devices change with every look, until the last."""
    left = list(sights)

    def devices() -> tuple[Device, ...]:
        return left.pop(0) if len(left) > 1 else left[0]

    engine.devices = devices  # type: ignore[method-assign]


def test_a_device_that_appears_in_time_is_found(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 30.0)  # it ends when the device is there
    late = device("Late")
    engine = ScriptedEngine({"start": [Trouble(NoNetwork()), DeviceChanged(late)], "pair": [VERIFIED]})
    seeing(engine, (), (), (late,))
    assert tallystick.run(engine, "--json", "pair", "Late", "--no-remember") == 0
    assert [event["event"] for event in tallystick.events()] == ["error", "verified"]


def test_a_second_of_that_name_may_follow_the_first(
    tallystick: CommandLine, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(target, "SETTLE", 1.0)
    first, second = device(PEER, 1), device(PEER, 2)
    engine = ScriptedEngine({"start": [DeviceChanged(first), DeviceChanged(second)]})
    seeing(engine, (), (first,), (first, second))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 5
    assert tallystick.events()[0]["code"] == "peer-ambiguous"


def test_nobody_of_that_name(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine({}, (device("Attic"), device("\x1b[2JCellar", 2)))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 5
    (error,) = tallystick.events()
    assert (error["event"], error["code"], error["peer"]) == ("error", "peer-not-found", PEER)
    assert error["seen"] == ["Attic", "\x1b[2JCellar"]
    assert engine.called("send") == []

    assert tallystick.run(engine, "send", photo, "--to", PEER) == 5
    assert "Seen here: “Attic”, “\\x1b[2JCellar”." in tallystick.err


def test_the_own_computer_is_not_among_those_seen(
    tallystick: CommandLine, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "instances", lambda _profile: frozenset({"id-1"}))
    engine = ScriptedEngine({}, (device("Ada's laptop", 1), device("Attic", 2)))
    assert tallystick.run(engine, "--json", "send", photo, "--to", "Nobody") == 5
    assert tallystick.events("error")[0]["seen"] == ["Attic"]


def test_two_of_one_name_are_told_apart_by_address(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine({}, (device(PEER, 1), device(PEER, 2)))
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 5
    (error,) = tallystick.events()
    assert error["code"] == "peer-ambiguous"
    assert "192.0.2.1:47471, 192.0.2.2:47471" in error["message"]


def test_an_invitation_that_is_missing_is_told_as_a_file_that_is(
    tallystick: CommandLine, photo: Path, tmp_path: Path
) -> None:
    told = []
    missing = tmp_path / "missing"
    for typed in ((missing, "--to", PEER), (photo, "--invitation", missing)):
        assert tallystick.run(ScriptedEngine({}), "send", *typed) == 6
        told.append(tallystick.err)
    assert told[0] == told[1] == f"“{missing}” does not exist.\n  Check the spelling and try again.\n"


def test_an_address_that_is_none(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "send", photo, "--to", "kitchen:port") == 2
    assert engine.calls == []
    assert tallystick.events()[0]["code"] == "bad-address"


# --- the end comes from outside -----------------------------------------------------------------


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_cancels_and_tells_the_peer(
    tallystick: CommandLine, photo: Path, number: signal.Signals, code: int
) -> None:
    engine = ScriptedEngine({"send": [changed(State.MOVING)], "cancel": [changed(State.CANCELLED, error=Cancelled())]})
    progress = engine.progress

    def interrupted(transfer: object) -> object:
        if engine.progress_asked == 1:
            signal.raise_signal(number)
        return progress(transfer)  # type: ignore[arg-type]

    engine.progress = interrupted  # type: ignore[method-assign,assignment]
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == code
    assert [name for name, _ in engine.calls] == ["start", "send", "cancel", "shutdown"]
    assert 1 <= len(tallystick.events("progress")) <= 3
    assert [each["code"] for each in tallystick.events() if "code" in each] == ["cancelled"]


def test_who_stops_it_is_told_that_it_was_given_up(tallystick: CommandLine, photo: Path) -> None:
    engine = ScriptedEngine({"send": [changed(State.MOVING)], "cancel": [changed(State.CANCELLED, error=Cancelled())]})
    progress = engine.progress

    def interrupted(transfer: TransferId) -> Progress:
        if engine.progress_asked == 1:
            signal.raise_signal(signal.SIGINT)
        return progress(transfer)

    engine.progress = interrupted  # type: ignore[method-assign,assignment]
    assert tallystick.run(engine, "send", photo, "--to", PEER) == 130
    assert tallystick.err == "The transfer was cancelled.\n  Files that were delivered before stay.\nStopped.\n"


# --- pair -----------------------------------------------------------------------------------------


def test_pairing_ends_when_it_is_verified(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"pair": [CODE], ("answer_code", Answer.MATCH): [VERIFIED]})
    assert tallystick.run(engine, "--json", "pair", PEER, "--no-remember", answers={"code": '"match"\n'}) == 0
    assert [event["event"] for event in tallystick.events()] == ["code", "verified"]
    assert engine.options["can_show_codes"] is False
    assert engine.options["offers"] is False


@pytest.mark.parametrize(
    ("ending", "code", "kind"),
    [
        (over(CodeMismatch(peer=PEER)), 4, "failed"),
        (over(PeerBusy(peer=PEER)), 4, "failed"),
        (Trouble(PeerUnreachable(peer=PEER)), 5, "error"),
    ],
)
def test_pairing_that_fails(tallystick: CommandLine, ending: Event, code: int, kind: str) -> None:
    engine = ScriptedEngine({"pair": [Trouble(DiscoveryBlocked(reason="x")), CODE, ending]})
    assert tallystick.run(engine, "--json", "pair", PEER) == code
    assert [event["event"] for event in tallystick.events()] == ["error", "code", kind]


def to_several(*ends: TransferChanged) -> ScriptedEngine:
    """Two computers; what becomes of either is told when both were called."""
    devices = device("Kitchen PC", 1), device("Attic PC", 2)
    return ScriptedEngine({("send", DeviceId("id-2")): list(ends)}, devices)


def end(number: int, state: State, **changes: Any) -> TransferChanged:
    peer = ("Kitchen PC", "Attic PC")[number - 1]
    return TransferChanged(
        replace(transfer(state, session=SessionId(number), **changes), id=TransferId(number), peer=peer)
    )


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ((State.DELIVERED, {}), (State.DELIVERED, {}), 0),
        ((State.DELIVERED, {}), (State.DECLINED, {"error": Declined(peer="Attic PC")}), 3),
        ((State.FAILED, {"error": ConnectionLost(peer="Kitchen PC")}), (State.DELIVERED, {}), 5),
        ((State.FAILED, {"error": ConnectionLost()}), (State.DECLINED, {"error": Declined()}), 5),
    ],
)
def test_to_several_at_once_the_first_that_failed_is_the_exit_code(
    tallystick: CommandLine, photo: Path, first: tuple[State, Any], second: tuple[State, Any], code: int
) -> None:
    engine = to_several(end(2, second[0], **second[1]), end(1, State.MOVING), end(1, first[0], **first[1]))
    assert tallystick.run(engine, "--json", "send", photo, "--to", "Kitchen PC", "--to", "Attic PC") == code
    assert engine.called("send") == [DeviceId("id-1"), DeviceId("id-2")]
    told = [event for event in tallystick.events() if event["event"] in {"delivered", "failed"}]
    assert [event["peer"] for event in told] == ["Attic PC", "Kitchen PC"]


def test_where_one_of_several_is_not_there_nothing_is_sent(tallystick: CommandLine, photo: Path) -> None:
    engine = to_several()
    assert tallystick.run(engine, "send", photo, "--to", "Kitchen PC", "--to", "Cellar PC") == 5
    assert engine.called("send") == []


def test_who_is_expected_can_be_said_of_one_only(tallystick: CommandLine, photo: Path) -> None:
    with pytest.raises(SystemExit) as left:
        tallystick.run(to_several(), "send", photo, "--to", "192.0.2.1", "--to", "192.0.2.2", "--expect", PEER)
    assert left.value.code == 2

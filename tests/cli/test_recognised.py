"""Which remembered device an address or a name means, and who gets something then; against a scripted engine."""

import threading
from pathlib import Path

import pytest

from desktop_app.cli import target
from desktop_app.errors import Cancelled, ConnectionLost, NotProven
from desktop_app.events import Device, DeviceChanged, DeviceId, Event, Recognised, RememberedDevice, State, Unproven
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine, changed, device, remembered
from tests.cli.test_remembered import ADDRESS, BY_RECORD, KNOWN, SESSION, kinds
from tests.cli.test_send import seeing

RECOGNISED = Recognised(SESSION, PEER, ADDRESS, KNOWN.compared_at)


@pytest.fixture(autouse=True)
def _no_long_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(target, "WAIT", 0.3)
    monkeypatch.setattr(target, "SETTLE", 0.01)
    monkeypatch.setattr(target, "SETTLE_STRANGER", 0.02)


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


# --- who is expected: the engine sees to it that nobody else will do ---------------------------------------


@pytest.mark.parametrize("typed", [PEER, "kitchen pc", KNOWN.id])
def test_the_expected_one_is_sent_to_without_a_question(tallystick: CommandLine, photo: Path, typed: str) -> None:
    engine = ScriptedEngine({"send": [BY_RECORD, changed(State.DELIVERED)]}, remembered=(KNOWN, remembered("Attic", 2)))
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, "--expect", typed, closed=True) == 0
    assert engine.expected == KNOWN.id
    assert kinds(tallystick) == ["verified", "delivered"]


def test_whoever_is_called_by_a_remembered_name_has_to_be_it(tallystick: CommandLine, photo: Path) -> None:
    """Though nothing on the network says that it is."""
    engine = ScriptedEngine(
        {"send": [BY_RECORD, changed(State.DELIVERED)]}, devices=(device(PEER),), remembered=(KNOWN,)
    )
    assert tallystick.run(engine, "--json", "send", photo, "--to", "KITCHEN pc") == 0
    assert engine.expected == KNOWN.id


def test_nobody_is_expected_at_a_mere_address(tallystick: CommandLine, photo: Path) -> None:
    assert tallystick.run(recognising(), "--json", "send", photo, "--to", ADDRESS, closed=True) == 4
    engine = ScriptedEngine({"pair": [BY_RECORD]}, remembered=(KNOWN,))
    assert tallystick.run(engine, "--json", "pair", ADDRESS) == 0
    assert engine.expected is None


def test_another_one_than_expected_gets_nothing_and_nobody_is_asked(tallystick: CommandLine, photo: Path) -> None:
    error = NotProven(peer=PEER)
    unproven = Unproven(SESSION, PEER, ADDRESS, error)
    engine = ScriptedEngine(
        {"send": [unproven], "give_up": [changed(State.FAILED, error=error)], "pair": [unproven]}, remembered=(KNOWN,)
    )
    assert tallystick.run(engine, "--json", "send", photo, "--to", ADDRESS, "--expect", PEER) == 4
    assert engine.called("give_up") == [SESSION]
    assert [event["code"] for event in tallystick.events("failed")] == ["not-proven"]
    assert kinds(tallystick) == ["failed"]
    assert tallystick.run(engine, "--json", "pair", ADDRESS, "--expect", PEER) == 4
    assert kinds(tallystick) == ["error"]


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
    monkeypatch.setattr(target, "WAIT", 5.0)
    monkeypatch.setattr(target, "SETTLE_STRANGER", 0.5)
    namesake, own = seen(PEER, 2), seen(PEER, 1, KNOWN)
    engine = ScriptedEngine({"send": [changed(State.DELIVERED)]}, remembered=(KNOWN,))
    seeing(engine, (namesake,), (namesake, own))
    later = threading.Timer(0.1, lambda: engine._emit(DeviceChanged(own)))
    later.start()
    assert tallystick.run(engine, "--json", "send", photo, "--to", PEER) == 0
    later.join()
    assert engine.called("send") == [DeviceId("id-1")]


@pytest.mark.parametrize(
    ("found", "longer"), [(seen(PEER, 1), True), (seen(PEER, 1, KNOWN), False), (seen("Attic", 1), False)]
)
def test_how_long_another_may_still_come(found: Device, longer: bool) -> None:
    seconds = target._settling(found.name.upper(), [found], [KNOWN])
    assert seconds == (target.SETTLE_STRANGER if longer else target.SETTLE)

"""`doctor`, and what it asks of a device."""

import pytest

from desktop_app.cli import looking
from desktop_app.discovery.checks import findings, findings_there
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.scene import Own
from desktop_app.errors import (
    PeerUnreachable,
)
from desktop_app.events import (
    DeviceId,
    Method,
    SessionId,
    Trouble,
    Verified,
)
from desktop_app.storage import settings
from desktop_app.storage.settings import Settings, Visibility
from desktop_app.transport.address import Address
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine

THERE = findings_there.Unheard(peer=PEER)
VERIFIED = Verified(SessionId(1), PEER, Method.RECORD, 0.0)


def test_the_doctor_tells_its_findings(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    found: tuple[Finding, ...] = (
        findings.PortFree(port=5000),
        findings.UfwOn("ufw allow x", port=5000),
    )
    asked: list[tuple[int, Address | None]] = []

    def examine(own: Own, *, address: Address | None) -> tuple[Finding, ...]:
        asked.append((own.port, address))
        return found

    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", examine)
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "--port", 5000, "doctor", "[fe80::1%eth0]") == 8
    assert asked == [(5000, Address("fe80::1%eth0", 47471))]
    assert [event["code"] for event in tallystick.events("finding")] == ["port", "firewall-ufw"]
    assert tallystick.run(engine, "doctor") == 8
    assert tallystick.out.splitlines() == [
        "[ok] Port 5000 is free for Tallystick.",
        "[!!] The firewall ufw is on and may keep other computers from port 5000.",
        "     Let Tallystick in.",
        "     ufw allow x",
    ]
    assert asked[1:] == [(engine.settings.port, None)]
    found = found[:1]
    assert tallystick.run(engine, "doctor") == 0
    assert engine.calls == []


@pytest.mark.parametrize("visibility", Visibility)
def test_the_doctor_knows_that_nobody_may_see_this_computer(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, visibility: Visibility
) -> None:
    monkeypatch.setattr(settings, "load", lambda _profile: (Settings(visibility=visibility), None))
    asked: list[bool] = []

    def examine(own: Own, **_: object) -> tuple[Finding, ...]:
        asked.append(own.hidden)
        return ()

    monkeypatch.setattr("desktop_app.discovery.checks.examine.examine", examine)
    assert tallystick.run(ScriptedEngine({}), "doctor") == 0
    assert asked == [visibility is Visibility.NOBODY]


def test_the_doctor_asks_a_device_what_it_sees(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"pair": [VERIFIED]})
    engine.findings = (findings.PortFree(port=5000), THERE)
    assert tallystick.run(engine, "--json", "doctor", "192.0.2.8", "--with", PEER) == 8
    assert engine.called("pair") == [DeviceId("id-1")]
    assert engine.called("check") == [Address("192.0.2.8", 47471)]
    assert engine.called("remember") == []
    assert engine.options["offers"] is False
    here, there = tallystick.events("finding")
    assert (here["of"], there["of"], there["code"]) == ("", PEER, "there-unheard")
    assert set(there) == {"event", "code", "good", "sentence", "cure", "command", "of"}
    assert tallystick.run(engine, "doctor", "--with", PEER) == 8
    assert "[!!] “Kitchen PC” does not see this computer: " in tallystick.out


def test_what_a_window_hears_of_that_device_too_is_said_once(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = ScriptedEngine({"pair": [VERIFIED]})
    engine.findings = (THERE,)
    monkeypatch.setattr(looking._Peers, "findings", lambda *_: iter((findings_there.Unheard(peer=PEER),)))
    assert tallystick.run(engine, "--json", "doctor", "--with", PEER) == 8
    assert len(tallystick.events("finding")) == 1


def test_where_that_device_is_not_reached_the_findings_are_told_all_the_same(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({"pair": [Trouble(PeerUnreachable(peer=PEER))]})
    engine.findings = (THERE,)
    assert tallystick.run(engine, "--json", "doctor", "--with", "192.0.2.7") == 5
    assert [event["code"] for event in tallystick.events("error")] == ["peer-unreachable"]
    assert [event["code"] for event in tallystick.events("finding")] == ["there-unheard"]


def test_whom_the_doctor_asks_is_said_rightly_or_nothing_is_done(tallystick: CommandLine) -> None:
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "doctor", "--with", "192.0.2.7:nonsense") == 2
    assert engine.calls == []

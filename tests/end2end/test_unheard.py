"""Two programs on a network that lets nobody see anybody: what each sees is told to the other, and a remembered device
is found where it was met."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from tests.end2end.programs import Program, Tallystick, compared
from tests.support.namespaces import Lan

pytestmark = pytest.mark.network
ADA, KITCHEN = "ada", "kitchen"


@pytest.fixture
def deaf() -> Iterator[Lan]:
    """Two computers; the firewall of the second one keeps multicast out and lets none out."""
    with Lan(hosts=2) as lan:
        lan.hosts[1].filter("hook input", "udp dport 5353 drop")
        lan.hosts[1].filter("hook output", "udp dport 5353 drop")
        yield lan


def test_the_doctor_hears_of_the_firewall_there_and_files_go_where_the_device_was_met(
    tallystick: Tallystick, deaf: Lan, tmp_path: Path
) -> None:
    here, there = deaf.hosts
    into = tmp_path / "in"
    for name in (ADA, KITCHEN):
        settings.save(Profile(tmp_path / f"profile-{name}"), Settings(name=name))
    kitchen = tallystick(KITCHEN, "receive", "--into", into, "--accept", "remembered", host=there)
    kitchen.until("listening")
    seen = tallystick(ADA, "receive", "--into", tmp_path / "ada", host=here)  # by which ada's computer is announced
    seen.until("listening")
    pairing = tallystick(ADA, "pair", f"{there.address}", host=here)
    compared(pairing, kitchen)
    assert pairing.until("remembered")["name"] == KITCHEN
    kitchen.until("remembered")
    assert pairing.ends() == 0

    doctor = tallystick(ADA, "doctor", "--with", there.address, host=here)
    assert doctor.until("verified")["method"] == "record"
    assert doctor.ends() == 8
    found = {event["code"]: event for event in doctor.events if event["event"] == "finding" and event["of"]}
    assert {"there-unheard", "there-firewall-hearing", "there-firewall-speaking"} <= set(found)
    assert "sees: its firewall keeps out the multicast" in found["there-firewall-hearing"]["sentence"]
    assert found["there-firewall-hearing"]["command"] == "sudo tallystick doctor"
    assert not any(there.address in each["sentence"] for each in found.values())

    (note := tmp_path / "note.txt").write_text("hello")
    sending = tallystick(ADA, "send", note, "--to", KITCHEN, host=here)
    assert sending.until("verified")["method"] == "record"
    sending.until("delivered")
    assert sending.ends() == 0
    assert (into / "note.txt").read_text() == "hello"
    for program in (kitchen, seen):
        _stop(program)


def _stop(program: Program) -> None:
    program.process.terminate()
    program.ends()

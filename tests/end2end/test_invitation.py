"""An invitation from one program to another, on a network that lets nobody find anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.programs import Program, Tallystick
from tests.support.namespaces import Lan

pytestmark = pytest.mark.network


@pytest.fixture
def deaf() -> Iterator[Lan]:
    """Two computers, one with a VPN's address besides, whose network passes no multicast on."""
    with Lan(hosts=2) as lan:
        lan.hold_back("udp dport 5353 drop")
        yield lan


def _invite(tallystick: Tallystick, lan: Lan, into: Path, *more: object) -> tuple[Program, str]:
    into.mkdir()
    host = tallystick("host", "invite", "--into", into, *more, host=lan.hosts[0])
    invited = host.until("invited")
    assert invited["seconds"] == 600
    return host, invited["invitation"]


def test_files_arrive_by_what_was_pasted_and_a_second_time_nothing_does(
    tallystick: Tallystick, deaf: Lan, tmp_path: Path
) -> None:
    note, into = tmp_path / "note.txt", tmp_path / "in"
    note.write_text("hello")
    host, text = _invite(tallystick, deaf, into)
    guest = tallystick("guest", "send", note, "--invitation", "-", host=deaf.hosts[1])
    guest.write(text)
    verified = host.until("verified")
    assert (verified["method"], verified["compared_at"]) == ("invitation", None)
    host.until("offer")
    host.answer("accept")
    assert guest.until("delivered")["files"] == 1
    assert (guest.ends(), host.ends()) == (0, 0)
    assert (into / "note.txt").read_text() == "hello"
    for program in (guest, host):
        assert not [event for event in program.events if event["event"] in {"code", "remembered"}]


def test_it_can_come_in_a_file_and_only_one_gets_in(tallystick: Tallystick, deaf: Lan, tmp_path: Path) -> None:
    note, file = tmp_path / "note.txt", tmp_path / "invitation"
    note.write_text("hello")
    _, text = _invite(tallystick, deaf, tmp_path / "in", "--accept", "all")
    file.write_text(f"{text[:50]}\n{text[50:]}\n")
    guest = tallystick("guest", "pair", "--invitation", file, host=deaf.hosts[1])
    assert guest.until("verified")["method"] == "invitation"
    assert guest.ends() == 0
    thief = tallystick("thief", "send", note, "--invitation", file, host=deaf.hosts[1])
    assert thief.until("failed")["code"] == "invitation-refused"
    assert thief.ends() == 4
    assert not any((tmp_path / "in").iterdir())


def test_what_is_no_invitation_connects_to_nobody(tallystick: Tallystick, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("hello")
    guest = tallystick("guest", "send", note, "--invitation", "-")
    guest.write("tallystick-invitation:AQABAgME")
    assert guest.until("error")["code"] == "bad-invitation"
    assert guest.ends() == 2
    missing = tallystick("guest", "send", note, "--invitation", tmp_path / "missing")
    assert missing.until("error")["code"] == "path-missing"
    assert missing.ends() == 6

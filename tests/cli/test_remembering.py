"""`forget` and `rename`, on the store of a real profile, and what `devices` says of the remembered ones."""

import io
import time
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from desktop_app.cli import looking
from desktop_app.cli.commands import Forget
from desktop_app.cli.errors import StillRemembered
from desktop_app.cli.inbox import Inbox, InputReader, Line
from desktop_app.cli.remembering import forget
from desktop_app.cli.terminal_face import TerminalFace
from desktop_app.engine import door
from desktop_app.events import AlwaysAccept, SessionId
from desktop_app.protocol import pairing
from desktop_app.protocol.role import Role
from desktop_app.storage import settings
from desktop_app.storage.devices import DeviceStore, RememberedDevice
from desktop_app.storage.profile import Profile
from tests.cli.running import House, Open
from tests.cli.scripted_engine import PEER, CommandLine, ScriptedEngine, device, remembered, session_facts
from tests.cli.test_recognised import seen

NAMES = (PEER, "Mum's computer")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """Where the command line of the test looks, too."""
    profile = Profile(tmp_path / "profile")
    store = DeviceStore(profile, lambda error: pytest.fail(str(error)))
    for number, name in enumerate(NAMES):
        store.found(bytearray(bytes([number]) * pairing.SECRET), Role.INITIATOR, name)
    return profile


@pytest.fixture
def stored(profile: Profile) -> Callable[[], list[RememberedDevice]]:
    """By name, as they are on the disk now."""

    def look() -> list[RememberedDevice]:
        store = DeviceStore(profile, lambda error: pytest.fail(str(error)))
        store.refresh()
        return sorted(store.devices(), key=lambda each: each.name)

    return look


Stored = Callable[[], list[RememberedDevice]]


def names(stored: Stored) -> list[str]:
    return [each.name for each in stored()]


@pytest.mark.parametrize("typed", [PEER, "KITCHEN pc"])
def test_forgetting(tallystick: CommandLine, stored: Stored, typed: str) -> None:
    record = stored()[0].id
    engine = ScriptedEngine({})
    assert tallystick.run(engine, "--json", "forget", typed, "--yes") == 0
    assert names(stored) == ["Mum's computer"]
    (told,) = tallystick.events()
    assert (told["event"], told["name"], told["id"]) == ("forgotten", PEER, record)
    assert engine.calls == [], "the network need not know"


def test_renaming_what_another_process_forgets_meanwhile(
    tallystick: CommandLine, profile: Profile, stored: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = DeviceStore.rename

    def too_late(store: DeviceStore, device: str, name: str) -> None:
        DeviceStore(profile, lambda error: pytest.fail(str(error))).forget(device)
        rename(store, device, name)

    monkeypatch.setattr(DeviceStore, "rename", too_late)
    assert tallystick.run(ScriptedEngine({}), "rename", PEER, "Attic") == 4
    assert f"No remembered device is called “{PEER}”." in tallystick.err
    assert names(stored) == ["Mum's computer"]


def test_forgetting_by_number(tallystick: CommandLine, stored: Stored) -> None:
    assert tallystick.run(ScriptedEngine({}), "forget", stored()[1].id, "--yes") == 0
    assert names(stored) == [PEER]
    assert tallystick.out == "Forgotten: “Mum's computer”.\n"


@pytest.mark.parametrize(
    ("answer", "code"),
    [('"yes"\n', 0), ('{"answer": "yes", "question": 0}\n', 0), ('"no"\n', 3), ('"accept"\n"no"\n', 3)],
)
def test_a_program_is_asked_first(tallystick: CommandLine, stored: Stored, answer: str, code: int) -> None:
    assert tallystick.run(ScriptedEngine({}), "--json", "forget", PEER, answers={"forget": answer}) == code
    assert (PEER in names(stored)) is (code == 3)
    assert tallystick.events("forget")[0]["name"] == PEER


@pytest.mark.parametrize("options", [["--json"], []])
def test_where_nobody_can_answer_nothing_is_forgotten(
    tallystick: CommandLine, stored: Stored, options: list[str]
) -> None:
    assert tallystick.run(ScriptedEngine({}), *options, "forget", PEER, closed=True) == 3
    assert names(stored) == list(NAMES)
    assert "stays remembered" in tallystick.out + tallystick.err


@pytest.mark.parametrize("command", [["forget", "Attic", "--yes"], ["rename", "Attic", "Cellar"]])
def test_nobody_of_that_name_is_remembered(tallystick: CommandLine, stored: Stored, command: list[str]) -> None:
    assert tallystick.run(ScriptedEngine({}), "--json", *command) == 4
    assert [event["code"] for event in tallystick.events()] == ["not-remembered"]
    assert names(stored) == list(NAMES)


def test_renaming(tallystick: CommandLine, stored: Stored) -> None:
    assert tallystick.run(ScriptedEngine({}), "rename", PEER, "Küche") == 0
    assert names(stored) == ["Küche", "Mum's computer"]
    assert tallystick.out == "“Kitchen PC” is called “Küche” here now.\n"
    assert tallystick.run(ScriptedEngine({}), "--json", "rename", "küche", "MUM'S computer") == 0
    (told,) = tallystick.events()
    assert (told["event"], told["before"], told["name"]) == ("renamed", "Küche", "MUM'S computer (2)")
    assert told["name"] in names(stored), "as it is really called: names are unique"


@pytest.mark.parametrize("new", ["", " ", "\x1b", "\u202e"])
def test_a_name_that_is_none(tallystick: CommandLine, stored: Stored, new: str) -> None:
    assert tallystick.run(ScriptedEngine({}), "--json", "rename", PEER, new) == 2
    assert [event["code"] for event in tallystick.events()] == ["name-unusable"]
    assert names(stored) == list(NAMES)


def test_what_has_expired_is_not_remembered(tallystick: CommandLine, profile: Profile, stored: Stored) -> None:
    settings.save(profile, settings.Settings(remember_days=1))
    file = profile.devices
    used = stored()[0].used_at
    file.write_text(file.read_text().replace(str(used), str(used - 2 * 24 * 3600)))
    assert tallystick.run(ScriptedEngine({}), "--json", "rename", PEER, "Cellar") == 4


def test_a_store_that_cannot_be_used_is_told(tallystick: CommandLine, profile: Profile) -> None:
    profile.devices.write_text("{")
    assert tallystick.run(ScriptedEngine({}), "--json", "forget", PEER, "--yes") == 4
    assert [event["code"] for event in tallystick.events()] == ["devices-reset", "not-remembered"]


# --- devices ---------------------------------------------------------------------------------------------


def test_nearby_and_remembered_devices(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    here, there = remembered(), remembered("Mum's\x1b computer", 2)
    engine = ScriptedEngine({}, (seen("pc-7", 1, here), device("Stranger", 2)), (here, there))
    assert tallystick.run(engine, "devices") == 0
    assert tallystick.out.splitlines() == [
        "Kitchen PC  192.0.2.1  port 47471  probably the one verified 12 Oct 2001, calls itself “pc-7”",
        "Stranger  192.0.2.2  port 47471",
        "Remembered, not seen now:",
        "  Mum's\\x1b computer  verified 12 Oct 2001, remembered until 11 Jan 2002",
    ]
    assert tallystick.run(engine, "--json", "devices") == 0
    first, second = tallystick.events("device")
    assert (first["remembered"]["name"], first["remembered"]["id"]) == (PEER, here.id)
    assert (first["peer"], first["name"]) == (PEER, "pc-7"), "what --to takes, and what it calls itself"
    assert first["verified"] is False, "a hint proves nothing"
    assert second["remembered"] is None
    (away,) = tallystick.events("remembered")
    assert (away["name"], away["id"], away["expires"]) == (there.name, there.id, there.expires_at)


def test_a_device_that_calls_itself_as_it_is_remembered_has_one_name(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    assert tallystick.run(ScriptedEngine({}, (seen(PEER, 1, remembered()),)), "devices") == 0
    assert tallystick.out == "Kitchen PC  192.0.2.1  port 47471  probably the one verified 12 Oct 2001\n"


def test_nobody_near_but_somebody_remembered(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    assert tallystick.run(ScriptedEngine({}, (), (remembered(),)), "devices") == 0
    assert tallystick.out.splitlines()[0] == "No devices were seen. “tallystick doctor” looks for the cause."
    assert "Kitchen PC  verified" in tallystick.out


def test_a_device_with_a_session_is_verified_not_probable(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    proven = replace(seen(PEER, 1, remembered()), session=SessionId(1))
    assert tallystick.run(ScriptedEngine({}, (proven,)), "devices") == 0
    assert tallystick.out == "Kitchen PC  192.0.2.1  port 47471  verified\n"


def test_a_running_tallystick_of_this_profile_is_no_other_device(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "instances", lambda _profile: frozenset({"id-1"}))
    engine = ScriptedEngine({}, (device("Ada's laptop", 1), device(PEER, 2)))
    assert tallystick.run(engine, "--json", "devices") == 0
    assert [each["id"] for each in tallystick.events("device")] == ["id-2"]


class Eager:
    """Whoever types the answer as soon as the question is there."""

    def __init__(self, inbox: Inbox, answer: str) -> None:
        self._inbox, self._answer = inbox, answer

    def discard_typed(self) -> None:
        pass

    def start(self) -> None:
        self._inbox.put(Line(self._answer, time.monotonic()))


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_person_who_answers_at_once_is_heard(profile: Profile, stored: Stored, answer: str) -> None:
    inbox, said = Inbox(), io.StringIO()
    reader = cast(InputReader, Eager(inbox, answer))
    with nullcontext() if answer == "y" else pytest.raises(StillRemembered):
        forget(profile, TerminalFace(said, said), inbox, reader, Forget(PEER))
    assert (PEER in names(stored)) is (answer == "n")


@pytest.mark.parametrize("away", [False, True], ids=["seen", "not seen"])
def test_whom_a_running_tallystick_has_a_session_with_is_verified_and_not_away(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, opened: Open, away: bool
) -> None:
    """Also in its first session, after which alone it announces what it is recognised by."""
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    known = replace(remembered(), met_at=("192.0.2.1:47471",))
    facts = session_facts(address="192.0.2.1:40000", remembered=known.id, device=device().id)
    opened(House(facts))
    engine = ScriptedEngine({}, (device(),) if not away else (), (known,))
    assert tallystick.run(engine, "--json", "devices") == 0
    (told,) = tallystick.events()
    assert (told["verified"], told["remembered"]["id"], told["addresses"]) == (True, known.id, ["192.0.2.1"])
    assert told["port"] == 47471, "not the one that it called from"
    assert tallystick.run(engine, "devices") == 0
    assert tallystick.out == "Kitchen PC  192.0.2.1  port 47471  verified\n"


def test_a_session_that_is_over_or_came_from_elsewhere_verifies_nobody(
    tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch, opened: Open
) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.05)
    over = session_facts(address="192.0.2.1:40000", device=device().id, keys_destroyed_at=1.0)
    elsewhere = session_facts(id=SessionId(2), address="192.0.2.7:40000", device=device().id)
    opened(House(over, elsewhere))
    assert tallystick.run(ScriptedEngine({}, (device(),)), "--json", "devices") == 0
    assert {(event["addresses"][0], event["verified"]) for event in tallystick.events("device")} == {
        ("192.0.2.1", False),
        ("192.0.2.7", True),
    }


# --- what is accepted without asking ---------------------------------------------------------------------


def test_always_accepting_is_set_changed_shown_and_withdrawn(
    tallystick: CommandLine, stored: Stored, tmp_path: Path
) -> None:
    into = tmp_path / "from the kitchen"
    assert tallystick.run(ScriptedEngine({}), "always-accept", PEER, "--into", str(into)) == 0
    assert f"Made the folder {into}" in tallystick.out
    wanted = f"accepted without asking, up to 10.0 GB within 24 hours, into {into}"
    assert f"What “{PEER}” sends is {wanted}." in tallystick.out
    assert always(stored) == (into, 10**10)
    assert tallystick.run(ScriptedEngine({}), "always-accept", PEER, "--up-to", "1.5 TB") == 0
    assert always(stored) == (into, 1_500_000_000_000)
    assert tallystick.run(ScriptedEngine({}), "--json", "always-accept", PEER) == 0
    assert tallystick.events()[-1]["always"] == {"into": str(into), "up_to": 1_500_000_000_000}
    assert always(stored) == (into, 1_500_000_000_000), "a look changes nothing"
    assert tallystick.run(ScriptedEngine({}), "always-accept", PEER, "--ask") == 0
    assert always(stored) is None
    assert tallystick.run(ScriptedEngine({}), "--json", "always-accept", PEER) == 0
    assert tallystick.events()[-1]["always"] is None


def always(stored: Stored) -> tuple[Path, int] | None:
    kept = {each.name: each.always for each in stored()}
    assert kept["Mum's computer"] is None
    return None if (mine := kept[PEER]) is None else (mine.path, mine.most)


def test_a_limit_alone_accepts_nothing(tallystick: CommandLine, stored: Stored) -> None:
    assert tallystick.run(ScriptedEngine({}), "--json", "always-accept", PEER, "--up-to", "10GB") == 2
    assert tallystick.events()[-1]["code"] == "not-always-accepted"
    assert always(stored) is None


def test_a_folder_that_cannot_be_used_is_not_kept(tallystick: CommandLine, stored: Stored, tmp_path: Path) -> None:
    there = tmp_path / "a file"
    there.write_bytes(b"")
    assert tallystick.run(ScriptedEngine({}), "--json", "always-accept", PEER, "--into", str(there)) == 6
    assert always(stored) is None


def test_devices_shows_what_is_always_accepted(tallystick: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking, "LOOK_SECONDS", 0.0)
    known = replace(remembered(), always=AlwaysAccept(Path("/home/ada/Kitchen"), 10**9))
    engine = ScriptedEngine({}, devices=(replace(device(number=2), remembered=known),), remembered=(known,))
    assert tallystick.run(engine, "devices") == 0
    assert "accepted without asking, up to 1.0 GB within 24 hours, into /home/ada/Kitchen" in tallystick.out
    assert tallystick.run(engine, "--json", "devices") == 0
    assert tallystick.events("device")[0]["remembered"]["always"] == {"into": "/home/ada/Kitchen", "up_to": 10**9}
    away = ScriptedEngine({}, devices=(), remembered=(known,))
    assert tallystick.run(away, "devices") == 0
    assert ", accepted without asking, up to 1.0 GB within 24 hours, into /home/ada/Kitchen" in tallystick.out

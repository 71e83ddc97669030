"""Real `tallystick` processes that remember each other: without a code, after a copy, after forgetting."""

import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.engine import Answer
from desktop_app.events import State, Verified
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.transport.address import Address
from tests.end2end.programs import PATIENCE, Program, Tallystick, Terminal, compared
from tests.support.namespaces import Lan
from tests.support.node import StartNode

ADA, KITCHEN = "Ada's laptop", "Kitchen PC"
_SEEN = 3.0  # seconds until a running program has seen what another one changed; it looks every second


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text("Bring the tent.")
    return path


@pytest.fixture(autouse=True)
def _names(tmp_path: Path) -> None:
    """Of the computers whose profiles these are."""
    for profile, name in (("ada", ADA), ("terminal", ADA), ("kitchen", KITCHEN)):
        settings.save(Profile(tmp_path / f"profile-{profile}"), settings.Settings(name=name))


@pytest.fixture
def kitchen(tallystick: Tallystick, port: int, tmp_path: Path) -> Program:
    """It receives, and asks only about strangers."""
    program = tallystick("kitchen", "--port", port, "receive", "--into", tmp_path / "in", "--accept", "remembered")
    program.until("listening")
    return program


@pytest.fixture
def address(port: int) -> str:
    return f"127.0.0.1:{port}"


def remember(ada: Program, kitchen: Program) -> None:
    compared(ada, kitchen)
    assert (ada.until("remembered")["name"], kitchen.until("remembered")["name"]) == (KITCHEN, ADA)
    assert ada.ends() == 0


def told(program: Program, code: int = 0) -> list[dict[str, Any]]:
    """All that it says until it ends."""
    assert program.ends() == code
    return program.events


def kinds(program: Program) -> list[str]:
    return [event["event"] for event in program.events if event["event"] != "progress"]


def test_after_one_comparison_no_code_is_needed(
    tallystick: Tallystick, kitchen: Program, address: str, note: Path, tmp_path: Path
) -> None:
    remember(tallystick("ada", "pair", address), kitchen)

    asked = tallystick("ada", "send", note, "--to", address)
    assert asked.until("recognised")["peer"] == KITCHEN
    asked.answer("yes")
    assert asked.ends() == 0
    assert kinds(asked) == ["verified", "recognised", "delivered"]
    assert (asked.events[0]["method"], asked.events[0]["peer"]) == ("record", KITCHEN)

    expected = tallystick("ada", "send", note, "--to", address, "--expect", KITCHEN)
    assert expected.ends() == 0
    assert kinds(expected) == ["verified", "delivered"]

    kitchen.process.send_signal(signal.SIGINT)
    assert kitchen.ends() == 130
    assert kinds(kitchen) == [
        *("listening", "code", "verified", "remembered"),
        *("verified", "delivered"),
        *("verified", "delivered"),
    ]
    assert sorted(path.name for path in (tmp_path / "in").iterdir()) == ["note (2).txt", "note.txt"]


def test_receiving_once_leaves_the_other_person_the_time_to_say_it(
    start_node: StartNode, tallystick: Tallystick, port: int, note: Path, tmp_path: Path
) -> None:
    """As where a window sends: its page with *Remember this device* may be open longer than the transfer lasts."""
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", tmp_path / "in", "--accept", "all", "--once")
    kitchen.until("listening")
    ada = start_node(ADA)
    number = ada.engine.send([note], Address("127.0.0.1", port))
    ada.answer(Answer.MATCH)
    kitchen.until("code")
    kitchen.answer("match")
    session = ada.wait_for(Verified).session
    assert ada.finished(number).state is State.DELIVERED
    kitchen.until("awaits_remembering")
    ada.engine.remember(session)
    assert (kitchen.until("remembered")["name"], kitchen.ends()) == (ADA, 0)
    assert [device.name for device in ada.engine.remembered()] == [KITCHEN]


def test_at_a_terminal_enter_is_enough_of_waiting(
    tallystick: Tallystick, terminal: Callable[..., Terminal], port: int, address: str, tmp_path: Path
) -> None:
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", tmp_path / "in", "--no-remember")
    kitchen.until("listening")
    ada = terminal("pair", address)
    kitchen.until("code")
    kitchen.answer("match")
    ada.until("[m] they match")
    ada.lets_answer()
    ada.type("m\n")
    ada.until("[Enter] go on without that\n")
    ada.lets_answer()
    ada.type("\n")
    ada.until(f"“{KITCHEN}” is verified, but not remembered.")
    assert ada.process.wait(PATIENCE) == 4


def test_a_stranger_is_asked_about_and_one_that_forgot_gets_nothing(
    tallystick: Tallystick, kitchen: Program, address: str, note: Path
) -> None:
    remember(tallystick("ada", "pair", address), kitchen)
    stranger = tallystick("stranger", "send", note, "--to", address, "--no-remember")
    compared(stranger, kitchen)
    kitchen.until("offer")
    kitchen.answer("accept")
    assert stranger.ends() == 0
    assert kinds(stranger) == ["code", "verified", "delivered"]

    told(tallystick("ada", "rename", KITCHEN, "Attic"))
    told(tallystick("kitchen", "forget", ADA, "--yes"))
    unproven = tallystick("ada", "send", note, "--to", address, "--expect", "attic")
    assert told(unproven, 4)[-1]["code"] == "not-proven"
    assert "code" not in kinds(unproven)


def test_a_copy_of_a_profile_is_noticed(tallystick: Tallystick, kitchen: Program, address: str, tmp_path: Path) -> None:
    remember(tallystick("ada", "pair", address), kitchen)
    shutil.copytree(tmp_path / "profile-ada", tmp_path / "profile-copy")
    assert told(tallystick("ada", "pair", address))[0]["method"] == "record"
    kitchen.until("verified")

    copy = tallystick("copy", "pair", address)
    here, there = copy.until("code"), kitchen.until("code")
    assert (here["doubted"], there["doubted"]) == (KITCHEN, ADA)
    copy.answer("different")
    assert copy.ends() == 4
    kitchen.until("failed")
    assert told(tallystick("ada", "pair", address))[0]["method"] == "record", "the owner is not locked out"


def test_forgetting_ends_the_session_and_the_trust(
    tallystick: Tallystick, port: int, address: str, note: Path, tmp_path: Path
) -> None:
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", tmp_path / "in")
    kitchen.until("listening")
    remember(tallystick("ada", "pair", address), kitchen)
    waiting = tallystick("ada", "send", note, "--to", address, "--expect", KITCHEN)
    kitchen.until("offer")
    assert told(tallystick("kitchen", "forget", ADA, "--yes"))[0]["name"] == ADA
    assert waiting.ends() == 5
    assert not any(event["event"] == "delivered" for event in waiting.events)
    kitchen.until("failed")

    again = tallystick("ada", "pair", address)
    here, there = again.until("code"), kitchen.until("code")
    assert (here["doubted"], there["doubted"]) == (KITCHEN, None)
    assert told(tallystick("kitchen", "forget", ADA, "--yes"), 4)[0]["code"] == "not-remembered"


def test_the_sessions_of_running_programs(
    tallystick: Tallystick, port: int, address: str, note: Path, tmp_path: Path
) -> None:
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", tmp_path / "in")
    kitchen.until("listening")
    assert told(tallystick("kitchen", "sessions")) == []
    ada = tallystick("ada", "send", note, "--to", address)
    compared(ada, kitchen)
    kitchen.until("offer")

    (there,) = told(tallystick("kitchen", "sessions"))
    (here,) = told(tallystick("ada", "sessions"))
    assert (there["process"], here["process"]) == (kitchen.process.pid, ada.process.pid)
    assert (there["peer"], here["peer"]) == (ADA, KITCHEN)
    for session in (here, there):
        assert (session["state"], session["method"], session["epoch"]) == ("open", "code", 1)
        assert session["agreement"] == "X25519 + ML-KEM-768"
        assert session["cipher"] == here["cipher"]
        assert session["bytes_sealed"] > 0
    assert (here["initiator"], there["initiator"]) == (True, False)

    (ended,) = told(tallystick("kitchen", "sessions", "--end", there["session"]))
    assert ended["state"] == "over"
    assert ended["keys_destroyed_at"] >= ended["verified_at"]
    assert ada.ends() == 5
    assert [each["state"] for each in told(tallystick("kitchen", "sessions"))] == ["over"]

    kitchen.process.kill()
    kitchen.process.wait(PATIENCE)
    assert told(tallystick("kitchen", "sessions")) == []


# --- by name, on a network of their own --------------------------------------------------------------


@pytest.mark.network
def test_a_remembered_device_is_called_by_its_name_and_has_to_prove_itself(
    tallystick: Tallystick, note: Path, tmp_path: Path
) -> None:
    with Lan(hosts=2) as lan:
        there, here = lan.hosts
        kitchen = tallystick("kitchen", "receive", "--into", tmp_path / "in", "--accept", "remembered", host=there)
        kitchen.until("listening")
        remember(tallystick("ada", "pair", KITCHEN, host=here), kitchen)
        shutil.copytree(tmp_path / "profile-ada", tmp_path / "profile-copy")
        assert told(tallystick("ada", "rename", KITCHEN, "Küche"))[0]["name"] == "Küche"

        sent = tallystick("ada", "send", note, "--to", "küche", host=here)
        assert sent.ends() == 0
        assert kinds(sent) == ["verified", "delivered"], "called by its name, it proved itself; nobody is asked"
        assert (tmp_path / "in" / "note.txt").read_text() == "Bring the tent."

        copy = tallystick("copy", "send", note, "--to", KITCHEN, host=here)
        assert copy.until("unproven")["peer"] == KITCHEN
        copy.answer("compare")
        code = copy.until("code")
        assert code["doubted"] == KITCHEN
        assert kitchen.until("code")["digits"] == code["digits"]
        copy.answer("different")
        assert copy.ends() == 4

        listed = [event for event in told(tallystick("ada", "devices", host=here)) if event["event"] == "device"]
        assert [(each["name"], each["remembered"]["name"], each["verified"]) for each in listed] == [
            (KITCHEN, "Küche", False)
        ]
        kitchen.process.send_signal(signal.SIGINT)
        assert kitchen.ends() == 130
        away = told(tallystick("ada", "devices", host=here))
        assert [(event["event"], event["name"]) for event in away] == [("remembered", "Küche")]


# --- a person at a terminal -------------------------------------------------------------------------


def type_later(terminal: Terminal, question: str, keys: str, answer: str) -> None:
    """Once the question takes answers: what is typed earlier is none, and may be typed again."""
    terminal.until(question)
    until = time.monotonic() + PATIENCE
    while answer not in terminal.text:
        assert time.monotonic() < until, terminal.text
        terminal.type(keys)
        terminal.read(0.4)


def test_a_person_says_who_is_meant_and_forgets(
    terminal: Callable[..., Terminal], tallystick: Tallystick, kitchen: Program, address: str, note: Path
) -> None:
    remember(tallystick("terminal", "pair", address), kitchen)
    sending = terminal("send", note, "--to", address)
    type_later(sending, "Send to it?  [y] yes  [n] no\n", "y\n", "Delivered: 1 file")
    assert "Verified: this is Kitchen PC, remembered since " in sending.text
    assert sending.process.wait(PATIENCE) == 0

    forgetting = terminal("forget", KITCHEN)
    type_later(forgetting, "[y] yes  [n] no\n", "y\n", "Forgotten: “Kitchen PC”.")
    assert forgetting.process.wait(PATIENCE) == 0


@pytest.mark.network
def test_only_who_remembers_it_sees_a_computer_that_strangers_may_not(tallystick: Tallystick, tmp_path: Path) -> None:
    """Its name is not on the air; who knows it recognises it by hints, and a name leads there all the same."""
    with Lan(hosts=3) as lan:
        there, here, elsewhere = lan.hosts
        receive = ("receive", "--into", tmp_path / "in", "--accept", "remembered")
        kitchen = tallystick("kitchen", *receive, host=there)
        kitchen.until("listening")
        remember(tallystick("ada", "pair", f"{there.address}:47471", host=here), kitchen)
        kitchen.process.send_signal(signal.SIGINT)
        assert kitchen.ends() == 130

        hidden = settings.Settings(name=KITCHEN, visibility=settings.Visibility.REMEMBERED)
        settings.save(Profile(tmp_path / "profile-kitchen"), hidden)
        tallystick("kitchen", *receive, host=there).until("listening")

        seen = told(tallystick("ada", "devices", host=here))
        (device,) = (event for event in seen if event["event"] == "device")
        assert (device["name"], device["verified"]) == ("", False)
        assert device["remembered"]["name"] == KITCHEN
        assert not [event for event in told(tallystick("stranger", "devices", host=elsewhere)) if "name" in event]

        (tmp_path / "note.txt").write_text("Bring the tent.")
        sent = tallystick("ada", "send", tmp_path / "note.txt", "--to", KITCHEN, host=here)
        assert sent.ends() == 0
        assert kinds(sent) == ["verified", "delivered"]


# --- what was interrupted goes on wherever the device comes back -----------------------------------------


class Interrupted:
    """A film that was on its way from `here` to a remembered device on `there` when both programs were killed."""

    def __init__(self, tallystick: Tallystick, lan: Lan, tmp_path: Path) -> None:
        self.there, self.here = lan.hosts
        self._start, self._into = tallystick, tmp_path / "in"
        kitchen = self.kitchen(47471)
        remember(tallystick("ada", "pair", f"{self.there.address}:47471", host=self.here), kitchen)
        self.film = tmp_path / "film.bin"
        with self.film.open("wb") as file:
            file.truncate(1 << 30)
        ada = tallystick(
            "ada", "send", self.film, "--to", f"{self.there.address}:47471", "--expect", KITCHEN, host=self.here
        )
        while kitchen.until("progress")["bytes"] == 0:
            pass
        for program in (ada, kitchen):
            program.process.kill()
            program.process.wait(PATIENCE)

    def kitchen(self, port: int) -> Program:
        receive = ("receive", "--into", self._into, "--accept", "remembered")
        program = self._start("kitchen", "--port", port, *receive, host=self.there)
        program.until("listening")
        return program

    def resume(self) -> Program:
        return self._start("ada", "resume", host=self.here)

    def arrived(self) -> bool:
        return [path.stat().st_size for path in self._into.glob("film*")] == [self.film.stat().st_size]


@pytest.mark.network
def test_resume_finds_a_remembered_device_that_listens_on_another_port(tallystick: Tallystick, tmp_path: Path) -> None:
    with Lan(hosts=2) as lan:
        film = Interrupted(tallystick, lan, tmp_path)
        film.kitchen(47999)
        going = film.resume()
        assert going.ends() == 0
        assert [kind for kind in kinds(going) if kind in {"code", "failed", "delivered"}] == ["delivered"]
        assert film.arrived()


@pytest.mark.network
def test_resume_waits_for_a_remembered_device_also_when_it_goes_away_again(
    tallystick: Tallystick, tmp_path: Path
) -> None:
    with Lan(hosts=2) as lan:
        film = Interrupted(tallystick, lan, tmp_path)
        stopped = film.resume()
        assert stopped.until("paused", "failed")["code"] == "waits-for-peer"
        stopped.process.send_signal(signal.SIGINT)
        assert stopped.ends() == 130

        going = film.resume()
        assert going.until("paused", "failed")["code"] == "waits-for-peer"
        kitchen = film.kitchen(47999)
        going.until("resumed")
        kitchen.until("progress")
        kitchen.process.kill()
        assert going.until("paused", "failed", "delivered")["code"] == "waits-for-peer"
        film.kitchen(48111)
        assert going.ends() == 0
        assert film.arrived()


@pytest.mark.network
def test_two_that_only_resume_meet(tallystick: Tallystick, tmp_path: Path) -> None:
    """Each knows that something waits, and neither that the other one has come first."""
    with Lan(hosts=2) as lan:
        film = Interrupted(tallystick, lan, tmp_path)
        kitchen = tallystick("kitchen", "resume", host=film.there)
        assert kitchen.until("paused", "failed")["code"] == "waits-for-peer"
        going = film.resume()
        assert (going.ends(), kitchen.ends()) == (0, 0)
        assert film.arrived()


@pytest.mark.network
def test_devices_lists_whom_there_is_a_first_session_with_once_and_as_verified(
    tallystick: Tallystick, note: Path, tmp_path: Path
) -> None:
    with Lan(hosts=2) as lan:
        here, there = lan.hosts
        kitchen = tallystick("kitchen", "receive", "--into", tmp_path / "in", host=there)
        kitchen.until("listening")
        ada = tallystick("ada", "send", note, "--to", f"{there.address}:47471", host=here)
        compared(ada, kitchen)
        ada.until("remembered")
        kitchen.until("offer")  # which nobody answers, so that the session goes on
        listed = told(tallystick("ada", "devices", host=here))
        assert [(event["event"], event["name"], event["verified"]) for event in listed] == [("device", KITCHEN, True)]


def test_always_accepting_is_set_beside_a_program_that_runs(
    tallystick: Tallystick, port: int, address: str, note: Path, tmp_path: Path
) -> None:
    into = tmp_path / "in"
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", into)
    kitchen.until("listening")
    remember(tallystick("ada", "pair", address), kitchen)

    def send(path: Path) -> Program:
        return tallystick("ada", "send", path, "--to", address, "--expect", KITCHEN)

    def always(*options: object) -> Any:
        return told(tallystick("kitchen", "always-accept", ADA, *options))[-1]["always"]

    assert always("--into", tmp_path / "elsewhere", "--up-to", "1MB")["up_to"] == 1_000_000
    time.sleep(_SEEN)
    asked = note.with_name("film")
    asked.write_bytes(bytes(2_000_000))
    for path, unasked in ((note, True), (asked, False)):
        sending = send(path)
        if not unasked:
            assert kitchen.until("offer")["because"]["code"] == "asked-for-size"
            kitchen.answer("accept")
        assert kitchen.until("delivered")["unasked"] is unasked
        assert sending.ends() == 0
    assert "offer" not in kinds(kitchen)[: kinds(kitchen).index("accepted")]
    assert sorted(path.name for path in into.iterdir()) == ["film", "note.txt"], "who says where, has it there"

    assert always("--ask") is None
    time.sleep(_SEEN)
    sending = send(note)
    assert kitchen.until("offer")["because"] is None
    kitchen.answer("decline")
    assert sending.ends() == 3
    history = told(tallystick("kitchen", "history"))
    assert [each["unasked"] for each in history] == [True, False, False]

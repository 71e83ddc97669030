"""Two real `tallystick` processes on loopback, spoken to as a program or a person would."""

import contextlib
import os
import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from desktop_app.storage.settings import Settings
from tests.end2end.programs import PATIENCE, Program, Tallystick, Terminal, compared
from tests.support.namespaces import Lan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Nested folders, an empty one, an empty file, a big one, and names that are not ASCII."""
    root = tmp_path / "holiday 2026"
    for name in ("deep/er/down", "nothing here", "Küche"):
        (root / name).mkdir(parents=True)
    (root / "deep/er/down/text.txt").write_text("hello")
    (root / "empty").touch()
    (root / "Küche/厨房.bin").write_bytes(os.urandom(3 * 2**20 + 7))
    for number in range(50):
        (root / "deep" / f"{number}.dat").write_bytes(os.urandom(number * 17))
    return root


def tree(root: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(root)): path.read_bytes() if path.is_file() else None for path in root.rglob("*")}


def receiver(tallystick: Tallystick, port: int, into: Path, *options: str) -> Program:
    program = tallystick("receiver", "--port", port, "receive", "--into", into, *options)
    assert program.until("listening")["port"] == port
    return program


def test_a_folder_arrives_with_every_byte(tallystick: Tallystick, port: int, folder: Path, tmp_path: Path) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once")
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    offer = there.until("offer")
    assert (offer["names"], offer["files"], offer["into"]) == (["holiday 2026"], 53, str(tmp_path / "in"))
    assert offer["items"] == [{"kind": "folder", "files": 53, "size": offer["total"]}]
    there.answer("accept")
    delivered, received = here.until("delivered"), there.until("delivered")
    assert (here.ends(), there.ends()) == (0, 0)
    assert delivered["bytes"] == received["bytes"] == sum(len(data or b"") for data in tree(folder).values())
    assert received["saved"] == [str(tmp_path / "in" / "holiday 2026")]
    assert tree(tmp_path / "in" / "holiday 2026") == tree(folder)
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["holiday 2026"]


def test_names_that_are_there_stay_and_the_next_one_comes_too(
    tallystick: Tallystick, port: int, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text("mine")
    (tmp_path / "note.txt").write_text("theirs")
    there = receiver(tallystick, port, tmp_path / "in", "--accept", "all")
    for number in (2, 3):
        here = tallystick(f"sender-{number}", "send", tmp_path / "note.txt", "--to", f"127.0.0.1:{port}")
        compared(here, there)
        assert there.until("delivered")["saved"] == [str(tmp_path / "in" / f"note ({number}).txt")]
        assert here.ends() == 0
    assert (tmp_path / "in" / "note.txt").read_text() == "mine"
    there.process.send_signal(signal.SIGINT)
    assert there.ends() == 130
    assert not [event for event in there.events if event["event"] == "offer"]


@pytest.mark.parametrize("who", ["sender", "receiver"])
def test_a_code_that_differs(tallystick: Tallystick, port: int, folder: Path, tmp_path: Path, who: str) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once")
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    here.until("code")
    there.until("code")
    (here if who == "sender" else there).answer("different")
    assert (here.until("failed")["code"], there.until("failed")["dismiss"]) == ("code-differed", True)
    assert (here.ends(), there.ends()) == (4, 4)
    assert list((tmp_path / "in").iterdir()) == []


def test_after_a_failure_nobody_compares_until_it_was_seen(
    tallystick: Tallystick, port: int, folder: Path, tmp_path: Path
) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--accept", "all")
    first = tallystick("first", "send", folder, "--to", f"127.0.0.1:{port}")
    there.until("code")
    there.answer("different")
    assert first.ends() == 4

    refused = tallystick("second", "send", folder, "--to", f"127.0.0.1:{port}")
    assert refused.until("failed")["code"] == "peer-busy"
    assert refused.ends() == 4

    there.until("failed")
    there.answer("dismiss")
    there.write('"nonsense"')
    assert there.until("error")["code"] == "bad-answer", "so the line before it was taken"
    here = tallystick("third", "send", folder, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    there.until("delivered")
    assert here.ends() == 0


def test_not_now_is_no_failure(tallystick: Tallystick, port: int, folder: Path, tmp_path: Path) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    first = tallystick("first", "send", folder, "--to", f"127.0.0.1:{port}")
    there.until("code")
    there.answer("not-now")
    assert first.ends() == 4
    assert there.until("failed")["dismiss"] is False
    second = tallystick("second", "send", folder, "--to", f"127.0.0.1:{port}")
    compared(second, there)
    assert (second.ends(), there.ends()) == (0, 0)


def test_declining(tallystick: Tallystick, port: int, folder: Path, tmp_path: Path) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once")
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    there.until("offer")
    there.answer("decline")
    assert here.until("failed")["code"] == "declined"
    assert (here.ends(), there.ends()) == (3, 3)
    assert list((tmp_path / "in").iterdir()) == []


def test_nobody_there(tallystick: Tallystick, port: int, folder: Path) -> None:
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    assert here.ends() == 5
    assert here.events[-1]["code"] == "peer-refused"


def test_a_port_that_is_taken(tallystick: Tallystick, port: int, tmp_path: Path) -> None:
    with socket.create_server(("", port)):
        there = tallystick("receiver", "--port", port, "receive", "--into", tmp_path / "in")
        assert there.ends() == 6
    assert [event["code"] for event in there.events] == ["port-in-use"]


def test_case_015_garbage_on_the_port_disturbs_nobody(
    tallystick: Tallystick, port: int, folder: Path, tmp_path: Path
) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    for garbage in (b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 2000, bytes(4), b"SSH-2.0-x\r\n", b""):
        stranger = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        with stranger, contextlib.suppress(OSError):  # it may hang up at any of these
            stranger.sendall(garbage)
            stranger.shutdown(socket.SHUT_WR)
            assert stranger.recv(1024) == b""
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    assert (here.ends(), there.ends()) == (0, 0)
    assert not [event for event in there.events if event["event"] == "failed"]


def test_a_sender_that_is_killed_leaves_no_final_name_and_goes_on_later(
    tallystick: Tallystick, port: int, tmp_path: Path
) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as file:
        file.truncate(2 * 2**30)
    (tmp_path / "in").mkdir()
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    here = tallystick("sender", "send", huge, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    here.until("remembered")  # else it asks whether the one who proves itself is meant
    while there.until("progress")["bytes"] == 0:
        pass
    here.process.kill()
    assert there.until("paused", "failed", "delivered")["code"] in {"waits-for-peer", "waits-for-sender"}
    assert not (tmp_path / "in" / "huge.bin").exists()
    assert all(path.name.startswith(".tallystick-partial-") for path in (tmp_path / "in").iterdir())
    again = tallystick("sender", "resume")
    assert there.until("delivered")["peer"]
    assert (again.ends(), there.ends()) == (0, 0)
    assert not [event for event in again.events if event["event"] == "code"]
    assert (tmp_path / "in" / "huge.bin").stat().st_size == huge.stat().st_size
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["huge.bin"]
    nothing = tallystick("sender", "resume")
    assert nothing.ends() == 0
    assert [event["event"] for event in nothing.events] == ["nothing_waits"]


def test_what_waits_can_be_given_up(tallystick: Tallystick, port: int, tmp_path: Path) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as file:
        file.truncate(2 * 2**30)
    (tmp_path / "in").mkdir()
    there = receiver(tallystick, port, tmp_path / "in", "--accept", "all")
    here = tallystick("sender", "send", huge, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    while there.until("progress")["bytes"] == 0:
        pass
    for program in (here, there):
        program.process.kill()
        program.process.wait()
    for name in ("sender", "receiver"):
        listed = tallystick(name, "resume", "--list")
        assert listed.until("waiting")["names"] == ["huge.bin"]
        assert listed.ends() == 0
        assert tallystick(name, "resume", "--cancel", "--only", "tiny").ends() == 3
        ended = tallystick(name, "resume", "--cancel", "--only", "huge")
        assert ended.until("failed", "delivered")["code"] == "cancelled"
        assert ended.ends() == 0
    assert list((tmp_path / "in").iterdir()) == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_case_092_a_sender_that_is_interrupted_tells_the_receiver(
    tallystick: Tallystick, port: int, tmp_path: Path, number: signal.Signals, code: int
) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as file:
        file.truncate(2 * 2**30)
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    here = tallystick("sender", "send", huge, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    there.until("progress")
    here.process.send_signal(number)
    assert here.ends() == code
    assert there.until("failed")["code"] == "peer-cancelled"
    assert there.ends() == 3
    assert not (tmp_path / "in" / "huge.bin").exists()


def test_pairing_alone(tallystick: Tallystick, port: int, tmp_path: Path) -> None:
    there = receiver(tallystick, port, tmp_path / "in")
    here = tallystick("sender", "pair", f"127.0.0.1:{port}")
    compared(here, there)
    assert here.ends() == 0
    there.process.send_signal(signal.SIGTERM)
    assert there.ends() == 143


# --- by name, on a network of their own ---------------------------------------------------------------


@pytest.mark.network
def test_a_device_is_found_by_its_name(tallystick: Tallystick, folder: Path, tmp_path: Path) -> None:
    with Lan(hosts=2) as lan:
        profile = tmp_path / "profile-receiver"
        profile.mkdir(mode=0o700)
        (profile / "settings.json").write_text('{"version": 1, "name": "Kitchen PC"}')
        receive = ("receive", "--into", tmp_path / "in", "--once", "--accept", "all")
        there = tallystick("receiver", *receive, host=lan.hosts[0])
        assert there.until("listening")["name"] == "Kitchen PC"

        listed = tallystick("looker", "devices", host=lan.hosts[1])
        assert listed.until("device")["name"] == "Kitchen PC"
        assert listed.ends() == 0

        unknown = tallystick("unknown", "send", folder, "--to", "Attic PC", host=lan.hosts[1])
        assert unknown.until("error")["seen"] == ["Kitchen PC"]
        assert unknown.ends() == 5

        here = tallystick("sender", "send", folder, "--to", "kitchen pc", host=lan.hosts[1])
        compared(here, there)
        assert (here.ends(), there.ends()) == (0, 0)
        assert tree(tmp_path / "in" / "holiday 2026") == tree(folder)
        for program in (listed, unknown, here, there):
            program.kill()


# --- a person at a terminal -------------------------------------------------------------------------


def test_a_person_compares_on_a_terminal(
    tallystick: Tallystick, terminal: Callable[..., Terminal], port: int, folder: Path, tmp_path: Path
) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    here = terminal("send", folder, "--to", f"127.0.0.1:{port}")
    here.type("m\nm\n")  # before there is anything to compare
    here.until("[Enter] not now\n")
    shown = time.monotonic()
    here.type("m\n\n")  # faster than anybody can compare
    code = there.until("code")
    assert f"\n    {code['digits']}\n    {' · '.join(code['words'])}\n" in here.text
    there.answer("match")
    here.until("no answer.  [m] they match  [d] different  [Enter] not now\n")  # so nobody waits for what was dropped
    while time.monotonic() < shown + 2.0:  # the lock is over at 1.5 s; nothing tells so
        time.sleep(0.05)
    assert "Waiting for" not in here.text
    assert not [event for event in there.events if event["event"] == "verified"]
    here.type("x\n")
    here.until("x\n[m] they match")
    here.type("m\n")
    here.until("Delivered: 53 files")
    assert here.process.wait(PATIENCE) == 0
    assert there.ends() == 0
    assert tree(tmp_path / "in" / "holiday 2026") == tree(folder)


def test_enter_puts_the_comparison_off(
    tallystick: Tallystick, terminal: Callable[..., Terminal], port: int, folder: Path, tmp_path: Path
) -> None:
    there = receiver(tallystick, port, tmp_path / "in", "--once")
    here = terminal("send", folder, "--to", f"127.0.0.1:{port}")
    here.until("[Enter] not now\n")
    until = time.monotonic() + PATIENCE
    while "You put off" not in here.text and time.monotonic() < until:  # the first ones come too early
        here.type("\n")
        here.read(0.3)
    assert here.process.wait(PATIENCE) == 4
    assert there.until("failed")["code"] == "comparison-unfinished"
    assert there.ends() == 4


def test_a_careful_person_types_the_code_of_the_other_screen(
    tallystick: Tallystick, terminal: Callable[..., Terminal], port: int, folder: Path, tmp_path: Path
) -> None:
    settings.save(Profile(tmp_path / "profile-terminal"), Settings(name="Careful", careful=True))
    there = terminal("--port", port, "receive", "--into", tmp_path / "in", "--once", "--accept", "all")
    there.until("Press Ctrl+C to stop.\n")
    here = tallystick("sender", "send", folder, "--to", f"127.0.0.1:{port}")
    code = here.until("code")
    here.answer("match")
    there.until("the eight digits  [d] different  [Enter] not now\n")
    assert "\n    ···· ····\n" in there.text
    assert not [word for word in (*code["digits"].split(), *code["words"]) if word in there.text]
    there.lets_answer()
    there.type(f"{code['digits']}\n")
    there.until(f"\n    {code['digits']}\n    {' · '.join(code['words'])}\n")
    there.until("[m] they match  [d] different  [Enter] not now\n")
    assert not [event for event in here.events if event["event"] == "verified"]
    there.lets_answer()
    there.type("m\n")
    here.until("delivered")
    assert (here.ends(), there.process.wait(PATIENCE)) == (0, 0)
    assert tree(tmp_path / "in" / "holiday 2026") == tree(folder)


def test_control_c_at_a_terminal(terminal: Callable[..., Terminal], port: int, tmp_path: Path) -> None:
    there = terminal("--port", port, "receive", "--into", tmp_path / "in")
    there.until("Press Ctrl+C to stop.\n")
    there.process.send_signal(signal.SIGINT)
    there.until("Stopped.\n")
    assert there.process.wait(PATIENCE) == 130


def test_another_program_of_the_same_profile_pauses_and_resumes_what_one_sends(
    tallystick: Tallystick, port: int, tmp_path: Path
) -> None:
    film = tmp_path / "film.bin"
    with film.open("wb") as file:
        file.truncate(1 << 30)
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    here = tallystick("sender", "send", film, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    while here.until("progress")["bytes"] == 0:
        pass
    there.process.send_signal(signal.SIGSTOP)  # so that it is not over before the next program has begun
    number = f"{here.process.pid}.1"
    try:
        paused = tallystick("sender", "pause", number)
        assert (paused.until("transfer")["id"], paused.events[-1]["paused"]["code"]) == (number, "paused-here")
        assert paused.ends() == 0
    finally:
        there.process.send_signal(signal.SIGCONT)
    assert here.until("paused")["code"] == "paused-here"
    assert there.until("paused")["code"] == "paused-there"
    listed = tallystick("sender", "transfers")
    assert listed.until("transfer")["can_resume"]
    assert listed.ends() == 0
    resumed = tallystick("sender", "resume", number)
    assert resumed.ends() == 0
    assert here.until("resumed", "delivered")["event"] == "resumed"
    here.until("delivered")
    assert (here.ends(), there.ends()) == (0, 0)


def test_what_has_no_room_is_called_that_on_both_sides_where_nobody_declined(
    tallystick: Tallystick, port: int, tmp_path: Path
) -> None:
    film = tmp_path / "film.bin"
    with film.open("wb") as file:
        file.truncate(8 << 40)  # of which the disk holds nothing
    there = receiver(tallystick, port, tmp_path / "in", "--once", "--accept", "all")
    here = tallystick("sender", "send", film, "--to", f"127.0.0.1:{port}")
    compared(here, there)
    assert (here.until("failed")["code"], there.until("failed")["code"]) == ("no-space-there", "not-enough-space")
    assert (here.ends(), there.ends()) == (3, 6)
    for profile, code in (("sender", "no-space-there"), ("receiver", "not-enough-space")):
        past = tallystick(profile, "history")
        told = past.until("transfer")
        assert (told["state"], told["error"]["code"]) == ("failed", code)
        assert past.ends() == 0


def test_what_failed_of_a_transfer_in_the_history_is_sent_again(
    tallystick: Tallystick, port: int, tmp_path: Path
) -> None:
    album = tmp_path / "album"
    album.mkdir()
    for name in ("one", "two"):
        (album / name).write_text(name)
    there = receiver(tallystick, port, tmp_path / "in")
    here = tallystick("sender", "send", album, "--to", f"127.0.0.1:{port}", "--no-remember")
    compared(here, there)
    there.until("offer")
    (album / "two").unlink()
    there.answer("accept")
    assert here.until("failed")["code"] == "partly-delivered"
    assert here.ends() == 7
    past = tallystick("sender", "history")
    number = past.until("transfer")["id"]
    assert past.ends() == 0

    (album / "two").write_text("two, again")
    again = tallystick("sender", "retry", number, "--to", f"127.0.0.1:{port}")
    compared(again, there)
    assert there.until("offer")["files"] == 1
    there.answer("accept")
    assert again.ends() == 0
    (came,) = there.until("delivered")["saved"]
    assert tree(Path(came)) == {"two": b"two, again"}

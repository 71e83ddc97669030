"""What may be typed, in which order, and what is refused with exit code 2."""

from pathlib import Path

import pytest

from desktop_app.cli.arguments import parse
from desktop_app.cli.commands import (
    Accept,
    AlwaysAccept,
    Devices,
    Doctor,
    Forget,
    MenuEntry,
    Pair,
    Pause,
    Receive,
    Rename,
    Resume,
    Retry,
    SelfCheck,
    Send,
    Sessions,
    Transfers,
    Window,
)
from desktop_app.cli.running import RunningNumber


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("", Window(())),
        ("a.txt b", Window((Path("a.txt"), Path("b")))),
        ("--port 5000 a.txt", Window((Path("a.txt"),))),
        ("--profile send a.txt", Window((Path("a.txt"),))),
        ("-- devices", Window((Path("devices"),))),
        ("./devices", Window((Path("devices"),))),
        ("--hidden", Window((), hidden=True)),
        ("--self-check", SelfCheck()),
        ("devices", Devices()),
        ("doctor", Doctor()),
        ("doctor 192.0.2.7:5000", Doctor("192.0.2.7:5000")),
        ("menu-entry", MenuEntry()),
        ("menu-entry --remove", MenuEntry(remove=True)),
        ("pair kitchen", Pair("kitchen")),
        ("send a b --to kitchen", Send((Path("a"), Path("b")), "kitchen")),
        ("send --to 192.0.2.7:5000 a", Send((Path("a"),), "192.0.2.7:5000")),
        ("receive --into here", Receive(Path("here"), once=False, accept=Accept.ASK)),
        ("receive --into here --once --accept all", Receive(Path("here"), once=True, accept=Accept.ALL)),
        ("receive --into here --no-remember", Receive(Path("here"), False, Accept.ASK, remember=False)),
        ("pair 192.0.2.7 --expect attic --no-remember", Pair("192.0.2.7", "attic", remember=False)),
        ("send a --to 192.0.2.7 --expect attic", Send((Path("a"),), "192.0.2.7", "attic", remember=True)),
        ("send a --to b --no-remember", Send((Path("a"),), "b", None, remember=False)),
        ("send a --invitation b", Send((Path("a"),), "", invitation=Path("b"))),
        ("pair --invitation -", Pair("", invitation=Path("-"))),
        ("invite --into here", Receive(Path("here"), once=True, accept=Accept.ASK, invite=True)),
        ("forget attic", Forget("attic")),
        ("forget attic --yes", Forget("attic", unasked=True)),
        ("rename attic cellar", Rename("attic", "cellar")),
        ("always-accept attic", AlwaysAccept("attic")),
        ("always-accept attic --ask", AlwaysAccept("attic", ask=True)),
        ("always-accept attic --into d --up-to 500MB", AlwaysAccept("attic", Path("d"), 500_000_000)),
        ("always-accept attic --up-to 1.5t", AlwaysAccept("attic", most=1_500_000_000_000)),
        ("always-accept attic --up-to 4096", AlwaysAccept("attic", most=4096)),
        ("sessions", Sessions()),
        ("sessions --end 2", Sessions(RunningNumber(2))),
        ("transfers", Transfers()),
        ("pause 4711.2", Pause(RunningNumber(2, 4711))),
        ("resume", Resume()),
        ("resume --list", Resume(show=True)),
        ("resume --cancel --only kitchen film", Resume(cancel=True, only=("kitchen", "film"))),
        ("resume 2 --cancel", Resume(cancel=True, transfer=RunningNumber(2))),
        ("retry 2", Retry(RunningNumber(2))),
        ("retry 17 --to kitchen --no-remember", Send((), "kitchen", remember=False, again="17")),
        ("sessions --end 4711.2", Sessions(RunningNumber(2, 4711))),
    ],
)
def test_commands(typed: str, command: object) -> None:
    assert parse(typed.split()).command == command


@pytest.mark.parametrize("typed", ["--json --port 5000 --profile p devices", "devices --json --port 5000 --profile p"])
def test_options_stand_before_or_after_the_command(typed: str) -> None:
    options = parse(typed.split())
    assert (options.json, options.port, options.profile) == (True, 5000, Path("p"))


def test_nothing_is_assumed() -> None:
    options = parse(["devices"])
    assert (options.json, options.port, options.profile) == (False, None, None)


@pytest.mark.parametrize(
    "typed",
    [
        "send a",
        "send --to kitchen",
        "receive",
        "receive --into here --accept some",
        "pair",
        "devices extra",
        "resume 2 --only film",
        "resume 2 --list",
        "resume --list --cancel",
        "resume --only",
        "send a --to b --invitation c",
        "send a --invitation c --expect d",
        "send --text - --invitation -",
        "pair a --invitation b",
        "invite",
        "forget",
        "rename attic",
        "always-accept",
        "always-accept attic --ask --into d",
        "always-accept attic --ask --up-to 1GB",
        "always-accept attic --into d --up-to 0",
        "always-accept attic --into d --up-to -1GB",
        "always-accept attic --into d --up-to 1XB",
        "always-accept attic --into d --up-to 99999PB",
        "receipt x f.txt",
        "receipt -1 f.txt",
        "receipt \uff12 f.txt",
        "history --yes",
        "sessions --end x",
        "pause",
        "pause x",
        "retry 4711.2 --to kitchen",
        "resume x",
        "sessions --end 1.2.3",
        "sessions --end .2",
        "sessions --end \uff12",
        "receive --into here --expect attic",
        "--port -1 devices",
        "--port 65536 devices",
        "--port \uff15 devices",
        "--nonsense",
    ],
)
def test_what_makes_no_sense_is_a_usage_error(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(typed.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: tallystick")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("--version", "Tallystick 0."),
        ("--help", "receive"),
        ("--help", "was meant or not remembered"),
        ("--help", "130 stopped with Ctrl+C"),
        ("receive -h", "strangers compare a code"),
        ("invite -h", "no code is compared"),
        ("send -h", "--to"),
        ("pair -h", "--no-remember"),
        ("sessions -h", "--end"),
    ],
)
def test_help_and_version(typed: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(typed.split())
    assert ended.value.code == 0
    assert shown in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    "typed",
    [
        ["send", "", "--to", "kitchen"],
        ["receive", "--into", ""],
        ["--profile", "", "devices"],
        ["send", "a", "", "--to", "b"],
    ],
)
def test_an_empty_path_is_not_the_current_folder(typed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parse(typed)
    assert ended.value.code == 2

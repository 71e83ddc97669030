"""Starting with the session: entries as each system reads them, on and off."""

import configparser
import plistlib
import re
import sys
from pathlib import Path

import pytest

from desktop_app import installation
from desktop_app.errors import WriteFailed
from desktop_app.gui import autostart
from desktop_app.gui.autostart import DesktopEntry, LaunchAgent
from desktop_app.storage.profile import Profile

START = ["/opt/Tally stick/bin/tallystick", "--profile", '/home/ada/100 % "mine" $HOME `x` \\ end', "--hidden"]


def parsed(path: Path) -> dict[str, str]:
    parser = configparser.RawConfigParser(delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are told apart by case
    parser.read_string(path.read_text(encoding="utf-8"))
    return dict(parser["Desktop Entry"])


def test_a_desktop_entry_is_there_exactly_while_it_is_on(tmp_path: Path) -> None:
    entry = DesktopEntry(tmp_path / "config" / "autostart", START)
    assert not entry.is_on()
    entry.turn(False)
    entry.turn(True)
    entry.turn(True)
    assert entry.is_on()
    (path,) = (tmp_path / "config" / "autostart").iterdir()
    assert path.name == "io.github.tallystick.Tallystick.desktop"
    assert parsed(path)["Type"] == "Application"
    assert parsed(path)["TryExec"] == "/opt/Tally stick/bin/tallystick", "one that was removed is not started"
    entry.turn(False)
    assert not entry.is_on()
    assert not path.exists()


def test_what_is_started_survives_the_quoting(tmp_path: Path) -> None:
    """As a launcher reads it: the escapes of the file, then those of the arguments, then the fields."""
    entry = DesktopEntry(tmp_path, START)
    entry.turn(True)
    line = parsed(tmp_path / "io.github.tallystick.Tallystick.desktop")["Exec"]
    words = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', line.replace("\\\\", "\\"))
    arguments = [re.sub(r"\\(.)", r"\1", quoted) or bare for quoted, bare in words]
    assert [argument.replace("%%", "%") for argument in arguments] == START


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_the_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    entry = DesktopEntry(tmp_path, START)
    (tmp_path / "io.github.tallystick.Tallystick.desktop").write_text(f"[Desktop Entry]\n{line}\n")
    assert not entry.is_on()
    entry.turn(True)
    assert entry.is_on()


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    (tmp_path / "autostart").write_text("a file")
    with pytest.raises(WriteFailed):
        DesktopEntry(tmp_path / "autostart", START).turn(True)


def test_a_launch_agent(tmp_path: Path) -> None:
    agent = LaunchAgent(tmp_path / "LaunchAgents", START)
    assert not agent.is_on()
    agent.turn(True)
    assert agent.is_on()
    (path,) = (tmp_path / "LaunchAgents").iterdir()
    told = plistlib.loads(path.read_bytes())
    assert (told["ProgramArguments"], told["RunAtLoad"]) == (START, True)
    agent.turn(False)
    assert not agent.is_on()


def test_what_is_started_is_this_program_out_of_sight(tmp_path: Path) -> None:
    ours = installation.start_command()
    assert autostart.command(Profile.default()) == [*ours, "--hidden"]
    other = Profile(tmp_path / "other")
    assert autostart.command(other) == [*ours, "--profile", str(tmp_path / "other"), "--hidden"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of freedesktop's systems")
def test_where_the_entry_is(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    autostart.of_this_system(Profile.default()).turn(True)
    assert (home / "config" / "autostart" / "io.github.tallystick.Tallystick.desktop").is_file()
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    autostart.of_this_system(Profile.default()).turn(True)
    assert (home / ".config" / "autostart" / "io.github.tallystick.Tallystick.desktop").is_file()

"""The menu entry of a person: written, started, removed."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from desktop_app import APP_ID
from desktop_app.cli import menu_entry
from desktop_app.cli.errors import MenuUnchanged

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a Linux desktop's")


def tallystick(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-P", "-m", "desktop_app", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)


def files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_it_is_there_and_gone_again(home: Path) -> None:
    data = home / "data"
    other = data / "nemo" / "actions" / "other.nemo_action"
    other.parent.mkdir(parents=True)
    other.touch()
    installed = tallystick("menu-entry")
    assert installed.returncode == 0, installed.stderr
    entry = (data / "applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    assert f"\nExec={sys.executable} -P -m desktop_app %F\n" in entry
    assert len(files(data)) == 7
    assert tallystick("menu-entry").returncode == 0

    removed = tallystick("menu-entry", "--remove", "--json")
    assert '"event": "removed"' in removed.stdout
    assert files(data) == [other]
    assert sorted(path.name for path in data.iterdir()) == ["nemo"]
    assert "no menu entry" in tallystick("menu-entry", "--remove").stdout


@pytest.mark.parametrize(
    ("command", "entry"),
    [
        (["/opt/tallystick"], "/opt/tallystick"),
        (["/home/Ada Lovelace/tallystick"], '"/home/Ada Lovelace/tallystick"'),
        (["/home/100%/t"], '"/home/100%%/t"'),
        (["/home/$HOME/`t`"], r'"/home/\\$HOME/\\`t\\`"'),
        (['/home/"a"\\b'], r'"/home/\\"a\\"\\\\b"'),
    ],
)
def test_a_path_is_quoted_as_the_specification_says(command: Sequence[str], entry: str, tmp_path: Path) -> None:
    menu_entry.install(command, tmp_path)
    lines = (tmp_path / "applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8").splitlines()
    assert f"Exec={entry} %F" in lines


@pytest.mark.parametrize(
    ("paths", "arguments", "sent"),
    [
        ([], ["send", "a b"], ["send", "a b"]),
        (["/f/100%f", "/f/a  b*", "/f/-n"], ["100", "a  b*", "-n"], ["/f/100%f", "/f/a  b*", "/f/-n"]),
        (["/f/two\nlines", "/f/c"], ["two\nlines", "c"], ["two\nlines", "c"]),
    ],
)
def test_the_script_for_nautilus_starts_the_program_with_what_is_marked(
    paths: list[str], arguments: list[str], sent: list[str], tmp_path: Path
) -> None:
    """Nautilus takes fields like %f out of the arguments, and names whole paths in a variable, a line each."""
    program, said = tmp_path / "it's a program", tmp_path / "said"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >{shlex.quote(str(said))}\n')
    program.chmod(0o755)
    menu_entry.install([str(program)], tmp_path)
    script = tmp_path / "nautilus" / "scripts" / "Send with Tallystick"
    marked = {"NAUTILUS_SCRIPT_SELECTED_FILE_PATHS": "".join(f"{path}\n" for path in paths)}
    subprocess.run([script, *arguments], env=os.environ | marked, check=True)
    assert said.read_text() == "|".join(["--", *sent, ""])


def test_a_file_in_the_way_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "applications").touch()
    with pytest.raises(MenuUnchanged):
        menu_entry.install(["/opt/tallystick"], tmp_path)

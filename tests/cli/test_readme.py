"""The page about the command line knows every command, exit code, event and answer that there is."""

import re
from pathlib import Path

import pytest

from desktop_app import cli
from desktop_app.cli.arguments import COMMANDS
from desktop_app.cli.exit_codes import ExitCode
from desktop_app.cli.questions import Reply

FOLDER = Path(next(iter(cli.__path__)))
PAGE = (FOLDER / "README.md").read_text("utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_there(command: str) -> None:
    assert re.search(rf"^    tallystick .*\b{command}\b", PAGE, re.MULTILINE)


@pytest.mark.parametrize("code", ExitCode)
def test_each_exit_code_is_there(code: ExitCode) -> None:
    assert f"\n| {code.value} | " in PAGE


@pytest.mark.parametrize("reply", Reply)
def test_each_answer_of_a_program_is_there(reply: Reply) -> None:
    assert f"`{reply.value}`" in PAGE


def test_each_event_that_asks_is_there_and_each_that_is_there_exists() -> None:
    told = set(re.findall(r'_tell\(\s*"(\w+)"', (FOLDER / "json_face.py").read_text("utf-8"))) | {"code"}
    json = PAGE[PAGE.index("## For programs") :]
    asks = {name for row in re.findall(r"^\| (`.*?) \|", json, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    others = set(re.findall(r"`(\w+)`", json[json.index("The others tell") : json.index(" ... Errors")]))
    assert asks - {"digits", "dismiss"} | others <= told
    assert {"code", "offer", "recognised", "unproven", "awaits_remembering", "forget", "clear"} <= asks

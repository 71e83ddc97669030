"""What starts this installation again: found as it was started now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import installation


def test_a_packaged_program_is_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["tallystick"])
    assert installation.start_command() == [sys.executable]


def test_the_command_of_pip_is_named_as_a_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["bin/tallystick", "menu-entry"])
    assert installation.start_command() == [str(tmp_path / "bin" / "tallystick")]


def test_a_module_is_started_without_a_look_at_the_current_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "argv", ["/checkout/desktop_app/__main__.py"])
    (tmp_path / "desktop_app").mkdir()
    (tmp_path / "desktop_app" / "__main__.py").write_text("print('planted')")
    command = [*installation.start_command(), "--version"]
    checkout = os.environ | {"PYTHONPATH": str(Path(installation.__file__).parents[1])}
    done = subprocess.run(command, cwd=tmp_path, env=checkout, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Tallystick ")

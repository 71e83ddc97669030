"""Tallystick started again, as from a menu or a file manager."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end2end.screen import PATIENCE, ROOT, Screen, Window

pytestmark = pytest.mark.screen


@pytest.fixture
def screen() -> Iterator[Screen]:
    with Screen() as screen:
        yield screen


@pytest.fixture
def window(screen: Screen, tmp_path: Path) -> Iterator[Window]:
    window = Window(screen, tmp_path / "ada", "Ada's laptop", 0)
    yield window
    window.kill()


def test_with_files_it_hands_over_and_ends(screen: Screen, window: Window, tmp_path: Path) -> None:
    (tmp_path / "thesis.pdf").write_text("a short one")
    start = [sys.executable, "-m", "desktop_app", "--profile", str(tmp_path / "ada" / "profile")]
    done = subprocess.run(
        [*start, str(tmp_path / "thesis.pdf")],
        cwd=ROOT,
        env=screen.environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Tallystick is open already; its window comes to the front.\n"
    window.wait("device-picker")
    window.close()

"""Without a display it says so instead of letting Qt end the process."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.gui.display import display_available
from tests.end2end.screen import Screen


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    ("environment", "available"),
    [
        ({}, False),
        ({"DISPLAY": ":987"}, False),
        ({"DISPLAY": "no display"}, False),
        ({"WAYLAND_DISPLAY": "wayland-987"}, False),
        ({"WAYLAND_DISPLAY": "wayland\t" * 100}, False),
        ({"WAYLAND_SOCKET": "7"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"DISPLAY": ""}, False),
    ],
)
def test_what_counts_as_a_display(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], available: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert display_available() is available


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_wayland_that_listens_is_a_display(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as desktop:
        desktop.bind(str(tmp_path / "wayland-0"))
        desktop.listen()
        assert display_available()
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert not display_available(), "Qt would look for X, and end the process"
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb;wayland")
        assert display_available()
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nowhere")
    monkeypatch.setenv("WAYLAND_DISPLAY", str(tmp_path / "wayland-0"))
    assert not display_available(), "nobody listens there any more"


@pytest.mark.screen
def test_an_x_server_that_answers_is_a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    with Screen() as screen:
        monkeypatch.setenv("DISPLAY", screen.environment["DISPLAY"])
        assert display_available()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_a_screen_that_cannot_be_reached_is_told(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and "QT_" not in name}
    run = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--profile", tmp_path / "profile"],
        env=environment | {"DISPLAY": ":987"}, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert run.returncode > 0, "no signal ended it"
    assert "There is no screen here for the window." in run.stdout + run.stderr


def test_asking_does_not_load_qt() -> None:
    code = "import sys, desktop_app.gui.display; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=30)

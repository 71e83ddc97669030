"""A window that nobody sees, and a person who is asked all the same: real processes, a screen, a bus of its desktop."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop_app.engine import door
from desktop_app.engine.door import AskSessions
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from tests.end2end.programs import PATIENCE, Tallystick, compared
from tests.end2end.screen import ROOT, Screen
from tests.support.desktop_bus import NotificationDaemon, private_bus

pytestmark = pytest.mark.screen

ADA, KITCHEN = "Ada's laptop", "Kitchen PC"


@pytest.fixture
def daemon(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationDaemon]:
    with private_bus(home) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        daemon = NotificationDaemon(address, "actions", "body")
        yield daemon
        daemon.close()


@pytest.fixture
def received(tmp_path: Path) -> Path:
    return tmp_path / "Downloads"


@pytest.fixture
def profile(tmp_path: Path, received: Path) -> Profile:
    settings.save(Profile(tmp_path / "profile-ada"), settings.Settings(name=ADA))
    profile = Profile(tmp_path / "profile-kitchen")
    settings.save(profile, settings.Settings(name=KITCHEN, save_folder=str(received)))
    received.mkdir()
    return profile


@pytest.fixture
def window(daemon: NotificationDaemon, profile: Profile, port: int, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """Called, it opens the kitchen's, hidden."""
    opened: list[subprocess.Popen[bytes]] = []
    with Screen() as screen, (tmp_path / "log").open("wb") as log:

        def open_it() -> None:
            command = [sys.executable, "-m", "desktop_app", "--profile", str(profile.root), "--port", str(port)]
            opened.append(subprocess.Popen([*command, "--hidden"], cwd=ROOT, env=screen.environment, stderr=log))
            wait_for(lambda: bool(door.ask(profile, AskSessions())))

        yield open_it
        for process in opened:
            process.terminate()
            assert process.wait(PATIENCE) == 0
    assert (tmp_path / "log").read_text() == ""


def test_an_offer_is_accepted_in_a_notification(
    window: Callable[[], None],
    daemon: NotificationDaemon,
    tallystick: Tallystick,
    port: int,
    received: Path,
    tmp_path: Path,
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Bring the tent.")
    kitchen = tallystick("kitchen", "--port", port, "receive", "--into", received, "--once")
    kitchen.until("listening")
    ada = tallystick("ada", "pair", f"127.0.0.1:{port}")
    compared(ada, kitchen)
    ada.until("remembered")
    kitchen.until("remembered")
    assert ada.ends() == 0
    kitchen.kill()

    window()
    sender = tallystick("ada", "send", note, "--to", f"127.0.0.1:{port}", "--expect", KITCHEN)
    wait_for(lambda: bool(daemon.shown))
    assert daemon.shown == [f"\u2068{ADA}\u2069 wants to send you files"]
    assert list(received.iterdir()) == [], "nothing is written before it was accepted"
    daemon.press("accept")
    sender.until("delivered")
    assert sender.ends() == 0
    assert (received / "note.txt").read_text() == "Bring the tent."
    wait_for(lambda: len(daemon.shown) == 2)
    assert "Received" in daemon.last[4]


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)

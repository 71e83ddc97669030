"""A window that nobody sees, and a person who is asked all the same: real processes, a screen, a bus of its desktop."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from desktop_app.engine import door
from desktop_app.engine.door import AskSessions
from desktop_app.storage import settings
from desktop_app.storage.profile import Profile
from tests.end2end.programs import PATIENCE, Tallystick, compared
from tests.end2end.screen import ROOT, Screen
from tests.support.desktop_bus import Answer, Call, NotificationDaemon, Service, private_bus

pytestmark = pytest.mark.screen

ADA, KITCHEN = "Ada's laptop", "Kitchen PC"


@pytest.fixture
def bus(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(home) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def daemon(bus: str) -> Iterator[NotificationDaemon]:
    daemon = NotificationDaemon(bus, "actions", "body")
    yield daemon
    daemon.close()


@pytest.fixture
def panel(bus: str) -> Iterator[Service]:
    """One that has a place for icons."""
    answers: dict[str, Callable[[Call], Answer]] = {
        "Get": lambda _: ("v", (("b", True),)),
        "RegisterStatusNotifierItem": lambda _: ("", ()),
    }
    panel = Service(bus, "org.kde.StatusNotifierWatcher", "/StatusNotifierWatcher", answers)
    yield panel
    panel.close()


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
def window(bus: str, profile: Profile, port: int, tmp_path: Path) -> Iterator[Callable[[], Screen]]:
    """Called, it opens the kitchen's, hidden."""
    opened: list[subprocess.Popen[bytes]] = []
    with Screen() as screen, (tmp_path / "log").open("wb") as log:

        def open_it() -> Screen:
            command = [sys.executable, "-m", "desktop_app", "--profile", str(profile.root), "--port", str(port)]
            opened.append(subprocess.Popen([*command, "--hidden"], cwd=ROOT, env=screen.environment, stderr=log))
            wait_for(lambda: bool(door.ask(profile, AskSessions())))
            return screen

        yield open_it
        for process in opened:
            process.terminate()
            assert process.wait(PATIENCE) == 0
    assert (tmp_path / "log").read_text() == ""


def test_an_offer_is_accepted_in_a_notification(
    window: Callable[[], Screen],
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


def test_it_lives_at_its_icon_and_comes_when_that_is_clicked(
    panel: Service, window: Callable[[], Screen], bus: str
) -> None:
    screen = window()
    wait_for(lambda: bool(panel.called("RegisterStatusNotifierItem")))
    assert not windows(screen)
    icon = DBusAddress("/StatusNotifierItem", panel.calls[-1].sender, "org.kde.StatusNotifierItem")
    with open_dbus_connection(bus) as desktop:
        desktop.send_and_get_reply(new_method_call(icon, "Activate", "ii", (0, 0)), timeout=PATIENCE)
    wait_for(lambda: bool(windows(screen)))


def windows(screen: Screen) -> str:
    """Those that can be seen."""
    command = ["xdotool", "search", "--onlyvisible", "--name", "^Tallystick$"]
    found = subprocess.run(
        command, env=screen.environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    return found.stdout


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.05)

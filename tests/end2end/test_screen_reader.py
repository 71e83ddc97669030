"""What somebody hears who does not see the screen: the window as a real client of AT-SPI finds it."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final

import pytest

from tests.end2end.screen import ROOT, Screen
from tests.support.desktop_bus import private_bus

pytestmark = pytest.mark.screen

PATIENCE: Final = 20.0
LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON: Final = "/usr/bin/python3"  # the bindings belong to the system's
CLIENT: Final = ROOT / "tests" / "support" / "screen_reader.py"
NAMELESS_ROLES: Final = {"filler", "layered pane", "panel", "label", "frame", "application", "table column header"}


class Spoken:
    """A process that is told a word and says JSON lines."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def tell(self, word: str) -> None:
        stdin: IO[str] | None = self._process.stdin
        assert stdin is not None
        stdin.write(word + "\n")
        stdin.flush()

    def hear(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "it ended"
        said: dict[str, Any] = json.loads(line)
        return said

    def close(self) -> None:
        for stream in (self._process.stdin, self._process.stdout):
            assert stream is not None
            stream.close()
        self._process.terminate()
        self._process.wait(PATIENCE)


class Reader:
    """The window and who reads it."""

    def __init__(self, window: Spoken, client: Spoken) -> None:
        self._window, self._client = window, client
        self.announced: list[str] = []
        self.focused: list[tuple[str, str]] = []

    def play(self, word: str) -> None:
        self._window.tell(word)
        assert self._window.hear() == {"done": word}

    def tree(self) -> list[dict[str, Any]]:
        """What is on the screen, top down."""
        self._client.tell("tree")
        found: list[dict[str, Any]] = []
        while True:
            said = self._client.hear()
            if "over" in said:
                return [each for each in found if "showing" in each["states"]]
            if "announced" in said:
                self.announced.append(plain(said["announced"]))
            elif "focused" in said:
                self.focused.append((said["role"], plain(said["focused"])))
            else:
                found.append(said | {"name": plain(said["name"])})

    def wait(self, *wanted: tuple[str, str]) -> list[dict[str, Any]]:
        """As soon as there is one of each role whose name begins like that."""
        until = time.monotonic() + PATIENCE
        while True:
            tree = self.tree()
            found = [
                next((each for each in tree if each["role"] == role and each["name"].startswith(name)), None)
                for role, name in wanted
            ]
            there = [each for each in found if each is not None]
            if len(there) == len(wanted):
                return there
            assert time.monotonic() < until, [(each["role"], each["name"]) for each in tree]
            time.sleep(0.05)

    def until(self, heard: Callable[[], bool]) -> None:
        """What is told of itself comes a moment later than what is asked for."""
        until = time.monotonic() + PATIENCE
        while not heard():
            assert time.monotonic() < until, (self.announced, self.focused)
            self.tree()


def plain(text: str) -> str:
    return text.translate({0x2068: None, 0x2069: None})


@pytest.fixture
def reader(home: Path) -> Iterator[Reader]:
    asked = "import gi; gi.require_version('Atspi', '2.0')"
    if not LAUNCHER.exists() or subprocess.run([PYTHON, "-c", asked], capture_output=True, check=False).returncode:
        pytest.skip("needs at-spi2-core and the bindings of AT-SPI")
    assert shutil.which("dbus-daemon"), "at-spi2-core brings it"
    with ExitStack() as kept:
        screen = kept.enter_context(Screen())
        bus = kept.enter_context(private_bus(home))
        common = {**screen.environment, "DBUS_SESSION_BUS_ADDRESS": bus, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        launcher = subprocess.Popen([LAUNCHER, "--launch-immediately"], env=common, stderr=subprocess.DEVNULL)
        kept.callback(lambda: launcher.wait(PATIENCE))
        kept.callback(launcher.terminate)
        for_client = {name: value for name, value in common.items() if not name.startswith("PYTHON")}
        client = Spoken([PYTHON, str(CLIENT)], for_client)
        kept.callback(client.close)
        assert client.hear() == {"ready": True}
        environment = {**common, "PYTHONPATH": os.pathsep.join(sys.path)}
        window = Spoken([sys.executable, "-m", "tests.support.played_window"], environment)
        kept.callback(window.close)
        reader = Reader(window, client)
        reader.wait(("frame", "Tallystick"))
        yield reader


def test_the_main_job_can_be_heard(reader: Reader) -> None:
    reader.play("near")
    [card] = reader.wait(("push button", "Kitchen PC, Linux"))
    assert {"enabled", "focusable"} <= set(card["states"])
    assert card["actions"]
    assert "<" not in card["description"], "markup is for eyes"

    reader.play("code")
    wanted = ("dialog", "Compare the code"), ("label", "Code:"), ("push button", "It's different")
    _, code, different, match = reader.wait(*wanted, ("push button", "They match"))
    assert code["name"] == "Code: 4 8 2 1, 0 9 7 3. Words: velvet, anchor, plate.", "digits one by one, then the words"
    assert {"focused", "focusable"} <= set(code["states"])
    reader.until(lambda: ("label", code["name"]) in reader.focused)
    for answer in (different, match):
        assert "is_default" not in answer["states"]

    reader.play("verified")
    [remember] = reader.wait(("check box", "Remember this device"))
    assert {"checkable", "checked"} <= set(remember["states"])
    reader.until(lambda: any(each.startswith("The codes match. This is Kitchen PC.") for each in reader.announced))

    reader.play("offer")
    reader.wait(
        ("dialog", "Files for you"),
        ("label", "Kitchen PC wants to send you files"),
        ("list", "What would be sent"),
        ("list item", "holiday 2026, folder, 213 files, 3.2 GB"),
        ("list item", "notes.txt, document, 4.8 kB"),
        ("push button", "Accept"),
        ("push button", "Decline"),
        ("push button", "Change the folder to save in"),
    )

    reader.play("moving")
    reader.wait(("progress bar", "Progress of holiday 2026"), ("push button", "Pause holiday 2026"))
    reader.play("delivered")
    reader.wait(("label", "Received "))
    reader.until(lambda: any(each.startswith("holiday 2026") and "Received " in each for each in reader.announced))

    reader.play("differs")
    reader.wait(("dialog", "Not verified"), ("push button", "I have read this"))
    reader.until(
        lambda: any(name.startswith("The codes differ. Someone may be between you") for _, name in reader.focused)
    )

    nameless = [each["role"] for each in reader.tree() if not each["name"] and each["role"] not in NAMELESS_ROLES]
    assert nameless == []

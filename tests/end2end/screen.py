"""A screen with one mouse and one keyboard, and real windows on it.

Nothing here reaches into the program: it is looked at through tests.support.gui_driver and touched by
xdotool alone. There is no window manager, so a test says itself which window the keyboard types into.
"""

import itertools
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import pytest

import desktop_app
from tests.support.namespaces import Host

ROOT: Final = Path(desktop_app.__file__).parents[1]
WIDTH, HEIGHT = 2000, 900
PATIENCE: Final = 20.0
_TABS, _ENTERS, _NUDGES, _TURNS = 40, 3, 10, 5
_STEPS: Final = 8


class Screen:
    """An X server on a number that was free; its socket is a file, so every network namespace reaches it."""

    def __init__(self) -> None:
        ready, tell = os.pipe()
        try:
            self._server = subprocess.Popen(
                [
                    "Xvfb",
                    "-displayfd",
                    str(tell),
                    "-screen",
                    "0",
                    f"{WIDTH}x{HEIGHT}x24",
                    "-nolisten",
                    "tcp",
                    "-noreset",
                ],
                pass_fds=(tell,),
                stderr=subprocess.DEVNULL,
            )
        finally:
            os.close(tell)
        with open(ready, encoding="ascii") as told:  # noqa: PTH123
            number = told.readline().strip()
        self.environment = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._server.terminate()
        self._server.wait(PATIENCE)

    def click(self, spot: dict[str, Any]) -> None:
        """On the middle of what the driver reported."""
        self.do("mousemove", *_middle(spot), "click", 1)

    def hold(self, spot: dict[str, Any]) -> None:
        self.do("mousemove", *_middle(spot), "mousedown", 1)

    def drag(self, start: dict[str, Any], end: dict[str, Any]) -> None:
        """Move the held mouse from one to the other, as a hand does."""
        (from_x, from_y), (to_x, to_y) = _middle(start), _middle(end)
        for step in range(1, _STEPS + 1):
            self.do("mousemove", from_x + (to_x - from_x) * step // _STEPS, from_y + (to_y - from_y) * step // _STEPS)

    def release(self) -> None:
        self.do("mouseup", 1)

    def keys(self, *names: str) -> None:
        self.do("key", *names)

    def type(self, text: str) -> None:
        self.do("type", "--delay", 4, "--", text)

    def type_into(self, window: int) -> None:
        self.do("windowfocus", "--sync", window)

    def type_nowhere(self) -> None:
        """Until the next `type_into`, of which a window hears only if the keyboard was not with it already."""
        root = self.do("search", "--maxdepth", 0, ".*").strip()
        self.do("windowfocus", root)

    def do(self, *arguments: object) -> str:
        """What xdotool prints."""
        done = subprocess.run(
            ["xdotool", *map(str, arguments)],
            env=self.environment,
            check=True,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        return done.stdout


class Process:
    """One that says JSON objects on its standard output and is quiet otherwise."""

    def __init__(self, screen: Screen, log: Path, module: str, *arguments: object, host: Host | None = None) -> None:
        self.screen = screen
        start = subprocess.Popen if host is None else host.popen
        self._log = log
        with log.open("wb") as stderr:
            self._process: subprocess.Popen[Any] = start(
                [sys.executable, "-m", module, *map(str, arguments)],
                cwd=ROOT,
                env=screen.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )

    def hear(self) -> dict[str, Any]:
        """The next thing it says."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            pytest.fail(f"it ended: {self._log.read_text()}")
        said: dict[str, Any] = json.loads(line)
        return said

    def say(self, **command: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()

    def close(self) -> None:
        """The end of its input is the end of a window; a process that takes no notice is ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(PATIENCE)
        finally:
            self.kill()
        assert self._log.read_text() == ""

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()


class Window(Process):
    """Tallystick of one person: its profile, its folder of received files, its place on the screen."""

    def __init__(self, screen: Screen, home: Path, name: str, x: int, host: Host | None = None) -> None:
        profile, self.received = home / "profile", home / "Downloads"
        if not profile.exists():
            profile.mkdir(parents=True, mode=0o700)
            self.received.mkdir()
            settings = {"version": 1, "name": name, "save_folder": str(self.received)}
            (profile / "settings.json").write_text(json.dumps(settings))
        self.name = name
        self._numbers = itertools.count(1)
        self._answers: dict[int, dict[str, Any]] = {}
        super().__init__(screen, home / "log", "tests.support.gui_driver", "--profile", profile, host=host)
        self.shown = self.wait("main-window")
        self.shown_at = time.monotonic()
        screen.do("windowmove", self.shown["window"], x, 0)
        self.wait("main-window", x=x, y=0)

    def ask(self, **command: object) -> dict[str, Any]:
        return self.expect(**command)()

    def expect(self, **command: object) -> Callable[[], dict[str, Any]]:
        """Ask now for what is over soon; called later, it gives the answer."""
        number = self._begin(**command)

        def answer() -> dict[str, Any]:
            found = self._answer_to(number)
            if "error" in found:
                pytest.fail(f"{self.name}: {command}: {found['error']}; on the screen: {self._names()}")
            return found

        return answer

    def wait(self, name: str, **conditions: object) -> dict[str, Any]:
        """Until it is on the screen, or as the conditions say."""
        return self.ask(do="wait", name=name, **{"timeout": PATIENCE, **conditions})

    def happens(self, name: str, **conditions: object) -> bool:
        """As `wait`, within a second."""
        return "error" not in self._answer(do="wait", name=name, timeout=1, **conditions)

    def text(self, name: str) -> str:
        self.wait(name)
        return str(self.ask(do="text", name=name)["text"])

    def shows(self, name: str) -> bool:
        return name in self._names()

    def card(self, peer: str) -> dict[str, Any]:
        """Where the card of that device is."""
        return self.wait("card-*", contains=peer)

    # --- the mouse ---

    def click(self, name: str) -> None:
        """As soon as it can be clicked."""
        self.screen.click(self.wait(name, enabled=True))

    # --- the keyboard ---

    def turn_to(self, name: str = "main-window") -> None:
        """Type into the window in which this is."""
        self.screen.type_into(self.wait(name)["window"])
        self.wait(name, active=True)

    def turn_back_to(self, name: str) -> None:
        """Likewise where a list of completions may just have gone: Qt may think then that nobody types into any window,
        while the X server knows better and says nothing."""
        for _ in range(_TURNS):
            self.screen.type_into(self.wait(name)["window"])
            if self.happens(name, active=True):
                return
            self.screen.type_nowhere()
        self.turn_to(name)

    def tab_to(self, name: str) -> None:
        """With Tab alone, from wherever the keyboard is."""
        self.turn_to(name)
        at = self.ask(do="focus")
        for _ in range(_TABS):
            if at["name"] == name:
                return
            self.screen.keys("Tab")
            at = self.ask(do="wait", turn=at["turn"], timeout=PATIENCE)
        pytest.fail(f"{self.name}: Tab does not reach {name}")

    def enter_until_gone(self, name: str) -> None:
        """Enter, again where the first one only closed a list of completions."""
        self.turn_back_to(name)
        for _ in range(_ENTERS):
            self.screen.keys("Return")
            if self.happens(name, visible=False):
                return
        pytest.fail(f"{self.name}: Enter does not close {name}")

    def press(self, name: str) -> None:
        """Tab and Space, as soon as it takes them."""
        self.wait(name, enabled=True)
        self.tab_to(name)
        self.screen.keys("space")

    def _names(self) -> list[str]:
        names: list[str] = self._answer(do="names")["names"]
        return names

    def _answer(self, **command: object) -> dict[str, Any]:
        return self._answer_to(self._begin(**command))

    def _begin(self, **command: object) -> int:
        number = next(self._numbers)
        self.say(id=number, **command)
        return number

    def _answer_to(self, number: int) -> dict[str, Any]:
        """A wait may be answered after what was asked later."""
        while number not in self._answers:
            said = self.hear()
            self._answers[said.pop("id")] = said
        return self._answers.pop(number)


class Files(Process):
    """The window of a file manager, so to speak: files to be dragged or copied."""

    def __init__(self, screen: Screen, log: Path, *paths: Path) -> None:
        self._spot = {"x": 20, "y": HEIGHT - 100, "width": 160, "height": 80}
        super().__init__(screen, log, "tests.support.drag_source", self._spot["x"], self._spot["y"], *paths)
        self._window = int(self.hear()["window"])

    def drag_to(self, window: Window, peer: str) -> None:
        """Drop the files on a device's card, once the card shows that they are over it."""
        card = window.card(peer)
        self.screen.hold(self._spot)
        self.screen.drag(self._spot, card)
        for _ in range(_NUDGES):
            if window.happens(card["name"], target=True):
                break
            self.screen.do("mousemove_relative", 1, 0)  # X11 drags skip places while the window still thinks
        else:
            pytest.fail(f"{window.name}: the card of {peer} takes no files")
        self.screen.release()
        assert self.hear() == {"dropped": True}

    def take_from(self, window: Window, name: str) -> list[str]:
        """What is dropped here when that is dragged out of the window."""
        self.screen.hold(window.wait(name))
        self.screen.drag(window.wait(name), self._spot)
        for _ in range(_NUDGES):
            self.screen.do("mousemove_relative", 1, 0)
        assert self.hear() == {"over": True}
        self.screen.release()
        got: list[str] = self.hear()["got"]
        return got

    def copy(self) -> None:
        self.screen.type_into(self._window)
        self.screen.keys("ctrl+c")
        assert self.hear() == {"copied": True}


def _middle(spot: dict[str, Any]) -> tuple[int, int]:
    return spot["x"] + spot["width"] // 2, spot["y"] + spot["height"] // 2

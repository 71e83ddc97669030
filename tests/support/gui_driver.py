"""The real window in a process of its own, observed over stdin and stdout, one JSON object a line.

It reports and waits; it never clicks or types. A test does that from outside, with xdotool,
at the places that are reported here. Run: python -m tests.support.gui_driver --profile DIR [PATH...]

    {"id": 1, "do": "geometry", "name": "code-match"}       -> {"id": 1, "x": 10, "y": 20, "width": 90, "height": 48, …}
    {"id": 2, "do": "text", "name": "code-waiting"}         -> {"id": 2, "text": "Waiting for Kitchen PC…"}
    {"id": 3, "do": "wait", "name": "code-match", "enabled": true, "timeout": 5}    -> as "geometry"
    {"id": 4, "do": "wait", "name": "code-dialog", "visible": false}                -> {"id": 4}
    {"id": 5, "do": "wait", "name": "status-*", "contains": "Delivered"}            -> as "geometry"
    {"id": 6, "do": "wait", "name": "progress-*", "above": 0}                       -> as "geometry"
    {"id": 7, "do": "focus"}                                -> {"id": 7, "name": "code-match", "turn": 4}
    {"id": 8, "do": "names"}                                -> {"id": 8, "names": ["card-…", …]}
    {"id": 9, "do": "grab", "path": "/tmp/window.png", "name": "main-window"}       -> {"id": 9}

A name may end in "*": the first visible widget whose name begins so and for which the rest holds.
"turn" grows whenever the keyboard goes from one widget to another; "wait" takes {"turn": n} for "later than n".
What cannot be done is answered with {"id": …, "error": "…"}. The end of stdin closes the window.
"""

import argparse
import json
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QProgressBar, QWidget

from desktop_app import __main__ as program
from desktop_app.gui import app
from desktop_app.gui.code_view import CodeView
from desktop_app.gui.plain import Elided, TwoLines
from desktop_app.gui.tile import DeviceCard

_POLL_MS = 20
_FACTS = frozenset(
    {"x", "y", "width", "enabled", "active", "focused", "target"}
)  # of `geometry`: a wait may name what they have to be


@dataclass
class Wait:
    """A command that is answered once its condition holds."""

    command: dict[str, Any]
    until: float = field(init=False)

    def __post_init__(self) -> None:
        self.until = time.monotonic() + float(self.command.get("timeout", 20))


class Driver(QObject):
    """Answers on Qt's thread. Signals: asked(dict), ended()."""

    asked = Signal(object)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Wait] = []
        self._turn = 0
        self._timer = QTimer(self, interval=_POLL_MS)
        self._timer.timeout.connect(self._look)
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)
        app.application().focusChanged.connect(self._count_turns)

    def read(self) -> None:
        """On a thread: what the test asks for."""
        for line in sys.stdin:
            self.asked.emit(json.loads(line))
        self.ended.emit()

    @Slot(object)
    def _answer(self, command: dict[str, Any]) -> None:
        match command["do"]:
            case "wait":
                self._waiting.append(Wait(command))
                self._timer.start()
            case "names":
                say(command, names=sorted({widget.objectName() for widget in visible() if widget.objectName()}))
            case "focus":
                say(command, **self._focus())
            case "geometry" | "text" | "grab" as what:
                widget = find(command)
                if widget is None:
                    say(command, error="not on the screen")
                elif what == "grab":
                    say(command, **({} if widget.grab().save(command["path"]) else {"error": "not written"}))
                else:
                    say(command, **(geometry(widget) if what == "geometry" else {"text": text(widget)}))
            case _:
                say(command, error="unknown command")

    def _look(self) -> None:
        for wait in list(self._waiting):
            found = self._found(wait.command)
            if found is not None:
                say(wait.command, **found)
            elif time.monotonic() > wait.until:
                say(wait.command, error="it did not happen in time")
            else:
                continue
            self._waiting.remove(wait)
        if not self._waiting:
            self._timer.stop()

    def _found(self, command: dict[str, Any]) -> dict[str, Any] | None:
        """The answer to a wait, once there is one."""
        if "turn" in command:
            return self._focus() if self._turn > command["turn"] else None
        widget = find(command)
        if not command.get("visible", True):
            return {} if widget is None else None
        return None if widget is None else geometry(widget)

    def _focus(self) -> dict[str, Any]:
        focused = QApplication.focusWidget()
        return {"name": focused.objectName() if focused is not None else "", "turn": self._turn}

    @Slot(QWidget, QWidget)
    def _count_turns(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._turn += now is not None

    @Slot()
    def _end(self) -> None:
        QApplication.exit(0)


def visible() -> list[QWidget]:
    """Newest window first, so that a dialog's control comes before a namesake below it."""
    found: list[QWidget] = []
    for top in reversed(QApplication.topLevelWidgets()):
        found += [top, *top.findChildren(QWidget)]
    return [widget for widget in found if widget.isVisible()]


def find(command: dict[str, Any]) -> QWidget | None:
    """The first one on the screen that the command means."""
    name = str(command.get("name", "main-window"))
    wanted, prefix = name.removesuffix("*"), name.endswith("*")
    for widget in visible():
        own = widget.objectName()
        if (own == wanted or (prefix and own.startswith(wanted))) and holds(command, widget):
            return widget
    return None


def holds(command: dict[str, Any], widget: QWidget) -> bool:
    if "above" in command and not (isinstance(widget, QProgressBar) and widget.value() > command["above"]):
        return False
    facts = geometry(widget)
    if any(facts[key] != command[key] for key in _FACTS & command.keys()):
        return False
    return str(command.get("contains", "")) in text(widget)


def geometry(widget: QWidget) -> dict[str, Any]:
    """Where it is on the screen and how it stands: `target` under dragged files; `window` is the X11 one around it."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    size = widget.size()
    return {
        "name": widget.objectName(),
        "x": corner.x(),
        "y": corner.y(),
        "width": size.width(),
        "height": size.height(),
        "enabled": widget.isEnabled(),
        "active": widget.isActiveWindow(),
        "focused": widget.hasFocus(),
        "target": isinstance(widget, DeviceCard) and widget._target,
        "window": int(widget.window().winId()),
        **({"value": widget.value()} if isinstance(widget, QProgressBar) else {}),
    }


def text(widget: QWidget) -> str:
    """What it says, without the marks that isolate names."""
    if isinstance(widget, Elided | TwoLines):
        said = widget.whole
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit) and not isinstance(widget, CodeView):
        said = widget.text() or widget.accessibleName()
    else:
        said = widget.accessibleName()
    return said.translate({0x2068: None, 0x2069: None})


def say(command: dict[str, Any], **facts: object) -> None:
    sys.stdout.write(json.dumps({"id": command.get("id"), **facts}) + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--profile", type=Path, required=True)
    parser.add_argument("--port", type=int)
    parser.add_argument("paths", nargs="*", type=Path)
    options = parser.parse_args()
    app.application()
    driver = Driver()
    threading.Thread(target=driver.read, name="driver", daemon=True).start()
    port = [] if options.port is None else ["--port", str(options.port)]
    return program.main(["--profile", str(options.profile), *port, "--", *map(str, options.paths)])


if __name__ == "__main__":
    sys.exit(main())

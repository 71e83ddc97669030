"""A client of AT-SPI, as screen readers are: run by the system's Python, which has the bindings.

On its input `tree`: it says what it finds of Tallystick, one object a line with its depth, and {"over": true}. What is
announced meanwhile it says as {"announced": TEXT}, where the keyboard goes as {"focused": NAME, "role": ROLE}.
"""

import contextlib
import json
import sys
import threading
from typing import Any

import gi  # type: ignore[import-not-found, import-untyped, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found, unused-ignore]  # noqa: E402

STATES = ("ENABLED", "FOCUSABLE", "FOCUSED", "SHOWING", "CHECKED", "CHECKABLE", "IS_DEFAULT")


def say(**facts: object) -> None:
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def walk(item: Any, depth: int) -> None:
    with contextlib.suppress(GLib.GError):  # it went away while it was read; who waits looks again
        _walk(item, depth)


def _walk(item: Any, depth: int) -> None:
    if item is None:
        return
    states = item.get_state_set()
    has = [name.lower() for name in STATES if states.contains(getattr(Atspi.StateType, name))]
    say(
        depth=depth,
        role=item.get_role_name(),
        name=item.get_name(),
        description=item.get_description(),
        states=has,
        actions=item.get_n_actions() if "focusable" in has and "Action" in item.get_interfaces() else 0,
    )
    if depth and "showing" not in has:
        return  # nothing below it is on the screen either
    for index in range(item.get_child_count()):
        walk(item.get_child_at_index(index), depth + 1)


def tree() -> bool:
    desktop = Atspi.get_desktop(0)
    for index in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(index)
        if application is not None and application.get_name() == "Tallystick":
            walk(application, 0)
    say(over=True)
    return False


def heard(event: Any) -> None:
    if event.type.startswith("object:announcement"):
        say(announced=str(event.any_data))
    elif event.detail1:
        with contextlib.suppress(GLib.GError):  # it went away meanwhile
            say(focused=event.source.get_name(), role=event.source.get_role_name())


def read() -> None:
    for line in sys.stdin:
        if line.strip() == "tree":
            GLib.idle_add(tree)
    GLib.idle_add(Atspi.event_quit)


def main() -> None:
    Atspi.init()
    Atspi.Accessible.set_cache_mask(Atspi.get_desktop(0), Atspi.Cache.NONE)  # it asks each time
    listener = Atspi.EventListener.new(heard)
    for kind in ("object:announcement", "object:state-changed:focused"):
        listener.register(kind)
    say(ready=True)
    threading.Thread(target=read, daemon=True).start()
    Atspi.event_main()


if __name__ == "__main__":
    main()

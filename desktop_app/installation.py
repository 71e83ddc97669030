"""How this Tallystick is installed, and what starts it again from elsewhere."""

import sys
from pathlib import Path

from desktop_app import COMMAND_NAME


def is_packaged() -> bool:
    """With a Python and libraries of its own."""
    return bool(getattr(sys, "frozen", False))


def start_command() -> list[str]:
    """For menus and for the start of a session, whose current folder is anybody's."""
    called = Path(sys.argv[0])
    if is_packaged():
        return [sys.executable]
    if called.name == COMMAND_NAME:
        return [str(called.absolute())]
    return [sys.executable, "-P", "-m", __name__.partition(".")[0]]

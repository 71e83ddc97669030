"""Received files carry what Windows and macOS need to ask before one of them is run: that it came from elsewhere."""

import contextlib
import sys
import time
from collections.abc import Callable
from typing import Final

from desktop_app import APP_NAME
from desktop_app.storage import system_calls

_SYSTEMS: Final = frozenset({"win32", "darwin"})  # that ask
_ZONE: Final = "[ZoneTransfer]\r\nZoneId=3\r\n"  # “Internet”: less than that asks nothing
_QUARANTINE: Final = "com.apple.quarantine"
_DOWNLOADED: Final = 0x0081  # by a program of the person, never opened yet


def mark(descriptor: int, path: Callable[[], str]) -> None:
    """The open file `descriptor`, which is at `path`; only Windows asks for that. A disk that cannot keep the mark
    still holds the file. The time of the file may change."""
    if sys.platform not in _SYSTEMS:
        return
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            with open(f"{path()}:Zone.Identifier", "w", encoding="ascii", newline="") as stream:  # noqa: PTH123
                stream.write(_ZONE)
        elif sys.platform == "darwin":
            value = f"{_DOWNLOADED:04x};{int(time.time()):08x};{APP_NAME};"
            system_calls.set_attribute(descriptor, _QUARANTINE, value.encode())

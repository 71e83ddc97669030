"""Whether a window can open at all, asked without Qt: Qt itself would end the process."""

import ctypes
import os
import socket
import sys
from pathlib import Path


def display_available() -> bool:
    """True where a desktop answers, or where a Qt platform that needs none was asked for."""
    if sys.platform in {"win32", "darwin"}:
        return True
    asked = os.environ.get("QT_QPA_PLATFORM") or "wayland;xcb"  # in the order of preference
    return any(_answers(each.partition(":")[0]) for each in asked.split(";"))


def _answers(platform: str) -> bool:
    if platform == "xcb":
        return bool(os.environ.get("DISPLAY")) and _x_answers()
    return _wayland_answers() if platform.startswith("wayland") else True


def _wayland_answers() -> bool:
    if os.environ.get("WAYLAND_SOCKET"):  # a connection that is open already
        return True
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name))
        except OSError:
            return False
    return True


def _x_answers() -> bool:
    """Whether the display of the environment lets this program in. True where there is no library to ask it with."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)  # never NULL; what failed is to be disconnected, too
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)

"""Whether a window can open at all, asked without Qt: Qt itself would end the process."""

import os
import sys


def display_available() -> bool:
    """True where a desktop is there, or where a Qt platform that needs none was asked for."""
    if os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in {"offscreen", "minimal", "vnc"}:
        return True
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

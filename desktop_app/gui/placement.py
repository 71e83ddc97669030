"""Where the window was, and how big, from one run to the next. Nobody would miss it: failures are not told."""

import logging
from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.errors import ProfileUnusable
from desktop_app.storage import private_file
from desktop_app.storage.profile import Profile

_SIZE_MAX: Final = 4096  # bytes; Qt needs some 70
_log: Final = logging.getLogger(__name__)


def restore(window: QWidget, profile: Profile) -> None:
    """As it was, but on a screen that is there now: Qt sees to that."""
    try:
        stored, _ = private_file.read(profile.window, _SIZE_MAX)
    except (OSError, ValueError):
        return
    window.restoreGeometry(stored)


def keep(window: QWidget, profile: Profile) -> None:
    try:
        private_file.replace(profile, profile.window, bytes(window.saveGeometry().data()))
    except ProfileUnusable as error:
        _log.info("the place of the window is not kept: %s", error)

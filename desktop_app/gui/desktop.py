"""Handing something to the desktop: a received file, where it is, or a page."""

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from desktop_app.gui.bridge import door_to


class Desktop:
    """Replaced in tests. A disk that is slow, or far away, is asked on a thread: `gone` is called on this one."""

    def open(self, path: Path, gone: Callable[[], None]) -> None:
        _Look(path, lambda: _open(path), gone)

    def show(self, path: Path, gone: Callable[[], None]) -> None:
        """In its folder."""
        _Look(path, lambda: _show(path), gone)

    def browse(self, address: str) -> None:
        """A page, in the person's browser."""
        if sys.platform.startswith("linux"):
            _start("xdg-open", address)
        else:
            QDesktopServices.openUrl(QUrl(address))


class _Look(QObject):
    """Is it still there? Signals: found(bool)."""

    found = Signal(bool)
    _looking: ClassVar[set["_Look"]] = set()  # nobody else holds on to them

    def __init__(self, path: Path, there: Callable[[], None], gone: Callable[[], None]) -> None:
        super().__init__()
        self._there, self._gone = there, gone
        self.found.connect(self._done)
        self._looking.add(self)
        tell = door_to(self.found)
        threading.Thread(target=lambda: tell(os.path.lexists(path)), name="look", daemon=True).start()

    @Slot(bool)
    def _done(self, there: bool) -> None:  # Qt's signature
        self._looking.discard(self)
        (self._there if there else self._gone)()


def _open(path: Path) -> None:
    if sys.platform.startswith("linux"):
        _start("xdg-open", str(path))
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _show(path: Path) -> None:
    if sys.platform == "win32":
        _start("explorer", f"/select,{path}")
    elif sys.platform == "darwin":
        _start("open", "-R", str(path))
    else:
        _start("xdg-open", str(path.parent))


def _start(program: str, *arguments: str) -> None:
    """In the environment that is ours: a packaged program has taken its own libraries out of it as it began."""
    QProcess.startDetached(program, list(arguments))

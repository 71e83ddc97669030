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

Told = Callable[[], None]


class Desktop:
    """Replaced in tests. A disk that is slow, or far away, is asked on a thread: `gone` is called on this one, and
    `helpless` where there is no program to start."""

    def open(self, path: Path, gone: Told, helpless: Told) -> None:
        _Look(path, lambda: _open(path), gone, helpless)

    def show(self, path: Path, gone: Told, helpless: Told) -> None:
        """In its folder."""
        _Look(path, lambda: _show(path), gone, helpless)

    def browse(self, address: str, helpless: Told) -> None:
        """A page, in the person's browser."""
        if not _open_url(address, QUrl(address)):
            helpless()


class _Look(QObject):
    """Is it still there? Signals: found(bool)."""

    found = Signal(bool)
    _looking: ClassVar[set["_Look"]] = set()  # nobody else holds on to them

    def __init__(self, path: Path, there: Callable[[], bool], gone: Told, helpless: Told) -> None:
        super().__init__()
        self._there, self._gone, self._helpless = there, gone, helpless
        self.found.connect(self._done)
        self._looking.add(self)
        tell = door_to(self.found)
        threading.Thread(target=lambda: tell(os.path.lexists(path)), name="look", daemon=True).start()

    @Slot(bool)
    def _done(self, there: bool) -> None:  # Qt's signature
        self._looking.discard(self)
        if not there:
            self._gone()
        elif not self._there():
            self._helpless()


def _open(path: Path) -> bool:
    return _open_url(str(path), QUrl.fromLocalFile(str(path)))


def _open_url(word: str, url: QUrl) -> bool:
    return _start("xdg-open", word) if sys.platform.startswith("linux") else QDesktopServices.openUrl(url)


def _show(path: Path) -> bool:
    if sys.platform == "win32":
        return _start("explorer", f"/select,{path}")
    if sys.platform == "darwin":
        return _start("open", "-R", str(path))
    return _start("xdg-open", str(path.parent))


def _start(program: str, *arguments: str) -> bool:
    """In the environment that is ours: a packaged program has taken its own libraries out of it as it began."""
    started, _process = QProcess.startDetached(program, list(arguments))
    return started

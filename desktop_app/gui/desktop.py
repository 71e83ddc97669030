"""Handing something to the desktop: a received file, where it is, or a page."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QProcess, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from desktop_app.gui.bridge import door_to

Told = Callable[[], None]

OPENER_SECONDS: Final = 10.0  # in which one that found no program has ended, on a slow computer, too


class Desktop:
    """Replaced in tests. A disk that is slow, or far away, is asked on a thread: `gone` is called on this one, and
    `helpless` where no program opens it, once at most."""

    def open(self, path: Path, gone: Told, helpless: Told) -> None:
        _Look(path, gone, lambda: _open_url(str(path), QUrl.fromLocalFile(str(path)), helpless))

    def show(self, path: Path, gone: Told, helpless: Told) -> None:
        """In its folder."""
        _Look(path, gone, lambda: _show(path, helpless))

    def browse(self, address: str, helpless: Told) -> None:
        """A page, in the person's browser."""
        _open_url(address, QUrl(address), helpless)


class _Look(QObject):
    """Is it still there? Signals: found(bool)."""

    found = Signal(bool)
    _looking: ClassVar[set["_Look"]] = set()  # nobody else holds on to them

    def __init__(self, path: Path, gone: Told, there: Told) -> None:
        super().__init__()
        self._gone, self._there = gone, there
        self.found.connect(self._done)
        self._looking.add(self)
        tell = door_to(self.found)
        threading.Thread(target=lambda: tell(os.path.lexists(path)), name="look", daemon=True).start()

    @Slot(bool)
    def _done(self, there: bool) -> None:  # Qt's signature
        self._looking.discard(self)
        (self._there if there else self._gone)()


class _Watch(QObject):
    """Did the opener find a program? It says so by how it ends, if it ends at once: some stay as long as what they
    opened. Signals: over(bool)."""

    over = Signal(bool)
    _watching: ClassVar[set["_Watch"]] = set()

    def __init__(self, process: "subprocess.Popen[bytes]", helpless: Told) -> None:
        super().__init__()
        self._helpless = helpless
        self.over.connect(self._done)
        self._watching.add(self)
        tell, until = door_to(self.over), time.monotonic() + OPENER_SECONDS

        def wait() -> None:
            failed = process.wait() != 0
            tell(failed and time.monotonic() < until)

        threading.Thread(target=wait, name="opener", daemon=True).start()

    @Slot(bool)
    def _done(self, failed: bool) -> None:  # Qt's signature
        self._watching.discard(self)
        if failed:
            self._helpless()


def _open_url(word: str, url: QUrl, helpless: Told) -> None:
    if sys.platform.startswith("linux"):
        _watched(helpless, "xdg-open", word)
    elif not QDesktopServices.openUrl(url):
        helpless()


def _show(path: Path, helpless: Told) -> None:
    if sys.platform == "win32":
        _start(helpless, "explorer", f"/select,{path}")  # how it ends says nothing
    elif sys.platform == "darwin":
        _start(helpless, "open", "-R", str(path))
    else:
        _watched(helpless, "xdg-open", str(path.parent))


def _start(helpless: Told, program: str, *arguments: str) -> None:
    """In the environment that is ours: a packaged program has taken its own libraries out of it as it began."""
    started, _process = QProcess.startDetached(program, list(arguments))
    if not started:
        helpless()


def _watched(helpless: Told, *command: str) -> None:
    """As `_start`; it outlives this program as well."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own opener, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        helpless()
    else:
        _Watch(process, helpless)

"""Handing received files to the desktop: open one, or show where it is."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment, QUrl
from PySide6.QtGui import QDesktopServices


class Desktop:
    """Replaced in tests."""

    def open(self, path: Path) -> None:
        if sys.platform.startswith("linux"):
            _start("xdg-open", str(path))
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def show(self, path: Path) -> None:
        if sys.platform == "win32":
            _start("explorer", f"/select,{path}")
        elif sys.platform == "darwin":
            _start("open", "-R", str(path))
        else:
            _start("xdg-open", str(path.parent))


def _start(program: str, *arguments: str) -> None:
    """A packaged app points the loader and Qt at its own libraries; other programs must not inherit that."""
    process = QProcess()
    environment = QProcessEnvironment.systemEnvironment()
    original = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if original is not None:
        environment.insert("LD_LIBRARY_PATH", original)
    elif getattr(sys, "frozen", False):
        environment.remove("LD_LIBRARY_PATH")
    environment.remove("QT_PLUGIN_PATH")
    process.setProcessEnvironment(environment)
    process.setProgram(program)
    process.setArguments(list(arguments))
    process.startDetached()

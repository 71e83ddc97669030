"""Where Qt may take plugins from: a packaged program's own folder of them, and nowhere else."""

import os
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication


def only_our_own() -> None:
    """In a packaged program, before there is an application."""
    from _pyi_rth_utils.qt import create_embedded_qt_conf  # PyInstaller's, there where it has packaged Qt

    qt = Path(PySide6.__path__[0])
    # Else Qt's binding believes a qt.conf beside the executable.
    create_embedded_qt_conf("PySide6", str(qt if sys.platform == "win32" else qt / "Qt"))
    forget_beside_the_program()


def forget_beside_the_program() -> None:
    """Qt would load plugins from beside the executable, too.

    It adds that folder as the application begins, and then replays what was taken out before, of the folders that it
    knew. So the folder is named in the environment for the moment in which Qt looks there for the first time.
    """
    beside = str(Path(sys.executable).resolve().parent)
    os.environ["QT_PLUGIN_PATH"] = beside
    try:
        QCoreApplication.libraryPaths()
    finally:
        del os.environ["QT_PLUGIN_PATH"]
    QCoreApplication.removeLibraryPath(beside)

"""Where Qt may take plugins from: a packaged program's own folder of them, and nowhere else."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication


def forget_beside_the_program() -> None:
    """Call before there is an application: Qt would load plugins from beside the executable, too.

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

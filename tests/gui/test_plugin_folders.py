"""A packaged program takes plugins from its own folder only. Asked of a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

ASK = """
import json, os
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from desktop_app.gui import plugin_folders

if {forget}:
    plugin_folders.forget_beside_the_program()
app = QApplication([])
print(json.dumps([QCoreApplication.libraryPaths(), "QT_PLUGIN_PATH" in os.environ]))
"""


def folders(*, forget: bool) -> tuple[list[str], bool]:
    command = [sys.executable, "-c", ASK.format(forget=forget)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    paths, named = json.loads(done.stdout)
    return paths, named


def test_case_096_nothing_is_taken_from_beside_the_executable() -> None:
    beside = str(Path(sys.executable).resolve().parent)
    before, _named = folders(forget=False)
    assert beside in before, "Qt has stopped doing that, and nothing need be done about it"
    after, named = folders(forget=True)
    assert after == [path for path in before if path != beside]
    assert not named, "programs that it starts would inherit that"

"""Qt's bindings leave Python's import alone."""

import os
import subprocess
import sys
from pathlib import Path

_START = """
import builtins, linecache, sys
from unittest.mock import patch
plain = builtins.__import__
from desktop_app.__main__ import main
from desktop_app.engine import summons
with patch.object(summons, "claim", lambda *_, **__: None):  # as far as it comes while another one is open
    assert main(["--profile", sys.argv[1]]) == 0
assert "desktop_app.gui.main_window" in sys.modules
assert builtins.__import__ is plain
print(*(name for name in linecache.cache if "desktop_app" in name))
"""


def test_no_source_is_read_at_the_start(tmp_path: Path) -> None:
    """It would take a tenth of the time, and 10 MB."""
    command = [sys.executable, "-c", _START, str(tmp_path / "profile")]
    run = subprocess.run(command, env=os.environ, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1] == "", run.stdout

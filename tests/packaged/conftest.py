"""The scripts of packaging/ are modules here."""

import sys
from pathlib import Path

import desktop_app

PACKAGING = Path(desktop_app.__file__).parents[1] / "packaging"
sys.path += [str(PACKAGING), str(PACKAGING / "pyinstaller")]

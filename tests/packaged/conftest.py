"""The scripts of packaging/ are modules here."""

import sys
from pathlib import Path

import desktop_app

sys.path.append(str(Path(desktop_app.__file__).parents[1] / "packaging"))

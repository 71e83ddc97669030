"""Where the files are that are not code: beside the package in a checkout and in a bundle, inside it in a wheel."""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent
_INSIDE: Final = _PACKAGE / "resources"

FOLDER: Final = _INSIDE if _INSIDE.is_dir() else _PACKAGE.parent / "resources"
ICONS: Final = FOLDER / "icons"
"""SVGs."""
TRANSLATIONS: Final = FOLDER / "translations"
"""What translators write (.ts), and what Qt reads of it (.qm)."""
LINUX: Final = FOLDER / "linux"
"""Entries for menus, file managers and firewalls."""

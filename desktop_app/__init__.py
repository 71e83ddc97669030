"""Tallystick sends files to nearby computers and proves which computer it is."""

from typing import Final

__version__: Final = "0.1.0"
APP_NAME: Final = "Tallystick"
APP_ID: Final = "io.github.tallystick.Tallystick"
COMMAND_NAME: Final = "tallystick"
RELEASES: Final = "https://github.com/tallystick/tallystick/releases"  # opened in a browser, never by us

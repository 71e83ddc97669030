"""What other programs say of this computer. They are asked, with fixed arguments, and never made to change anything."""

import shutil
import subprocess
from typing import Final

_SECONDS: Final = 3.0


def output(program: str, *arguments: str, seconds: float = _SECONDS) -> str | None:
    """What it prints; None where it is missing, fails, or does not come back."""
    path = shutil.which(program)
    if path is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603  fixed arguments, read-only
            [path, *arguments], capture_output=True, text=True, timeout=seconds, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return None
    return done.stdout

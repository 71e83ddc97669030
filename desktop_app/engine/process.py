"""What holds for the whole process that keeps keys in its memory."""

import contextlib
import sys


def forbid_core_dumps() -> None:
    """A crash may not write keys to the disk. Windows writes none unless its owner asked for them."""
    if sys.platform == "win32":
        return
    import resource  # does not exist on Windows

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))

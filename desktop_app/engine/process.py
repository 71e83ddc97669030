"""What holds for the whole process that keeps keys in its memory."""

import contextlib
import logging
import sys
import traceback


def forbid_core_dumps() -> None:
    """A crash may not write keys to the disk. Windows writes none unless its owner asked for them."""
    if sys.platform == "win32":
        return
    import resource  # does not exist on Windows

    with contextlib.suppress(OSError, ValueError):
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def log_crash(log: logging.Logger, what: str, crash: Exception) -> None:
    """Of what kind it was and where it happened; not in its own words, which may quote a file name or a value."""
    log.error("%s: %s\n%s", what, type(crash).__name__, "".join(traceback.format_tb(crash.__traceback__)))

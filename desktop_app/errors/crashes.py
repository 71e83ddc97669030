"""How a thread's top frame logs what should not have happened."""

import logging
import traceback


def log_crash(log: logging.Logger, what: str, crash: Exception) -> None:
    """Of what kind it was and where it happened; not in its own words, which may quote a file name or a value."""
    log.error("%s: %s\n%s", what, type(crash).__name__, "".join(traceback.format_tb(crash.__traceback__)))

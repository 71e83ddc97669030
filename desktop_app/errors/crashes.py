"""How a top frame logs, and tells, what should not have happened."""

import logging
import traceback
from pathlib import Path


def log_crash(log: logging.Logger, what: str, crash: Exception) -> None:
    """Of what kind it was and where it happened; not in its own words, which may quote a file name or a value."""
    log.error("%s: %s\n%s", what, type(crash).__name__, "".join(traceback.format_tb(crash.__traceback__)))


def told(crash: Exception) -> str:
    """In few words, likewise."""
    where = traceback.extract_tb(crash.__traceback__)[-1]
    return f"{type(crash).__name__} in {Path(where.filename).name}:{where.lineno}"

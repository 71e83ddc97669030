"""How a top frame logs, and tells, what should not have happened."""

import contextlib
import logging
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_AFTER_MISTAKE: Final = 1.0  # seconds: one that comes back each time must not keep a processor busy
_told_of: Final[set[str]] = set()  # no more than there are places in the program


def log_crash(log: logging.Logger, what: str, crash: Exception) -> None:
    """Of what kind it was and where it happened; not in its own words, which may quote a file name or a value."""
    log.error("%s: %s\n%s", what, type(crash).__name__, "".join(traceback.format_tb(crash.__traceback__)))


@contextlib.contextmanager
def survived(log: logging.Logger, what: str, *, pause: bool = True) -> Iterator[None]:
    """One round of what a thread does as long as the program runs: the next one comes, a moment after a mistake where
    that is to be waited for. Each is told once, as if the thread had ended with it."""
    try:
        yield
    except Exception as crash:
        log_crash(log, what, crash)
        if (mistake := f"{what}: {told(crash)}") not in _told_of:
            _told_of.add(mistake)
            threading.excepthook(
                threading.ExceptHookArgs((type(crash), crash, crash.__traceback__, threading.current_thread()))
            )
        if pause:
            time.sleep(_AFTER_MISTAKE)


def told(crash: Exception) -> str:
    """In few words, likewise."""
    where = traceback.extract_tb(crash.__traceback__)[-1]
    return f"{type(crash).__name__} in {Path(where.filename).name}:{where.lineno}"

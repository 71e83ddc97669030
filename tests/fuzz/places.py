"""A folder of this process alone, in memory where the system has such a place, gone when the process ends."""

import atexit
import os
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

PLACE: Final = "FUZZ_PLACE"  # in the environment: where else
_MEMORY: Final = Path(os.environ.get(PLACE, "/dev/shm"))


@cache
def folder(name: str) -> Path:
    memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None
    path = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-", dir=memory))
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


def put(path: str, content: bytes) -> None:
    """A file as the program leaves it: for this person alone."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(descriptor, content)
    finally:
        os.close(descriptor)

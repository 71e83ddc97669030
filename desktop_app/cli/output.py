"""Where lines go, and what becomes of those that cannot be written."""

import os
from typing import Protocol, TextIO

from desktop_app.cli.errors import OutputUnusable
from desktop_app.storage import disk_errors


class Writable(Protocol):
    """What a face needs of a text file."""

    def write(self, text: str, /) -> object: ...
    def flush(self) -> None: ...
    def isatty(self) -> bool: ...


class Output:
    """A text file on which a disk may be full. Used by the main thread only."""

    def __init__(self, stream: TextIO, *, may_lose: bool) -> None:
        """`may_lose`: nothing depends on these lines, and whoever writes them goes on without."""
        self._stream, self._may_lose = stream, may_lose
        self._failed = False

    def write(self, text: str, /) -> None:
        """Raises OutputUnusable, BrokenPipeError."""
        try:
            self._stream.write(text)
        except OSError as error:
            self._lost(error)

    def flush(self) -> None:
        """What is still in the buffer then may be written with a later line. Raises OutputUnusable, BrokenPipeError."""
        try:
            self._stream.flush()
        except OSError as error:
            self._lost(error)

    def isatty(self) -> bool:
        return self._stream.isatty()

    def finish(self) -> None:
        """Nothing more is written; the interpreter would try once more at its end, and complain."""
        if self._failed:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)

    def _lost(self, error: OSError) -> None:
        self._failed = True
        if isinstance(error, BrokenPipeError):
            raise error
        if not self._may_lose:
            raise OutputUnusable(reason=disk_errors.reason(error)) from error

"""Who gives received names to folders and files: a thread that the kernel keeps in the folder of its transfer.

The rules for names (`names`) and descriptors instead of paths (`directory`) hold without it. This is what is left
where one of them has a flaw, or somebody moves folders while we are in them: then the call fails, and nothing is
written elsewhere. Only the names matter: the bytes go, on the session's reader, into files with numbers for names.
A thread for each transfer, because what it gave up it cannot have back, and every transfer has its own folder.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, Final, Generic, TypeVar

from desktop_app.storage import directory, landlock
from desktop_app.storage.directory import Directory

T = TypeVar("T")


def by() -> str:
    """What in this system confines such a thread: "Landlock", or nothing."""
    return "Landlock" if directory.HAS_DESCRIPTORS and landlock.works() else ""


class Confined:
    """Where the system cannot confine a thread, there is none: everything is done by who asks for it."""

    def __init__(self, root: Directory) -> None:
        self._root = root
        self._lock = threading.RLock()  # one asks at a time
        self._thread: threading.Thread | None = None
        self._jobs: Final[SimpleQueue[Any]] = SimpleQueue()
        self._said: Final[SimpleQueue[Any]] = SimpleQueue()

    def start(self) -> None:
        """Before anything that matters. Raises OSError where it fails though this system can do it."""
        if by():
            thread = threading.Thread(target=self._work, name="confined")
            thread.start()
            try:
                self._said.get().take()
            except OSError:
                thread.join()
                raise
            self._thread = thread

    def run(self, do: Callable[[], T]) -> T:
        """Do it there, alone, and wait for it. Raises what `do` raises."""
        if threading.current_thread() is self._thread:
            return do()
        with self._lock:
            if self._thread is None:
                return do()
            self._jobs.put(do)
            while isinstance(said := self._said.get(), _Outside):
                self._jobs.put(_outcome(said.do))
            outcome: _Outcome[T] = said
            return outcome.take()

    def outside(self, do: Callable[[], T]) -> T:
        """Amid `run`: what needs more than that folder, done by who waits. It may not lead to `run`."""
        if threading.current_thread() is not self._thread:
            return do()
        self._said.put(_Outside(do))
        outcome: _Outcome[T] = self._jobs.get()
        return outcome.take()

    def close(self) -> None:
        """May be called twice."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._jobs.put(None)
            thread.join()

    def _work(self) -> None:
        kept = _outcome(self._give_up)
        self._said.put(kept)
        while kept.error is None and (do := self._jobs.get()) is not None:
            self._said.put(_outcome(do))
            del do  # it knows the transfer, which must not stay until there is something else to do

    def _give_up(self) -> None:
        descriptor = self._root.descriptor
        assert descriptor is not None
        landlock.keep_below(descriptor)


@dataclass(slots=True)
class _Outcome(Generic[T]):
    value: T | None
    error: BaseException | None

    def take(self) -> T:
        """Once."""
        if self.error is not None:
            error, self.error = self.error, None
            try:
                raise error
            finally:
                del error  # else it would hold the frame that holds it
        value: Any = self.value
        result: T = value
        return result


@dataclass(frozen=True, slots=True)
class _Outside:
    do: Callable[[], Any]


def _outcome(do: Callable[[], T]) -> _Outcome[T]:
    try:
        return _Outcome(do(), None)
    except BaseException as error:  # it belongs to who waits for it
        return _Outcome(None, error)

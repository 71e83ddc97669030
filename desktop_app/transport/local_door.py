"""A door into a running process for other programs of the same person, on this computer alone: no network.

One request, one answer, both plain bytes of a bounded size. Each door is a socket in a directory that only its owner
can enter; on Windows a named pipe, and an empty file in that directory that says so. Its name begins with the process.
"""

import contextlib
import logging
import os
import secrets
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import Final

from desktop_app.errors.crashes import log_crash

REQUEST_MAX: Final = 1024  # bytes, where a door takes no more than a question
ANSWER_MAX: Final = 2**20
CALLER_SECONDS: Final = 2.0  # for one caller, from coming in to going out
_BORN_SECONDS: Final = 5.0  # a socket is there a moment before somebody listens on it
_PATH_MAX: Final = 103  # bytes that every system takes for the path of a socket; Linux takes 107
_BACKLOG: Final = 16
_OUT_OF_DESCRIPTORS: Final = 0.05  # seconds: a full table must not make the thread spin
_log: Final = logging.getLogger(__name__)


class LocalDoor:
    """Open until `close`; one thread, one caller after the other."""

    def __init__(
        self, places: Sequence[Path], answer: Callable[[bytes], bytes | None], *, request_max: int = REQUEST_MAX
    ) -> None:
        """In the first place that will do. `answer` is quick; None turns the caller away. Raises OSError."""
        self._answer, self._request_max = answer, request_max
        self._path, self._listener = _open(places)
        self._closed = False
        # A daemon: should its socket be taken away, nothing can wake it, and that must not keep the program here.
        self._thread = threading.Thread(target=self._run, name="door", daemon=True)
        try:
            self._thread.start()
        except RuntimeError as error:
            self._remove()
            raise OSError("no more threads") from error

    def close(self) -> None:
        """May be called twice."""
        self._closed = True
        with contextlib.suppress(OSError):
            _call(self._path).close()  # wakes the thread
        self._thread.join(CALLER_SECONDS)
        self._remove()

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.close()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def _run(self) -> None:
        _remove_abandoned(self._path)
        while not self._closed:
            try:
                caller = self._listener.accept()
            except OSError:
                time.sleep(_OUT_OF_DESCRIPTORS)
                continue
            with caller:
                if not self._closed:
                    self._serve(caller)

    def _serve(self, caller: Connection) -> None:
        try:
            with _limited(caller):
                answer = self._answer(caller.recv_bytes(self._request_max))
                if answer is not None:
                    caller.send_bytes(answer)
        except (OSError, EOFError):
            pass  # the caller left, spoke out of turn or took too long
        except Exception as crash:
            log_crash(_log, "answering at the door failed", crash)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the process behind one door said; None where it did not, in time or at all."""

    process: int
    content: bytes | None


def ask_all(
    places: Sequence[Path], request: bytes, *, process: int | None = None, but: int | None = None
) -> list[Answer]:
    """Ask at every door in these places, or at those of one process, or of all but one. Doors that nobody is behind are
    removed."""
    answers = []
    for path in _doors(places):
        owner = int(path.name.partition("-")[0])
        if process not in {None, owner} or owner == but:
            continue
        try:
            with _call(path) as connection, _limited(connection):
                connection.send_bytes(request)
                answers.append(Answer(owner, connection.recv_bytes(ANSWER_MAX)))
        except (ConnectionRefusedError, FileNotFoundError):
            _remove_if_abandoned(path)
        except (OSError, EOFError):
            answers.append(Answer(owner, None))
    return answers


# --- where doors are --------------------------------------------------------------------------------------


def _open(places: Sequence[Path]) -> tuple[Path, Listener]:
    failure: OSError = FileNotFoundError("there is no place for a door")
    for place in places:
        path = place / f"{os.getpid()}-{secrets.token_hex(8)}"
        try:
            place.mkdir(mode=0o700, exist_ok=True)
            if not _is_private(place):
                raise PermissionError(f"others can enter {place}")
            return path, _listen(path)
        except OSError as error:
            failure = error
    raise failure


def _listen(path: Path) -> Listener:
    if sys.platform == "win32":
        listener = Listener(_pipe(path), "AF_PIPE", _BACKLOG)
        path.touch(exist_ok=False)
        return listener
    if len(os.fsencode(path)) > _PATH_MAX:
        raise OSError("the path is too long for a socket")
    listener = Listener(str(path), "AF_UNIX", _BACKLOG)
    path.chmod(0o600)
    return listener


def _doors(places: Sequence[Path]) -> list[Path]:
    found = []
    for place in places:
        with contextlib.suppress(OSError):
            if _is_private(place):
                found += sorted(path for path in place.iterdir() if _is_door(path))
    return found


def _is_door(path: Path) -> bool:
    process, _, rest = path.name.partition("-")
    if not (process.isascii() and process.isdecimal() and rest.isalnum()):
        return False
    try:
        return os.name != "posix" or stat.S_ISSOCK(path.lstat().st_mode)
    except FileNotFoundError:  # closed a moment ago
        return False


def _is_private(place: Path) -> bool:
    """Whether nobody but this person can put a door there, or reach one. Raises OSError."""
    if os.name != "posix":
        return True
    inside, around = place.lstat(), place.parent.stat()
    mine = stat.S_ISDIR(inside.st_mode) and inside.st_uid == os.geteuid() and not inside.st_mode & 0o077
    return mine and around.st_uid in {os.geteuid(), 0} and not around.st_mode & stat.S_IWOTH


def _remove_abandoned(own: Path) -> None:
    """What processes left there that were killed."""
    for path in _doors([own.parent]):
        try:
            if path != own:
                _call(path).close()
        except (ConnectionRefusedError, FileNotFoundError):
            _remove_if_abandoned(path)
        except OSError:
            pass


def _remove_if_abandoned(path: Path) -> None:
    with contextlib.suppress(OSError):
        if time.time() - path.lstat().st_mtime > _BORN_SECONDS:
            path.unlink()


# --- one call -----------------------------------------------------------------------------------------------


def _call(path: Path) -> Connection:
    """Raises OSError: ConnectionRefusedError or FileNotFoundError where nobody is behind that door."""
    if sys.platform == "win32":
        return Client(_pipe(path), "AF_PIPE")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as caller:
        caller.settimeout(CALLER_SECONDS)  # a process that was stopped lets nobody in
        caller.connect(str(path))
        caller.setblocking(True)
        return Connection(caller.detach())


@contextlib.contextmanager
def _limited(connection: Connection) -> Iterator[None]:
    """Cut the connection when its time is over: its reads and writes have no deadline of their own. Raises OSError."""
    with contextlib.ExitStack() as after:
        # A socket of its own: the number of the connection's may mean something else by then.
        line = None if sys.platform == "win32" else socket.socket(fileno=os.dup(connection.fileno()))
        if line is not None:
            after.enter_context(line)
        timer = threading.Timer(CALLER_SECONDS, _cut, (line or connection,))
        try:
            timer.start()
        except RuntimeError as error:
            raise OSError("no more threads") from error
        after.callback(timer.join)
        after.callback(timer.cancel)
        yield


def _cut(line: socket.socket | Connection) -> None:
    with contextlib.suppress(OSError):  # it has ended by itself
        if isinstance(line, socket.socket):
            line.shutdown(socket.SHUT_RDWR)
        else:
            line.close()


def _pipe(path: Path) -> str:
    return rf"\\.\pipe\tallystick-{path.name}"

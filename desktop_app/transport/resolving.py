"""Addresses as sockets take them. A name is looked up on a thread of its own: where the name service is gone that takes
half a minute, and nothing can end it."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Final

from desktop_app.errors import PeerUnreachable, ScopeMissing, UnknownHost
from desktop_app.transport.address import Address

_DEADLINE: Final = 8.0  # seconds for a name
_STOP_CHECK: Final = 0.2
_NO_SUCH_NAME: Final = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})

Target = tuple[socket.AddressFamily, Any]


def resolve(address: Address, stop: Callable[[], bool] = lambda: False) -> list[Target]:
    """Raises UnknownHost where there is no such name, ScopeMissing for an interface that there is not, PeerUnreachable
    where nobody says so in time, or `stop` ends it."""
    with contextlib.suppress(PeerUnreachable):
        return _look_up(address, socket.AI_NUMERICHOST)
    if ":" in address.host:
        raise ScopeMissing
    answer: Future[list[Target]] = Future()

    def look() -> None:
        try:
            answer.set_result(_look_up(address))
        except BaseException as error:
            answer.set_exception(error)

    # A daemon: the program does not stay for an answer that nobody waits for.
    looking = threading.Thread(target=look, name="names", daemon=True)
    try:
        looking.start()
    except RuntimeError as error:  # no more threads
        raise PeerUnreachable from error
    deadline = time.monotonic() + _DEADLINE
    while time.monotonic() < deadline and not stop():
        with contextlib.suppress(TimeoutError):
            return answer.result(_STOP_CHECK)
    raise PeerUnreachable


def _look_up(address: Address, flags: int = 0) -> list[Target]:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=flags)
    except UnicodeError as error:
        raise UnknownHost from error
    except OSError as error:
        raise (UnknownHost if error.errno in _NO_SUCH_NAME else PeerUnreachable) from error
    return [(socket.AddressFamily(family), where) for family, _, _, _, where in found]

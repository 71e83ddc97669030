"""Addresses as sockets take them. A name is looked up on a thread of its own: where the name service is gone that takes
half a minute, and nothing can end it."""

import contextlib
import queue
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from desktop_app.transport.address import Address

_DEADLINE: Final = 8.0  # seconds for a name
_STOP_CHECK: Final = 0.2

Target = tuple[socket.AddressFamily, Any]


def resolve(address: Address, stop: Callable[[], bool] = lambda: False) -> list[Target]:
    """Empty where nothing is found in time, or `stop` ends it."""
    literal = _look_up(address, socket.AI_NUMERICHOST)
    if literal or ":" in address.host:
        return literal
    answers: queue.SimpleQueue[list[Target]] = queue.SimpleQueue()
    # A daemon: the program does not stay for an answer that nobody waits for.
    looking = threading.Thread(target=lambda: answers.put(_look_up(address)), name="names", daemon=True)
    try:
        looking.start()
    except RuntimeError:  # no more threads
        return []
    deadline = time.monotonic() + _DEADLINE
    while time.monotonic() < deadline and not stop():
        with contextlib.suppress(queue.Empty):
            return answers.get(timeout=_STOP_CHECK)
    return []


def _look_up(address: Address, flags: int = 0) -> list[Target]:
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM, flags=flags)
    except (OSError, UnicodeError):
        return []
    return [(socket.AddressFamily(family), where) for family, _, _, _, where in found]

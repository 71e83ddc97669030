"""Connecting: all addresses of one device are raced, the first that answers is kept (RFC 8305 §5).

Where none does, the error says what came of them.
"""

import contextlib
import errno
import selectors
import socket
import time
from collections.abc import Callable, Sequence
from typing import Final

from desktop_app.errors import PeerSilent, PeerUnreachable
from desktop_app.transport.address import Address
from desktop_app.transport.channel import Channel, limit_receive_buffer
from desktop_app.transport.resolving import Target, resolve
from desktop_app.transport.unreachable import most_telling, reason

_STAGGER: Final = 0.25  # RFC 8305 §5: Connection Attempt Delay
_DEADLINE: Final = 8.0
_STOP_CHECK: Final = 0.2
_IN_PROGRESS: Final = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EAGAIN})


def dial(addresses: Sequence[Address], stop: Callable[[], bool]) -> Channel:
    """A channel to whichever address answers first. `stop` ends it early. Raises PeerUnreachable, and says why."""
    found: list[Target] = []
    why: list[type[PeerUnreachable]] = []
    for address in addresses:
        try:
            found += resolve(address, stop)
        except PeerUnreachable as error:
            why.append(type(error))
    waiting = list(dict.fromkeys(found))
    deadline = time.monotonic() + _DEADLINE
    next_start = time.monotonic()
    with selectors.DefaultSelector() as selector, contextlib.ExitStack() as losers:
        while (waiting or selector.get_map()) and time.monotonic() < deadline and not stop():
            if waiting and (time.monotonic() >= next_start or not selector.get_map()):
                next_start = time.monotonic() + _STAGGER
                started = _start(waiting.pop(0))
                if isinstance(started, int):
                    why.append(reason(started))
                    continue
                losers.enter_context(started)
                selector.register(started, selectors.EVENT_WRITE)
            pause = min(_STOP_CHECK, next_start - time.monotonic()) if waiting else _STOP_CHECK
            for key, _ in selector.select(max(0.0, pause)):
                attempt = key.fileobj
                assert isinstance(attempt, socket.socket)
                selector.unregister(attempt)
                if (failed := attempt.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)) == 0:
                    return Channel(attempt.dup())  # the original is closed with the losers
                why.append(reason(failed))
        why += [PeerSilent for _ in selector.get_map()]
    raise most_telling(why)


def _start(target: Target) -> socket.socket | int:
    """A socket that is connecting, or why it failed at once."""
    family, where = target
    try:
        attempt = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        return error.errno or 0
    attempt.setblocking(False)
    limit_receive_buffer(attempt)
    failed = attempt.connect_ex(where)
    if failed in _IN_PROGRESS | {0}:
        return attempt
    attempt.close()
    return failed

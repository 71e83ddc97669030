"""The listening port: accepts, keeps strangers few, and hands each connection on."""

import contextlib
import errno
import selectors
import socket
import threading
import time
from collections.abc import Callable
from typing import Final

from desktop_app.errors import ConnectionLost, PortInUse
from desktop_app.transport.channel import Channel, limit_receive_buffer
from desktop_app.transport.slots import Slots

_BACKLOG: Final = 64
_OUT_OF_DESCRIPTORS: Final = 0.05  # seconds: a full table must not make this thread spin
_ANY_PORT_TRIES: Final = 16


class Listener:
    """One port on IPv4 and IPv6, one thread. `on_channel` gets every admitted connection; it must not block."""

    def __init__(self, port: int, slots: Slots, on_channel: Callable[[Channel], None]) -> None:
        """Bind now. `port` 0 means any free one. Raises PortInUse."""
        self._slots = slots
        self._on_channel = on_channel
        self._sockets = _bind(port)
        self.port: Final[int] = self._sockets[0].getsockname()[1]
        self._wake_in, self._wake_out = socket.socketpair()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="listener")
        self._thread.start()

    def close(self) -> None:
        """Stop accepting and free the port; may be called twice."""
        if not self._closed:
            self._closed = True
            self._wake_in.close()
            self._thread.join()

    def _run(self) -> None:
        with selectors.DefaultSelector() as selector, contextlib.ExitStack() as open_sockets:
            open_sockets.enter_context(self._wake_out)
            selector.register(self._wake_out, selectors.EVENT_READ)
            for listening in self._sockets:
                open_sockets.enter_context(listening)
                selector.register(listening, selectors.EVENT_READ)
            while not self._closed:
                for key, _ in selector.select():
                    if isinstance(key.fileobj, socket.socket) and key.fileobj is not self._wake_out:
                        self._accept(key.fileobj)

    def _accept(self, listening: socket.socket) -> None:
        try:
            connection, (host, *_) = listening.accept()
        except OSError:
            time.sleep(_OUT_OF_DESCRIPTORS)  # or the caller is gone already; either way the next select decides
            return
        if not self._slots.take_incoming(host):
            connection.close()
            return
        try:
            channel = Channel(connection)
        except ConnectionLost:
            self._slots.release_incoming(host)
            return
        self._on_channel(channel)


def _bind(port: int) -> list[socket.socket]:
    """Listening sockets for IPv4 and, where there is one, IPv6, on the same port."""
    for _ in range(_ANY_PORT_TRIES):
        opened: list[socket.socket] = []
        try:
            opened.append(_listen(socket.AF_INET, "0.0.0.0", port))  # noqa: S104  the point of the program
            with contextlib.suppress(_NoFamilyError):
                opened.append(_listen(socket.AF_INET6, "::", opened[0].getsockname()[1]))
        except PortInUse:
            for each in opened:
                each.close()
            if port:
                raise
        else:
            return opened
    raise PortInUse(port=port)


class _NoFamilyError(Exception):
    """This computer has no IPv6."""


def _listen(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    try:
        listening = socket.socket(family, socket.SOCK_STREAM)
    except OSError as error:
        raise _NoFamilyError from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows, where REUSEADDR would let anybody share the port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        limit_receive_buffer(listening)
        listening.bind((host, port))
        listening.listen(_BACKLOG)
        listening.setblocking(False)
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRNOTAVAIL and family == socket.AF_INET6:
            raise _NoFamilyError from error
        raise PortInUse(port=port) from error
    return listening

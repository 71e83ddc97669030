"""A line between two nodes that a test can cut: a plain relay that knows nothing of what it carries."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Self

from desktop_app.transport.address import Address

_PART = 65536


class Line:
    """Listens on a port of its own and carries every connection to `to`."""

    def __init__(self, to: Address) -> None:
        self._to = to
        self._server = socket.create_server(("127.0.0.1", 0))
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._down = False
        self.carried = 0  # connections
        self._begin(self._accept)

    @property
    def address(self) -> Address:
        return Address("127.0.0.1", self._server.getsockname()[1])

    def cut(self) -> None:
        """Every connection breaks, and none is let through until `mend`."""
        with self._lock:
            self._down = True
            broken, self._open = self._open, []
        for each in broken:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def mend(self, to: Address | None = None) -> None:
        with self._lock:
            self._to, self._down = to or self._to, False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        self.cut()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            with self._lock:
                down = self._down
            try:
                if down:
                    raise ConnectionRefusedError
                far = socket.create_connection((self._to.host, self._to.port), 5)
                far.settimeout(None)  # a session that rests says something only every five seconds
            except OSError:
                near.close()
                continue
            with self._lock:
                self._open += [near, far]
                self.carried += 1
            for source, target in ((near, far), (far, near)):
                self._begin(lambda source=source, target=target: _carry(source, target))

    def _begin(self, do: object) -> None:
        assert callable(do)
        thread = threading.Thread(target=do, name="line")
        self._threads.append(thread)
        thread.start()


def _carry(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while part := source.recv(_PART):
            target.sendall(part)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)

"""A line between two computers that a test can damage or cut."""

import contextlib
import select
import socket
import struct
import threading
from types import TracebackType
from typing import Final, Self

_TICK: Final = 0.02
_RESET: Final = struct.pack("ii", 1, 0)  # SO_LINGER: closing sends RST


class Line:
    """Whoever dials `port` reaches the port `to`, once. With its own thread, while it is entered.

    `bytes_per_second`: what it carries at most, where it is slow.
    """

    def __init__(self, to: int, *, bytes_per_second: int | None = None) -> None:
        self._to, self._rate = to, bytes_per_second
        self._server = socket.create_server(("127.0.0.1", 0))
        if bytes_per_second is not None:  # and holds little itself
            self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        self.port: Final[int] = self._server.getsockname()[1]
        self._cut = threading.Event()
        self._damage = ""
        self._thread = threading.Thread(target=self._run, name="line")

    def cut(self) -> None:
        """Both sides get a RST."""
        self._cut.set()

    def damage(self, whose: str) -> None:
        """Change the last byte of what the "dialler" or the "listener" says next."""
        self._damage = whose

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cut.set()
        self._thread.join()
        self._server.close()

    def _run(self) -> None:
        while not select.select([self._server], [], [], _TICK)[0]:
            if self._cut.is_set():
                return
        with self._server.accept()[0] as dialler, socket.create_connection(("127.0.0.1", self._to)) as listener:
            other = {dialler: listener, listener: dialler}
            with contextlib.suppress(OSError):
                while not self._cut.is_set():
                    for side in select.select(list(other), [], [], _TICK)[0]:
                        said = side.recv(65536)
                        if not said:
                            return
                        if self._damage == ("dialler" if side is dialler else "listener"):
                            said, self._damage = said[:-1] + bytes((said[-1] ^ 1,)), ""
                        if self._rate is not None:
                            self._cut.wait(len(said) / self._rate)
                        other[side].sendall(said)
                for side in other:
                    side.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)

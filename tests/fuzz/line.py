"""A line on which what comes lies ready, instead of a socket."""

import socket
from typing import cast


class Line:
    """Gives it in pieces of at most `piece` bytes, then the end; takes whatever is said."""

    def __init__(self, content: bytes, piece: int = 1 << 20) -> None:
        self._content, self._piece, self._at = bytearray(content), piece, 0
        self.sent = bytearray()

    def give(self, more: bytes) -> None:
        """It comes behind the rest."""
        self._content += more

    def socket(self) -> socket.socket:
        return cast(socket.socket, self)

    def recv_into(self, view: memoryview) -> int:
        count = min(len(view), self._piece, len(self._content) - self._at)
        view[:count] = self._content[self._at : self._at + count]
        self._at += count
        return count

    def send(self, view: memoryview) -> int:
        self.sent += view
        return len(view)

    def settimeout(self, _seconds: float) -> None: ...

    def setsockopt(self, *_option: int) -> None: ...

    def getsockopt(self, *_option: int) -> bytes:
        return b"cubic"

    def getpeername(self) -> tuple[str, int]:
        return "192.0.2.7", 47471

"""One connected TCP socket as two byte streams with deadlines, and frames on top.

A reader thread and a writer thread share a channel. The socket's own time-out is one short
constant, because it would count for both directions; each call holds its own deadline instead.
"""

import contextlib
import os
import socket
import time
from collections.abc import Callable
from ipaddress import IPv6Address
from typing import Final

from desktop_app.errors import ConnectionLost, LimitExceeded, PeerTimeout
from desktop_app.protocol import limits
from desktop_app.transport import congestion
from desktop_app.transport.address import Address
from desktop_app.transport.waiting import Waiting

_RECEIVE_BUFFER: Final = 4 * limits.MIB  # less makes both sides wait for each other, much more leaves the caches
# What the kernel holds beyond what is on its way: a word that comes up stands behind it.
_UNSENT_SECONDS: Final = 0.03  # of what the line takes
_UNSENT_MIN: Final = 64 * limits.KIB
_UNSENT_MAX: Final = 8 * limits.MIB
_RATE_SECONDS: Final = 0.1  # over which that is measured
_POLL: Final = 0.5  # seconds until a blocked call looks at its deadline and at `abort` again


class Channel:
    """Bytes in, bytes out. Every socket error becomes ConnectionLost or PeerTimeout here."""

    def __init__(self, connected: socket.socket, *, said: bytes = b"", since: float | None = None) -> None:
        """`said`: what was read from it already. `since`: when it connected, monotonic; else now."""
        self.since: Final = time.monotonic() if since is None else since
        self._said = memoryview(said)
        self.sending: Final = Waiting()
        self.receiving: Final = Waiting()
        self._socket = connected
        self._aborted = False
        self._sent, self._sent_since = 0, time.monotonic()  # bytes since then
        connected.settimeout(_POLL)
        with contextlib.suppress(OSError):
            connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        congestion.fit(connected)
        try:
            self.remote: Final = _remote(connected)
        except (OSError, ValueError) as error:  # of one that was reset macOS may give no address
            connected.close()
            raise ConnectionLost from error

    def receive_into(self, view: memoryview, *, until: float | None) -> None:
        """Fill `view`. `until`: monotonic deadline for all of it; None: the peer may be silent `limits.SILENCE`."""
        with self.receiving:
            self._receive_into(view, until)

    def _receive_into(self, view: memoryview, until: float | None) -> None:
        received = min(len(self._said), len(view))
        view[:received], self._said = self._said[:received], self._said[received:]
        deadline = until if until is not None else time.monotonic() + limits.SILENCE
        while received < len(view):
            try:
                count = self._socket.recv_into(view[received:])
            except TimeoutError:
                self._check(deadline)
                continue
            except OSError as error:
                raise ConnectionLost from error
            if count == 0:
                raise ConnectionLost
            received += count
            if until is None:
                deadline = time.monotonic() + limits.SILENCE
            elif received < len(view):
                self._check(deadline)

    def receive_frame_into(
        self, buffer: memoryview, size_of: Callable[[memoryview], int], *, until: float | None
    ) -> memoryview:
        """The next frame, header included, within `buffer`. `size_of` judges the header before anything is read."""
        header = buffer[: limits.FRAME_HEADER]
        self.receive_into(header, until=until)
        end = limits.FRAME_HEADER + size_of(header)
        if end > len(buffer):
            raise LimitExceeded(detail="frame length")
        self.receive_into(buffer[limits.FRAME_HEADER : end], until=until)
        return buffer[:end]

    def send_all(self, view: memoryview | bytes, *, until: float | None) -> None:
        """Send everything. `until` as for `receive_into`: None asks only that the peer keeps taking some."""
        with self.sending:
            self._send_all(view, until)

    def _send_all(self, view: memoryview | bytes, until: float | None) -> None:
        rest = memoryview(view)
        deadline = until if until is not None else time.monotonic() + limits.SILENCE
        while rest:
            try:
                sent = self._socket.send(rest)
            except TimeoutError:
                self._check(deadline)
                continue
            except OSError as error:
                raise ConnectionLost from error
            rest = rest[sent:]
            if until is None:
                deadline = time.monotonic() + limits.SILENCE
        self._sent += len(view)
        self._fit_unsent(time.monotonic())

    def _fit_unsent(self, now: float) -> None:
        """Where the system can (Linux, macOS): a slow line gets no more to hold than it takes in a moment."""
        if (elapsed := now - self._sent_since) < _RATE_SECONDS:
            return
        unsent = min(max(_UNSENT_MIN, int(self._sent / elapsed * _UNSENT_SECONDS)), _UNSENT_MAX)
        self._sent, self._sent_since = 0, now
        with contextlib.suppress(OSError, AttributeError):
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, unsent)

    def finish_sending(self) -> None:
        """Tell the peer's kernel that nothing follows."""
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_WR)

    def abort(self) -> None:
        """Make every blocked call end with ConnectionLost; from any thread."""
        self._aborted = True
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Give the socket back; only when no other thread uses it. May be called twice."""
        self._socket.close()

    def _check(self, deadline: float) -> None:
        if self._aborted:
            raise ConnectionLost
        if time.monotonic() >= deadline:
            raise PeerTimeout


def _remote(connected: socket.socket) -> Address:
    """With its scope, without which a link-local address leads nowhere. Raises OSError, ValueError."""
    host, port, *more = connected.getpeername()
    scope = more[1] if more and IPv6Address(host).is_link_local else 0
    return Address(f"{host}%{_scope(scope)}" if scope else host, port)


def _scope(index: int) -> str:
    """As everywhere in the program: the name of the interface, on Windows its number."""
    if os.name == "posix":
        with contextlib.suppress(OSError):  # it is gone
            return socket.if_indextoname(index)
    return str(index)


def limit_receive_buffer(unconnected: socket.socket) -> None:
    """Before connect or listen, for then the TCP window is agreed."""
    with contextlib.suppress(OSError):
        unconnected.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _RECEIVE_BUFFER)

"""Somebody on the line who changes nothing and writes everything down."""

import contextlib
import socket
import threading
from types import TracebackType
from typing import Final, Self

from desktop_app.transport.address import Address

_PIECE: Final = 1 << 16
_PATIENCE: Final = 10.0


class Recording:
    """Every byte of one connection, by who sent it."""

    def __init__(self) -> None:
        self.of_initiator = bytearray()
        self.of_responder = bytearray()

    def frames(self) -> tuple[list[bytes], list[bytes]]:
        """What the initiator and what the responder sent, frame by frame, lengths included."""
        return _frames(bytes(self.of_initiator)), _frames(bytes(self.of_responder))


def _frames(raw: bytes) -> list[bytes]:
    frames = []
    while raw:
        end = 4 + int.from_bytes(raw[:4], "big")
        assert len(raw) >= end, "cut off within a frame"
        frames.append(raw[:end])
        raw = raw[end:]
    return frames


class WireTap:
    """A port that leads to another one; one connection at a time."""

    def __init__(self, target: Address) -> None:
        self.recordings: list[Recording] = []
        self._target = target
        self._server = socket.create_server(("127.0.0.1", 0))
        self.address = Address("127.0.0.1", self._server.getsockname()[1])
        self._open: list[socket.socket] = []
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="wire-tap")
        self._thread.start()

    def _run(self) -> None:
        while True:
            try:
                near, _ = self._server.accept()
            except OSError:
                return
            if self._closed:
                near.close()
                return
            far = socket.create_connection((self._target.host, self._target.port), _PATIENCE)
            far.settimeout(None)
            recording = Recording()
            self.recordings.append(recording)
            back = threading.Thread(target=_pass_on, args=(far, near, recording.of_responder), name="wire-tap-back")
            with near, far:
                self._open = [near, far]
                back.start()
                _pass_on(near, far, recording.of_initiator)
                back.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends what still runs."""
        self._closed = True
        for each in self._open:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError), socket.create_connection((self.address.host, self.address.port), _PATIENCE):
            pass  # wakes `accept`
        self._thread.join()
        self._server.close()


def _pass_on(source: socket.socket, sink: socket.socket, written_down: bytearray) -> None:
    """Until the source ends; then the sink hears that it has."""
    with contextlib.suppress(OSError):
        while piece := source.recv(_PIECE):
            written_down += piece
            sink.sendall(piece)
    with contextlib.suppress(OSError):
        sink.shutdown(socket.SHUT_WR)

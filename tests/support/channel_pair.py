"""Two ends of one TCP connection on the loopback, as plain sockets or as channels."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager

from desktop_app.transport.channel import Channel


def connected_sockets() -> tuple[socket.socket, socket.socket]:
    """The dialling and the listening end."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        dialled = socket.create_connection(server.getsockname())
        accepted, _ = server.accept()
    return dialled, accepted


@contextmanager
def channel_and_socket() -> Iterator[tuple[Channel, socket.socket]]:
    """A channel, and the plain socket of a peer that may do anything."""
    near, far = connected_sockets()
    channel = Channel(near)
    try:
        yield channel, far
    finally:
        channel.close()
        far.close()


@contextmanager
def full_port() -> Iterator[int]:
    """A port that neither accepts nor refuses: its queue is full, so further SYNs are dropped."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        fillers = [socket.socket() for _ in range(3)]
        try:
            for filler in fillers:
                filler.setblocking(False)
                filler.connect_ex(server.getsockname())
            yield server.getsockname()[1]
        finally:
            for filler in fillers:
                filler.close()

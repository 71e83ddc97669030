"""The contender: the same files over one TCP stream, with nothing checked, sealed or made durable.

Run as `receive INTO` or `send FOLDER PORT`; a certificate with its key behind that makes it TLS 1.3, the word `reno`
gives it the congestion control that Tallystick has on a near line where the system's own would pace it.
A file on the wire is its header and its bytes:
large ones by sendfile, small ones put together into pieces of 1 MiB.
"""

import io
import os
import socket
import ssl
import struct
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Process

HEADER = struct.Struct(">HQ")
PIECE = 2**20
MODULE = "tests.benchmarks.plain_tcp"
RENO = "reno"

Wrap = Callable[[socket.socket], socket.socket]


def measure(source: Path, into: Path, *how: str | Path) -> Measurement:
    """Copies the folder `source` into the folder `into` with a process on each side."""
    with Process(MODULE, "receive", into, *how) as receiver:
        port = receiver.line()
        with Process(MODULE, "send", source, port, *how) as sender:
            return timed(sender, receiver, source, into)


def timed(sender: Process, receiver: Process, source: Path, into: Path) -> Measurement:
    """From the go-ahead to the receiver's word that all is written; the sender says before that it is ready."""
    sender.line()
    material.warm_memory(into.parent, 4 * material.size(source))
    before = sender.cpu(), receiver.cpu()
    start = time.perf_counter()
    sender.say("go")
    receiver.line()
    seconds = time.perf_counter() - start
    return Measurement(seconds, seconds, sender.cpu() - before[0], receiver.cpu() - before[1])


def send(source: Path, port: int, wrap: Wrap) -> None:
    paths = [path for path in sorted(source.rglob("*")) if path.is_file()]
    with wrap(socket.create_connection(("127.0.0.1", port))) as connection:
        print("ready", flush=True)
        sys.stdin.readline()
        pending = bytearray()
        for path in paths:
            with path.open("rb", buffering=0) as file:
                size = os.fstat(file.fileno()).st_size
                name = str(path.relative_to(source.parent)).encode()
                pending += HEADER.pack(len(name), size) + name
                if size < PIECE:
                    pending += file.read()
                if size >= PIECE or len(pending) >= PIECE:
                    connection.sendall(pending)
                    pending.clear()
                if size >= PIECE:
                    connection.sendfile(file)
        connection.sendall(pending)
        connection.shutdown(socket.SHUT_WR)
        sys.stdin.readline()


def receive(into: Path, wrap: Wrap) -> None:
    buffer = memoryview(bytearray(PIECE))
    made: set[Path] = set()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        connection, _ = listener.accept()
    with wrap(connection) as connection, io.BufferedReader(socket.SocketIO(connection, "r"), PIECE) as stream:
        while header := stream.read(HEADER.size):
            length, left = HEADER.unpack(header)
            path = into / stream.read(length).decode()
            if path.parent not in made:
                path.parent.mkdir(parents=True, exist_ok=True)
                made.add(path.parent)
            with path.open("wb", buffering=0) as file:
                while left:
                    count = stream.readinto1(buffer[: min(left, PIECE)])
                    if not count:
                        raise EOFError
                    file.write(buffer[:count])
                    left -= count
        print("written", flush=True)
        sys.stdin.readline()


def _wrap(how: str = "", *, server: bool) -> Wrap:
    if how in {"", RENO}:
        return partial(_bare, congestion_control=how)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER if server else ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if server:
        context.load_cert_chain(how)
    else:
        context.load_verify_locations(how)
    return partial(context.wrap_socket, server_side=server, server_hostname=None if server else "127.0.0.1")


def _bare(connection: socket.socket, congestion_control: str) -> socket.socket:
    if congestion_control:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_CONGESTION, congestion_control.encode())
    return connection


def main(what: str, folder: str, *rest: str) -> None:
    if what == "receive":
        receive(Path(folder), _wrap(*rest, server=True))
    else:
        port, *how = rest
        send(Path(folder), int(port), _wrap(*how, server=False))


if __name__ == "__main__":
    main(*sys.argv[1:])

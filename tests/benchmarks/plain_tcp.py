"""The contender: the same files over one TCP stream, with nothing checked, sealed or made durable.

Run as `receive INTO` or `send FOLDER PORT`. A file on the wire is its header and its bytes:
large ones by sendfile, small ones put together into pieces of 1 MiB.
"""

import io
import os
import socket
import struct
import sys
import time
from pathlib import Path

from tests.benchmarks import material
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Process

HEADER = struct.Struct(">HQ")
PIECE = 2**20
MODULE = "tests.benchmarks.plain_tcp"


def measure(source: Path, into: Path) -> Measurement:
    """Copies the folder `source` into the folder `into` with a process on each side."""
    with Process(MODULE, "receive", into) as receiver:
        port = receiver.line()
        with Process(MODULE, "send", source, port) as sender:
            sender.line()
            material.warm_memory(into.parent, 4 * material.size(source))
            before = sender.cpu(), receiver.cpu()
            start = time.perf_counter()
            sender.say("go")
            receiver.line()
            seconds = time.perf_counter() - start
            return Measurement(seconds, seconds, sender.cpu() - before[0], receiver.cpu() - before[1])


def send(source: Path, port: int) -> None:
    paths = [path for path in sorted(source.rglob("*")) if path.is_file()]
    with socket.create_connection(("127.0.0.1", port)) as connection:
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


def receive(into: Path) -> None:
    buffer = memoryview(bytearray(PIECE))
    made: set[Path] = set()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        connection, _ = listener.accept()
    with connection, io.BufferedReader(socket.SocketIO(connection, "r"), PIECE) as stream:
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


if __name__ == "__main__":
    if sys.argv[1] == "receive":
        receive(Path(sys.argv[2]))
    else:
        send(Path(sys.argv[2]), int(sys.argv[3]))

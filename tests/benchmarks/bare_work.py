"""The contender that shows what the work itself costs: one large file, read, hashed, sealed and sent; received, opened,
written and hashed again. In records of the same size by the same libraries, and nothing else: no agreement, no journal,
no early write-back, nothing made durable, one thread on each side.

Run as `receive INTO SIZE` or `send FILE PORT`.
"""

import os
import socket
import sys
from pathlib import Path

from blake3 import blake3
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import KEY
from desktop_app.transport import congestion
from desktop_app.transport.channel import limit_receive_buffer
from tests.benchmarks import plain_tcp
from tests.benchmarks.measurement import Measurement
from tests.benchmarks.processes import Process

MODULE = "tests.benchmarks.bare_work"
_NONCE = 12


def measure(source: Path, into: Path) -> Measurement:
    """Copies the one file of the folder `source` into the folder `into` with a process on each side."""
    (file,) = source.iterdir()
    target = into / source.name
    target.mkdir()
    with Process(MODULE, "receive", target / file.name, str(file.stat().st_size)) as receiver:
        port = receiver.line()
        with Process(MODULE, "send", file, port) as sender:
            return plain_tcp.timed(sender, receiver, source, into)


def send(path: Path, port: int) -> None:
    room, cipher, hasher = memoryview(bytearray(limits.DATA_MAX + limits.TAG)), AESGCM(bytes(KEY)), blake3()
    with socket.create_connection(("127.0.0.1", port)) as connection, path.open("rb", buffering=0) as file:
        congestion.fit(connection)
        print("ready", flush=True)
        sys.stdin.readline()
        number = 0
        while count := file.readinto(room[: limits.DATA_MAX]):
            hasher.update(room[:count])
            sealed = room[: count + limits.TAG]
            cipher.encrypt_into(number.to_bytes(_NONCE, "big"), room[:count], b"", sealed)
            connection.sendall(sealed)
            number += 1
        connection.sendall(hasher.digest())
        sys.stdin.readline()


def receive(path: Path, size: int) -> None:
    room, cipher, hasher = memoryview(bytearray(limits.DATA_MAX + limits.TAG)), AESGCM(bytes(KEY)), blake3()
    with socket.socket() as listener:
        limit_receive_buffer(listener)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        print(listener.getsockname()[1], flush=True)
        connection, _ = listener.accept()
    with connection, path.open("wb", buffering=0) as file:
        os.posix_fallocate(file.fileno(), 0, size)
        for number in range(-(-size // limits.DATA_MAX)):
            count = min(limits.DATA_MAX, size - number * limits.DATA_MAX)
            _fill(connection, room[: count + limits.TAG])
            cipher.decrypt_into(number.to_bytes(_NONCE, "big"), room[: count + limits.TAG], b"", room[:count])
            file.write(room[:count])
            hasher.update(room[:count])
        _fill(connection, room[: limits.DIGEST])
        if bytes(room[: limits.DIGEST]) != hasher.digest():
            raise ValueError("another digest")
    print("written", flush=True)
    sys.stdin.readline()


def _fill(connection: socket.socket, view: memoryview) -> None:
    if connection.recv_into(view, 0, socket.MSG_WAITALL) != len(view):
        raise EOFError


def main(what: str, path: str, number: str) -> None:
    (receive if what == "receive" else send)(Path(path), int(number))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Connections without end: `python -m tests.floods.flooder KIND HOST PORT RATE SECONDS CORES [SOURCES]`.

KIND: "connects" are made and reset, "idle" ones stay and say nothing, "slow" ones say a byte now and then, "half" ones
say a whole first frame and then nothing. CORES: so much it uses at least, for nothing where the flood takes less.
SOURCES: a network to come from, an address of it for each. It tells in JSON how many were made a second, how many of
them the other kernel had taken, and how much of a core that took.
"""

import collections
import ipaddress
import json
import random
import socket
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from desktop_app.protocol import limits
from desktop_app.protocol.handshake import InitiatorHandshake, LiveKeys

_HELD: Final = {"connects": 0.1, "idle": 30.0, "slow": 30.0, "half": 30.0}  # seconds
_MOST: Final = 4000  # held at once
_BYTE_EVERY: Final = 2.0  # seconds, of a slow one
_RESET: Final = struct.pack("ii", 1, 0)
_IDLE: Final = 0.001  # seconds


def first_frame() -> bytes:
    handshake = InitiatorHandshake(LiveKeys())
    frame: bytes = handshake.first_frame
    handshake.abandon()
    return len(frame).to_bytes(limits.FRAME_HEADER, "big") + frame


def sources(network: str) -> Iterator[tuple[str, int] | None]:
    if not network:
        while True:
            yield None
    base = ipaddress.ip_network(network)
    while True:
        yield str(base[random.randrange(1, base.num_addresses - 1)]), 0


class Flood:
    def __init__(self, kind: str, host: str, port: int, network: str) -> None:
        self.kind, self.to = kind, (host, port)
        self.held: collections.deque[tuple[float, socket.socket]] = collections.deque()
        self.frame = first_frame()
        self.sources = sources(network)
        self.made = self.taken = self.looked = 0
        self.spoke_at = 0.0

    def one(self, now: float) -> None:
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        connection.setblocking(False)
        try:
            if (source := next(self.sources)) is not None:
                connection.setsockopt(socket.IPPROTO_IP, 24, 1)  # IP_BIND_ADDRESS_NO_PORT
                connection.bind(source)
            connection.connect_ex(self.to)
        except OSError:
            connection.close()
            return
        self.made += 1
        self.held.append((now, connection))
        if len(self.held) > _MOST:
            self.drop()

    def drop(self) -> None:
        _, connection = self.held.popleft()
        if self.made % 16 == 0:
            self.looked += 1
            with suppress(OSError):
                connection.getpeername()
                self.taken += 1
        connection.close()

    def speak(self, now: float) -> None:
        """To be called often."""
        if self.kind == "half":
            for _, connection in list(self.held)[-400:]:
                with suppress(OSError):
                    if connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1) == b"\x01":
                        connection.send(self.frame)
        elif self.kind == "slow" and now - self.spoke_at > _BYTE_EVERY:
            self.spoke_at = now
            for number, (_, connection) in enumerate(list(self.held)):
                with suppress(OSError):
                    connection.send(self.frame[number % 4 : number % 4 + 1] if number % 2 else self.frame[:1])

    def run(self, rate: float, seconds: float, cores: float) -> None:
        began = now = time.monotonic()
        used = time.process_time()
        spoke = began
        while (now := time.monotonic()) - began < seconds:
            while self.held and now - self.held[0][0] > _HELD[self.kind]:
                self.drop()
            due = int((now - began) * rate) - self.made
            for _ in range(min(due, 200)):
                self.one(now)
            if now - spoke > 0.01:
                spoke = now
                self.speak(now)
            if due <= 0:
                until = now + _IDLE
                while time.process_time() - used < cores * (now - began) and time.monotonic() < until:
                    pass
                time.sleep(max(0.0, until - time.monotonic()))
        took = (time.process_time() - used) / (now - began)
        while self.held:
            self.drop()
        taken = self.taken / self.looked if self.looked else 0.0
        print(json.dumps({"per_second": self.made / (now - began), "taken": taken, "cores": took}), flush=True)


def main() -> None:
    kind, host, port, rate, seconds, cores, *network = sys.argv[1:]
    Flood(kind, host, int(port), network[0] if network else "").run(float(rate), float(seconds), float(cores))


if __name__ == "__main__":
    main()

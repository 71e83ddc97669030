"""`answer`: a port that many devices have, one at each address of the loopback; prints it.
`watch PORT COUNT`: a `Neighbourhood` with so many of them in its list; for each line, prints how many probes it made.

What the watcher does besides is done, too: it looks at the real interfaces as it always does. Only multicast is left
out, since nothing may leave this computer.
"""

import selectors
import socket
import sys
from collections.abc import Callable
from ipaddress import IPv4Interface
from unittest.mock import MagicMock, patch

from desktop_app.discovery import presence
from desktop_app.discovery.advertisement import service_name
from desktop_app.discovery.interfaces import Interface, usable
from desktop_app.discovery.liveness import Liveness
from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.protocol import limits

LOOPBACK = Interface("lo", 1, (IPv4Interface("127.0.0.1/8"),))


def answer() -> None:
    with socket.create_server(("0.0.0.0", 0), backlog=256) as listening, selectors.DefaultSelector() as selector:
        print(listening.getsockname()[1], flush=True)
        selector.register(listening, selectors.EVENT_READ)
        selector.register(sys.stdin, selectors.EVENT_READ)
        while True:
            for key, _ in selector.select():
                if key.fileobj is sys.stdin:
                    return
                listening.accept()[0].close()


def watch(port: int, count: int) -> None:
    probes = 0
    begin: Callable[..., None] = Liveness._begin

    def counted(*arguments: object) -> None:
        nonlocal probes
        probes += 1
        begin(*arguments)

    with patch.object(Liveness, "_begin", counted), patch.object(presence, "Mdns", MagicMock()):
        neighbourhood = Neighbourhood(lambda _: None, lambda _: None, lambda _: None)
        neighbourhood.start(port=limits.DEFAULT_PORT, name="Watcher", visibility_everyone=True, announce=True)
        for number in range(count):
            instance = f"{number:016x}"
            txt = {b"v": b"1", b"id": instance.encode(), b"n": f"Desk {number}".encode()}
            while not neighbourhood.peers()[number:]:
                neighbourhood.on_service(service_name(instance), txt, [f"127.0.1.{number + 1}"], port)
        print("watching", flush=True)
        for _ in sys.stdin:
            assert len(neighbourhood.peers()) == count
            print(probes, flush=True)
        neighbourhood.close()


def _looked_at() -> tuple[Interface, ...]:
    usable()
    return (LOOPBACK,)


if __name__ == "__main__":
    if sys.argv[1] == "answer":
        answer()
    else:
        with patch.object(presence, "usable", _looked_at):
            watch(int(sys.argv[2]), int(sys.argv[3]))

"""An honest stranger comes again and again: `python -m tests.floods.newcomer HOST PORT SECONDS`. It tells in JSON how
long each time took until its proofs were answered, turned away or not."""

import json
import socket
import sys
import time
from contextlib import suppress
from typing import Final

from tests.support.hostile_peer import Hangup, HostilePeer

_GIVES_UP: Final = 15.0


def come(host: str, port: int) -> float:
    """Seconds until it was let in; it tries again at once, as a person does."""
    began = time.monotonic()
    while (passed := time.monotonic() - began) < _GIVES_UP:
        with suppress(OSError, Hangup):
            with HostilePeer(socket.create_connection((host, port), 5), initiator=True) as peer:
                peer.agree().greet()
            return time.monotonic() - began
        time.sleep(0.05)
    return passed


def main() -> None:
    host, port, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    until, took = time.monotonic() + seconds, []
    while time.monotonic() < until:
        took.append(come(host, port))
        time.sleep(0.5)
    print(json.dumps(took), flush=True)


if __name__ == "__main__":
    main()

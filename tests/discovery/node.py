"""A process that is near: a `Neighbourhood` with a port that answers. Events go out as JSON lines, commands come in.

Each connection is an event `probed`. Commands, one a line: `rename NAME`,
`visibility everyone|remembered|nobody`, `deaf` (close the port), `again` (look again), `check` (the connection),
`quit`. With `quick` as its last argument it forgets within seconds whom it does not reach.
"""

import json
import socket
import sys
import threading
from typing import Any

from desktop_app.discovery import liveness
from desktop_app.discovery.checks.examine import examine
from desktop_app.discovery.checks.scene import Own
from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.discovery.peers import Peer
from desktop_app.errors import AppError

_printing = threading.Lock()


def _say(event: str, **facts: Any) -> None:
    with _printing:
        print(json.dumps({"event": event, **facts}), flush=True)


def _changed(peer: Peer) -> None:
    facts = {name: getattr(peer, name) for name in ("instance", "name", "platform", "addresses", "port", "stale")}
    _say("change", **facts)


def _trouble(error: AppError | None) -> None:
    _say("trouble", code=None if error is None else error.code)


def _listen(port: int) -> socket.socket:
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))


def _accept(listening: socket.socket) -> None:
    while True:
        try:
            connection, _ = listening.accept()
        except OSError:
            return
        connection.close()
        _say("probed")


def main() -> None:
    name, port, visibility = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    if sys.argv[5:] == ["quick"]:
        liveness.PROBE_EVERY = liveness.LOST_EVERY = liveness.RETRY_AFTER = liveness.DEADLINE = 0.2  # type: ignore[misc]
    listening = _listen(port)
    accepting = threading.Thread(target=_accept, args=(listening,))
    accepting.start()
    neighbourhood = Neighbourhood(_changed, lambda instance: _say("gone", instance=instance), _trouble)
    port = int(sys.argv[4]) or listening.getsockname()[1]
    everyone, announce = visibility == "everyone", visibility != "nobody"
    neighbourhood.start(port=port, name=name, visibility_everyone=everyone, announce=announce)
    _say("started", instance=neighbourhood.instance, port=port)
    for line in sys.stdin:
        command, _, argument = line.rstrip("\n").partition(" ")
        if command == "rename":
            neighbourhood.rename(argument)
        elif command == "visibility":
            neighbourhood.set_visibility(everyone=argument == "everyone", announce=argument != "nobody")
            _say("instance", instance=neighbourhood.instance)
        elif command == "again":
            neighbourhood.look_again()
        elif command == "check":
            own = Own(port, running=True, instance=neighbourhood.instance)
            found = examine(own, known=neighbourhood.peers())
            _say("checked", findings=[each.facts() for each in found])
        elif command == "deaf":
            _close(listening, accepting)
        else:
            break
    _close(listening, accepting)
    neighbourhood.close()
    _say("closed")


def _close(listening: socket.socket, accepting: threading.Thread) -> None:
    if listening.fileno() >= 0:
        listening.shutdown(socket.SHUT_RDWR)  # closing alone does not wake the thread in accept
        listening.close()
        accepting.join()


if __name__ == "__main__":
    main()

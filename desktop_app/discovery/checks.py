"""Why a device may not be seen: looks at this computer's network and says in sentences what it finds.

A check is a function from the `Scene` to findings; a new one is written and put in `CHECKS`.
Nothing is changed on this computer, and nothing is said about it on the network.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop_app.discovery import echo, firewalls
from desktop_app.discovery.finding import Finding as Finding  # offered from here, too
from desktop_app.discovery.interfaces import Interface, usable
from desktop_app.discovery.neighbourhood import Neighbourhood
from desktop_app.discovery.peers import Peer
from desktop_app.errors import AppError, NoNetwork, PortInUse
from desktop_app.protocol import limits
from desktop_app.transport.listener import Listener
from desktop_app.transport.slots import Slots

_LOOK: Final = 3.0
_OTHER_VERSION: Final = limits.VERSIONS_ANSWERED[-1]


@dataclass(frozen=True, slots=True)
class Scene:
    """What all checks look at."""

    port: int
    interfaces: tuple[Interface, ...]
    peers: Callable[[], tuple[Peer, ...]]  # waits until there was time to be seen


Check = Callable[[Scene], Iterator[Finding]]


def run(port: int) -> tuple[Finding, ...]:
    """All checks, for a Tallystick on TCP `port`. Takes some three seconds."""
    looked = threading.Event()
    timer = threading.Timer(_LOOK, looked.set)
    neighbourhood = Neighbourhood(lambda _peer: None, lambda _instance: None, _ignore)
    neighbourhood.start(port=0, name="", visibility_everyone=False, announce=False)
    timer.start()

    def peers() -> tuple[Peer, ...]:
        looked.wait()
        return neighbourhood.peers()

    try:
        scene = Scene(port, usable(), peers)
        return tuple(finding for check in CHECKS for finding in check(scene))
    finally:
        timer.cancel()
        neighbourhood.close()


def _ignore(_trouble: AppError | None) -> None:
    """`_network` says it in its own words."""


def _network(scene: Scene) -> Iterator[Finding]:
    real = [interface for interface in scene.interfaces if not interface.is_loopback]
    if not real:
        missing = NoNetwork()
        yield Finding("network", False, str(missing), missing.next_step)
    for interface in real:
        addresses = " and ".join(str(own.ip) for own in interface.addresses)
        yield Finding("network", True, f"Connected through {interface.name} as {addresses}.")


def _port(scene: Scene) -> Iterator[Finding]:
    try:
        Listener(scene.port, Slots(), lambda channel: channel.close()).close()
    except PortInUse as taken:
        if _tallystick_listens(scene.port):
            yield Finding("port", True, f"A Tallystick on this computer listens on port {scene.port}.")
        else:
            yield Finding("port", False, str(taken), taken.next_step)
    else:
        yield Finding("port", True, f"Port {scene.port} is free for Tallystick.")


def _tallystick_listens(port: int) -> bool:
    """Ask in a version that nobody speaks yet: only a Tallystick answers which one it speaks instead."""
    question = (1).to_bytes(limits.FRAME_HEADER, "big") + bytes((_OTHER_VERSION,))
    try:
        with socket.create_connection(("127.0.0.1", port), 1.0) as connection:
            connection.sendall(question)
            answer = connection.recv(limits.FRAME_HEADER + 2, socket.MSG_WAITALL)
    except OSError:
        return False
    return answer[: limits.FRAME_HEADER + 1] == (2).to_bytes(limits.FRAME_HEADER, "big") + bytes(
        (limits.UNSUPPORTED_MARK,)
    )


def _multicast(scene: Scene) -> Iterator[Finding]:
    for interface in scene.interfaces:
        for family, version in ((socket.AF_INET, 4), (socket.AF_INET6, 6)):
            if any(own.version == version for own in interface.addresses):
                yield _echo(interface, family, f"{interface.name} (IPv{version})")


def _echo(interface: Interface, family: socket.AddressFamily, where: str) -> Finding:
    try:
        arrived = echo.arrives(interface, family)
    except OSError as error:
        sentence = f"Multicast cannot be used on {where}: {error.strerror or error}."
        return Finding("multicast", False, sentence, "Close other programs that use port 5353, or connect by address.")
    if arrived:
        return Finding("multicast", True, f"Multicast works on {where}.")
    sentence = f"Multicast sent on {where} does not arrive, not even here."
    return Finding("multicast", False, sentence, "Let UDP port 5353 through the firewall, or connect by address.")


def _firewall(scene: Scene) -> Iterator[Finding]:
    yield from firewalls.look(scene.port)


def _devices(scene: Scene) -> Iterator[Finding]:
    own = {str(own.ip) for interface in scene.interfaces for own in interface.addresses}
    count = sum(peer.port != scene.port or own.isdisjoint(peer.addresses) for peer in scene.peers())
    if count:
        plural = "" if count == 1 else "s"
        yield Finding("devices", True, f"{count} device{plural} with Tallystick seen in {_LOOK:.0f} seconds.")
    else:
        yield Finding(
            "devices",
            False,
            f"No device with Tallystick was seen in {_LOOK:.0f} seconds.",
            "Open Tallystick there, on the same network and visible to everyone, or connect by address.",
        )


CHECKS: Final[tuple[Check, ...]] = (_network, _port, _multicast, _firewall, _devices)

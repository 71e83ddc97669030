"""Whether the port is there for others to connect to."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.reach import Reach, reach
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import Interface
from desktop_app.errors import PortInUse
from desktop_app.transport.listener import Listener
from desktop_app.transport.slots import Slots


def port(scene: Scene) -> Iterator[Finding]:
    own = scene.own
    if own.hidden:
        yield Finding(
            "hidden",
            False,
            "This computer lets nobody see or call it.",
            "Choose “Everyone nearby” or “Only remembered devices” in the window.",
        )
    elif own.running:
        if own.wanted not in {None, own.port}:
            yield _taken(own.wanted or 0, f" Tallystick listens on {own.port} instead, which firewalls may not know.")
        yield from _open(scene)
    else:
        try:
            Listener(own.port, Slots(), lambda channel: channel.close()).close()
        except PortInUse:
            if reach("127.0.0.1", own.port, large=False) is Reach.TALLYSTICK:
                yield from _open(scene)
            else:
                yield _taken(own.port, "")
        else:
            yield Finding("port", True, f"Port {own.port} is free for Tallystick.")


def _taken(port: int, then: str) -> Finding:
    taken = PortInUse(port=port)
    return Finding("port", False, f"{taken}{then}", taken.next_step, f"ss -ltnp 'sport = :{port}'")


def _scoped(own: IPv4Address | IPv6Address, interface: Interface) -> str:
    plain = str(own).partition("%")[0]
    return f"{plain}%{interface.scope}" if own.version == 6 and own.is_link_local else plain


def _open(scene: Scene) -> Iterator[Finding]:
    """Each own address is called as others would call it, though the packets do not leave this computer."""
    number = scene.own.port
    closed = [
        (interface, own)
        for interface in scene.interfaces
        for own in interface.addresses
        if reach(_scoped(own.ip, interface), number, large=False)
        in {Reach.REFUSED, Reach.SILENT, Reach.NO_ROUTE, Reach.FORBIDDEN}
    ]
    for interface, own in closed:
        yield Finding(
            "port",
            False,
            f"Tallystick listens on port {number}, but does not answer at {own.ip} ({interface.name}).",
            "A firewall on this computer is the likely cause: let the port in.",
        )
    if not closed:
        yield Finding("port", True, f"A Tallystick on this computer listens on port {number}.")

"""Whether the port is there for others to connect to."""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address

from desktop_app.discovery.checks import findings
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
        yield findings.Hidden()
    elif own.running:
        if own.wanted not in {None, own.port}:
            yield findings.PortMoved(_who_has(own.wanted or 0), port=own.wanted, other=own.port)
        yield from _open(scene)
    else:
        try:
            Listener(own.port, Slots(), lambda channel, _: channel.close()).close()
        except PortInUse:
            if reach("127.0.0.1", own.port, large=False) is Reach.TALLYSTICK:
                yield from _open(scene)
            else:
                yield findings.PortTaken(_who_has(own.port), port=own.port)
        else:
            yield findings.PortFree(port=own.port)


def _who_has(port: int) -> str:
    return f"ss -ltnp 'sport = :{port}'"


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
        yield findings.PortClosed(port=number, address=own.ip, interface=interface.name, version=own.version)
    if not closed:
        yield findings.PortOpen(port=number)

"""Which networks this computer is on, and whether what is meant for them goes there."""

import itertools
import json
import socket
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.adapters import Adapter, Fault
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.programs import output
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import Interface, Kind

_ANY_PORT: Final = 9  # nothing is sent to it
_FAULTS: Final[dict[Fault, type[Finding]]] = {
    Fault.UNPLUGGED: findings.Unplugged,
    Fault.DOWN: findings.SwitchedOff,
    Fault.NO_ADDRESS: findings.WithoutAddress,
}


def networks(scene: Scene) -> Iterator[Finding]:
    """One for each network, or why there is none."""
    real = [each for each in scene.adapters if each.carries and each.kind is not Kind.LOOPBACK]
    if not any(each.kind is Kind.PLAIN for each in real):
        yield _none(scene.adapters)
    for adapter in real:
        addresses = ", ".join(str(own.ip) for own in adapter.addresses)
        match adapter.kind:
            case Kind.PLAIN if _self_assigned(adapter):
                yield findings.SelfAssigned(adapter=adapter.name, addresses=addresses)
            case Kind.PLAIN:
                yield findings.Connected(adapter=adapter.name, addresses=addresses)
            case Kind.TUNNEL:
                yield findings.VpnConnected(adapter=adapter.name, addresses=addresses)
            case Kind.CONTAINER:
                yield findings.Containers(adapter=adapter.name, addresses=addresses)


def overlaps(scene: Scene) -> Iterator[Finding]:
    """Two adapters in one network: what is meant for one of them may leave by the other."""
    for one, other in itertools.combinations(scene.interfaces, 2):
        for mine, theirs in itertools.product(one.addresses, other.addresses):
            if not mine.is_link_local and _overlap(mine.network, theirs.network):
                if mine.ip == theirs.ip:
                    command = f"sudo ip addr del {theirs} dev {other.name}"
                    yield findings.SameAddress(
                        command, one=one.name, other=other.name, address=mine.ip, version=mine.version
                    )
                else:
                    command = f"sudo ip link set {other.name} down"
                    yield findings.SameNetwork(
                        command, one=one.name, other=other.name, network=mine.network, version=mine.version
                    )


def routes(scene: Scene) -> Iterator[Finding]:
    """The kernel is asked by which of its addresses it would call a neighbour; nothing is sent."""
    told: set[str] = set()
    for interface in scene.interfaces:
        if interface.is_loopback:
            continue
        for own in interface.addresses:
            if own.is_link_local or own.network.prefixlen > own.max_prefixlen - 2:
                continue
            for neighbour in _neighbours(own.ip, own.network, scene):
                finding = _route(scene, interface, own.network, neighbour)
                if finding is not None and str(finding) not in told:
                    told.add(str(finding))
                    yield finding


def _route(
    scene: Scene, interface: Interface, network: IPv4Network | IPv6Network, to: IPv4Address | IPv6Address
) -> Finding | None:
    source = _source(to)
    if source is None:
        return findings.NoRoute(_removal(to), network=network, interface=interface.name, version=to.version)
    if any(source == own.ip for own in interface.addresses):
        return None
    by = next((each for each in scene.adapters if any(own.ip == source for own in each.addresses)), None)
    if by is not None and any(_overlap(own.network, network) for own in by.addresses):
        return None  # told as an overlap
    through = str(source) if by is None else by.name
    return findings.WrongRoute(
        _removal(to), network=network, through=through, interface=interface.name, version=to.version
    )


def _none(adapters: tuple[Adapter, ...]) -> Finding:
    """What is nearest to working is worth telling."""
    plain = [each for each in adapters if each.kind is Kind.PLAIN]
    for fault, kind in _FAULTS.items():
        names = [each.name for each in plain if each.fault is fault]
        if names:
            command = f"sudo ip link set {names[0]} up" if fault is Fault.DOWN else ""
            return kind(command, adapters=", ".join(names))
    return findings.NotConnected()


def _self_assigned(adapter: Adapter) -> bool:
    """RFC 3927: what a computer takes where nobody gives it an address. IPv6 has its own always."""
    fourth = [own for own in adapter.addresses if own.version == 4]
    others = [own for own in adapter.addresses if own.version == 6 and not own.is_link_local]
    return bool(fourth) and not others and all(own.is_link_local for own in fourth)


def _overlap(one: IPv4Network | IPv6Network, other: IPv4Network | IPv6Network) -> bool:
    return one.version == other.version and one.overlaps(other)


def _neighbours(
    own: IPv4Address | IPv6Address, network: IPv4Network | IPv6Network, scene: Scene
) -> Iterator[IPv4Address | IPv6Address]:
    """The first and the last of a network, one near to us, and whoever was heard: routes may take a part of it."""
    first, last = int(network.network_address), int(network.broadcast_address)
    heard = {ip_address(text) for service in scene.heard() for text in service.addresses}
    chosen = {network[1], network[-2], *(each for each in heard if each.version == network.version and each in network)}
    chosen |= {network[number - first] for number in (int(own) - 1, int(own) + 1) if first < number < last}
    yield from sorted(chosen - {own}, key=int)


def _source(to: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address | None:
    family = socket.AF_INET if to.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as asking:
            asking.connect((str(to), _ANY_PORT))
            return ip_address(asking.getsockname()[0])
    except OSError:
        return None


def _removal(to: IPv4Address | IPv6Address) -> str:
    """The command that removes the route by which `to` is reached, as far as Linux tells it."""
    if sys.platform != "linux":
        return ""
    version = f"-{to.version}"
    try:
        listed = json.loads(output("ip", "-j", version, "route", "show") or "[]")
        fitting = [each for each in listed if each.get("dst") != "default" and to in ip_network(each["dst"])]
        best = max(fitting, key=lambda each: ip_network(each["dst"]).prefixlen)
    except (ValueError, KeyError, TypeError, AttributeError):
        return ""
    kind, device = str(best.get("type", "")), str(best.get("dev", ""))
    words = ["sudo ip", version, "route del", kind, str(best["dst"]), *(["dev", device] if device and not kind else [])]
    return " ".join(word for word in words if word)

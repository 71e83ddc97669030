"""Which networks this computer is on, and whether what is meant for them goes there."""

import itertools
import json
import socket
import sys
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from typing import Final

from desktop_app.discovery.checks.adapters import Adapter, Fault, Kind
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.programs import output
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import Interface
from desktop_app.errors import NoNetwork

_ANY_PORT: Final = 9  # nothing is sent to it
_CONNECT_IT: Final = "Plug in the cable or join the Wi-Fi."


def networks(scene: Scene) -> Iterator[Finding]:
    """One for each network, or why there is none."""
    real = [each for each in scene.adapters if each.carries and each.kind is not Kind.LOOPBACK]
    if not any(each.kind is Kind.PLAIN for each in real):
        yield from _none(scene.adapters)
    for adapter in real:
        addresses = " and ".join(str(own.ip) for own in adapter.addresses)
        match adapter.kind:
            case Kind.PLAIN if _self_assigned(adapter):
                yield Finding(
                    "address",
                    False,
                    f"{adapter.name} was given no address by the network ({addresses} is made up).",
                    "Look whether the router is on; else give this computer an address by hand.",
                )
            case Kind.PLAIN:
                yield Finding("network", True, f"Connected through {adapter.name} as {addresses}.")
            case Kind.TUNNEL:
                yield Finding(
                    "vpn",
                    True,
                    f"A VPN is connected ({adapter.name}, {addresses}); devices behind it are reached by address only.",
                )
            case Kind.CONTAINER:
                yield Finding(
                    "containers", True, f"{adapter.name} ({addresses}) leads to containers or virtual machines only."
                )


def overlaps(scene: Scene) -> Iterator[Finding]:
    """Two adapters in one network: what is meant for one of them may leave by the other."""
    for one, other in itertools.combinations(scene.interfaces, 2):
        for mine, theirs in itertools.product(one.addresses, other.addresses):
            if not mine.is_link_local and _overlap(mine.network, theirs.network):
                twice = mine.ip == theirs.ip
                same = f"the address {mine.ip}" if twice else f"addresses in {mine.network}"
                yield Finding(
                    "overlap",
                    False,
                    f"{one.name} and {other.name} both have {same}, so answers may leave by the wrong one.",
                    "Take it from one of them." if twice else "Use one of them at a time, for example the cable.",
                    f"sudo ip addr del {theirs} dev {other.name}" if twice else f"sudo ip link set {other.name} down",
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
                if finding is not None and finding.sentence not in told:
                    told.add(finding.sentence)
                    yield finding


def _route(
    scene: Scene, interface: Interface, network: IPv4Network | IPv6Network, to: IPv4Address | IPv6Address
) -> Finding | None:
    source = _source(to)
    if source is None:
        return Finding(
            "route",
            False,
            f"There is no way to {network}, though {interface.name} is in it.",
            "Remove the route that forbids it.",
            _removal(to),
        )
    if any(source == own.ip for own in interface.addresses):
        return None
    by = next((each for each in scene.adapters if any(own.ip == source for own in each.addresses)), None)
    if by is not None and any(_overlap(own.network, network) for own in by.addresses):
        return None  # told as an overlap
    through = str(source) if by is None else by.name
    return Finding(
        "route",
        False,
        f"What is meant for computers in {network} leaves through {through} instead of {interface.name}.",
        "Disconnect the VPN, let it spare the local network, or remove its route.",
        _removal(to),
    )


def _none(adapters: tuple[Adapter, ...]) -> Iterator[Finding]:
    missing = NoNetwork()
    cure, command = missing.next_step, ""
    plain = [each for each in adapters if each.kind is Kind.PLAIN and each.fault is not None]
    why = ", ".join(f"{each.name} is {each.fault.value}" for each in plain if each.fault is not None)
    if any(each.fault is Fault.UNPLUGGED for each in plain):
        cure = _CONNECT_IT
    elif down := next((each for each in plain if each.fault is Fault.DOWN), None):
        cure, command = "Switch it on.", f"sudo ip link set {down.name} up"
    sentence = f"{str(missing).rstrip('.')} ({why})." if why else str(missing)
    yield Finding("network", False, sentence, cure, command)


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

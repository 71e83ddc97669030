"""Whether multicast, by which devices find each other, can be sent and received on each interface."""

import errno
import socket
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from desktop_app.discovery.checks import echo, findings
from desktop_app.discovery.checks.adapters import Fault
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import Interface, Kind

_THREADS: Final = 16


def multicast(scene: Scene) -> Iterator[Finding]:
    for adapter in scene.adapters:
        if adapter.fault is Fault.NO_MULTICAST and adapter.kind is Kind.PLAIN:
            command = f"sudo ip link set {adapter.name} multicast on"
            yield findings.WithoutMulticast(command, adapter=adapter.name)
    wanted: list[tuple[Interface, socket.AddressFamily]] = [
        (interface, family)
        for interface in scene.interfaces
        for family, version in ((socket.AF_INET, 4), (socket.AF_INET6, 6))
        if any(own.version == version for own in interface.addresses)
    ]
    if wanted:
        own = scene.own_addresses
        with ThreadPoolExecutor(min(_THREADS, len(wanted)), "multicast") as listening:
            yield from listening.map(lambda each: _listen(each[0], each[1], own), wanted)


def _listen(interface: Interface, family: socket.AddressFamily, own: Collection[str]) -> Finding:
    version = 4 if family == socket.AF_INET else 6
    where = f"{interface.name} (IPv{version})"
    try:
        heard = echo.listen(interface, family, own)
    except OSError as error:
        return _impossible(where, interface.name, version, error)
    if not heard.arrived:
        return findings.MulticastLost(where=where, version=version)
    if heard.others:
        return findings.OthersHeard(where=where, count=heard.others)
    return findings.MulticastWorks(where=where)


def _impossible(where: str, name: str, version: int, error: OSError) -> Finding:
    if error.errno in {errno.EPERM, errno.EACCES}:
        return findings.MulticastForbidden(where=where, version=version)
    if error.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH}:
        fourth, sixth = f"route add 224.0.0.0/4 dev {name}", f"-6 route add multicast ff00::/8 dev {name} table local"
        command = f"sudo ip {fourth if version == 4 else sixth}"
        return findings.MulticastUnrouted(command, where=where, version=version)
    reason = error.strerror or str(error)
    return findings.MulticastUnusable("ss -lunp 'sport = :5353'", where=where, reason=reason, version=version)

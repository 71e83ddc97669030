"""Whether multicast, by which devices find each other, can be sent and received on each interface."""

import errno
import socket
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from desktop_app.discovery.checks import echo
from desktop_app.discovery.checks.adapters import Fault, Kind
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import Interface

_THREADS: Final = 16
_BY_ADDRESS: Final = "or connect by address"


def multicast(scene: Scene) -> Iterator[Finding]:
    for adapter in scene.adapters:
        if adapter.fault is Fault.NO_MULTICAST and adapter.kind is Kind.PLAIN:
            yield Finding(
                "multicast",
                False,
                f"{adapter.name} is set to do without multicast, so no devices can be seen on it.",
                f"Switch it on, {_BY_ADDRESS}.",
                f"sudo ip link set {adapter.name} multicast on",
            )
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
    where = f"{interface.name} (IPv{4 if family == socket.AF_INET else 6})"
    try:
        heard = echo.listen(interface, family, own)
    except OSError as error:
        return _impossible(where, interface.name, family, error)
    if not heard.arrived:
        sentence = f"Multicast sent on {where} does not arrive, not even here."
        return Finding("multicast", False, sentence, f"Let UDP port 5353 in through the firewall, {_BY_ADDRESS}.")
    others = f", and {heard.others} other{'s' if heard.others > 1 else ''} heard" if heard.others else ""
    return Finding("multicast", True, f"Multicast works on {where}{others}.")


def _impossible(where: str, name: str, family: socket.AddressFamily, error: OSError) -> Finding:
    if error.errno in {errno.EPERM, errno.EACCES}:
        sentence = f"Multicast may not be sent on {where}: a firewall on this computer stops it."
        return Finding("multicast", False, sentence, f"Let UDP port 5353 out, {_BY_ADDRESS}.")
    if error.errno in {errno.ENETUNREACH, errno.EHOSTUNREACH}:
        group, version = ("224.0.0.0/4", "") if family == socket.AF_INET else ("ff00::/8", "-6 ")
        table = "" if family == socket.AF_INET else " table local"
        route = f"{'multicast ' if version else ''}{group} dev {name}{table}"
        sentence = f"Multicast cannot be sent on {where}: there is no route for it."
        return Finding("multicast", False, sentence, f"Add it, {_BY_ADDRESS}.", f"sudo ip {version}route add {route}")
    sentence = f"Multicast cannot be used on {where}: {error.strerror or error}."
    cure = f"Close other programs that use UDP port 5353, {_BY_ADDRESS}."
    return Finding("multicast", False, sentence, cure, "ss -lunp 'sport = :5353'")

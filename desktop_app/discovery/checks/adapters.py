"""Every network adapter of this computer, those too that cannot be used, and why not."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Interface, IPv6Interface

import ifaddr

from desktop_app.discovery.interfaces import Interface, Kind, adapters, flags_of, is_port, kind_of, usable


class Fault(Enum):
    """Why an adapter cannot be used."""

    DOWN = "switched off"
    UNPLUGGED = "not connected"
    NO_ADDRESS = "without an address"
    NO_MULTICAST = "unable to multicast"


@dataclass(frozen=True, slots=True)
class Adapter:
    name: str
    kind: Kind
    addresses: tuple[IPv4Interface | IPv6Interface, ...]
    fault: Fault | None

    @property
    def carries(self) -> bool:
        """Whether others can be reached through it, if only by their address."""
        return self.fault in {None, Fault.NO_MULTICAST}


def all_adapters(good: Iterable[Interface]) -> tuple[Adapter, ...]:
    """Those that can be used, `good`, as `usable` tells them, and the rest. The ports of a bridge are part of it."""
    try:
        listed = [each for each in adapters(unconfigured=True) if not is_port(each.name)]
    except OSError:
        return ()
    interfaces = {interface.name: interface for interface in good}
    return tuple(_adapter(each.name, each, interfaces.get(each.name)) for each in listed)


def own_addresses() -> tuple[str, ...]:
    """Those by which others may reach this computer, VPNs included; the likeliest first. None whose scope would have to
    be known there."""
    ranks = {Kind.PLAIN: 0, Kind.TUNNEL: 1}
    found = [
        (ranks[adapter.kind], own.version, int(own.ip), str(own.ip))
        for adapter in all_adapters(usable())
        if adapter.carries and adapter.kind in ranks
        for own in adapter.addresses
        if not own.is_link_local and not own.is_loopback
    ]
    return tuple(text for *_, text in sorted(found))


def _adapter(name: str, found: ifaddr.Adapter, interface: Interface | None) -> Adapter:
    if interface is not None:
        return Adapter(name, interface.kind, interface.addresses, None)
    addresses = tuple(IPv4Interface(f"{ip.ip}/{ip.network_prefix}") for ip in found.ips if isinstance(ip.ip, str))
    loopback = name == "lo" or (bool(addresses) and all(own.is_loopback for own in addresses))
    return Adapter(name, Kind.LOOPBACK if loopback else kind_of(name), addresses, _fault(name, found.ips))


def _fault(name: str, addresses: Iterable[ifaddr.IP]) -> Fault | None:
    flags = flags_of(name)
    if flags is not None and not flags.up:
        return Fault.DOWN
    if flags is not None and not flags.running:
        return Fault.UNPLUGGED
    if not any(True for _ in addresses):
        return Fault.NO_ADDRESS
    return Fault.NO_MULTICAST if flags is not None and not flags.multicast else None

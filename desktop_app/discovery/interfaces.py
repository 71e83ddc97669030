"""Which networks this computer is on right now.

`ifaddr` lists addresses on every platform, IPv6 scopes included; it is zeroconf's own
dependency, so using it adds nothing. What it lacks, whether an interface is up, is asked
of the kernel here.
"""

import os
import re
import socket
import struct
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface, ip_address
from pathlib import Path
from typing import Final

import ifaddr

_SYSTEM: Final = Path("/sys/class/net")  # Linux
_ARPHRD_NONE: Final = 65534  # WireGuard and other tunnels that carry bare IP packets
_ARPHRD_PPP: Final = 512
_TUNNEL: Final = re.compile(r"(tun|tap|utun|wg|ppp|ipsec|tailscale|zt|nordlynx|proton|gpd)[0-9a-z-]*", re.IGNORECASE)
_CONTAINER: Final = re.compile(
    r"(docker|podman|br-|virbr|veth|vmnet|vboxnet|lxc|lxd|cni|cali|flannel)[0-9a-z-]*|vethernet \(.*", re.IGNORECASE
)
_UP: Final = 0x1
_RUNNING: Final = 0x40
_MULTICAST: Final = {"linux": 0x1000, "darwin": 0x8000}
_GET_FLAGS: Final = {"linux": 0x8913, "darwin": 0xC0206911}  # SIOCGIFFLAGS


class Kind(Enum):
    PLAIN = "network"
    TUNNEL = "VPN"
    CONTAINER = "containers or virtual machines"
    LOOPBACK = "loopback"


@dataclass(frozen=True, slots=True)
class Interface:
    """One network interface; link-local IPv6 addresses carry its scope."""

    name: str
    index: int
    addresses: tuple[IPv4Interface | IPv6Interface, ...]

    @property
    def scope(self) -> str:
        """What stands after the % of a link-local address: the name, on Windows the index."""
        return self.name if os.name == "posix" else str(self.index)

    @property
    def hosts(self) -> tuple[IPv4Address | IPv6Address, ...]:
        """The addresses without their networks, scope kept, which `IPv6Interface.ip` loses."""
        return tuple(ip_address(str(address).partition("/")[0]) for address in self.addresses)

    @property
    def is_loopback(self) -> bool:
        return all(address.is_loopback for address in self.addresses)

    @property
    def kind(self) -> Kind:
        return Kind.LOOPBACK if self.is_loopback else kind_of(self.name)


def usable() -> tuple[Interface, ...]:
    """All interfaces that are up and can multicast; loopback only where there is nothing else."""
    try:
        found = [interface for adapter in adapters() if (interface := _interface(adapter)) is not None]
    except OSError:
        return ()
    network = tuple(interface for interface in found if not interface.is_loopback)
    return network or tuple(found)


def adapters(*, unconfigured: bool = False) -> tuple[ifaddr.Adapter, ...]:
    """As the system lists them, `unconfigured` also those without an address. One that is only the label of an address
    (Linux: eth0:1) is part of the one that has it. Raises OSError."""
    found: dict[str, ifaddr.Adapter] = {}
    for adapter in ifaddr.get_adapters(include_unconfigured=unconfigured):
        adapter.name = adapter.name.partition(":")[0]
        found.setdefault(adapter.name, adapter)
        if found[adapter.name] is not adapter:
            found[adapter.name].ips += adapter.ips
    return tuple(found.values())


def on_link(address: IPv4Address | IPv6Address, interfaces: Iterable[Interface]) -> bool:
    """Whether `address` is reached without a router: in the subnet of an interface, and of that scope."""
    return any(
        address in own.network and _same_scope(address, interface)
        for interface in interfaces
        for own in interface.addresses
    )


def _same_scope(address: IPv4Address | IPv6Address, interface: Interface) -> bool:
    scope = address.scope_id if isinstance(address, IPv6Address) else None
    return scope is None or scope == interface.scope


def _interface(adapter: ifaddr.Adapter) -> Interface | None:
    """The adapter as we see it, or None where nothing can be sent from it."""
    if adapter.index is None or is_port(adapter.name):
        return None
    scope = adapter.name if os.name == "posix" else str(adapter.index)
    addresses = tuple(own for ip in adapter.ips if (own := _address(ip, scope, adapter.index)) is not None)
    if not addresses or not _is_up(adapter.name, loopback=all(own.is_loopback for own in addresses)):
        return None
    return Interface(adapter.name, adapter.index, addresses)


def _address(ip: ifaddr.IP, scope: str, index: int) -> IPv4Interface | IPv6Interface | None:
    if isinstance(ip.ip, str):
        return IPv4Interface(f"{ip.ip}/{ip.network_prefix}")
    own = IPv6Address(ip.ip[0])
    if not _can_bind(own, index):
        return None
    return IPv6Interface(f"{own}%{scope}/{ip.network_prefix}" if own.is_link_local else f"{own}/{ip.network_prefix}")


def _can_bind(own: IPv6Address, index: int) -> bool:
    """False for an address that is still being checked for duplicates: it may not be used yet (RFC 4862 §5.4)."""
    try:
        with socket.socket(socket.AF_INET6, socket.SOCK_DGRAM) as probe:
            probe.bind((str(own), 0, 0, index if own.is_link_local else 0))
    except OSError:
        return False
    return True


def kind_of(name: str) -> Kind:
    """By what Linux says of it, elsewhere by how such adapters are called."""
    here = _SYSTEM / name
    if (here / "bridge").is_dir() and _stands_on_hardware(name):
        return Kind.PLAIN  # which virtual machines share
    if (here / "bridge").is_dir() or _CONTAINER.fullmatch(name):
        return Kind.CONTAINER
    if (here / "tun_flags").exists() or _hardware(here) in {_ARPHRD_NONE, _ARPHRD_PPP} or _TUNNEL.fullmatch(name):
        return Kind.TUNNEL
    return Kind.PLAIN


def _stands_on_hardware(name: str) -> bool:
    here = _SYSTEM / name
    below = (each.name.removeprefix("lower_") for each in here.glob("lower_*"))
    return (here / "device").exists() or any(map(_stands_on_hardware, below))


def _hardware(here: Path) -> int | None:
    try:
        return int((here / "type").read_text("ascii"))
    except (OSError, ValueError):
        return None


def is_port(name: str) -> bool:
    """Whether it belongs to a bridge, which has the addresses: what has one of its own there reaches nobody."""
    return (_SYSTEM / name / "brport").is_dir()


def _is_up(name: str, *, loopback: bool) -> bool:
    """Whether the interface is up, has a carrier and can multicast (of the loopback only the first is asked)."""
    flags = flags_of(name)
    return flags is None or (flags.up if loopback else flags.up and flags.running and flags.multicast)


@dataclass(frozen=True, slots=True)
class Flags:
    """What the kernel says of an interface."""

    up: bool
    running: bool  # it has a carrier
    multicast: bool


def flags_of(name: str) -> Flags | None:
    """None where this system does not say: Windows lists what is connected."""
    if sys.platform not in _GET_FLAGS:
        return None
    import fcntl

    try:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
            answer = fcntl.ioctl(any_socket, _GET_FLAGS[sys.platform], struct.pack("16sH14x", name.encode()[:15], 0))
    except OSError:
        return Flags(up=False, running=False, multicast=False)
    (flags,) = struct.unpack_from("H", answer, 16)
    return Flags(bool(flags & _UP), bool(flags & _RUNNING), bool(flags & _MULTICAST[sys.platform]))

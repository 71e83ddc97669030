"""The packets that have to pass for devices to find and call each other, as a packet filter sees them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface, ip_address
from typing import Final

from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.packet_path import DROP, Facts, Table
from desktop_app.discovery.interfaces import Interface
from desktop_app.protocol import limits

MDNS: Final = 5353
_GROUPS: Final = {4: ip_address("224.0.0.251"), 6: ip_address("ff02::fb")}
_SOURCE_PORT: Final = 49152


class Purpose(Enum):
    """What such a packet is for."""

    CALLED = "others calling this computer"
    HEARING = "the multicast of others"
    CALLING = "this computer calling others"
    SPEAKING = "its own multicast"

    @property
    def incoming(self) -> bool:
        return self in {Purpose.CALLED, Purpose.HEARING}

    @property
    def protocol(self) -> str:
        return "tcp" if self in {Purpose.CALLED, Purpose.CALLING} else "udp"

    def destination_port(self, port: int) -> int:
        """`port`: our own."""
        return {Purpose.CALLED: port, Purpose.CALLING: limits.DEFAULT_PORT}.get(self, MDNS)


_STOPPED: Final[dict[Purpose, type[Finding]]] = {
    Purpose.CALLED: findings.CallsStopped,
    Purpose.HEARING: findings.HearingStopped,
    Purpose.CALLING: findings.CallingStopped,
    Purpose.SPEAKING: findings.SpeakingStopped,
}


@dataclass(frozen=True, slots=True)
class Packet:
    purpose: Purpose
    interface: str
    version: int
    facts: Facts


def needed(port: int, interfaces: Sequence[Interface]) -> Iterator[Packet]:
    for interface in interfaces:
        for version in (4, 6):
            own = next((each for each in interface.addresses if each.version == version), None)
            if own is not None:
                yield from (_packet(purpose, interface.name, own, port) for purpose in Purpose)


def stopped(packets: Sequence[Packet], table: Table, chain: str, policy: str) -> tuple[Packet, ...]:
    """Those of them that the chain surely drops."""
    return tuple(each for each in packets if table.verdicts(chain, policy, each.facts) == {DROP})


def told(where: str, port: int, packets: Sequence[Packet], cure: Callable[[Purpose], str]) -> Iterator[Finding]:
    """Of packets that are stopped in one place. `cure`: the command that lets those of a purpose through."""
    for purpose, kind in _STOPPED.items():
        stopped_here = [packet for packet in packets if packet.purpose is purpose]
        if stopped_here:
            interfaces = ", ".join(sorted({packet.interface for packet in stopped_here}))
            versions = {packet.version for packet in stopped_here}
            version = versions.pop() if len(versions) == 1 else 0
            yield kind(cure(purpose), where=where, port=port, interfaces=interfaces, version=version)


def _packet(purpose: Purpose, interface: str, own: IPv4Interface | IPv6Interface, port: int) -> Packet:
    multicast = purpose in {Purpose.HEARING, Purpose.SPEAKING}
    here, there = own.ip, _neighbour(own)
    target = _GROUPS[own.version] if multicast else here if purpose.incoming else there
    layer, protocol = ("ip" if own.version == 4 else "ip6"), purpose.protocol
    ports = {"sport": MDNS if multicast else _SOURCE_PORT, "dport": purpose.destination_port(port)}
    facts: dict[str, object] = {
        f"meta {'iifname' if purpose.incoming else 'oifname'}": interface,
        f"meta {'oifname' if purpose.incoming else 'iifname'}": "",
        "meta l4proto": protocol,
        "meta nfproto": f"ipv{own.version}",
        "meta protocol": layer,
        "meta pkttype": "multicast" if multicast else "host",
        "ct state": "new",
        "fib daddr type": "multicast" if multicast else "local" if purpose.incoming else "unicast",
        "fib saddr type": "unicast" if purpose.incoming else "local",
        f"{layer} saddr": there if purpose.incoming else here,
        f"{layer} daddr": target,
        f"{layer} {'protocol' if own.version == 4 else 'nexthdr'}": protocol,
        **{f"{at} {name}": number for at in (protocol, "th") for name, number in ports.items()},
    }
    return Packet(purpose, interface, own.version, facts)


def _neighbour(own: IPv4Interface | IPv6Interface) -> IPv4Address | IPv6Address:
    """Another address of the same network."""
    here = int(own.ip)
    other = (
        here ^ 1 if here ^ 1 not in {int(own.network.network_address), int(own.network.broadcast_address)} else here ^ 2
    )
    return IPv4Address(other) if own.version == 4 else IPv6Address(other)

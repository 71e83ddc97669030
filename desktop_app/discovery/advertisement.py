"""What this computer says about itself on the network, and what we make of what others say.

Pure: no socket, no clock. Everything that `parse` is given was written by a stranger, so
it accepts any input, believes little of it, and never raises.
"""

import contextlib
import random
import re
import secrets
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from desktop_app.discovery.interfaces import Interface, Kind, on_link
from desktop_app.protocol import device_name, limits

ADDRESSES_MAX: Final = 8  # per device, said and believed
PLATFORMS: Final = frozenset({"linux", "windows", "macos"})

_LIKELIEST: Final = (Kind.LOOPBACK, Kind.PLAIN, Kind.TUNNEL, Kind.CONTAINER)  # the first to be called from elsewhere
_INSTANCE: Final = re.compile(r"[0-9a-f]{16}")
_VERSION: Final = str(limits.VERSION).encode()
_SUFFIX: Final = f".{limits.SERVICE_TYPE}"


def new_instance() -> str:
    """A name that says nothing: 64 random bits in hexadecimal."""
    return secrets.token_hex(8)


def is_service_name(name: str) -> bool:
    """Whether a DNS name can be one of our services at all."""
    return name.endswith(_SUFFIX) and _INSTANCE.fullmatch(name.removesuffix(_SUFFIX)) is not None


def service_name(instance: str) -> str:
    return instance + _SUFFIX


def instance_of(service_name: str) -> str:
    """The first label of a name for which `is_service_name` holds."""
    return service_name.removesuffix(_SUFFIX)


def _no_hints(_instance: str) -> Sequence[bytes]:
    return ()


@dataclass(frozen=True, slots=True)
class Advertisement:
    """This computer's own entry. `hints` are complete: padded, shuffled and fixed while the instance lives."""

    instance: str
    host: str
    name: str
    platform: str
    port: int
    hints: tuple[bytes, ...]

    @classmethod
    def fresh(cls, *, name: str, port: int, known: Callable[[str], Sequence[bytes]] = _no_hints) -> "Advertisement":
        """A new, unlinkable identity. `known` gives the hints of remembered devices for its instance id.

        Padding and order are drawn once: two announcements of one instance that differed
        in them would tell which hints are real.
        """
        instance = new_instance()
        hints = [bytes(hint) for hint in known(instance)][: limits.HINTS]
        hints += [secrets.token_bytes(limits.HINT) for _ in range(limits.HINTS - len(hints))]
        random.SystemRandom().shuffle(hints)
        return cls(instance, f"{new_instance()}.local.", device_name.clean(name), _platform(), port, tuple(hints))

    def renamed(self, name: str) -> "Advertisement":
        """The same identity under another name."""
        return replace(self, name=device_name.clean(name))

    def to_txt(self, visible: bool) -> dict[bytes, bytes]:
        """The TXT record (RFC 6763 §6), at most `limits.TXT_MAX` bytes. Name and platform only while visible."""
        txt = {b"v": _VERSION, b"id": self.instance.encode(), b"h": b"".join(self.hints)}
        if visible:
            txt |= {b"n": self.name.encode(), b"p": self.platform.encode()}
        return txt


@dataclass(frozen=True, slots=True)
class Sighting:
    """One device as an announcement describes it: bounded and plain, and not to be trusted."""

    instance: str
    name: str  # "" while it does not want to be seen by everyone
    platform: str
    addresses: tuple[str, ...]  # as a person would type them, scope kept
    port: int
    hints: tuple[bytes, ...] = ()  # to be recognised by; anybody may repeat them
    elsewhere: tuple[str, ...] = ()  # what else it says it has: on no link of ours, or more than are tried


def parse(
    service_name: str,
    properties: Mapping[bytes, bytes | None],
    addresses: Iterable[str],
    port: int | None,
    *,
    own_instance: str,
    interfaces: Sequence[Interface],
    own_port: int | None = None,
) -> Sighting | None:
    """The device that an announcement describes, or None. An address of ours with `own_port` would be ourselves."""
    if not is_service_name(service_name) or properties.get(b"v") != _VERSION:
        return None
    instance = instance_of(service_name)
    if instance == own_instance or properties.get(b"id") != instance.encode():
        return None
    if port is None or not limits.PORT_MIN <= port <= limits.PORT_MAX:
        return None
    announced = tuple(addresses)
    ordered = leading_there(announced, interfaces)[:ADDRESSES_MAX]
    if not ordered or (port == own_port and ours(interfaces).issuperset(ordered)):
        return None
    name = device_name.clean((properties.get(b"n") or b"").decode(errors="replace"))
    platform = (properties.get(b"p") or b"").decode(errors="replace")
    return Sighting(
        instance,
        name,
        platform if platform in PLATFORMS else "",
        tuple(str(address) for address in ordered),
        port,
        _hints(properties.get(b"h") or b""),
        _elsewhere(announced, {str(address) for address in ordered}),
    )


def _elsewhere(announced: Iterable[str], tried: set[str]) -> tuple[str, ...]:
    """No more of them than there may be of the others; one that every computer has tells nobody apart."""
    others = set[IPv4Address | IPv6Address]()
    for text in announced:
        with contextlib.suppress(ValueError):
            others.add(ip_address(text))
    told = (each for each in others if not _is_common(each) and str(each) not in tried)
    return tuple(str(each) for each in sorted(told, key=_preference))[:ADDRESSES_MAX]


def _is_common(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified


def announceable(interfaces: Iterable[Interface]) -> tuple[str, ...]:
    """Our own addresses to announce, without scopes, which mean nothing elsewhere.

    An address with this computer's hardware address in it (RFC 4291 §2.5.1) is left out
    unless the interface has no other. Those of containers, of which there may be many, come last.
    """
    ranks: dict[IPv4Address | IPv6Address, int] = {}
    for interface in sorted(interfaces, key=lambda each: _LIKELIEST.index(each.kind)):
        own = [address.ip for address in interface.addresses]
        for address in [each for each in own if not _shows_hardware(each)] or own:
            ranks.setdefault(address, _LIKELIEST.index(interface.kind))
    ordered = sorted(ranks, key=lambda each: (ranks[each], *_preference(each)))[:ADDRESSES_MAX]
    return tuple(str(address).partition("%")[0] for address in ordered)


def _hints(joined: bytes) -> tuple[bytes, ...]:
    """None where they are not exactly as many as they always are."""
    if len(joined) != limits.HINTS * limits.HINT:
        return ()
    return tuple(joined[at : at + limits.HINT] for at in range(0, len(joined), limits.HINT))


def _platform() -> str:
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux" if sys.platform == "linux" else "")


def ours(interfaces: Iterable[Interface]) -> set[IPv4Address | IPv6Address]:
    return {own for interface in interfaces for own in interface.hosts}


def leading_there(announced: Iterable[str], interfaces: Sequence[Interface]) -> list[IPv4Address | IPv6Address]:
    """Those of them on a link of ours, the likeliest first.

    An address that this computer has, too, leads here: computers with containers or virtual machines have the same one
    for them. It counts only where there is no other, as with a second program on this computer.
    """
    found = {address for text in announced if (address := reachable(text, interfaces)) is not None}
    return sorted(found - ours(interfaces) or found, key=_preference)


def reachable(text: str, interfaces: Sequence[Interface]) -> IPv4Address | IPv6Address | None:
    """The address, with its scope where it needs one, if it lies on a link of ours."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv6Address):
        scoped = _scoped(address, interfaces)
        if scoped is None:
            return None
        address = scoped
    if address.is_unspecified or address.is_multicast or not on_link(address, interfaces):
        return None
    if address.is_loopback and not all(interface.is_loopback for interface in interfaces):
        return None
    if isinstance(address, IPv4Address) and _is_broadcast(address, interfaces):
        return None
    return address


def _scoped(address: IPv6Address, interfaces: Sequence[Interface]) -> IPv6Address | None:
    """A link-local address with the scope it was seen on, as this system spells it; None where that is in doubt."""
    plain = IPv6Address(int(address))
    if not plain.is_link_local:
        return plain
    linked = [each for each in interfaces if any(own.is_link_local and own.version == 6 for own in each.addresses)]
    if address.scope_id is not None:
        linked = [each for each in linked if address.scope_id in (each.name, str(each.index))]
    return IPv6Address(f"{plain}%{linked[0].scope}") if len(linked) == 1 else None


def _is_broadcast(address: IPv4Address, interfaces: Iterable[Interface]) -> bool:
    networks = {own.network for interface in interfaces for own in interface.addresses if own.network.prefixlen < 31}
    return any(address in (network.network_address, network.broadcast_address) for network in networks)


def _shows_hardware(address: IPv4Address | IPv6Address) -> bool:
    return isinstance(address, IPv6Address) and address.packed[11:13] == b"\xff\xfe"


def _preference(address: IPv4Address | IPv6Address) -> tuple[bool, int, int]:
    """Addresses that need no scope first, IPv4 before IPv6; always the same order for the same set."""
    return address.is_link_local, address.version, int(address)

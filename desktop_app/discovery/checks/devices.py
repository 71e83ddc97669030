"""The Tallysticks that were heard, and whether they can be reached; and the one that the person expects somewhere."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import Final

from desktop_app.discovery.advertisement import leading_there, reachable
from desktop_app.discovery.checks import findings
from desktop_app.discovery.checks.ears import Service
from desktop_app.discovery.checks.finding import DOCTOR, Finding
from desktop_app.discovery.checks.reach import ORDER, Reach, reach
from desktop_app.discovery.checks.scene import Scene
from desktop_app.discovery.interfaces import on_link
from desktop_app.errors import Called
from desktop_app.protocol import limits
from desktop_app.transport.address import Address

LOOK: Final = 3.0
_DEVICES_MAX: Final = 8
_ADDRESSES_MAX: Final = 4


def devices(scene: Scene) -> Iterator[Finding]:
    others = [each for each in scene.heard() if not _is_own(each, scene)][:_DEVICES_MAX]
    if not others:
        yield findings.NobodySeen(seconds=round(LOOK))
        return
    with ThreadPoolExecutor(len(others), "checked-devices") as checking:
        found = list(checking.map(lambda each: _device(each, scene), others))
    good = sum(finding.good for finding in found)
    yield from (finding for finding in found if not finding.good)
    if good:
        yield findings.DevicesSeen(seconds=round(LOOK), count=good)


def address(scene: Scene) -> Iterator[Finding]:
    """What answers where the person expects a device."""
    if scene.address is None:
        return
    where = scene.address
    result = reach(where.host, where.port)
    near, lost = _near(where.host, scene), result in {Reach.SILENT, Reach.NO_ROUTE}
    if result is Reach.TALLYSTICK:
        yield findings.AddressAnswers(address=where) if near else findings.FarAddressAnswers(address=where)
    elif lost and _needs_scope(where.host):
        scope = scene.interfaces[0].scope if scene.interfaces else "eth0"
        yield findings.NoScope(f"{DOCTOR} '{where.host}%{scope}'", address=where.host)
    elif lost and not near:
        yield findings.FarAddress(address=where)
    else:
        yield _unreachable(str(where), where.host, result, scene)


def _near(host: str, scene: Scene) -> bool:
    """Whether it is reached without a router, as far as the address tells."""
    try:
        address = ip_address(host)
    except ValueError:
        return True
    return address.is_loopback or on_link(address, scene.interfaces)


def _needs_scope(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.version == 6 and address.is_link_local and "%" not in host


def _is_own(service: Service, scene: Scene) -> bool:
    if service.instance == scene.own.instance:
        return True
    addresses = {each.partition("%")[0] for each in service.addresses}
    return service.port == scene.own.port and addresses <= scene.own_addresses


def _device(service: Service, scene: Scene) -> Finding:
    called = Called(service.name) if service.name else service.addresses[0]
    on_link = [str(each) for each in leading_there(service.addresses, scene.interfaces)]
    if not on_link:
        there = ", ".join(service.addresses[:_ADDRESSES_MAX])
        return findings.OtherSubnet(device=called, addresses=there)
    results = {each: reach(each, service.port) for each in on_link[:_ADDRESSES_MAX]}
    best = min(results, key=lambda each: ORDER.index(results[each]))
    if results[best] not in {Reach.TALLYSTICK, Reach.OTHER}:
        where = str(Address(best, service.port))
        return _unreachable(Called(service.name, where) if service.name else where, best, results[best], scene)
    if not scene.answers(service.instance):
        return findings.OneWay(DOCTOR, device=called)
    return findings.DeviceAnswers(device=called)


def _unreachable(called: Called | str, host: str, result: Reach, scene: Scene) -> Finding:
    match result:
        case Reach.SWALLOWED:
            name = _interface_to(host, scene)
            return findings.LargeLost(f"sudo ip link set dev {name} mtu 1280" if name else "", device=called)
        case Reach.REFUSED:
            return findings.Refused(DOCTOR, device=called)
        case Reach.SILENT:
            return findings.Silent(DOCTOR, device=called)
        case Reach.FORBIDDEN:
            return findings.NotLetOut(device=called, port=limits.DEFAULT_PORT)
        case Reach.OTHER:
            return findings.Stranger(device=called)
        case Reach.UNKNOWN:
            return findings.UnknownName(device=called)
        case _:
            return findings.NoWay(DOCTOR, device=called)


def _interface_to(host: str, scene: Scene) -> str:
    scoped = host.partition("%")[2]
    names: Sequence[str] = [each.name for each in scene.interfaces if reachable(host, (each,)) is not None]
    return scoped or (names[0] if names else "")

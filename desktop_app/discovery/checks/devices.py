"""The Tallysticks that were heard, and whether they can be reached; and the one that the person expects somewhere."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from desktop_app.discovery.advertisement import reachable
from desktop_app.discovery.checks.ears import Service
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.reach import Reach, reach
from desktop_app.discovery.checks.scene import Scene
from desktop_app.protocol import limits
from desktop_app.transport.address import Address

LOOK: Final = 3.0
_DEVICES_MAX: Final = 8
_ADDRESSES_MAX: Final = 4
_ASK_THERE: Final = "On that computer, check the connection in its Tallystick too, or type the command there."
_DOCTOR: Final = "tallystick doctor"
_ORDER: Final = tuple(Reach)  # the best first


def devices(scene: Scene) -> Iterator[Finding]:
    others = [each for each in scene.heard() if not _is_own(each, scene)][:_DEVICES_MAX]
    if not others:
        yield Finding(
            "devices",
            False,
            f"No device with Tallystick was seen in {LOOK:.0f} seconds.",
            "Open Tallystick there, on the same network and visible to everyone, or connect by address.",
        )
        return
    with ThreadPoolExecutor(len(others), "checked-devices") as checking:
        found = list(checking.map(lambda each: _device(each, scene), others))
    good = sum(finding.good for finding in found)
    yield from (finding for finding in found if not finding.good)
    if good:
        yield Finding(
            "devices", True, f"{good} device{'s' if good > 1 else ''} with Tallystick seen in {LOOK:.0f} seconds."
        )


def address(scene: Scene) -> Iterator[Finding]:
    """What answers where the person expects a device."""
    if scene.address is None:
        return
    where = scene.address
    result = reach(where.host, where.port)
    if result is Reach.TALLYSTICK:
        yield Finding("address", True, f"A Tallystick answers at {where}.")
    else:
        yield _unreachable(str(where), where.host, result, scene, seen=False)


def _is_own(service: Service, scene: Scene) -> bool:
    if service.instance == scene.own.instance:
        return True
    addresses = {each.partition("%")[0] for each in service.addresses}
    return service.port == scene.own.port and not scene.own_addresses.isdisjoint(addresses)


def _device(service: Service, scene: Scene) -> Finding:
    called = f"“{service.name}”" if service.name else f"A device at {service.addresses[0]}"
    on_link = [str(found) for text in service.addresses if (found := reachable(text, scene.interfaces)) is not None]
    if not on_link:
        there = ", ".join(service.addresses[:_ADDRESSES_MAX])
        return Finding(
            "other-subnet",
            False,
            f"{called} is seen, but its addresses ({there}) lie in another subnet than this computer.",
            "Give both addresses of one network and the same mask, or connect by address if a router joins them.",
        )
    results = {each: reach(each, service.port) for each in on_link[:_ADDRESSES_MAX]}
    best = min(results, key=lambda each: _ORDER.index(results[each]))
    if results[best] not in {Reach.TALLYSTICK, Reach.OTHER}:
        return _unreachable(f"{called} ({Address(best, service.port)})", best, results[best], scene, seen=True)
    if not scene.answers(service.instance):
        return Finding(
            "one-way",
            False,
            f"{called} is seen here, but what this computer asks by multicast does not arrive there.",
            "Let UDP port 5353 in there and out here; a Wi-Fi may hold it back, too. Connecting by address works.",
            _DOCTOR,
        )
    return Finding("device", True, f"{called} is seen and answers.")


def _unreachable(called: str, host: str, result: Reach, scene: Scene, *, seen: bool) -> Finding:
    known = f"{called} is seen, but" if seen else f"{called}:"
    match result:
        case Reach.SWALLOWED:
            name = _interface_to(host, scene)
            return Finding(
                "mtu",
                False,
                f"{known} small packets arrive there and large ones are lost on the way (MTU black hole).",
                "Make this computer's packets smaller, or mend the VPN, switch or router between the two.",
                f"sudo ip link set dev {name} mtu 1280" if name else "",
            )
        case Reach.REFUSED:
            sentence = f"{known} its port refuses connections: Tallystick was closed, or a firewall there rejects them."
            return Finding("refused", False, sentence, _ASK_THERE, _DOCTOR)
        case Reach.SILENT:
            why = "a firewall there drops what comes in, or the Wi-Fi keeps its guests apart"
            sentence = f"{known} its port does not answer: {why}."
            return Finding("silent", False, sentence, _ASK_THERE, _DOCTOR)
        case Reach.FORBIDDEN:
            sentence = f"{known} this computer's own firewall does not let connections out to it."
            return Finding("forbidden", False, sentence, f"Let TCP out to port {limits.DEFAULT_PORT}.")
        case Reach.OTHER:
            sentence = f"{known} something answers that is not Tallystick, or has no time just now."
            return Finding("stranger", False, sentence, "Compare the address and port with what that computer shows.")
        case Reach.UNKNOWN:
            sentence = f"{known} no computer of that name is known here."
            return Finding("unknown-name", False, sentence, "Use the number address that the other computer shows.")
        case _:
            sentence = f"{known} no packet gets there: it is off, elsewhere, or the Wi-Fi keeps its guests apart."
            return Finding("no-way", False, sentence, "Put both on the same network, not a guest one.", _DOCTOR)


def _interface_to(host: str, scene: Scene) -> str:
    scoped = host.partition("%")[2]
    names: Sequence[str] = [each.name for each in scene.interfaces if reachable(host, (each,)) is not None]
    return scoped or (names[0] if names else "")

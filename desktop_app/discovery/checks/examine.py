"""One look: all checks, one after the other, while the network is listened to.

A check is a function from the `Scene` to findings; a new one is written and put in `CHECKS`.
Nothing is changed on this computer, and nothing is said about it on the network.
"""

import threading
import time
from collections.abc import Callable, Iterator
from typing import Final

from desktop_app.discovery.checks import devices, multicast, networks, port
from desktop_app.discovery.checks.adapters import all_adapters
from desktop_app.discovery.checks.ears import Ears, Service
from desktop_app.discovery.checks.finding import Finding
from desktop_app.discovery.checks.firewalls import look
from desktop_app.discovery.checks.scene import Own, Scene
from desktop_app.discovery.interfaces import usable
from desktop_app.discovery.peers import Peer
from desktop_app.transport.address import Address

Check = Callable[[Scene], Iterator[Finding]]


def examine(
    own: Own,
    *,
    address: Address | None = None,
    known: tuple[Peer, ...] = (),
    closing: threading.Event | None = None,
) -> tuple[Finding, ...]:
    """All checks. Takes some seconds, longer where something does not answer.

    `address`: where the person expects a device; `known`: devices that are listed already, whether or not they say
    something while we listen. Once `closing` is set, no further check is begun.
    """
    closing = closing or threading.Event()
    interfaces = usable()
    until = time.monotonic() + devices.LOOK
    ears = Ears(interfaces)

    def heard() -> tuple[Service, ...]:
        closing.wait(max(0.0, until - time.monotonic()))
        found = {each.instance: Service(each.instance, each.name, each.addresses, each.port) for each in known}
        return tuple((found | {each.instance: each for each in ears.services()}).values())

    try:
        scene = Scene(own, all_adapters(interfaces), interfaces, heard, ears.answers, address)
        return tuple(finding for check in CHECKS if not closing.is_set() for finding in check(scene))
    finally:
        ears.close()


def _firewall(scene: Scene) -> Iterator[Finding]:
    yield from look(scene.own.port, scene.interfaces)


CHECKS: Final[tuple[Check, ...]] = (
    networks.networks,
    networks.overlaps,
    port.port,
    multicast.multicast,
    _firewall,
    networks.routes,
    devices.devices,
    devices.address,
)

"""One look: all checks, one after the other, while the network is listened to.

A check is a function from the `Scene` to findings; a new one is written and put in `CHECKS`, in `OWN_CHECKS` if it
calls no other computer.
Nothing is changed on this computer, and nothing is said about it on the network.
"""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from desktop_app.discovery.checks import devices, multicast, networks, port
from desktop_app.discovery.checks.adapters import all_adapters
from desktop_app.discovery.checks.ears import Ears, Service
from desktop_app.discovery.checks.finding import Finding, Outlook
from desktop_app.discovery.checks.firewalls import look
from desktop_app.discovery.checks.scene import Own, Scene
from desktop_app.discovery.interfaces import usable
from desktop_app.discovery.peers import Peer
from desktop_app.protocol import limits
from desktop_app.protocol.sight import Seen
from desktop_app.transport.address import Address

Check = Callable[[Scene], Iterator[Finding]]


def examine(
    own: Own,
    *,
    address: Address | None = None,
    known: Sequence[Peer] = (),
    closing: threading.Event | None = None,
) -> tuple[Finding, ...]:
    """All checks. Takes some seconds, longer where something does not answer.

    `address`: where the person expects a device; `known`: devices that are listed already, whether or not they say
    something while we listen. Once `closing` is set, no further check is begun.
    """
    closing = closing or threading.Event()
    with _scene(own, address, known, closing) as scene:
        return tuple(_found(scene, CHECKS, closing))


def outlook(own: Own, *, known: Sequence[Peer] = (), closing: threading.Event | None = None) -> Outlook:
    """The same for a peer: those checks that call no other computer, and of them only what is in the way."""
    closing = closing or threading.Event()
    with _scene(own, None, known, closing) as scene:
        seen = [
            Seen(finding.obstacle, finding.version)
            for finding in _found(scene, OWN_CHECKS, closing)
            if finding.obstacle is not None
        ]
        heard = frozenset(service.instance for service in scene.heard())
    return Outlook(tuple(dict.fromkeys(seen))[: limits.SEEN_MAX], heard)


@contextlib.contextmanager
def _scene(own: Own, address: Address | None, known: Sequence[Peer], closing: threading.Event) -> Iterator[Scene]:
    interfaces = usable()
    until = time.monotonic() + devices.LOOK
    ears = Ears(interfaces)

    def heard() -> tuple[Service, ...]:
        closing.wait(max(0.0, until - time.monotonic()))
        found = {each.instance: Service(each.instance, each.name, each.addresses, each.port) for each in known}
        return tuple((found | {each.instance: each for each in ears.services()}).values())

    try:
        yield Scene(own, all_adapters(interfaces), interfaces, heard, ears.answers, address)
    finally:
        ears.close()


def _found(scene: Scene, checks: Sequence[Check], closing: threading.Event) -> Iterator[Finding]:
    for check in checks:
        if not closing.is_set():
            yield from check(scene)


def _firewall(scene: Scene) -> Iterator[Finding]:
    yield from look(scene.own.port, scene.interfaces)


OWN_CHECKS: Final[tuple[Check, ...]] = (
    networks.networks,
    networks.overlaps,
    port.port,
    multicast.multicast,
    _firewall,
    networks.routes,
)
CHECKS: Final[tuple[Check, ...]] = (*OWN_CHECKS, devices.devices, devices.address)

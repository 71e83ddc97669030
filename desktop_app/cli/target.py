"""Which device a person means by the name or address that they typed: one that is seen, else one that is remembered
and tried where it was met."""

import ipaddress
import time
from collections.abc import Sequence
from typing import Final

from desktop_app.cli.conversation import Conversation
from desktop_app.cli.errors import NotRemembered
from desktop_app.errors import PeerAmbiguous, PeerNotFound
from desktop_app.events import Device, DeviceId, RememberedDevice, Trouble
from desktop_app.storage.device_record import folded
from desktop_app.transport.address import Address

WAIT: Final = 10.0  # for the device to appear
SETTLE: Final = 0.5  # more, for a second one of the same name
SETTLE_STRANGER: Final = 2.0  # more, where only somebody with the name of a remembered one was seen


def read_target(text: str) -> Address | str:
    """An address, or a name to look for. Raises BadAddress for what looks like an address and is none."""
    if ":" in text or _is_ip(text):
        return Address.parse(text)
    return text


def find(talk: Conversation, target: Address | str) -> DeviceId | Address:
    """Raises PeerNotFound, with the names that were seen, or PeerAmbiguous."""
    if isinstance(target, Address):
        return target
    talk.face.looking(target)
    found = _look(talk, target)
    if len(found) > 1:
        addresses = (str(Address(device.addresses[0], device.port)) for device in found if device.addresses)
        raise PeerAmbiguous(peer=target, addresses=", ".join(addresses))
    if not found:
        raise PeerNotFound(peer=target, seen=tuple(device.known_as for device in talk.seen()))
    return found[0].id


def find_remembered(name: str, devices: Sequence[RememberedDevice]) -> RememberedDevice:
    """By its id, or its name, in which no two of them are alike. Raises NotRemembered."""
    for device in devices:
        if device.id == name or folded(device.name) == folded(name):
            return device
    raise NotRemembered(peer=name)


def _look(talk: Conversation, name: str) -> list[Device]:
    until = time.monotonic() + WAIT
    found = _called(name, talk.engine.devices())
    settling = False
    while True:
        if found and not settling:
            settling, until = True, min(until, time.monotonic() + _settling(name, found, talk.engine.remembered()))
        event = talk.next_event(until)
        if event is None:
            return found
        if isinstance(event, Trouble):
            talk.face.error(event.error)
        found = _called(name, talk.engine.devices())


def _settling(name: str, found: Sequence[Device], remembered: Sequence[RememberedDevice]) -> float:
    is_known = any(folded(each.name) == folded(name) for each in remembered)
    return SETTLE_STRANGER if is_known and not any(device.remembered for device in found) else SETTLE


def _called(name: str, devices: Sequence[Device]) -> list[Device]:
    """By its id, a recognised one by its remembered name, a stranger by its own, exactly or to a reader the same."""
    away = [device for device in devices if device.away]
    recognised = [device for device in devices if device.remembered is not None and not device.away]
    strangers = [device for device in devices if device.remembered is None]
    return (
        [device for device in devices if device.id == name]
        or [device for device in recognised if folded(device.known_as) == folded(name)]
        or [device for device in strangers if device.name == name]
        or [device for device in strangers if folded(device.name) == folded(name)]
        or [device for device in away if folded(device.known_as) == folded(name)]
    )


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True

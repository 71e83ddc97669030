"""Which device a person means by the name or address that they typed."""

import ipaddress
import time
import unicodedata
from typing import Final

from desktop_app.cli.conversation import Conversation
from desktop_app.errors import PeerAmbiguous, PeerNotFound
from desktop_app.events import Device, DeviceId, Trouble
from desktop_app.transport.address import Address

WAIT: Final = 10.0  # for the device to appear
SETTLE: Final = 0.5  # more, for a second one of the same name


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
        raise PeerNotFound(peer=target, seen=tuple(device.name for device in talk.engine.devices()))
    return found[0].id


def _look(talk: Conversation, name: str) -> list[Device]:
    until = time.monotonic() + WAIT
    found = _called(name, talk.engine.devices())
    settling = False
    while True:
        if found and not settling:
            settling, until = True, min(until, time.monotonic() + SETTLE)
        event = talk.next_event(until)
        if event is None:
            return found
        if isinstance(event, Trouble):
            talk.face.error(event.error)
        found = _called(name, talk.engine.devices())


def _called(name: str, devices: tuple[Device, ...]) -> list[Device]:
    """Exactly so, else the same but for case; an id from `devices --json` will do as well."""
    exact = [device for device in devices if name in {device.name, device.id}]
    return exact or [device for device in devices if _folded(device.name) == _folded(name)]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True

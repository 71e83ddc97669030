"""What somebody pastes as an invitation. One kind of input has the right check, so that it gets past it."""

import base64
import hashlib
from collections.abc import Iterator
from ipaddress import ip_address
from typing import Final

from desktop_app.errors import BadInvitation
from desktop_app.protocol import limits
from desktop_app.protocol.invitation import PREFIX, Invitation, is_invitation
from desktop_app.protocol.key_schedule import lp

SIZE_MAX: Final = 600
_SEED: Final = bytes(range(limits.INVITATION_SEED))


def seeds() -> Iterator[bytes]:
    for addresses in (("192.0.2.7",), ("192.0.2.7", "2001:db8::7"), ("10.0.0.1",) * limits.INVITATION_ADDRESSES):
        text = Invitation(bytearray(_SEED), addresses, limits.DEFAULT_PORT).text()
        yield b"\0" + text.encode()
        yield b"\0" + text[:40].encode() + b"\n " + text[40:].encode()
        yield b"\1" + _decoded(text)[:-4]


def run(data: bytes) -> None:
    if data[:1] == b"\1":
        body = data[1:]
        check = hashlib.sha512(lp(b"invitation-check") + lp(body)).digest()[:4]
        text = PREFIX + base64.urlsafe_b64encode(body + check).rstrip(b"=").decode()
    else:
        text = data[1:].decode(errors="surrogateescape")
    try:
        found = Invitation.parse(text)
    except BadInvitation:
        return
    assert is_invitation(text)
    assert len(found.seed) == limits.INVITATION_SEED
    assert 0 < len(found.addresses) <= limits.INVITATION_ADDRESSES
    assert 0 < found.port < 2**16
    for address in map(ip_address, found.addresses):
        assert not address.is_multicast
        assert not address.is_unspecified
    assert Invitation.parse(found.text()) == found
    assert _decoded(found.text()) == _decoded("".join(text.split())), "two texts for one invitation"


def _decoded(text: str) -> bytes:
    encoded = text.removeprefix(PREFIX)
    return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))

"""An invitation: a text that brings two computers together and stands in for a comparison, once.

It is as strong as the way by which it went: whoever reads it first can use it. Pure; specification: README.md,
"Invitations".
"""

import base64
import binascii
import hashlib
import hmac
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final

from desktop_app.errors import BadInvitation
from desktop_app.protocol import limits, pairing
from desktop_app.protocol.key_schedule import expand, lp
from desktop_app.protocol.wiping import wipe

PREFIX: Final = "tallystick-invitation:"
_VERSION: Final = 1
_CHECK: Final = 4
_SIZES: Final = {4: 4, 6: 16}
_FIXED: Final = 1 + limits.INVITATION_SEED + 2 + 1


@dataclass(frozen=True, slots=True)
class Invitation:
    """`seed` is the holder's to wipe; addresses without scopes, the likeliest first."""

    seed: bytearray
    addresses: tuple[str, ...]
    port: int

    @property
    def identity(self) -> str:
        """Which one it is, on this computer only: it says nothing of the seed."""
        return f"invitation-{hashlib.sha512(lp(b'invitation') + lp(self.seed)).hexdigest()[:16]}"

    def secret(self) -> bytearray:
        """What both sides prove; the caller's to wipe."""
        return expand(self.seed, "invitation", size=pairing.SECRET)

    def text(self) -> str:
        """As it is given to the other person."""
        body = bytearray((_VERSION,)) + self.seed + self.port.to_bytes(2, "big") + bytes((len(self.addresses),))
        for address in map(ip_address, self.addresses):
            body += bytes((address.version,)) + address.packed
        encoded = base64.urlsafe_b64encode(body + _check(body)).rstrip(b"=").decode()
        wipe(body)
        return PREFIX + encoded

    @classmethod
    def parse(cls, text: str) -> "Invitation":
        """White space anywhere is passed over: chats break lines. Raises BadInvitation."""
        joined = "".join(text.split())
        if not joined.startswith(PREFIX) or len(joined) > limits.INVITATION_TEXT_MAX:
            raise BadInvitation
        encoded = joined.removeprefix(PREFIX)
        try:
            whole = bytearray(base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True))
        except (binascii.Error, ValueError):
            raise BadInvitation from None
        body, check = whole[:-_CHECK], bytes(whole[-_CHECK:])
        if len(body) < _FIXED or body[0] != _VERSION or not hmac.compare_digest(check, _check(body)):
            raise BadInvitation
        seed = body[1 : 1 + limits.INVITATION_SEED]
        port = int.from_bytes(body[_FIXED - 3 : _FIXED - 1], "big")
        addresses = _addresses(bytes(body[_FIXED:]), body[_FIXED - 1])
        wipe(whole, body)
        invitation = cls(seed, addresses, port)
        if not port or not addresses or invitation.text() != joined:  # a decoder of Base64 takes much for the same
            invitation.wipe()
            raise BadInvitation
        return invitation

    def wipe(self) -> None:
        wipe(self.seed)


def is_invitation(text: str) -> bool:
    """Whether it is meant to be one, whole or not."""
    return "".join(text.split()).startswith(PREFIX)


def _check(body: bytes | bytearray) -> bytes:
    """Finds what was lost in copying, nothing more."""
    return hashlib.sha512(lp(b"invitation-check") + lp(body)).digest()[:_CHECK]


def _addresses(packed: bytes, count: int) -> tuple[str, ...]:
    """Exactly `count`, none of which would lead to everybody or to nobody; empty where that is not so."""
    found: list[str] = []
    while packed and len(found) < limits.INVITATION_ADDRESSES:
        size = _SIZES.get(packed[0], 0)
        raw, packed = packed[1 : 1 + size], packed[1 + size :]
        if not size or len(raw) != size:
            return ()
        address = IPv4Address(raw) if size == _SIZES[4] else IPv6Address(raw)
        if address.is_multicast or address.is_unspecified:
            return ()
        found.append(str(address))
    return tuple(found) if not packed and len(found) == count else ()

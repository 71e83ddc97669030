"""Proofs and hints of remembered devices: shown knowledge of a secret, bound to side, role and transcript.

A record of a remembered device is a secret that two computers took from a session which people had authenticated.
Nothing here says who may be trusted with what; it only finds out which secret both sides know.
Specification: README.md, "Remembered devices".
"""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.errors import RemoteProtocolError
from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import expand, lp
from desktop_app.protocol.wiping import wipe

_MAC_KEY: Final = 64


@dataclass(frozen=True, slots=True)
class Pairing:
    """One remembered device, as much of it as the protocol needs. The secrets are the caller's to wipe."""

    id: str
    founder: bool  # this computer was the initiator of the session in which it was founded
    secrets: tuple[bytearray, ...]  # 32 bytes each; a second one only while a rotation is under way


@dataclass(frozen=True, slots=True)
class Match:
    """The record that both sides proved, and the secret by which they did."""

    pairing: Pairing
    secret: bytearray


def proof(secret: bytearray, *, founder: bool, initiator: bool, h: bytes) -> bytes:
    """What a side that founded the record or did not, in its role in this session, shows of the secret."""
    return _mac(secret, "proof", b"proof", _side(founder), b"initiator" if initiator else b"responder", h)[
        : limits.PROOF
    ]


def hint(secret: bytearray, *, founder: bool, instance: str) -> bytes:
    """What lets a remembered device recognise an announcement. Sorts and labels only; anybody may copy it."""
    return _mac(secret, "hint", b"hint", _side(founder), instance.encode())[: limits.HINT]


def match(
    pairings: Sequence[Pairing], sent: Sequence[bytes], received: Sequence[bytes], *, initiator: bool, h: bytes
) -> Match | None:
    """The one record that the peer proved, too. Every value is held against every other, without an early exit.

    Raises RemoteProtocolError where a value of ours came back, or where two records were proven: no honest peer can.
    """
    reflected = False
    for mine in sent:
        for theirs in received:
            reflected |= hmac.compare_digest(mine, theirs)
    found: list[Match] = []
    for pairing in pairings:
        for secret in pairing.secrets:
            expected = proof(secret, founder=not pairing.founder, initiator=not initiator, h=h)
            proven = False
            for theirs in received:
                proven |= hmac.compare_digest(expected, theirs)
            if proven:
                found.append(Match(pairing, secret))
    if reflected:
        raise RemoteProtocolError(detail="our own proof came back")
    if len(found) > 1:
        raise RemoteProtocolError(detail="two records proven at once")
    return found[0] if found else None


def _mac(secret: bytearray, label: str, *values: bytes) -> bytes:
    """HMAC-SHA512 under the key that this label takes from the secret."""
    key = expand(secret, label, size=_MAC_KEY)
    tag = hmac.digest(key, b"".join(map(lp, values)), "sha512")
    wipe(key)
    return tag


def _side(founder: bool) -> bytes:
    return b"initiator" if founder else b"other"

"""Secrets that were authenticated before: how they prove themselves to a session, and hint at themselves on the air.

A proof is bound to the transcript, to the role in this session and to the side that its prover was when the
secret was founded: led back, taken from another session or made with a copy of one's own data, it proves nothing.
Specification: README.md, "Proofs" and "Discovery".
"""

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from desktop_app.errors import LocalProtocolError, ReflectedProof
from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import expand, lp
from desktop_app.protocol.role import Role
from desktop_app.protocol.wiping import wipe

SECRET: Final = 64
_MAC_KEY: Final = 64
_SHUFFLING: Final = 16


class SecretKind(Enum):
    """What a secret is; the values are labels in its keys, and the `method` of a session that it verifies."""

    RECORD = "record"  # of a remembered device, on the disk
    CONTINUATION = "continuation"  # of a session that was cut, in memory only
    INVITATION = "invitation"  # of a text that one person gave the other, in memory only


@dataclass(frozen=True, slots=True)
class KnownSecret:
    """A secret that this computer shares with one other."""

    kind: SecretKind
    identity: str  # which record or continuation it is here; never on the wire
    founded_as: Role  # this computer's side when it was founded
    secret: bytearray  # 64 bytes, the holder's to wipe


class Proofs:
    """What this side proves in one session, and what the peer's proofs prove to it. Holds copies of no secret."""

    def __init__(
        self,
        known: Sequence[KnownSecret],
        role: Role,
        h: bytes,
        random_bytes: Callable[[int], bytes],
        expected: frozenset[str] = frozenset(),
    ) -> None:
        """`expected`: a continuation among these comes before all others, so that it is the one that counts."""
        room = -(-max(len(known), 1) // limits.PROOFS_MIN) * limits.PROOFS_MIN
        if room > limits.PROOFS_MAX:
            raise LocalProtocolError(detail=f"{len(known)} secrets to prove")
        self._role = role
        self._pairs: list[tuple[KnownSecret, bytes, bytes]] = []  # the proof of ours and the one that the peer owes
        for each in known:
            key = expand(each.secret, "proof", each.kind.value.encode(), size=_MAC_KEY)
            ours, theirs = _proof(key, each.founded_as, role, h), _proof(key, each.founded_as.other, role.other, h)
            self._pairs.append((each, ours, theirs))
            wipe(key)
        values = [ours for _, ours, _ in self._pairs]
        values += _pieces(random_bytes((room - len(values)) * limits.PROOF), limits.PROOF)
        order = _pieces(random_bytes(room * _SHUFFLING), _SHUFFLING)
        self.values: Final = [value for _, value in sorted(zip(order, values, strict=True))]
        self._put_first(expected)

    def _put_first(self, expected: frozenset[str]) -> None:
        places = {
            each.identity: self.values.index(ours)
            for each, ours, _ in self._pairs
            if each.kind is SecretKind.CONTINUATION
        }
        for identity in expected & places.keys():
            first, place = min(places.values()), places[identity]
            self.values[first], self.values[place] = self.values[place], self.values[first]

    def proven_by(self, received: Sequence[bytes]) -> tuple[KnownSecret, ...]:
        """The secrets that the peer has proven, in the order of the initiator's proofs: the same on both sides.

        All are held against all, each in constant time, whatever was found before. Raises ReflectedProof where
        a value of ours came back.
        """
        reflected = False
        for ours in self.values:
            for value in received:
                reflected |= hmac.compare_digest(ours, value)
        if reflected:
            raise ReflectedProof
        proven: list[tuple[int, KnownSecret]] = []
        for secret, ours, theirs in self._pairs:
            found = False
            for value in received:
                found |= hmac.compare_digest(theirs, value)
            if found:
                place = self.values.index(ours) if self._role is Role.INITIATOR else list(received).index(theirs)
                proven.append((place, secret))
        return tuple(secret for _, secret in sorted(proven, key=lambda found: found[0]))


def _pieces(drawn: bytes, size: int) -> list[bytes]:
    return [drawn[at : at + size] for at in range(0, len(drawn), size)]


def hint_key(secret: bytes | bytearray) -> bytearray:
    """K_hint of a remembered device: recognises it on the air, proves nothing, and leads back to no secret."""
    return expand(secret, "hint", SecretKind.RECORD.value.encode(), size=_MAC_KEY)


def hint(key: bytes | bytearray, founded_as: Role, instance: str) -> bytes:
    """What a computer that founded the secret as `founded_as` announces under this instance id; 6 bytes."""
    message = lp(b"hint") + lp(founded_as.value.encode()) + lp(instance.encode())
    return hmac.digest(key, message, "sha512")[: limits.HINT]


def _proof(key: bytearray, founded_as: Role, role: Role, h: bytes) -> bytes:
    message = lp(b"proof") + lp(founded_as.value.encode()) + lp(role.value.encode()) + lp(h)
    return hmac.digest(key, message, "sha512")[: limits.PROOF]

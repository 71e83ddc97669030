"""The few ways in which keys come from keys. Specification: README.md, "Notation" and "Key schedule"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA512

from desktop_app.protocol import hkdf
from desktop_app.protocol.wiping import scour, wipe

KEY: Final = 32
ROOT: Final = 64
_LENGTH: Final = 8


class Cipher(Enum):
    """An AEAD that may protect files; the value is its name on the wire and on the screen."""

    AES_256_GCM = "AES-256-GCM"
    CHACHA20_POLY1305 = "ChaCha20-Poly1305"


def lp(value: bytes | bytearray) -> bytes:
    """LP(x): 8-byte big-endian length, then x."""
    return len(value).to_bytes(_LENGTH, "big") + value


def expand(key: bytes | bytearray, label: str, *values: bytes | bytearray, size: int) -> bytearray:
    """E(key, label, values...) = HKDF-Expand-SHA512 (RFC 5869 §2.3) with LP-coded info; `size` bytes."""
    info = coded(label.encode(), *values)
    derived = hkdf.expand(SHA512(), key, info, size)
    wipe(info)  # a value may be a secret
    return derived


def coded(*values: bytes | bytearray) -> bytearray:
    """LP of each value in turn; made in one piece, for a buffer that grows leaves copies behind."""
    whole = bytearray(sum(_LENGTH + len(value) for value in values))
    end = 0
    with memoryview(whole) as room:
        for value in values:
            start = end + _LENGTH
            room[end:start] = len(value).to_bytes(_LENGTH, "big")
            end = start + len(value)
            room[start:end] = value
    return whole


@dataclass(frozen=True, slots=True)
class EpochKeys:
    """The root of an epoch and its traffic keys; all three are wiped by whoever uses them up."""

    root: bytearray
    initiator: bytearray  # what the initiator seals with
    responder: bytearray

    def wipe(self) -> None:
        wipe(self.root, self.initiator, self.responder)


def _split(derived: bytearray) -> EpochKeys:
    keys = EpochKeys(derived[:ROOT], derived[ROOT : ROOT + KEY], derived[ROOT + KEY :])
    wipe(derived)
    scour()
    return keys


def first_epoch(root_0: bytearray, h: bytes, cipher: Cipher, method: str, proven: bytearray) -> EpochKeys:
    """Epoch 1, at verification: bound to the transcript, the cipher, and what authenticated it."""
    values = (h, cipher.value.encode(), method.encode(), proven)
    return _split(expand(root_0, "verified", *values, size=ROOT + 2 * KEY))


def next_epoch(
    root: bytearray, ee: bytearray, ss: bytearray, h: bytes, epoch: int, cipher: Cipher, public: Sequence[bytes]
) -> EpochKeys:
    """Epoch `epoch` by a renewal. `public` is (e_I, ek_I, e_R, ct); `ee` and `ss` stay the caller's to wipe."""
    secret = coded(ee, ss)
    prk = hkdf.extract(SHA512(), root, secret)
    wipe(secret)
    values = (h, epoch.to_bytes(8, "big"), cipher.value.encode(), *public)
    keys = _split(expand(prk, "renew", *values, size=ROOT + 2 * KEY))
    wipe(prk)
    return keys

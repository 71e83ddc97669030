"""The few ways in which keys come from keys. Specification: README.md, "Notation" and "Key schedule"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from desktop_app.protocol.wiping import wipe, wipe_bytes

KEY: Final = 32
ROOT: Final = 64


class Cipher(Enum):
    """An AEAD that may protect files; the value is its name on the wire and on the screen."""

    AES_256_GCM = "AES-256-GCM"
    CHACHA20_POLY1305 = "ChaCha20-Poly1305"


def lp(value: bytes | bytearray) -> bytes:
    """LP(x): 8-byte big-endian length, then x."""
    return len(value).to_bytes(8, "big") + value


def expand(key: bytearray, label: str, *values: bytes | bytearray, size: int) -> bytearray:
    """E(key, label, values...) = HKDF-Expand-SHA512 (RFC 5869 §2.3) with LP-coded info; `size` bytes."""
    coded = _coded(label.encode(), *values)
    info = bytes(coded)
    derived = bytearray(size)
    HKDFExpand(hashes.SHA512(), size, info).derive_into(key, derived)
    wipe(coded)
    wipe_bytes(info)  # a value may be a secret
    return derived


def _coded(*values: bytes | bytearray) -> bytearray:
    """LP of each value in turn, with no copy of one left behind."""
    coded = bytearray()
    for value in values:
        coded += len(value).to_bytes(8, "big")
        coded += value
    return coded


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
    return keys


def first_epoch(root_0: bytearray, h: bytes, cipher: Cipher, method: str, proven: bytearray) -> EpochKeys:
    """Epoch 1, at verification: bound to the transcript, the cipher, and what authenticated it."""
    values = (h, cipher.value.encode(), method.encode(), proven)
    return _split(expand(root_0, "verified", *values, size=ROOT + 2 * KEY))


def next_epoch(
    root: bytearray, ee: bytearray, ss: bytearray, h: bytes, epoch: int, cipher: Cipher, public: Sequence[bytes]
) -> EpochKeys:
    """Epoch `epoch` by a renewal. `public` is (e_I, ek_I, e_R, ct); `ee` and `ss` stay the caller's to wipe."""
    secret = _coded(ee, ss)
    salt = bytes(root)
    extracted = HKDF.extract(hashes.SHA512(), salt, secret)
    prk = bytearray(extracted)
    wipe(secret)
    wipe_bytes(salt)
    wipe_bytes(extracted)
    values = (h, epoch.to_bytes(8, "big"), cipher.value.encode(), *public)
    keys = _split(expand(prk, "renew", *values, size=ROOT + 2 * KEY))
    wipe(prk)
    return keys

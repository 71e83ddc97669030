"""What somebody does who recorded a session and later gets both disks: try every byte there as a key to it.

Each 32 or 64 bytes in a row, as they stand and out of base64 or hex, are taken for every secret that such a session
has ever had, and led through every step of the key schedule that needs nothing else.
"""

import base64
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand

from desktop_app.protocol.key_schedule import Cipher
from tests.support.hostile_peer import lp
from tests.support.recorded_session import RecordedSession, aead, opened

Found = set[str]

_BASE64: Final = re.compile(rb"[A-Za-z0-9+/_-]{43,}")
_HEX: Final = re.compile(rb"[0-9A-Fa-f]{64,}")
_BASE64_OF_URLS: Final = bytes.maketrans(b"-_", b"+/")


def image_of(*roots: Path, without: bytes) -> list[bytes]:
    """Every name and every content below these folders, but for files that hold just what is known anyway."""
    image: list[bytes] = []
    for root in roots:
        for path in sorted(root.rglob("*")):
            image.append(str(path.relative_to(root)).encode())
            if path.is_file() and (content := path.read_bytes()) != without:
                image.append(content)
    return image


def readings(content: bytes) -> Iterator[bytes]:
    """As it stands, and what is in it in the encodings in which programs keep keys."""
    yield content
    for run in _HEX.findall(content):
        for start in (0, 1):
            yield bytes.fromhex(run[start : start + (len(run) - start) // 2 * 2].decode())
    for run in _BASE64.findall(content):
        text = run.translate(_BASE64_OF_URLS)
        for start in range(4):  # letters before it may seem to belong to it
            part = text[start:]
            part = part[:-1] if len(part) % 4 == 1 else part
            yield base64.b64decode(part + b"=" * (-len(part) % 4))


def windows(image: Iterable[bytes], size: int) -> set[bytes]:
    """All different pieces of this size, at every offset of every reading."""
    return {
        reading[at : at + size]
        for content in image
        for reading in readings(content)
        for at in range(len(reading) - size + 1)
    }


class Locks:
    """What a recorded session offers to try keys on."""

    def __init__(self, session: RecordedSession) -> None:
        self._epochs = {number: session.shortest(number) for number in range(session.last + 1)}
        self._cipher = session.keys.epochs[1].cipher
        self._h = session.keys.h
        self._method, self._proven = session.keys.proven
        self._renewals = {number: session.renewal(number) for number in range(2, session.last + 1)}
        first, second = (frame[4:] for frame in session.first_frames)
        self._public = {"e_I": first[1:33], "e_R": second[:32]}
        self._ek = first[33:]

    def opened_from(self, image: Iterable[bytes]) -> Found:
        """The names of all secrets of the session that are somewhere in it."""
        pieces = [*image]
        found: Found = set()
        for key in windows(pieces, 32):
            found |= self._by_32(key)
        for secret in windows(pieces, 64):
            found |= self._by_64(secret)
        return found

    def _by_32(self, key: bytes) -> Found:
        """A traffic key, a private key, or the secret of a remembered device."""
        found = self._by_key(key)
        public = X25519PrivateKey.from_private_bytes(key).public_key().public_bytes_raw()
        found |= {f"private key of {name}" for name, value in self._public.items() if value == public}
        if self._is_root(key) or any(self._by_key(_expand(key, label, size=32)) for label in (b"proof", b"hint")):
            found.add("secret of a device")
        return found

    def _by_64(self, secret: bytes) -> Found:
        """A root, a chaining key, the exporter, an extracted key of a renewal, or the seed of an ML-KEM key."""
        o1, o2, _, o4 = _noise_hkdf(secret)
        kept = [_expand(secret, label, self._h, size=64) for label in (b"pairing", b"continuation")]
        verdicts = {
            "root 0": self._is_root(secret),
            "chaining key": self._opens(0, o1[:32], o2[:32]) or self._is_root(o4),
            "exporter": any(
                self._is_root(each) or self._is_root(each[:32]) or self._by_key(each[:32]) for each in kept
            ),
            "private key of ek": MLKEM768PrivateKey.from_seed_bytes(secret).public_key().public_bytes_raw() == self._ek,
        }
        for number, public in self._renewals.items():
            values = self._h, number.to_bytes(8, "big"), self._cipher.value.encode(), *public
            material = _expand(secret, b"renew", *values, size=128)
            verdicts[f"extracted key of epoch {number}"] = self._opens(number, material[64:96], material[96:])
        return {name for name, verdict in verdicts.items() if verdict}

    def _is_root(self, root: bytes) -> bool:
        """Whether it leads to epoch 1. What was proven besides is no secret here: the disks may hold it."""
        for proven in {b"", self._proven, root}:
            values = self._h, self._cipher.value.encode(), self._method.encode(), proven
            material = _expand(root, b"verified", *values, size=128)
            if self._opens(1, material[64:96], material[96:]):
                return True
        return False

    def _opens(self, epoch: int, of_initiator: bytes, of_responder: bytes) -> bool:
        """Whether one of these is the key of that epoch and direction."""
        cipher = self._cipher if epoch else Cipher.CHACHA20_POLY1305
        pairs = zip((of_initiator, of_responder), self._epochs[epoch], strict=True)
        return any(opened(aead(cipher, key), record.number, record.frame) is not None for key, record in pairs)

    def _by_key(self, key: bytes) -> Found:
        """Which traffic key it is, of all epochs, in both directions, for either cipher."""
        tried = [aead(cipher, key) for cipher in Cipher]
        return {
            key_name(record.epoch, of_initiator=record.of_initiator)
            for records in self._epochs.values()
            for record in records
            if any(opened(by, record.number, record.frame) is not None for by in tried)
        }


def key_name(epoch: int, *, of_initiator: bool) -> str:
    return f"key of epoch {epoch}, {'initiator' if of_initiator else 'responder'}"


def _expand(key: bytes, *info: bytes, size: int) -> bytes:
    """E of the specification, by the library: there are very many of them."""
    return HKDFExpand(SHA512(), size, b"".join(map(lp, info))).derive(key)


def _noise_hkdf(ck: bytes) -> list[bytes]:
    extract = HMAC(ck, SHA512())
    extract.update(b"")
    material = HKDFExpand(SHA512(), 256, b"").derive(extract.finalize())
    return [material[at : at + 64] for at in range(0, 256, 64)]

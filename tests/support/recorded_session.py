"""A recorded session, taken apart with its keys: which record was sealed when, by whom, under what."""

from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from desktop_app.protocol.key_schedule import Cipher
from tests.support.hostile_peer import Kind
from tests.support.leaked_keys import LeakedKeys
from tests.support.wire_tap import Recording

Aead = AESGCM | ChaCha20Poly1305
LAST_OF_EPOCH: Final = (Kind.CONFIRM, Kind.SWITCH)


@dataclass(frozen=True, slots=True)
class Record:
    of_initiator: bool
    epoch: int
    number: int  # in this epoch and direction
    position: int  # in this direction, over all epochs
    frame: bytes
    plaintext: bytes

    @property
    def kind(self) -> int:
        return self.plaintext[0]


def aead(cipher: Cipher, key: bytes) -> Aead:
    return AESGCM(key) if cipher is Cipher.AES_256_GCM else ChaCha20Poly1305(key)


def opened(by: Aead, number: int, frame: bytes) -> bytes | None:
    """The plaintext, or None where that key and number do not open it."""
    nonce = bytes(4) + number.to_bytes(8, "big" if isinstance(by, AESGCM) else "little")
    try:
        return by.decrypt(nonce, frame[4:], frame[:4])
    except InvalidTag:
        return None


def take_apart(recording: Recording, keys: LeakedKeys) -> list[Record]:
    """All records of both directions, each opened by the key that it has to open with."""
    of_initiator, of_responder = recording.frames()
    return [*_direction(of_initiator[1:], keys, True), *_direction(of_responder[1:], keys, False)]


def _direction(frames: list[bytes], keys: LeakedKeys, of_initiator: bool) -> list[Record]:
    records: list[Record] = []
    epoch = number = 0
    for position, frame in enumerate(frames):
        leaked = keys.epochs[epoch]
        plaintext = opened(aead(leaked.cipher, leaked.key(of_initiator=of_initiator)), number, frame)
        assert plaintext is not None, f"record {position} of epoch {epoch}"
        records.append(Record(of_initiator, epoch, number, position, frame, plaintext))
        epoch, number = (epoch + 1, 0) if plaintext[0] in LAST_OF_EPOCH else (epoch, number + 1)
    return records

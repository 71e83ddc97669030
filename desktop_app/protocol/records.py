"""The record stream: one AEAD-sealed, ordered stream per direction, opened and sealed in the caller's buffers.

A frame is a 4-byte big-endian length, which is also the associated data, and that many bytes of
ciphertext with tag. The buffer of a frame is the header, the plaintext behind it and room for the tag;
sealing and opening happen in place, so the bytes of a file are never copied. Specification: README.md, "Records".
"""

from typing import Final, Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305

from desktop_app.errors import LimitExceeded, LocalProtocolError, RecordCorrupt
from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import Cipher
from desktop_app.protocol.wiping import scour, wipe

FRAME_ROOM: Final = limits.FRAME_HEADER + limits.DATA_HEADER + limits.DATA_MAX + limits.TAG
CONTROL_ROOM: Final = limits.FRAME_HEADER + limits.CONTROL_MAX + limits.TAG


class _Stream:
    """The key and counter of one direction in one epoch."""

    def __init__(self, cipher: Cipher, key: bytearray, *, epoch: int, record_max: int = limits.RECORD_MAX) -> None:
        self.epoch = epoch
        self.bytes = 0  # sealed or opened under this key, tags included
        self._key = key
        self._record_max = record_max
        self._counter = 0
        self._counter_order: Literal["big", "little"]
        self._aead: AESGCM | ChaCha20Poly1305 | None
        if cipher is Cipher.AES_256_GCM:
            self._aead, self._counter_order = AESGCM(key), "big"
        else:
            self._aead, self._counter_order = ChaCha20Poly1305(key), "little"

    def _next_nonce(self) -> bytes:
        """4 zero bytes and a 64-bit counter: as in Noise §12 for both ciphers."""
        if self._counter >= limits.RECORDS_PER_EPOCH:
            raise LocalProtocolError(detail="nonces used up")
        nonce = bytes(4) + self._counter.to_bytes(8, self._counter_order)
        self._counter += 1
        return nonce

    def wipe(self) -> None:
        """Forget the key; may be called twice. Nothing can be sealed or opened any more."""
        self._aead = None  # the library clears its own copy when the last reference goes
        wipe(self._key)
        scour()


class Sealer(_Stream):
    """Seals the records of one direction in one epoch."""

    def seal_into(self, frame: memoryview, length: int) -> memoryview:
        """Seal the `length` bytes of plaintext that stand behind the header in `frame`; returns the frame to send."""
        if self._aead is None:
            raise LocalProtocolError(detail="sealing without a key")
        size = length + limits.TAG
        if not limits.RECORD_MIN <= size <= self._record_max:
            raise LocalProtocolError(detail=f"record of {size} bytes")
        end = limits.FRAME_HEADER + size
        header = size.to_bytes(limits.FRAME_HEADER, "big")
        frame[: limits.FRAME_HEADER] = header
        plaintext = frame[limits.FRAME_HEADER : limits.FRAME_HEADER + length]
        self._aead.encrypt_into(self._next_nonce(), plaintext, header, frame[limits.FRAME_HEADER : end])
        self.bytes += size
        return frame[:end]


class Opener(_Stream):
    """Opens the records of one direction in one epoch."""

    def size(self, header: memoryview) -> int:
        """Bytes of ciphertext that follow this header. Raises LimitExceeded, before anything is allocated."""
        size = int.from_bytes(header, "big")
        if not limits.RECORD_MIN <= size <= self._record_max:
            raise LimitExceeded(detail="record length")
        return size

    def open_into(self, frame: memoryview) -> memoryview:
        """Open a whole frame in place; returns the plaintext within it. Raises RecordCorrupt."""
        if self._aead is None:
            raise LocalProtocolError(detail="opening without a key")
        plaintext = frame[limits.FRAME_HEADER : len(frame) - limits.TAG]
        try:
            self._aead.decrypt_into(
                self._next_nonce(), frame[limits.FRAME_HEADER :], bytes(frame[: limits.FRAME_HEADER]), plaintext
            )
        except InvalidTag as error:
            plaintext[:] = bytes(len(plaintext))  # some back ends leave what they deciphered before they knew
            raise RecordCorrupt from error
        self.bytes += len(frame) - limits.FRAME_HEADER
        return plaintext

"""The Noise Protocol Framework, revision 34, in the words of its specification; no I/O.

Patterns NN and XX, and NN with the `hfs` modifier of "KEM-based Hybrid Forward Secrecy
for Noise" (Perrin, 2018) over ML-KEM-768. One step beyond the specification: a handshake
in which anything failed is dead, and every key is overwritten where its use ends.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final, Literal, Self, TypeVar

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.hashes import HashAlgorithm

from desktop_app.errors import HandshakeFailed, LocalProtocolError
from desktop_app.protocol import noise_primitives as primitives
from desktop_app.protocol.noise_primitives import DHLEN, KEM_CIPHERTEXT, KEM_PUBLIC, TAGLEN, Cipher
from desktop_app.protocol.noise_symmetric import CipherState, SymmetricState
from desktop_app.protocol.wiping import scour

MAX_MESSAGE: Final = 65_535  # §3
MAX_SECRETS: Final = 4

_Key = TypeVar("_Key")
Token = Literal["e", "s", "ee", "es", "se", "e1", "ekem1"]

PATTERNS: Final[dict[str, tuple[tuple[Token, ...], ...]]] = {
    "NN": (("e",), ("e", "ee")),
    "XX": (("e",), ("e", "ee", "s", "es"), ("s", "se")),
    "NNhfs": (("e", "e1"), ("e", "ee", "ekem1")),
}


def require_kem() -> None:
    """Raises KeysUnavailable where the cryptography here lacks ML-KEM-768."""
    primitives.kem_key(None)


@dataclass(frozen=True, slots=True)
class ProtocolName:
    """A protocol name taken apart (§8)."""

    pattern: tuple[tuple[Token, ...], ...]
    cipher: Cipher
    hash: HashAlgorithm

    @classmethod
    def parse(cls, name: str) -> Self:
        """Raises LocalProtocolError for a name that is not spoken here."""
        try:
            noise, pattern, agreement, cipher, algorithm = name.split("_")
            parsed = cls(PATTERNS[pattern], primitives.CIPHERS[cipher], primitives.HASHES[algorithm])
        except (ValueError, KeyError) as error:
            raise LocalProtocolError(detail=f"unknown protocol {name}") from error
        if noise != "Noise" or agreement != ("25519+MLKEM768" if pattern.endswith("hfs") else "25519"):
            raise LocalProtocolError(detail=f"unknown protocol {name}")
        return parsed


class HandshakeState:
    """One handshake (§5.3): messages written and read in turn, then `split` or `secrets`, once.

    A fault of the peer raises HandshakeFailed and ends the handshake for good; a call out
    of turn raises LocalProtocolError. `e` and `e1` fix the ephemeral keys, for test vectors only.
    """

    def __init__(
        self,
        protocol_name: str,
        *,
        initiator: bool,
        prologue: bytes = b"",
        s: bytes | bytearray | None = None,
        e: bytes | bytearray | None = None,
        e1: bytes | bytearray | None = None,
    ) -> None:
        name = ProtocolName.parse(protocol_name)
        if s is None and any("s" in tokens for tokens in name.pattern):
            raise LocalProtocolError(detail="this pattern needs a static key")
        self._symmetric = SymmetricState(protocol_name, name.cipher, name.hash)
        self._symmetric.mix_hash(prologue)
        self._initiator = initiator
        self._my_turn = initiator
        self._messages = list(name.pattern)
        self._over = False
        self._s = None if s is None else primitives.dh_key(s)
        self._e = None if e is None else primitives.dh_key(e)
        self._e1 = None if e1 is None else primitives.kem_key(e1)
        self._rs: X25519PublicKey | None = None
        self._re: X25519PublicKey | None = None
        self._re1: MLKEM768PublicKey | None = None
        self._sent = {"e": b"", "e1": b""}
        self._received = {"e": b"", "e1": b""}

    def write_message(self, payload: bytes) -> bytes:
        """The next message. Raises HandshakeFailed where the peer's key turns out to be bad only now."""
        with self._turn(mine=True) as tokens:
            message = bytearray()
            for token in tokens:
                message += self._write_token(token)
            message += self._symmetric.encrypt_and_hash(payload)
            if len(message) > MAX_MESSAGE:
                raise LocalProtocolError(detail="message too long for Noise")
            return bytes(message)

    def read_message(self, message: bytes) -> bytes:
        """The payload of the peer's next message."""
        with self._turn(mine=False) as tokens:
            if len(message) > MAX_MESSAGE:
                raise HandshakeFailed(detail="message too long")
            rest = message
            for token in tokens:
                rest = self._read_token(token, rest)
            return self._symmetric.decrypt_and_hash(rest)

    @property
    def finished(self) -> bool:
        """All messages have passed."""
        return not self._messages

    @property
    def handshake_hash(self) -> bytes:
        """The transcript hash h, once all messages have passed (§11.2); also after `split` or `close`."""
        if not self.finished:
            raise LocalProtocolError(detail="no handshake hash yet")
        return self._symmetric.h

    def split(self) -> tuple[CipherState, CipherState]:
        """The cipher states of the initiator's and of the responder's messages, in this order."""
        self._consume()
        try:
            return self._symmetric.split()
        finally:
            self.close()

    def secrets(self, count: int) -> list[bytearray]:
        """HKDF(ck, "", count): instead of `split`, whose keys are the first 32 bytes of the first two."""
        if not 1 <= count <= MAX_SECRETS:
            raise LocalProtocolError(detail=f"{count} secrets of a handshake")
        self._consume()
        try:
            return self._symmetric.secrets(count)
        finally:
            self.close()

    @property
    def ephemeral_public(self) -> bytes:
        """Our e, once it was sent; empty before."""
        return self._sent["e"]

    @property
    def remote_ephemeral(self) -> bytes:
        """The peer's e, once it was received."""
        return self._received["e"]

    @property
    def kem_public(self) -> bytes:
        """The encapsulation key that we sent; empty before, and always for the side that encapsulates."""
        return self._sent["e1"]

    @property
    def remote_kem(self) -> bytes:
        """The encapsulation key that the peer sent."""
        return self._received["e1"]

    def close(self) -> None:
        """Overwrite every key. May be called at any time, and twice."""
        self._over = True
        self._symmetric.close()
        self._s = self._e = self._e1 = None  # OpenSSL clears a private key when it frees it
        scour()

    @contextmanager
    def _turn(self, *, mine: bool) -> Iterator[tuple[Token, ...]]:
        if self._over or self.finished or self._my_turn is not mine:
            raise LocalProtocolError(detail="handshake message out of turn")
        complete = False
        try:
            yield self._messages[0]
            complete = True
        finally:
            if not complete:
                self.close()
        del self._messages[0]
        self._my_turn = not mine

    def _consume(self) -> None:
        if self._over or not self.finished:
            raise LocalProtocolError(detail="handshake not finished or used already")

    def _write_token(self, token: Token) -> bytes:
        symmetric = self._symmetric
        match token:
            case "e":
                self._e = self._e or primitives.dh_key(None)
                self._sent["e"] = self._e.public_key().public_bytes_raw()
                symmetric.mix_hash(self._sent["e"])
                return self._sent["e"]
            case "s":
                return symmetric.encrypt_and_hash(_present(self._s).public_key().public_bytes_raw())
            case "e1":
                self._e1 = self._e1 or primitives.kem_key(None)
                self._sent["e1"] = self._e1.public_key().public_bytes_raw()
                return symmetric.encrypt_and_hash(self._sent["e1"])
            case "ekem1":
                ciphertext, secret = primitives.kem_encapsulate(_present(self._re1))
                encrypted = symmetric.encrypt_and_hash(ciphertext)
                symmetric.mix_key(secret)
                return encrypted
            case _:
                self._mix_dh(token)
                return b""

    def _read_token(self, token: Token, message: bytes) -> bytes:
        """Returns what of the message follows."""
        symmetric = self._symmetric
        match token:
            case "e":
                self._received["e"], rest = _cut(message, DHLEN)
                self._re = primitives.dh_public(self._received["e"])
                symmetric.mix_hash(self._received["e"])
            case "s":
                encrypted, rest = self._cut_encrypted(message, DHLEN)
                self._rs = primitives.dh_public(symmetric.decrypt_and_hash(encrypted))
            case "e1":
                encrypted, rest = self._cut_encrypted(message, KEM_PUBLIC)
                self._received["e1"] = symmetric.decrypt_and_hash(encrypted)
                self._re1 = primitives.kem_public(self._received["e1"])
            case "ekem1":
                encrypted, rest = self._cut_encrypted(message, KEM_CIPHERTEXT)
                ciphertext = symmetric.decrypt_and_hash(encrypted)
                symmetric.mix_key(primitives.kem_decapsulate(_present(self._e1), ciphertext))
            case _:
                self._mix_dh(token)
                rest = message
        return rest

    def _mix_dh(self, token: Token) -> None:
        """In "es" and "se" the first letter is the initiator's key, the second the responder's."""
        ours, theirs = token[not self._initiator], token[self._initiator]
        private = self._e if ours == "e" else self._s
        public = self._re if theirs == "e" else self._rs
        self._symmetric.mix_key(primitives.dh(_present(private), _present(public)))

    def _cut_encrypted(self, message: bytes, length: int) -> tuple[bytes, bytes]:
        return _cut(message, length + (TAGLEN if self._symmetric.has_key else 0))


def _cut(message: bytes, length: int) -> tuple[bytes, bytes]:
    if len(message) < length:
        raise HandshakeFailed(detail="message too short")
    return message[:length], message[length:]


def _present(key: _Key | None) -> _Key:
    """The patterns never use a key before its token brought it."""
    if key is None:
        raise LocalProtocolError(detail="key missing")
    return key

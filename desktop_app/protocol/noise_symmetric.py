"""CipherState and SymmetricState of the Noise specification, revision 34 (§5.1, §5.2).

Every key is overwritten where its use ends. What a message consists of is not known here.
"""

from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hashes import HashAlgorithm

from desktop_app.errors import HandshakeFailed, LocalProtocolError
from desktop_app.protocol.noise_primitives import KEYLEN, TAGLEN, Cipher, hash_of, hkdf
from desktop_app.protocol.wiping import wipe

MAX_NONCE: Final = 2**64 - 1  # reserved (§5.1)


class CipherState:
    """A key and its counter (§5.1)."""

    def __init__(self, cipher: Cipher) -> None:
        self._cipher = cipher
        self._k = bytearray()
        self._n = 0

    def initialize_key(self, key: bytearray | memoryview) -> None:
        """Keeps a copy of the first 32 bytes; a key from before is overwritten."""
        wipe(self._k)
        with memoryview(key) as view:
            self._k = bytearray(view[:KEYLEN])
        self._n = 0

    @property
    def has_key(self) -> bool:
        return bool(self._k)

    def set_nonce(self, nonce: int) -> None:
        self._n = nonce

    def encrypt_with_ad(self, ad: bytes, plaintext: bytes) -> bytes:
        if not self.has_key:
            return plaintext
        ciphertext = self._cipher.aead(self._k).encrypt(self._nonce(), plaintext, ad)
        self._n += 1
        return ciphertext

    def decrypt_with_ad(self, ad: bytes, ciphertext: bytes) -> bytes:
        """Raises HandshakeFailed where the tag is wrong; the counter then stays."""
        if not self.has_key:
            return ciphertext
        try:
            plaintext = self._cipher.aead(self._k).decrypt(self._nonce(), ciphertext, ad)
        except InvalidTag as error:
            raise HandshakeFailed(detail="authentication tag") from error
        self._n += 1
        return plaintext

    def rekey(self) -> None:
        """REKEY (§4.2): the new key is what the old one makes of zeros under the reserved nonce."""
        if not self.has_key:
            raise LocalProtocolError(detail="rekey without a key")
        key = bytearray(KEYLEN + TAGLEN)
        self._cipher.aead(self._k).encrypt_into(self._cipher.nonce(MAX_NONCE), bytes(KEYLEN), b"", key)
        with memoryview(key) as view:
            self._k[:] = view[:KEYLEN]
        wipe(key)

    def close(self) -> None:
        """Overwrite the key. Does not turn a cipher state back into one without a key."""
        wipe(self._k)
        self._n = MAX_NONCE

    __del__ = close

    def _nonce(self) -> bytes:
        if not 0 <= self._n < MAX_NONCE:
            raise LocalProtocolError(detail="nonces used up")
        return self._cipher.nonce(self._n)


class SymmetricState:
    """Chaining key and transcript hash around a CipherState (§5.2)."""

    def __init__(self, protocol_name: str, cipher: Cipher, algorithm: HashAlgorithm) -> None:
        """InitializeSymmetric."""
        self._ck = bytearray()
        self._cipher = cipher
        self._hash = algorithm
        self._cipher_state = CipherState(cipher)
        name = protocol_name.encode("ascii")
        size = algorithm.digest_size
        self.h = name.ljust(size, b"\0") if len(name) <= size else hash_of(algorithm, name)
        self._ck = bytearray(self.h)

    @property
    def has_key(self) -> bool:
        return self._cipher_state.has_key

    def mix_key(self, input_key_material: bytearray) -> None:
        """Consumes the input: it is overwritten."""
        ck, temp_k = hkdf(self._hash, self._ck, input_key_material, 2)
        wipe(self._ck, input_key_material)
        self._ck = ck
        self._cipher_state.initialize_key(temp_k)
        wipe(temp_k)

    def mix_hash(self, data: bytes) -> None:
        self.h = hash_of(self._hash, self.h, data)

    def encrypt_and_hash(self, plaintext: bytes) -> bytes:
        ciphertext = self._cipher_state.encrypt_with_ad(self.h, plaintext)
        self.mix_hash(ciphertext)
        return ciphertext

    def decrypt_and_hash(self, ciphertext: bytes) -> bytes:
        plaintext = self._cipher_state.decrypt_with_ad(self.h, ciphertext)
        self.mix_hash(ciphertext)
        return plaintext

    def secrets(self, count: int) -> list[bytearray]:
        """What Split derives, with as many outputs as asked for; the caller owns and wipes them."""
        return hkdf(self._hash, self._ck, bytearray(), count)

    def split(self) -> tuple[CipherState, CipherState]:
        states = CipherState(self._cipher), CipherState(self._cipher)
        for state, key in zip(states, self.secrets(2), strict=True):
            state.initialize_key(key)
            wipe(key)
        return states

    def close(self) -> None:
        wipe(self._ck)
        self._cipher_state.close()

    def __del__(self) -> None:
        wipe(self._ck)

"""The functions that a Noise protocol name stands for: DH, KEM, cipher, hash (Noise rev 34, §4 and §12).

Thin shapes over `cryptography`: its ValueErrors become our errors here and nowhere else,
and every secret result is handed on in a bytearray.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256, SHA512, BLAKE2b, BLAKE2s, Hash, HashAlgorithm

from desktop_app.errors import HandshakeFailed, KeysUnavailable, LocalProtocolError
from desktop_app.protocol.hkdf import expand, extract
from desktop_app.protocol.wiping import take, wipe, wipe_freed

DHLEN: Final = 32
KEYLEN: Final = 32
TAGLEN: Final = 16
KEM_PUBLIC: Final = 1184
KEM_CIPHERTEXT: Final = 1088
KEM_SECRET: Final = 32
_KEM_POLYNOMIALS: Final = 1152  # of the public key; the rest is the seed of the matrix
_KEM_PARAMETERS: Final = 144  # of the block in which OpenSSL carries a seed to its key: two OSSL_PARAM and the seed

_FIELD_PRIME: Final = 2**255 - 19


@dataclass(frozen=True, slots=True)
class Cipher:
    """An AEAD and the way it writes the 64-bit counter into its nonce (§12.3, §12.4)."""

    aead: type[ChaCha20Poly1305] | type[AESGCM]
    nonce: Callable[[int], bytes]


CIPHERS: Final = {
    "ChaChaPoly": Cipher(ChaCha20Poly1305, lambda n: bytes(4) + n.to_bytes(8, "little")),
    "AESGCM": Cipher(AESGCM, lambda n: bytes(4) + n.to_bytes(8, "big")),
}

HASHES: Final[dict[str, HashAlgorithm]] = {
    "SHA256": SHA256(),
    "SHA512": SHA512(),
    "BLAKE2s": BLAKE2s(32),
    "BLAKE2b": BLAKE2b(64),
}


def hash_of(algorithm: HashAlgorithm, *parts: bytes) -> bytes:
    """HASH over the concatenated parts (§4.3)."""
    context = Hash(algorithm)
    for part in parts:
        context.update(part)
    return context.finalize()


def hkdf(
    algorithm: HashAlgorithm, chaining_key: bytearray, input_key_material: bytearray, count: int
) -> list[bytearray]:
    """HKDF (§4.3) with `count` outputs of HASHLEN bytes."""
    temp_key = extract(algorithm, chaining_key, input_key_material)
    size = algorithm.digest_size
    material = expand(algorithm, temp_key, b"", count * size)
    with memoryview(material) as view:
        outputs = [bytearray(view[at : at + size]) for at in range(0, len(material), size)]
    wipe(temp_key, material)
    return outputs


def dh_key(private: bytes | bytearray | None) -> X25519PrivateKey:
    """A fresh key pair, or the one of these 32 private bytes."""
    if private is None:
        return X25519PrivateKey.generate()
    try:
        return X25519PrivateKey.from_private_bytes(private)
    except ValueError as error:
        raise LocalProtocolError(detail="private key") from error


def dh_public(public: bytes) -> X25519PublicKey:
    """Raises HandshakeFailed unless this is the one encoding of a point that X25519 itself would produce.

    RFC 7748 would also take 19 further encodings and a set top bit. Nobody honest sends
    those, and without them equal keys are equal bytes.
    """
    if len(public) != DHLEN or int.from_bytes(public, "little") >= _FIELD_PRIME:
        raise HandshakeFailed(detail="public key")
    return X25519PublicKey.from_public_bytes(public)


def dh(private: X25519PrivateKey, public: X25519PublicKey) -> bytearray:
    """DH (§12.1). Raises HandshakeFailed where the result is all zeros: the peer's point is of low order."""
    try:
        return take(private.exchange(public))
    except ValueError as error:
        raise HandshakeFailed(detail="public key of low order") from error


def kem_key(seed: bytes | bytearray | None) -> MLKEM768PrivateKey:
    """A fresh ML-KEM-768 key pair, or the one of this 64-byte seed. Raises KeysUnavailable."""
    try:
        key = MLKEM768PrivateKey.generate() if seed is None else MLKEM768PrivateKey.from_seed_bytes(seed)
    except UnsupportedAlgorithm as error:
        raise KeysUnavailable from error
    except ValueError as error:
        raise LocalProtocolError(detail="KEM seed") from error
    wipe_freed(_KEM_PARAMETERS)
    return key


def kem_public(public: bytes) -> MLKEM768PublicKey:
    """Raises HandshakeFailed for a key that fails the checks of FIPS 203 §7.2, KeysUnavailable.

    Also for one whose polynomials are all zero: it passes those checks, and whoever sees the ciphertext can read the
    secret in it. Nobody honest has one, as nobody has a point of low order.
    """
    if not any(public[:_KEM_POLYNOMIALS]):
        raise HandshakeFailed(detail="KEM key of zeros")
    try:
        return MLKEM768PublicKey.from_public_bytes(public)
    except UnsupportedAlgorithm as error:
        raise KeysUnavailable from error
    except ValueError as error:
        raise HandshakeFailed(detail="KEM key") from error


def kem_encapsulate(public: MLKEM768PublicKey) -> tuple[bytes, bytearray]:
    """Ciphertext and shared secret."""
    secret, ciphertext = public.encapsulate()
    wipe_freed(KEM_SECRET)
    return ciphertext, take(secret)


def kem_decapsulate(private: MLKEM768PrivateKey, ciphertext: bytes) -> bytearray:
    """A ciphertext of the right length always gives a secret; a forged one gives one that nobody else has."""
    try:
        secret = private.decapsulate(ciphertext)
    except ValueError as error:
        raise HandshakeFailed(detail="KEM ciphertext") from error
    wipe_freed(KEM_SECRET)
    return take(secret)

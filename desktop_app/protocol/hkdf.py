"""HKDF-Expand (RFC 5869 §2.3) that leaves no copy behind: the one of `cryptography` drops each block as it is."""

from cryptography.hazmat.primitives.hashes import HashAlgorithm
from cryptography.hazmat.primitives.hmac import HMAC

from desktop_app.protocol.wiping import take, wipe


def extract(algorithm: HashAlgorithm, salt: bytearray, secret: bytearray) -> bytearray:
    """HKDF-Extract (§2.2): a pseudorandom key."""
    mac = HMAC(salt, algorithm)
    mac.update(secret)
    return take(mac.finalize())


def expand(algorithm: HashAlgorithm, key: bytes | bytearray, info: bytes | bytearray, size: int) -> bytearray:
    """HKDF-Expand: `size` bytes."""
    derived = bytearray(size)
    block = bytearray()
    with memoryview(derived) as room:
        for number, start in enumerate(range(0, size, algorithm.digest_size), 1):
            mac = HMAC(key, algorithm)
            for part in (block, info, bytes((number,))):
                mac.update(part)
            wipe(block)
            block = take(mac.finalize())
            part_of_room = room[start : start + len(block)]
            with memoryview(block) as whole:
                part_of_room[:] = whole[: len(part_of_room)]
    wipe(block)
    return derived

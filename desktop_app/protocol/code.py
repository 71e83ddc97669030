"""The short authentication string: commit, nonce, open, show. Specification: README.md, "By people".

The responder commits to its nonce before the initiator chooses its own, so neither can search for
a nonce that makes two codes equal: one guess in 10^8 for each comparison that a person answers.
"""

import hashlib
import hmac
from dataclasses import dataclass
from functools import cache
from typing import Final

from mnemonic import Mnemonic

from desktop_app.protocol import limits
from desktop_app.protocol.key_schedule import coded
from desktop_app.protocol.wiping import wipe

_WORD_BITS: Final = 11


@dataclass(frozen=True, slots=True)
class Code:
    """What both screens show: "4821 0973" and three words."""

    digits: str
    words: tuple[str, str, str]


def commitment(h: bytes, nonce_r: bytes | bytearray) -> bytes:
    """The responder's promise of its nonce, bound to this transcript and to its role."""
    return _hash(b"sas-commit", h, b"responder", nonce_r)


def opens(promise: bytes, h: bytes, nonce_r: bytes | bytearray) -> bool:
    """Whether `nonce_r` is what was promised; in constant time."""
    return hmac.compare_digest(promise, commitment(h, nonce_r))


def show(h: bytes, nonce_i: bytes | bytearray, nonce_r: bytes | bytearray, *, digits: int = limits.CODE_DIGITS) -> Code:
    """The code of this transcript and these nonces. `digits` is lowered only by tests that measure rates."""
    value = _hash(b"sas-show", h, nonce_i, nonce_r)
    number = f"{int.from_bytes(value[:8], 'big') % 10**digits:0{digits}d}"
    bits = int.from_bytes(value[8:13], "big") >> (40 - limits.CODE_WORDS * _WORD_BITS)
    first, second, third = ((bits >> shift) & (2**_WORD_BITS - 1) for shift in (22, 11, 0))
    words = _word_list()
    return Code(f"{number[: digits // 2]} {number[digits // 2 :]}", (words[first], words[second], words[third]))


def _hash(*values: bytes | bytearray) -> bytes:
    whole = coded(*values)
    digest = hashlib.sha512(whole).digest()
    wipe(whole)
    return digest


@cache
def _word_list() -> tuple[str, ...]:
    """BIP-39, English: 2,048 words, none of which shares its first four letters with another."""
    return tuple(Mnemonic("english").wordlist)

"""The key schedule, held against RFC 5869 written out with the standard library's HMAC."""

import hashlib
import hmac
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.protocol.key_schedule import Cipher, EpochKeys, expand, first_epoch, lp, next_epoch

ROOT = bytes(range(64))
H = b"h" * 64
EE, SS = b"x" * 32, b"y" * 32
PUBLIC = (b"e" * 32, b"k" * 1184, b"f" * 32, b"c" * 1088)


def length_prefixed(*values: bytes) -> bytes:
    return b"".join(len(value).to_bytes(8, "big") + value for value in values)


def hkdf_expand(key: bytes, info: bytes, size: int) -> bytes:
    """RFC 5869 §2.3."""
    block = output = b""
    for number in range(1, -(-size // 64) + 1):
        block = hmac.digest(key, block + info + bytes((number,)), hashlib.sha512)
        output += block
    return output[:size]


def parts(keys: EpochKeys) -> tuple[bytes, bytes, bytes]:
    return bytes(keys.root), bytes(keys.initiator), bytes(keys.responder)


def split(derived: bytes) -> tuple[bytes, bytes, bytes]:
    return derived[:64], derived[64:96], derived[96:]


def first(**changed: Any) -> EpochKeys:
    values: dict[str, Any] = {
        "root_0": ROOT,
        "h": H,
        "cipher": Cipher.AES_256_GCM,
        "method": "code",
        "proven": b"",
    } | changed
    return first_epoch(**values | {name: bytearray(values[name]) for name in ("root_0", "proven")})


def following(**changed: Any) -> EpochKeys:
    values: dict[str, Any] = {
        "root": ROOT,
        "ee": EE,
        "ss": SS,
        "h": H,
        "epoch": 2,
        "cipher": Cipher.AES_256_GCM,
        "public": PUBLIC,
    } | changed
    return next_epoch(**values | {name: bytearray(values[name]) for name in ("root", "ee", "ss")})


@given(st.binary())
def test_lp_is_eight_bytes_of_length_and_the_value(value: bytes) -> None:
    assert lp(value) == lp(bytearray(value)) == length_prefixed(value)


@given(
    st.binary(min_size=64, max_size=64),
    st.text(max_size=20),
    st.lists(st.binary(max_size=100), max_size=4),
    st.integers(1, 300),
)
def test_expand_is_hkdf_with_coded_values(key: bytes, label: str, values: list[bytes], size: int) -> None:
    expected = hkdf_expand(key, length_prefixed(label.encode(), *values), size)
    assert expand(bytearray(key), label, *values, size=size) == expected


def test_values_cannot_slide_into_each_other() -> None:
    assert expand(bytearray(64), "a", b"bc", size=32) != expand(bytearray(64), "ab", b"c", size=32)
    assert expand(bytearray(64), "a", b"b", b"", size=32) != expand(bytearray(64), "a", b"", b"b", size=32)
    assert expand(bytearray(64), "a", size=32) != expand(bytearray(64), "a", b"", size=32)


@pytest.mark.parametrize("cipher", Cipher)
@pytest.mark.parametrize("proven", [b"", b"p" * 64])
def test_the_first_epoch_follows_the_specification(cipher: Cipher, proven: bytes) -> None:
    info = length_prefixed(b"verified", H, cipher.value.encode(), b"code", proven)
    assert parts(first(cipher=cipher, proven=proven)) == split(hkdf_expand(ROOT, info, 128))


@pytest.mark.parametrize("cipher", Cipher)
@pytest.mark.parametrize("epoch", [2, 3, 2**40])
def test_a_following_epoch_follows_the_specification(cipher: Cipher, epoch: int) -> None:
    prk = hmac.digest(ROOT, length_prefixed(EE, SS), hashlib.sha512)  # RFC 5869 §2.2
    info = length_prefixed(b"renew", H, epoch.to_bytes(8, "big"), cipher.value.encode(), *PUBLIC)
    assert parts(following(cipher=cipher, epoch=epoch)) == split(hkdf_expand(prk, info, 128))


@pytest.mark.parametrize(
    "changed",
    [
        {"root_0": bytes(64)}, {"h": bytes(64)}, {"cipher": Cipher.CHACHA20_POLY1305},
        {"method": "record"}, {"proven": b"p"},
    ],
    ids=lambda changed: next(iter(changed)),
)  # fmt: skip
def test_every_input_of_the_first_epoch_reaches_every_key(changed: dict[str, Any]) -> None:
    pairs = zip(parts(first()), parts(first(**changed)), strict=True)
    assert all(one != other for one, other in pairs)


@pytest.mark.parametrize(
    "changed",
    [
        {"root": bytes(64)}, {"ee": SS}, {"ss": EE}, {"ee": SS, "ss": EE}, {"h": bytes(64)}, {"epoch": 3},
        {"cipher": Cipher.CHACHA20_POLY1305}, *({"public": (*PUBLIC[:n], b"z", *PUBLIC[n + 1 :])} for n in range(4)),
        {"public": (PUBLIC[2], PUBLIC[1], PUBLIC[0], PUBLIC[3])},
    ],
    ids=lambda changed: "+".join(changed),
)  # fmt: skip
def test_every_input_of_a_following_epoch_reaches_every_key(changed: dict[str, Any]) -> None:
    pairs = zip(parts(following()), parts(following(**changed)), strict=True)
    assert all(one != other for one, other in pairs)


def test_keys_and_root_differ_from_each_other() -> None:
    assert len({*parts(first()), *parts(following())}) == 6


def test_the_callers_secrets_are_left_as_they_are() -> None:
    """Whoever owns a secret wipes it: a hidden overwriting would break the second use of a root."""
    root, ee, ss = bytearray(ROOT), bytearray(EE), bytearray(SS)
    next_epoch(root, ee, ss, H, 2, Cipher.AES_256_GCM, PUBLIC)
    first_epoch(root, H, Cipher.AES_256_GCM, "code", bytearray())
    assert tuple(map(bytes, (root, ee, ss))) == (ROOT, EE, SS)
    assert (H, PUBLIC[0]) == (b"h" * 64, b"e" * 32)


def test_epoch_keys_can_be_wiped() -> None:
    keys = first()
    keys.wipe()
    assert parts(keys) == (bytes(64), bytes(32), bytes(32))

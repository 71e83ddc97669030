"""The code on two screens: how it comes about. That nobody between them can choose it: tests/adversary."""

import hashlib
import random
import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mnemonic import Mnemonic

from desktop_app.protocol import code, key_schedule

H, OTHER_H = b"h" * 64, b"H" * 64
NONCE_I, NONCE_R = b"i" * 32, b"r" * 32
DIGITS = 2
hashes, nonces = st.binary(min_size=64, max_size=64), st.binary(min_size=32, max_size=32)


def length_prefixed(*values: bytes) -> bytes:
    return b"".join(len(value).to_bytes(8, "big") + value for value in values)


# --- the specification ------------------------------------------------------------------------


@given(hashes, nonces)
def test_the_promise_follows_the_specification(h: bytes, nonce: bytes) -> None:
    expected = hashlib.sha512(length_prefixed(b"sas-commit", h, b"responder", nonce)).digest()
    assert code.commitment(h, nonce) == expected
    assert code.opens(expected, h, nonce)


@given(hashes, nonces, nonces)
def test_the_code_follows_the_specification(h: bytes, nonce_i: bytes, nonce_r: bytes) -> None:
    value = hashlib.sha512(length_prefixed(b"sas-show", h, nonce_i, nonce_r)).digest()
    number = str(int.from_bytes(value[:8], "big"))[-8:].zfill(8)
    bits = "".join(f"{byte:08b}" for byte in value[8:13])
    words = Mnemonic("english").wordlist
    shown = code.show(h, nonce_i, nonce_r)
    assert shown.digits == number[:4] + " " + number[4:]
    assert shown.words == tuple(words[int(bits[at : at + 11], 2)] for at in (0, 11, 22))


@given(hashes, nonces, nonces)
def test_it_is_always_two_groups_of_four_digits_and_three_words(h: bytes, nonce_i: bytes, nonce_r: bytes) -> None:
    shown = code.show(h, nonce_i, nonce_r)
    assert re.fullmatch(r"[0-9]{4} [0-9]{4}", shown.digits)
    assert len(shown.words) == 3


def test_a_code_may_begin_with_zeros() -> None:
    codes = (code.show(H, NONCE_I, number.to_bytes(32, "big")).digits for number in range(20_000))
    assert any(digits.startswith("000") for digits in codes)


def test_the_words_are_all_of_bip_39() -> None:
    words = code._word_list()
    assert len(set(words)) == 2048
    assert len({word[:4] for word in words}) == 2048
    assert (words[0], words[-1]) == ("abandon", "zoo")


def test_every_input_reaches_digits_and_words() -> None:
    inputs = [(H, NONCE_I, NONCE_R), (OTHER_H, NONCE_I, NONCE_R), (H, NONCE_R, NONCE_R), (H, NONCE_I, NONCE_I)]
    shown = [code.show(*each) for each in inputs]
    assert len({each.digits for each in shown}) == len({each.words for each in shown}) == len(inputs)
    assert code.show(H, NONCE_I, NONCE_R) != code.show(H, NONCE_R, NONCE_I)


def test_what_is_hashed_is_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[bytearray] = []

    def coded(*values: bytes) -> bytearray:
        hashed.append(key_schedule.coded(*values))
        return hashed[-1]

    monkeypatch.setattr(code, "coded", coded)
    code.show(H, NONCE_I, NONCE_R)
    code.commitment(H, NONCE_R)
    assert len(hashed) == 2
    assert not any(any(buffer) for buffer in hashed)


# --- promises ---------------------------------------------------------------------------------


def test_a_promise_is_bound_to_the_transcript_and_to_the_nonce() -> None:
    promise = code.commitment(H, NONCE_R)
    assert not code.opens(promise, OTHER_H, NONCE_R)
    assert not code.opens(promise, H, NONCE_I)
    assert not code.opens(promise, NONCE_R + H[:32], H[32:])


@pytest.mark.parametrize("role", [b"initiator", b"", b"Responder"])
def test_a_promise_of_another_role_is_refused(role: bytes) -> None:
    promise = hashlib.sha512(length_prefixed(b"sas-commit", H, role, NONCE_R)).digest()
    assert not code.opens(promise, H, NONCE_R)


def test_a_code_is_no_promise() -> None:
    value = hashlib.sha512(length_prefixed(b"sas-show", H, NONCE_R, NONCE_R)).digest()
    assert not code.opens(value, H, NONCE_R)


@pytest.mark.parametrize("promise", [b"", b"\0", bytes(63), bytes(64), bytes(65)])
def test_an_odd_promise_is_refused_without_a_fuss(promise: bytes) -> None:
    assert not code.opens(promise, H, NONCE_R)
    assert not code.opens(code.commitment(H, NONCE_R)[: len(promise)][:63], H, NONCE_R)


# --- two digits, seeded, so that a rate can be seen and every run sees the same -------------------


def two_digits(h: bytes, nonce_i: bytes, nonce_r: bytes) -> str:
    return code.show(h, nonce_i, nonce_r, digits=DIGITS).digits


def test_codes_are_evenly_spread() -> None:
    rng = random.Random(1)
    runs, kinds = 10_000, 10**DIGITS
    counts = Counter(two_digits(rng.randbytes(64), rng.randbytes(32), rng.randbytes(32)) for _ in range(runs))
    expected = runs / kinds
    chi_square = sum((counts[f"{n // 10} {n % 10}"] - expected) ** 2 / expected for n in range(kinds))
    assert sum(counts.values()) == runs
    assert 56.0 < chi_square < 156.0  # 99 degrees of freedom, far out on either side

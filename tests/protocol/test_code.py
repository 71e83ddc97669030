"""The code on two screens: how it comes about, and that nobody between them can choose it."""

import hashlib
import math
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

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


# --- rates: two digits, seeded, so that a rate can be seen and every run sees the same ------------


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


SCREENS = {"dialling": ("h_dialling", "n_i", "own_r"), "meant": ("h_meant", "own_i", "n_r")}


@dataclass
class Relay:
    """The attacker between a person who dials and the one who was meant: it has both handshakes and all it saw."""

    rng: random.Random
    tries: int
    known: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, size in (("h_dialling", 64), ("h_meant", 64)):
            self.known[name] = self.rng.randbytes(size)

    def foreseen(self, screen: str, **own: bytes) -> str:
        """What a screen will show, by what it knows and guesses. To the one who dials it is the responder."""
        h, nonce_i, nonce_r = SCREENS[screen]
        first, second = (own.get(name) or self.known.get(name) or self.rng.randbytes(32) for name in (nonce_i, nonce_r))
        return two_digits(self.known[h], first, second)

    def choose(self, name: str, *, here: str, there: str) -> None:
        """Fix one of its nonces: the first candidate with which both screens look equal, else the last."""
        wanted = self.foreseen(there)
        for _ in range(self.tries):
            self.known[name] = candidate = self.rng.randbytes(32)
            if self.foreseen(here, **{name: candidate}) == wanted:
                return


@dataclass
class People:
    """Two honest ends with fresh nonces, doing only what the protocol does."""

    relay: Relay

    def __post_init__(self) -> None:
        self.n_i, self.n_r = (self.relay.rng.randbytes(32) for _ in range(2))
        self.promised_to_dialling = b""

    # The relay to the one who dials: COMMIT in, NONCE out, OPEN in.
    def relay_commits(self) -> None:
        self.relay.choose("own_r", here="dialling", there="meant")
        self.promised_to_dialling = code.commitment(self.relay.known["h_dialling"], self.relay.known["own_r"])

    def dialling_sends_nonce(self) -> None:
        self.relay.known["n_i"] = self.n_i

    # The one who was meant to the relay: COMMIT out, NONCE in, OPEN out.
    def meant_commits(self) -> None:
        self.relay.known["promise"] = code.commitment(self.relay.known["h_meant"], self.n_r)

    def relay_sends_nonce(self) -> None:
        self.relay.choose("own_i", here="meant", there="dialling")

    def meant_opens(self) -> None:
        self.relay.known["n_r"] = self.n_r

    def screens_equal(self) -> bool:
        known = self.relay.known
        assert code.opens(self.promised_to_dialling, known["h_dialling"], known["own_r"])
        assert code.opens(known["promise"], known["h_meant"], known["n_r"])
        return two_digits(known["h_dialling"], self.n_i, known["own_r"]) == two_digits(
            known["h_meant"], known["own_i"], self.n_r
        )


Step = Callable[[People], None]
LEFT = (People.relay_commits, People.dialling_sends_nonce)
RIGHT = (People.meant_commits, People.relay_sends_nonce, People.meant_opens)
INTERLEAVINGS: dict[str, tuple[Step, ...]] = {
    "the one who dials first": (*LEFT, *RIGHT),
    "the one who was meant first": (*RIGHT, *LEFT),
    "own promise, then the one who was meant": (LEFT[0], *RIGHT, LEFT[1]),
    "both promises, then both nonces": (LEFT[0], RIGHT[0], RIGHT[1], LEFT[1], RIGHT[2]),
}


def rate(steps: tuple[Step, ...], runs: int, *, tries: int) -> float:
    rng = random.Random(2)
    equal = 0
    for _ in range(runs):
        people = People(Relay(rng, tries))
        for step in steps:
            step(people)
        equal += people.screens_equal()
    return equal / runs


@pytest.mark.parametrize("steps", INTERLEAVINGS.values(), ids=list(INTERLEAVINGS))
def test_a_relay_that_searches_gets_equal_codes_no_more_often_than_by_chance(steps: tuple[Step, ...]) -> None:
    runs, chance = 20_000, 10**-DIGITS
    sigma = math.sqrt(chance * (1 - chance) / runs)
    assert abs(rate(steps, runs, tries=3) - chance) < 3 * sigma


@pytest.mark.parametrize(
    "steps",
    [
        (*LEFT, RIGHT[0], RIGHT[2], RIGHT[1]),  # N_R known before the relay has to choose N_I
        (*RIGHT, LEFT[1], LEFT[0]),  # N_I known before the relay has to promise
    ],
    ids=["opened too early", "promised too late"],
)
def test_in_any_other_order_the_same_relay_wins(steps: tuple[Step, ...]) -> None:
    """What the order is for, and that the model above can see a broken one."""
    assert rate(steps, 100, tries=2000) > 0.95

"""Somebody between two people searches for values with which both screens show one code: it gains nothing.

A model of the two sessions of an attacker, with the program's own promise and code, cut to two digits so that rates
can be seen. Of each session the attacker has one end. It may choose its ephemeral keys or KEM ciphertext, and so h,
as late as that session's COMMIT (as initiator: it breaks off before and dials anew, which costs nothing), and its own
nonce as late as it has to: with COMMIT as responder, with NONCE as initiator. It knows all that has passed, guesses
what has not, and takes the first of its candidates with which it expects both screens to be alike.
"""

import hashlib
import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, Flag
from itertools import combinations
from typing import Final

import pytest

from desktop_app.protocol import code

DIGITS: Final = 2
CHANCE: Final = 10**-DIGITS
RUNS: Final = 100_000


class Role(Enum):
    """What the attacker is in a session."""

    INITIATOR = "initiator"
    RESPONDER = "responder"


class Move(Enum):
    COMMIT = "COMMIT"
    NONCE = "NONCE"
    OPEN = "OPEN"


class Gain(Flag):
    """What the attacker has of a move: something it may still choose, or the other end's nonce."""

    KEYS = 1
    NONCE = 2
    KNOWS = 4


GAINS: Final = {
    (Role.RESPONDER, Move.COMMIT): Gain.KEYS | Gain.NONCE,
    (Role.RESPONDER, Move.NONCE): Gain.KNOWS,
    (Role.INITIATOR, Move.COMMIT): Gain.KEYS,
    (Role.INITIATOR, Move.NONCE): Gain.NONCE,
    (Role.INITIATOR, Move.OPEN): Gain.KNOWS,
}
PROTOCOL: Final = (Move.COMMIT, Move.NONCE, Move.OPEN)
ROLES: Final = pytest.mark.parametrize(
    "roles",
    [(Role.RESPONDER, Role.INITIATOR), (Role.RESPONDER, Role.RESPONDER), (Role.INITIATOR, Role.INITIATOR)],
    ids=["responder and initiator", "responder in both", "initiator in both"],
)
Roles = tuple[Role, Role]
Order = tuple[tuple[int, Move], ...]  # which of the two sessions, and what passes there
Plan = tuple[tuple[int, Gain], ...]  # what the attacker has of an order
Show = Callable[[bytes, bytes, bytes], int]


def interleavings(first: Sequence[Move], second: Sequence[Move]) -> Iterator[Order]:
    """Every order of the moves of two sessions that keeps the order of each."""
    total = len(first) + len(second)
    for places in combinations(range(total), len(first)):
        moves = iter(first), iter(second)
        yield tuple((which, next(moves[which])) for which in (int(place not in places) for place in range(total)))


def plan(roles: Roles, order: Order) -> Plan:
    """Orders that differ only in moves of which the attacker has nothing are one experiment."""
    return tuple((which, GAINS[roles[which], move]) for which, move in order if (roles[which], move) in GAINS)


def shipped(h: bytes, nonce_i: bytes, nonce_r: bytes) -> int:
    """The program's code, once the promise was kept."""
    assert code.opens(code.commitment(h, nonce_r), h, nonce_r)
    return int(code.show(h, nonce_i, nonce_r, digits=DIGITS).digits.replace(" ", ""))


def foreseen(h: bytes, nonce_i: bytes, nonce_r: bytes) -> int:
    """The same as the attacker works it out: faster, and without the words."""
    value = hashlib.sha512(_SHOW + _LP_64 + h + _LP_32 + nonce_i + _LP_32 + nonce_r).digest()
    return int.from_bytes(value[:8], "big") % 10**DIGITS


_SHOW: Final = (8).to_bytes(8, "big") + b"sas-show"
_LP_32, _LP_64 = (32).to_bytes(8, "big"), (64).to_bytes(8, "big")


class Session:
    """One run of one session: what the attacker may choose from, and what the honest end draws."""

    def __init__(self, role: Role, rng: random.Random, keys: int, nonces: int, show: tuple[Show, Show]) -> None:
        """`show`: what the honest end shows, and what the attacker thinks that it will."""
        self.nonces = nonces
        self._role, self._show = role, show[0]
        self._h = [rng.randbytes(64) for _ in range(keys)]
        self._own = [rng.randbytes(32) for _ in range(nonces)]
        self._theirs = rng.randbytes(32)
        self._screens: dict[int, int] = {}
        guess = rng.randbytes(32)
        self.guessed = [show[1](*self._inputs(choice, guess)) for choice in range(keys * nonces)]

    def screen(self, choice: int) -> int:
        """What the honest end shows where the attacker chose these keys and this nonce."""
        shown = self._screens.get(choice)
        if shown is None:
            shown = self._screens[choice] = self._show(*self._inputs(choice, self._theirs))
        return shown

    def _inputs(self, choice: int, theirs: bytes) -> tuple[bytes, bytes, bytes]:
        h, own = self._h[choice // self.nonces], self._own[choice % self.nonces]
        return (h, own, theirs) if self._role is Role.INITIATOR else (h, theirs, own)

    def candidates(self, gain: Gain, now: int) -> range:
        """What may be chosen with this move, where `now` was in mind before."""
        whole = range(len(self.guessed))
        if gain is Gain.KEYS:
            return whole[now % self.nonces :: self.nonces]
        if gain is Gain.NONCE:
            return whole[now - now % self.nonces :][: self.nonces]
        return whole


def alike(sessions: tuple[Session, Session], plan: Plan) -> bool:
    """Whether both screens show the same in the end."""
    chosen, known = [0, 0], [False, False]
    for which, gain in plan:
        if gain is Gain.KNOWS:
            known[which] = True
            continue
        here, there = sessions[which], sessions[1 - which]
        wanted = there.screen(chosen[1 - which]) if known[1 - which] else there.guessed[chosen[1 - which]]
        for candidate in here.candidates(gain, chosen[which]):
            chosen[which] = candidate
            if (here.screen(candidate) if known[which] else here.guessed[candidate]) == wanted:
                break
    return sessions[0].screen(chosen[0]) == sessions[1].screen(chosen[1])


def rates(
    roles: Roles,
    plans: Iterable[Plan],
    runs: int,
    *,
    keys: int,
    nonces: int,
    show: tuple[Show, Show] = (shipped, foreseen),
) -> dict[Plan, float]:
    """How often both screens are alike where the attacker has so many candidates for its keys and for its nonce."""
    rng = random.Random(1)
    equal = dict.fromkeys(plans, 0)
    for _ in range(runs):
        sessions = Session(roles[0], rng, keys, nonces, show), Session(roles[1], rng, keys, nonces, show)
        for each in equal:
            equal[each] += alike(sessions, each)
    return {each: count / runs for each, count in equal.items()}


def every(roles: Roles, sequences: Mapping[Role, Sequence[Move]]) -> dict[Order, Plan]:
    """All orders of two sessions in which the attacker has these roles, each with what it has of it."""
    return {order: plan(roles, order) for order in interleavings(*(sequences[role] for role in roles))}


# --- the protocol ---------------------------------------------------------------------------------------------------


def test_what_the_attacker_foresees_is_what_the_program_shows() -> None:
    rng = random.Random(2)
    for _ in range(1000):
        inputs = rng.randbytes(64), rng.randbytes(32), rng.randbytes(32)
        assert foreseen(*inputs) == shipped(*inputs)


def test_every_order_that_the_protocol_allows_is_one_of_twenty() -> None:
    orders = list(interleavings(PROTOCOL, PROTOCOL))
    assert len(orders) == len(set(orders)) == 20
    for order in orders:
        for session in (0, 1):
            assert tuple(move for which, move in order if which == session) == PROTOCOL


@pytest.mark.timeout(300)  # some ten seconds of arithmetic where nobody else computes
@ROLES
def test_case_025_026_in_every_order_of_the_protocol_equal_codes_are_chance(roles: Roles) -> None:
    orders = every(roles, dict.fromkeys(Role, PROTOCOL))
    measured = rates(roles, orders.values(), RUNS, keys=3, nonces=3)
    sigma = math.sqrt(CHANCE * (1 - CHANCE) / RUNS)
    assert len(orders) == 20
    off = {order: rate for order, each in orders.items() if abs((rate := measured[each]) - CHANCE) > 3 * sigma}
    assert not off, f"sigma {sigma:.5f}"


# --- what it is good for: the same attacker where something is in the wrong place -----------------------------------

NONCES_FIRST: Final = {
    Role.RESPONDER: (Move.NONCE, Move.COMMIT, Move.OPEN),  # the one who dials draws before it was promised anything
    Role.INITIATOR: (Move.COMMIT, Move.OPEN, Move.NONCE),  # the one who was called opens before the other has drawn
}


@ROLES
def test_where_nonces_are_known_too_early_the_same_attacker_is_seen_to_gain(roles: Roles) -> None:
    orders = every(roles, NONCES_FIRST)
    measured = rates(roles, orders.values(), RUNS // 20, keys=3, nonces=3)
    assert min(measured.values()) > 2 * CHANCE


@ROLES
def test_where_nonces_are_known_too_early_a_patient_attacker_wins(roles: Roles) -> None:
    orders = every(roles, NONCES_FIRST)
    measured = rates(roles, orders.values(), 100, keys=1, nonces=1000)
    assert min(measured.values()) > 0.95


@ROLES
def test_where_the_code_is_cut_from_the_transcript_a_patient_attacker_wins(roles: Roles) -> None:
    def from_h(h: bytes, _: bytes, __: bytes) -> int:
        return int.from_bytes(hashlib.sha512(h).digest()[:8], "big") % 10**DIGITS

    orders = every(roles, dict.fromkeys(Role, PROTOCOL))
    measured = rates(roles, orders.values(), 100, keys=1000, nonces=1, show=(from_h, from_h))
    assert min(measured.values()) > 0.95

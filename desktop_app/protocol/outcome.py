"""What the proofs of both sides lead to: one table, the same rule on both sides.

A session is verified by a secret exactly when both sides proved it. Where somebody was expected and did not
prove itself, nothing falls back to a comparison. Specification: README.md, "The outcome".
"""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import Final

from desktop_app.protocol.pairing import KnownSecret, SecretKind

_PREFERENCE: Final = (SecretKind.RECORD, SecretKind.CONTINUATION, SecretKind.INVITATION)


class Expected(Enum):
    NOBODY = auto()  # a device that is not remembered was dialled, or called
    SOMEBODY = auto()  # the person clicked a remembered device, or a cut session comes back by itself
    US = auto()  # who called does that, and leaves if this computer does not prove itself


class Proven(Enum):
    NOTHING = auto()
    ONE = auto()  # one record, whatever else beside it, or anything but a record
    THE_EXPECTED = auto()
    SEVERAL = auto()  # two records, or two secrets of one: nobody honest proves both


class Outcome(Enum):
    COMPARE = auto()  # people have to compare a code
    VERIFIED = auto()
    NOT_PROVEN = auto()  # this session ends here
    AMBIGUOUS = auto()


OUTCOMES: Final[Mapping[tuple[Expected, Proven], Outcome]] = {
    (Expected.NOBODY, Proven.NOTHING): Outcome.COMPARE,
    (Expected.NOBODY, Proven.ONE): Outcome.VERIFIED,
    (Expected.NOBODY, Proven.SEVERAL): Outcome.AMBIGUOUS,
    (Expected.SOMEBODY, Proven.NOTHING): Outcome.NOT_PROVEN,
    (Expected.SOMEBODY, Proven.ONE): Outcome.NOT_PROVEN,
    (Expected.SOMEBODY, Proven.THE_EXPECTED): Outcome.VERIFIED,
    (Expected.SOMEBODY, Proven.SEVERAL): Outcome.AMBIGUOUS,
    (Expected.US, Proven.NOTHING): Outcome.NOT_PROVEN,
    (Expected.US, Proven.ONE): Outcome.VERIFIED,
    (Expected.US, Proven.SEVERAL): Outcome.AMBIGUOUS,
}


def judge(
    expected: frozenset[str], *, expecting_us: bool, proven: Sequence[KnownSecret]
) -> tuple[Outcome, KnownSecret | None]:
    """The outcome, and the secret that stands for the peer. `expected` holds identities, empty for nobody.

    A record stands for the peer before a continuation, and that before an invitation, which people compared least
    for; of several of a kind the first. Who was given the invitation that is expected is the one who was meant,
    whoever else it proves to be.
    """
    records = [each for each in proven if each.kind is SecretKind.RECORD]
    peer = next((each for kind in _PREFERENCE for each in proven if each.kind is kind), None)
    if len(records) > 1:
        found = Proven.SEVERAL
    elif peer is None:
        found = Proven.NOTHING
    else:
        meant = peer.identity in expected or any(
            each.kind is SecretKind.INVITATION and each.identity in expected for each in proven
        )
        found = Proven.THE_EXPECTED if meant else Proven.ONE
    who = Expected.SOMEBODY if expected else Expected.US if expecting_us else Expected.NOBODY
    return OUTCOMES[who, found], None if found is Proven.SEVERAL else peer

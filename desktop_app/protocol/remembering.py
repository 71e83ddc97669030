"""Remembering each other, and the rotation of what is remembered: what may be said when. No disk, no clock.

A session that people authenticated leads to a record where both sides said REMEMBER. In one that a record
verified, the founding initiator may have the secret replaced: every cut between the steps leaves both with a
secret in common. Specification: README.md, "Remembered devices".
"""

from collections.abc import Mapping
from enum import Enum, auto
from typing import Final

from desktop_app.errors import LocalProtocolError, UnexpectedMessage
from desktop_app.protocol.messages import Message, Remember, Rotate, Rotated, Stored
from desktop_app.protocol.pairing import SecretKind
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import VerifiedSession


class Effect(Enum):
    """What this computer has to do to its store, with the candidate of this session."""

    NOTHING = auto()
    FOUND = auto()  # a new record
    KEEP_BESIDE = auto()  # beside the proven secret; then say STORED
    REPLACE = auto()  # in the place of the proven secret, if no later rotation was asked for; then say ROTATED
    DROP_OLD = auto()  # the candidate alone is the secret now


class Stage(Enum):
    NOT_REMEMBERED = auto()
    SETTLED = auto()  # by invitation, or the other side was remembered when its chain began: no record comes of it
    WANTED_HERE = auto()
    WANTED_THERE = auto()
    FOUNDED = auto()
    FOUNDER = auto()  # a record verified this session, and this side founded it as initiator
    ASKED = auto()
    STORED_THERE = auto()
    NOT_FOUNDER = auto()
    ASKED_HERE = auto()
    STORED_HERE = auto()
    ROTATED = auto()


_Cells = Mapping[tuple[Stage, type[Message]], tuple[Stage, Effect]]

RECEIVED: Final[_Cells] = {
    (Stage.NOT_REMEMBERED, Remember): (Stage.WANTED_THERE, Effect.NOTHING),
    (Stage.WANTED_HERE, Remember): (Stage.FOUNDED, Effect.FOUND),
    (Stage.NOT_FOUNDER, Rotate): (Stage.ASKED_HERE, Effect.KEEP_BESIDE),
    (Stage.ASKED, Stored): (Stage.STORED_THERE, Effect.REPLACE),
    (Stage.STORED_HERE, Rotated): (Stage.ROTATED, Effect.DROP_OLD),
}
SAID: Final[_Cells] = {
    (Stage.NOT_REMEMBERED, Remember): (Stage.WANTED_HERE, Effect.NOTHING),
    (Stage.WANTED_THERE, Remember): (Stage.FOUNDED, Effect.FOUND),
    (Stage.FOUNDER, Rotate): (Stage.ASKED, Effect.NOTHING),
    (Stage.ASKED_HERE, Stored): (Stage.STORED_HERE, Effect.NOTHING),
    (Stage.STORED_THERE, Rotated): (Stage.ROTATED, Effect.NOTHING),
}
_BEFORE_ROTATED: Final = frozenset(
    {Stage.FOUNDER, Stage.ASKED, Stage.STORED_THERE, Stage.NOT_FOUNDER, Stage.ASKED_HERE, Stage.STORED_HERE}
)


class Remembering:
    """Where one verified session stands; a lock of the caller guards it."""

    def __init__(self, verified: VerifiedSession, *, compared: bool) -> None:
        """`compared`: people did so in this session, or in the one at the beginning of those that it continues. Both
        sides know that alike."""
        proven = verified.proven
        if proven is not None and proven.kind is SecretKind.RECORD:
            self.stage = Stage.FOUNDER if proven.founded_as is Role.INITIATOR else Stage.NOT_FOUNDER
        else:
            self.stage = Stage.NOT_REMEMBERED if compared else Stage.SETTLED

    @property
    def rotating(self) -> bool:
        """Whether a rotation belongs to this session and is not over."""
        return self.stage in _BEFORE_ROTATED

    def may_say(self, kind: type[Message]) -> bool:
        return (self.stage, kind) in SAID

    def say(self, message: Message) -> Effect:
        """This side says it now."""
        cell = SAID.get((self.stage, type(message)))
        if cell is None:
            raise LocalProtocolError(detail=f"{type(message).__name__} in {self.stage.name}")
        self.stage, effect = cell
        return effect

    def receive(self, message: Message) -> Effect:
        """Raises UnexpectedMessage where it has no place."""
        cell = RECEIVED.get((self.stage, type(message)))
        if cell is None:
            raise UnexpectedMessage(detail=f"{type(message).__name__} in {self.stage.name}")
        self.stage, effect = cell
        return effect

"""REMEMBER and rotation: every message in every stage, and only the allowed cell proceeds."""

from itertools import product
from secrets import token_bytes

import pytest

from desktop_app.errors import LocalProtocolError, UnexpectedMessage
from desktop_app.protocol.messages import Heartbeat, Message, Remember, Rotate, Rotated, Stored
from desktop_app.protocol.pairing import KnownSecret, SecretKind
from desktop_app.protocol.remembering import RECEIVED, SAID, Effect, Remembering, Stage
from desktop_app.protocol.role import Role
from desktop_app.protocol.session import VerifiedSession
from tests.support.session_pair import INITIATOR, RESPONDER, SessionPair, agree, session_of

SPOKEN: tuple[Message, ...] = (Remember(), Rotate(1), Stored(), Rotated())


def verified(kind: SecretKind | None, founded_as: Role = INITIATOR) -> VerifiedSession:
    """The initiator's half of a session that was verified like that."""
    if kind is None:
        pair = SessionPair()
        pair.compare()
        pair.confirm(INITIATOR)
        pair.confirm(RESPONDER)
    else:
        value, (of_initiator, of_responder) = token_bytes(64), agree()
        pair = SessionPair(
            session_of(of_initiator, known=[KnownSecret(kind, "a", founded_as, bytearray(value))]),
            session_of(of_responder, known=[KnownSecret(kind, "b", founded_as.other, bytearray(value))]),
        )
        pair.prove()
    return pair[INITIATOR].verified(now=0.0)


def at(stage: Stage) -> Remembering:
    remembering = Remembering(verified(None), compared=True)
    remembering.stage = stage
    return remembering


@pytest.mark.parametrize(
    ("kind", "founded_as", "compared", "stage"),
    [
        (None, INITIATOR, True, Stage.NOT_REMEMBERED),
        (SecretKind.CONTINUATION, INITIATOR, True, Stage.NOT_REMEMBERED),
        (SecretKind.CONTINUATION, RESPONDER, False, Stage.SETTLED),
        (SecretKind.INVITATION, RESPONDER, False, Stage.SETTLED),
        (SecretKind.RECORD, INITIATOR, False, Stage.FOUNDER),
        (SecretKind.RECORD, RESPONDER, False, Stage.NOT_FOUNDER),
    ],
)
def test_where_a_session_begins(kind: SecretKind | None, founded_as: Role, compared: bool, stage: Stage) -> None:
    """The founding side decides, not the role in this session."""
    assert Remembering(verified(kind, founded_as), compared=compared).stage is stage


@pytest.mark.parametrize(("stage", "message"), list(product(Stage, (*SPOKEN, Heartbeat()))))
def test_only_the_allowed_cell_proceeds(stage: Stage, message: Message) -> None:
    received, said = RECEIVED.get((stage, type(message))), SAID.get((stage, type(message)))
    for cell, act, error in (
        (received, Remembering.receive, UnexpectedMessage),
        (said, Remembering.say, LocalProtocolError),
    ):
        remembering = at(stage)
        if cell is None:
            with pytest.raises(error):
                act(remembering, message)
            assert remembering.stage is stage
        else:
            assert act(remembering, message) is cell[1]
            assert remembering.stage is cell[0]


def test_a_record_is_founded_when_both_want_it_whoever_says_so_first() -> None:
    first_here, first_there = at(Stage.NOT_REMEMBERED), at(Stage.NOT_REMEMBERED)
    assert first_here.say(Remember()) is Effect.NOTHING
    assert first_here.receive(Remember()) is Effect.FOUND
    assert first_there.receive(Remember()) is Effect.NOTHING
    assert first_there.say(Remember()) is Effect.FOUND


def test_a_rotation_step_by_step() -> None:
    founder, other = at(Stage.FOUNDER), at(Stage.NOT_FOUNDER)
    assert (founder.rotating, other.rotating) == (True, True)
    assert founder.say(Rotate(1)) is Effect.NOTHING
    assert other.receive(Rotate(1)) is Effect.KEEP_BESIDE
    assert other.say(Stored()) is Effect.NOTHING
    assert founder.receive(Stored()) is Effect.REPLACE
    assert founder.say(Rotated()) is Effect.NOTHING
    assert other.receive(Rotated()) is Effect.DROP_OLD
    assert (founder.rotating, other.rotating) == (False, False)


def test_nothing_follows_a_rotation() -> None:
    for message in SPOKEN:
        assert not at(Stage.ROTATED).may_say(type(message))
        with pytest.raises(UnexpectedMessage):
            at(Stage.ROTATED).receive(message)


def test_rotated_before_stored_was_said_is_refused() -> None:
    """The founder cannot know yet that it is on the disk here."""
    with pytest.raises(UnexpectedMessage):
        at(Stage.ASKED_HERE).receive(Rotated())

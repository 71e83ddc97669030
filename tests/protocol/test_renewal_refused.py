"""Renewals out of turn, out of time and out of measure."""

import pytest

from desktop_app.errors import HandshakeFailed, LimitExceeded, ProtocolError, UnexpectedMessage
from desktop_app.protocol import limits
from desktop_app.protocol.messages import Renew, Renewed
from desktop_app.protocol.role import Role
from tests.protocol.renewal_sides import (
    ACTIVE,
    DUE,
    START,
    Side,
    agreed,
    asked,
    renew_wholly,
    replace_epoch,
    verified_sides,
)
from tests.support.session_pair import INITIATOR, RESPONDER

ROLES = pytest.mark.parametrize("role", [INITIATOR, RESPONDER])


@pytest.fixture
def sides() -> dict[Role, Side]:
    return verified_sides()


# --- what is refused --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "count", "refused"),
    [
        (limits.RENEW_GAP_SECONDS - 0.001, limits.RENEW_GAP_BYTES - 1, True),
        (limits.RENEW_GAP_SECONDS, 0, False),
        (0.0, limits.RENEW_GAP_BYTES, False),
    ],
)
@pytest.mark.parametrize("direction", ["sealer", "opener"])
def test_a_renewal_too_soon_is_refused(
    sides: dict[Role, Side], seconds: float, count: int, refused: bool, direction: str
) -> None:
    """A peer must not keep this computer busy with key agreements."""
    getattr(sides[RESPONDER], direction).bytes = count
    renew = asked(verified_sides())
    if refused:
        with pytest.raises(LimitExceeded):
            sides[RESPONDER].on_renew(renew, START + seconds)
    else:
        sides[RESPONDER].on_renew(renew, START + seconds)


def test_a_second_renewal_right_after_the_first_is_refused(sides: dict[Role, Side]) -> None:
    renew_wholly(sides)
    renew = replace_epoch(asked(verified_sides()), 3)
    with pytest.raises(LimitExceeded):
        sides[RESPONDER].on_renew(renew, DUE + limits.RENEW_GAP_SECONDS - 0.001)
    sides[RESPONDER].on_renew(renew, DUE + limits.RENEW_GAP_SECONDS)


def test_the_responder_may_not_ask(sides: dict[Role, Side]) -> None:
    renew = asked(verified_sides())
    with pytest.raises(UnexpectedMessage):
        sides[INITIATOR].on_renew(renew)


def test_our_own_question_coming_back_is_refused(sides: dict[Role, Side]) -> None:
    renew = asked(sides)
    with pytest.raises(UnexpectedMessage):
        sides[INITIATOR].on_renew(renew)


@pytest.mark.parametrize("epoch", [0, 1, 3, 2**32])
def test_a_wrong_epoch_is_refused_everywhere(sides: dict[Role, Side], epoch: int) -> None:
    renew = asked(sides)
    with pytest.raises(UnexpectedMessage):
        sides[RESPONDER].on_renew(replace_epoch(renew, epoch))
    renewed = sides[RESPONDER].on_renew(renew)
    with pytest.raises(UnexpectedMessage):
        sides[INITIATOR].on_renewed(Renewed(epoch, renewed.e, renewed.ct))
    sides[INITIATOR].on_renewed(renewed)
    for side in sides.values():
        with pytest.raises(UnexpectedMessage):
            side.switch_opener(epoch)


def test_no_second_question_while_one_is_under_way(sides: dict[Role, Side]) -> None:
    renew = asked(sides)
    sides[RESPONDER].on_renew(renew)
    for epoch in (2, 3):
        with pytest.raises(UnexpectedMessage):
            sides[RESPONDER].on_renew(replace_epoch(renew, epoch), DUE + 100)
    sides[RESPONDER].switch_sealer()  # half done is not done
    with pytest.raises(UnexpectedMessage):
        sides[RESPONDER].on_renew(replace_epoch(renew, 3), DUE + 100)


def test_an_answer_belongs_to_one_question(sides: dict[Role, Side]) -> None:
    renewed = sides[RESPONDER].on_renew(asked(verified_sides()))
    for side in sides.values():
        with pytest.raises(UnexpectedMessage):
            side.on_renewed(renewed)
    sides = verified_sides()
    renewed = sides[RESPONDER].on_renew(asked(sides))
    sides[INITIATOR].on_renewed(renewed)
    with pytest.raises(UnexpectedMessage):
        sides[INITIATOR].on_renewed(renewed)


@ROLES
def test_a_switch_needs_an_agreement(sides: dict[Role, Side], role: Role) -> None:
    with pytest.raises(ProtocolError):
        sides[role].switch_sealer()
    with pytest.raises(UnexpectedMessage):
        sides[role].switch_opener(2)
    if role is INITIATOR:
        asked(sides)  # a question alone is none
        with pytest.raises(UnexpectedMessage):
            sides[role].switch_opener(2)


@ROLES
def test_a_direction_switches_once(sides: dict[Role, Side], role: Role) -> None:
    epoch = agreed(sides)
    sides[role].switch_sealer()
    with pytest.raises(ProtocolError):
        sides[role].switch_sealer()
    sides[role].switch_opener(epoch)
    for again in (epoch, epoch + 1):
        with pytest.raises(UnexpectedMessage):
            sides[role].switch_opener(again)


@pytest.mark.parametrize("e", [bytes(32), (1).to_bytes(32, "little"), b"\xff" * 32], ids=["zero", "one", "too large"])
def test_a_key_that_gives_no_secret_is_refused(sides: dict[Role, Side], e: bytes) -> None:
    renew = asked(sides)
    with pytest.raises(HandshakeFailed):
        sides[RESPONDER].on_renew(Renew(renew.epoch, e, renew.ek))
    renewed = sides[RESPONDER].on_renew(renew)
    with pytest.raises(HandshakeFailed):
        sides[INITIATOR].on_renewed(Renewed(renewed.epoch, e, renewed.ct))


def test_an_encapsulation_key_out_of_range_is_refused(sides: dict[Role, Side]) -> None:
    renew = asked(sides)
    with pytest.raises(HandshakeFailed):
        sides[RESPONDER].on_renew(Renew(renew.epoch, renew.e, b"\xff" * 1184))


# --- hard limits, on both sides ---------------------------------------------------------------


def test_the_measures_are_those_of_the_specification() -> None:
    assert (limits.RENEW_AFTER_SECONDS, limits.RENEW_AFTER_BYTES) == (120, 64 * 2**30)
    assert (limits.RENEW_GAP_SECONDS, limits.RENEW_GAP_BYTES) == (10, 2**30)
    assert (limits.EPOCH_SECONDS, limits.EPOCH_BYTES) == (300, 128 * 2**30)
    assert (limits.SWITCH_SECONDS, limits.SWITCH_BYTES) == (60, 256 * 2**20)


@ROLES
def test_an_active_epoch_grows_no_older_than_five_minutes(sides: dict[Role, Side], role: Role) -> None:
    sides[role].move_data(ACTIVE)
    sides[role].check(ACTIVE + limits.EPOCH_SECONDS)
    with pytest.raises(LimitExceeded):
        sides[role].check(ACTIVE + limits.EPOCH_SECONDS + 0.001)


@ROLES
@pytest.mark.parametrize("direction", ["sealer", "opener"])
def test_an_epoch_carries_no_more_than_its_bytes(sides: dict[Role, Side], role: Role, direction: str) -> None:
    getattr(sides[role], direction).bytes = limits.EPOCH_BYTES
    sides[role].check(START)
    getattr(sides[role], direction).bytes += 1
    with pytest.raises(LimitExceeded):
        sides[role].check(START)


def test_a_question_is_answered_in_time(sides: dict[Role, Side]) -> None:
    asked(sides)
    sides[INITIATOR].check(DUE + limits.SWITCH_SECONDS)
    with pytest.raises(LimitExceeded):
        sides[INITIATOR].check(DUE + limits.SWITCH_SECONDS + 0.001)


@ROLES
@pytest.mark.parametrize("own_half_done", [False, True])
def test_the_peer_switches_in_time(sides: dict[Role, Side], role: Role, own_half_done: bool) -> None:
    agreed(sides)
    if own_half_done:
        sides[role].switch_sealer()
    sides[role].check(DUE + limits.SWITCH_SECONDS)
    with pytest.raises(LimitExceeded):
        sides[role].check(DUE + limits.SWITCH_SECONDS + 0.001)


@ROLES
def test_the_peer_switches_within_so_many_bytes(sides: dict[Role, Side], role: Role) -> None:
    sides[role].opener.bytes = before = limits.GIB
    agreed(sides)
    sides[role].opener.bytes = before + limits.SWITCH_BYTES
    sides[role].check(DUE)
    sides[role].opener.bytes += 1
    with pytest.raises(LimitExceeded):
        sides[role].check(DUE)


@ROLES
def test_after_the_switch_the_old_deadlines_are_gone(sides: dict[Role, Side], role: Role) -> None:
    renew_wholly(sides)
    sides[role].opener.bytes = limits.EPOCH_BYTES
    sides[role].check(DUE + 1e6)
